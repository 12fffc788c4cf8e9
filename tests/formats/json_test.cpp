#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "formats/renew.hpp"

namespace unbake::formats {
namespace {

std::string rewritten(std::string_view content, const std::vector<std::string>& fields = {"t"}) {
  const auto result = tests::renew("json", content, {.fields = fields, .columns = {}, .attributes = {}});
  if (std::holds_alternative<Malformed>(result)) return "failure: " + std::string(content);
  return std::get<std::string>(result);
}

TEST(Json, ChangesOnlyTheNamedString) {
  EXPECT_EQ(rewritten(R"( { "u" : "old" , "t" : "an old\t\u006fld one" } )"
                      "\r\n"),
            R"( { "u" : "old" , "t" : "an NEW\tNEW one" } )"
            "\r\n");
  EXPECT_EQ(rewritten(R"({"t":"old","t":"older"})"), R"({"t":"NEW","t":"NEWer"})");
  EXPECT_EQ(rewritten(R"({"\u0074":"old"})"), R"({"\u0074":"NEW"})");
}

TEST(Json, PassesOnWhatItDoesNotChange) {
  for (const char* line : {"", "\n", "  \r\n", "null", "1", "\"old\"\n", "[]", "{}\n", R"({"t":["x",{"t":1}]})",
                           R"({"t":-1.5e+400,"b":123456789012345678901234567890})"}) {
    EXPECT_EQ(rewritten(line), line);
  }
}

TEST(Json, FollowsFields) {
  EXPECT_EQ(rewritten(R"({"a":{"t":"old"},"t":"old"})", {"a.t"}), R"({"a":{"t":"NEW"},"t":"old"})");
  EXPECT_EQ(rewritten(R"({"a":[{"t":"old"},[{"t":"old"}]]})", {"a.t"}), R"({"a":[{"t":"NEW"},[{"t":"NEW"}]]})");
  EXPECT_EQ(rewritten(R"({"t":["old",["old"],1]})"), R"({"t":["NEW",["NEW"],1]})");
  EXPECT_EQ(rewritten(R"({"a.t":"old","a":{"t":"old"}})", {R"(a\.t)"}), R"({"a.t":"NEW","a":{"t":"old"}})");
  EXPECT_EQ(rewritten(R"({"a":"old","b":"old","c":"old"})", {"a", "c"}), R"({"a":"NEW","b":"old","c":"NEW"})");
}

std::vector<std::string> names(std::string_view content, const std::vector<std::string>& wanted) {
  const auto found = find_format("json")->find(content, {.fields = wanted, .columns = {}, .attributes = {}});
  const auto& fields = std::get<Fields>(found);
  std::vector<std::string> seen;
  for (const Field& field : fields.fields) {
    seen.push_back(fields.names[field.name] + "=" + std::string(content.substr(field.offset, field.length)));
  }
  return seen;
}

TEST(Json, TellsTheField) {
  constexpr std::string_view kContent = R"({"c":"1","a":{"b":"2"},"c":"3","d.e":["4"]})";
  EXPECT_EQ(names(kContent, {"a.b", "c"}), (std::vector<std::string>{"c=1", "a.b=2", "c=3"}));
  EXPECT_EQ(names(kContent, {}), (std::vector<std::string>{"c=1", "a.b=2", "c=3", "d\\.e=4"}));
}

TEST(Json, TellsWhereItIsBroken) {
  const auto line_of = [](std::string_view content) {
    const auto malformed = std::get<Malformed>(find_format("json")->find(content, {}));
    return 1 + std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(malformed.offset), '\n');
  };
  EXPECT_EQ(line_of("{\n\"a\": 1,\n\"b: 2\n}\n"), 3);
  EXPECT_EQ(line_of("{\n\"a\": 1,\n\"b\" 2\n}\n"), 3);
  EXPECT_EQ(line_of("[\n1,\n2\n"), 3);
}

TEST(Json, RefusesWhatIsNotJson) {
  for (const char* line : {R"(["x",1,"t":"old"])",
                           R"({"a":"b":[],"t":"old"})",
                           R"([{"a":1,"t":null}],"q":true)",
                           "{",
                           "}",
                           "old",
                           R"({"t":"old")",
                           R"({"t":"old"} x)",
                           R"({"t":"old"}{"t":"old"})",
                           R"({"t" "old"})",
                           R"({"t":"old",})",
                           R"({t:"old"})",
                           R"(["old" "old"])",
                           R"(["old",])",
                           R"({"t":"old)",
                           R"({"t":"old\q"})",
                           R"({"x\q":"old"})",
                           R"({"t":"old","n":01})",
                           R"({"t":"old","n":1.})",
                           R"({"t":"old","n":.5})",
                           R"({"t":"old","n":1e})",
                           R"({"t":"old","n":-})",
                           R"({"t":"old","n":+1})",
                           R"({"t":"old","n":tru})",
                           R"({"t":"old","n":nulll})",
                           R"({"t":"old","n":1 2})",
                           R"({"t":"old":1})",
                           R"({"t":,"t":"old"})",
                           R"([,"old"])",
                           R"("a" "b")",
                           "1 2",
                           "\"tab\t\"",
                           R"({"t":"old"]})",
                           R"(["old"})"}) {
    EXPECT_EQ(rewritten(line), "failure: " + std::string(line));
  }
}

TEST(Json, CarriesBytesThatAreNotUtf8) {
  EXPECT_EQ(rewritten("{\"t\":\"\xFF old \xED\xA0\xBD\",\"\xFE\":1}"), "{\"t\":\"\xFF NEW \xED\xA0\xBD\",\"\xFE\":1}");
  EXPECT_EQ(rewritten("\xEF\xBB\xBF{\"t\":\"old\"}"), "\xEF\xBB\xBF{\"t\":\"NEW\"}");
}

TEST(Json, DoesNotCutEscapes) {
  constexpr std::string_view kContent = R"({"t":"\u00e9x"})";
  const auto found = find_format("json")->find(kContent, {});
  const Reading reading(kContent, std::get<Fields>(found));
  EXPECT_FALSE(reading.write(1, 2, "y", false));
  EXPECT_TRUE(reading.write(0, 2, "y", false));
}

TEST(Json, LimitsDepth) {
  const std::string deepest = std::string(std::size_t{1000}, '[') + std::string(std::size_t{1000}, ']');
  EXPECT_EQ(rewritten(deepest), deepest);
  EXPECT_EQ(rewritten("[" + deepest + "]"), "failure: [" + deepest + "]");
}

}  // namespace
}  // namespace unbake::formats
