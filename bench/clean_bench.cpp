// What it costs to say that clean text is clean, beside what it costs to read it, in bytes of input a second. The texts
// are the words of bench/data/sentences.tsv in random order. UNBAKE_BENCH_TEXT may name a folder of text: each file
// *.txt in it makes a row more.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "unbake/unbake.hpp"

namespace {

constexpr std::size_t kSize = std::size_t{32} << 20;
constexpr std::size_t kMostOfFile = std::size_t{4} << 20;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

// The words of the sentences of each script.
std::map<std::string, std::vector<std::string>> words_by_script() {
  std::istringstream lines(read_file(UNBAKE_BENCH_DATA "/sentences.tsv"));
  std::map<std::string, std::vector<std::string>> words;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    std::istringstream sentence(line.substr(tab + 1));
    for (std::string word; sentence >> word;) words[line.substr(0, tab)].push_back(word);
  }
  return words;
}

// Lines of 4 to 40 words.
std::string text_of(const std::vector<std::string>& words, std::size_t size) {
  std::mt19937 random(1);
  std::string text;
  while (text.size() < size) {
    for (std::size_t k = 4 + random() % 37; k > 0; --k) (text += words[random() % words.size()]) += ' ';
    text.back() = '\n';
  }
  return text;
}

std::string ascii_of(std::string text) {
  for (char& c : text) c = static_cast<unsigned char>(c) < 0x80 ? c : 'x';
  return text;
}

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

void read_only(benchmark::State& state, const std::string& text) {
  for (auto _ : state) {
    std::uint64_t all = 0;
    for (std::size_t i = 0; i + 8 <= text.size(); i += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + i, 8);
      all |= word;
    }
    benchmark::DoNotOptimize(all);
  }
  count_bytes(state, text);
}

void copy(benchmark::State& state, const std::string& text) {
  std::string to(text.size(), ' ');
  for (auto _ : state) {
    std::memcpy(to.data(), text.data(), text.size());
    benchmark::DoNotOptimize(to.data());
    benchmark::ClobberMemory();
  }
  count_bytes(state, text);
}

void fix(benchmark::State& state, const std::string& text) {
  if (unbake::fix(text).changed()) return state.SkipWithError("clean text is changed");
  for (auto _ : state) benchmark::DoNotOptimize(unbake::fix(text));
  count_bytes(state, text);
}

using Row = void (*)(benchmark::State&, const std::string&);

void add(const std::string& name, Row row, const std::shared_ptr<const std::string>& text) {
  benchmark::RegisterBenchmark(name.c_str(), [row, text](benchmark::State& state) { row(state, *text); });
}

void add_rows() {
  const auto words = words_by_script();
  const auto ascii = std::make_shared<const std::string>(ascii_of(text_of(words.at("latin"), kSize)));
  add("read_only/ascii", read_only, ascii);
  add("memcpy/ascii", copy, ascii);
  add("fix/ascii", fix, ascii);
  for (const auto& [script, own] : words)
    add("fix/" + script, fix, std::make_shared<const std::string>(text_of(own, kSize / 4)));
  const char* const folder = std::getenv("UNBAKE_BENCH_TEXT");
  if (folder == nullptr) return;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    auto text = std::make_shared<const std::string>(read_file(file).substr(0, kMostOfFile));
    add("fix/" + file.stem().string(), fix, text);
  }
}

}  // namespace

int main(int argc, char** argv) {
  add_rows();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
