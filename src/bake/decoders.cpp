#include "bake/decoder.hpp"

#include <array>

#include "bake/loss_rules.hpp"
#include "base/utf8.hpp"

// Every row was made by running the decoder on all single bytes, all pairs and random strings, but where docs/profiles.md
// says otherwise; that page has the versions and the sources.
namespace unbake::bake {
namespace {

using Kind = TableChange::Kind;

constexpr char32_t kFffd = base::kReplacementCharacter;
// Browsers and iconv-lite read Big5 with the extensions of Hong Kong.
constexpr std::array kBig5IsHkscs = {TableSubstitute{"big5", "big5-hkscs"}};

template <std::size_t A, std::size_t B>
constexpr std::array<TableChange, A + B> joined(const std::array<TableChange, A>& a,
                                                const std::array<TableChange, B>& b) {
  std::array<TableChange, A + B> all{};
  for (std::size_t i = 0; i < A; ++i) all[i] = a[i];
  for (std::size_t i = 0; i < B; ++i) all[A + i] = b[i];
  return all;
}

// KOI8-U by RFC 2319; the WHATWG standard, and our table, have KOI8-RU.
constexpr std::array kKoi8UByItsRfc = {
    TableChange{"koi8-u", 0xAE, 0xAE, 0, 0, Kind::kCharacter, 0x255D},
    TableChange{"koi8-u", 0xBE, 0xBE, 0, 0, Kind::kCharacter, 0x256C},
};

// --- whatwg

constexpr Policy kWhatwg{kFffd, ByteHole::kC1, Extent::kKeepAscii, Extent::kKeepAscii, Extent::kUnit};

// --- icu

constexpr Policy kIcu{kFffd, ByteHole::kC1, Extent::kUnit, Extent::kUpToStart, Extent::kUnit};
constexpr std::array kIcuChanges = joined(kKoi8UByItsRfc, std::array{
    TableChange{"windows-1252", 0x80, 0x9F, 0, 0, Kind::kCharacter, 0x80},
    TableChange{"windows-1253", 0xAA, 0xAA, 0, 0, Kind::kCharacter, 0xAA},
    TableChange{"windows-1255", 0xCA, 0xCA, 0, 0, Kind::kHole},
    TableChange{"windows-874", 0xDB, 0xDE, 0, 0, Kind::kCharacter, 0xF8C1},
    TableChange{"windows-874", 0xFC, 0xFF, 0, 0, Kind::kCharacter, 0xF8C5},
    TableChange{"gbk", 0xFF, 0xFF, 0, 0, Kind::kCharacter, 0xF8F5},
    TableChange{"big5", 0x80, 0x80, 0, 0, Kind::kCharacter, 0x80},
    TableChange{"big5", 0xFF, 0xFF, 0, 0, Kind::kCharacter, 0xF8F8},
    TableChange{"big5", 0x81, 0xFE, 0x80, 0xA0, Kind::kHole},
    TableChange{"shift_jis", 0x80, 0x80, 0, 0, Kind::kInvalid},
    TableChange{"euc-jp", 0x80, 0x8D, 0, 0, Kind::kCharacter, 0x80},
    TableChange{"euc-jp", 0x90, 0x9F, 0, 0, Kind::kCharacter, 0x90},
    TableChange{"euc-kr", 0x80, 0x8D, 0, 0, Kind::kCharacter, 0x80},
    TableChange{"euc-kr", 0x8E, 0x8F, 0, 0, Kind::kInvalid},
    TableChange{"euc-kr", 0x90, 0x9F, 0, 0, Kind::kCharacter, 0x90},
    TableChange{"euc-kr", 0xA0, 0xA0, 0, 0, Kind::kInvalid},
    TableChange{"euc-kr", 0xA1, 0xFE, 0x01, 0xA0, Kind::kInvalid},
});

// --- python

constexpr Policy python(char32_t marker) {
  return {marker, ByteHole::kMarker, Extent::kLead, Extent::kLead, Extent::kUnit};
}
constexpr std::array<PolicyException, 1> python_exceptions(char32_t marker) {
  return {{{"gbk", {marker, ByteHole::kMarker, Extent::kLead, Extent::kLead, Extent::kUnit, true}}}};
}
constexpr auto kPythonReplaceExceptions = python_exceptions(kFffd);
constexpr auto kPythonIgnoreExceptions = python_exceptions(kErased);
constexpr auto kPythonQuestionExceptions = python_exceptions(U'?');
constexpr std::array kPythonChanges = joined(kKoi8UByItsRfc, std::array{
    TableChange{"windows-1255", 0xCA, 0xCA, 0, 0, Kind::kHole},
    TableChange{"gbk", 0x80, 0x80, 0, 0, Kind::kInvalid},
    TableChange{"gb18030", 0x80, 0x80, 0, 0, Kind::kInvalid},
    TableChange{"big5", 0x81, 0xA0, 0x40, 0xFE, Kind::kHole},
    TableChange{"shift_jis", 0x80, 0x80, 0, 0, Kind::kCharacter, 0x80},
    TableChange{"shift_jis", 0xA0, 0xA0, 0, 0, Kind::kCharacter, 0xF8F0},
    TableChange{"shift_jis", 0xFD, 0xFF, 0, 0, Kind::kCharacter, 0xF8F1},
});

// --- iconv-c

constexpr Policy kIconvC{kErased, ByteHole::kMarker, Extent::kUnit, Extent::kLead, Extent::kUnit};
constexpr std::array kIconvCExceptions = {
    PolicyException{"gbk", {kErased, ByteHole::kMarker, Extent::kUnit, Extent::kLead, Extent::kUnit, true}},
    PolicyException{"gb18030", {kErased, ByteHole::kMarker, Extent::kUnit, Extent::kUnit, Extent::kUnit}},
};
constexpr std::array kIconvCChanges = joined(kKoi8UByItsRfc, std::array{
    TableChange{"windows-1255", 0xCA, 0xCA, 0, 0, Kind::kHole},
    TableChange{"macintosh", 0xC6, 0xC6, 0, 0, Kind::kCharacter, 0x0394},
    TableChange{"macintosh", 0xF0, 0xF0, 0, 0, Kind::kCharacter, 0xE01E},
    TableChange{"gb18030", 0x80, 0x80, 0, 0, Kind::kInvalid},
    TableChange{"big5", 0x80, 0x80, 0, 0, Kind::kCharacter, 0x80},
    TableChange{"big5", 0x81, 0xA0, 0, 0, Kind::kInvalid},
    TableChange{"big5", 0xFA, 0xFE, 0, 0, Kind::kInvalid},
    TableChange{"shift_jis", 0x80, 0x80, 0, 0, Kind::kInvalid},
    TableChange{"euc-jp", 0x80, 0x8D, 0, 0, Kind::kCharacter, 0x80},
    TableChange{"euc-jp", 0x90, 0x9F, 0, 0, Kind::kCharacter, 0x90},
});

// --- java

constexpr Policy kJava{kFffd, ByteHole::kMarker, Extent::kUpToStart, Extent::kUpToStart, Extent::kUnit};
constexpr std::array kJavaExceptions = {
    PolicyException{"euc-jp", {kFffd, ByteHole::kMarker, Extent::kUnit, Extent::kAnyAndNext, Extent::kUnit}},
};
constexpr std::array kJavaChanges = joined(kKoi8UByItsRfc, std::array{
    TableChange{"windows-1255", 0xCA, 0xCA, 0, 0, Kind::kHole},
    TableChange{"x-mac-cyrillic", 0xA2, 0xA2, 0, 0, Kind::kCharacter, 0xA2},
    TableChange{"x-mac-cyrillic", 0xB6, 0xB6, 0, 0, Kind::kCharacter, 0x2202},
    TableChange{"x-mac-cyrillic", 0xFF, 0xFF, 0, 0, Kind::kCharacter, 0xA4},
    TableChange{"gbk", 0x80, 0x80, 0, 0, Kind::kInvalid},
    TableChange{"gb18030", 0x80, 0x80, 0, 0, Kind::kInvalid},
    TableChange{"shift_jis", 0x80, 0x80, 0, 0, Kind::kInvalid},
});

// --- iconv-lite

constexpr std::array kIconvLiteChanges = joined(kKoi8UByItsRfc, std::array{
    TableChange{"macintosh", 0xBD, 0xBD, 0, 0, Kind::kCharacter, 0x2126},
    TableChange{"macintosh", 0xDB, 0xDB, 0, 0, Kind::kCharacter, 0xA4},
    TableChange{"macintosh", 0xF0, 0xF0, 0, 0, Kind::kHole},
    TableChange{"x-mac-cyrillic", 0xA2, 0xA2, 0, 0, Kind::kCharacter, 0xA2},
    TableChange{"x-mac-cyrillic", 0xB6, 0xB6, 0, 0, Kind::kCharacter, 0x2202},
    TableChange{"x-mac-cyrillic", 0xFF, 0xFF, 0, 0, Kind::kCharacter, 0xA4},
    TableChange{"shift_jis", 0x80, 0x80, 0, 0, Kind::kCharacter, 0x80},
});

// --- windows

constexpr Policy kWindows{U'?', ByteHole::kC1, Extent::kUnit, Extent::kUnit, Extent::kUnit};
constexpr std::array kWindowsExceptions = {
    PolicyException{"shift_jis", {0x30FB, ByteHole::kC1, Extent::kUnit, Extent::kUnit, Extent::kUnit}},
};
constexpr std::array kWindowsChanges = {
    TableChange{"windows-1253", 0xAA, 0xAA, 0, 0, Kind::kCharacter, 0xF8F9},
    TableChange{"windows-1253", 0xD2, 0xD2, 0, 0, Kind::kCharacter, 0xF8FA},
    TableChange{"windows-1253", 0xFF, 0xFF, 0, 0, Kind::kCharacter, 0xF8FB},
    TableChange{"windows-1255", 0xD9, 0xDF, 0, 0, Kind::kCharacter, 0xF88D},
    TableChange{"windows-1255", 0xFB, 0xFC, 0, 0, Kind::kCharacter, 0xF894},
    TableChange{"windows-1255", 0xFF, 0xFF, 0, 0, Kind::kCharacter, 0xF896},
    TableChange{"windows-1257", 0xA1, 0xA1, 0, 0, Kind::kCharacter, 0xF8FC},
    TableChange{"windows-1257", 0xA5, 0xA5, 0, 0, Kind::kCharacter, 0xF8FD},
    TableChange{"windows-874", 0xDB, 0xDE, 0, 0, Kind::kCharacter, 0xF8C1},
    TableChange{"windows-874", 0xFC, 0xFF, 0, 0, Kind::kCharacter, 0xF8C5},
    TableChange{"gbk", 0xFF, 0xFF, 0, 0, Kind::kCharacter, 0xF8F5},
    TableChange{"big5", 0x80, 0x80, 0, 0, Kind::kCharacter, 0x80},
    TableChange{"big5", 0xFF, 0xFF, 0, 0, Kind::kCharacter, 0xF8F8},
    TableChange{"shift_jis", 0x80, 0x80, 0, 0, Kind::kCharacter, 0x80},
    TableChange{"shift_jis", 0xA0, 0xA0, 0, 0, Kind::kCharacter, 0xF8F0},
    TableChange{"shift_jis", 0xFD, 0xFF, 0, 0, Kind::kCharacter, 0xF8F1},
    TableChange{"euc-kr", 0x80, 0x80, 0, 0, Kind::kCharacter, 0x80},
    TableChange{"euc-kr", 0xFF, 0xFF, 0, 0, Kind::kCharacter, 0xF8F7},
};

// --- mysql

constexpr Policy kMysql{U'?', ByteHole::kC1, Extent::kLead, Extent::kLead, Extent::kUnit};

// --- old-tables

// JIS X 0208, GB 2312 and Apple's tables before the euro sign, where vendors' code pages have other characters.
constexpr std::array kOldTablesChanges = joined(kKoi8UByItsRfc, std::array{
    TableChange{"macintosh", 0xDB, 0xDB, 0, 0, Kind::kCharacter, 0xA4},
    TableChange{"x-mac-cyrillic", 0xA2, 0xA2, 0, 0, Kind::kCharacter, 0xA2},
    TableChange{"x-mac-cyrillic", 0xB6, 0xB6, 0, 0, Kind::kCharacter, 0x2202},
    TableChange{"x-mac-cyrillic", 0xFF, 0xFF, 0, 0, Kind::kCharacter, 0xA4},
    TableChange{"mac-greek", 0x9C, 0x9C, 0, 0, Kind::kCharacter, 0xA4},
    TableChange{"gbk", 0xA1, 0xA1, 0xA4, 0xA4, Kind::kCharacter, 0x30FB},
    TableChange{"gbk", 0xA1, 0xA1, 0xAA, 0xAA, Kind::kCharacter, 0x2015},
    TableChange{"shift_jis", 0x81, 0x81, 0x5F, 0x5F, Kind::kCharacter, 0x5C},
    TableChange{"shift_jis", 0x81, 0x81, 0x60, 0x60, Kind::kCharacter, 0x301C},
    TableChange{"shift_jis", 0x81, 0x81, 0x61, 0x61, Kind::kCharacter, 0x2016},
    TableChange{"shift_jis", 0x81, 0x81, 0x7C, 0x7C, Kind::kCharacter, 0x2212},
    TableChange{"shift_jis", 0x81, 0x81, 0x91, 0x92, Kind::kCharacter, 0xA2},
    TableChange{"shift_jis", 0x81, 0x81, 0xCA, 0xCA, Kind::kCharacter, 0xAC},
    TableChange{"euc-jp", 0xA1, 0xA1, 0xC1, 0xC1, Kind::kCharacter, 0x301C},
    TableChange{"euc-jp", 0xA1, 0xA1, 0xC2, 0xC2, Kind::kCharacter, 0x2016},
    TableChange{"euc-jp", 0xA1, 0xA1, 0xDD, 0xDD, Kind::kCharacter, 0x2212},
    TableChange{"euc-jp", 0xA1, 0xA1, 0xF1, 0xF2, Kind::kCharacter, 0xA2},
    TableChange{"euc-jp", 0xA2, 0xA2, 0xCC, 0xCC, Kind::kCharacter, 0xAC},
});

// --- old-tables-yen

constexpr std::array kOldTablesYenChanges = {
    TableChange{"shift_jis", 0x5C, 0x5C, 0, 0, Kind::kCharacter, 0xA5},
    TableChange{"shift_jis", 0x7E, 0x7E, 0, 0, Kind::kCharacter, 0x203E},
    TableChange{"shift_jis", 0xA0, 0xA0, 0, 0, Kind::kCharacter, 0xA0},
    TableChange{"shift_jis", 0x81, 0x81, 0x5F, 0x5F, Kind::kCharacter, 0x5C},
    TableChange{"shift_jis", 0x81, 0x81, 0x60, 0x60, Kind::kCharacter, 0x301C},
    TableChange{"shift_jis", 0x81, 0x81, 0x61, 0x61, Kind::kCharacter, 0x2016},
    TableChange{"shift_jis", 0x81, 0x81, 0x7C, 0x7C, Kind::kCharacter, 0x2212},
    TableChange{"shift_jis", 0x81, 0x81, 0x91, 0x92, Kind::kCharacter, 0xA2},
    TableChange{"shift_jis", 0x81, 0x81, 0xCA, 0xCA, Kind::kCharacter, 0xAC},
    TableChange{"johab", 0x5C, 0x5C, 0, 0, Kind::kCharacter, 0x20A9},
};

// The table of decoders, the common ones first.
constexpr std::array<Decoder, kDecoderCount> kDecoders = {{
    {"whatwg", "browsers and other followers of the WHATWG Encoding Standard: U+FFFD, C1 controls for holes below A0",
     kWhatwg, {}, {}, kBig5IsHkscs},
    {"python-ignore", "Python with errors='ignore': what cannot be decoded is gone", python(kErased),
     kPythonIgnoreExceptions, kPythonChanges},
    {"python-replace", "Python with errors='replace': U+FFFD for each byte", python(kFffd), kPythonReplaceExceptions,
     kPythonChanges},
    {"python-question", "as python-replace, written to an encoding that has no U+FFFD: '?'", python(U'?'),
     kPythonQuestionExceptions, kPythonChanges},
    {"icu", "ICU, also in Node.js: windows-1252 is Latin-1; U+FFFD", kIcu, {}, kIcuChanges},
    {"iconv-c", "GNU libc's iconv -c: what cannot be decoded is gone, in gb18030 with the ASCII byte behind it", kIconvC,
     kIconvCExceptions, kIconvCChanges},
    {"java", "Java's String and InputStreamReader: U+FFFD; EUC-JP eats the byte behind", kJava, kJavaExceptions,
     kJavaChanges},
    {"iconv-lite", "the iconv-lite package of Node.js: U+FFFD for each byte", python(kFffd), {}, kIconvLiteChanges,
     kBig5IsHkscs},
    {"windows", "Windows code pages: '?' (cp932: U+30FB) for a lead and the byte behind it", kWindows,
     kWindowsExceptions, kWindowsChanges},
    {"mysql", "MySQL: latin1 is windows-1252 with C1 controls for its holes; '?' for other bytes", kMysql, {}, {}},
    {"old-tables", "tables of national standards and of older systems, where those of vendors differ; U+FFFD", kWhatwg,
     {}, kOldTablesChanges},
    {"old-tables-yen", "as old-tables, with the yen or won sign for the backslash", kWhatwg, {}, kOldTablesYenChanges},
}};

}  // namespace

std::span<const Decoder, kDecoderCount> decoders() { return kDecoders; }

}  // namespace unbake::bake
