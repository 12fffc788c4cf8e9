// Base64 with padding (RFC 4648).
#ifndef UNBAKE_NOTATION_BASE64_HPP_
#define UNBAKE_NOTATION_BASE64_HPP_

#include <optional>
#include <string>
#include <string_view>

namespace unbake::notation {

std::string encode_base64(std::string_view bytes);
/// Nothing unless `encode_base64` gives `text` again.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace unbake::notation

#endif  // UNBAKE_NOTATION_BASE64_HPP_
