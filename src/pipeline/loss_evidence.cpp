#include "pipeline/loss_evidence.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "pipeline/pair_characters.hpp"
#include "repair/hypothesis.hpp"
#include "repair/lost_bytes.hpp"
#include "repair/lost_characters.hpp"

namespace unbake::pipeline {
namespace {

// Letters of ASCII for each run of markers, where markers are all that is known.
constexpr std::size_t kLettersToARun = 4;

// Fewer characters of pairs say nothing.
constexpr std::size_t kLeastPairs = 6;

// Of the characters of pairs in a text that was guessed to be damaged, repairs explain this part at least. Where a
// reader was shown, other text may stand beside the damage, but in a long list of characters a reader is shown by
// chance.
constexpr double kExplainedPart = 0.6;
bool is_letter(char c) { return (static_cast<unsigned char>(c) | 0x20U) - 'a' < 26U; }

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_letter));
}

// The shortest run of question marks between two letters of ASCII, as nobody writes them: two where a letter was lost,
// three where an apostrophe was, but an operator and a quantifier are two as well. 0 if there is none.
std::size_t questions_in_word(std::string_view text) {
  std::size_t shortest = 0;
  for (std::size_t at = text.find("??"); at != std::string_view::npos; at = text.find("??", at)) {
    const std::size_t start = at;
    at = std::min(text.find_first_not_of('?', at), text.size());
    const bool is_in_word = start > 0 && is_letter(text[start - 1]) && at < text.size() && is_letter(text[at]);
    if (is_in_word && (shortest == 0 || at - start < shortest)) shortest = at - start;
  }
  return shortest;
}

// Whether markers stand in ASCII text as those of lost characters do: U+FFFD by threes, or by twos beside letters.
bool has_marked_characters(std::string_view text) {
  constexpr std::string_view kMarker = "\xEF\xBF\xBD";
  std::size_t runs = 0;
  std::size_t characters = 0;
  for (std::size_t at = text.find(kMarker); at != std::string_view::npos; at = text.find(kMarker, at)) {
    const std::size_t start = at;
    while (text.substr(at, kMarker.size()) == kMarker) at += kMarker.size();
    // One for each character is what becomes of text that was not UTF-8.
    if (at - start == kMarker.size()) return false;
    ++runs;
    const bool is_beside = (start > 0 && is_letter(text[start - 1])) || (at < text.size() && is_letter(text[at]));
    if (is_beside || at - start == 3 * kMarker.size()) ++characters;
  }
  return characters > 0 && letters_in(text) >= kLettersToARun * runs;
}

// Characters of pairs that are seldom written tell of text that was not written in them: where they are a good part of
// all, or stand within words of ASCII.
bool has_rare_pairs(std::string_view text) {
  using enum model::CharacterClass;
  std::size_t pairs = 0;
  std::size_t rare = 0;
  std::size_t in_words = 0;
  constexpr char32_t kOther = 0x80;
  char32_t before = kOther;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t next = find_pair(text, i); next != i) {
      if (next == text.size()) break;
      const auto last = static_cast<unsigned char>(text[next - 1]);
      before = last < 0x80 ? last : kOther;  // U+FFFD is not passed over
      i = next;
    }
    const base::CodePoint c = base::decode_utf8(text, i);
    i += c.length;
    const model::CharacterClass k = model::character_class(c.value);
    const bool is_behind_word = before == U'?' || before == base::kReplacementCharacter ||
                                (before < 0x80 && is_letter(static_cast<char>(before)));
    before = c.value;
    if (k < kHangulCommon || k > kPrivateUse) continue;
    ++pairs;
    if (k != kHangulOther && k != kHanRare && k != kHanExtension && k != kPrivateUse) continue;
    ++rare;
    if (is_behind_word) ++in_words;
  }
  return (pairs >= kLeastPairs && rare * 5 >= pairs) || (in_words > 0 && letters_in(text) >= kLettersToARun * pairs);
}

}  // namespace

void LossEvidence::add(const repair::Candidate& candidate) {
  for (std::size_t i = 0; i < candidate.after.size();) {
    const base::CodePoint c = base::decode_utf8(candidate.after, i);
    if (c.value >= 0x80) ++scripts_[repair::script_of(c.value)];
    i += c.length;
  }
  habits_ |= candidate.habits;
  if (candidate.habits == 0) return;
  for (std::size_t i = 0; i < decoders_.size(); ++i) decoders_[i] += candidate.decoders >> i & 1U;
}

repair::DocumentLosses LossEvidence::shown(std::string_view text, encoding::ReaderSet readers) const {
  const bool has_markers =
      text.find('?') != std::string_view::npos || text.find("\xEF\xBF\xBD") != std::string_view::npos;
  const auto losing = [] { return encoding::multi_byte_readers() & repair::readers_that_lose_lead_bytes(); };
  const std::size_t questions = has_markers ? questions_in_word(text) : 0;
  repair::DocumentLosses losses;
  if (readers != 0) losses.readers = readers & losing();
  losses.habits = habits_;
  if (losses.readers == 0) {
    losses.is_guess = true;
    if (has_rare_pairs(text)) {
      losses.readers = losing();
      if (!has_markers) losses.habits |= repair::kLostToNothing;
    } else if (questions == 3 || (has_markers && has_marked_characters(text))) {
      losses.readers = losing();
    }
  }
  if (losses.readers == 0 || (!has_markers && (losses.habits & repair::kLostToNothing) == 0)) return {};
  if (questions != 0) losses.habits |= repair::kLostToQuestion;
  const std::size_t most_places = *std::max_element(decoders_.begin(), decoders_.end());
  for (std::size_t i = 0; i < decoders_.size(); ++i) {
    // Some places are mistaken.
    if (decoders_[i] * 5 < most_places * 4) losses.decoders &= static_cast<repair::DecoderSet>(~(1U << i));
  }
  const auto most = std::max_element(scripts_.begin() + 1, scripts_.end());
  if (*most > 0) losses.script = static_cast<repair::Script>(most - scripts_.begin());
  return losses;
}

bool explains_pairs(std::string_view text, const repair::DocumentLosses& losses,
                    const std::vector<Decision>& decisions) {
  const std::size_t pairs = pairs_in(text);
  if (!losses.is_guess && pairs < kManyPairs) return true;
  const double least = losses.is_guess ? kExplainedPart : kExplainedOfMany;
  return static_cast<double>(pairs_in_repairs(text, decisions)) >= least * static_cast<double>(pairs);
}

}  // namespace unbake::pipeline
