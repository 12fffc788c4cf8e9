#include "detect/document_evidence.hpp"

#include <gtest/gtest.h>

#include "examples.hpp"

namespace unbake::detect {
namespace {

using encoding::EncodingId;

constexpr encoding::ReaderSet kFirst = 1;
constexpr encoding::ReaderSet kSecond = 2;

TEST(DocumentEvidence, SaysNothingOfAnEmptyDocument) {
  const DocumentEvidence evidence;
  EXPECT_FALSE(evidence.says_anything());
  for (int bit = 0; bit < encoding::reader_count(); ++bit) EXPECT_EQ(evidence.discount(bit), 0);
}

TEST(DocumentEvidence, NoPlaceSpeaksForItself) {
  DocumentEvidence evidence;
  evidence.add(EncodingId::kUtf8, kFirst, 10);
  EXPECT_FALSE(evidence.says_anything());
  EXPECT_EQ(evidence.discount(0), 0);
}

TEST(DocumentEvidence, PlacesSpeakForEachOther) {
  DocumentEvidence evidence;
  evidence.add(EncodingId::kUtf8, kFirst, 10);
  evidence.add(EncodingId::kUtf8, kFirst, 8);
  EXPECT_TRUE(evidence.says_anything());
  const float of_two = evidence.discount(0);
  EXPECT_GT(of_two, 0);
  EXPECT_LE(of_two, 8);  // what all but the strongest say
  evidence.add(EncodingId::kUtf8, kFirst, 4);
  EXPECT_GT(evidence.discount(0), of_two);
  EXPECT_EQ(evidence.discount(1), 0);
}

TEST(DocumentEvidence, TheOrderOfPlacesDoesNotMatter) {
  DocumentEvidence forwards;
  DocumentEvidence backwards;
  for (int i = 1; i <= 5; ++i) {
    forwards.add(EncodingId::kUtf8, kFirst, static_cast<float>(i));
    backwards.add(EncodingId::kUtf8, kFirst, static_cast<float>(6 - i));
  }
  EXPECT_EQ(forwards.discount(0), backwards.discount(0));
}

TEST(DocumentEvidence, APlaceSpeaksForEveryReaderThatExplainsIt) {
  DocumentEvidence evidence;
  evidence.add(EncodingId::kUtf8, kFirst | kSecond, 10);
  evidence.add(EncodingId::kUtf8, kFirst | kSecond, 10);
  EXPECT_EQ(evidence.discount(0), evidence.discount(1));
  EXPECT_GT(evidence.discount(1), 0);
  EXPECT_EQ(evidence.discount(2), 0);
}

TEST(DocumentEvidence, LossesAreNoEvidence) {
  DocumentEvidence evidence;
  for (int i = 0; i < 5; ++i) evidence.add(EncodingId::kUtf8, kFirst, -3);
  for (int i = 0; i < 5; ++i) evidence.add(EncodingId::kUtf8, kFirst, 0);
  EXPECT_FALSE(evidence.says_anything());
}

TEST(DocumentEvidence, OnePlaceHasABound) {
  DocumentEvidence evidence;
  evidence.add(EncodingId::kUtf8, kFirst, 1e6F);
  evidence.add(EncodingId::kUtf8, kFirst, 1e6F);
  EXPECT_LT(evidence.discount(0), 1000);
}

TEST(DocumentEvidence, LegacyTextSpeaksForItsEncodingWhateverTheReader) {
  DocumentEvidence evidence;
  const EncodingId cyrillic = tests::encoding_named("windows-1251");
  evidence.add(cyrillic, kFirst, 10);
  evidence.add(cyrillic, kSecond, 10);
  EXPECT_TRUE(evidence.says_anything());
  EXPECT_GT(evidence.discount(cyrillic), 0);
  EXPECT_EQ(evidence.discount(tests::encoding_named("koi8-r")), 0);
  EXPECT_EQ(evidence.discount(0), 0);
  EXPECT_EQ(evidence.discount(1), 0);
}

}  // namespace
}  // namespace unbake::detect
