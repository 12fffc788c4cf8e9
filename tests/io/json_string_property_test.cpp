#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "base/utf8.hpp"
#include "io/json_string.hpp"

namespace unbake::io {
namespace {

RC_GTEST_PROP(JsonText, EscapingAndUnescapingAreInverse, ()) {
  std::string text;
  for (const char32_t unit :
       *rc::gen::container<std::u32string>(rc::gen::inRange<char32_t>(0, base::kLastCodePoint + 1))) {
    const bool surrogate = unit >= 0xD800 && unit < 0xE000;
    base::append_utf8(text, surrogate ? U'x' : unit);
  }
  const JsonStyle style = {.ascii_only = *rc::gen::arbitrary<bool>(), .upper_case_hex = *rc::gen::arbitrary<bool>()};
  std::string source;
  append_json_escaped(source, text, style);
  const auto back = JsonText::unescape(source);
  RC_ASSERT(back.has_value());
  RC_ASSERT(std::string(back->text()) == text);
}

}  // namespace
}  // namespace unbake::io
