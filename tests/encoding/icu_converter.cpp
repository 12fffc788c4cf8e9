#include "encoding/icu_converter.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <stdexcept>
#include <vector>

namespace unbake::testing {

void IcuConverter::Close::operator()(UConverter* converter) const { ucnv_close(converter); }

IcuConverter::IcuConverter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  converter_.reset(ucnv_open(name.c_str(), &status));
  ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no converter " + name);
}

std::optional<std::u32string> IcuConverter::decode(std::string_view bytes) {
  ucnv_reset(converter_.get());
  UErrorCode status = U_ZERO_ERROR;
  std::vector<UChar> buffer(bytes.size() * 2 + 8);
  const int32_t length = ucnv_toUChars(converter_.get(), buffer.data(), static_cast<int32_t>(buffer.size()),
                                       bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status) || length == 0) return std::nullopt;
  std::u32string text;
  for (int32_t i = 0; i < length;) {
    UChar32 c;
    U16_NEXT(buffer.data(), i, length, c);
    text += static_cast<char32_t>(c);
  }
  return text;
}

std::optional<std::string> IcuConverter::encode(std::string_view utf8) {
  ucnv_reset(converter_.get());
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(static_cast<std::size_t>(text.length()) * 8 + 16, '\0');
  const int32_t length = ucnv_fromUChars(converter_.get(), bytes.data(), static_cast<int32_t>(bytes.size()),
                                         text.getBuffer(), text.length(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

}  // namespace unbake::testing
