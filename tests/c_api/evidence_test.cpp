#include <gtest/gtest.h>

#include <memory>

#include "c_strings.hpp"
#include "unbake/unbake.hpp"

namespace unbake::tests {
namespace {

using Handle = std::unique_ptr<unbake_evidence, decltype(&unbake_evidence_free)>;

Handle new_evidence() {
  unbake_evidence* made = nullptr;
  EXPECT_EQ(unbake_evidence_new(&made), UNBAKE_UNCHANGED);
  return {made, &unbake_evidence_free};
}

std::string text_of(const Handle& evidence) {
  Owned text;
  EXPECT_EQ(unbake_evidence_text(evidence.get(), &text), UNBAKE_UNCHANGED);
  return text.text();
}

TEST(CEvidence, IsThatOfTheCppInterface) {
  const Handle evidence = new_evidence();
  EXPECT_EQ(unbake_evidence_add(evidence.get(), nullptr, view(kDamaged)), UNBAKE_UNCHANGED);
  EXPECT_EQ(text_of(evidence), collect_evidence(kDamaged).to_text());
  unbake_options options = UNBAKE_DEFAULT_OPTIONS;
  const std::string written = text_of(evidence);
  options.evidence = view(written);
  EXPECT_NE(fixer_of(options), nullptr);
}

TEST(CEvidence, Merges) {
  const Handle one = new_evidence();
  const Handle other = new_evidence();
  ASSERT_EQ(unbake_evidence_add(one.get(), nullptr, view(kDamaged)), UNBAKE_UNCHANGED);
  ASSERT_EQ(unbake_evidence_merge(other.get(), view(text_of(one)), nullptr), UNBAKE_UNCHANGED);
  EXPECT_EQ(text_of(other), text_of(one));
  Owned message;
  EXPECT_EQ(unbake_evidence_merge(other.get(), view("nonsense"), &message), UNBAKE_BAD_EVIDENCE);
  EXPECT_NE(message.text(), "");
  EXPECT_EQ(text_of(other), text_of(one));
}

}  // namespace
}  // namespace unbake::tests
