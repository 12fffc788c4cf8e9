#include "formats/ignored_lines.hpp"

#include <algorithm>
#include <utility>

namespace unbake::formats {
namespace {

constexpr std::string_view kMark = "unbake: ";

bool holds(std::string_view line, std::string_view word) {
  for (std::size_t at = 0; (at = line.find(kMark, at)) != std::string_view::npos; at += kMark.size()) {
    const std::string_view rest = line.substr(at + kMark.size());
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
    if (rest.starts_with(word) && (rest.size() == word.size() || !is_letter(rest[word.size()]))) return true;
  }
  return false;
}

}  // namespace

bool IgnoredLines::next(std::string_view line) {
  if (line.find(kMark) == std::string_view::npos) return off_;
  if (holds(line, "on")) return std::exchange(off_, false) || holds(line, "ignore");
  off_ = off_ || holds(line, "off");
  return off_ || holds(line, "ignore");
}

std::vector<Range> ignored_ranges(std::string_view content) {
  IgnoredLines lines;
  return ignored_ranges(content, lines);
}

std::vector<Range> ignored_ranges(std::string_view content, IgnoredLines& lines) {
  std::vector<Range> ranges;
  if (content.find(kMark) == std::string_view::npos) {
    if (lines.is_off()) ranges.push_back({0, content.size()});
    return ranges;
  }
  for (std::size_t begin = 0; begin < content.size();) {
    const std::size_t feed = content.find('\n', begin);
    const std::size_t end = feed == std::string_view::npos ? content.size() : feed + 1;
    if (lines.next(content.substr(begin, end - begin))) {
      if (!ranges.empty() && ranges.back().end == begin) {
        ranges.back().end = end;
      } else {
        ranges.push_back({begin, end});
      }
    }
    begin = end;
  }
  return ranges;
}

void leave_alone(const std::vector<Range>& ranges, Fields& fields) {
  if (ranges.empty()) return;
  std::vector<Field> left;
  auto range = ranges.begin();
  for (const Field& field : fields.fields) {
    std::size_t begin = field.offset;
    const std::size_t end = field.offset + field.length;
    while (range != ranges.end() && range->end <= begin) ++range;
    const auto keep = [&](std::size_t up_to) {
      if (begin >= up_to) return;
      Field piece = field;
      piece.offset = begin;
      piece.length = up_to - begin;
      piece.continues = field.continues && begin == field.offset;
      left.push_back(piece);
    };
    // Ranges are whole lines, and what is escaped has no line feeds: it lies in one range, or in none.
    for (auto next = range; next != ranges.end() && next->begin < end; ++next) {
      keep(next->begin);
      begin = std::max(begin, next->end);
    }
    keep(end);
  }
  fields.fields = std::move(left);
}

}  // namespace unbake::formats
