#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "c_strings.hpp"
#include "unbake/unbake.hpp"

namespace unbake::tests {
namespace {

TEST(CFix, RepairsText) {
  Owned repaired;
  EXPECT_EQ(unbake_fix(nullptr, view(kDamaged), &repaired), UNBAKE_REPAIRED);
  EXPECT_EQ(repaired.text(), kClean);
  EXPECT_EQ(repaired.raw().data[repaired.raw().size], '\0');
}

TEST(CFix, LeavesTheAnswerAloneIfNothingIsToRepair) {
  for (const std::string& text : {kClean, std::string(), std::string("\xFF\x00\x80", 3)}) {
    Owned repaired;
    EXPECT_EQ(unbake_fix(nullptr, view(text), &repaired), UNBAKE_UNCHANGED);
    EXPECT_EQ(repaired.raw().data, nullptr);
  }
  Owned repaired;
  EXPECT_EQ(unbake_fix(nullptr, unbake_view_of(nullptr, 0), &repaired), UNBAKE_UNCHANGED);
}

TEST(CFix, RefusesMissingArguments) {
  Owned repaired;
  EXPECT_EQ(unbake_fix(nullptr, unbake_view_of(nullptr, 3), &repaired), UNBAKE_BAD_ARGUMENT);
  EXPECT_EQ(unbake_fix(nullptr, view(kDamaged), nullptr), UNBAKE_BAD_ARGUMENT);
  EXPECT_EQ(unbake_bake(view("a"), view("utf-8>gbk"), view(""), nullptr, nullptr), UNBAKE_BAD_ARGUMENT);
}

TEST(CFix, OneFixerServesManyThreads) {
  const unbake_options options = UNBAKE_DEFAULT_OPTIONS;
  const Fixer fixer = fixer_of(options);
  std::vector<std::string> answers(4);
  std::vector<std::thread> threads;
  for (std::string& answer : answers) {
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) {
        Owned repaired;
        if (unbake_fix(fixer.get(), view(kDamaged), &repaired) == UNBAKE_REPAIRED) answer = repaired.text();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& answer : answers) EXPECT_EQ(answer, kClean);
}

TEST(CBake, MakesDamage) {
  Owned baked;
  EXPECT_EQ(unbake_bake(view(kClean), view("utf-8>windows-1252"), view(""), &baked, nullptr), UNBAKE_UNCHANGED);
  EXPECT_EQ(baked.text(), kDamaged);
}

TEST(CBake, SaysWhatIsWrong) {
  const struct {
    const char* text;
    const char* path;
    const char* profile;
    unbake_status status;
  } cases[] = {
      {"a", "utf-8>nothing", "", UNBAKE_UNKNOWN_ENCODING},
      {"a", "utf-8>gbk", "nothing", UNBAKE_UNKNOWN_PROFILE},
      {"a", "", "", UNBAKE_BAD_PATH},
      {"\xE4\xBD\xA0", "windows-1252>gbk", "", UNBAKE_UNENCODABLE},
  };
  for (const auto& c : cases) {
    Owned baked;
    Owned message;
    EXPECT_EQ(unbake_bake(view(c.text), view(c.path), view(c.profile), &baked, &message), c.status) << c.path;
    EXPECT_EQ(baked.raw().data, nullptr);
    EXPECT_NE(message.text(), "") << c.path;
  }
}

TEST(CStatus, HasNames) {
  EXPECT_EQ(text_of(unbake_status_name(UNBAKE_REPAIRED)), "UNBAKE_REPAIRED");
  for (unbake_status status = UNBAKE_INTERNAL; status <= UNBAKE_REPAIRED; ++status) {
    EXPECT_EQ(text_of(unbake_status_name(status)).substr(0, 7), "UNBAKE_") << status;
  }
  EXPECT_EQ(text_of(unbake_status_name(77)), "unknown status");
  EXPECT_EQ(text_of(unbake_version()), version());
}

TEST(CString, MayBeClearedTwice) {
  unbake_string string = UNBAKE_NO_STRING;
  ASSERT_EQ(unbake_fix(nullptr, view(kDamaged), &string), UNBAKE_REPAIRED);
  unbake_string_clear(&string);
  EXPECT_EQ(string.data, nullptr);
  unbake_string_clear(&string);
  unbake_string_clear(nullptr);
}

}  // namespace
}  // namespace unbake::tests
