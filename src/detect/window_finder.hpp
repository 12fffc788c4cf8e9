// The prefilter: finds the windows of a text in which something may be damage.
#ifndef UNBAKE_DETECT_WINDOW_FINDER_HPP_
#define UNBAKE_DETECT_WINDOW_FINDER_HPP_

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/symbol.hpp"
#include "base/utf8.hpp"
#include "detect/legacy_finder.hpp"
#include "encoding/reader_index.hpp"
#include "encoding/symbol_bytes.hpp"
#include "model/model.hpp"

namespace unbake::detect {

/// A stretch of text that the search has to look at, with some clean context on both sides.
struct Window {
  std::vector<base::Symbol> symbols;  ///< Whole symbols, in order.
  std::size_t begin = 0;              ///< Bytes from the start of the text.
  std::size_t end = 0;
  std::vector<encoding::Conversion> conversions;  ///< Legacy encodings that are likely somewhere in it.
  std::vector<LegacyLine> latin_lines;            ///< Lines that are whole in it and have a `latin` reading, in order.
  bool is_cut = false;                            ///< It ends because it is full: damage may go on behind it.
};

/// Walks a text once. Text outside of all windows cannot be damage of the kind that repair undoes: no character there
/// is the beginning of a character in UTF-8 that some reader may have taken apart, and no line there is likelier in a
/// legacy encoding. Linear time; memory is one window, which has at most `kMaxSymbols` symbols.
class WindowFinder {
 public:
  static constexpr std::size_t kMaxSymbols = 2048;
  static constexpr std::size_t kContext = 8;  ///< Symbols before and after.
  static constexpr std::size_t kBridge = 24;  ///< Windows closer than this many symbols become one.

  static constexpr std::size_t kMostConversions = 6;

  /// Only damage by `readers` is looked for.
  WindowFinder(std::string_view text, encoding::ReaderSet readers, const model::Model& model);
  ~WindowFinder();

  /// The next window into `window`, whose memory is used again; false if there are no more.
  bool next(Window& window);

  /// Lines that are UTF-8 read by one of `readers` are known not to be legacy text.
  void establish(encoding::ReaderSet readers) { legacy_finder_.establish(readers); }

  /// From now on windows open at U+FFFD, "??", and '?' before what is not ASCII as well, for what may be lost there;
  /// with `everywhere` also at whatever is not ASCII, since nothing may stand for what is lost.
  void look_at_markers(bool everywhere) {
    looks_at_markers_ = true;
    looks_everywhere_ = everywhere;
  }

  /// Lets the next window begin at `offset`, at or after the start of the last one: what a cut window left undecided.
  void continue_from(std::size_t offset) { position_ = offset; }

 private:
  // The offset of the next symbol at or after `from` where damage may start, or the end of the text.
  [[nodiscard]] std::size_t find_start(std::size_t from);
  [[nodiscard]] bool may_start(std::size_t offset, const base::CodePoint& c);
  // Whether the symbols from `offset` on may complete `partial`, all read by one of `readers`.
  struct Partial;
  [[nodiscard]] bool may_complete(std::size_t offset, encoding::ReaderSet readers, const Partial& partial);
  [[nodiscard]] bool takes_bytes(std::size_t offset, const encoding::SymbolBytes& symbol, encoding::ReaderSet readers,
                                 const Partial& partial);
  [[nodiscard]] std::size_t behind_last_start(std::span<const base::Symbol> symbols, std::size_t first);
  [[nodiscard]] bool is_marker(std::size_t offset) const;
  // The first legacy line that ends behind `offset`, of those that begin at or before `limit`; null if there is none.
  const LegacyLine* line_at(std::size_t offset, std::size_t limit);
  static void offer(Window& window, const LegacyLine& line);

  std::string_view text_;
  encoding::ReaderSet readers_;
  encoding::ReaderSet multi_byte_readers_ = encoding::multi_byte_readers();
  LegacyFinder legacy_finder_;
  // By the symbol of the character that is put together; most texts need none.
  struct Memory;
  std::unique_ptr<Memory> memory_;
  std::vector<LegacyLine> lines_;  // found and not yet behind the walk, in order
  bool looks_at_markers_ = false;
  bool looks_everywhere_ = false;
  std::size_t position_ = 0;  // where the next window may begin
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_WINDOW_FINDER_HPP_
