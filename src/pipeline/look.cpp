#include "pipeline/look.hpp"

#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"
#include "encoding/latin_page.hpp"
#include "notation/view.hpp"
#include "pipeline/decide_once.hpp"
#include "pipeline/decide_spelled.hpp"
#include "pipeline/stray_controls.hpp"
#include "pipeline/surrogates.hpp"

namespace unbake::pipeline {
namespace {

// Removes the decisions, in order, that share bytes with a decision of `stronger`, in order, that `counts`.
template <typename Predicate>
void give_way(std::vector<Decision>& decisions, const std::vector<Decision>& stronger, Predicate counts) {
  auto other = stronger.begin();
  std::erase_if(decisions, [&](const Decision& d) {
    while (other != stronger.end() && (other->offset + other->length <= d.offset || !counts(*other))) ++other;
    return other != stronger.end() && other->offset < d.offset + d.length;
  });
}

// All that was decided, in order: of decisions that share bytes the repairs of `special`, then those of `common`.
std::vector<Decision> joined(std::vector<Decision> common, std::vector<Decision> special) {
  if (special.empty()) return common;
  give_way(common, special, [](const Decision& d) { return d.verdict == Verdict::kRepaired; });
  give_way(special, common, [](const Decision&) { return true; });
  std::vector<Decision> all;
  all.reserve(common.size() + special.size());
  std::merge(std::make_move_iterator(common.begin()), std::make_move_iterator(common.end()),
             std::make_move_iterator(special.begin()), std::make_move_iterator(special.end()), std::back_inserter(all),
             [](const Decision& x, const Decision& y) { return x.offset < y.offset; });
  return all;
}

// Whether nothing in the text is beyond ASCII, be it spelled. Both are asked of a block while it is in the nearest
// cache.
bool is_plain(std::string_view text, notation::NotationSet notations) {
  constexpr std::size_t kBlock = 16 << 10;
  for (std::size_t begin = 0; begin < text.size(); begin += kBlock) {
    const std::size_t end = std::min(text.size(), begin + kBlock);
    if (base::find_non_ascii(text.substr(0, end), begin) != end) return false;
    if (notation::may_be_spelled(text, begin, end, notations)) return false;
  }
  return true;
}

// A line whose controls are those of windows-1252, which was weighed against other pages, was in none of these.
void drop_other_pages(std::string_view text, const std::vector<Decision>& controls, std::vector<Decision>& decisions) {
  auto control = controls.begin();
  std::size_t line = 0;      // of the decision
  std::size_t line_end = 0;  // behind its line feed
  std::erase_if(decisions, [&](const Decision& d) {
    const baking::Layer& layer = d.path.front();
    if (!encoding::is_latin_page(layer.from) || !encoding::is_latin_page(layer.read_as)) return false;
    if (d.offset >= line_end) {
      line = text.substr(line_end, d.offset - line_end).rfind('\n') + 1 + line_end;  // `line_end` if there is none
      line_end = std::min(text.find('\n', d.offset), text.size() - 1) + 1;
    }
    while (control != controls.end() && (control->verdict != Verdict::kRepaired || control->offset < line)) ++control;
    return control != controls.end() && control->offset < line_end;
  });
}

// Whether question marks may stand for characters that were lost, as in a text of nothing but ASCII otherwise.
bool may_have_lost(std::string_view text) { return text.find("??") != std::string_view::npos; }

}  // namespace

std::vector<Decision> look_at_characters(std::string_view text, const Settings& settings, const FirstLook* known) {
  // Without a character beyond ASCII there is nothing that was read wrongly.
  if (base::find_non_ascii(text, 0) == text.size() && !may_have_lost(text)) return {};
  std::vector<Decision> common = joined(decide_once(text, settings, known), decide_surrogates(text, settings));
  std::vector<Decision> controls = decide_stray_controls(text, settings);
  if (!controls.empty()) drop_other_pages(text, controls, common);
  // What the search explains needs no other explanation.
  return joined(std::move(controls), std::move(common));
}

std::vector<Decision> look(std::string_view text, const Settings& settings, const FirstLook* known) {
  if (is_plain(text, settings.notations) && !may_have_lost(text)) return {};
  // A repair of spelled characters saw more than one of the plain ones among them.
  return joined(look_at_characters(text, settings, known), decide_spelled(text, settings));
}

}  // namespace unbake::pipeline
