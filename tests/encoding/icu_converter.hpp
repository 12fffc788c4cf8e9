// A converter of ICU that stops at the first error: the second opinion on our tables.
#ifndef UNBAKE_TESTS_ENCODING_ICU_CONVERTER_HPP_
#define UNBAKE_TESTS_ENCODING_ICU_CONVERTER_HPP_

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct UConverter;

namespace unbake::testing {

class IcuConverter {
 public:
  /// Throws `std::runtime_error` if ICU has no converter of this name.
  explicit IcuConverter(const std::string& name);

  /// The characters of `bytes`; nothing if an error stops ICU or nothing comes out.
  std::optional<std::u32string> decode(std::string_view bytes);
  /// The bytes of UTF-8 text; nothing if ICU cannot encode it.
  std::optional<std::string> encode(std::string_view utf8);

 private:
  struct Close {
    void operator()(UConverter* converter) const;
  };
  std::unique_ptr<UConverter, Close> converter_;
};

}  // namespace unbake::testing

#endif  // UNBAKE_TESTS_ENCODING_ICU_CONVERTER_HPP_
