#include <gtest/gtest.h>

#include <cstring>

#include "c_strings.hpp"

namespace unbake::tests {
namespace {

unbake_status repair_with(const unbake_options& options) {
  const Fixer fixer = fixer_of(options);
  Owned repaired;
  return fixer == nullptr ? UNBAKE_INTERNAL : unbake_fix(fixer.get(), view(kDamaged), &repaired);
}

TEST(COptions, DefaultsRepair) {
  const unbake_options options = UNBAKE_DEFAULT_OPTIONS;
  EXPECT_EQ(repair_with(options), UNBAKE_REPAIRED);
}

TEST(COptions, DenyAndAllow) {
  const unbake_view layers[] = {view("utf-8>gbk"), view("utf-8>windows-1252")};
  unbake_options options = UNBAKE_DEFAULT_OPTIONS;
  options.allow = layers;
  options.allow_count = 1;
  EXPECT_EQ(repair_with(options), UNBAKE_UNCHANGED);
  options.allow_count = 2;
  EXPECT_EQ(repair_with(options), UNBAKE_REPAIRED);
  options.deny = &layers[1];
  options.deny_count = 1;
  EXPECT_EQ(repair_with(options), UNBAKE_UNCHANGED);
}

TEST(COptions, Notations) {
  const std::string spelled = "Le caf\\u00c3\\u00a9 est ferm\\u00c3\\u00a9.";
  const unbake_view none[] = {view("none")};
  unbake_options options = UNBAKE_DEFAULT_OPTIONS;
  for (const unbake_status expected : {UNBAKE_REPAIRED, UNBAKE_UNCHANGED}) {
    const Fixer fixer = fixer_of(options);
    Owned repaired;
    EXPECT_EQ(unbake_fix(fixer.get(), view(spelled), &repaired), expected);
    options.notations = none;
    options.notation_count = 1;
  }
}

// A program that was built when the struct was shorter gets the defaults of what it does not know.
TEST(COptions, OfAnEarlierVersion) {
  unbake_options options = UNBAKE_DEFAULT_OPTIONS;
  std::memset(static_cast<void*>(&options.lossy), 0xA5, sizeof options - offsetof(unbake_options, lossy));
  options.struct_size = offsetof(unbake_options, lossy);
  EXPECT_EQ(repair_with(options), UNBAKE_REPAIRED);
}

TEST(COptions, OfALaterVersion) {
  struct {
    unbake_options options = UNBAKE_DEFAULT_OPTIONS;
    std::uint64_t later = 0;
  } grown;
  grown.options.struct_size = sizeof grown;
  EXPECT_EQ(repair_with(grown.options), UNBAKE_REPAIRED);
  grown.later = 1;
  unbake_fixer* fixer = nullptr;
  Owned message;
  EXPECT_EQ(unbake_fixer_new(&grown.options, &fixer, &message), UNBAKE_BAD_OPTION);
  EXPECT_NE(message.text().find("later version"), std::string::npos);
}

TEST(COptions, SayWhatIsWrong) {
  const unbake_view missing[] = {unbake_view_of(nullptr, 2)};
  const unbake_view unknown[] = {view("utf-8>nothing")};
  const auto expect = [](unbake_status status, auto change) {
    unbake_options options = UNBAKE_DEFAULT_OPTIONS;
    change(options);
    unbake_fixer* fixer = nullptr;
    Owned message;
    EXPECT_EQ(unbake_fixer_new(&options, &fixer, &message), status);
    EXPECT_EQ(fixer, nullptr);
    EXPECT_NE(message.text(), "");
  };
  expect(UNBAKE_BAD_OPTION, [](auto& o) { o.struct_size = 0; });
  expect(UNBAKE_BAD_OPTION, [](auto& o) { o.min_confidence = 1.5; });
  expect(UNBAKE_BAD_OPTION, [](auto& o) { o.max_layers = 9; });
  expect(UNBAKE_BAD_OPTION, [](auto& o) { o.lossy = 3; });
  expect(UNBAKE_BAD_EVIDENCE, [](auto& o) { o.evidence = view("{"); });
  expect(UNBAKE_UNKNOWN_ENCODING, [&](auto& o) { o.allow = unknown, o.allow_count = 1; });
  expect(UNBAKE_BAD_ARGUMENT, [&](auto& o) { o.deny = missing, o.deny_count = 1; });
  expect(UNBAKE_BAD_ARGUMENT, [&](auto& o) { o.notation_count = 1; });
  EXPECT_EQ(unbake_fixer_new(nullptr, nullptr, nullptr), UNBAKE_BAD_ARGUMENT);
}

}  // namespace
}  // namespace unbake::tests
