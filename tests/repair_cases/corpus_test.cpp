// The corpus: pages and baked texts come back, clean and odd texts are left alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "repair_cases/corpus_files.hpp"
#include "repair_cases/known_failures.hpp"
#include "repair_cases/promises.hpp"
#include "unbake/unbake.hpp"

namespace unbake::tests {
namespace {

std::string name_of(const std::filesystem::path& file) {
  return std::filesystem::relative(file, corpus()).generic_string();
}

// The first lines that differ.
std::string first_difference(std::string_view wanted, std::string_view got) {
  const auto [w, g] = std::mismatch(wanted.begin(), wanted.end(), got.begin(), got.end());
  const auto line = [](std::string_view text, std::size_t at) {
    const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    return std::string(text.substr(begin, text.find('\n', at) - begin));
  };
  return "\n  wanted: " + line(wanted, static_cast<std::size_t>(w - wanted.begin())) +
         "\n  got:    " + line(got, static_cast<std::size_t>(g - got.begin()));
}

void expect_promises_kept(const std::string& name, std::string_view text) {
  const Fixed fixed = fix(text);
  for (const std::string& broken :
       {broken_order(text, fixed.plan()), broken_proof(text, fixed.plan()), broken_answer(text, fixed)}) {
    EXPECT_TRUE(broken.empty()) << name << ": " << broken;
  }
  const std::string broken = broken_idempotence(text);
  const std::string wrong = unexpected(name + " idempotent", broken.empty(), broken);
  EXPECT_TRUE(wrong.empty()) << wrong;
}

void expect_repaired(const std::string& name, std::string_view damaged, std::string_view truth) {
  const Fixed fixed = fix(damaged);
  const std::string wrong = unexpected(name, fixed.text() == truth, first_difference(truth, fixed.text()));
  EXPECT_TRUE(wrong.empty()) << wrong;
  expect_promises_kept(name, damaged);
}

void expect_left_alone(const std::string& name, std::string_view text) {
  const Fixed fixed = fix(text);
  const std::string wrong = unexpected(name, !fixed.changed(), "changed:" + describe(text, fixed.plan()));
  EXPECT_TRUE(wrong.empty()) << wrong;
  expect_promises_kept(name, text);
}

// As a whole and line by line: a line alone has less to say for itself.
void expect_files_left_alone(const std::string& folder) {
  for (const auto& file : files_below(corpus() / folder)) {
    const std::string text = read_file(file);
    expect_left_alone(name_of(file), text);
    std::size_t number = 0;
    for (const std::string& line : lines_of(text)) {
      expect_left_alone(name_of(file) + ":" + std::to_string(++number), line);
    }
  }
}

TEST(Corpus, PagesAreRepaired) {
  for (const auto& file : files_below(corpus() / "pages", ".damaged.txt")) {
    std::string stem = file.string();
    stem.resize(stem.size() - std::string_view(".damaged.txt").size());
    expect_repaired(name_of(stem), read_file(file), read_file(stem + ".truth.txt"));
  }
}

TEST(Corpus, TruthsOfPagesAreLeftAlone) {
  for (const auto& file : files_below(corpus() / "pages", ".truth.txt"))
    expect_left_alone(name_of(file), read_file(file));
}

TEST(Corpus, BakedTextIsRepaired) {
  for (const auto& file : files_below(corpus() / "baked")) {
    expect_repaired(name_of(file), read_file(file), read_file(corpus() / "clean" / file.filename()));
  }
}

TEST(Corpus, CleanTextIsLeftAlone) { expect_files_left_alone("clean"); }

TEST(Corpus, OddTextIsLeftAlone) { expect_files_left_alone("negative"); }

}  // namespace
}  // namespace unbake::tests
