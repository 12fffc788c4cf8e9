#include "repair/lost_characters.hpp"

#include <algorithm>
#include <bit>
#include <span>

#include "base/utf8.hpp"
#include "model/character_class.hpp"
#include "model/model.hpp"
#include "repair/layer_state.hpp"
#include "repair/lost_bytes.hpp"

namespace unbake::repair {
namespace {

using encoding::ReaderSet;
using model::CharacterClass;

// Nats by which a character may be rarer than its class as a whole.
constexpr float kCommon = -9.0F;

using Bytes = std::array<std::uint8_t, 4>;

struct Common {
  char32_t character;
  Bytes bytes;
};

// The common characters of each script, the most common ones first.
class CommonCharacters {
 public:
  explicit CommonCharacters(const model::Model& model) {
    std::vector<std::pair<float, char32_t>> found;
    for (char32_t c = 0xA0; c < 0x10000; ++c) {
      if (c >= 0xD800 && c < 0xF900) continue;
      const CharacterClass k = model::character_class(c);
      const bool is_text = k >= CharacterClass::kLatin1Lower && k < CharacterClass::kPrivateUse &&
                           !(k >= CharacterClass::kCombining && k <= CharacterClass::kEmoji);
      const float commonness = is_text ? model.log_in_class(c) : kCommon;
      if (commonness > kCommon) found.emplace_back(commonness, c);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
    for (const auto& [commonness, c] : found) {
      Common common{c, {}};
      base::encode_utf8(c, common.bytes.data());
      by_lead_[common.bytes[0]].push_back(common);
      by_script_[base::utf8_length(c)][script_of(c)].push_back(common);
      by_tail_[tail_of(common.bytes, base::utf8_length(c))].push_back(common);
    }
    for (auto& characters : by_lead_) characters.shrink_to_fit();
    for (auto& characters : by_tail_) characters.shrink_to_fit();
    for (auto& scripts : by_script_) {
      for (auto& characters : scripts) characters.shrink_to_fit();
    }
  }

  [[nodiscard]] std::span<const Common> with_lead(std::uint8_t lead) const { return by_lead_[lead]; }
  // Those of two or three bytes that differ in the first byte only.
  [[nodiscard]] std::span<const Common> with_tail(const Bytes& bytes, std::size_t length) const {
    return by_tail_[tail_of(bytes, length)];
  }
  [[nodiscard]] std::span<const Common> of(Script script, std::size_t length) const {
    return by_script_[length][script];
  }

 private:
  static std::size_t tail_of(const Bytes& bytes, std::size_t length) {
    const std::size_t last = bytes[length - 1] & 0x3FU;
    return length == 2 ? last : 64 + ((bytes[1] & 0x3FU) << 6 | last);
  }

  std::array<std::vector<Common>, 256> by_lead_;
  std::array<std::vector<Common>, 64 + 64 * 64> by_tail_;
  std::array<std::array<std::vector<Common>, model::kClassCount>, 4> by_script_;  // length in UTF-8, script
};

const CommonCharacters& common_characters() {
  static const CommonCharacters characters(model::Model::builtin());
  return characters;
}

class Finder {
 public:
  Finder(const LossyCharacter& lossy, const LossySurroundings& surroundings, std::vector<Fitting>& out)
      : lossy_(lossy), surroundings_(surroundings), out_(out) {}

  // A character of as many bytes.
  void offer(char32_t c, const Bytes& bytes) {
    for (std::size_t i = 0; i < lossy_.length; ++i) {
      if (!is_lost(lossy_.bytes[i]) && lossy_.bytes[i] != bytes[i]) return;
    }
    Fitting fitting{c, single_byte_readers_that_lose(bytes), 0};
    if (fitting.readers != 0) fitting.decoders = surroundings_.decoders;
    for (ReaderSet rest = pairs_ | detours_; rest != 0; rest &= rest - 1) {
      const DecoderSet decoders = decoders_that_lose(std::countr_zero(rest), bytes);
      if (decoders == 0) continue;
      fitting.readers |= rest & -rest;
      fitting.decoders |= decoders;
    }
    if (fitting.readers != 0) out_.push_back(fitting);
  }

