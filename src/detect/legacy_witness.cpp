#include "detect/legacy_witness.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.hpp"
#include "encoding/latin_page.hpp"
#include "model/character_class.hpp"

namespace unbake::detect {
namespace {

std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> characters;
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    characters.push_back(c.value);
    i += c.length;
  }
  return characters;
}

bool is_ascii_letter(char c) { return (static_cast<unsigned char>(c) | 0x20U) - 'a' < 26U; }

bool is_letter(char32_t c) {
  const model::CharacterClass k = model::character_class(c);
  const bool is_european = k >= model::CharacterClass::kLatin1Lower && k <= model::CharacterClass::kPhonetic;
  return is_european || (k >= model::CharacterClass::kGreekLower && k <= model::CharacterClass::kHanExtension);
}

bool is_latin_letter(char32_t c) {
  const model::CharacterClass k = model::character_class(c);
  return k >= model::CharacterClass::kLatin1Lower && k <= model::CharacterClass::kLatinOtherUpper;
}

// A list in the order of Unicode or nearly so, as a table of characters is and text is not; in a word of eight
// characters it is chance, once in a hundred.
bool is_in_order(const std::vector<char32_t>& characters, std::size_t fewest) {
  if (characters.size() < fewest) return false;
  std::size_t ascents = 0;
  for (std::size_t i = 1; i < characters.size(); ++i) ascents += characters[i] > characters[i - 1] ? 1 : 0;
  return ascents * 5 >= (characters.size() - 1) * 4;
}

// Every other character is the same: the lead byte of one row of a table, as of letters in full width.
bool is_of_one_row(const std::vector<char32_t>& characters) {
  constexpr std::size_t kFewest = 6;
  if (characters.size() < kFewest) return false;
  std::size_t same = 0;
  for (std::size_t i = 2; i < characters.size(); i += 2) same += characters[i] == characters[0] ? 1 : 0;
  return same >= (characters.size() - 1) / 2;
}

// Text of this length comes back to some character, if only to a comma.
bool never_repeats(std::vector<char32_t> characters) {
  constexpr std::size_t kFewest = 32;
  if (characters.size() < kFewest) return false;
  std::sort(characters.begin(), characters.end());
  return std::adjacent_find(characters.begin(), characters.end()) == characters.end();
}

bool is_multi_byte(encoding::EncodingId id) {
  const encoding::Family family = encoding::get(id).family;
  return family != encoding::Family::kSingleByte && family != encoding::Family::kFont;
}

// ASCII letters next to a place, as far as it matters.
struct Letters {
  std::size_t before = 0;
  std::size_t behind = 0;
};

Letters letters_beside(std::string_view text, const LegacyPlace& place) {
  constexpr std::size_t kEnough = 2;
  Letters letters;
  while (letters.before < kEnough && letters.before < place.begin &&
         is_ascii_letter(text[place.begin - 1 - letters.before])) {
    ++letters.before;
  }
  while (letters.behind < kEnough && place.end + letters.behind < text.size() &&
         is_ascii_letter(text[place.end + letters.behind])) {
    ++letters.behind;
  }
  return letters;
}

// The language of its line tells Latin text in another Latin page, so that less is asked of the place.
bool is_latin_pair(const LegacyPlace& place) {
  return encoding::is_latin_page(place.written) && encoding::is_latin_page(place.read_as);
}

// A word of one letter.
bool is_lone_letter(std::string_view text, const LegacyPlace& place, const std::vector<char32_t>& before) {
  const bool is_word =
      place.begin > 0 && text[place.begin - 1] == ' ' && place.end < text.size() && text[place.end] == ' ';
  return is_word && before.size() == 1 && is_latin_letter(before[0]);
}

// A power, or the number of a footnote.
bool is_superscript(const std::vector<char32_t>& before) {
  return before.size() == 1 && (before[0] == 0xB2 || before[0] == 0xB3 || before[0] == 0xB9);
}

enum class Testimony { kNone, kStart, kEnd, kWhole };

