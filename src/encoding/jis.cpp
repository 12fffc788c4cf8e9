#include "encoding/jis.hpp"

#include "encoding/rank_table.hpp"

namespace unbake::encoding {
namespace {

#include "generated/jis.inc"

static_assert(sizeof(kJis0208) / sizeof(kJis0208[0]) == kJis0208Size);

// Entries 8272 to 8835 are NEC's copies of the extensions of IBM.
constexpr std::uint32_t kFirstNec = 8272;
constexpr std::uint32_t kLastNec = 8835;

}  // namespace

char32_t jis0208_character(std::uint32_t pointer) { return kJis0208[pointer]; }

std::uint32_t jis0208_pointer(char32_t code_point) {
  const std::uint16_t entry = kJis0208Encode.lookup(code_point);
  return entry == 0 ? kJis0208Size : entry - 1U;
}

std::uint16_t shift_jis_pair(std::uint32_t pointer) {
  if (pointer >= kFirstNec && pointer <= kLastNec) return kNecToIbm[pointer - kFirstNec];
  const std::uint32_t lead = pointer / 188;
  const std::uint32_t trail = pointer % 188;
  return static_cast<std::uint16_t>((lead + (lead < 0x1F ? 0x81 : 0xC1)) << 8 | (trail + (trail < 0x3F ? 0x40 : 0x41)));
}

char32_t jis0212_character(std::uint8_t row, std::uint8_t cell) { return kJis0212[(row - 0xA1) * 94 + cell - 0xA1]; }

std::uint16_t jis0212_pair(char32_t code_point) { return kJis0212Encode.lookup(code_point); }

}  // namespace unbake::encoding
