#include "pipeline/pipeline.hpp"

#include <algorithm>

#include "bake/proof.hpp"
#include "base/utf8.hpp"
#include "detect/document_evidence.hpp"
#include "detect/window_finder.hpp"
#include "validate/confidence.hpp"

namespace unbake::pipeline {
namespace {

using repair::Candidate;
using repair::PathCosts;

// Symbols at the end of a cut window that are left to the next one, which sees what comes after them.
constexpr std::size_t kOverlap = 64;

// The cost of entering damage never falls below this, however much of it the document has.
constexpr float kLeastEntryCost = 1.5F;

// Runs the search over all windows of a text.
class Walk {
 public:
  Walk(std::string_view text, const PathCosts& costs, const Settings& settings)
      : text_(text),
        searcher_(costs, model::Model::builtin(), {settings.max_layers, settings.lossy}),
        finder_(text, costs.allowed()) {}

  // Calls `use(window, candidates)` for each window, with the candidates that are decided there.
  template <typename Use>
  void run(Use use) {
    detect::Window window;
    std::size_t seen = 0;
    while (finder_.next(window)) {
      follow_quotes(seen, window.begin);
      repair::SearchResult result = searcher_.search(window.symbols, context_);
      std::size_t decided = window.symbols.size();
      if (window.is_cut) decided = leave_to_next(window, result);
      use(window, result.candidates);
      seen = decided == window.symbols.size() ? window.end : window.symbols[decided].offset;
      context_.quotes = result.quotes;
    }
  }

 private:
  // Quotes in the clean text between windows.
  void follow_quotes(std::size_t from, std::size_t to) {
    const std::string_view between = text_.substr(from, to - from);
    const std::size_t line = between.rfind('\n');
    if (line != std::string_view::npos) {
      context_.quotes = {};
      from += line + 1;
    }
    // All quotation marks that are followed are U+2018 to U+201E: E2 80 98 to E2 80 9E.
    for (std::size_t i = text_.find("\xE2\x80", from); i < to; i = text_.find("\xE2\x80", i + 2)) {
      const base::CodePoint mark = base::decode_utf8(text_, i);
      const char32_t before = i == 0 ? U'\n' : static_cast<unsigned char>(text_[i - 1]);
      context_.quotes.advance(before, mark.value);
    }
  }

  // Drops what reaches into the end of a cut window; returns the index of the symbol to go on from.
  std::size_t leave_to_next(const detect::Window& window, repair::SearchResult& result) {
    std::size_t decided = window.symbols.size() - kOverlap;
    std::vector<Candidate>& candidates = result.candidates;
    while (!candidates.empty() && candidates.back().first >= decided) candidates.pop_back();
    if (!candidates.empty()) decided = std::max(decided, candidates.back().last);
    decided = std::min(decided, window.symbols.size() - 1);
    finder_.continue_from(window.symbols[decided].offset);
    return decided;
  }

  std::string_view text_;
  repair::Searcher searcher_;
  detect::WindowFinder finder_;
  repair::WindowContext context_;
};

PathCosts discounted(const PathCosts& costs, const detect::DocumentEvidence& evidence) {
  PathCosts result = costs;
  for (int bit = 0; bit < encoding::reader_count(); ++bit) {
    result.set(bit, std::max(kLeastEntryCost, costs.cost(bit) - evidence.discount(bit)));
  }
  return result;
}

baking::Path path_of(const Candidate& candidate, const PathCosts& costs) {
  baking::Path path;
  for (int k = candidate.depth; k-- > 0;) {
    const int bit = costs.cheapest(candidate.readers[static_cast<std::size_t>(k)]);
    path.push_back({encoding::EncodingId::kUtf8, encoding::reader(bit)});
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
    const std::size_t end = candidate.last == window.symbols.size() ? window.end : window.symbols[candidate.last].offset;
    decision.length = end - decision.offset;
    decision.after = candidate.after;
    decision.chosen = candidate.chosen;
    decision.path = path_of(candidate, costs_);
    decision.language = candidate.language;
    decision.document = std::min(-candidate.structure, saved_by_document(candidate));
    decision.structure = candidate.structure - decision.document;
    decision.confidence = validate::confidence(candidate.gain());
    if (decision.confidence < settings_.min_confidence) return decision;
    const std::optional<baking::ProfileId> proof =
        baking::find_proof(decision.after, text_.substr(end, baking::kContextLength), decision.path,
                         text_.substr(decision.offset, decision.length), last_profile_, buffers_);
    decision.verdict = proof ? Verdict::kRepaired : Verdict::kUnproven;
    if (proof) decision.profile = *proof;
    if (proof) last_profile_ = proof;
    return decision;
  }

 private:
  // How much more entering the path would have cost if nothing were known of the document.
  [[nodiscard]] float saved_by_document(const Candidate& candidate) const {
    float saved = 0;
    for (int k = 0; k < candidate.depth; ++k) {
      const ReaderSet readers = candidate.readers[static_cast<std::size_t>(k)];
      saved += plain_.cost_of(readers) - costs_.cost_of(readers);
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
};

// One walk over the text: the decisions, and what they say about the document.
std::vector<Decision> walk(std::string_view text, const Settings& settings, const PathCosts& plain, const PathCosts& costs,
                           detect::DocumentEvidence* evidence) {
  std::vector<Decision> decisions;
  Decider decider(text, settings, plain, costs);
  Walk(text, costs, settings).run([&](const detect::Window& window, const std::vector<Candidate>& candidates) {
    for (const Candidate& c : candidates) {
      decisions.push_back(decider.decide(window, c));
      if (evidence == nullptr) continue;
      for (int k = 0; k < c.depth; ++k) evidence->add(c.readers[static_cast<std::size_t>(k)], c.gain());
    }
  });
  return decisions;
}

}  // namespace

std::vector<Decision> decide(std::string_view text, const Settings& settings) {
  PathCosts plain;
  plain.restrict_to(settings.readers);
  detect::DocumentEvidence evidence;
  std::vector<Decision> decisions = walk(text, settings, plain, plain, &evidence);
  if (evidence.says_anything()) decisions = walk(text, settings, plain, discounted(plain, evidence), nullptr);
  return decisions;
}

}  // namespace unbake::pipeline
