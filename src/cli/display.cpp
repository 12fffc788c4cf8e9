#include "cli/display.hpp"

#include <charconv>

#include "cli/code_points.hpp"

namespace unbake::cli {
namespace {

void append_hex(std::string& out, std::string_view mark, unsigned value, int digits) {
  out += mark;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out.push_back("0123456789abcdef"[(value >> shift) & 0xF]);
}

void append_shown(std::string& out, std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  const bool second_control_set =
      character.size() == 2 && first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
  if (character == "\n") {
    out += "\\n";
  } else if (character == "\r") {
    out += "\\r";
  } else if (character == "\t") {
    out += "\\t";
  } else if (character == "\"" || character == "\\") {
    out.append("\\").append(character);
  } else if (second_control_set) {
    append_hex(out, "\\u", static_cast<unsigned char>(character[1]), 4);
  } else if (first < 0x20 || first == 0x7F || (character.size() == 1 && first >= 0x80)) {
    append_hex(out, "\\x", first, 2);
  } else {
    out += character;
  }
}

}  // namespace

std::string quoted(std::string_view text, std::size_t most) {
  std::string out = "\"";
  for (std::size_t shown = 0; !text.empty(); ++shown) {
    if (shown == most) {
      out += "...";
      break;
    }
    const std::size_t length = code_point_length(text);
    append_shown(out, text.substr(0, length));
    text.remove_prefix(length);
  }
  return out + "\"";
}

std::string decimal(double value, int digits) {
  char buffer[64];
  const auto end = std::to_chars(std::begin(buffer), std::end(buffer), value, std::chars_format::fixed, digits);
  // Only numbers beyond all sense do not fit; they are shown in the shortest form instead.
  if (end.ec != std::errc()) return std::to_string(value);
  return {buffer, end.ptr};
}

std::string counted(std::size_t count, std::string_view singular) {
  return std::to_string(count) + " " + std::string(singular) + (count == 1 ? "" : "s");
}

std::string styled(std::string_view text, Style style, bool colored) {
  if (!colored) return std::string(text);
  const char* start = "";
  switch (style) {
    case Style::kBold:
      start = "\033[1m";
      break;
    case Style::kOld:
      start = "\033[31m";
      break;
    case Style::kNew:
      start = "\033[32m";
      break;
    case Style::kPlace:
      start = "\033[36m";
      break;
  }
  return start + std::string(text) + "\033[0m";
}

}  // namespace unbake::cli
