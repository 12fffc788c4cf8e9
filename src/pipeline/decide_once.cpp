#include "pipeline/decide_once.hpp"

#include <algorithm>
#include <array>

#include "bake/proof.hpp"
#include "base/utf8.hpp"
#include "detect/document_evidence.hpp"
#include "pipeline/walk.hpp"
#include "repair/lost_bytes.hpp"
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

// A window of the first look, and what was decided about it: [first_decision, last_decision).
struct Looked {
  SearchedWindow window;
  std::size_t first_decision;
  std::size_t last_decision;
  bool is_settled;  // whatever the rest of the document says, nothing would change
};

PathCosts discounted(const PathCosts& costs, const detect::SharedEvidence& evidence) {
  PathCosts result = costs;
  for (int bit = 0; bit < encoding::reader_count(); ++bit) {
    const float cost = costs.cost(bit);
    const float least =
        std::min(cost, kLeastEntryCost + kLeastPart * cost + evidence.shortfall(bit) + evidence.rarity(bit));
    result.set(bit, std::max(least, cost - evidence.discount(bit)));
  }
  for (const encoding::Encoding& e : encoding::all_encodings()) {
    result.set_source(e.id, costs.source_cost(e.id) - evidence.discount(e.id));
  }
  return result;
}

baking::Path path_of(const Candidate& candidate, const PathCosts& costs) {
  baking::Path path;
  for (int k = candidate.depth; k-- > 0;) {
    const int bit = costs.cheapest(candidate.readers[static_cast<std::size_t>(k)]);
    path.push_back({candidate.sources[static_cast<std::size_t>(k)], encoding::reader(bit)});
  }
  return path;
}

class Decider {
 public:
  Decider(std::string_view text, const Settings& settings, const PathCosts& plain, const PathCosts& costs)
      : text_(text), settings_(settings), plain_(plain), costs_(costs) {}

  Decision decide(const detect::Window& window, const Candidate& candidate) {
    Decision decision;
    decision.offset = window.symbols[candidate.first].offset;
    const std::size_t end =
        candidate.last == window.symbols.size() ? window.end : window.symbols[candidate.last].offset;
    decision.length = end - decision.offset;
    decision.after = candidate.after;
    trim(decision);
    decision.path = path_of(candidate, costs_);
    // Quotes that a choice closes may be worth more than its damage costs: that is language.
    const float structure = std::min(0.0F, candidate.structure);
    decision.language = candidate.language + candidate.structure - structure;
    const float saved = std::max(0.0F, std::min(-structure, saved_by_document(candidate)));
    decision.document = candidate.document > 0 ? candidate.document : saved;
    decision.structure = candidate.gain() - decision.language - decision.document;
    decision.confidence = validate::confidence(candidate.gain());
    if (is_unrecoverable(decision.after)) {
      decision.verdict = Verdict::kUnrecoverable;
      return decision;
    }
    if (decision.confidence < settings_.min_confidence) return decision;
    const std::optional<baking::ProfileId> proof =
        baking::find_proof(decision.after, text_.substr(decision.offset + decision.length, baking::kContextLength),
                           decision.path, text_.substr(decision.offset, decision.length), last_profile_, buffers_);
    decision.verdict = proof ? Verdict::kRepaired : Verdict::kUnproven;
    if (!proof) return decision;
    decision.profile = *proof;
    last_profile_ = proof;
    add_choices(decision, candidate);
    return decision;
  }

 private:
  // The characters before `offset` and behind `end` of a text, line ends where there are none.
  static repair::Surroundings surroundings(std::string_view text, std::size_t offset, std::size_t end) {
    repair::Surroundings around{{U'\n', U'\n'}, {U'\n', U'\n'}};
    for (std::size_t i = offset >= 8 ? offset - 8 : 0; i < offset;) {
      const base::CodePoint c = base::decode_utf8(text, i);
      i += c.length;
      around.before = {around.before[1], c.value};
    }
    for (char32_t& c : around.after) {
      if (end >= text.size()) break;
      const base::CodePoint next = base::decode_utf8(text, end);
      c = next.value;
      end += next.length;
    }
    return around;
  }

