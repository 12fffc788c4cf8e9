#include "report/json_object.hpp"

#include <charconv>

#include "base/utf8.hpp"
#include "io/json_string.hpp"

namespace unbake::report {
namespace {

std::string valid_utf8(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint character = base::decode_utf8(text, at);
    base::append_utf8(out, base::is_raw_byte(character.value) ? base::kReplacementCharacter : character.value);
    at += character.length;
  }
  return out;
}

void append_string(std::string& out, std::string_view value) {
  out += '"';
  io::append_json_escaped(out, valid_utf8(value));
  out += '"';
}

}  // namespace

void JsonObject::begin(std::string_view key) {
  if (!members_.empty()) members_ += ',';
  append_string(members_, key);
  members_ += ':';
}

JsonObject& JsonObject::add(std::string_view key, std::string_view value) {
  begin(key);
  append_string(members_, value);
  return *this;
}

JsonObject& JsonObject::add(std::string_view key, double value) {
  begin(key);
  char buffer[64];
  // Six digits are more than any model knows, and the same on every machine.
  const auto end = std::to_chars(std::begin(buffer), std::end(buffer), value, std::chars_format::general, 6);
  members_.append(buffer, end.ptr);
  return *this;
}

JsonObject& JsonObject::add(std::string_view key, std::size_t value) {
  begin(key);
  members_ += std::to_string(value);
  return *this;
}

JsonObject& JsonObject::add(std::string_view key, bool value) {
  begin(key);
  members_ += value ? "true" : "false";
  return *this;
}

JsonObject& JsonObject::add(std::string_view key, const JsonObject& value) {
  begin(key);
  members_ += value.text();
  return *this;
}

JsonObject& JsonObject::add(std::string_view key, const std::vector<JsonObject>& values) {
  begin(key);
  std::string array;
  for (const JsonObject& value : values) array.append(array.empty() ? "" : ",").append(value.text());
  members_.append("[").append(array).append("]");
  return *this;
}

JsonObject& JsonObject::add(std::string_view key, const std::vector<std::string_view>& values) {
  begin(key);
  std::string array;
  for (const std::string_view value : values) {
    if (!array.empty()) array += ',';
    append_string(array, value);
  }
  members_.append("[").append(array).append("]");
  return *this;
}

}  // namespace unbake::report