// Several damaged characters in a row, or a letter of a word, or a sign between its letters, are a witness. A sign at
// the start or the end of a word is less: an operator has its place there too.
Testimony testimony(std::string_view text, const LegacyPlace& place, const std::vector<char32_t>& before) {
  const auto high =
      static_cast<std::size_t>(std::count_if(before.begin(), before.end(), [](char32_t c) { return c >= 0x80; }));
  const bool is_dense = is_multi_byte(place.read_as);
  if (high >= (!is_dense ? 4U : is_multi_byte(place.written) ? 2U : 3U)) return Testimony::kWhole;
  const Letters letters = letters_beside(text, place);
  const bool is_inside = letters.before > 0 && letters.behind > 0;
  if (is_inside && std::any_of(before.begin(), before.end(), is_latin_letter)) return Testimony::kWhole;
  if (is_latin_pair(place) && is_lone_letter(text, place, before)) return Testimony::kWhole;
  if (std::max(letters.before, letters.behind) < 2) return Testimony::kNone;
  if (is_inside || std::any_of(before.begin(), before.end(), is_letter)) return Testimony::kWhole;
  if (letters.before == 0) return Testimony::kStart;
  const bool ends_word = place.end == text.size() || static_cast<unsigned char>(text[place.end]) < 0x80;
  return is_latin_pair(place) && is_superscript(before) && ends_word ? Testimony::kNone : Testimony::kEnd;
}

// Whether an ideograph or a syllable that is left as it is touches the place: text is damaged throughout, and only a
// table has such neighbours.
bool is_torn(std::string_view text, const LegacyPlace& place) {
  const auto is_east_asian = [](char32_t c) {
    const model::CharacterClass k = model::character_class(c);
    return k >= model::CharacterClass::kHangulCommon && k <= model::CharacterClass::kHanExtension;
  };
  if (place.end < text.size() && is_east_asian(base::decode_utf8(text, place.end).value)) return true;
  constexpr std::size_t kLongest = 4;  // bytes of a character
  std::size_t before = place.begin;
  while (before > 0 && place.begin - before < kLongest) {
    --before;
    if ((static_cast<unsigned char>(text[before]) & 0xC0U) != 0x80U) break;
  }
  return before < place.begin && is_east_asian(base::decode_utf8(text, before).value);
}

// What the places of one written and one reading encoding say together.
class Claim {
 public:
  void hear_torn(bool is_torn) {
    ++places_;
    torn_ += is_torn ? 1 : 0;
  }
  void hear(Testimony testimony, std::string_view damage, bool is_latin) {
    witnesses_ += testimony == Testimony::kWhole ? 1 : 0;
    starts_ += testimony == Testimony::kStart ? 1 : 0;
    latin_ends_ += is_latin && testimony == Testimony::kEnd ? 1 : 0;
    if (testimony != Testimony::kStart && testimony != Testimony::kEnd) return;
    has_two_signs_ = has_two_signs_ || (!sign_.empty() && sign_ != damage);
    sign_ = damage;
  }
  // Two different signs are a witness. One that is mostly at the start of words is an operator; in Latin text one that
  // is mostly at the end was a letter.
  [[nodiscard]] bool is_borne() const {
    constexpr std::size_t kMostStarts = 8;
    if (torn_ * 8 > places_) return false;
    return has_two_signs_ || (witnesses_ > 0 && starts_ <= kMostStarts * witnesses_) || latin_ends_ > 2 * starts_;
  }

 private:
  std::size_t places_ = 0;
  std::size_t torn_ = 0;
  std::size_t witnesses_ = 0;
  std::size_t starts_ = 0;
  std::size_t latin_ends_ = 0;  // of Latin words
  bool has_two_signs_ = false;
  std::string_view sign_;
};

}  // namespace

bool is_row_of_table(std::string_view text, const LegacyPlace& place) {
  constexpr std::size_t kFewest = 8;
  return is_in_order(characters_of(place.after), kFewest) && is_torn(text, place);
}

std::vector<bool> borne_by_words(std::string_view text, const std::vector<LegacyPlace>& places) {
  constexpr std::size_t kTable = 16;  // characters in order that are no text
  constexpr std::size_t kWord = 8;    // characters in order that are no witness
  using Pair = std::pair<encoding::EncodingId, encoding::EncodingId>;
  std::map<Pair, Claim> claims;
  std::vector<bool> borne;
  borne.reserve(places.size());
  for (const LegacyPlace& p : places) {
    const std::vector<char32_t> before = characters_of(text.substr(p.begin, p.end - p.begin));
    const std::vector<char32_t> after = characters_of(p.after);
    const auto is_listed = [&](std::size_t fewest) {
      return is_in_order(before, fewest) || is_in_order(after, fewest);
    };
    borne.push_back(!is_listed(kTable) && !is_of_one_row(after) && !never_repeats(after));
    Claim& claim = claims[{p.written, p.read_as}];
    claim.hear_torn(is_torn(text, p));
    if (!borne.back() || is_listed(kWord)) continue;
    const std::string_view damage = text.substr(p.begin, p.end - p.begin);
    claim.hear(testimony(text, p, before), damage, is_latin_pair(p));
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    borne[i] = borne[i] && claims[{places[i].written, places[i].read_as}].is_borne();
  }
  return borne;
}

}  // namespace unbake::detect
