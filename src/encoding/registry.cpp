// Names: all encodings, and the labels they are found by.
#include <algorithm>
#include <array>
#include <iterator>

#include "encoding/family.hpp"
#include "encoding/reader_index.hpp"

namespace unbake::encoding {
namespace {

struct Label {
  std::string_view label;
  EncodingId id;
};

#include "generated/registry.inc"

static_assert(std::size(kEncodings) == kEncodingCount);

constexpr bool is_ascii_white_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::size_t longest_label() {
  std::size_t longest = 0;
  for (const Label& label : kLabels) longest = std::max(longest, label.label.size());
  return longest;
}

}  // namespace

std::span<const Encoding> all_encodings() { return kEncodings; }

const Encoding& get(EncodingId id) { return kEncodings[static_cast<std::size_t>(id)]; }

std::optional<EncodingId> find(std::string_view label) {
  while (!label.empty() && is_ascii_white_space(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_ascii_white_space(label.back())) label.remove_suffix(1);
  std::array<char, longest_label()> lower;
  if (label.size() > lower.size()) return std::nullopt;
  std::transform(label.begin(), label.end(), lower.begin(), ascii_lower);
  const std::string_view wanted(lower.data(), label.size());
  const Label* found = std::lower_bound(std::begin(kLabels), std::end(kLabels), wanted,
                                        [](const Label& entry, std::string_view text) { return entry.label < text; });
  if (found == std::end(kLabels) || found->label != wanted) return std::nullopt;
  return found->id;
}

EncodingId reader(int bit) { return kReaders[bit]; }
int reader_count() { return static_cast<int>(std::size(kReaders)); }
ReaderSet multi_byte_readers() { return kMultiByteReaders; }

}  // namespace unbake::encoding
