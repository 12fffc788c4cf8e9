#include "model/language_memory.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <memory>
#include <random>
#include <thread>
#include <vector>

namespace unbake::model {
namespace {

// Questions of text and of anything, many more than there are places for answers.
std::vector<std::array<char32_t, 3>> questions(unsigned seed) {
  std::mt19937 random(seed);
  const auto symbol_of = [&](char32_t first, unsigned count) {
    return first + static_cast<char32_t>(random() % count);
  };
  const auto symbol = [&] {
    switch (random() % 4) {
      case 0:
        return symbol_of(U'a', 26);
      case 1:
        return symbol_of(0xC0, 0x190);
      case 2:
        return symbol_of(0x4E00, 0x5000);
      default:
        return symbol_of(0, 0x110100);  // raw bytes, too
    }
  };
  std::vector<std::array<char32_t, 3>> all(200000);
  for (auto& q : all) q = {symbol(), symbol(), symbol()};
  return all;
}

bool are_all_answered(const LanguageMemory& memory, unsigned seed) {
  const Model& model = Model::builtin();
  for (const auto& [a, b, c] : questions(seed)) {
    const float answer = model.log_probability(a, b, c);
    if (memory.log_probability(a, b, c) != answer || memory.log_probability(a, b, c) != answer) return false;
  }
  return true;
}

TEST(LanguageMemory, AnswersAsTheModelDoes) {
  const LanguageMemory memory(Model::builtin());
  EXPECT_TRUE(are_all_answered(memory, 1));
  EXPECT_TRUE(are_all_answered(LanguageMemory(Model::builtin()), 1)) << "of what another one remembered";
}

TEST(LanguageMemory, ThreadsShareWhatIsRemembered) {
  std::atomic<int> right = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] { right += are_all_answered(LanguageMemory(Model::builtin()), 2) ? 1 : 0; });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, 4);
}

TEST(AnswerTable, KnowsWhatItWasToldLast) {
  const auto table = std::make_unique<AnswerTable>();
  EXPECT_GT(table->find(U'x', 0xE9, U'y'), 0);
  for (const float answer : {-40.0F, 0.0F, -0.0625F, -12.5F}) {
    table->remember(U'x', 0xE9, U'y', answer);
    EXPECT_EQ(table->find(U'x', 0xE9, U'y'), answer);
    EXPECT_GT(table->find(U'x', 0xE9, U'z'), 0);
    EXPECT_GT(table->find(0xE9, U'x', U'y'), 0);
  }
}

}  // namespace
}  // namespace unbake::model
