#include "bake/profile.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "bake/decoder.hpp"
#include "bake/loss_rules.hpp"
#include "encoding/encoding.hpp"

namespace unbake::baking {
namespace {

using testing::HasSubstr;

TEST(Profile, IsReadAndSpelled) {
  for (const char* spelled : {"whatwg", "python-ignore", "whatwg+nbsp-to-space", "java+c1-stripped+lower-cased"}) {
    EXPECT_EQ(to_string(parse_profile(spelled).value()), spelled);
  }
  EXPECT_EQ(parse_profile(" whatwg + lower-cased+nbsp-to-space").value(),
            parse_profile("whatwg+nbsp-to-space+lower-cased").value());
}

TEST(Profile, ErrorsNameTheClosestName) {
  EXPECT_THAT(parse_profile("watwg").error().message, HasSubstr("did you mean whatwg?"));
  EXPECT_THAT(parse_profile("whatwg+nbsp-to-spaces").error().message, HasSubstr("did you mean nbsp-to-space?"));
  EXPECT_EQ(parse_profile("").error().code, Error::Code::kUnknownProfile);
  EXPECT_FALSE(parse_profile("whatwg+"));
  EXPECT_FALSE(parse_profile("+lower-cased"));
}

TEST(Profile, NamesAreUniqueAndDescribed) {
  std::set<std::string_view> names;
  for (const Decoder& decoder : decoders()) {
    EXPECT_TRUE(names.insert(decoder.name).second) << decoder.name;
    EXPECT_FALSE(decoder.description.empty());
  }
  for (const LossRule& rule : loss_rules()) {
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name;
    EXPECT_FALSE(rule.description.empty());
  }
}

TEST(Profile, RowsOfTheTableNameEncodingsAndKeepThemTogether) {
  for (const Decoder& decoder : decoders()) {
    std::set<std::string_view> done;
    std::string_view last;
    for (const TableChange& change : decoder.changes) {
      EXPECT_TRUE(encoding::find(change.encoding)) << change.encoding;
      EXPECT_EQ(encoding::get(*encoding::find(change.encoding)).name, change.encoding);
      EXPECT_LE(change.lead_first, change.lead_last);
      EXPECT_LE(change.trail_first, change.trail_last);
      if (change.encoding != last) {
        EXPECT_TRUE(done.insert(change.encoding).second) << decoder.name << ' ' << change.encoding;
      }
      last = change.encoding;
    }
    for (const PolicyException& exception : decoder.exceptions) EXPECT_TRUE(encoding::find(exception.encoding));
    for (const TableSubstitute& substitute : decoder.substitutes) {
      EXPECT_TRUE(encoding::find(substitute.encoding));
      EXPECT_TRUE(encoding::find(substitute.table));
    }
  }
}

}  // namespace
}  // namespace unbake::baking
