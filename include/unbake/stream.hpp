// unbake: repairs text that comes in pieces, in memory that does not grow with it.
//
//   unbake::Stream stream;
//   while (read(piece)) write(stream.push(piece));
//   write(stream.finish());
//
// The text is repaired in blocks. A block ends behind the last line feed among its first `kBlockSize` bytes, or, where
// there is none, before the character that would not fit. Each is repaired as a text of its own, so text of up to
// `kBlockSize` bytes comes out as `fix` gives it. Where the pieces end makes no difference to the answer.
#ifndef UNBAKE_STREAM_HPP_
#define UNBAKE_STREAM_HPP_

#include <cstddef>
#include <string>
#include <string_view>

#include "unbake/unbake.hpp"

namespace UNBAKE_EXPORT unbake {

/// A repair of one text in pieces. Used by one thread at a time.
class Stream {
 public:
  /// Bytes of the longest block: 1 MiB.
  static constexpr std::size_t kBlockSize = std::size_t{1} << 20;

  explicit Stream(Options options = {});

  /// Takes in the next bytes of the text. Returns what of it is ready, repaired: often nothing. The view lives until
  /// the next call. Holds at most `kBlockSize` bytes back.
  [[nodiscard]] std::string_view push(std::string_view bytes);

  /// Ends the text. Returns the rest of it, repaired; the view lives until the next call, which begins another text.
  [[nodiscard]] std::string_view finish();

  /// True if something was repaired since the text began; after `finish`, in the text that ended.
  [[nodiscard]] bool changed() const noexcept { return changed_; }

 private:
  void begin_answer();
  void repair_block(std::string_view block);

  Options options_;
  std::string held_;    // not repaired yet
  std::string answer_;  // of the last call
  bool changed_ = false;
  bool finished_ = false;
};

}  // namespace unbake

#endif  // UNBAKE_STREAM_HPP_
