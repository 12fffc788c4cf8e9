// The trainer on a tiny corpus: the same text gives the same file, and the file says what was estimated.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "io/temporary_folder.hpp"
#include "model/model.hpp"
#include "model_bytes.hpp"
#include "reference/model/plain_model.hpp"
#include "train/estimate.hpp"
#include "train/training_text.hpp"

namespace unbake::model {
namespace {

constexpr const char* kPlan = R"(
temper = 0.5
max_weight = 4.0
upper_case_share = 0.5
decomposed_share = 0.5
typographic_share = 0.5
hard_weight = 1.0
languages = ["fr", "el", "aa"]
dialects = []
[source_weights]
letters = 2.0
)";

// A folder of text: two languages that have some and one that has none, and a hard text.
class Trainer : public testing::Test {
 protected:
  void SetUp() override {
    const std::filesystem::path root = folder_.path("corpus");
    for (const char* language : {"fr", "el"}) std::filesystem::create_directories(root / "train" / language);
    std::filesystem::create_directories(root / "hard");
    std::string french;
    std::string greek;
    for (int i = 0; i < 40; ++i) {
      french += "L'\xC3\xA9t\xC3\xA9 " + std::to_string(i) + " fut tr\xC3\xA8s \"chaud\" - \xC3\xA0 No\xC3\xABl...\n";
      greek += "\xCE\xBA\xCE\xB1\xCE\xBB\xCE\xB7\xCE\xBC\xCE\xAD\xCF\x81\xCE\xB1 " + std::to_string(i * 3) + "\n\n";
    }
    folder_.write("corpus/train/fr/letters.txt", french);
    folder_.write("corpus/train/fr/other.txt",
                  "\xC3\x87"
                  "a va ?\n");
    folder_.write("corpus/train/el/letters.txt", greek);
    folder_.write("corpus/hard/box.txt",
                  "\xE2\x95\x94\xE2\x95\x90\xE2\x95\x97\nsecond line, not counted \xE2\x99\xA5\n");
    folder_.write("languages.toml", kPlan);
  }

  // The file that the trainer makes; no bytes if it fails.
  [[nodiscard]] ModelBytes train(const std::string& name, const std::string& more = "") const {
    const std::string command = std::string(UNBAKE_TRAIN) + ' ' + folder_.path("corpus") + ' ' +
                                folder_.path("languages.toml") + ' ' + folder_.path(name) + ' ' + more + " 2> " +
                                folder_.path("errors");
    if (std::system(command.c_str()) != 0) return {};
    return read_model_file(folder_.path(name));
  }

  [[nodiscard]] train::NgramCounts count() const {
    return train::count_corpus(folder_.path("corpus"), train::read_plan(folder_.path("languages.toml")));
  }

