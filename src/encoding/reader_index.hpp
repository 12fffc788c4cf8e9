// The inverse of all readers at once: which bytes, in which encodings, a character may have been
// shown for.
#ifndef UNBAKE_ENCODING_READER_INDEX_HPP_
#define UNBAKE_ENCODING_READER_INDEX_HPP_

#include <cstddef>
#include <cstdint>

#include "encoding/encoding.hpp"

namespace unbake::encoding {

/// A set of readers: encodings that text is often wrongly read as. Bit `Encoding::reader_bit`.
using ReaderSet = std::uint64_t;

/// The encoding of one bit of a `ReaderSet`, 0 to `reader_count() - 1`.
EncodingId reader(int bit);
int reader_count();
/// All readers of more than one byte a character.
ReaderSet multi_byte_readers();

/// Bytes that each of `readers` shows as one and the same character.
struct ReaderBytes {
  ReaderSet readers;
  std::uint8_t bytes[4];
  std::uint8_t length;  ///< 1 to 4.
};

inline constexpr std::size_t kMaxReaderBytes = 24;

/// Every way in which a reader shows `code_point`, grouped by bytes; at most `kMaxReaderBytes`
/// groups, in a fixed order. Repair needs the *sloppy union*: besides the table of the encoding
/// also the C1 control of the same number for each hole below A0 (as browsers, MySQL and ICU
/// decode), and what widely used decoders do beyond the standard; each such addition is listed in
/// `tables/README.md`. ASCII is not indexed: it stands for itself in every reader. Returns the
/// number of groups written to `out`; 0 for surrogates and what is no code point.
std::size_t reader_bytes(char32_t code_point, ReaderBytes out[kMaxReaderBytes]);

/// Readers of which `reader_bytes(code_point)` has a group that begins a character of UTF-8: a lead byte
/// (C2 to F4), and behind it, if the group has more, a byte that may follow it. For the BMP, two loads; beyond it,
/// nothing is filtered: all multi-byte readers.
inline ReaderSet lead_readers(char32_t code_point);
/// Readers of which it has a group of one byte that continues a character of UTF-8 (80 to BF). Beyond the BMP there is
/// none.
inline ReaderSet continuation_readers(char32_t code_point);

// The tables behind these two, which are asked for every character: generated/reader_masks.inc.
namespace masks {

extern const ReaderSet kLeadSets[];
extern const ReaderSet kContinuationSets[];
inline constexpr char32_t kFirstOfHigh = 0x3000;
extern const std::uint16_t kLowMaskPages[];
extern const std::uint16_t kLowMaskEntries[];
extern const std::uint16_t kHighMaskPages[];
extern const std::uint8_t kHighMaskEntries[];

// The entry of a character of the BMP in both arrays of sets.
inline std::size_t number(char32_t code_point) {
  if (code_point < kFirstOfHigh) return kLowMaskEntries[kLowMaskPages[code_point >> 6] * 64U + (code_point & 63)];
  return kHighMaskEntries[kHighMaskPages[(code_point - kFirstOfHigh) >> 6] * 64U + (code_point & 63)];
}

}  // namespace masks

inline ReaderSet lead_readers(char32_t code_point) {
  return code_point > 0xFFFF ? multi_byte_readers() : masks::kLeadSets[masks::number(code_point)];
}

inline ReaderSet continuation_readers(char32_t code_point) {
  return code_point > 0xFFFF ? 0 : masks::kContinuationSets[masks::number(code_point)];
}

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_READER_INDEX_HPP_
