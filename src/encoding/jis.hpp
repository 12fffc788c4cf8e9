// The character sets that shift_jis, euc-jp and iso-2022-jp share.
#ifndef UNBAKE_ENCODING_JIS_HPP_
#define UNBAKE_ENCODING_JIS_HPP_

#include <cstddef>
#include <cstdint>

namespace unbake::encoding {

/// Rows of JIS X 0208 with the extensions of NEC and, beyond row 94, of IBM; entries count row by
/// row, 94 a row.
inline constexpr std::uint32_t kJis0208Size = 120 * 94;

/// The character of an entry below `kJis0208Size`, 0 if there is none.
char32_t jis0208_character(std::uint32_t pointer);
/// The first entry of a character; `kJis0208Size` if there is none.
std::uint32_t jis0208_pointer(char32_t code_point);
/// The pair in shift_jis of an entry: that of the extensions of IBM where NEC has a copy.
std::uint16_t shift_jis_pair(std::uint32_t pointer);
/// The character of JIS X 0212 at `row` and `cell`, each A1 to FE; 0 if there is none.
char32_t jis0212_character(std::uint8_t row, std::uint8_t cell);
/// Its row and cell as two bytes, 0 if there are none.
std::uint16_t jis0212_pair(char32_t code_point);

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_JIS_HPP_
