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
inline constexpr int kMaxDepth = 5;

/// Text in the encoding `source` read by one of `readers`; `pending` are the bytes of a character that is not complete
/// yet.
struct LayerState {
  ReaderSet readers = 0;
  std::array<std::uint8_t, 4> pending{};
  std::uint8_t pending_length = 0;
  encoding::EncodingId source = encoding::EncodingId::kUtf8;

  [[nodiscard]] bool is_utf8() const { return source == encoding::EncodingId::kUtf8; }

  /// Takes one more byte. On kComplete the caller takes the character with `take`.
  base::Utf8Prefix push(std::uint8_t byte) {
    pending[pending_length++] = byte;
    return is_utf8() ? base::classify_utf8(pending.data(), pending_length) : classify_legacy();
  }

  /// The character that the pending bytes are; there are none afterwards.
  char32_t take() {
    const char32_t value = is_utf8() ? utf8_value() : legacy_step().code_points[0];
    pending = {};
    pending_length = 0;
    return value;
  }

  friend bool operator==(const LayerState&, const LayerState&) = default;

 private:
  [[nodiscard]] char32_t utf8_value() const {
    static constexpr std::uint8_t kLeadMask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t value = pending[0] & kLeadMask[pending_length];
    for (int i = 1; i < pending_length; ++i) value = value << 6 | (pending[static_cast<std::size_t>(i)] & 0x3FU);
    return value;
  }

  [[nodiscard]] encoding::DecodeStep legacy_step() const {
    return encoding::decode_step(source, {pending.data(), pending_length});
  }

  // Characters of several code points are no text that was written; neither are controls.
  [[nodiscard]] base::Utf8Prefix classify_legacy() const {
    const encoding::DecodeStep step = legacy_step();
    if (step.kind == encoding::DecodeStep::Kind::kTruncated && pending_length < 4) return base::Utf8Prefix::kPartial;
    const bool is_text = step.kind == encoding::DecodeStep::Kind::kCharacter && step.count == 1 &&
                         (step.code_points[0] < 0x80 || step.code_points[0] >= 0xA0);
    return is_text ? base::Utf8Prefix::kComplete : base::Utf8Prefix::kInvalid;
  }
};

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_LAYER_STATE_HPP_
