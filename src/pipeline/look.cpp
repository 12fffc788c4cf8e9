#include "pipeline/look.hpp"

#include <algorithm>
#include <iterator>

#include "pipeline/decide_once.hpp"
#include "pipeline/decide_spelled.hpp"

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

}  // namespace

std::vector<Decision> look(std::string_view text, const Settings& settings) {
  std::vector<Decision> plain = decide_once(text, settings);
  std::vector<Decision> spelled = decide_spelled(text, settings);
  if (spelled.empty()) return plain;
  // A repair of spelled characters saw more than one of the plain ones among them.
  give_way(plain, spelled, [](const Decision& d) { return d.verdict == Verdict::kRepaired; });
  give_way(spelled, plain, [](const Decision&) { return true; });
  std::vector<Decision> all;
  all.reserve(plain.size() + spelled.size());
  std::merge(std::make_move_iterator(plain.begin()), std::make_move_iterator(plain.end()),
             std::make_move_iterator(spelled.begin()), std::make_move_iterator(spelled.end()), std::back_inserter(all),
             [](const Decision& x, const Decision& y) { return x.offset < y.offset; });
  return all;
}

}  // namespace unbake::pipeline
