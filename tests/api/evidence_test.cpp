// What documents say to each other.
#include "unbake/evidence.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unbake/unbake.hpp"

namespace unbake {
namespace {

using testing::HasSubstr;

std::string read_as_gbk(std::string_view text) { return bake(text, "utf-8>gbk", "python-ignore").value(); }

// Pages of one site, damaged by one program. The second is too short to be told from chance by itself.
std::vector<std::string> pages() {
  return {
      read_as_gbk("It\xE2\x80\x99s time \xE2\x80\x94 at last \xE2\x80\x94 to go.\n"),
      read_as_gbk("The sign \xC3\x97 means times.\n"),
      read_as_gbk("Don\xE2\x80\x99t press \xE2\x80\x9CStop\xE2\x80\x9D twice.\n"),
      read_as_gbk("Le caf\xC3\xA9 est ouvert.\n"),
      "Nothing is wrong with this page.\n",
  };
}

Evidence of(const std::vector<std::string>& documents) {
  Evidence all;
  for (const std::string& document : documents) all.merge(collect_evidence(document));
  return all;
}

Options with(const Evidence& evidence) {
  Options options;
  options.evidence = evidence;
  return options;
}

TEST(Evidence, IsEmptyAtFirst) {
  const Evidence none;
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(none.documents(), 0U);
  EXPECT_FALSE(collect_evidence("").empty());
  for (const std::string& page : pages()) EXPECT_EQ(fix(page, with(none)).text(), fix(page).text());
}

TEST(Evidence, OpensWhatAPageAloneIsTooShortFor) {
  const std::string weak = pages()[1];
  EXPECT_FALSE(fix(weak).changed());
  const Fixed fixed = fix(weak, with(of(pages())));
  EXPECT_EQ(fixed.text(), "The sign \xC3\x97 means times.\n");
  ASSERT_EQ(fixed.plan().edits.size(), 1U);
  EXPECT_GT(fixed.plan().edits[0].parts.document, 0);
  EXPECT_EQ(fixed.plan().edits[0].path, "utf-8>gbk");
}

TEST(Evidence, OfThePageItselfSaysNothingNew) {
  for (const std::string& page : pages()) EXPECT_EQ(fix(page, with(collect_evidence(page))).text(), fix(page).text());
}

TEST(Evidence, OfOnePlaceIsNotHeard) {
  const Evidence one = collect_evidence(pages()[3]);
  EXPECT_FALSE(fix(pages()[1], with(one)).changed());
}

TEST(Evidence, DoesNotTouchCleanPages) {
  const Evidence site = of(pages());
  for (const std::string clean :
       {"\xE6\x9C\xAC\xE5\x9C\xB0\xE6\x96\xB0\xE9\x97\xBB \xC2\xB7 \xE6\xB8\xAF\xE5\x8F\xA3\n",
        "Le caf\xC3\xA9 est ouvert \xE2\x80\x94 enfin.\n", "S\xC3\x83O PAULO\n"}) {
    EXPECT_FALSE(fix(clean, with(site)).changed()) << clean;
  }
}

TEST(Evidence, RepairingTwiceIsRepairingOnce) {
  const Options options = with(of(pages()));
  for (const std::string& page : pages()) {
    const std::string once(fix(page, options).text());
    EXPECT_EQ(fix(once, options).text(), once);
  }
}

TEST(Evidence, IsTheSameInAnyOrder) {
  const std::vector<std::string> p = pages();
  const Evidence forwards = of(p);
  EXPECT_EQ(forwards, of({p.rbegin(), p.rend()}));
  Evidence halves = of({p[2], p[4]});
  halves.merge(of({p[3], p[0], p[1]}));
  EXPECT_EQ(forwards, halves);
  EXPECT_EQ(forwards.to_text(), halves.to_text());
  EXPECT_EQ(forwards.documents(), p.size());
  Evidence with_none = forwards;
  with_none.merge(Evidence());
  EXPECT_EQ(with_none, forwards);
}

TEST(Evidence, MergedWithItselfCountsTwice) {
  Evidence twice = of(pages());
  twice.merge(Evidence(twice));
  EXPECT_EQ(twice.documents(), 2 * pages().size());
  Evidence self = of(pages());
  self.merge(self);
  EXPECT_EQ(self, twice);
}

TEST(Evidence, OfADocumentDoesNotDependOnWhatOthersSaid) {
  const Evidence site = of(pages());
  for (const std::string& page : pages()) EXPECT_EQ(collect_evidence(page, with(site)), collect_evidence(page));
}

TEST(Evidence, OfAllLayersDeniedIsNone) {
  Options options;
  options.allow = {"utf-8>windows-1252"};
  const Evidence other = collect_evidence(pages()[0], options);
  EXPECT_THAT(other.to_text(), testing::Not(HasSubstr("gbk")));
}

TEST(EvidenceText, IsReadAsItWasWritten) {
  for (const Evidence& evidence : {Evidence(), collect_evidence("clean"), of(pages())}) {
    const Result<Evidence> read = Evidence::from_text(evidence.to_text());
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, evidence);
  }
  EXPECT_THAT(of(pages()).to_text(), HasSubstr("\"gbk\": {\"places\": "));
}

TEST(EvidenceText, OfAHugeBatchStaysInRange) {
  const std::string most = "18446744073709551615";
  const std::string text = R"({"schema_version": 1, "documents": )" + most + R"(, "bytes": )" + most +
                           R"(, "utf-8": {"gbk": {"places": )" + most + R"(, "millinats": )" + most +
                           R"(, "strongest": 24000}}, "legacy": {}})";
  Result<Evidence> read = Evidence::from_text(text);
  ASSERT_TRUE(read) << read.error().message;
  Evidence huge = *read;
  huge.merge(huge);
  EXPECT_EQ(huge, *read);
  EXPECT_FALSE(fix("The caf\xC3\xA9.\n", with(huge)).changed());
}

struct Malformed {
  const char* text;
  const char* says;
};

class MalformedEvidence : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedEvidence, IsRefusedWithAReason) {
  const Result<Evidence> read = Evidence::from_text(GetParam().text);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Error::Code::kBadEvidence);
  EXPECT_THAT(read.error().message, HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    Texts, MalformedEvidence,
    testing::Values(
        Malformed{"", "line 1: a '{' is missing"}, Malformed{"\n\nnull", "line 3: a '{' is missing"},
        Malformed{"{}", "'schema_version' is missing"}, Malformed{"{\"schema_version\": 2}", "schema_version is 2"},
        Malformed{"{\"schema_version\": -1}", "a whole number is missing"},
        Malformed{"{\"schema_version\": 18446744073709551616}", "too large"},
        Malformed{"{\"schema_version\": 1", "a '}' is missing"},
        Malformed{"{\"schema_version\": 1,}", "a '\"' is missing"},
        Malformed{"{\"schema_version\": 1} 1", "something follows"},
        Malformed{"{\"schema_version", "a name does not end"}, Malformed{"{\"colour\": 1}", "the key 'colour'"},
        Malformed{"{\"schema_version\": 1, \"bytes\": 3}", "no 'documents'"},
        Malformed{"{\"schema_version\": 1, \"documents\": 1,\n\"utf-8\": {\"gbq\": {}}}", "line 2: unbake knows no"},
        Malformed{"{\"schema_version\": 1, \"documents\": 1, \"legacy\": {\"utf-8\": {}}}", "no encoding 'utf-8'"},
        Malformed{"{\"schema_version\": 1, \"documents\": 1, \"utf-8\": {\"gbk\": {\"places\": 1}}}", "cannot be"},
        Malformed{"{\"schema_version\": 1, \"documents\": 1, \"utf-8\": {\"gbk\": {\"places\": 1, \"millinats\": 1, "
                  "\"strongest\": 2}}}",
                  "cannot be"},
        Malformed{"{\"schema_version\": 1, \"documents\": 1, \"utf-8\": {\"gbk\": {\"place\": 1}}}", "the key 'place'"},
        Malformed{"{\"schema_version\": 1, \"documents\": 1, \"utf-8\": {"
                  "\"gbk\": {\"places\": 1, \"millinats\": 2, \"strongest\": 2}, "
                  "\"gbk\": {\"places\": 1, \"millinats\": 2, \"strongest\": 2}}}",
                  "'gbk' is there twice"}));

// Whatever is cut off, the rest is refused.
TEST(EvidenceText, CutShortIsRefused) {
  const std::string text = of(pages()).to_text();
  for (std::size_t size = 0; size + 1 < text.size(); ++size) {
    EXPECT_FALSE(Evidence::from_text(std::string_view(text).substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace unbake
