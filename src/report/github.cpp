#include "report/github.hpp"

#include <string_view>

namespace unbake::report {
namespace {

/// Percent signs, line ends and what `others` has as escapes.
std::string escaped(std::string_view text, std::string_view others) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || byte < 0x20 || others.find(c) != std::string_view::npos) {
      out.append({'%', kDigits[byte >> 4], kDigits[byte & 0xF]});
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string github_command(const Found& found) {
  const auto number = [](const char* name, std::size_t value) {
    return std::string(",") + name + "=" + std::to_string(value);
  };
  const bool is_repair = found.kind.empty();
  std::string command = (is_repair ? "::error file=" : "::warning file=") + escaped(found.file, ":,") +
                        number("line", found.begin.line) + number("endLine", found.end.line);
  // Columns are only known within one line.
  if (found.begin.line == found.end.line) {
    command += number("col", found.begin.column) + number("endColumn", found.end.column);
  }
  const std::string title = is_repair ? found.path : "unrecoverable, " + found.kind;
  const std::string message = is_repair ? " should be \"" + found.after + "\"" : " is what is left of lost text";
  return command + ",title=" + escaped(title, ":,") + "::" + escaped("\"" + found.before + "\"" + message, "") + "\n";
}

}  // namespace unbake::report
