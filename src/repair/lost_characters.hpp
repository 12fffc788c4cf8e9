// The characters that bytes of UTF-8 may have been, some of which are lost.
#ifndef UNBAKE_REPAIR_LOST_CHARACTERS_HPP_
#define UNBAKE_REPAIR_LOST_CHARACTERS_HPP_

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "encoding/reader_index.hpp"
#include "repair/lost_bytes.hpp"

namespace unbake::repair {

/// The writing that a character belongs to, so far as it tells which characters are met beside it.
using Script = std::uint8_t;
inline constexpr Script kNoScript = 0;  ///< Punctuation and whatever else is met in all writing.

Script script_of(char32_t character);

/// The bytes of a character, those that are lost among them (see `kLost`).
struct LossyCharacter {
  std::array<std::uint8_t, 4> bytes{};
  std::uint8_t length = 0;
  friend bool operator==(const LossyCharacter& x, const LossyCharacter& y) {
    // As one number: this is asked for every choice.
    return std::bit_cast<std::uint32_t>(x.bytes) == std::bit_cast<std::uint32_t>(y.bytes) && x.length == y.length;
  }
};

LossyCharacter lossy_character(const std::array<std::uint8_t, 4>& bytes);

/// A character that fits, and the readers and decoders that lose what is lost of it.
struct Fitting {
  char32_t character;
  encoding::ReaderSet readers;
  DecoderSet decoders;
};

/// In place of the byte behind a character: the lead byte of the next one, lost with the last byte of this one.
inline constexpr std::uint8_t kLostLeadByte = 1;

/// What stands around a lossy character.
struct LossySurroundings {
  encoding::ReaderSet readers;  ///< Those that may have shown the text.
  DecoderSet decoders;          ///< Those that may have lost what was lost before.
  std::uint8_t lost_before;     ///< A lost byte right before it, of which it is not known what followed; or 0.
  std::uint8_t next;            ///< The byte behind it, `kLostLeadByte`, or 0 if nothing is known.
  bool is_next_eaten;           ///< That byte was lost together with the last one.
  Script script;                ///< Of the text before it.
  friend bool operator==(const LossySurroundings&, const LossySurroundings&) = default;
};

/// Appends to `out` what `lossy` may have been. Where one byte is lost behind a lead byte that is known: every
/// character; else those that are common in the script of the text, or typographic punctuation, at most
/// `kMostFitting`, the most common ones.
void find_fitting(const LossyCharacter& lossy, const LossySurroundings& surroundings, std::vector<Fitting>& out);

inline constexpr std::size_t kMostFitting = 64;

}  // namespace unbake::repair

#endif  // UNBAKE_REPAIR_LOST_CHARACTERS_HPP_
