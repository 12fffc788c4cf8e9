// The search for what was written: the likeliest parse of a window of text into clean and damaged runs.
#ifndef UNBAKE_REPAIR_SEARCH_HPP_
#define UNBAKE_REPAIR_SEARCH_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/symbol.hpp"
#include "model/model.hpp"
#include "encoding/conversion.hpp"
#include "repair/layer_state.hpp"
#include "repair/path_costs.hpp"
#include "repair/quote_balance.hpp"

namespace unbake::repair {

/// A character that was chosen because bytes of it are lost.
struct ChosenCharacter {
  std::size_t offset;  ///< Bytes from the start of `Candidate::after`.
  char32_t value;
};

/// A run of damage that the best parse found, with what it would become.
struct Candidate {
  std::size_t first;            ///< Index of its first symbol in the window.
  std::size_t last;             ///< Index past its last symbol.
  std::string after;            ///< UTF-8.
  int depth = 0;                ///< Layers, 1 to `kMaxDepth`.
  /// For each layer, outermost (the last misreading) first, the readers that explain it, never empty.
  std::array<ReaderSet, kMaxDepth> readers{};
  std::array<encoding::EncodingId, kMaxDepth> sources{};  ///< And what the text was encoded in.
  float language = 0;           ///< Log-likelihood gain of the text, in nats.
  float structure = 0;          ///< Cost of claiming the damage, at most 0.
  std::vector<ChosenCharacter> chosen;
  [[nodiscard]] float gain() const { return language + structure; }
};

/// What is known before the first symbol of a window.
struct WindowContext {
  char32_t before_last = U'\n';
  char32_t last = U'\n';
  QuoteBalance quotes;
};

struct SearchOptions {
  int max_depth = kMaxDepth;
  bool lossy = true;            ///< Consider lost bytes.
};

/// The best parse of a window.
struct SearchResult {
  std::vector<Candidate> candidates;  ///< Its damaged runs, in order.
  QuoteBalance quotes;                ///< At the end of the window.
};

/// Searches windows of one text. Not for several threads at once: its memory is used again from window to window.
class Searcher {
 public:
  /// `costs` and `model` must outlive it.
  Searcher(const PathCosts& costs, const model::Model& model, const SearchOptions& options);
  ~Searcher();

  /// The best parse of `window`. Runs that stand close together, where the text of one is the context of the next, are
  /// weighed together: each gets the sum of their gains. Time and memory are linear in the length of the window, with a
  /// bound on hypotheses per symbol.
  /// `conversions` are the legacy encodings that the detector found likely in the window.
  SearchResult search(std::span<const base::Symbol> window, const WindowContext& context, std::span<const encoding::Conversion> conversions);

 private:
  struct Memory;
  const model::Model& model_;
  std::unique_ptr<Memory> memory_;
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_SEARCH_HPP_
