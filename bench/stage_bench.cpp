// The speed of the stages by themselves: where the time of fix goes.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bake/bake.hpp"
#include "bake/proof.hpp"
#include "base/utf8.hpp"
#include "detect/legacy_finder.hpp"
#include "detect/window_finder.hpp"
#include "encoding/reader_index.hpp"
#include "model/model.hpp"
#include "repair/search.hpp"

namespace {

using namespace unbake;

constexpr std::size_t kSize = std::size_t{1} << 18;
constexpr encoding::ReaderSet kEveryReader = ~encoding::ReaderSet{0};

constexpr std::string_view kGerman =
    "F\xC3\xBCr den n\xC3\xA4"
    "chsten Morgen hatte der K\xC3\xBCster \xC3\xBC"
    "ber der T\xC3\xBCr eine Glocke "
    "aufgeh\xC3\xA4ngt.\n";
constexpr std::string_view kRussian =
    "\xD0\x9F\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC \xD1\x83\xD1\x88\xD1\x91\xD0\xBB \xD0\xB2 "
    "\xD1\x81\xD0\xB5\xD0\xBC\xD1\x8C \xD1\x83\xD1\x82\xD1\x80\xD0\xB0.\n";

std::string repeated(std::string_view line) {
  std::string text;
  while (text.size() < kSize) text += line;
  return text;
}

std::string baked(std::string_view line, const char* path) {
  return *baking::bake(repeated(line), *baking::parse_path(path), *baking::parse_profile("whatwg"));
}

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

// The prefilter with the look at legacy lines, which it calls.
void find_windows(benchmark::State& state, const std::string& text) {
  detect::Window window;
  for (auto _ : state) {
    detect::WindowFinder finder(text, kEveryReader, model::Model::builtin());
    while (finder.next(window)) benchmark::DoNotOptimize(window.symbols.data());
  }
  count_bytes(state, text);
}

void find_legacy_lines(benchmark::State& state, const std::string& text) {
  detect::LegacyLine line{};
  for (auto _ : state) {
    detect::LegacyFinder finder(text, kEveryReader, model::Model::builtin());
    while (finder.next(line)) benchmark::DoNotOptimize(line.conversions.data());
  }
  count_bytes(state, text);
}

void search_windows(benchmark::State& state, const std::string& text) {
  const repair::PathCosts costs;
  std::vector<detect::Window> windows;
  detect::WindowFinder finder(text, costs.allowed(), model::Model::builtin());
  for (detect::Window window; finder.next(window);) windows.push_back(window);
  if (windows.empty()) return state.SkipWithError("there is nothing to search");
  repair::Searcher searcher(costs, model::Model::builtin(), {});
  for (auto _ : state) {
    for (const detect::Window& window : windows) {
      benchmark::DoNotOptimize(searcher.search(window.symbols, {}, window.conversions));
    }
  }
  count_bytes(state, text);
}

void ask_model(benchmark::State& state, const std::string& text) {
  std::vector<char32_t> symbols;
  for (std::size_t i = 0; i < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, i);
    symbols.push_back(c.value);
    i += c.length;
  }
  const model::Model& model = model::Model::builtin();
  for (auto _ : state) {
    float sum = 0;
    for (std::size_t i = 2; i < symbols.size(); ++i)
      sum += model.log_probability(symbols[i - 2], symbols[i - 1], symbols[i]);
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * symbols.size()));
}

void prove(benchmark::State& state, std::string_view repaired, const char* path_spelled) {
  const baking::Path path = *baking::parse_path(path_spelled);
  const std::string damaged = *baking::bake(repaired, path, *baking::parse_profile("whatwg"));
  baking::ProofBuffers buffers;
  for (auto _ : state) {
    const auto proof = baking::find_proof(repaired, "", path, damaged, std::nullopt, buffers);
    if (!proof) return state.SkipWithError("the proof fails");
    benchmark::DoNotOptimize(proof);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

BENCHMARK_CAPTURE(find_windows, clean_german, repeated(kGerman));
BENCHMARK_CAPTURE(find_windows, clean_russian, repeated(kRussian));
BENCHMARK_CAPTURE(find_windows, damaged_german, baked(kGerman, "utf-8>windows-1252"));
BENCHMARK_CAPTURE(find_legacy_lines, clean_russian, repeated(kRussian));
BENCHMARK_CAPTURE(find_legacy_lines, damaged_russian, baked(kRussian, "windows-1251>windows-1252"));
BENCHMARK_CAPTURE(search_windows, german_windows_1252, baked(kGerman, "utf-8>windows-1252"));
BENCHMARK_CAPTURE(search_windows, russian_windows_1252, baked(kRussian, "utf-8>windows-1252"));
BENCHMARK_CAPTURE(search_windows, russian_legacy, baked(kRussian, "windows-1251>windows-1252"));
BENCHMARK_CAPTURE(ask_model, german, repeated(kGerman));
BENCHMARK_CAPTURE(ask_model, russian, repeated(kRussian));
BENCHMARK_CAPTURE(prove, german_word,
                  "n\xC3\xA4"
                  "chsten",
                  "utf-8>windows-1252");

}  // namespace

BENCHMARK_MAIN();
