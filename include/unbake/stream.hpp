// unbake: repairs text that comes in pieces, in memory that does not grow with it.
//
//   unbake::Stream stream;
//   while (read(piece)) write(stream.push(piece));
//   write(stream.finish());
//
// Where the pieces end makes no difference to the answer. Text of up to a mebibyte comes out as `fix` gives it; longer
// text is repaired in sections, which hear what the others say of the damage: see sections.hpp.
#ifndef UNBAKE_STREAM_HPP_
#define UNBAKE_STREAM_HPP_

#include <string>
#include <string_view>

#include "unbake/sections.hpp"
#include "unbake/unbake.hpp"

namespace UNBAKE_EXPORT unbake {

/// A repair of one text in pieces. Used by one thread at a time.
class Stream {
 public:
  explicit Stream(Options options = {});

  /// Takes in the next bytes of the text. Returns what of it is ready, repaired: often nothing. The view lives until
  /// the next call. Holds some mebibytes back.
  [[nodiscard]] std::string_view push(std::string_view bytes);

  /// Ends the text. Returns the rest of it, repaired; the view lives until the next call, which begins another text.
  [[nodiscard]] std::string_view finish();

  /// True if something was repaired since the text began; after `finish`, in the text that ended.
  [[nodiscard]] bool changed() const noexcept { return changed_; }

 private:
  void begin_answer();
  void take_sections();

  Options options_;
  SectionStream sections_;
  std::string answer_;  // of the last call
  bool changed_ = false;
  bool finished_ = false;
};

}  // namespace unbake

#endif  // UNBAKE_STREAM_HPP_
