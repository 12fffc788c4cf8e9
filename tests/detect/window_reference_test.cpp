// The windows cover what the plain twin finds, on texts rich in what damage looks like.
#include <random>
#include <string>

#include "reference/detect/plain_starts.hpp"
#include "windows.hpp"

namespace unbake::detect {
namespace {

using tests::kAllReaders;

void expect_all_covered(std::string_view text, encoding::ReaderSet readers) {
  const std::vector<Window> windows = windows_of(text, readers);
  for (const std::size_t start : reference::plain_starts(text, readers)) {
    ASSERT_TRUE(covers(windows, start)) << "byte " << start << " of " << testing::PrintToString(text);
  }
}

std::string random_text(std::mt19937& random) {
  constexpr char32_t kSymbols[] = {U'a',   U'b',   U' ',   U'?',   U'\n',  0xA0,   0xC2,   0xC3,
                                   0xE2,   0x20AC, 0x2122, 0x201C, 0xAD,   0x9225, 0x9226, 0x6A18,
                                   0x93C4, 0xFFFD, 0x0432, 0x0402, 0x251C, 0x255D, 0x87,   0x1F600};
  std::string text;
  for (std::size_t i = 0; i < 60; ++i) {
    if (random() % 3 == 0) {
      text += std::string(random() % 40, 'x');
    } else if (random() % 20 == 0) {
      text += static_cast<char>(0x80 + random() % 0x80);
    } else if (random() % 6 == 0) {
      base::append_utf8(text, static_cast<char32_t>(0x80 + random() % 0x9000));
    } else {
      base::append_utf8(text, kSymbols[random() % std::size(kSymbols)]);
    }
  }
  return text;
}

TEST(WindowReference, EveryPlaceWhereDamageMayStartIsCovered) {
  std::mt19937 random(1);
  for (int i = 0; i < 40; ++i) {
    expect_all_covered(random_text(random), kAllReaders);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(WindowReference, AlsoForAFewReaders) {
  std::mt19937 random(2);
  for (int i = 0; i < 200; ++i) {
    const encoding::ReaderSet readers =
        encoding::ReaderSet{1} << random() % static_cast<unsigned>(encoding::reader_count()) |
        encoding::ReaderSet{1} << random() % static_cast<unsigned>(encoding::reader_count());
    expect_all_covered(random_text(random), readers);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(WindowReference, EveryReaderThatDamagesASentenceIsCaught) {
  const std::vector<std::string> sentences = tests::clean_sentences();
  for (int bit = 0; bit < encoding::reader_count(); ++bit) {
    const std::string path = "utf-8>" + std::string(encoding::get(encoding::reader(bit)).name);
    for (const std::string& sentence : {sentences[3]}) {
      expect_all_covered(tests::baked(sentence, path), kAllReaders);
      expect_all_covered(tests::baked(sentence, path, "python-replace"), kAllReaders);
    }
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace unbake::detect
