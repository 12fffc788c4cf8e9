// For any JSON, written in any way: the strings of the field are rewritten, and nothing else.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "formats/renew.hpp"
#include "io/json_string.hpp"

namespace unbake::formats {
namespace {

constexpr std::string_view kField = "t";

/// A line in the making: as it is given, and as it should come out.
struct Lines {
  std::string given;
  std::string expected;

  void add(std::string_view both) {
    given += both;
    expected += both;
  }
};

std::string blanks() { return *rc::gen::resize(3, rc::gen::container<std::string>(rc::gen::element(' ', '\t', '\r'))); }

/// One character in one of the ways that JSON has for it; nothing that could be part of "old".
std::string spelled_character() {
  const char32_t character = *rc::gen::element<char32_t>('a', 'Z', ' ', '/', '"', '\\', '\n', 0x01, 0x7F, 0xE9, 0x20AC,
                                                         0xFFFD, 0x1F600, 0x10FFFF);
  std::string text;
  base::append_utf8(text, character);
  const bool upper_case = *rc::gen::arbitrary<bool>();
  std::string spelled;
  io::append_json_escaped(spelled, text, {.ascii_only = *rc::gen::arbitrary<bool>(), .upper_case_hex = upper_case});
  return spelled;
}

/// The source of a string without an "old", which half of a surrogate pair or stray bytes may be in.
std::string innocent_source() {
  std::string source;
  const int count = *rc::gen::inRange(0, 6);
  for (int i = 0; i < count; ++i) {
    source +=
        *rc::gen::weightedOneOf<std::string>({{8, rc::gen::exec(spelled_character)},
                                              {1, rc::gen::element<std::string>("\\ud83d ", "\\ude00", "\\/")},
                                              {1, rc::gen::element<std::string>("\xFF", "\xED\xA0\xBD", "\xC3")}});
  }
  return source;
}

/// A string of the field: "old" here and there, also in escapes, is to become "N".
void add_field_string(Lines& lines) {
  lines.add("\"");
  const int count = *rc::gen::inRange(0, 3);
  for (int i = 0; i < count; ++i) {
    lines.add(innocent_source());
    lines.given += *rc::gen::element<std::string>("old", "\\u006fld", "o\\u006Cd", "ol\\u0064");
    lines.expected += "N";
  }
  lines.add(innocent_source());
  lines.add("\"");
}

void add_value(Lines& lines, bool in_field, int depth);

void add_object(Lines& lines, int depth) {
  lines.add("{");
  const int count = *rc::gen::inRange(0, 4);
  for (int i = 0; i < count; ++i) {
    if (i > 0) lines.add(",");
    const bool matches = *rc::gen::arbitrary<bool>();
    lines.add(blanks());
    lines.add("\"" + (matches ? std::string(kField) : "k" + innocent_source()) + "\"" + blanks() + ":");
    // Only the field of the outermost object counts.
    add_value(lines, matches && depth == 0, depth + 1);
  }
  lines.add(blanks() + "}");
}

void add_array(Lines& lines, bool in_field, int depth) {
  lines.add("[");
  const int count = *rc::gen::inRange(0, 3);
  for (int i = 0; i < count; ++i) {
    if (i > 0) lines.add(",");
    add_value(lines, in_field, depth + 1);
  }
  lines.add(blanks() + "]");
}

void add_value(Lines& lines, bool in_field, int depth) {
  lines.add(blanks());
  switch (*rc::gen::inRange(0, depth > 4 ? 3 : 5)) {
    case 0:
    case 1:
      if (in_field) {
        add_field_string(lines);
      } else {
        lines.add("\"" + innocent_source() + "old\"");
      }
      break;
    case 2:
      lines.add(
          *rc::gen::element<std::string>("0", "-1", "1.50", "1E+9", "123456789012345678901234567890", "true", "null"));
      break;
    case 3:
      add_array(lines, in_field, depth);
      break;
    default:
      add_object(lines, depth);
  }
  lines.add(blanks());
}

RC_GTEST_PROP(Json, LeavesEverythingElseByteForByte, ()) {
  Lines lines;
  add_object(lines, 0);
  lines.add(*rc::gen::element<std::string>("", "\n", "\r\n"));
  const auto result =
      tests::renew("json", lines.given, {.fields = {std::string(kField)}, .columns = {}, .attributes = {}}, "old", "N");
  RC_ASSERT(std::holds_alternative<std::string>(result));
  RC_ASSERT(std::get<std::string>(result) == lines.expected);
}

RC_GTEST_PROP(Json, TakesAnyBytes, ()) {
  const auto piece = rc::gen::element<std::string>("{", "}", "[", "]", ":", ",", "\"", "\\", "t", "old", "1", "\\u00",
                                                   "null", " ", "\xFF", "\xC3\xA9");
  std::string line;
  for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) line += part;
  const auto result = tests::renew("json", line, {.fields = {std::string(kField)}, .columns = {}, .attributes = {}});
  if (line.find("old") == std::string::npos && std::holds_alternative<std::string>(result)) {
    RC_ASSERT(std::get<std::string>(result) == line);
  }
}

}  // namespace
}  // namespace unbake::formats
