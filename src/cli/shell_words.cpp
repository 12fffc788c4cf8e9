#include "cli/shell_words.hpp"

#include <algorithm>
#include <string_view>

#include "cli/code_points.hpp"

namespace unbake::cli {
namespace {

constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+@%";

bool is_valid(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = code_point_length(text);
    if (length == 1 && static_cast<unsigned char>(text[0]) >= 0x80) return false;
    text.remove_prefix(length);
  }
  return true;
}

/// In the notation of bash for what cannot be shown.
std::string escaped(std::string_view word) {
  std::string text = "$'";
  for (const unsigned char byte : word) {
    if (byte < 0x20 || byte >= 0x7F) {
      text += {'\\', 'x', "0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 0xF]};
    } else {
      if (byte == '\'' || byte == '\\') text += '\\';
      text += static_cast<char>(byte);
    }
  }
  return text + "'";
}

}  // namespace

std::string shell_word(const std::string& word) {
  const bool plain = word.find_first_not_of(kPlain) == std::string::npos;
  if (plain && !word.empty()) return word;
  const bool control = std::any_of(word.begin(), word.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  if (control || !is_valid(word)) return escaped(word);
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

std::string shell_command(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + shell_word(word);
  return text;
}

std::string writing_command(const std::vector<std::string>& words) {
  std::vector<std::string> writing = {"unbake"};
  bool options = true;
  for (const std::string& word : words) {
    options = options && word != "--";
    if (!options || (word != "-n" && word != "--dry-run")) writing.push_back(word);
    if (writing.size() == 2) writing.emplace_back("-w");
  }
  return shell_command(writing);
}

}  // namespace unbake::cli