  const io::TemporaryFolder folder_;
};

TEST_F(Trainer, MakesTheSameFileTwice) {
  const ModelBytes once = train("once.bin");
  ASSERT_FALSE(once.empty());
  EXPECT_TRUE(once == train("again.bin"));
}

TEST_F(Trainer, MakesAFileThatProvesItself) {
  const ModelBytes file = train("model.bin");
  const auto model = Model::parse(file);
  ASSERT_TRUE(model);
  EXPECT_EQ(model->languages(), (std::vector<std::string_view>{"aa", "el", "fr"}));
}

TEST_F(Trainer, SaysWhichLanguagesHaveNoText) {
  ASSERT_FALSE(train("model.bin").empty());
  EXPECT_NE(folder_.read("errors").find("no text for aa"), std::string::npos);
}

TEST_F(Trainer, StoresNoMoreNgramsThanItMay) {
  const auto entries = [](const ModelBytes& file) { return header_of(file).ngram_count; };
  EXPECT_LT(entries(train("few.bin", "10")), entries(train("many.bin", "1000")));
}

TEST_F(Trainer, RefusesAWrongNumberOfArguments) {
  EXPECT_NE(std::system((std::string(UNBAKE_TRAIN) + " 2> /dev/null").c_str()), 0);
}

TEST_F(Trainer, FailsWhereTheFileCannotBeWritten) { EXPECT_TRUE(train("no/such/folder.bin").empty()); }

TEST_F(Trainer, CountsEveryOtherLineOfHardText) {
  bool has_box = false;
  bool has_heart = false;
  for (const train::Count& c : count().sorted()) {
    has_box = has_box || train::third(c.trigram) == 0x2554;
    has_heart = has_heart || train::third(c.trigram) == 0x2665;
  }
  EXPECT_TRUE(has_box);
  EXPECT_FALSE(has_heart);
}

TEST_F(Trainer, CountsTypographicVariantsAsWell) {
  bool has_quote = false;
  for (const train::Count& c : count().sorted()) has_quote = has_quote || train::third(c.trigram) == 0xAB;
  EXPECT_TRUE(has_quote);  // French quotes, of lines that have ASCII ones
}

// The file answers as the plain twin does, but for the keys that the filter finds by mistake.
TEST_F(Trainer, TheFileSaysWhatWasEstimated) {
  const train::Estimate estimate = train::estimate(count(), 500, 0.001);
  const reference::PlainModel plain(estimate);
  const ModelBytes file = train("model.bin", "500");
  const auto model = Model::parse(file);
  ASSERT_TRUE(model);
  const std::vector<char32_t> characters = {U'\n', U' ',  U'a',  U'5',   0xE9,   0xE8,   0xC3,
                                            0xA9,  0xAB,  0xBB,  0x2026, 0x2013, 0x3B1,  0x3BA,
                                            0x3BB, 0x391, 0x301, 0x2554, 0x4E2D, 0xFFFD, 0x1100FF};
  int asked = 0;
  int different = 0;
  for (const char32_t a : characters) {
    for (const char32_t b : characters) {
      for (const char32_t c : characters) {
        if ((a | b | c) < 0x80) continue;
        ++asked;
        different += std::abs(model->log_probability(a, b, c) - plain.log_probability(a, b, c)) > 1e-3 ? 1 : 0;
      }
    }
  }
  EXPECT_LT(different * 50, asked);
  for (const char32_t c : characters)
    EXPECT_NEAR(model->log_in_class(c), plain.log_in_class(c), 1e-3) << std::hex << +c;
}

// Of every context the probabilities of all that was seen sum to no more than one, give or take the rounding.
TEST_F(Trainer, ProbabilitiesOfAContextSumToAboutOne) {
  const train::Estimate estimate = train::estimate(count(), 100000, 0.001);
  const reference::PlainModel plain(estimate);
  for (const auto& [a, b] :
       {std::pair<char32_t, char32_t>{U'L', U'\''}, {U'\'', 0xE9}, {0x3BA, 0x3B1}, {U'\n', U'\n'}}) {
    double sum = 0;
    for (char32_t c = 0; c < 0x3000; ++c) {
      if ((a | b | c) >= 0x80 && fold_symbol(c) == c) sum += std::exp(plain.log_probability(a, b, c));
    }
    EXPECT_LT(sum, 1.3) << std::hex << +a << ' ' << +b;
  }
}

TEST(NgramCounts, AreTheSameInAnyOrder) {
  train::NgramCounts forwards;
  train::NgramCounts backwards;
  constexpr char32_t kMany = 100000;  // more than the table begins with
  for (char32_t c = 0; c < kMany; ++c) forwards.add(train::make_trigram(c % 7, c % 11, c), 1);
  for (char32_t c = kMany; c-- > 0;) backwards.add(train::make_trigram(c % 7, c % 11, c), 1);
  forwards.add(train::make_trigram(0, 0, 0), 2);
  backwards.add(train::make_trigram(0, 0, 0), 2);
  const std::vector<train::Count> x = forwards.sorted();
  const std::vector<train::Count> y = backwards.sorted();
  ASSERT_EQ(x.size(), y.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    ASSERT_EQ(x[i].trigram, y[i].trigram);
    ASSERT_EQ(x[i].weight, y[i].weight);
  }
  EXPECT_EQ(x.front().weight, 3);
}

}  // namespace
}  // namespace unbake::model
