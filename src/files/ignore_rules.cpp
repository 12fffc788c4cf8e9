#include "files/ignore_rules.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace unbake::files {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    parts.emplace_back(path.substr(0, slash));
    if (slash == path.size()) return parts;
    path.remove_prefix(slash + 1);
  }
}

/// The length of the set `[...]` that `pattern` begins with; 0 if its end is missing.
std::size_t set_length(std::string_view pattern) {
  std::size_t i = pattern.substr(1).starts_with('!') || pattern.substr(1).starts_with('^') ? 2 : 1;
  // A bracket that comes first is a member.
  if (pattern.substr(std::min(i, pattern.size())).starts_with(']')) ++i;
  for (; i < pattern.size(); ++i) {
    if (pattern[i] == ']') return i + 1;
    if (pattern.substr(i).starts_with("[:")) i = std::min(pattern.find(":]", i + 2), pattern.size() - 1) + 1;
  }
  return 0;
}

/// The length of what stands for one byte at the beginning of `pattern`, and whether it stands for `byte`.
std::pair<std::size_t, bool> match_byte(std::string_view pattern, char byte) {
  if (pattern[0] == '?') return {1, true};
  if (pattern[0] == '\\' && pattern.size() > 1) return {2, pattern[1] == byte};
  const std::size_t length = pattern[0] == '[' ? set_length(pattern) : 0;
  if (length == 0) return {1, pattern[0] == byte};
  const char text[] = {byte, '\0'};
  return {length, ::fnmatch(std::string(pattern.substr(0, length)).c_str(), text, 0) == 0};
}

/// `pattern` against a part of a path. Only the last star is ever tried again, which is enough, and quadratic at most.
bool matches_part(std::string_view pattern, std::string_view part) {
  std::size_t p = 0;
  std::size_t i = 0;
  std::size_t after_star = std::string_view::npos;
  std::size_t star_end = 0;
  while (i < part.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      after_star = ++p;
      star_end = i;
      continue;
    }
    if (p < pattern.size()) {
      const auto [length, matched] = match_byte(pattern.substr(p), part[i]);
      if (matched) {
        p += length;
        ++i;
        continue;
      }
    }
    if (after_star == std::string_view::npos) return false;
    p = after_star;
    i = ++star_end;
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

/// Removes spaces at the end that no backslash holds.
std::string_view without_trailing_spaces(std::string_view line) {
  while (line.ends_with(' ')) {
    const std::size_t content = line.find_last_not_of('\\', line.size() - 2);
    const std::size_t backslashes = line.size() - 2 - (content == std::string_view::npos ? -1 : content);
    if (line.size() > 1 && backslashes % 2 == 1) break;
    line.remove_suffix(1);
  }
  return line;
}

}  // namespace

bool matches(std::string_view pattern, std::string_view path) {
  const auto patterns = parts_of(pattern);
  const auto parts = parts_of(path);
  // reached[i]: the patterns so far match the first i parts.
  std::vector<char> reached(parts.size() + 1, 0);
  reached[0] = 1;
  for (std::size_t p = 0; p < patterns.size(); ++p) {
    std::vector<char> next(parts.size() + 1, 0);
    if (patterns[p] == "**") {
      // At the end it stands for what is inside: at least one part.
      const bool last = p + 1 == patterns.size();
      bool any = false;
      for (std::size_t i = 0; i <= parts.size(); ++i) {
        if (!last) any = any || reached[i] != 0;
        next[i] = any ? 1 : 0;
        if (last) any = any || reached[i] != 0;
      }
    } else {
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (reached[i] != 0 && matches_part(patterns[p], parts[i])) next[i + 1] = 1;
      }
    }
    reached = std::move(next);
  }
  return reached[parts.size()] != 0;
}

IgnoreRules::IgnoreRules(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  while (!text.empty()) {
    const std::size_t feed = std::min(text.find('\n'), text.size());
    add(text.substr(0, feed));
    text.remove_prefix(std::min(feed + 1, text.size()));
  }
}

void IgnoreRules::add(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  line = without_trailing_spaces(line);
  if (line.empty() || line.starts_with('#')) return;
  Rule rule = {.pattern = {}, .negated = line.starts_with('!'), .folders_only = false, .anchored = false};
  if (rule.negated) line.remove_prefix(1);
  rule.folders_only = line.ends_with('/');
  if (rule.folders_only) line.remove_suffix(1);
  rule.anchored = line.find('/') != std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  rule.pattern = std::string(line);
  rules_.push_back(std::move(rule));
}

Ignored IgnoreRules::decide(std::string_view path, bool is_folder) const {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule) {
    if (rule->folders_only && !is_folder) continue;
    if (matches(rule->pattern, rule->anchored ? path : name)) return rule->negated ? Ignored::kNo : Ignored::kYes;
  }
  return Ignored::kUndecided;
}

}  // namespace unbake::files
