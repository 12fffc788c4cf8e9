// What a hypothesis knows of one layer of damage: which readers may have made it, and the bytes still open.
#ifndef UNBAKE_REPAIR_LAYER_STATE_HPP_
#define UNBAKE_REPAIR_LAYER_STATE_HPP_

#include <array>
#include <cstdint>

#include "base/utf8.hpp"
#include "encoding/reader_index.hpp"

namespace unbake::repair {

using encoding::ReaderSet;

/// The most layers that a hypothesis undoes at once. More are undone by repairing the result again.
inline constexpr int kMaxDepth = 3;

/// UTF-8 read by one of `readers`; `pending` are the bytes of a character that is not complete yet.
struct LayerState {
  ReaderSet readers = 0;
  std::array<std::uint8_t, 4> pending{};
  std::uint8_t pending_length = 0;

  /// Takes one more byte. On kComplete the caller takes the character with `take`.
  base::Utf8Prefix push(std::uint8_t byte) {
    pending[pending_length++] = byte;
    return base::classify_utf8(pending.data(), pending_length);
  }

  /// The character that the pending bytes are; there are none afterwards.
  char32_t take() {
    static constexpr std::uint8_t kLeadMask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t value = pending[0] & kLeadMask[pending_length];
    for (int i = 1; i < pending_length; ++i) value = value << 6 | (pending[static_cast<std::size_t>(i)] & 0x3FU);
    pending = {};
    pending_length = 0;
    return value;
  }

  friend bool operator==(const LayerState&, const LayerState&) = default;
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_LAYER_STATE_HPP_
