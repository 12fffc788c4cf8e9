#include "cli/found.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "cli/console.hpp"

namespace unbake::cli {
namespace {

/// Bytes of context on each side.
constexpr std::size_t kContext = 120;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string left_of(std::string_view text, std::size_t offset) {
  std::size_t begin = offset - std::min(offset, kContext);
  while (begin > 0 && begin < offset && continues_character(text[begin])) ++begin;
  const std::string_view context = text.substr(begin, offset - begin);
  const std::size_t feed = context.find_last_of("\r\n");
  return std::string(feed == std::string_view::npos ? context : context.substr(feed + 1));
}

std::string right_of(std::string_view text, std::size_t offset) {
  std::size_t end = std::min(offset + kContext, text.size());
  while (end > offset && end < text.size() && continues_character(text[end])) --end;
  const std::string_view context = text.substr(offset, end - offset);
  return std::string(context.substr(0, context.find_first_of("\r\n")));
}

}  // namespace

std::vector<report::Found> found_in(Document& document, const Plan& plan) {
  std::vector<report::Found> all;
  const auto written = document.replacements(plan);
  for (std::size_t i = 0; i < plan.edits.size() && i < written.size(); ++i) {
    const Edit& edit = plan.edits[i];
    const Document::Place place = document.place(edit);
    const std::string_view source = document.content().substr(written[i].offset, written[i].length);
    const Position inside = PositionFinder(source).find(source.size());
    report::Found found;
    found.file = display_name(document.file());
    found.begin = {place.position.line, place.position.column};
    found.end = {place.position.line + inside.line - 1,
                 inside.line > 1 ? inside.column : place.position.column + inside.column - 1};
    found.offset = place.offset;
    found.length = place.length;
    found.field = place.field;
    found.written = written[i].after;
    found.before = document.before(edit);
    found.after = edit.after;
    found.left = left_of(document.text(), edit.offset);
    found.right = right_of(document.text(), edit.offset + edit.length);
    found.path = edit.path;
    found.confidence = edit.confidence;
    found.chosen = !edit.losses.empty();
    if (i > 0 && plan.edits[i - 1].path == edit.path) {
      const std::size_t end = plan.edits[i - 1].offset + plan.edits[i - 1].length;
      const std::string_view between = document.text().substr(end, edit.offset - end);
      found.near = between.size() <= kContext && between.find_first_of("\r\n") == std::string_view::npos;
      if (found.near) found.between = between;
    }
    all.push_back(std::move(found));
  }
  return all;
}

report::Found lost_in(Document& document, const Finding& finding) {
  // Where it stands is what a repair that changes nothing would be written to.
  Plan in_place;
  in_place.edits.push_back(finding.edit);
  in_place.edits.front().after = document.before(finding.edit);
  report::Found found = found_in(document, in_place).front();
  found.kind = finding.kind;
  found.after.clear();
  found.written.clear();
  return found;
}

}  // namespace unbake::cli
