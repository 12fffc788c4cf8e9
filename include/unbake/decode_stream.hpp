// unbake: bytes of unknown, wrong or mixed encoding that come in blocks become text, in bounded memory.
//
//   unbake::DecodeStream stream({.language = "ru"});
//   while (read(block)) {
//     unbake::Result<std::string_view> text = stream.push(block);
//     if (!text) return complain(text.error().message);  // no text: a picture, a program
//     write(*text);
//   }
//   write(*stream.finish());
//   log(stream.summary().encoding);
//
// Bytes of up to a mebibyte come out as `decode` gives them. Of more, the first mebibyte is decided as a whole; each
// further one is looked at as well, with what was found as a hint, so that what only later bytes tell is heard. Where
// the blocks begin and end makes no difference.
#ifndef UNBAKE_DECODE_STREAM_HPP_
#define UNBAKE_DECODE_STREAM_HPP_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "unbake/decode.hpp"
#include "unbake/result.hpp"

namespace UNBAKE_EXPORT unbake {

/// What was found in the bytes that have come out as text.
struct DecodeSummary {
  /// Of these, no more are told of pieces and of strays.
  static constexpr std::size_t kMostTold = 65536;

  std::string_view encoding = "utf-8";  ///< Of most of the bytes.
  double confidence = 1;                ///< The least of all sections.
  std::uint64_t repairs = 0;            ///< Damaged places that were repaired.
  std::uint64_t piece_count = 0;
  std::uint64_t stray_count = 0;
  std::vector<EncodingGuess> alternatives;  ///< Of the section that was least sure.
  std::vector<EncodingVote> votes;          ///< An encoding is contradicted if some section contradicts it.
  std::vector<DecodedPiece> pieces;         ///< The first `kMostTold`.
  std::vector<StrayBytes> strays;           ///< The same.
};

/// Decodes one text in blocks. A value of one thread. Holds at most two mebibytes of bytes, but for a block that is
/// longer, and some mebibytes of text if it repairs.
class DecodeStream {
 public:
  explicit DecodeStream(DecodeHints hints = {});
  DecodeStream(DecodeStream&&) noexcept;
  DecodeStream& operator=(DecodeStream&&) noexcept;
  ~DecodeStream();

  /// Takes in the next bytes. Gives what of the text is ready, often nothing; the view lives until the next call. Fails
  /// as `decode` does, before there is any text; every call behind that fails the same way. What begins as text and
  /// goes on as none comes out as it may.
  [[nodiscard]] Result<std::string_view> push(std::string_view bytes);

  /// Ends the bytes. Gives the rest of the text; the view lives as long as the stream. Nothing may be pushed then.
  [[nodiscard]] Result<std::string_view> finish();

  /// What was found so far; after `finish`, all of it. Lives as long as the stream, and changes with each call.
  [[nodiscard]] const DecodeSummary& summary() const noexcept;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace unbake

#endif  // UNBAKE_DECODE_STREAM_HPP_
