#include "pipeline/decide_spelled.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "bake/proof.hpp"
#include "notation/view.hpp"
#include "pipeline/look.hpp"
#include "pipeline/spelled_context.hpp"

namespace unbake::pipeline {
namespace {

using notation::Stretch;
using notation::View;

// Places in text that speak for damage in the same notation that is not clearly in one.
constexpr std::size_t kPlacesForBeside = 1;
constexpr std::size_t kPlacesForAlone = 3;

bool is_repair(const Decision& d) { return d.verdict == Verdict::kRepaired; }

Stretch stretch_of(const Decision& d) { return {d.offset, d.offset + d.length}; }

class SpelledDecider {
 public:
  SpelledDecider(const View& view, const Settings& settings) : view_(view), settings_(settings) {}

  std::vector<Decision> decide() {
    decisions_ = look_at_characters(view_.text(), settings_);
    join_in_atoms();
    refuse_what_stands_alone();
    std::vector<Decision> result;
    for (Decision& d : decisions_) {
      if (d.notation && bring_back(d)) result.push_back(std::move(d));
    }
    return result;
  }

 private:
  // Makes decisions that touch an atom be about all of it, several in the same atom be one, and marks them.
  void join_in_atoms() {
    std::vector<Decision> joined;
    std::vector<bool> is_larger;  // than what was decided about
    for (Decision& d : decisions_) {
      const Stretch own = stretch_of(d);
      const Stretch whole = view_.whole_atoms(own);
      d.notation = view_.notation_in(whole);
      if (!joined.empty() && whole.begin < joined.back().offset + joined.back().length) {
        append(joined.back(), std::move(d), whole.end);
        is_larger.back() = true;
        continue;
      }
      is_larger.push_back(whole.begin != own.begin || whole.end != own.end);
      if (is_larger.back()) widen(d, whole);
      joined.push_back(std::move(d));
    }
    decisions_ = std::move(joined);
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
      if (is_larger[i] && is_repair(decisions_[i])) prove(decisions_[i]);
    }
  }

  // Makes `d` be about `whole`, of which it was a part.
  void widen(Decision& d, Stretch whole) const {
    const std::string_view text = view_.text();
    const std::size_t end = d.offset + d.length;
    d.after = std::string(text.substr(whole.begin, d.offset - whole.begin)) + d.after +
              std::string(text.substr(end, whole.end - end));
    d.offset = whole.begin;
    d.length = whole.end - whole.begin;
  }

  // Makes `first`, which is about all of an atom, be about `next` in the same atom too, up to `end`.
  void append(Decision& first, Decision next, std::size_t end) const {
    const std::size_t next_end = next.offset + next.length;
    first.after.resize(first.after.size() - (first.offset + first.length - next.offset));
    first.after += next.after;
    if (end > next_end) first.after += view_.text().substr(next_end, end - next_end);
    first.length = end - first.offset;
    first.confidence = std::min(first.confidence, next.confidence);
    if (!is_repair(next) || next.path != first.path) first.verdict = Verdict::kUnproven;
    std::move(next.choices.begin(), next.choices.end(), std::back_inserter(first.choices));
  }

  void prove(Decision& d) {
    const std::string_view following = view_.text().substr(d.offset + d.length, baking::kContextLength);
    const auto proof =
        baking::find_proof(d.after, following, d.path, view_.text().substr(d.offset, d.length), d.profile, buffers_);
    d.verdict = proof ? Verdict::kRepaired : Verdict::kUnproven;
    if (proof) d.profile = *proof;
  }

  void refuse_what_stands_alone() {
    std::string repaired;
    std::vector<Stretch> places(decisions_.size());
    std::size_t done = 0;
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
      const Decision& d = decisions_[i];
      if (!is_repair(d)) continue;
      repaired += view_.text().substr(done, d.offset - done);
      places[i] = {repaired.size(), repaired.size() + d.after.size()};
      repaired += d.after;
      done = d.offset + d.length;
    }
    repaired += view_.text().substr(done);
    std::vector<Setting> settings(decisions_.size(), Setting::kText);
    std::array<Count, 2 * notation::kNotationCount> counts{};
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
      if (!is_repair(decisions_[i]) || !decisions_[i].notation) continue;
      settings[i] = setting_of(decisions_[i], repaired, places[i]);
      Count& count = counts[kind_of(decisions_[i])];
      if (settings[i] == Setting::kText) ++count.in_text;
      if (settings[i] == Setting::kAlone) ++count.alone;
    }
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
      Decision& d = decisions_[i];
      if (!is_repair(d) || !d.notation) continue;
      if (!is_believed(d, settings[i], counts[kind_of(d)])) {
        d.verdict = Verdict::kStandsAlone;
      }
    }
  }

  static bool is_legacy(const Decision& d) {
    return std::any_of(d.path.begin(), d.path.end(), [](const baking::Layer& layer) {
      return layer.from != encoding::EncodingId::kUtf8 && layer.from != encoding::EncodingId::kCesu8;
    });
  }

  // Repairs of a kind speak for each other: those in the same notation, of UTF-8 or of legacy text.
  static std::size_t kind_of(const Decision& d) {
    return 2 * static_cast<std::size_t>(*d.notation) + (is_legacy(d) ? 1 : 0);
  }

  static Setting setting_of(const Decision& d, std::string_view repaired, Stretch place) {
    if (d.notation == notation::Notation::kEncodedWords && !is_in_header(repaired, place)) return Setting::kAlone;
    return is_legacy(d) ? legacy_setting_of(repaired, place) : pipeline::setting_of(repaired, place);
  }

  struct Count {
    std::size_t in_text = 0;
    std::size_t alone = 0;
  };

  static bool is_believed(const Decision& d, Setting setting, const Count& count) {
    // A character that was chosen leaves no proof that it was damage and not a table.
    if (!d.choices.empty()) return false;
    switch (setting) {
      case Setting::kText:
        return true;
      case Setting::kBesideText:
        return count.in_text >= kPlacesForBeside && count.in_text >= count.alone;
      case Setting::kAlone:
        return count.in_text >= kPlacesForAlone && count.in_text >= count.alone;
    }
    return false;
  }

  // From the view to the text; false if the notation cannot spell it.
  [[nodiscard]] bool bring_back(Decision& d) const {
    const Stretch stretch = stretch_of(d);
    auto spelled = view_.spelled(stretch, d.after);
    if (!spelled) return false;
    const Stretch source = view_.source(stretch);
    d.offset = source.begin;
    d.length = source.end - source.begin;
    d.after = std::move(*spelled);
    d.choices.clear();
    return true;
  }

  const View& view_;
  const Settings& settings_;
  std::vector<Decision> decisions_;  // in the view until they are brought back
  baking::ProofBuffers buffers_;
};

}  // namespace

std::vector<Decision> decide_spelled(std::string_view text, const Settings& settings) {
  if (settings.notations == 0) return {};
  const View view = View::of(text, settings.notations, View::Lines::kWithSpelled);
  if (view.text().empty()) return {};
  return SpelledDecider(view, settings).decide();
}

}  // namespace unbake::pipeline
