// utf-8, one character at a time; errors as Unicode recommends and the WHATWG standard demands: one
// for each longest prefix of a character.
#include "base/utf8.hpp"

#include <algorithm>

#include "encoding/family.hpp"

namespace unbake::encoding {

DecodeStep decode_utf8_unit(Input bytes) {
  const std::size_t most = std::min<std::size_t>(bytes.size(), 4);
  std::uint8_t prefix = 0;
  for (std::uint8_t length = 1; length <= most; ++length) {
    switch (base::classify_utf8(bytes.data(), length)) {
      case base::Utf8Prefix::kComplete: {
        const std::string_view text(reinterpret_cast<const char*>(bytes.data()), length);
        return character(base::decode_utf8(text, 0).value, length);
      }
      case base::Utf8Prefix::kPartial:
        prefix = length;
        break;
      case base::Utf8Prefix::kInvalid: {
        const std::uint8_t wrong = std::max<std::uint8_t>(prefix, 1);
        return invalid(wrong, wrong);
      }
    }
  }
  return truncated(prefix);
}

}  // namespace unbake::encoding
