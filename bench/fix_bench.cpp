// The speed of fix, in bytes of input a second, on clean text and on damage. Each benchmark first demands the right
// answer: a wrong one cannot be fast.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "unbake/unbake.hpp"

namespace {

constexpr std::size_t kSize = std::size_t{1} << 20;

/// What the damaged texts of a benchmark went through; the clean text if it is empty.
struct Damage {
  const char* path;
  const char* profile;
};

constexpr std::string_view kEnglish =
    "The ferry left at seven \xE2\x80\x94 an hour late \xE2\x80\x94 and nobody seemed to mind. \xE2\x80\x9CWe have the "
    "whole day,\xE2\x80\x9D said the captain\xE2\x80\x99s wife, and she poured the tea.\n";
constexpr std::string_view kFrench =
    "Le caf\xC3\xA9 du march\xC3\xA9 est d\xC3\xA9j\xC3\xA0 plein : les \xC3\xA9l\xC3\xA8ves y f\xC3\xAAtent la fin de "
    "l\xE2\x80\x99"
    "ann\xC3\xA9"
    "e scolaire, et l\xE2\x80\x99on n\xE2\x80\x99y trouve plus une chaise.\n";
constexpr std::string_view kRussian =
    "\xD0\x9F\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC \xD1\x83\xD1\x88\xD1\x91\xD0\xBB \xD0\xB2 "
    "\xD1\x81\xD0\xB5\xD0\xBC\xD1\x8C \xD1\x83\xD1\x82\xD1\x80\xD0\xB0, \xD0\xBD\xD0\xB0 "
    "\xD1\x87\xD0\xB0\xD1\x81 \xD0\xBF\xD0\xBE\xD0\xB7\xD0\xB6\xD0\xB5 \xD0\xBE\xD0\xB1\xD1\x8B\xD1\x87\xD0\xBD"
    "\xD0\xBE\xD0\xB3\xD0\xBE.\n";

std::string repeated(std::string_view text) {
  std::string out;
  while (out.size() < kSize) out += text;
  return out;
}

void fix(benchmark::State& state, std::string_view line, Damage damage) {
  const std::string truth = repeated(line);
  std::string text = truth;
  if (*damage.path != '\0') {
    const auto baked = unbake::bake(truth, damage.path, damage.profile);
    if (!baked) return state.SkipWithError(baked.error().message.c_str());
    text = *baked;
  }
  if (unbake::fix(text).text() != truth) return state.SkipWithError("the answer is wrong");
  for (auto _ : state) benchmark::DoNotOptimize(unbake::fix(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

constexpr Damage kClean = {"", ""};
constexpr Damage kWindows1252 = {"utf-8>windows-1252", "whatwg"};
constexpr Damage kTwice = {"utf-8>windows-1252 | utf-8>windows-1252", "whatwg"};
constexpr Damage kGbk = {"utf-8>gbk", "python-ignore"};

BENCHMARK_CAPTURE(fix, clean_ascii, "Nothing in this line is beyond ASCII, and there are many like it.\n", kClean);
BENCHMARK_CAPTURE(fix, clean_english, kEnglish, kClean);
BENCHMARK_CAPTURE(fix, clean_french, kFrench, kClean);
BENCHMARK_CAPTURE(fix, clean_russian, kRussian, kClean);
BENCHMARK_CAPTURE(fix, damaged_english_windows_1252, kEnglish, kWindows1252);
BENCHMARK_CAPTURE(fix, damaged_french_windows_1252, kFrench, kWindows1252);
BENCHMARK_CAPTURE(fix, damaged_french_twice, kFrench, kTwice);
BENCHMARK_CAPTURE(fix, damaged_russian_windows_1252, kRussian, kWindows1252);
BENCHMARK_CAPTURE(fix, damaged_english_gbk_bytes_lost, kEnglish, kGbk);

}  // namespace

BENCHMARK_MAIN();
