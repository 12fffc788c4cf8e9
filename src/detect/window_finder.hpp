// The prefilter: finds the windows of a text in which something may be damage.
#ifndef UNBAKE_DETECT_WINDOW_FINDER_HPP_
#define UNBAKE_DETECT_WINDOW_FINDER_HPP_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/symbol.hpp"
#include "detect/legacy_finder.hpp"
#include "encoding/reader_index.hpp"
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
  WindowFinder(std::string_view text, encoding::ReaderSet readers, const model::Model& model)
      : text_(text), readers_(readers), legacy_finder_(text, readers, model) {}

  /// The next window into `window`, whose memory is used again; false if there are no more.
  bool next(Window& window);

  /// Lines that are UTF-8 read by one of `readers` are known not to be legacy text.
  void establish(encoding::ReaderSet readers) { legacy_finder_.establish(readers); }

  /// From now on windows open at U+FFFD, "??", and '?' before what is not ASCII as well, for what may be lost there.
  void look_at_markers() { looks_at_markers_ = true; }

  /// Lets the next window begin at `offset`, at or after the start of the last one: what a cut window left undecided.
  void continue_from(std::size_t offset) { position_ = offset; }

 private:
  // The offset of the next symbol at or after `from` where damage may start, or the end of the text.
  [[nodiscard]] std::size_t find_start(std::size_t from) const;
  [[nodiscard]] bool may_start(std::size_t offset) const;
  [[nodiscard]] std::size_t behind_last_start(std::span<const base::Symbol> symbols, std::size_t first) const;
  [[nodiscard]] bool is_marker(std::size_t offset) const;
  // The first legacy line that ends behind `offset`, of those that begin at or before `limit`; null if there is none.
  const LegacyLine* line_at(std::size_t offset, std::size_t limit);
  static void offer(Window& window, const LegacyLine& line);

  std::string_view text_;
  encoding::ReaderSet readers_;
  LegacyFinder legacy_finder_;
  std::vector<LegacyLine> lines_;  // found and not yet behind the walk, in order
  bool looks_at_markers_ = false;
  std::size_t position_ = 0;  // where the next window may begin
};

}  // namespace unbake::detect

#endif  // UNBAKE_DETECT_WINDOW_FINDER_HPP_
