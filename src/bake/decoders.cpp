#include <array>

#include "bake/decoder.hpp"
#include "bake/loss_rules.hpp"
#include "bake/table_changes.hpp"
#include "base/utf8.hpp"

// Every row was made by running the decoder on all single bytes, all pairs and random strings, but where
// docs/profiles.md says otherwise; that page has the versions and the sources.
namespace unbake::baking {
namespace {

constexpr char32_t kFffd = base::kReplacementCharacter;

// --- whatwg

constexpr Policy kWhatwg{kFffd, ByteHole::kC1, Extent::kOfStandard, Extent::kOfStandard, Extent::kUnit};
constexpr std::array kWhatwgTables = {TableSubstitute{"big5", "big5-hkscs"}};

// --- icu

constexpr Policy kIcu{kFffd, ByteHole::kC1, Extent::kUnit, Extent::kUpToStart, Extent::kUnit};
constexpr std::array kIcuExceptions = {
    PolicyException{"euc-kr", {kFffd, ByteHole::kMarker, Extent::kUnit, Extent::kUpToStart, Extent::kUnit}},
};
// Private-use characters of Big5-HKSCS that Unicode has as characters since.
constexpr std::array kHkscsOfIcu = {
    pairs("big5-hkscs", 0x81, 0x40, 0x7E, 0xEEB8), pairs("big5-hkscs", 0x81, 0xA1, 0xFE, 0xEEF7),
    pairs("big5-hkscs", 0x82, 0x40, 0x7E, 0xEF55), pairs("big5-hkscs", 0x82, 0xA1, 0xFE, 0xEF94),
    pairs("big5-hkscs", 0x83, 0x40, 0x7E, 0xEFF2), pairs("big5-hkscs", 0x83, 0xA1, 0xFE, 0xF031),
    pairs("big5-hkscs", 0x84, 0x40, 0x7E, 0xF08F), pairs("big5-hkscs", 0x84, 0xA1, 0xFE, 0xF0CE),
    pairs("big5-hkscs", 0x88, 0x40, 0x44, 0xF303), pair("big5-hkscs", 0x88, 0x46, 0xF309),
    pairs("big5-hkscs", 0x88, 0x49, 0x4A, 0xF30C), pair("big5-hkscs", 0x88, 0x4D, 0xF310),
    pairs("big5-hkscs", 0x88, 0x4F, 0x52, 0xF312), pairs("big5-hkscs", 0x88, 0x54, 0x55, 0xF317),
    pair("big5-hkscs", 0x88, 0x62, 0xF325),        pair("big5-hkscs", 0x88, 0x64, 0xF327),
    pair("big5-hkscs", 0x88, 0xA3, 0xF344),        pair("big5-hkscs", 0x88, 0xA5, 0xF346),
    pairs("big5-hkscs", 0x88, 0xA9, 0xAA, 0xF34A), pair("big5-hkscs", 0x8C, 0x43, 0xF57A),
    pair("big5-hkscs", 0x8C, 0x6D, 0xF5A4),        pair("big5-hkscs", 0x8C, 0x74, 0xF5AB),
    pair("big5-hkscs", 0x8C, 0xB7, 0xF5CC),        pair("big5-hkscs", 0x8C, 0xB9, 0xF5CE),
    pair("big5-hkscs", 0x8C, 0xBB, 0xF5D0),        pair("big5-hkscs", 0x8C, 0xC0, 0xF5D5),
    pairs("big5-hkscs", 0x8C, 0xD7, 0xD8, 0xF5EC), pair("big5-hkscs", 0x8C, 0xDA, 0xF5EF),
    pair("big5-hkscs", 0x8C, 0xED, 0xF602),        pair("big5-hkscs", 0x8D, 0x48, 0xF61C),
    pair("big5-hkscs", 0xC8, 0x79, 0xF7E5),        pair("big5-hkscs", 0xC8, 0xA1, 0xF7EB),
    pair("big5-hkscs", 0xC8, 0xA3, 0xF7ED),
};
constexpr auto kIcuChanges = joined(kKoi8UOfRfc2319, kIbm, kThaiPrivateUse, kGbkOfTwoBytes, kGbkOfWindows,
                                    std::array{byte("gbk", 0xFF, 0xFF, 0xF8F5)}, kHkscsOfIcu,
                                    std::array{
                                        byte("windows-1252", 0x80, 0x9F, 0x80),
                                        byte("windows-1253", 0xAA, 0xAA, 0xAA),
                                        byte_hole("windows-1255", 0xCA, 0xCA),
                                        byte("ibm864", 0x9F, 0x9F, 0x200B),
                                        byte("ibm864", 0xD7, 0xD7, 0xFEC3),
                                        byte("ibm864", 0xD8, 0xD8, 0xFEC7),
                                        byte("ibm864", 0xF1, 0xF1, 0xFE7C),
                                        byte("big5", 0x80, 0x80, 0x80),
                                        byte("big5", 0xFF, 0xFF, 0xF8F8),
                                        pair_holes("big5", 0x81, 0xFE, 0x80, 0xA0),
                                        no_byte("shift_jis", 0x80, 0x80),
                                        byte_hole("shift_jis", 0xFD, 0xFF),
                                    },
                                    kEucJpC1,
                                    std::array{
                                        pairs("euc-jp", 0x8E, 0xE0, 0xE1, 0x00A2),
                                        pair("euc-jp", 0x8E, 0xE2, 0x00AC),
                                        pair_holes("euc-jp", 0x8E, 0x8E, 0xE3, 0xE4),
                                        no_pairs("euc-jp", 0x8E, 0x8E, 0xE5, 0xFE),
                                        // EUC-KR is KS X 1001 alone, between C1 controls.
                                        byte("euc-kr", 0x80, 0x8D, 0x80),
                                        byte_hole("euc-kr", 0x8E, 0x8F),
                                        byte("euc-kr", 0x90, 0x9F, 0x90),
                                        no_byte("euc-kr", 0xA0, 0xA0),
                                        no_pairs("euc-kr", 0xA1, 0xFE, 0x01, 0xA0),
                                        pair_holes("euc-kr", 0xA2, 0xA2, 0xE6, 0xE7),
                                    },
                                    kEucKrUserDefined);

// --- python

constexpr Policy python(char32_t marker, bool private_is_hole = false) {
  return {marker, ByteHole::kMarker, Extent::kLead, Extent::kLead, Extent::kUnit, private_is_hole};
}
constexpr std::array<PolicyException, 2> python_exceptions(char32_t marker) {
  return {{{"gbk", python(marker, true)}, {"big5", python(marker, true)}}};
}
constexpr auto kPythonReplaceExceptions = python_exceptions(kFffd);
constexpr auto kPythonIgnoreExceptions = python_exceptions(kErased);
constexpr auto kPythonQuestionExceptions = python_exceptions(U'?');
// Pairs of Big5-HKSCS that Python leaves open: characters that the table has twice.
constexpr std::uint16_t kHkscsOpenInPython[] = {
    0x8E69, 0x8E6F, 0x8E7E, 0x8EAB, 0x8EB4, 0x8ECD, 0x8ED0, 0x8F57, 0x8F69, 0x8F6E, 0x8FCB, 0x8FCC, 0x8FFE,
    0x906D, 0x907A, 0x90DC, 0x90F1, 0x91BF, 0x9244, 0x92AF, 0x92B0, 0x92B1, 0x92B2, 0x92C8, 0x92D1, 0x9447,
    0x94CA, 0x95D9, 0x9644, 0x96ED, 0x96FC, 0x9B76, 0x9B78, 0x9B7B, 0x9BC6, 0x9BDE, 0x9BEC, 0x9BF6, 0x9C42,
    0x9C53, 0x9C62, 0x9C68, 0x9C6B, 0x9C77, 0x9CBC, 0x9CBD, 0x9CD0, 0x9D57, 0x9D5A, 0x9DC4, 0x9EA9, 0x9EEF,
    0x9EFD, 0x9F60, 0x9F66, 0x9FCB, 0x9FD8, 0xA063, 0xA077, 0xA0D5, 0xA0DF, 0xA0E4, 0xC6CF, 0xC6D3, 0xC6D5,
    0xC6D7, 0xC6DE, 0xC6DF, 0xFA5F, 0xFA66, 0xFABD, 0xFAC5, 0xFAD5, 0xFB48, 0xFBB8, 0xFBF3, 0xFBF9, 0xFC4F,
    0xFC6C, 0xFCB9, 0xFCE2, 0xFCF1, 0xFDB7, 0xFDB8, 0xFDBB, 0xFDF1, 0xFE52, 0xFE6F, 0xFEAA, 0xFEDD,
};
constexpr auto kHkscsHolesOfPython = [] {
  std::array<TableChange, std::size(kHkscsOpenInPython)> changes{};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto lead = static_cast<std::uint8_t>(kHkscsOpenInPython[i] >> 8);
    const auto trail = static_cast<std::uint8_t>(kHkscsOpenInPython[i] & 0xFF);
    changes[i] = pair_holes("big5-hkscs", lead, lead, trail, trail);
  }
  return changes;
}();
// Big5 as the Unicode Consortium had it.
constexpr std::array<TableChange, 11> big5_look_alikes(std::string_view encoding) {
  return {{pair(encoding, 0xA1, 0x45, 0x2022), pair(encoding, 0xA1, 0x4E, 0xFF64), pair(encoding, 0xA1, 0xC2, 0x203E),
           pair(encoding, 0xA1, 0xE3, 0x223C), pair(encoding, 0xA1, 0xF2, 0x2641), pair(encoding, 0xA1, 0xF3, 0x2609),
           pair(encoding, 0xA2, 0x41, 0xFF0F), pair(encoding, 0xA2, 0x42, 0xFF3C), pair(encoding, 0xA2, 0x44, 0x00A5),
           pairs(encoding, 0xA2, 0x46, 0x47, 0x00A2), pair_holes(encoding, 0xA3, 0xA3, 0xE1, 0xE1)}};
}
constexpr auto kPythonChanges =
    joined(kKoi8UOfRfc2319, kArabicOfMicrosoft, std::array{byte_hole("windows-1255", 0xCA, 0xCA)}, kGbkOfTwoBytes,
           kGbkOfWindows, std::array{no_byte("gbk", 0x80, 0x80)}, gb18030_of_2005("gb18030"),
           std::array{
               pair("gb18030", 0xA3, 0xA0, 0xE5E5),
               pair("gb18030", 0xA8, 0xBC, 0xE7C7),
               no_byte("gb18030", 0x80, 0x80),
           },
           kHkscsHolesOfPython, big5_look_alikes("big5-hkscs"),
           std::array{
               pair_holes("big5-hkscs", 0x87, 0x87, 0x7A, 0xDF),
               pair_holes("big5-hkscs", 0xA3, 0xA3, 0xC0, 0xE0),
           },
           big5_look_alikes("big5"),
           std::array{
               // Kana, Cyrillic and numbers in circles where Windows has user-defined characters.
               pair("big5", 0xC6, 0xA1, 0x30FE),
               pairs("big5", 0xC6, 0xA2, 0xA3, 0x309D),
               pair("big5", 0xC6, 0xA4, 0x3005),
               pairs("big5", 0xC6, 0xA5, 0xF7, 0x3041),
               pairs("big5", 0xC6, 0xF8, 0xFE, 0x30A1),
               pairs("big5", 0xC7, 0x40, 0x7E, 0x30A8),
               pairs("big5", 0xC7, 0xA1, 0xB0, 0x30E7),
               pairs("big5", 0xC7, 0xB1, 0xB2, 0x0414),
               pair("big5", 0xC7, 0xB3, 0x0401),
               pairs("big5", 0xC7, 0xB4, 0xBA, 0x0416),
               pairs("big5", 0xC7, 0xBB, 0xCD, 0x0423),
               pair("big5", 0xC7, 0xCE, 0x0451),
               pairs("big5", 0xC7, 0xCF, 0xE8, 0x0436),
               pairs("big5", 0xC7, 0xE9, 0xF2, 0x2460),
               pairs("big5", 0xC7, 0xF3, 0xFC, 0x2474),
               pair_holes("big5", 0xF9, 0xF9, 0xD6, 0xFE),
           },
           kShiftJisPrivateUse, kEucJpWithoutVendors);

// Python's euc_kr is KS X 1001 alone; what the others are called there is cp949.
constexpr std::array kKsX1001Alone = {
    no_byte("euc-kr", 0x80, 0xA0),
    no_pairs("euc-kr", 0xA1, 0xFE, 0x01, 0xA0),
};

// --- iconv-c

constexpr Policy iconv_c(Extent hole, Extent invalid, bool private_is_hole = false) {
  return {kErased, ByteHole::kMarker, hole, invalid, Extent::kUnit, private_is_hole};
}
constexpr std::array kIconvCExceptions = {
    PolicyException{"gbk", iconv_c(Extent::kUnit, Extent::kLead, true)},
    PolicyException{"gb18030", iconv_c(Extent::kUnit, Extent::kUnit)},
    PolicyException{"euc-jp", iconv_c(Extent::kLead, Extent::kLead)},
    PolicyException{"euc-kr", iconv_c(Extent::kLead, Extent::kLead)},
};
constexpr auto kIconvCChanges =
    joined(kKoi8UOfRfc2319, kArabicOfMicrosoft,
           std::array{
               byte_hole("windows-1255", 0xCA, 0xCA),
               byte("macintosh", 0xC6, 0xC6, 0x0394),
               byte("macintosh", 0xF0, 0xF0, 0xE01E),
           },
           kGbkOfTwoBytes, kGbkOfWindows,
           std::array{
               pair_holes("gbk", 0x81, 0xFE, 0x7F, 0x7F),
               no_pairs("gbk", 0xFE, 0xFE, 0xA1, 0xFE),
               no_byte("gb18030", 0x80, 0x80),
               pair("gb18030", 0xA3, 0xA0, 0xE5E5),
               pair("gb18030", 0xFE, 0x51, 0x20087),
               pair("gb18030", 0xFE, 0x52, 0x20089),
               pair("gb18030", 0xFE, 0x53, 0x200CC),
               pair("gb18030", 0xFE, 0x6C, 0x215D7),
               pair("gb18030", 0xFE, 0x76, 0x2298F),
               pair("gb18030", 0xFE, 0x91, 0x241FE),
               byte("big5", 0x80, 0x80, 0x80),
               no_byte("big5", 0x81, 0xA0),
               no_byte("big5", 0xFA, 0xFF),
               no_byte("shift_jis", 0x80, 0x80),
               // Stretches of the table without characters are no pairs; the other holes are.
               no_pairs("shift_jis", 0x84, 0x84, 0xBF, 0xFC),
               no_byte("shift_jis", 0x85, 0x86),
               no_pairs("shift_jis", 0x87, 0x87, 0x9D, 0xFC),
               no_pairs("shift_jis", 0x88, 0x88, 0x40, 0x9E),
               no_pairs("shift_jis", 0xEA, 0xEA, 0xA5, 0xFC),
               no_byte("shift_jis", 0xEB, 0xEC),
               no_byte("shift_jis", 0xEF, 0xEF),
               no_pairs("shift_jis", 0xFC, 0xFC, 0x4C, 0xFC),
           },
           kEucJpC1, kEucJpWithoutVendors);

// --- java

constexpr Policy kJava{kFffd, ByteHole::kMarker, Extent::kUpToStart, Extent::kUpToStart, Extent::kUnit};
constexpr std::array kJavaExceptions = {
    PolicyException{"gb18030", {kFffd, ByteHole::kMarker, Extent::kUnit, Extent::kLeadOrLong, Extent::kUnit}},
    PolicyException{"euc-jp", {kFffd, ByteHole::kMarker, Extent::kUnit, Extent::kAnyAndNext, Extent::kUnit}},
};
constexpr auto kJavaChanges =
    joined(kKoi8UOfRfc2319, kMacCyrillicOfOld, std::array{byte_hole("windows-1255", 0xCA, 0xCA)},
           std::array{pair("gbk", 0xA2, 0xE3, 0x20AC), pair("gbk", 0xA8, 0x92, 0x2641), no_byte("gbk", 0x80, 0x80)},
           kGbkOfTwoBytes, kGbkOfWindows,
           std::array{
               no_byte("gb18030", 0x80, 0x80),
               pair("gb18030", 0xA3, 0xA0, 0xE5E5),
               pair_holes("gb18030", 0x81, 0xFE, 0x3A, 0x3F),
               pair_holes("gb18030", 0x81, 0xFE, 0x7F, 0x7F),
               no_byte("shift_jis", 0x80, 0x80),
               // No characters in these rows: their leads lead nothing.
               no_byte("shift_jis", 0x85, 0x86),
               no_byte("shift_jis", 0xEB, 0xEC),
               no_byte("shift_jis", 0xEF, 0xEF),
               pair("euc-jp", 0xA1, 0xBD, 0x2014),
           },
           kEucJpWithoutVendors, kEucKrUserDefined);

// --- iconv-lite

constexpr Policy kIconvLite{kFffd, ByteHole::kMarker, Extent::kLead, Extent::kLead, Extent::kLead};
constexpr std::array kIconvLiteTables = {TableSubstitute{"big5", "big5-hkscs"}};
constexpr auto kIconvLiteChanges =
    joined(kKoi8UOfRfc2319, kMacCyrillicOfOld,
           std::array{
               byte("macintosh", 0xBD, 0xBD, 0x2126),
               byte("macintosh", 0xDB, 0xDB, 0xA4),
               byte_hole("macintosh", 0xF0, 0xF0),
           },
           kGbkOfTwoBytes, gb18030_of_2005("gbk"), gb18030_of_2005("gb18030"),
           std::array{byte("shift_jis", 0x80, 0x80, 0x80), pair_holes("shift_jis", 0xF9, 0xF9, 0x41, 0xFC)});

// --- windows

constexpr Policy windows(char32_t marker) {
  return {marker, ByteHole::kC1, Extent::kUnit, Extent::kUnit, Extent::kUnit};
}
constexpr std::array kWindowsExceptions = {PolicyException{"shift_jis", windows(0x30FB)}};
constexpr auto kWindowsChanges =
    joined(kArabicOfMicrosoft,
           std::array{
               byte("windows-1253", 0xAA, 0xAA, 0xF8F9),
               byte("windows-1253", 0xD2, 0xD2, 0xF8FA),
               byte("windows-1253", 0xFF, 0xFF, 0xF8FB),
               byte("windows-1255", 0xD9, 0xDF, 0xF88D),
               byte("windows-1255", 0xFB, 0xFC, 0xF894),
               byte("windows-1255", 0xFF, 0xFF, 0xF896),
               byte("windows-1257", 0xA1, 0xA1, 0xF8FC),
               byte("windows-1257", 0xA5, 0xA5, 0xF8FD),
           },
           kThaiPrivateUse, kGbkOfTwoBytes, kGbkOfWindows, std::array{byte("gbk", 0xFF, 0xFF, 0xF8F5)},
           std::array{byte("big5", 0x80, 0x80, 0x80), byte("big5", 0xFF, 0xFF, 0xF8F8)}, kShiftJisPrivateUse,
           std::array{byte("euc-kr", 0x80, 0x80, 0x80), byte("euc-kr", 0xFF, 0xFF, 0xF8F7)}, kEucKrUserDefined);

// --- mysql

constexpr Policy kMysql{U'?', ByteHole::kC1, Extent::kLead, Extent::kLead, Extent::kUnit};

// --- old-tables

constexpr auto kOldTablesChanges = joined(kKoi8UOfRfc2319, kMacCyrillicOfOld,
                                          std::array{
                                              byte("macintosh", 0xDB, 0xDB, 0xA4),
                                              byte("mac-greek", 0x9C, 0x9C, 0xA4),
                                              pair("gbk", 0xA1, 0xA4, 0x30FB),
                                              pair("gbk", 0xA1, 0xAA, 0x2015),
                                          },
                                          kShiftJisLookAlikes, kEucJpLookAlikes);

// --- old-tables-yen

constexpr auto kOldTablesYenChanges = joined(kShiftJisLookAlikes, std::array{
                                                                      byte("shift_jis", 0x5C, 0x5C, 0xA5),
                                                                      byte("shift_jis", 0x7E, 0x7E, 0x203E),
                                                                      byte("shift_jis", 0xA0, 0xA0, 0xA0),
                                                                      byte("johab", 0x5C, 0x5C, 0x20A9),
                                                                  });

// --- windows-gbk

// Files that an editor on a Chinese Windows opened and saved.
constexpr std::array kGbkDetours = {Detour{"windows-1252", "gbk"}};

// The table of decoders, the common ones first.
constexpr std::array<Decoder, kDecoderCount> kDecoders = {{
    {"whatwg",
     "browsers and other followers of the WHATWG Encoding Standard: U+FFFD, C1 controls for holes below A0",
     kWhatwg,
     {},
     {},
     kWhatwgTables},
    {"python-ignore", "Python with errors='ignore': what cannot be decoded is gone", python(kErased),
     kPythonIgnoreExceptions, kPythonChanges},
    {"python-replace", "Python with errors='replace': U+FFFD for each byte", python(kFffd), kPythonReplaceExceptions,
     kPythonChanges},
    {"python-question", "as python-replace, written to an encoding that has no U+FFFD: '?'", python(U'?'),
     kPythonQuestionExceptions, kPythonChanges},
    {"python-ks-x-1001",
     "Python's euc_kr with errors='replace': KS X 1001 alone, without the extensions of Windows",
     python(kFffd),
     {},
     kKsX1001Alone},
    {"icu", "ICU, also in Node.js: windows-1252 is Latin-1; U+FFFD", kIcu, kIcuExceptions, kIcuChanges},
    {"iconv-c", "GNU libc's iconv -c: what cannot be decoded is gone, in gb18030 with the ASCII byte behind it",
     iconv_c(Extent::kUnit, Extent::kLead), kIconvCExceptions, kIconvCChanges},
    {"java", "Java's String and InputStreamReader: U+FFFD; EUC-JP eats the byte behind", kJava, kJavaExceptions,
     kJavaChanges},
    {"iconv-lite",
     "the iconv-lite package of Node.js: U+FFFD for each byte",
     kIconvLite,
     {},
     kIconvLiteChanges,
     kIconvLiteTables},
    {"windows", "Windows code pages: '?' (cp932: U+30FB) for a lead and the byte behind it", windows(U'?'),
     kWindowsExceptions, kWindowsChanges},
    {"mysql", "MySQL: latin1 is windows-1252 with C1 controls for its holes; '?' for other bytes", kMysql, {}, {}},
    {"old-tables",
     "tables of national standards and of older systems, where those of vendors differ; U+FFFD",
     kWhatwg,
     {},
     kOldTablesChanges},
    {"old-tables-yen", "as old-tables, with the yen or won sign for the backslash", kWhatwg, {}, kOldTablesYenChanges},
    {"windows-gbk",
     "as windows, after windows-1252 was read as GBK and written back: '?' for a lead and the ASCII byte behind it",
     windows(U'?'),
     kWindowsExceptions,
     kWindowsChanges,
     {},
     kGbkDetours},
}};

}  // namespace

std::span<const Decoder, kDecoderCount> decoders() { return kDecoders; }

}  // namespace unbake::baking
