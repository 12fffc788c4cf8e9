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
  evidence.add(EncodingId::kUtf8, kFirst, 25);
  EXPECT_FALSE(evidence.says_anything());
  EXPECT_EQ(evidence.discount(0), 0);
}

TEST(DocumentEvidence, PlacesSpeakForEachOther) {
  DocumentEvidence evidence;
  evidence.add(EncodingId::kUtf8, kFirst, 25);
  evidence.add(EncodingId::kUtf8, kFirst, 20);
  EXPECT_TRUE(evidence.says_anything());
  const float of_two = evidence.discount(0);
  EXPECT_GT(of_two, 0);
  EXPECT_LE(of_two, 20);  // what all but the strongest say
  evidence.add(EncodingId::kUtf8, kFirst, 15);
  EXPECT_GT(evidence.discount(0), of_two);
  EXPECT_EQ(evidence.discount(1), 0);
}

TEST(DocumentEvidence, TheOrderOfPlacesDoesNotMatter) {
  DocumentEvidence forwards;
  DocumentEvidence backwards;
  for (int i = 1; i <= 5; ++i) {
    forwards.add(EncodingId::kUtf8, kFirst, static_cast<float>(5 * i));
    backwards.add(EncodingId::kUtf8, kFirst, static_cast<float>(30 - 5 * i));
  }
  EXPECT_EQ(forwards.discount(0), backwards.discount(0));
}

TEST(DocumentEvidence, APlaceSpeaksForEveryReaderThatExplainsIt) {
  DocumentEvidence evidence;
  evidence.add(EncodingId::kUtf8, kFirst | kSecond, 25);
  evidence.add(EncodingId::kUtf8, kFirst | kSecond, 25);
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
  evidence.add(cyrillic, kFirst, 25);
  evidence.add(cyrillic, kSecond, 25);
  EXPECT_TRUE(evidence.says_anything());
  EXPECT_GT(evidence.discount(cyrillic), 0);
  EXPECT_EQ(evidence.discount(tests::encoding_named("koi8-r")), 0);
  EXPECT_EQ(evidence.discount(0), 0);
  EXPECT_EQ(evidence.discount(1), 0);
}

TEST(DocumentEvidence, PartsOfOnePlaceAreOnePlace) {
  DocumentEvidence evidence;
  const EncodingId cyrillic = tests::encoding_named("windows-1251");
  evidence.add(cyrillic, kFirst, 25);
  evidence.add(cyrillic, kFirst, 25, true);
  evidence.add(cyrillic, kFirst, 25, true);
  EXPECT_EQ(evidence.sources[static_cast<std::size_t>(cyrillic)].places, 1U);
  EXPECT_GT(evidence.discount(cyrillic), 0);
}

// Documents of `places` places each, with so many kilobytes of text.
DocumentEvidence document(int places, float gain, std::uint64_t kilobytes) {
  DocumentEvidence evidence;
  for (int i = 0; i < places; ++i) evidence.add(EncodingId::kUtf8, kFirst, gain);
  evidence.add_text(kilobytes * 1024);
  return evidence;
}

TEST(DocumentEvidence, PlacesAreRareInMuchText) {
  EXPECT_EQ(document(4, 20, 1).rarity(0), 0);
  EXPECT_EQ(document(4, 20, 4).rarity(0), 0);
  EXPECT_GT(document(4, 20, 40).rarity(0), 2);
  EXPECT_GT(document(4, 20, 400).rarity(0), document(4, 20, 40).rarity(0));
  EXPECT_LT(document(40, 20, 400).rarity(0), document(4, 20, 400).rarity(0));
}

TEST(DocumentEvidence, MergingIsCommutativeAndAssociative) {
  const DocumentEvidence a = document(3, 11.7F, 5);
  const DocumentEvidence b = document(1, 29.3F, 80);
  const DocumentEvidence c = document(7, 8.1F, 2);
  const auto merged = [](DocumentEvidence x, const DocumentEvidence& y) {
    x.merge(y);
    return x;
  };
  EXPECT_EQ(merged(a, b), merged(b, a));
  EXPECT_EQ(merged(merged(a, b), c), merged(a, merged(b, c)));
  EXPECT_EQ(merged(a, DocumentEvidence()), a);
  EXPECT_EQ(merged(a, b).bytes, a.bytes + b.bytes);
}

TEST(DocumentEvidence, OneDocumentSaysNoMoreToOthersHoweverDamaged) {
  const DocumentEvidence few = document(5, 20, 1);
  EXPECT_EQ(few.of_one_document(), few);
  const EvidenceSum many = document(1000, 20, 1).of_one_document().readers[0];
  EXPECT_EQ(many, document(100, 20, 1).of_one_document().readers[0]);
  EXPECT_LT(many.places, 20U);
  EXPECT_EQ(many.gain, many.places * 14000);
}

TEST(SharedEvidence, TheStrongerVoiceCountsAndNotBoth) {
  const DocumentEvidence weak = document(2, 10, 1);
  const DocumentEvidence strong = document(9, 20, 1);
  const DocumentEvidence none;
  EXPECT_EQ(SharedEvidence(weak, none).discount(0), weak.discount(0));
  EXPECT_EQ(SharedEvidence(none, strong).discount(0), strong.discount(0));
  EXPECT_EQ(SharedEvidence(weak, strong).discount(0), strong.discount(0));
  EXPECT_EQ(SharedEvidence(strong, weak).discount(0), strong.discount(0));
  EXPECT_EQ(SharedEvidence(weak, weak).discount(0), weak.discount(0));
}

TEST(SharedEvidence, APlaceIsDoubtedWhereNoOtherIsOfItsKind) {
  const DocumentEvidence none;
  const auto doubt = [&](const DocumentEvidence& own, const DocumentEvidence& others) {
    return SharedEvidence(own, others).doubt(EncodingId::kUtf8, 0);
  };
  EXPECT_EQ(doubt(document(1, 20, 1), none), 0);
  EXPECT_GT(doubt(document(1, 20, 100), none), 2);
  EXPECT_GT(doubt(document(1, 20, 1000), none), doubt(document(1, 20, 100), none));
  EXPECT_EQ(doubt(document(2, 20, 1000), none), 0);
  EXPECT_EQ(doubt(document(1, 20, 100), document(2, 20, 100)), 0);
  EXPECT_GT(doubt(document(1, 20, 1), document(1, 20, 1000)), 2);  // clean documents doubt as well
}

}  // namespace
}  // namespace unbake::detect
