#include "detect/encoding_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace unbake::detect {
namespace {

enum class Kind : std::uint8_t {
  kDamage,    // names damage, and is hardly said of anything else
  kSpoilt,    // says that something is wrong
  kEncoding,  // names encodings, or their use
  kAgainst,   // sets what is seen against what is meant
  kBetween,   // stands between the two
};

struct Word {
  std::string_view text;  // two bytes or more, lower case; matched anywhere, so that it need not be whole
  Kind kind;
};

constexpr Word kWords[] = {
    {"mojibake", Kind::kDamage},
    {"mojibak", Kind::kDamage},
    {"garbled", Kind::kDamage},
    {"gibberish", Kind::kDamage},
    {"double-encod", Kind::kDamage},
    {"double encod", Kind::kDamage},
    {"doubly encod", Kind::kDamage},
    {"doubleencod", Kind::kDamage},
    {"mis-decod", Kind::kDamage},
    {"misdecod", Kind::kDamage},
    {"mis-encod", Kind::kDamage},
    {"zeichensalat", Kind::kDamage},
    {"buchstabensalat", Kind::kDamage},
    {"krzaczk", Kind::kDamage},
    {"krzaki", Kind::kDamage},
    {"\u4E71\u7801", Kind::kDamage},                                                         // Chinese: disordered code
    {"\u4E82\u78BC", Kind::kDamage},                                                         // the same, traditional
    {"\u6587\u5B57\u5316\u3051", Kind::kDamage},                                             // Japanese: mojibake
    {"\u043A\u0440\u0430\u043A\u043E\u0437\u044F\u0431", Kind::kDamage},                     // Russian: krakozyab-
    {"\u0430\u0431\u0440\u0430\u043A\u0430\u0434\u0430\u0431\u0440", Kind::kDamage},         // Russian: abrakadabr-
    {"\u043A\u0440\u044F\u043A\u043E\u0437\u044F\u0431", Kind::kDamage},                     // the same, otherwise
    {"\u0431\u0438\u0442\u044B\u0435 \u0441\u0438\u043C\u0432\u043E\u043B", Kind::kDamage},  // Russian: broken signs
    {"\uAE00\uC790 \uAE68", Kind::kDamage},                                                  // Korean: letters break
    {"\uAE00\uC790\uAC00 \uAE68", Kind::kDamage},

    {"corrupt", Kind::kSpoilt},
    {"corromp", Kind::kSpoilt},
    {"corrup", Kind::kSpoilt},
    {"corrott", Kind::kSpoilt},
    {"mangle", Kind::kSpoilt},
    {"unreadable", Kind::kSpoilt},
    {"illegible", Kind::kSpoilt},
    {"ilegible", Kind::kSpoilt},
    {"illisible", Kind::kSpoilt},
    {"unlesbar", Kind::kSpoilt},
    {"kaputt", Kind::kSpoilt},
    {"bizarr", Kind::kSpoilt},
    {"\u00E9trange", Kind::kSpoilt},
    {"misread", Kind::kSpoilt},
    {"misinterpret", Kind::kSpoilt},
    {"interpreted", Kind::kSpoilt},
    {"broken char", Kind::kSpoilt},
    {"bad_pattern", Kind::kSpoilt},
    {"bad_char", Kind::kSpoilt},
    {"caracteres raros", Kind::kSpoilt},
    {"caracteres estranhos", Kind::kSpoilt},
    {"caratteri strani", Kind::kSpoilt},

    {"utf-8", Kind::kEncoding},
    {"utf8", Kind::kEncoding},
    {"utf_8", Kind::kEncoding},
    {"latin-1", Kind::kEncoding},
    {"latin1", Kind::kEncoding},
    {"latin_1", Kind::kEncoding},
    {"iso-8859", Kind::kEncoding},
    {"iso8859", Kind::kEncoding},
    {"iso_8859", Kind::kEncoding},
    {"windows-125", Kind::kEncoding},
    {"windows-874", Kind::kEncoding},
    {"windows1252", Kind::kEncoding},
    {"win-125", Kind::kEncoding},
    {"win125", Kind::kEncoding},
    {"cp125", Kind::kEncoding},
    {"cp-125", Kind::kEncoding},
    {"cp437", Kind::kEncoding},
    {"cp85", Kind::kEncoding},
    {"cp866", Kind::kEncoding},
    {"cp874", Kind::kEncoding},
    {"cp93", Kind::kEncoding},
    {"cp949", Kind::kEncoding},
    {"koi8", Kind::kEncoding},
    {"macroman", Kind::kEncoding},
    {"mac roman", Kind::kEncoding},
    {"mac_roman", Kind::kEncoding},
    {"mac-roman", Kind::kEncoding},
    {"gbk", Kind::kEncoding},
    {"gb2312", Kind::kEncoding},
    {"gb18030", Kind::kEncoding},
    {"big5", Kind::kEncoding},
    {"shift_jis", Kind::kEncoding},
    {"shift-jis", Kind::kEncoding},
    {"sjis", Kind::kEncoding},
    {"euc-kr", Kind::kEncoding},
    {"euc-jp", Kind::kEncoding},
    {"code page", Kind::kEncoding},
    {"codepage", Kind::kEncoding},
    {"charset", Kind::kEncoding},
    {"encod", Kind::kEncoding},
    {"decod", Kind::kEncoding},
    {"unicode", Kind::kEncoding},
    {"codific", Kind::kEncoding},
    {"kodier", Kind::kEncoding},
    {"zeichensatz", Kind::kEncoding},
    {"kodowani", Kind::kEncoding},
    {"k\u00F3dov\u00E1n", Kind::kEncoding},
    {"karakter k\u00F3d", Kind::kEncoding},
    {"\u043E\u0434\u0438\u0440\u043E\u0432\u043A", Kind::kEncoding},  // Russian: kodirovk-, Kodirovk-
    {"\u043E\u0434\u0443\u0432\u0430\u043D", Kind::kEncoding},        // Ukrainian: koduvan-, Koduvan-
    {"\u0434\u0435\u043A\u043E\u0434", Kind::kEncoding},              // Russian: dekod-
    {"\u7F16\u7801", Kind::kEncoding},                                // Chinese: encoding
    {"\u7DE8\u78BC", Kind::kEncoding},
    {"\u89E3\u7801", Kind::kEncoding},  // decoding
    {"\u89E3\u78BC", Kind::kEncoding},
    {"\u6587\u5B57\u30B3\u30FC\u30C9", Kind::kEncoding},  // Japanese: character code
    {"\u30A8\u30F3\u30B3\u30FC\u30C9", Kind::kEncoding},
    {"\u30C7\u30B3\u30FC\u30C9", Kind::kEncoding},
    {"\uC778\uCF54\uB529", Kind::kEncoding},  // Korean: encoding

    {"instead of", Kind::kAgainst},
    {"rather than", Kind::kAgainst},
    {"should be", Kind::kAgainst},
    {"should read", Kind::kAgainst},
    {"au lieu d", Kind::kAgainst},
    {"en lugar de", Kind::kAgainst},
    {"en vez de", Kind::kAgainst},
    {"em vez de", Kind::kAgainst},
    {"ao inv\u00E9s d", Kind::kAgainst},
    {"em lugar d", Kind::kAgainst},
    {"invece di", Kind::kAgainst},
    {"al posto d", Kind::kAgainst},
    {"anstatt", Kind::kAgainst},
    {"anstelle", Kind::kAgainst},
    {"statt ", Kind::kAgainst},
    {"in plaats van", Kind::kAgainst},
    {"i stedet", Kind::kAgainst},
    {"ist\u00E4llet", Kind::kAgainst},
    {"zamiast", Kind::kAgainst},
    {"m\u00EDsto ", Kind::kAgainst},
    {"helyett", Kind::kAgainst},
    {"yerine", Kind::kAgainst},
    {"thay v\u00EC", Kind::kAgainst},
    {"seharusnya", Kind::kAgainst},
    {"\u0432\u043C\u0435\u0441\u0442\u043E", Kind::kAgainst},  // Russian: instead
    {"\u0412\u043C\u0435\u0441\u0442\u043E", Kind::kAgainst},
    {"\u0437\u0430\u043C\u0456\u0441\u0442\u044C", Kind::kAgainst},  // Ukrainian: instead
    {"\u3067\u306F\u306A\u304F", Kind::kAgainst},                    // Japanese: not, but
    {"\u800C\u4E0D\u662F", Kind::kAgainst},                          // Chinese: and not
    {"\u53D8\u6210", Kind::kAgainst},                                // Chinese: becomes
    {"\u8B8A\u6210", Kind::kAgainst},
    {"\u663E\u793A\u4E3A", Kind::kAgainst},  // Chinese: is shown as
    {"becomes ", Kind::kAgainst},
    {"become ", Kind::kAgainst},
    {"became ", Kind::kAgainst},
    {"appears as", Kind::kAgainst},
    {"appear as", Kind::kAgainst},
    {"arrives as", Kind::kAgainst},
    {"shown as", Kind::kAgainst},
    {"shows as", Kind::kAgainst},
    {"shows up as", Kind::kAgainst},
    {"show up as", Kind::kAgainst},
    {"showing as", Kind::kAgainst},
    {"displayed as", Kind::kAgainst},
    {"displays as", Kind::kAgainst},
    {"rendered as", Kind::kAgainst},
    {"renders as", Kind::kAgainst},
    {"comes out as", Kind::kAgainst},
    {"come out as", Kind::kAgainst},
    {"came out as", Kind::kAgainst},
    {"turns into", Kind::kAgainst},
    {"turned into", Kind::kAgainst},
    {"read as", Kind::kAgainst},
    {"looks like", Kind::kAgainst},
    {"look like", Kind::kAgainst},
    {"wird zu", Kind::kAgainst},
    {"werden zu", Kind::kAgainst},
    {"wird als", Kind::kAgainst},
    {"devient", Kind::kAgainst},
    {"deviennent", Kind::kAgainst},
    {"se convierte en", Kind::kAgainst},
    {"se ve como", Kind::kAgainst},
    {"vira ", Kind::kAgainst},
    {"diventa", Kind::kAgainst},
    {"\u043F\u0440\u0435\u0432\u0440\u0430\u0449", Kind::kAgainst},  // Russian: turns into

    {"->", Kind::kBetween},
    {"=>", Kind::kBetween},
    {" = ", Kind::kBetween},
    {" (", Kind::kBetween},
    {" with ", Kind::kBetween},
    {" by ", Kind::kBetween},
    {" to ", Kind::kBetween},
    {" durch ", Kind::kBetween},
    {" par ", Kind::kBetween},
    {"\u2192", Kind::kBetween},
    {"\u21D2", Kind::kBetween},
    {"\u279C", Kind::kBetween},
    {"\u2794", Kind::kBetween},
    {"\u27F6", Kind::kBetween},
};

constexpr std::size_t kWordCount = std::size(kWords);

// The words that begin with a byte are a list: its head here, the rest through `next`. Most texts have the first byte
// of a word, few have the second.
struct Index {
  std::array<std::uint64_t, 256>
      second{};                           // by the first byte: bit i for second bytes that are i in their last six bits
  std::array<std::uint8_t, 256> first{};  // one more than the index of a word; 0 ends a list
  std::array<std::uint8_t, kWordCount> next{};
};
static_assert(kWordCount < 255);

constexpr Index make_index() {
  Index index;
  for (std::size_t i = kWordCount; i-- > 0;) {
    const auto head = static_cast<unsigned char>(kWords[i].text[0]);
    std::uint8_t& first = index.first[head];
    index.second[head] |= std::uint64_t{1} << (static_cast<unsigned char>(kWords[i].text[1]) & 63);
    index.next[i] = first;
    first = static_cast<std::uint8_t>(i + 1);
  }
  return index;
}

constexpr Index kIndex = make_index();

constexpr char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte; }

