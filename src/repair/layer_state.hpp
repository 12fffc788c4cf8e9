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

/// What stands among the bytes of a character for one that is lost. A lost lead byte has the length of the character in
/// its lowest bits.
inline constexpr std::uint8_t kLost = 0x00;
inline constexpr std::uint8_t kLostWithPrevious = 0x04;  ///< A bit: lost as the second byte of a pair.
inline constexpr std::uint8_t kLostSilently = 0x08;      ///< A bit: nothing stands for it.

/// Whether a byte is one of those above, which no byte of a pair is.
constexpr bool is_lost(std::uint8_t byte) { return byte < 0x10; }

/// How many bytes a character beyond ASCII has by its lead byte, which may be lost.
constexpr std::uint8_t length_of_character(std::uint8_t lead) {
  if (is_lost(lead)) return lead & 0x03;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Text in the encoding `source` read by one of `readers`; `pending` are the bytes of a character that is not complete
/// yet.
struct LayerState {
  ReaderSet readers = 0;
  std::array<std::uint8_t, 4> pending{};
  std::uint8_t pending_length = 0;
  bool has_lost = false;  ///< Some of the pending bytes are lost.
  std::uint8_t lost_before =
      0;  ///< The byte before the pending ones, if it is lost and what was behind it is not known.
  encoding::EncodingId source = encoding::EncodingId::kUtf8;

  [[nodiscard]] bool is_utf8() const { return source == encoding::EncodingId::kUtf8; }

  /// Takes one more byte. On kComplete the caller takes the character with `take`.
  base::Utf8Prefix push(std::uint8_t byte) {
    pending[pending_length++] = byte;
    if (has_lost) return classify_lossy();
    return is_utf8() ? base::classify_utf8(pending.data(), pending_length) : classify_legacy();
  }

  /// The same for a byte of UTF-8 that is lost, which `how` tells: `kLost` and the bits for it. A lead byte has the
  /// length of its character as well.
  base::Utf8Prefix push_lost(std::uint8_t how) {
    has_lost = true;
    return push(how);
  }

  /// The character that the pending bytes are; there are none afterwards.
  char32_t take() {
    const char32_t value = is_utf8() ? base::utf8_value(pending.data(), pending_length) : legacy_step().code_points[0];
    clear();
    return value;
  }

  void clear() {
    pending = {};
    pending_length = 0;
    has_lost = false;
  }

  friend bool operator==(const LayerState&, const LayerState&) = default;

 private:
  [[nodiscard]] base::Utf8Prefix classify_lossy() const {
    for (std::size_t i = 1; i < pending_length; ++i) {
      if (!is_lost(pending[i]) && (pending[i] & 0xC0) != 0x80) return base::Utf8Prefix::kInvalid;
    }
    return pending_length < length_of_character(pending[0]) ? base::Utf8Prefix::kPartial : base::Utf8Prefix::kComplete;
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
