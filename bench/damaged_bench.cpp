// The speed of fix on running text that is damaged throughout, in bytes of input a second: the sentences of
// corpus/clean in random order, damaged along one path or line by line along several. Each row first demands the right
// answer.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "unbake/unbake.hpp"

namespace {

constexpr std::size_t kSize = std::size_t{1} << 20;

std::vector<std::string> sentences_of(const std::string& language) {
  std::ifstream file(UNBAKE_BENCH_CORPUS "/" + language + ".txt", std::ios::binary);
  std::vector<std::string> sentences;
  for (std::string line; std::getline(file, line);) sentences.push_back(line + "\n");
  if (sentences.empty()) throw std::runtime_error("no sentences in " UNBAKE_BENCH_CORPUS "/" + language + ".txt");
  return sentences;
}

// A language, and how text in it was damaged.
struct Damage {
  const char* language;
  const char* path;
  const char* profile = "whatwg";
};

void fix(benchmark::State& state, const std::vector<Damage>& damages) {
  std::mt19937 random(1);
  std::string truth;
  std::string text;
  std::vector<std::vector<std::string>> sentences;
  for (const Damage& damage : damages) sentences.push_back(sentences_of(damage.language));
  while (text.size() < kSize) {
    const std::size_t which = random() % damages.size();
    const std::string& sentence = sentences[which][random() % sentences[which].size()];
    const auto baked = unbake::bake(sentence, damages[which].path, damages[which].profile);
    if (!baked) return state.SkipWithError(baked.error().message.c_str());
    truth += sentence;
    text += *baked;
  }
  if (unbake::fix(text).text() != truth) return state.SkipWithError("the answer is wrong");
  for (auto _ : state) benchmark::DoNotOptimize(unbake::fix(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

constexpr const char* kWindows1252 = "utf-8>windows-1252";

void add_rows() {
  const auto add = [](const std::string& name, const std::vector<Damage>& damages) {
    benchmark::RegisterBenchmark(("fix/damaged_" + name).c_str(), [damages](benchmark::State& state) {
      fix(state, damages);
    })->Unit(benchmark::kMillisecond);
  };
  std::vector<Damage> all;
  for (const char* language : {"ar", "cs", "de", "el", "en", "fr", "hi", "ja", "ko", "pl", "ru", "zh-Hans"}) {
    all.push_back({language, kWindows1252});
    add(std::string(language) + "_windows_1252", {all.back()});
  }
  add("all_languages_windows_1252", all);
  add("fr_twice", {{"fr", "utf-8>windows-1252 | utf-8>windows-1252"}});
  add("ru_ibm866", {{"ru", "utf-8>ibm866"}});
  add("two_paths", {{"fr", kWindows1252}, {"ru", "utf-8>windows-1251"}});
}

}  // namespace

int main(int argc, char** argv) {
  add_rows();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