bool matches(std::string_view text, std::size_t offset, std::string_view word) {
  if (text.size() - offset < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(text[offset + i]) != word[i]) return false;
  }
  return true;
}

// Calls `found(word, offset)` for each word in `text`.
template <typename Found>
void find_words(std::string_view text, Found found) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto head = static_cast<unsigned char>(lower(text[i]));
    const auto second = static_cast<unsigned char>(lower(text[i + 1]));
    if ((kIndex.second[head] >> (second & 63) & 1) == 0) continue;
    for (std::size_t w = kIndex.first[head]; w != 0; w = kIndex.next[w - 1]) {
      if (matches(text, i, kWords[w - 1].text)) found(kWords[w - 1], i);
    }
  }
}

// Whether the name of an encoding is an argument of the program, as in `.encode("utf-8")` or `charset=utf-8`: it may
// be met wherever text is.
bool is_argument(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kBefore = "\"'=.";
  if (begin > 0 && kBefore.find(text[begin - 1]) != std::string_view::npos) return true;
  while (end < text.size() && (lower(text[end]) >= 'a' && lower(text[end]) <= 'z')) ++end;
  constexpr std::string_view kBehind = "(=\"'";
  return end < text.size() && kBehind.find(text[end]) != std::string_view::npos;
}

}  // namespace