  // All characters of UTF-8 that differ in the byte `at`, the only one that is lost, and not the first.
  void offer_each(std::size_t at) {
    std::array<Fitting, 64> each{};
    for (std::size_t i = 0; i < each.size(); ++i) {
      each[i].readers = single_byte_readers_that_lose(with_byte(at, i));
      if (each[i].readers != 0) each[i].decoders = surroundings_.decoders;
    }
    for (ReaderSet rest = pairs_ | detours_; rest != 0; rest &= rest - 1) {
      const int bit = std::countr_zero(rest);
      for (std::size_t i = 0; i < each.size(); ++i) {
        const DecoderSet decoders = decoders_that_lose(bit, with_byte(at, i));
        if (decoders != 0) each[i].readers |= rest & -rest;
        each[i].decoders |= decoders;
      }
    }
    for (std::size_t i = 0; i < each.size(); ++i) {
      const Bytes bytes = with_byte(at, i);
      if (each[i].readers == 0) continue;
      if (base::classify_utf8(bytes.data(), lossy_.length) != base::Utf8Prefix::kComplete) continue;
      each[i].character = base::utf8_value(bytes.data(), lossy_.length);
      if (each[i].character >= 0xA0) out_.push_back(each[i]);
    }
  }

 private:
  [[nodiscard]] Bytes with_byte(std::size_t at, std::size_t i) const {
    Bytes bytes = lossy_.bytes;
    bytes[at] = static_cast<std::uint8_t>(0x80 | i);
    return bytes;
  }

  [[nodiscard]] bool is_of_pair(std::size_t i) const { return (lossy_.bytes[i] & kLostWithPrevious) != 0; }

  // The readers of single bytes that lose all that is lost, whoever decodes: each byte by itself.
  [[nodiscard]] ReaderSet single_byte_readers_that_lose(const Bytes& bytes) const {
    ReaderSet readers = surroundings_.decoders == 0 ? 0 : singles_;
    if (surroundings_.lost_before != 0)
      readers &= is_lost(lossy_.bytes[0]) && is_of_pair(0) ? 0 : losing(surroundings_.lost_before);
    for (std::size_t i = 0; i < lossy_.length && readers != 0; ++i) {
      const std::uint8_t how = lossy_.bytes[i];
      if (!is_lost(how) || is_of_pair(i)) continue;
      const bool is_last = i + 1U == lossy_.length;
      if (is_last && surroundings_.next == 0) break;
      const ReaderSet removing =
          (how & kLostSilently) != 0 ? readers_that_lose(bytes[i], LostBy::kSoftHyphen, 0) : ReaderSet{0};
      const bool is_pair = is_last ? surroundings_.is_next_eaten || surroundings_.next == kLostLeadByte
                                   : is_lost(lossy_.bytes[i + 1]) && is_of_pair(i + 1);
      readers &= removing | (is_pair ? 0 : losing(bytes[i]));
    }
    return readers;
  }
  static ReaderSet losing(std::uint8_t byte) { return readers_that_lose(byte, LostBy::kDecoder, 0); }

  // The decoders that lose all that is lost, when the reader of pairs `bit` shows a character of these bytes.
  [[nodiscard]] DecoderSet decoders_that_lose(int bit, const Bytes& bytes) const {
    DecoderSet decoders = surroundings_.decoders;
    if (surroundings_.lost_before != 0) {
      const GivenUp before = given_up_of_pairs(bit, surroundings_.lost_before, bytes[0]);
      decoders &= is_lost(lossy_.bytes[0]) && is_of_pair(0) ? before.pair : before.alone;
    }
    for (std::size_t i = 0; i < lossy_.length && decoders != 0; ++i) {
      const std::uint8_t how = lossy_.bytes[i];
      if (!is_lost(how) || is_of_pair(i)) continue;
      const bool is_last = i + 1U == lossy_.length;
      if (is_last && surroundings_.next == 0) break;  // asked again when the next byte is known
      if ((how & kLostSilently) != 0 && (readers_that_lose(bytes[i], LostBy::kSoftHyphen, 0) >> bit & 1) != 0) continue;
      if (is_last && surroundings_.next == kLostLeadByte) {
        decoders &= lost_with_a_lead_byte(bit, bytes[i]);
        break;
      }
      const GivenUp lost = given_up_of_pairs(bit, bytes[i], is_last ? surroundings_.next : bytes[i + 1]);
      const bool is_pair = is_last ? surroundings_.is_next_eaten : is_lost(lossy_.bytes[i + 1]) && is_of_pair(i + 1);
      decoders &= is_pair ? lost.pair : lost.alone;
    }
    return decoders;
  }

