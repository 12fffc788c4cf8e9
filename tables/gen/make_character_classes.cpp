// Makes tables/generated/character_classes.inc from ICU's Unicode properties and legacy character sets.
//
// usage: unbake_make_character_classes OUTPUT
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <vector>

#include "base/utf8.hpp"
#include "model/character_class.hpp"

namespace {

using unbake::model::CharacterClass;
using enum unbake::model::CharacterClass;

constexpr int kBlockSize = 64;
constexpr char32_t kLimit = 0x30000;  // planes 0 to 2; above only tags, selectors and private use

// Bytes of `c` in a legacy character set, as one number; 0 if it has none.
unsigned legacy(UConverter* converter, UChar32 c) {
  const icu::UnicodeString text(c);
  char bytes[8];
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setFallback(converter, false);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const int32_t n = ucnv_fromUChars(converter, bytes, sizeof bytes, text.getBuffer(), text.length(), &status);
  if (U_FAILURE(status)) return 0;
  unsigned value = 0;
  for (int32_t i = 0; i < n; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
  return value;
}

struct LegacySets {
  icu::LocalUConverterPointer gb2312 = open("EUC-CN");
  icu::LocalUConverterPointer big5 = open("windows-950");
  icu::LocalUConverterPointer jis = open("EUC-JP");
  icu::LocalUConverterPointer ksx = open("EUC-KR");

  static icu::LocalUConverterPointer open(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    icu::LocalUConverterPointer converter(ucnv_open(name, &status));
    if (U_FAILURE(status)) {
      std::cerr << "ICU has no converter " << name << '\n';
      std::exit(1);
    }
    return converter;
  }
};

CharacterClass han_class(const LegacySets& sets, UChar32 c) {
  const unsigned gb = legacy(sets.gb2312.getAlias(), c);
  const unsigned big5 = legacy(sets.big5.getAlias(), c);
  const unsigned jis = legacy(sets.jis.getAlias(), c);
  const bool gb_level_1 = gb >= 0xB0A1 && gb <= 0xD7F9;
  const bool big5_level_1 = big5 >= 0xA440 && big5 <= 0xC67E;
  const bool jis_level_1 = jis >= 0xB0A1 && jis <= 0xCFD3;
  if (gb_level_1 || big5_level_1 || jis_level_1) return kHanCommon;
  if (c < 0x4E00 || c > 0x9FA5) return kHanExtension;
  if (gb >= 0xA1A1 || (big5 >= 0xA440 && big5 <= 0xF9FE) || (jis >= 0xA1A1 && jis <= 0xFFFF)) return kHanOther;
  return kHanRare;
}

CharacterClass ascii_class(UChar32 c) {
  if (c == '\n' || c == '\r') return kLineEnd;
  if (c == ' ' || c == '\t') return kSpace;
  if (c < 0x20 || c == 0x7F) return kControl;
  if (c >= '0' && c <= '9') return kDigit;
  if (c >= 'a' && c <= 'z') return kAsciiLower;
  if (c >= 'A' && c <= 'Z') return kAsciiUpper;
  const std::string_view stops = ".,;:!?", quotes = "'\"", opens = "([{<", closes = ")]}>";
  const char byte = static_cast<char>(c);
  if (stops.find(byte) != std::string_view::npos) return kAsciiStop;
  if (quotes.find(byte) != std::string_view::npos) return kAsciiQuote;
  if (opens.find(byte) != std::string_view::npos) return kAsciiOpen;
  if (closes.find(byte) != std::string_view::npos) return kAsciiClose;
  return c == '-' ? kAsciiHyphen : kAsciiSymbol;
}

CharacterClass latin_class(UChar32 c, bool upper) {
  if (c < 0x100) return upper ? kLatin1Upper : kLatin1Lower;
  if (c < 0x180) return upper ? kLatinAUpper : kLatinALower;
  if ((c >= 0x250 && c <= 0x2FF) || (c >= 0x1D00 && c <= 0x1DBF)) return kPhonetic;
  return upper ? kLatinOtherUpper : kLatinOtherLower;
}

// The letters that Russian, Ukrainian, Belarusian, Serbian, Macedonian and Bulgarian have beyond U+0410-044F.
bool is_slavic(UChar32 c) {
  return (c >= 0x400 && c <= 0x40F) || (c >= 0x450 && c <= 0x45F) || c == 0x490 || c == 0x491;
}

CharacterClass cyrillic_class(UChar32 c, bool upper) {
  if (c >= 0x410 && c <= 0x44F) return upper ? kCyrillicUpper : kCyrillicLower;
  if (is_slavic(c)) return upper ? kCyrillicSlavUpper : kCyrillicSlavLower;
  return upper ? kCyrillicOtherUpper : kCyrillicOtherLower;
}

CharacterClass greek_class(UChar32 c, bool upper) {
  if (c >= 0x386 && c <= 0x3CE) return upper ? kGreekUpper : kGreekLower;
  return kGreekOther;
}

CharacterClass arabic_class(UChar32 c) {
  if (u_getCombiningClass(c) != 0) return kArabicMark;
  return c >= 0x60C && c <= 0x64A ? kArabic : kArabicOther;
}

// By script; kUnassigned if the script has no class of its own.
CharacterClass script_class(const LegacySets& sets, UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  const int8_t type = u_charType(c);
  const bool upper = type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
  switch (script) {
    case USCRIPT_LATIN:
      return latin_class(c, upper);
    case USCRIPT_CYRILLIC:
      return cyrillic_class(c, upper);
    case USCRIPT_GREEK:
      return greek_class(c, upper);
    case USCRIPT_ARMENIAN:
      return kArmenian;
    case USCRIPT_GEORGIAN:
      return kGeorgian;
    case USCRIPT_HEBREW:
      return u_getCombiningClass(c) != 0 ? kHebrewPoint : kHebrew;
    case USCRIPT_ARABIC:
      return arabic_class(c);
    case USCRIPT_DEVANAGARI:
      return kDevanagari;
    case USCRIPT_BENGALI:
      return kBengali;
    case USCRIPT_GURMUKHI:
      return kGurmukhi;
    case USCRIPT_GUJARATI:
      return kGujarati;
    case USCRIPT_ORIYA:
      return kOriya;
    case USCRIPT_TAMIL:
      return kTamil;
    case USCRIPT_TELUGU:
      return kTelugu;
    case USCRIPT_KANNADA:
      return kKannada;
    case USCRIPT_MALAYALAM:
      return kMalayalam;
    case USCRIPT_SINHALA:
      return kSinhala;
    case USCRIPT_THAI:
      return kThai;
    case USCRIPT_LAO:
      return kLao;
    case USCRIPT_TIBETAN:
      return kTibetan;
    case USCRIPT_MYANMAR:
      return kMyanmar;
    case USCRIPT_KHMER:
      return kKhmer;
    case USCRIPT_ETHIOPIC:
      return kEthiopic;
    case USCRIPT_HIRAGANA:
      return kHiragana;
    case USCRIPT_KATAKANA:
      return c >= 0xFF65 && c <= 0xFF9F ? kHalfKatakana : kKatakana;
    case USCRIPT_BOPOMOFO:
      return kBopomofo;
    case USCRIPT_HAN:
      if (c < 0x3400) return kCjkPunctuation;
      return han_class(sets, c);
    case USCRIPT_HANGUL:
      if (c < 0xAC00 || c > 0xD7A3) return kJamo;
      return legacy(sets.ksx.getAlias(), c) != 0 ? kHangulCommon : kHangulOther;
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_UNKNOWN:
      return kUnassigned;
    default:
      return kOtherScript;
  }
}

// Punctuation, symbols and marks that belong to no script.
CharacterClass common_class(UChar32 c) {
  const int8_t type = u_charType(c);
  if (c >= 0xFF65 && c <= 0xFF9F) return kHalfKatakana;
  if (c >= 0xFF00 && c <= 0xFFEF) return kFullwidth;
  if (c >= 0x3000 && c <= 0x303F) return c == 0x3000 ? kOtherSpace : kCjkPunctuation;
  if (c >= 0x3040 && c <= 0x30FF) return c == 0x30FC ? kKatakana : kCjkPunctuation;
  if ((c >= 0x3200 && c <= 0x33FF) || (c >= 0xFE30 && c <= 0xFE4F)) return kCjkPunctuation;
  if (c == 0xA1 || c == 0xBF) return kInverted;
  if (c == 0xAB || c == 0x2039 || c == 0x2018 || c == 0x201C || c == 0x201E || c == 0x201A || c == 0x201B)
    return kOpenQuote;
  if (c == 0xBB || c == 0x203A || c == 0x2019 || c == 0x201D || c == 0x201F) return kCloseQuote;
  if (c >= 0x2010 && c <= 0x2015) return kDash;
  if (c == 0x2026 || c == 0x2022 || c == 0xB7 || c == 0x2027) return kEllipsis;
  if (type == U_OTHER_NUMBER && c < 0x2200) return kOrdinal;
  if (type == U_CURRENCY_SYMBOL) return kCurrency;
  if (type == U_SPACE_SEPARATOR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR) return kOtherSpace;
  if (type == U_FORMAT_CHAR) return kFormat;
  if (c >= 0x64B && c <= 0x655) return kArabicMark;
  if (c >= 0x600 && c <= 0x6FF) return kArabicOther;
  if (c == 0x964 || c == 0x965) return kDevanagari;
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK) return kCombining;
  if (c < 0x100) return c == 0xD7 || c == 0xF7 ? kMath : kLatin1Symbol;
  if (c >= 0x2B0 && c <= 0x2FF) return kPhonetic;
  if (c >= 0x2000 && c <= 0x206F) return kPunctuation;
  if (c >= 0x2100 && c <= 0x214F) return kLetterlike;
  if (c >= 0x2190 && c <= 0x21FF) return kArrow;
  if (c >= 0x2200 && c <= 0x22FF) return kMath;
  if (c >= 0x2300 && c <= 0x24FF) return kTechnical;
  if (c >= 0x2500 && c <= 0x257F) return kBox;
  if (c >= 0x2580 && c <= 0x25FF) return kBlock;
  if (c >= 0x2600 && c <= 0x27BF) return kSymbol;
  if ((c >= 0x27C0 && c <= 0x27EF) || (c >= 0x2980 && c <= 0x2AFF) || (c >= 0x1D400 && c <= 0x1D7FF)) return kMath;
  if ((c >= 0x27F0 && c <= 0x27FF) || (c >= 0x2900 && c <= 0x297F) || (c >= 0x2B00 && c <= 0x2BFF)) return kArrow;
  if (c >= 0x1F000) return kEmoji;
  if (type == U_UNASSIGNED) return kUnassigned;
  if (u_isalpha(c)) return kOtherScript;
  return kPunctuation;
}

CharacterClass classify(const LegacySets& sets, UChar32 c) {
  if (c < 0x80) return ascii_class(c);
  if (c < 0xA0) return kC1;
  if (c == 0xAA || c == 0xBA) return kOrdinal;
  if (c == 0xB5) return kLatin1Symbol;
  if (c == 0xFFFD) return kReplacement;
  const int8_t type = u_charType(c);
  if (type == U_PRIVATE_USE_CHAR) return kPrivateUse;
  if (type == U_SURROGATE || (type == U_UNASSIGNED)) return kUnassigned;
  const CharacterClass by_script = script_class(sets, c);
  return by_script == kUnassigned ? common_class(c) : by_script;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: " << argv[0] << " OUTPUT\n";
    return 2;
  }
  const LegacySets sets;
  std::vector<std::array<std::uint8_t, kBlockSize>> blocks;
  std::map<std::array<std::uint8_t, kBlockSize>, std::size_t> seen;
  std::vector<std::size_t> index;
  for (char32_t start = 0; start < kLimit; start += kBlockSize) {
    std::array<std::uint8_t, kBlockSize> block{};
    for (int i = 0; i < kBlockSize; ++i) {
      block[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(classify(sets, static_cast<UChar32>(start) + i));
    }
    const auto [it, added] = seen.try_emplace(block, blocks.size());
    if (added) blocks.push_back(block);
    index.push_back(it->second);
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Made by: unbake_make_character_classes OUTPUT (./dev tables), ICU " U_ICU_VERSION ", Unicode "
      << U_UNICODE_VERSION << ".\n"
      << "// " << index.size() << " index entries, " << blocks.size() << " blocks of " << kBlockSize << " classes.\n"
      << "inline constexpr char32_t kClassLimit = " << static_cast<unsigned>(kLimit) << ";\n"
      << "inline constexpr std::uint16_t kClassIndex[] = {\n";
  for (std::size_t i = 0; i < index.size(); ++i) out << index[i] << (i % 32 == 31 ? ",\n" : ",");
  out << "};\ninline constexpr std::uint8_t kClassBlocks[][" << kBlockSize << "] = {\n";
  for (const auto& block : blocks) {
    out << '{';
    for (std::size_t i = 0; i < block.size(); ++i)
      out << static_cast<unsigned>(block[i]) << (i + 1 == block.size() ? "" : ",");
    out << "},\n";
  }
  out << "};\n";
  out.close();
  return out ? 0 : 1;
}
