#include "pipeline/look.hpp"

#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"
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

}  // namespace

std::vector<Decision> look_at_characters(std::string_view text, const Settings& settings) {
  // Without a character beyond ASCII there is nothing that was read wrongly.
  if (base::find_non_ascii(text, 0) == text.size()) return {};
  // What the search explains needs no other explanation.
  return joined(decide_stray_controls(text, settings),
                joined(decide_once(text, settings), decide_surrogates(text, settings)));
}

std::vector<Decision> look(std::string_view text, const Settings& settings) {
  if (is_plain(text, settings.notations)) return {};
  // A repair of spelled characters saw more than one of the plain ones among them.
  return joined(look_at_characters(text, settings), decide_spelled(text, settings));
}

}  // namespace unbake::pipeline
