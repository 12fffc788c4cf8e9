// Bytes that come in blocks become text, in memory that does not grow with them.
#ifndef UNBAKE_DECODE_SECTIONS_HPP_
#define UNBAKE_DECODE_SECTIONS_HPP_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "decode/decode.hpp"

namespace unbake::decoding {

/// A part of the bytes, decoded.
struct DecodedSection {
  std::uint64_t offset;  ///< Of its first byte in all bytes; those in `decoded` count from here.
  std::size_t length;    ///< Bytes.
  bool is_ascii;         ///< Its bytes are, and no escapes: it is the same in the encoding of the others.
  Decoded decoded;
};

/// Decodes sections, each with what those before it were in as a hint: so all bytes are looked at, and an encoding that
/// only later bytes speak of is found there. Sections end behind a line feed; where there is none, behind a byte that
/// ends a character in any encoding. Where the blocks begin and end makes no difference. Bytes of no more than
/// `kLongest` are one section, and are decoded as `decode` decodes them.
class SectionDecoder {
 public:
  static constexpr std::size_t kLongest = std::size_t{1} << 20;

  explicit SectionDecoder(Hints hints) : hints_(std::move(hints)) {}

  void push(std::string_view bytes);
  void finish() { is_finished_ = true; }
  /// The next section; nothing until more bytes are known, or if there are no more. Only the first can be binary, and
  /// is the last then.
  [[nodiscard]] std::optional<DecodedSection> next();

 private:
  [[nodiscard]] std::size_t section_length(std::string_view rest) const;
  void learn(const DecodedSection& section);

  Hints hints_;
  std::string waiting_;
  std::size_t begin_ = 0;  // what of `waiting_` was decoded
  std::uint64_t offset_ = 0;
  bool is_finished_ = false;
  bool is_binary_ = false;
};

}  // namespace unbake::decoding

#endif  // UNBAKE_DECODE_SECTIONS_HPP_
