#include "io/json_lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbake::io {
namespace {

/// Replaces every `old` in a string by `NEW`.
std::vector<Replacement> renew(const std::string&, std::string_view text) {
  std::vector<Replacement> replacements;
  for (std::size_t at = 0; (at = text.find("old", at)) != std::string_view::npos; at += 3) {
    replacements.push_back({at, 3, "NEW"});
  }
  return replacements;
}

std::string rewritten(std::string_view line, const std::vector<std::string>& fields = {"t"}) {
  JsonLineRewriter rewriter(fields);
  const auto result = rewriter.rewrite(line, renew);
  return (result.failure ? "failure: " : "") + std::string(result.line);
}

TEST(JsonLineRewriter, ChangesOnlyTheNamedString) {
  EXPECT_EQ(rewritten(R"( { "u" : "old" , "t" : "an old\t\u006fld one" } )"
                      "\r\n"),
            R"( { "u" : "old" , "t" : "an NEW\tNEW one" } )"
            "\r\n");
  EXPECT_EQ(rewritten(R"({"t":"old","t":"older"})"), R"({"t":"NEW","t":"NEWer"})");
  EXPECT_EQ(rewritten(R"({"\u0074":"old"})"), R"({"\u0074":"NEW"})");
}

TEST(JsonLineRewriter, PassesOnWhatItDoesNotChange) {
  for (const char* line : {"", "\n", "  \r\n", "null", "1", "\"old\"\n", "[]", "{}\n", R"({"t":["x",{"t":1}]})",
                           R"({"t":-1.5e+400,"b":123456789012345678901234567890})"}) {
    JsonLineRewriter rewriter({"t"});
    const auto result = rewriter.rewrite(line, renew);
    EXPECT_EQ(result.line, line);
    EXPECT_FALSE(result.changed);
    EXPECT_FALSE(result.failure) << line;
  }
}

TEST(JsonLineRewriter, FollowsFields) {
  EXPECT_EQ(rewritten(R"({"a":{"t":"old"},"t":"old"})", {"a.t"}), R"({"a":{"t":"NEW"},"t":"old"})");
  EXPECT_EQ(rewritten(R"({"a":[{"t":"old"},[{"t":"old"}]]})", {"a.t"}), R"({"a":[{"t":"NEW"},[{"t":"NEW"}]]})");
  EXPECT_EQ(rewritten(R"({"t":["old",["old"],1]})"), R"({"t":["NEW",["NEW"],1]})");
  EXPECT_EQ(rewritten(R"({"a.t":"old","a":{"t":"old"}})", {R"(a\.t)"}), R"({"a.t":"NEW","a":{"t":"old"}})");
  EXPECT_EQ(rewritten(R"({"a":"old","b":"old","c":"old"})", {"a", "c"}), R"({"a":"NEW","b":"old","c":"NEW"})");
}

TEST(JsonLineRewriter, TellsTheField) {
  JsonLineRewriter rewriter({"a.b", "c"});
  std::vector<std::string> seen;
  const auto note = [&](const std::string& field, std::string_view text) {
    seen.push_back(field + "=" + std::string(text));
    return std::vector<Replacement>();
  };
  static_cast<void>(rewriter.rewrite(R"({"c":"1","a":{"b":"2"},"c":"3"})", note));
  EXPECT_EQ(seen, (std::vector<std::string>{"c=1", "a.b=2", "c=3"}));
}

TEST(JsonLineRewriter, RefusesWhatIsNotJson) {
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

TEST(JsonLineRewriter, CarriesBytesThatAreNotUtf8) {
  EXPECT_EQ(rewritten("{\"t\":\"\xFF old \xED\xA0\xBD\",\"\xFE\":1}"), "{\"t\":\"\xFF NEW \xED\xA0\xBD\",\"\xFE\":1}");
  EXPECT_EQ(rewritten("\xEF\xBB\xBF{\"t\":\"old\"}"), "\xEF\xBB\xBF{\"t\":\"NEW\"}");
}

TEST(JsonLineRewriter, DoesNotCutEscapes) {
  JsonLineRewriter rewriter({"t"});
  const std::string_view line = R"({"t":"\u00e9x"})";
  const auto inside = [](const std::string&, std::string_view) { return std::vector<Replacement>{{1, 2, "y"}}; };
  EXPECT_EQ(rewriter.rewrite(line, inside).line, line);
}

TEST(JsonLineRewriter, LimitsDepth) {
  const std::string deepest = std::string(kMaxJsonDepth, '[') + std::string(kMaxJsonDepth, ']');
  EXPECT_EQ(rewritten(deepest), deepest);
  EXPECT_EQ(rewritten("[" + deepest + "]"), "failure: [" + deepest + "]");
}

}  // namespace
}  // namespace unbake::io
