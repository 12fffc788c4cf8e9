// How fast the library goes through the documents of a file, beside what only reads or copies them.
//
// usage: throughput MODE INPUT EXPECTED SECONDS
//
// MODE is fix, uchardet, memcpy or scan (a sum over all bytes). INPUT and EXPECTED hold documents, separated by the
// byte 1E. The work is repeated for SECONDS of processor time; printed are the seconds of the fastest time, and how
// many of the lines, and how many bytes, came out as EXPECTED has them.
#include <uchardet.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "unbake/unbake.hpp"

namespace {

constexpr char kSeparator = '\x1E';

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::string contents(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string_view> divided(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// The lines of `answer` that stand at the same place of `expected`.
std::size_t right_lines(std::string_view answer, std::string_view expected) {
  const std::vector<std::string_view> given = divided(answer, '\n');
  const std::vector<std::string_view> wanted = divided(expected, '\n');
  std::size_t right = 0;
  for (std::size_t i = 0; i < std::min(given.size(), wanted.size()); ++i) right += given[i] == wanted[i] ? 1 : 0;
  return right;
}

// The seconds of the fastest of several times; at least two.
double fastest(const std::function<void()>& work, double seconds) {
  double best = 1e9;
  double spent = 0;
  for (int times = 0; times < 2 || spent < seconds; ++times) {
    const double start = processor_seconds();
    work();
    const double taken = processor_seconds() - start;
    best = std::min(best, taken);
    spent += taken;
  }
  return best;
}

volatile std::uint64_t sink = 0;  // what is computed is wanted

void scan(std::string_view text) {
  std::uint64_t sum = 0;
  for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof(word));
    sum |= word;
  }
  sink = sum;
}

std::string charset_of(std::string_view text) {
  uchardet_t detector = uchardet_new();
  uchardet_handle_data(detector, text.data(), text.size());
  uchardet_data_end(detector);
  std::string name = uchardet_get_charset(detector);
  uchardet_delete(detector);
  return name;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) {
    std::cerr << "usage: throughput fix|uchardet|memcpy|scan INPUT EXPECTED SECONDS\n";
    return 2;
  }
  const std::string_view mode = arguments[1];
  const std::string input = contents(arguments[2]);
  const std::string expected = contents(arguments[3]);
  const std::vector<std::string_view> documents = divided(input, kSeparator);
  const std::vector<std::string_view> truths = divided(expected, kSeparator);
  std::size_t lines = 0;
  std::size_t right = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    lines += divided(truths.at(i), '\n').size();
    if (mode == "fix") {
      right += right_lines(unbake::fix(documents[i]).text(), truths.at(i));
    } else if (mode == "uchardet") {
      const std::string name = charset_of(documents[i]);
      right += name == "UTF-8" || name == "ASCII" ? divided(truths.at(i), '\n').size() : 0;
    } else {
      right += right_lines(documents[i], truths.at(i));
    }
  }
  std::string copy(input.size(), '\0');
  const auto work = [&] {
    if (mode == "memcpy") {
      std::memcpy(copy.data(), input.data(), input.size());
      sink = static_cast<std::uint64_t>(copy[input.size() / 2]);
    } else if (mode == "scan") {
      scan(input);
    } else {
      for (const std::string_view document : documents)
        sink = mode == "fix" ? unbake::fix(document).text().size() : charset_of(document).size();
    }
  };
  const double seconds = fastest(work, std::atof(arguments[4]));
  std::cout << "{\"bytes\": " << input.size() << ", \"seconds\": " << seconds << ", \"lines\": " << lines
            << ", \"right\": " << right << "}\n";
  return 0;
}
