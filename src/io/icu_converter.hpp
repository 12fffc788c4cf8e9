// Encodings that the library has no tables of, and ICU has.
#ifndef UNBAKE_IO_ICU_CONVERTER_HPP_
#define UNBAKE_IO_ICU_CONVERTER_HPP_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unbake::io {

/// Bytes of one of ICU's encodings become UTF-8, block by block. Bytes that are no character become U+FFFD.
class IcuConverter {
 public:
  /// By any name that ICU knows; nothing if it knows none like that.
  static std::optional<IcuConverter> open(const std::string& name);

  /// Appends to `text` what is whole of `bytes` and of what was left of those before; all of it if `is_last`.
  void convert(std::string_view bytes, bool is_last, std::string& text);

  /// ICU's own name.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  struct Close {
    void operator()(void* converter) const;
  };
  explicit IcuConverter(void* converter);

  std::unique_ptr<void, Close> converter_;
  std::string name_;
  char32_t pending_ = 0;  // the first half of a pair of surrogates, whose second is still to come
};

/// One of them, with its other names.
struct IcuEncoding {
  std::string name;
  std::vector<std::string> aliases;
};

/// All of them, in ICU's order.
std::vector<IcuEncoding> icu_encodings();

}  // namespace unbake::io

#endif  // UNBAKE_IO_ICU_CONVERTER_HPP_