  // What else could stand where bytes were lost; with `Lossy::kMark` U+FFFD takes the place of what is not sure.
  void add_choices(Decision& decision, const Candidate& candidate) {
    constexpr std::size_t kMostAlternatives = 6;
    constexpr std::size_t kContextBytes = 16;
    const std::size_t start = decision.offset - std::min(decision.offset, kContextBytes);
    std::string repaired(text_.substr(start, decision.offset - start));
    const std::size_t shift = repaired.size();
    repaired += decision.after;
    repaired += text_.substr(decision.offset + decision.length, kContextBytes);
    for (const repair::ChosenCharacter& c : candidate.chosen) {
      const std::size_t length = base::utf8_length(c.value);
      if (c.offset + length > decision.after.size()) continue;
      const repair::Surroundings around = surroundings(repaired, shift + c.offset, shift + c.offset + length);
      decision.choices.push_back({c.offset, length,
                                  repair::alternatives(c, candidate.sources[0], candidate.readers[0], around,
                                                       model::Model::builtin(), loss_table_, kMostAlternatives)});
    }
    if (settings_.lossy != Lossy::kMark) return;
    for (auto choice = decision.choices.rbegin(); choice != decision.choices.rend(); ++choice) {
      if (choice->alternatives.front().probability >= settings_.min_confidence) continue;
      decision.after.replace(choice->offset, choice->length, "\xEF\xBF\xBD");
      for (auto later = decision.choices.rbegin(); later != choice; ++later) later->offset += 3 - choice->length;
      choice->length = 3;
    }
  }

  // Replacement characters that were read again: undoing that would bring back nothing that was written.
  static bool is_unrecoverable(std::string_view after) {
    bool has_replacement = false;
    for (std::size_t i = 0; i < after.size();) {
      const base::CodePoint c = base::decode_utf8(after, i);
      if (c.value == base::kReplacementCharacter)
        has_replacement = true;
      else if (c.value >= 0x80)
        return false;
      i += c.length;
    }
    return has_replacement;
  }

  // ASCII behind a lost byte took part in the search, but it was not damaged.
  void trim(Decision& decision) const {
    while (decision.length > 1 && decision.after.size() > 1 &&
           static_cast<unsigned char>(decision.after.back()) < 0x80 &&
           decision.after.back() == text_[decision.offset + decision.length - 1]) {
      decision.after.pop_back();
      --decision.length;
    }
  }

  // How much more entering the path would have cost if nothing were known of the document.
  [[nodiscard]] float saved_by_document(const Candidate& candidate) const {
    float saved = 0;
    for (int k = 0; k < candidate.depth; ++k) {
      const ReaderSet readers = candidate.readers[static_cast<std::size_t>(k)];
      const encoding::EncodingId source = candidate.sources[static_cast<std::size_t>(k)];
      saved += plain_.cost_of(source, readers) - costs_.cost_of(source, readers);
    }
    return saved;
  }

  using ReaderSet = encoding::ReaderSet;
  std::string_view text_;
  const Settings& settings_;
  const PathCosts& plain_;
  const PathCosts& costs_;
  std::optional<baking::ProfileId> last_profile_;
  baking::ProofBuffers buffers_;
  repair::LossTable loss_table_;
};

class Pipeline {
 public:
  Pipeline(std::string_view text, const Settings& settings)
      : text_(text), settings_(settings), shared_(evidence_, settings.evidence) {
    plain_.restrict_to(settings.readers);
    evidence_.add_text(text.size());
  }

