#include "io/icu_converter.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace unbake::io {
namespace {

UConverter* of(void* converter) { return static_cast<UConverter*>(converter); }

bool is_first_half(char32_t unit) { return (unit & 0xFC00U) == 0xD800; }
bool is_second_half(char32_t unit) { return (unit & 0xFC00U) == 0xDC00; }

// Appends UTF-16 to UTF-8. `pending` is a first half that ended the units before.
void append(const char16_t* unit, const char16_t* end, char32_t& pending, std::string& text) {
  for (; unit < end; ++unit) {
    const char32_t c = *unit;
    if (pending != 0 && is_second_half(c)) {
      base::append_utf8(text, 0x10000 + ((pending - 0xD800) << 10U) + (c - 0xDC00));
      pending = 0;
      continue;
    }
    if (pending != 0) base::append_utf8(text, base::kReplacementCharacter);
    pending = is_first_half(c) ? c : 0;
    if (pending == 0) base::append_utf8(text, is_second_half(c) ? base::kReplacementCharacter : c);
  }
}

bool is_same_name(std::string_view x, std::string_view y) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(x.begin(), x.end(), y.begin(), y.end(), [&](char a, char b) { return lower(a) == lower(b); });
}

bool is_listed(const std::string& name) {
  for (const IcuEncoding& encoding : icu_encodings()) {
    const auto is_same = [&](const std::string& alias) { return is_same_name(alias, name); };
    if (is_same(encoding.name) || std::any_of(encoding.aliases.begin(), encoding.aliases.end(), is_same)) return true;
  }
  return false;
}

}  // namespace

void IcuConverter::Close::operator()(void* converter) const { ucnv_close(of(converter)); }

IcuConverter::IcuConverter(void* converter) : converter_(converter) {
  UErrorCode status = U_ZERO_ERROR;
  name_ = ucnv_getName(of(converter), &status);
}

std::optional<IcuConverter> IcuConverter::open(const std::string& name) {
  // ICU itself takes much for a name: it leaves out hyphens, and the empty one is that of the system.
  if (!is_listed(name)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  return IcuConverter(converter);
}

void IcuConverter::convert(std::string_view bytes, bool is_last, std::string& text) {
  std::array<char16_t, 4096> units;
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  while (true) {
    char16_t* to = units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(of(converter_.get()), &to, units.data() + units.size(), &from, end, nullptr, is_last ? 1 : 0,
                   &status);
    append(units.data(), to, pending_, text);
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  if (!is_last) return;
  if (pending_ != 0) base::append_utf8(text, base::kReplacementCharacter);
  pending_ = 0;
}

std::vector<IcuEncoding> icu_encodings() {
  std::vector<IcuEncoding> encodings;
  const int32_t count = ucnv_countAvailable();
  for (int32_t i = 0; i < count; ++i) {
    IcuEncoding encoding{ucnv_getAvailableName(i), {}};
    UErrorCode status = U_ZERO_ERROR;
    const uint16_t aliases = ucnv_countAliases(encoding.name.c_str(), &status);
    for (uint16_t k = 0; k < aliases && U_SUCCESS(status); ++k) {
      const char* const alias = ucnv_getAlias(encoding.name.c_str(), k, &status);
      if (U_SUCCESS(status) && alias != encoding.name) encoding.aliases.emplace_back(alias);
    }
    encodings.push_back(std::move(encoding));
  }
  return encodings;
}

}  // namespace unbake::io