  // Lead bytes of the characters that are lost so: of Cyrillic, punctuation, kana and ideographs.
  [[nodiscard]] DecoderSet lost_with_a_lead_byte(int bit, std::uint8_t byte) const {
    DecoderSet decoders = 0;
    for (const unsigned lead : {0xD0U, 0xD1U, 0xE0U, 0xE2U, 0xE3U, 0xE4U, 0xE5U, 0xE6U, 0xE7U, 0xE8U, 0xE9U, 0xEFU})
      decoders |= given_up_of_pairs(bit, byte, static_cast<std::uint8_t>(lead)).pair;
    return decoders;
  }

  const LossyCharacter& lossy_;
  const LossySurroundings& surroundings_;
  const ReaderSet pairs_ = surroundings_.readers & encoding::multi_byte_readers();
  // Single bytes that may have been read as pairs before: what is lost together tells.
  const ReaderSet detours_ = surroundings_.is_next_eaten ? surroundings_.readers & readers_by_detours() : 0;
  const ReaderSet singles_ = surroundings_.readers & ~encoding::multi_byte_readers();
  std::vector<Fitting>& out_;
};

}  // namespace

LossyCharacter lossy_character(const std::array<std::uint8_t, 4>& bytes) {
  return {bytes, length_of_character(bytes[0])};
}

Script script_of(char32_t character) {
  using enum CharacterClass;
  const CharacterClass k = model::character_class(character);
  if (k >= kLatin1Lower && k <= kPhonetic) return static_cast<Script>(kLatin1Lower);
  if (character < 0x80 || k < kGreekLower || k >= kPrivateUse) return kNoScript;
  if (k <= kGreekOther) return static_cast<Script>(kGreekLower);
  if (k <= kCyrillicOtherUpper) return static_cast<Script>(kCyrillicLower);
  if (k == kHebrewPoint) return static_cast<Script>(kHebrew);
  if (k >= kArabic && k <= kArabicMark) return static_cast<Script>(kArabic);
  if (k >= kHangulCommon && k <= kJamo) return static_cast<Script>(kHangulCommon);
  return k >= kHiragana ? static_cast<Script>(kHiragana) : static_cast<Script>(k);
}

void find_fitting(const LossyCharacter& lossy, const LossySurroundings& surroundings, std::vector<Fitting>& out) {
  Finder finder(lossy, surroundings, out);
  const auto lost = std::count_if(lossy.bytes.begin(), lossy.bytes.begin() + lossy.length, is_lost);
  if (lost == 1 && !is_lost(lossy.bytes[0])) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < lossy.length; ++i) at = is_lost(lossy.bytes[i]) ? i : at;
    finder.offer_each(at);
    return;
  }
  const CommonCharacters& common = common_characters();
  const std::size_t before = out.size();
  const auto offer = [&](std::span<const Common> characters) {
    for (const Common& c : characters) {
      if (out.size() - before == kMostFitting) return;
      finder.offer(c.character, c.bytes);
    }
  };
  if (!is_lost(lossy.bytes[0])) {
    if (lossy.length < 4) offer(common.with_lead(lossy.bytes[0]));
    return;
  }
  if (lost == 1) {
    for (const Common& c : common.with_tail(lossy.bytes, lossy.length)) {
      const Script script = script_of(c.character);
      const bool is_met_here = script == surroundings.script || surroundings.script == kNoScript ||
                               (script == kNoScript && surroundings.script != script_of(0x3042));
      if (is_met_here) finder.offer(c.character, c.bytes);
    }
    return;
  }
  // Ideographs and kana have punctuation of their own; nothing tells where other punctuation is gone without a trace.
  const bool is_silent = (lossy.bytes[0] & kLostSilently) != 0 && lost == lossy.length;
  if (surroundings.script != script_of(0x3042) && !is_silent) offer(common.of(kNoScript, lossy.length));
  offer(common.of(surroundings.script == kNoScript ? script_of(0xE9) : surroundings.script, lossy.length));
}

}  // namespace unbake::repair
