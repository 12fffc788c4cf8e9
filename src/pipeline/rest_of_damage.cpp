#include "pipeline/rest_of_damage.hpp"

#include <array>

#include "base/symbol.hpp"
#include "base/utf8.hpp"
#include "encoding/encoding.hpp"
#include "encoding/reader_index.hpp"

namespace unbake::pipeline {
namespace {

// More than this many characters are not a rest.
constexpr std::size_t kMostRest = 16;

bool is_shown_by(int reader_bit, char32_t symbol) {
  const bool is_control = symbol < 0xA0;  // a mark of windows-1252, if anything
  if (is_control || base::is_raw_byte(symbol)) return false;
  std::array<encoding::ReaderBytes, encoding::kMaxReaderBytes> groups;
  const std::size_t count = encoding::reader_bytes(symbol, groups.data());
  for (std::size_t i = 0; i < count; ++i) {
    if ((groups[i].readers >> reader_bit & 1) != 0) return true;
  }
  return false;
}

// Calls `visit(symbol, offset)` for what is beyond ASCII and in no repair until it returns false; returns how many
// symbols beyond ASCII were in repairs.
template <typename Visit>
std::size_t visit_rest(std::string_view text, const std::vector<Decision>& decisions, Visit visit) {
  std::size_t repaired = 0;
  auto repair = decisions.begin();
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    while (repair != decisions.end() && (repair->verdict != Verdict::kRepaired || repair->offset + repair->length <= i))
      ++repair;
    const base::CodePoint c = base::decode_utf8(text, i);
    const bool is_repaired = repair != decisions.end() && repair->offset <= i;
    repaired += is_repaired ? 1 : 0;
    if (!is_repaired && !visit(c.value, i)) break;
    i += c.length;
  }
  return repaired;
}

// The bit of the one reader that all repairs name; -1 if there is none.
int common_reader(const std::vector<Decision>& decisions) {
  int common = -1;
  for (const Decision& d : decisions) {
    if (d.verdict != Verdict::kRepaired) continue;
    if (d.path.size() != 1 || d.path[0].from != encoding::EncodingId::kUtf8) return -1;
    const int bit = encoding::get(d.path[0].read_as).reader_bit;
    if (common >= 0 && bit != common) return -1;
    common = bit;
  }
  return common;
}

}  // namespace

std::optional<RestOfDamage> rest_of_damage(std::string_view text, const std::vector<Decision>& decisions) {
  RestOfDamage rest{common_reader(decisions), {}};
  if (rest.reader_bit < 0) return std::nullopt;
  bool may_be_damage = true;
  const std::size_t repaired = visit_rest(text, decisions, [&](char32_t symbol, std::size_t offset) {
    may_be_damage = rest.offsets.size() < kMostRest && is_shown_by(rest.reader_bit, symbol);
    if (may_be_damage) rest.offsets.push_back(offset);
    return may_be_damage;
  });
  if (!may_be_damage || rest.offsets.empty() || rest.offsets.size() > repaired) return std::nullopt;
  return rest;
}

bool is_all_repaired(std::string_view text, const std::vector<Decision>& decisions) {
  bool is_all = true;
  visit_rest(text, decisions, [&](char32_t, std::size_t) { return is_all = false; });
  return is_all;
}

}  // namespace unbake::pipeline
