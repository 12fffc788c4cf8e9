// Tells cheaply whether a run of characters may be damage that is worth a search.
#ifndef UNBAKE_REPAIR_ARC_SCAN_HPP_
#define UNBAKE_REPAIR_ARC_SCAN_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/symbol.hpp"
#include "model/language_memory.hpp"
#include "repair/path_costs.hpp"
#include "repair/symbol_bytes.hpp"
#include "repair/window_context.hpp"

namespace unbake::repair {

/// Looks at every character of UTF-8 that symbols of a run may stand for: an *arc*. Damage is a chain of arcs that
/// follow each other, whose characters are so much likelier than the symbols that it pays for claiming damage. Clean
/// text has many arcs, but what they would become is unlikely.
class ArcScan {
 public:
  /// Both must outlive it.
  ArcScan(const PathCosts& costs, model::LanguageMemory& language) : costs_(costs), language_(language) {}

  /// Begins a window, which must outlive the calls of `may_be_damage`.
  void start(std::span<const base::Symbol> window, const WindowContext& context);

  /// Whether damage may begin at a symbol of [first, last): some chain of arcs there gains nearly enough, or a byte is
  /// missing. Linear in the length of the run.
  [[nodiscard]] bool may_be_damage(std::size_t first, std::size_t last);

 private:
  // The arcs up to `end`, all by one of `readers`, and what they say.
  struct Chain {
    std::size_t end;
    ReaderSet readers;
    float gain;
    char32_t before_last;
    char32_t last;
  };
  // Bytes of an arc that is not complete.
  struct Partial {
    std::array<std::uint8_t, 8> bytes{};
    std::size_t length = 0;
  };

  [[nodiscard]] bool begins_damage(std::size_t at);
  [[nodiscard]] bool begins_folded_damage(std::size_t at);
  [[nodiscard]] bool goes_on(std::size_t begin, std::size_t at, const Partial& partial, ReaderSet readers);
  [[nodiscard]] bool take_bytes(std::size_t begin, std::size_t at, const encoding::ReaderBytes& group, Partial partial,
                                ReaderSet readers);
  [[nodiscard]] bool is_good_end(std::size_t begin, std::size_t end, const Partial& partial, ReaderSet readers);
  [[nodiscard]] bool is_good_at_marker(std::size_t begin, std::size_t marker, const Partial& partial,
                                       ReaderSet readers);
  [[nodiscard]] bool is_good(std::size_t begin, std::size_t end, char32_t character, ReaderSet readers);
  [[nodiscard]] float gain_behind(const Chain& chain, float least);
  [[nodiscard]] bool is_good_below(std::size_t begin, std::size_t end, char32_t character, ReaderSet readers);
  [[nodiscard]] Chain before(std::size_t begin, ReaderSet readers) const;
  [[nodiscard]] const std::array<char32_t, 4>& likeliest(const Partial& partial);
  [[nodiscard]] char32_t symbol(std::size_t at) const { return window_[at].value; }
  [[nodiscard]] float as_it_stands(std::size_t at);

  const PathCosts& costs_;
  const ReaderSet multi_byte_readers_ = encoding::multi_byte_readers();
  model::LanguageMemory& language_;
  std::span<const base::Symbol> window_;
  WindowContext context_;
  std::vector<float> as_it_stands_;  // of each symbol, above 0 where it is not known yet
  bool is_folded_ = false;
  std::vector<Chain> chains_;  // those that end last
  // By the symbol of the arc.
  std::array<SymbolBytesMemory, 4> symbol_bytes_{
      SymbolBytesMemory(BytesRole::kLead), SymbolBytesMemory(BytesRole::kContinuation),
      SymbolBytesMemory(BytesRole::kContinuation), SymbolBytesMemory(BytesRole::kContinuation)};
  SymbolBytesMemory bytes_below_;  // of what arcs become
  std::unordered_map<std::uint32_t, std::array<char32_t, 4>> likeliest_;
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_ARC_SCAN_HPP_
