#include "pipeline/decide_once.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "detect/document_evidence.hpp"
#include "pipeline/decider.hpp"
#include "pipeline/loss_evidence.hpp"
#include "pipeline/rest_of_damage.hpp"
#include "pipeline/walk.hpp"
#include "validate/confidence.hpp"

namespace unbake::pipeline {
namespace {

using repair::Candidate;
using repair::EstablishedPaths;
using repair::PathCosts;

// A window all of whose repairs gain this much, in nats, is not looked at again.
constexpr float kSettled = 25.0F;

// The cost of entering damage never falls below this, however much of it the document has; nor below a small part of
// what it cost, so that of readers that explain the same the commoner one is named.
constexpr float kLeastEntryCost = 1.5F;
constexpr float kLeastPart = 0.01F;

// What it gains to explain the last of a text that was damaged as a whole: it is left as clean for no reason.
constexpr float kWhole = 8.0F;

// A window of the first look, and what was decided about it: [first_decision, last_decision).
struct Looked {
  SearchedWindow window;
  std::size_t first_decision;
  std::size_t last_decision;
  bool is_settled;  // whatever the rest of the document says, nothing would change
};

PathCosts discounted(const PathCosts& costs, const detect::SharedEvidence& evidence) {
  PathCosts result = costs;
  encoding::ReaderSet known = 0;
  for (int bit = 0; bit < encoding::reader_count(); ++bit) {
    const float cost = costs.cost(bit);
    const float least =
        std::min(cost, kLeastEntryCost + kLeastPart * cost + evidence.shortfall(bit) + evidence.rarity(bit));
    result.set(bit, std::max(least, cost - evidence.discount(bit)));
    if (evidence.discount(bit) > 0) known |= encoding::ReaderSet{1} << bit;
  }
  result.set_known(known);
  for (const encoding::Encoding& e : encoding::all_encodings()) {
    result.set_source(e.id, costs.source_cost(e.id) - evidence.discount(e.id));
  }
  return result;
}

class Pipeline {
 public:
  Pipeline(std::string_view text, const Settings& settings)
      : text_(text), settings_(settings), shared_(evidence_, settings.evidence) {
    plain_.restrict_to(settings.readers);
    evidence_.add_text(text.size());
  }

  std::vector<Decision> run() {
    first_look();
    const repair::DocumentLosses losses =
        settings_.lossy == Lossy::kLeave ? repair::DocumentLosses{} : losses_.shown(text_, evidence_.shown());
    const bool is_open = std::any_of(looked_.begin(), looked_.end(), [](const Looked& l) { return !l.is_settled; });
    const bool is_news = (shared_.says_anything() && is_open) || losses.readers != 0;
    std::vector<Decision> decisions = is_news ? second_look(losses) : std::move(decisions_);
    const bool is_mistaken = losses.readers != 0 && !explains_pairs(text_, losses, decisions);
    if (is_mistaken) decisions = second_look({});
    doubt(decisions);
    if (losses.readers == 0 || is_mistaken) explain_rest(decisions);
    return decisions;
  }

  // What the text says of its damage by itself.
  detect::DocumentEvidence evidence() {
    first_look();
    return evidence_;
  }

 private:
  void first_look() {
    Decider decider(text_, settings_, plain_, plain_);
    Walk walk(text_, plain_, settings_, {});
    while (walk.next()) {
      const std::size_t first = decisions_.size();
      const bool is_settled = this->is_settled(walk.candidates());
      const Candidate* last = nullptr;
      for (const Candidate& c : walk.candidates()) {
        std::vector<Decision> decided = decider.decide(walk.window(), c);
        const bool is_more = last != nullptr && is_one_passage(*last, c);
        const bool speaks = std::any_of(decided.begin(), decided.end(),
                                        [](const Decision& d) { return d.verdict <= Verdict::kUnsure; });
        if (speaks && !c.shares_gain) {
          for (std::size_t k = 0; k < static_cast<std::size_t>(c.depth); ++k)
            evidence_.add(c.sources[k], c.readers[k], c.gain(), is_more);
        }
        add(decisions_, std::move(decided));
        if (c.depth == 1 && validate::confidence(c.gain()) >= settings_.min_confidence) losses_.add(c);
        last = &c;
      }
      looked_.push_back({walk.searched(), first, decisions_.size(), is_settled});
    }
    established_ = walk.established();
  }

  void add(std::vector<Decision>& decisions, std::vector<Decision> decided) const {
    constexpr double kWorthReporting = 0.5;
    for (Decision& d : decided) {
      const bool is_reported = settings_.report && d.confidence >= kWorthReporting;
      if (d.verdict == Verdict::kRepaired || is_reported) decisions.push_back(std::move(d));
    }
  }

  // Legacy text is decided by passages, all of whose candidates gain what the whole does: one place of many parts.
  [[nodiscard]] static bool is_one_passage(const Candidate& x, const Candidate& y) {
    return x.sources[0] != encoding::EncodingId::kUtf8 && x.sources[0] == y.sources[0] && x.gain() == y.gain();
  }

