// Extends hypotheses by one symbol: keep it, or take it as bytes of one or more layers of damage.
#ifndef UNBAKE_REPAIR_EXPANDER_HPP_
#define UNBAKE_REPAIR_EXPANDER_HPP_

#include <cstddef>
#include <span>
#include <vector>

#include "encoding/conversion.hpp"
#include "encoding/reader_index.hpp"
#include "model/model.hpp"
#include "repair/hypothesis.hpp"
#include "repair/lost_bytes.hpp"
#include "repair/path_costs.hpp"

namespace unbake::repair {

/// The bytes that a symbol may stand for, looked up once for all hypotheses.
struct SymbolBytes {
  char32_t symbol = 0;
  std::size_t count = 0;
  std::array<encoding::ReaderBytes, encoding::kMaxReaderBytes> groups;

  SymbolBytes() {}  // NOLINT(modernize-use-equals-default): leaves the groups alone, which nobody reads
  explicit SymbolBytes(char32_t symbol);
};

/// Remembers the bytes of the characters looked up last: a text uses few different ones.
class SymbolBytesMemory {
 public:
  const SymbolBytes& get(char32_t symbol) {
    SymbolBytes& entry = entries_[(symbol ^ symbol >> 7) % entries_.size()];
    if (entry.symbol != symbol) entry = SymbolBytes(symbol);
    return entry;
  }

 private:
  std::array<SymbolBytes, 64> entries_;
};

/// What may stand for a letter of legacy text that was lost.
struct LegacyLoss {
  bool spaces = false;   ///< A space, which was a no-break space.
  bool markers = false;  ///< U+FFFD.
};

class Expander {
 public:
  Expander(const model::Model& model, const PathCosts& costs, int max_depth, bool lossy)
      : model_(model), costs_(costs), max_depth_(max_depth), lossy_(lossy) {}

  /// The bytes of a symbol that comes to a layer; valid until the next call for that layer. The text is layer 0.
  const SymbolBytes& bytes_of(int layer, char32_t symbol) {
    return symbol_bytes_[static_cast<std::size_t>(layer)].get(symbol);
  }

  /// The legacy encodings that may be met from now on, and what may have been lost of them; they must outlive the calls
  /// of `expand`.
  void offer(std::span<const encoding::Conversion> conversions, LegacyLoss loss) {
    conversions_ = conversions;
    legacy_loss_ = loss;
  }

  /// What another hypothesis would have to pay to be on the path of an idle one.
  [[nodiscard]] float cost_of_entering(const Hypothesis& hypothesis) const;

  /// Appends to `out` every hypothesis that `from` becomes with one more symbol.
  /// With `may_enter` a new path may begin at the symbol.
  void expand(const Hypothesis& from, const SymbolBytes& symbol, bool may_enter, std::vector<Hypothesis>& out);

 private:
  // Bytes of a layer that are still to be fed after a character was delivered to the next one.
  struct Rest {
    int layer;
    const std::uint8_t* bytes;
    std::size_t length;
    const Rest* then;
  };

  void keep(const Hypothesis& from, char32_t symbol);
  void enter(const Hypothesis& from, const SymbolBytes& symbol);
  void enter_by(const Hypothesis& from, const encoding::ReaderBytes& group, ReaderSet readers,
                encoding::EncodingId source);
  void stay(const Hypothesis& from, const SymbolBytes& symbol);
  void lose(const Hypothesis& from, const SymbolBytes& symbol);
  void lose_legacy(const Hypothesis& from, const SymbolBytes& symbol);

  // What to do with the symbol at which a byte was found missing.
  enum class After : std::uint8_t {
    kNothing,  // it stands for the byte
    kSpace,    // it stands for the byte and a space
    kSymbol,   // it is the next one
  };
  struct Loss {
    LostBy by;
    char32_t next;  // what the reader saw behind the byte, 0 if that is not known
    float cost;
    After after;
  };
  void choose_lost_byte(const Hypothesis& from, const Loss& loss, const SymbolBytes& symbol);

  // These change the hypothesis they are given; what branches off is a copy.
  void feed(Hypothesis& hypothesis, int layer, const std::uint8_t* bytes, std::size_t length, const Rest* then);
  void deliver(const Hypothesis& hypothesis, int layer, char32_t character, const Rest* then);
  void resume(Hypothesis& hypothesis, const Rest* rest);

  // The model's answer; hypotheses ask the same again and again.
  float language_of(char32_t a, char32_t b, char32_t c) const;
  void emit(Hypothesis& hypothesis, char32_t character) const;
  // Narrows the readers of a layer; the cost of the cheapest that is left is charged.
  void narrow(Hypothesis& hypothesis, int layer, ReaderSet readers) const;
  [[nodiscard]] float cost_of_layer(const LayerState& layer) const;
  static void charge(Hypothesis& hypothesis, float cost);

  static constexpr int kMemoryBits = 10;
  struct Remembered {
    std::uint64_t key = ~std::uint64_t{0};
    float value = 0;
  };

  const model::Model& model_;
  const PathCosts& costs_;
  int max_depth_;
  bool lossy_;
  std::span<const encoding::Conversion> conversions_;
  LegacyLoss legacy_loss_;
  std::array<SymbolBytesMemory, kMaxDepth + 1> symbol_bytes_;
  std::vector<Hypothesis>* out_ = nullptr;
  mutable std::array<Remembered, std::size_t{1} << kMemoryBits> memory_{};
  bool choosing_ = false;  // the next character emitted is one whose byte is lost
  After after_ = After::kNothing;
  const SymbolBytes* after_symbol_ = nullptr;
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_EXPANDER_HPP_
