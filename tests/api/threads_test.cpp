// Any number of threads at once get the answers that one gets.
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "damage.hpp"

namespace unbake {
namespace {

TEST(Threads, GetTheAnswersOfOne) {
  std::vector<std::string> texts = {tests::kSentence, tests::kLossy};
  for (const std::string& path : paths()) texts.push_back(tests::damaged(path));
  std::vector<std::string> expected;
  for (const std::string& text : texts) expected.emplace_back(fix(text).text());

  constexpr std::size_t kThreads = 4;
  std::vector<std::vector<std::string>> answers(kThreads);
  {
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < kThreads; ++t) {
      threads.emplace_back([&, t] {
        // Each begins at another text.
        answers[t].resize(texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) {
          const std::size_t k = (i + t * 7) % texts.size();
          answers[t][k] = fix(texts[k]).text();
        }
      });
    }
  }
  for (const std::vector<std::string>& answer : answers) EXPECT_EQ(answer, expected);
}

}  // namespace
}  // namespace unbake
