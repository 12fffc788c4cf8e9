// UTF-8: decoding and encoding any bytes gives them again, and agrees with a decoder written off the definition.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "reference/base/plain_utf8.hpp"

namespace {

using namespace unbake;

void require(bool holds) {
  if (!holds) std::abort();
}

// The code point at the head of `rest`, and its bytes.
std::optional<std::string_view> first_code_point(std::string_view rest) {
  for (std::size_t length = 1; length <= 4 && length <= rest.size(); ++length) {
    if (reference::plain_decode_utf8(rest.substr(0, length))) return rest.substr(0, length);
  }
  return std::nullopt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::string again;
  std::size_t first_raw = text.size();
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    const auto expected = first_code_point(text.substr(i));
    require(base::is_raw_byte(c.value) == !expected.has_value());
    if (expected) {
      require(c.length == expected->size() && c.value == reference::plain_decode_utf8(*expected));
      require(base::utf8_length(c.value) == c.length);
    } else {
      require(c.length == 1 && c.value == base::kRawByte + data[i]);
      if (first_raw == text.size()) first_raw = i;
    }
    base::append_utf8(again, c.value);
    i += c.length;
  }
  require(again == text);
  require(base::find_invalid_utf8(text) == first_raw);
  return 0;
}
