// Coarse classes of characters: what the language model falls back on for characters it has hardly or never seen.
#ifndef UNBAKE_MODEL_CHARACTER_CLASS_HPP_
#define UNBAKE_MODEL_CHARACTER_CLASS_HPP_

#include <cstdint>

namespace unbake::model {

/// A class of characters that stand in like places. The order is part of the model file.
enum class CharacterClass : std::uint8_t {
  kLineEnd,
  kSpace,
  kOtherSpace,  // NBSP, ideographic space and other space separators
  kDigit,       // 0-9
  kAsciiLower,
  kAsciiUpper,
  kAsciiStop,   // . , ; : ! ?
  kAsciiQuote,  // ' "
  kAsciiOpen,   // ( [ { <
  kAsciiClose,  // ) ] } >
  kAsciiHyphen,
  kAsciiSymbol,  // the rest of ASCII
  kControl,      // C0 and DEL
  kC1,
  kLatin1Lower,  // U+00DF-00FF
  kLatin1Upper,  // U+00C0-00DE
  kLatinALower,  // Latin Extended-A
  kLatinAUpper,
  kLatinOtherLower,  // other Latin letters, Vietnamese among them
  kLatinOtherUpper,
  kPhonetic,   // IPA and modifier letters
  kOpenQuote,  // typographic, also guillemets and low quotes
  kCloseQuote,
  kDash,      // U+2010-2015
  kEllipsis,  // ellipsis, bullets, middle dot
  kInverted,  // inverted exclamation and question mark
  kOrdinal,   // superscripts, ordinals, fractions
  kCurrency,
  kLatin1Symbol,  // U+00A2-00BF that have no other class, and spacing accents
  kPunctuation,   // other general punctuation
  kFormat,        // joiners, direction marks, soft hyphen, BOM
  kCombining,     // combining marks of no script
  kLetterlike,
  kArrow,
  kMath,
  kTechnical,  // technical, control pictures, enclosed
  kBox,        // box drawing
  kBlock,      // block elements, geometric shapes
  kSymbol,     // other symbols, dingbats
  kEmoji,
  kGreekLower,
  kGreekUpper,
  kGreekOther,         // extended Greek, Coptic letters among Greek
  kCyrillicLower,      // U+0430-044F
  kCyrillicUpper,      // U+0410-042F
  kCyrillicSlavLower,  // other letters of the Slavic alphabets
  kCyrillicSlavUpper,
  kCyrillicOtherLower,
  kCyrillicOtherUpper,
  kArmenian,
  kGeorgian,
  kHebrew,
  kHebrewPoint,
  kArabic,       // letters of the Arabic language
  kArabicOther,  // letters of other languages, presentation forms
  kArabicMark,
  kDevanagari,
  kBengali,
  kGurmukhi,
  kGujarati,
  kOriya,
  kTamil,
  kTelugu,
  kKannada,
  kMalayalam,
  kSinhala,
  kThai,
  kLao,
  kTibetan,
  kMyanmar,
  kKhmer,
  kEthiopic,
  kOtherScript,
  kHangulCommon,  // the 2350 syllables of KS X 1001
  kHangulOther,
  kJamo,
  kHiragana,
  kKatakana,
  kHalfKatakana,
  kCjkPunctuation,
  kFullwidth,
  kBopomofo,
  kHanCommon,     // level 1 of GB 2312, Big5 or JIS X 0208
  kHanOther,      // other ideographs of those standards
  kHanRare,       // the rest of the Unified Repertoire and Ordering
  kHanExtension,  // extensions and compatibility ideographs
  kPrivateUse,
  kReplacement,  // U+FFFD
  kRawByte,
  kUnassigned,
  kCount
};

inline constexpr int kClassCount = static_cast<int>(CharacterClass::kCount);

/// The class of a code point or raw byte. Constant time.
CharacterClass character_class(char32_t code_point);

}  // namespace unbake::model

#endif  // UNBAKE_MODEL_CHARACTER_CLASS_HPP_
