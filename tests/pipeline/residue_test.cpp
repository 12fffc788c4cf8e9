#include "pipeline/residue.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "encoding/encoding.hpp"
#include "encoding/reader_index.hpp"
#include "pipeline/name_residues.hpp"
#include "pipeline/pipeline.hpp"

namespace unbake::pipeline {
namespace {

// What is found, each with brackets around it, and its kind before it.
std::string marked(std::string_view text) {
  constexpr std::string_view kKinds = "-ramu";  // none, replacement, read again, question marks, unwritten
  std::string out;
  std::size_t done = 0;
  for (const Residue& r : find_residues(text)) {
    out += text.substr(done, r.begin - done);
    out += r.is_quoted ? 'Q' : kKinds[static_cast<std::size_t>(r.kind)];
    out += "[" + std::string(text.substr(r.begin, r.end - r.begin)) + "]";
    done = r.end;
  }
  return out + std::string(text.substr(done));
}

std::string unchanged(std::string_view text) { return std::string(text); }

TEST(Residue, ReplacementCharactersAreOneInARow) {
  EXPECT_EQ(marked("caf\uFFFD, \uFFFD\uFFFD\uFFFD"), "cafr[\uFFFD], r[\uFFFD\uFFFD\uFFFD]");
  EXPECT_EQ(marked("it writes \"\uFFFD\" then"), "it writes \"Q[\uFFFD]\" then");
}

TEST(Residue, ReplacementCharactersAreKnownWhoeverReadThemAgain) {
  EXPECT_EQ(marked("\u00EF\u00BF\u00BD"), "a[\u00EF\u00BF\u00BD]");
  EXPECT_EQ(marked("\u951F\u65A4\u62F7!"), "a[\u951F\u65A4\u62F7]!");
  EXPECT_EQ(marked("\u5360\uC3D9\uC619"), "a[\u5360\uC3D9\uC619]");
  EXPECT_EQ(marked("\u5699\u8E1D\u856D"), "a[\u5699\u8E1D\u856D]");
  EXPECT_EQ(marked("\u0440\u043F\u0457\u0405"), "\u0440a[\u043F\u0457\u0405]");
  EXPECT_EQ(marked("\u044F\u2510\u255C\u044F\u2510\u255C."), "a[\u044F\u2510\u255C\u044F\u2510\u255C].");
  for (int bit = 0; bit < encoding::reader_count(); ++bit) {
    const encoding::EncodingId reader = encoding::reader(bit);
    const auto decoded = encoding::decode(reader, "\xEF\xBF\xBD\xEF\xBF\xBD");
    if (decoded.error_offset) continue;
    const std::vector<Residue> found = find_residues(decoded.bytes);
    if (found.empty()) continue;  // shown with controls or ASCII
    EXPECT_EQ(found.size(), 1U) << encoding::get(reader).name;
    EXPECT_EQ(found.front().kind, ResidueKind::kReadAgain) << encoding::get(reader).name;
  }
}

TEST(Residue, OneIsNoneIfItIsAWordOfLetters) {
  const std::string one = "\u044F\u041F\u041D";  // of ISO 8859-5
  EXPECT_EQ(marked(one), one);
  EXPECT_EQ(marked(one + one), "a[" + one + one + "]");
}

TEST(Residue, MemoryIsARowOfOneFilling) {
  EXPECT_EQ(marked("x = \u70EB\u70EB\u70EB"), "x = u[\u70EB\u70EB\u70EB]");
  EXPECT_EQ(marked("\u5C6F\u5C6F\u5C6F\u5C6F\u5C6F"), "u[\u5C6F\u5C6F\u5C6F\u5C6F\u5C6F]");
  EXPECT_EQ(marked("\u94EA\u94EA\u94EA \u847A\u847A\u847A"), "u[\u94EA\u94EA\u94EA] u[\u847A\u847A\u847A]");
  for (const std::string_view text : {"\u70EB\u70EB", "\u6C34\u597D\u70EB\u70EB\u70EB\u554A", "\u5C6F\u95E8"})
    EXPECT_EQ(marked(text), unchanged(text));
}

TEST(Residue, QuestionMarksStandForLetters) {
  EXPECT_EQ(marked("Name: ???? ??????? ??, ? ??????."), "Name: m[???? ??????? ??, ? ??????].");
  EXPECT_EQ(marked("f??r die m??chte"), "fm[??]r die mm[??]chte");
}

TEST(Residue, QuestionMarksAreQuestionsElsewhere) {
  for (const std::string_view text :
       {"what??? really?? ????", "a ?? b ?? c", "log-????_??_??.txt", "??? ??? ???", "find ?? ?? ??", "one f??r only",
        "url?a=b&c=d?e", "Is it? Is it?", "???? ????", "\"????\", \"??????\"", "-????????? ? ? ? ?"})
    EXPECT_EQ(marked(text), unchanged(text));
}

TEST(Residue, AnyBytesAreTaken) {
  EXPECT_TRUE(find_residues("").empty());
  EXPECT_TRUE(find_residues("?").empty());
  EXPECT_TRUE(find_residues("\xEF\xBF").empty());
  EXPECT_EQ(find_residues("\xBD\xEF\xBF\xBD\xEF").size(), 1U);
}

std::vector<Decision> named(std::string_view text, notation::NotationSet notations = notation::kAllNotations) {
  Settings settings;
  settings.report = true;
  settings.notations = notations;
  std::vector<Decision> decisions = decide(text, settings);
  name_residues(text, notations, decisions);
  std::size_t done = 0;
  for (const Decision& d : decisions) {
    EXPECT_GE(d.offset, done);
    done = d.offset + d.length;
    EXPECT_LE(done, text.size());
    EXPECT_EQ(d.residue == ResidueKind::kNone, d.verdict != Verdict::kUnrecoverable);
  }
  return decisions;
}

TEST(NameResidues, RepairsStayBesideThem) {
  const auto decisions = named("Le caf\u00C3\u00A9 fran\u00C3\u00A7ais: \u70EB\u70EB\u70EB\u70EB, \uFFFD");
  ASSERT_EQ(decisions.size(), 4U);
  EXPECT_EQ(decisions[0].verdict, Verdict::kRepaired);
  EXPECT_EQ(decisions[1].verdict, Verdict::kRepaired);
  EXPECT_EQ(decisions[2].residue, ResidueKind::kUnwritten);
  EXPECT_EQ(decisions[3].residue, ResidueKind::kReplacement);
}

TEST(NameResidues, SaysWhatReadThemAgain) {
  const auto decisions = named("Ort: \u951F\u65A4\u62F7 Ende");
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(decisions[0].residue, ResidueKind::kReadAgain);
  EXPECT_EQ(baking::to_string(decisions[0].path), "utf-8>gbk");
}

TEST(NameResidues, SpelledInAWord) {
  const std::string_view text = R"({"t": "caf\ufffd au lait", "x": "\ufffd"})";
  const auto decisions = named(text);
  ASSERT_EQ(decisions.size(), 1U);
  EXPECT_EQ(text.substr(decisions[0].offset, decisions[0].length), R"(\ufffd)");
  EXPECT_EQ(decisions[0].notation, notation::Notation::kUnicodeEscapes);
  EXPECT_TRUE(named(text, 0).empty());
}

}  // namespace
}  // namespace unbake::pipeline
