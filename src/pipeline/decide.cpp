// Decisions that are stable: what was repaired needs no more repair.
#include <algorithm>
#include <iterator>
#include <utility>

#include "pipeline/deepest_layer.hpp"
#include "pipeline/hands_off.hpp"
#include "pipeline/look.hpp"

namespace unbake::pipeline {
namespace {

// Rounds of looking at the repaired text. A round that changes something is followed by another; a text that is not
// stable after the last one is left as it is.
constexpr int kRounds = 4;

// How often in a row a repaired text is decided as a whole, because a look at it found something to repair.
constexpr int kChecks = 2;
constexpr int kMostChecks = 4;  // of one text altogether

// Where the rounds come to no end, no repair is made this near, in bytes, to what would be repaired again.
constexpr std::size_t kUnstable = 4096;

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

// A mark of windows-1252 that was read as a control.
bool is_control(const Decision& d) {
  return d.path.front() == baking::Layer{encoding::EncodingId::kWindows1252, encoding::EncodingId::kIso88591};
}

// Whether a repair goes on where another one ended: what stands beside it was damaged in the same way, not deeper; or
// is a control, which may not be told from a byte of what stood before it until that is repaired.
bool goes_on(const Decision& more, const Placed& placed) {
  const bool is_beside = placed.end == more.offset || more.offset + more.length == placed.begin;
  if (!is_beside || more.path.size() != 1) return false;
  const bool is_same = more.path[0].from == encoding::EncodingId::kUtf8 && more.path == placed.decision->path;
  return is_same || is_control(more);
}

// What `more`, a repair of `repaired`, is about: legacy text all of its line, as far as lines are looked at as a whole.
std::pair<std::size_t, std::size_t> extent(const Decision& more, std::string_view repaired) {
  constexpr std::size_t kReach = 4096;
  const std::size_t end = more.offset + more.length;
  if (more.path.front().from == encoding::EncodingId::kUtf8 || is_control(more)) return {more.offset, end};
  const std::size_t first = more.offset - std::min(more.offset, kReach);
  const std::size_t line = repaired.substr(first, more.offset - first).rfind('\n') + 1;  // 0 if there is none
  const std::string_view behind = repaired.substr(end, kReach);
  return {first + line, end + std::min(behind.find('\n'), behind.size())};
}

// Takes back the repairs that `more` would repair again, or adds it if it is new, or `is_certain` though it was taken
// back before; true if anything changed.
bool settle(const Decision& more, bool is_certain, std::string_view repaired, const std::vector<Placed>& placed,
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
    if (goes_on(more, *touched)) continue;
    touched->decision->verdict = Verdict::kLeavesDamage;
    has_touched = true;
  }
  if (has_touched) return true;
  Decision original = more;
  original.offset = original_offset(more.offset, placed);
  auto known = first_behind(decisions, original.offset);
  for (; known != decisions.end() && known->offset < original.offset + original.length; ++known) {
    if (known->verdict == Verdict::kLeavesDamage && !is_certain) return false;
  }
  added.push_back(std::move(original));
  return true;
}

// settle() for all repairs of `found`; true if anything changed.
bool settle_all(const std::vector<Decision>& found, bool is_certain, std::string_view repaired,
                const std::vector<Placed>& placed, std::vector<Decision>& added,
                const std::vector<Decision>& decisions) {
  bool has_changed = false;
  for (const Decision& more : found) {
    if (is_repair(more) && settle(more, is_certain, repaired, placed, added, decisions)) has_changed = true;
  }
  return has_changed;
}

// Takes back the repairs that are near to what is `unsettled`; both are in order.
void take_back_around(const std::vector<Decision>& unsettled, std::vector<Decision>& decisions) {
  auto near = unsettled.begin();
  for (Decision& d : decisions) {
    while (near != unsettled.end() && near->offset + near->length + kUnstable < d.offset) ++near;
    if (near == unsettled.end()) return;
    if (is_repair(d) && d.offset + d.length + kUnstable > near->offset) d.verdict = Verdict::kLeavesDamage;
  }
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

// Whether the settings speak against a layer.
bool is_refused(baking::Layer layer, const Settings& settings) {
  const auto has = [layer](const std::vector<baking::Layer>& layers) {
    return std::find(layers.begin(), layers.end(), layer) != layers.end();
  };
  return (settings.only && !has(*settings.only)) || has(settings.never);
}

// The readers that the search is told of do not say what they misread.
void leave_refused_layers(const Settings& settings, std::vector<Decision>& decisions) {
  if (!settings.only && settings.never.empty()) return;
  std::erase_if(decisions, [&](const Decision& d) {
    return std::any_of(d.path.begin(), d.path.end(), [&](baking::Layer layer) { return is_refused(layer, settings); });
  });
}

// One round, less the repairs that what is around them, or what they would leave, speaks against.
std::vector<Decision> decide_round(std::string_view text, const Settings& settings, const FirstLook* known = nullptr) {
  std::vector<Decision> decisions = look(text, settings, known);
  leave_refused_layers(settings, decisions);
  leave_doubtful_layers(text, settings.min_confidence, decisions);
  keep_hands_off(text, settings.min_confidence, decisions);
  return decisions;
}

// Decides until the repaired text needs no repair.
class StableDecisions {
 public:
  explicit StableDecisions(const Settings& settings) : settings_(settings) {}

  // What a look at the repaired text would repair, but was taken back before, is expected to be taken back again; at
  // most `checks` times in a row that is tried out.
  std::vector<Decision> of(std::string_view text, int checks, const FirstLook* known = nullptr) {
    std::vector<Decision> decisions = decide_round(text, settings_, known);
    std::vector<Placed> placed;
    std::vector<Decision> unsettled;
    for (int round = 0; round < kRounds && std::any_of(decisions.begin(), decisions.end(), is_repair); ++round) {
      const std::string repaired = apply(text, decisions, placed);
      std::vector<Decision> added;
      unsettled = repairs_of(repaired);
      if (unsettled.empty()) return decisions;
      bool is_stable = !settle_all(unsettled, false, repaired, placed, added, decisions);
      if (is_stable && checks > 0 && checks_left_ > 0) {
        --checks_left_;
        unsettled = of(repaired, checks - 1);
        std::erase_if(unsettled, [](const Decision& d) { return !is_repair(d); });
        is_stable = !settle_all(unsettled, true, repaired, placed, added, decisions);
      }
      if (is_stable) return decisions;
      for (Decision& d : unsettled) d.offset = original_offset(d.offset, placed);
      insert(decisions, added);
    }
    take_back_around(unsettled, decisions);
    return decisions;
  }

 private:
  [[nodiscard]] std::vector<Decision> repairs_of(std::string_view text) const {
    std::vector<Decision> found = decide_round(text, settings_);
    std::erase_if(found, [](const Decision& d) { return !is_repair(d); });
    return found;
  }

  const Settings& settings_;
  int checks_left_ = kMostChecks;
};

}  // namespace

std::vector<Decision> decide(std::string_view text, const Settings& settings) {
  return StableDecisions(settings).of(text, kChecks);
}

std::vector<Decision> Glance::decide(std::string_view text, const Settings& settings) const {
  return StableDecisions(settings).of(text, kChecks, found_.get());
}

}  // namespace unbake::pipeline
