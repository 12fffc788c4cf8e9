#include "cli/diff.hpp"

#include <algorithm>
#include <cstddef>

#include "cli/display.hpp"

namespace unbake::cli {
namespace {

constexpr std::size_t kContext = 3;

/// Lines with their line feeds; the last may lack one.
std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t feed = text.find('\n');
    const std::size_t length = feed == std::string_view::npos ? text.size() : feed + 1;
    lines.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

/// Whole lines that are replaced: `old_count` of them from the line `first`, counted from 0.
struct Block {
  std::size_t first;
  std::size_t old_count;
  std::string replaced;
};

std::vector<Block> changed_blocks(std::string_view text, const std::vector<std::string_view>& lines,
                                  const std::vector<io::Replacement>& replacements) {
  std::vector<Block> blocks;
  std::size_t line = 0;
  std::size_t line_start = 0;
  for (std::size_t at = 0; at < replacements.size();) {
    while (line < lines.size() && line_start + lines[line].size() <= replacements[at].offset) {
      line_start += lines[line++].size();
    }
    Block block{line, 0, {}};
    std::size_t copied = line_start;
    // A block grows as long as the next replacement begins on a line that it already holds.
    while (at < replacements.size() && (block.old_count == 0 || replacements[at].offset < line_start)) {
      const io::Replacement& replacement = replacements[at++];
      block.replaced.append(text, copied, replacement.offset - copied).append(replacement.after);
      copied = replacement.offset + replacement.length;
      while (line < lines.size() && (block.old_count == 0 || line_start < copied)) {
        line_start += lines[line++].size();
        ++block.old_count;
      }
      // What eats the end of its last line draws the next line in.
      if (copied == line_start && line < lines.size() && replacement.length > 0 && text[copied - 1] == '\n' &&
          !block.replaced.ends_with('\n')) {
        line_start += lines[line++].size();
        ++block.old_count;
      }
    }
    block.replaced.append(text, copied, line_start - copied);
    blocks.push_back(std::move(block));
  }
  return blocks;
}

void append_line(std::string& out, char sign, std::string_view line, bool colored) {
  const bool ends = line.ends_with('\n');
  if (ends) line.remove_suffix(1);
  const std::string whole = sign + std::string(line);
  out += sign == '-' ? styled(whole, Style::kOld, colored) : sign == '+' ? styled(whole, Style::kNew, colored) : whole;
  out += ends ? "\n" : "\n\\ No newline at end of file\n";
}

/// `12,3`; a range of no lines is named by the line before it.
std::string range(std::size_t first, std::size_t count) {
  return std::to_string(count == 0 ? first : first + 1) + (count == 1 ? "" : "," + std::to_string(count));
}

}  // namespace

std::string unified_diff(std::string_view name, std::string_view text, const std::vector<io::Replacement>& replacements,
                         bool colored) {
  if (replacements.empty()) return "";
  const std::vector<std::string_view> lines = split_lines(text);
  const std::vector<Block> blocks = changed_blocks(text, lines, replacements);
  std::string diff = styled("--- " + std::string(name), Style::kBold, colored) + "\n" +
                     styled("+++ " + std::string(name), Style::kBold, colored) + "\n";
  std::ptrdiff_t growth = 0;  // lines that the blocks so far have added
  for (std::size_t block = 0; block < blocks.size();) {
    const std::size_t start = blocks[block].first - std::min(kContext, blocks[block].first);
    std::size_t at = start;
    std::size_t added = 0;
    std::size_t removed = 0;
    std::string body;
    for (;; ++block) {
      for (; at < blocks[block].first; ++at) append_line(body, ' ', lines[at], colored);
      for (std::size_t i = 0; i < blocks[block].old_count; ++i) append_line(body, '-', lines[at++], colored);
      const auto fresh = split_lines(blocks[block].replaced);
      for (const std::string_view line : fresh) append_line(body, '+', line, colored);
      removed += blocks[block].old_count;
      added += fresh.size();
      if (block + 1 == blocks.size() || blocks[block + 1].first > at + 2 * kContext) break;
    }
    const std::size_t end = std::min(at + kContext, lines.size());
    for (; at < end; ++at) append_line(body, ' ', lines[at], colored);
    const std::size_t old_count = end - start;
    const std::size_t new_count = old_count - removed + added;
    const auto new_start = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(start) + growth);
    const std::string place = "@@ -" + range(start, old_count) + " +" + range(new_start, new_count) + " @@";
    diff += styled(place, Style::kPlace, colored) + "\n" + body;
    growth += static_cast<std::ptrdiff_t>(added) - static_cast<std::ptrdiff_t>(removed);
    ++block;
  }
  return diff;
}

}  // namespace unbake::cli
