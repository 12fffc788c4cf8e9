// Two-stage tables over the BMP, as the generator of tables writes them.
#ifndef UNBAKE_ENCODING_PAGE_TABLE_HPP_
#define UNBAKE_ENCODING_PAGE_TABLE_HPP_

#include <cstdint>

namespace unbake::encoding {

/// The entry of `code_point`, 0 if there is none or it is beyond the BMP. Both arrays are of tables/generated.
inline std::uint16_t page_lookup(const std::uint16_t (&pages)[1024], const std::uint16_t* values, char32_t code_point) {
  return code_point > 0xFFFF ? std::uint16_t{0} : values[pages[code_point >> 6] * 64U + (code_point & 63)];
}

}  // namespace unbake::encoding

#endif  // UNBAKE_ENCODING_PAGE_TABLE_HPP_