float speaks_of_encodings(std::string_view text) {
  constexpr float kDamage = 4.5F;
  constexpr float kSpoilt = 2.5F;
  constexpr float kFirstEncoding = 2.5F;
  constexpr float kMoreEncodings = 1.0F;  // for the second and third
  constexpr float kArgument = 1.25F;      // for each of two at most
  constexpr float kAgainst = 2.0F;
  int damage = 0;
  int spoilt = 0;
  int encodings = 0;
  int arguments = 0;
  int against = 0;
  std::string_view last_encoding;
  find_words(text, [&](const Word& word, std::size_t offset) {
    damage += word.kind == Kind::kDamage ? 1 : 0;
    spoilt += word.kind == Kind::kSpoilt ? 1 : 0;
    against += word.kind == Kind::kAgainst ? 1 : 0;
    if (word.kind != Kind::kEncoding || word.text == last_encoding) return;
    last_encoding = word.text;
    ++(is_argument(text, offset, offset + word.text.size()) ? arguments : encodings);
  });
  float said = damage > 0 ? kDamage : spoilt > 0 ? kSpoilt : 0;
  if (encodings > 0) said += kFirstEncoding + kMoreEncodings * static_cast<float>(std::min(encodings - 1, 2));
  if (encodings == 0) said += kArgument * static_cast<float>(std::min(arguments, 2));
  if (against > 0) said += kAgainst;
  return std::min(said, kMostOfWords);
}

bool sets_against(std::string_view text) {
  constexpr std::size_t kLittle = 12;  // bytes; an arrow further off belongs to something else
  bool is_set = false;
  find_words(text, [&](const Word& word, std::size_t) {
    is_set = is_set || word.kind == Kind::kAgainst || (word.kind == Kind::kBetween && text.size() <= kLittle);
  });
  return is_set;
}

}  // namespace unbake::detect