  // Takes from what has nothing else to speak for it in a long text; less may be left than is enough.
  void doubt(std::vector<Decision>& decisions) const {
    for (Decision& d : decisions) {
      float doubt = 0;
      for (const baking::Layer& layer : d.path)
        doubt = std::max(doubt, shared_.doubt(layer.from, encoding::get(layer.read_as).reader_bit));
      d.document -= doubt;
      d.confidence = validate::confidence(d.language + d.structure + d.document);
      if (d.verdict == Verdict::kRepaired && d.confidence < settings_.min_confidence) d.verdict = Verdict::kUnsure;
    }
    if (!settings_.report) std::erase_if(decisions, [](const Decision& d) { return d.verdict != Verdict::kRepaired; });
  }

  // Whether all that was found in a window is sure, and of one path: knowing the document would change nothing.
  [[nodiscard]] static bool is_settled(const std::vector<Candidate>& candidates) {
    if (candidates.empty()) return false;
    std::array<encoding::ReaderSet, repair::kMaxDepth> common = candidates.front().readers;
    for (const Candidate& c : candidates) {
      if (c.gain() < kSettled || c.depth != candidates.front().depth || c.sources != candidates.front().sources)
        return false;
      for (std::size_t k = 0; k < static_cast<std::size_t>(c.depth); ++k) {
        common[k] &= c.readers[k];
        if (common[k] == 0) return false;
      }
    }
    return true;
  }

  // Again, with what the document as a whole has said.
  std::vector<Decision> second_look(const repair::DocumentLosses& losses) {
    PathCosts costs = discounted(plain_, shared_);
    costs.losses = losses;
    Decider decider(text_, settings_, plain_, costs);
    Walk walk(text_, costs, settings_, established_);
    std::vector<Decision> decisions;
    const auto decide_window = [&] {
      for (const Candidate& c : walk.candidates()) add(decisions, decider.decide(walk.window(), c));
    };
    if (losses.readers != 0) {
      // There are more windows now.
      walk.look_at_markers((losses.habits & repair::kLostToNothing) != 0);
      while (walk.next()) decide_window();
      return decisions;
    }
    for (const Looked& looked : looked_) {
      // What ends elsewhere than it did would not fit to the next window.
      if (!looked.is_settled) walk.again(looked.window);
      if (looked.is_settled || walk.decided() != looked.window.decided) {
        const auto begin = decisions_.begin();
        std::move(begin + static_cast<std::ptrdiff_t>(looked.first_decision),
                  begin + static_cast<std::ptrdiff_t>(looked.last_decision), std::back_inserter(decisions));
        walk.pass_over(looked.window);
        continue;
      }
      decide_window();
    }
    return decisions;
  }

  // Looks at the rest of a text that was damaged as a whole once more. That counts if it leaves nothing.
  void explain_rest(std::vector<Decision>& decisions) {
    const std::optional<RestOfDamage> rest = rest_of_damage(text_, decisions);
    if (!rest) return;
    PathCosts costs = plain_;
    costs.restrict_to(encoding::ReaderSet{1} << rest->reader_bit);
    costs.set(rest->reader_bit, -kWhole);
    costs.set_known(costs.allowed());
    Settings settings = settings_;
    settings.max_layers = 1;  // what it gains is gained once
    Decider decider(text_, settings, plain_, costs);
    Walk walk(text_, costs, settings, established_);
    std::vector<Decision> explained;
    std::vector<Decision> found;
    auto old = decisions.cbegin();
    auto left = rest->offsets.begin();
    for (const Looked& looked : looked_) {
      SearchedWindow window = looked.window;
      window.conversions.clear();  // the rest is UTF-8
      window.latin_lines.clear();
      if (left == rest->offsets.end() || *left >= window.decided) {
        walk.pass_over(window);
        continue;
      }
      if (*left < window.begin) return;
      while (left != rest->offsets.end() && *left < window.decided) ++left;
      for (; old != decisions.cend() && old->offset < window.begin; ++old) explained.push_back(*old);
      while (old != decisions.cend() && old->offset < window.decided) ++old;
      walk.again(window);
      if (walk.decided() != window.decided) return;
      for (const Candidate& c : walk.candidates()) add(found, decider.decide(walk.window(), c));
    }
    explained.insert(explained.end(), old, decisions.cend());
    doubt(found);
    const auto middle =
        explained.insert(explained.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    std::inplace_merge(explained.begin(), middle, explained.end(),
                       [](const Decision& x, const Decision& y) { return x.offset < y.offset; });
    if (left == rest->offsets.end() && is_all_repaired(text_, explained)) decisions = std::move(explained);
  }

  std::string_view text_;
  const Settings& settings_;
  PathCosts plain_;
  detect::DocumentEvidence evidence_;
  detect::SharedEvidence shared_;  // `evidence_` and that of the settings
  std::vector<Decision> decisions_;
  std::vector<Looked> looked_;
  EstablishedPaths established_;
  LossEvidence losses_;
};

}  // namespace

std::vector<Decision> decide_once(std::string_view text, const Settings& settings) {
  return Pipeline(text, settings).run();
}

detect::DocumentEvidence evidence_of(std::string_view text, const Settings& settings) {
  return Pipeline(text, settings).evidence().of_one_document();
}

}  // namespace unbake::pipeline
