#include "pathological/texts.hpp"

#include "unbake/unbake.hpp"

namespace unbake::tests {
namespace {

std::string baked(std::string_view text, std::string_view path, std::string_view profile = "whatwg") {
  return bake(text, path, profile).value();
}

std::string layers(int count) {
  std::string path = "utf-8>windows-1252";
  for (int i = 1; i < count; ++i) path += " | utf-8>windows-1252";
  return path;
}

// "The cafe's menu - creme, naive" with its accents, an apostrophe and a dash.
constexpr std::string_view kSentence = "The caf\xC3\xA9\xE2\x80\x99s menu \xE2\x80\x94 cr\xC3\xA8me, na\xC3\xAFve; ";
// "The river froze, the ferry waited." in Russian.
constexpr std::string_view kRussian =
    "\xD0\xA0\xD0\xB5\xD0\xBA\xD0\xB0 \xD0\xB7\xD0\xB0\xD0\xBC\xD1\x91\xD1\x80\xD0\xB7\xD0\xBB\xD0\xB0, "
    "\xD0\xBF\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC \xD0\xB6\xD0\xB4\xD0\xB0\xD0\xBB. ";
// "The fog lifted over the river." in Chinese.
constexpr std::string_view kChinese =
    "\xE6\xB2\xB3\xE4\xB8\x8A\xE7\x9A\x84\xE9\x9B\xBE\xE6\x95\xA3\xE4\xBA\x86\xE3\x80\x82";

}  // namespace

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all = {
      {"CleanAscii", "the quick ferry left at eight; nobody minded. "},
      {"CleanLatin", std::string(kSentence)},
      {"CleanRussian", std::string(kRussian)},
      {"CleanChinese", std::string(kChinese)},
      {"Mojibake", baked(kSentence, "utf-8>windows-1252")},
      {"MojibakeWithoutSpaces", baked("\xC3\xA9\xC3\xA8\xC3\xAF\xE2\x80\x99", "utf-8>windows-1252")},
      {"MojibakeInEscapes", "\"caf\\u00c3\\u00a9 cr\\u00c3\\u00a8me\", "},
      {"MojibakeInEntities", "caf&Atilde;&copy;, d&Atilde;&reg;ner<br>"},
      {"MojibakeInUrls", "/caf%C3%83%C2%A9"},
      {"MojibakeInMailHeaders", "=?utf-8?Q?caf=C3=83=C2=A9?= =?utf-8?B?Y2Fmw4PCqQ==?=\n"},
      {"EscapesWithoutSpaces", "\\u00c3\\u00a9"},
      {"Backslashes", "\\"},
      {"HalfEncodedWords", "=?utf-8?Q?"},
      {"EscapedBytesThatAreNotUtf8", "\\xc3"},
      {"MojibakeRussian", baked(kRussian, "utf-8>windows-1251")},
      {"MojibakeGbkLossy", baked(kSentence, "utf-8>gbk", "python-ignore")},
      {"LegacyRussian", baked(kRussian, "windows-1251>windows-1252")},
      {"FiveLayers", baked(kSentence, layers(5))},
      {"FiveLayersOfOneLetter", baked("\xC3\xA9", layers(5))},
      {"OnlyLeads", "\xC3\x83"},
      {"OnlyLeadsOfThree", "\xC3\xA2"},
      {"OnlyLeadsOfFour", "\xC3\xB0"},
      {"OnlyTrails", "\xC2\xA9"},
      {"LeadsAndTrailsAlternating", "\xC3\x83\xC2\xA9\xC2\xA9\xC3\x83"},
      {"LeadsAndSpaces", "\xC3\x83 "},
      {"DashesWithoutTheirEnds", "\xC3\xA2\xE2\x82\xAC "},
      {"GbkDashesWithoutTheirEnds", "\xE9\x88\xA5 "},
      {"CleanAndDamagedAlternating", std::string(kSentence) + baked(kSentence, "utf-8>windows-1252")},
      {"ReplacementCharacters", "\xEF\xBF\xBD"},
      {"LeadsAndReplacementCharacters", "\xC3\x83\xEF\xBF\xBD"},
      {"ReplacementCharactersReadAgain", baked("\xEF\xBF\xBD", "utf-8>windows-1252")},
      {"QuestionMarks", "?"},
      {"LeadsAndQuestionMarks", "\xC3\x83?"},
      {"RawTrails", "\x80"},
      {"RawLeads", "\xC3"},
      {"RawBytes", "\xE9\xFF\x80\xC0\xF8"},
      {"C1Controls", "\xC2\x80"},
      {"NoBreakSpaces", "\xC2\xA0"},
      {"Quotes", "\xE2\x80\x9C"},
      {"CombiningMarks", "\xCC\x81"},
      {"Nuls", std::string(1, '\0')},
  };
  return all;
}

}  // namespace unbake::tests
