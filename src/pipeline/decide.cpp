// Decisions that are stable: what was repaired needs no more repair.
#include <algorithm>
#include <iterator>
#include <utility>

#include "pipeline/hands_off.hpp"
#include "pipeline/look.hpp"

namespace unbake::pipeline {
namespace {

// Rounds of looking at the repaired text. A round that changes something is followed by another; a text that is not
// stable after the last one is left as it is.
constexpr int kRounds = 4;

bool is_repair(const Decision& d) { return d.verdict == Verdict::kRepaired; }

// A repair in the repaired text.
struct Placed {
  Decision* decision;
  std::size_t begin;  // bytes of the repaired text
  std::size_t end;
};

std::string apply(std::string_view text, std::vector<Decision>& decisions, std::vector<Placed>& placed) {
  std::string out;
  std::size_t done = 0;
  placed.clear();
  for (Decision& d : decisions) {
    if (!is_repair(d)) continue;
    out.append(text.substr(done, d.offset - done));
    placed.push_back({&d, out.size(), out.size() + d.after.size()});
    out.append(d.after);
    done = d.offset + d.length;
  }
  out.append(text.substr(done));
  return out;
}

// Where the byte `offset` of the repaired text, which is outside of all repairs, is in the original one.
std::size_t original_offset(std::size_t offset, const std::vector<Placed>& placed) {
  const auto behind =
      std::partition_point(placed.begin(), placed.end(), [&](const Placed& p) { return p.end <= offset; });
  if (behind == placed.begin()) return offset;
  const Placed& before = *(behind - 1);
  return offset - before.end + before.decision->offset + before.decision->length;
}

// The first decision, of those in order, that ends behind `offset`.
template <typename Decisions>
auto first_behind(Decisions& decisions, std::size_t offset) {
  return std::partition_point(decisions.begin(), decisions.end(),
                              [&](const Decision& d) { return d.offset + d.length <= offset; });
}

// What `more`, a repair of `repaired`, is about: legacy text all of its line, as far as lines are looked at as a whole.
std::pair<std::size_t, std::size_t> extent(const Decision& more, std::string_view repaired) {
  constexpr std::size_t kReach = 4096;
  const std::size_t end = more.offset + more.length;
  if (more.path.front().from == encoding::EncodingId::kUtf8) return {more.offset, end};
  const std::size_t first = more.offset - std::min(more.offset, kReach);
  const std::size_t line = repaired.substr(first, more.offset - first).rfind('\n') + 1;  // 0 if there is none
  const std::string_view behind = repaired.substr(end, kReach);
  return {first + line, end + std::min(behind.find('\n'), behind.size())};
}

// Takes back the repairs that `more` would repair again, or adds it if it is new; true if anything changed.
bool settle(const Decision& more, std::string_view repaired, const std::vector<Placed>& placed,
            std::vector<Decision>& added, const std::vector<Decision>& decisions) {
  const auto [begin, end] = extent(more, repaired);
  const auto first_from = [&](std::size_t offset) {
    return std::partition_point(placed.begin(), placed.end(), [=](const Placed& p) { return p.end < offset; });
  };
  const auto nearest = first_from(more.offset);
  const bool is_deeper = nearest != placed.end() && nearest->begin <= more.offset + more.length;
  auto touched = first_from(begin);
  bool has_touched = false;
  for (; is_deeper && touched != placed.end() && touched->begin <= end; ++touched) {
    touched->decision->verdict = Verdict::kLeavesDamage;
    has_touched = true;
  }
  if (has_touched) return true;
  Decision original = more;
  original.offset = original_offset(more.offset, placed);
  auto known = first_behind(decisions, original.offset);
  for (; known != decisions.end() && known->offset < original.offset + original.length; ++known) {
    if (known->verdict == Verdict::kLeavesDamage) return false;
  }
  added.push_back(std::move(original));
  return true;
}

void insert(std::vector<Decision>& decisions, std::vector<Decision>& added) {
  // What was not sure enough there before is so now.
  std::vector<bool> is_replaced(decisions.size());
  for (const Decision& a : added) {
    for (auto old = first_behind(decisions, a.offset); old != decisions.end() && old->offset < a.offset + a.length;
         ++old) {
      is_replaced[static_cast<std::size_t>(old - decisions.begin())] = !is_repair(*old);
    }
  }
  std::vector<Decision> kept;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    if (!is_replaced[i]) kept.push_back(std::move(decisions[i]));
  }
  decisions = std::move(kept);
  std::move(added.begin(), added.end(), std::back_inserter(decisions));
  std::stable_sort(decisions.begin(), decisions.end(),
                   [](const Decision& x, const Decision& y) { return x.offset < y.offset; });
}

// One round, less the repairs that what is around them, or what they would leave, speaks against.
std::vector<Decision> decide_round(std::string_view text, const Settings& settings) {
  std::vector<Decision> decisions = look(text, settings);
  keep_hands_off(text, settings.min_confidence, decisions);
  return decisions;
}

}  // namespace

std::vector<Decision> decide(std::string_view text, const Settings& settings) {
  std::vector<Decision> decisions = decide_round(text, settings);
  std::vector<Placed> placed;
  for (int round = 0; round < kRounds && std::any_of(decisions.begin(), decisions.end(), is_repair); ++round) {
    const std::string repaired = apply(text, decisions, placed);
    std::vector<Decision> added;
    bool is_stable = true;
    for (const Decision& more : decide_round(repaired, settings)) {
      if (is_repair(more) && settle(more, repaired, placed, added, decisions)) is_stable = false;
    }
    if (is_stable) return decisions;
    insert(decisions, added);
  }
  for (Decision& d : decisions) {
    if (is_repair(d)) d.verdict = Verdict::kLeavesDamage;
  }
  return decisions;
}

}  // namespace unbake::pipeline