  std::vector<Decision> run() {
    first_look();
    const repair::DocumentLosses losses = document_losses();
    const bool is_news = shared_.says_anything() || losses.readers != 0;
    std::vector<Decision> decisions = is_news ? second_look(losses) : std::move(decisions_);
    doubt(decisions);
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
        Decision decision = decider.decide(walk.window(), c);
        const bool is_more = last != nullptr && is_one_passage(*last, c);
        if (decision.verdict <= Verdict::kUnsure && !c.shares_gain) {
          for (std::size_t k = 0; k < static_cast<std::size_t>(c.depth); ++k)
            evidence_.add(c.sources[k], c.readers[k], c.gain(), is_more);
        }
        add(decisions_, std::move(decision));
        if (c.depth == 1 && validate::confidence(c.gain()) >= settings_.min_confidence) add_losses(c);
        last = &c;
      }
      looked_.push_back({walk.searched(), first, decisions_.size(), is_settled});
    }
    established_ = walk.established();
  }

  void add_losses(const Candidate& candidate) {
    for (std::size_t i = 0; i < candidate.after.size();) {
      const base::CodePoint c = base::decode_utf8(candidate.after, i);
      if (c.value >= 0x80) ++scripts_[repair::script_of(c.value)];
      i += c.length;
    }
    habits_ |= candidate.habits;
    if (candidate.habits == 0) return;
    for (std::size_t i = 0; i < decoders_.size(); ++i) decoders_[i] += candidate.decoders >> i & 1U;
  }

  // What the first look has shown of the losses of the document, if there may be more of them.
  [[nodiscard]] repair::DocumentLosses document_losses() const {
    if (settings_.lossy == Lossy::kLeave) return {};
    if (text_.find('?') == std::string_view::npos && text_.find("\xEF\xBF\xBD") == std::string_view::npos) return {};
    repair::DocumentLosses losses;
    losses.readers = evidence_.shown() & encoding::multi_byte_readers() & repair::readers_that_lose_lead_bytes();
    losses.habits = habits_;
    const std::size_t most_places = *std::max_element(decoders_.begin(), decoders_.end());
    for (std::size_t i = 0; i < decoders_.size(); ++i) {
      // Some places are mistaken.
      if (decoders_[i] * 5 < most_places * 4) losses.decoders &= static_cast<repair::DecoderSet>(~(1U << i));
    }
    const auto most = std::max_element(scripts_.begin() + 1, scripts_.end());
    if (*most > 0) losses.script = static_cast<repair::Script>(most - scripts_.begin());
    return losses;
  }

  void add(std::vector<Decision>& decisions, Decision decision) const {
    constexpr double kWorthReporting = 0.5;
    const bool is_reported = settings_.report && decision.confidence >= kWorthReporting;
    if (decision.verdict == Verdict::kRepaired || is_reported) decisions.push_back(std::move(decision));
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
      walk.look_at_markers();
      while (walk.next()) decide_window();
      return decisions;
    }
    for (const Looked& looked : looked_) {
      // What ends elsewhere than it did would not fit to the next window.
      if (!looked.is_settled) walk.again(looked.window);
      if (looked.is_settled || walk.decided() != looked.window.decided) {
        const auto begin = decisions_.begin();
        decisions.insert(decisions.end(), begin + static_cast<std::ptrdiff_t>(looked.first_decision),
                         begin + static_cast<std::ptrdiff_t>(looked.last_decision));
        walk.pass_over(looked.window);
        continue;
      }
      decide_window();
    }
    return decisions;
  }

  std::string_view text_;
  const Settings& settings_;
  PathCosts plain_;
  detect::DocumentEvidence evidence_;
  detect::SharedEvidence shared_;  // `evidence_` and that of the settings
  std::vector<Decision> decisions_;
  std::vector<Looked> looked_;
  EstablishedPaths established_;
  std::uint8_t habits_ = 0;
  std::array<std::size_t, baking::kDecoderCount> decoders_{};  // places that lost bytes as each does
  std::array<std::size_t, model::kClassCount> scripts_{};      // characters that were damaged, by script
};

}  // namespace

std::vector<Decision> decide_once(std::string_view text, const Settings& settings) {
  return Pipeline(text, settings).run();
}

detect::DocumentEvidence evidence_of(std::string_view text, const Settings& settings) {
  return Pipeline(text, settings).evidence().of_one_document();
}

}  // namespace unbake::pipeline
