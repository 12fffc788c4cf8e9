#include "repair/alternatives.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "repair/lost_bytes.hpp"

namespace unbake::repair {
namespace {

bool may_be_lost(std::uint8_t byte, encoding::ReaderSet readers, char32_t next) {
  const encoding::ReaderSet lost = readers_that_lose(byte, LostBy::kDecoder, next) |
                                   readers_that_lose(byte, LostBy::kDecoder, 0) |
                                   readers_that_lose(byte, LostBy::kSoftHyphen, 0);
  return (lost & readers) != 0;
}

}  // namespace

std::vector<Alternative> alternatives(char32_t chosen, encoding::ReaderSet readers, const Surroundings& surroundings,
                                      const model::Model& model, std::size_t most) {
  const std::array<char32_t, 2>& before = surroundings.before;
  const std::array<char32_t, 2>& after = surroundings.after;
  const auto language = [&](char32_t c) {
    return model.log_probability(before[0], before[1], c) + model.log_probability(before[1], c, after[0]) +
           model.log_probability(c, after[0], after[1]);
  };
  const char32_t first = chosen & ~char32_t{0x3F};
  std::vector<Alternative> fitting;
  const double best = language(chosen);
  double sum = 0;
  for (char32_t c = first; c < first + 64; ++c) {
    const auto byte = static_cast<std::uint8_t>(0x80 | (c & 0x3F));
    const bool is_text = c >= 0xA0 && !(c >= 0xD800 && c <= 0xDFFF);
    if (c != chosen &&
        (!is_text || base::utf8_length(c) != base::utf8_length(chosen) || !may_be_lost(byte, readers, after[0]))) {
      continue;
    }
    fitting.push_back({c, std::exp(language(c) - best)});
    sum += fitting.back().probability;
  }
  for (Alternative& a : fitting) a.probability /= sum;
  std::stable_sort(fitting.begin(), fitting.end(), [&](const Alternative& x, const Alternative& y) {
    if ((x.value == chosen) != (y.value == chosen)) return x.value == chosen;
    return x.probability > y.probability;
  });
  std::erase_if(fitting, [&](const Alternative& a) { return a.value != chosen && a.probability < 0.001; });
  return {fitting.begin(), fitting.begin() + static_cast<std::ptrdiff_t>(std::min(most, fitting.size()))};
}

}  // namespace unbake::repair
