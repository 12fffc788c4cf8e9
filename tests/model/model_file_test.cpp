// The model file proves itself: what was cut, flipped or made by another version is refused.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string_view>

#include "model/model.hpp"
#include "model_bytes.hpp"

namespace unbake::model {
namespace {

bool parses(const ModelBytes& file) { return Model::parse(file).has_value(); }

std::span<const std::uint8_t> behind_header(const ModelBytes& file) {
  return std::span(file).subspan(sizeof(ModelHeader));
}

class ModelFile : public testing::Test {
 protected:
  const ModelBytes file_ = committed_model();
  const ModelHeader header_ = header_of(file_);

  // Whether the file with a changed header parses, with a checksum that fits unless that is what was changed.
  template <typename Change>
  [[nodiscard]] bool parses_with(Change change) const {
    ModelHeader header = header_;
    change(header);
    if (header.checksum == header_.checksum) header.checksum = checksum_of(header, behind_header(file_));
    return parses(with_header(file_, header));
  }
};

TEST_F(ModelFile, IsAModelAndTheOneInTheLibrary) {
  const auto parsed = Model::parse(file_);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->languages(), Model::builtin().languages());
  EXPECT_EQ(parsed->log_probability(U'\n', U'\n', 0x2018), Model::builtin().log_probability(U'\n', U'\n', 0x2018));
}

TEST_F(ModelFile, OfAnotherMakeIsRefused) {
  EXPECT_FALSE(parses_with([](ModelHeader& h) { h.magic[0] = 'U'; }));
  EXPECT_FALSE(parses_with([](ModelHeader& h) { ++h.version; }));
  EXPECT_FALSE(parses_with([](ModelHeader& h) { h.version = 0; }));
  EXPECT_FALSE(parses_with([](ModelHeader& h) { ++h.class_count; }));
  EXPECT_FALSE(parses_with([](ModelHeader& h) { ++h.checksum; }));
  EXPECT_FALSE(parses_with([](ModelHeader& h) { h.file_size -= 1; }));
  EXPECT_FALSE(parses_with([](ModelHeader& h) { h.language_bytes += 1; }));
}

// The filter finds its slots by these numbers: whatever they are, they must not lead out of the file.
TEST_F(ModelFile, WithSlotsThatCannotBeIsRefused) {
  const auto moved = [&](std::uint32_t length, std::uint32_t count) {
    return parses_with([&](ModelHeader& h) {
      h.segment_length = length;
      h.segment_count_length = count;
    });
  };
  const std::uint32_t slots = header_.segment_count_length + 2 * header_.segment_length;
  EXPECT_FALSE(moved(0, slots));
  EXPECT_FALSE(moved(slots / 2, slots - 2 * (slots / 2)));
  EXPECT_FALSE(moved(3, slots - 6));
  EXPECT_FALSE(moved(0x80000000U, slots));
  EXPECT_FALSE(moved(1, slots - 2) && header_.segment_length != 1 && slots % 2 == 1);
}

TEST_F(ModelFile, WithAFlippedBitInTheHeaderIsRefused) {
  for (std::size_t offset = 0; offset < sizeof(ModelHeader); ++offset) {
    for (const unsigned bit : {0U, 7U}) {
      ModelBytes flipped = file_;
      flipped[offset] ^= static_cast<std::uint8_t>(1U << bit);
      EXPECT_FALSE(parses(flipped)) << "byte " << offset << " of the header";
    }
  }
}

TEST_F(ModelFile, WithAFlippedBitBehindTheHeaderIsRefused) {
  std::mt19937 random(1);
  ModelBytes flipped = file_;
  for (int i = 0; i < 60; ++i) {
    const std::size_t offset = sizeof(ModelHeader) + random() % (file_.size() - sizeof(ModelHeader));
    const auto bit = static_cast<std::uint8_t>(1U << random() % 8);
    flipped[offset] ^= bit;
    EXPECT_FALSE(parses(flipped)) << "byte " << offset;
    flipped[offset] ^= bit;
  }
  EXPECT_TRUE(parses(flipped));
}

TEST_F(ModelFile, CutShortOrGrownIsRefused) {
  for (std::size_t size = 0; size <= sizeof(ModelHeader); ++size) {
    EXPECT_FALSE(Model::parse(std::span(file_).first(size))) << size;
  }
  for (const std::size_t missing : {std::size_t{1}, std::size_t{2}, file_.size() / 2}) {
    EXPECT_FALSE(Model::parse(std::span(file_).first(file_.size() - missing))) << missing;
  }
  ModelBytes grown = file_;
  grown.push_back(0);
  EXPECT_FALSE(parses(grown));
}

// Sizes and checksum that fit each other do not make a file whole.
TEST_F(ModelFile, CutShortWithAHeaderThatFitsIsRefused) {
  for (const std::size_t missing : {std::size_t{1}, std::size_t{2}, std::size_t{4096}}) {
    ModelBytes cut(file_.begin(), file_.end() - static_cast<std::ptrdiff_t>(missing));
    ModelHeader header = header_;
    header.file_size = cut.size();
    header.checksum = checksum_of(header, behind_header(cut));
    EXPECT_FALSE(parses(with_header(cut, header))) << missing;
  }
}

TEST(ModelChecksum, IsTheOneOfItsAuthors) {
  const auto hash = [](std::string_view text) {
    return fnv1a({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  };
  EXPECT_EQ(hash(""), 0xCBF29CE484222325ULL);
  EXPECT_EQ(hash("a"), 0xAF63DC4C8601EC8CULL);
  EXPECT_EQ(hash("foobar"), 0x85944171F73967E8ULL);
}

}  // namespace
}  // namespace unbake::model
