#include "model/latin_languages.hpp"

#include <algorithm>
#include <cstring>

#include "model/latin_format.hpp"
#include "model/model_format.hpp"

namespace unbake::model {

struct LatinLanguages::Symbol : LatinSymbolRecord {};

namespace {

// Whether every entry is about a language that there is.
bool has_known_languages(const std::uint8_t* entries, const LatinHeader& header) {
  for (std::size_t i = 0; i < header.entry_count; ++i) {
    if (entries[i * kLatinEntryBytes] >= header.language_count) return false;
  }
  return true;
}

}  // namespace

std::optional<LatinLanguages> LatinLanguages::parse(std::span<const std::uint8_t> file) {
  const std::optional<LatinLanguages> result = view(file);
  if (!result) return std::nullopt;
  LatinHeader header{};
  std::memcpy(&header, file.data(), sizeof header);
  if (fnv1a(file.subspan(sizeof header)) != header.checksum) return std::nullopt;
  const bool is_sound = std::all_of(result->symbols_.begin(), result->symbols_.end(),
                                    [&](const Symbol& s) {
                                      return std::size_t{s.first} + s.seen + s.into + s.out <= header.entry_count;
                                    }) &&
                        has_known_languages(result->entries_, header);
  return is_sound ? result : std::nullopt;
}

std::optional<LatinLanguages> LatinLanguages::view(std::span<const std::uint8_t> file) {
  LatinHeader header{};
  if (file.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, file.data(), sizeof header);
  const bool known = std::memcmp(header.magic, kLatinMagic, sizeof kLatinMagic) == 0 &&
                     header.version == kLatinVersion && header.language_count <= kMostLatinLanguages;
  if (!known || header.file_size != file.size()) return std::nullopt;

  LatinLanguages result;
  result.count_ = header.language_count;
  const std::uint8_t* section = file.data() + sizeof header;
  const auto take = [&](std::size_t bytes) {
    const std::uint8_t* const start = section;
    section += bytes;
    return start;
  };
  const std::size_t rows = kLatinLetters * result.count_;
  const std::size_t size = sizeof header + header.symbol_count * sizeof(Symbol) +
                           kLatinLetters * kLatinLetters * ((result.count_ + 1) / 2) + 2 * rows + result.count_ +
                           std::size_t{header.entry_count} * kLatinEntryBytes + header.tag_bytes;
  if (size != file.size()) return std::nullopt;
  result.symbols_ = {reinterpret_cast<const Symbol*>(take(header.symbol_count * sizeof(Symbol))), header.symbol_count};
  result.pairs_ = take(kLatinLetters * kLatinLetters * ((result.count_ + 1) / 2));
  result.unigrams_ = take(rows);
  result.backoff_ = take(rows);
  result.unseen_ = take(result.count_);
  result.entries_ = take(std::size_t{header.entry_count} * kLatinEntryBytes);
  result.tags_ = {reinterpret_cast<const char*>(section), header.tag_bytes};
  return result;
}

const LatinLanguages::Symbol* LatinLanguages::find(char32_t symbol) const {
  const auto at = std::lower_bound(symbols_.begin(), symbols_.end(), symbol,
                                   [](const Symbol& s, char32_t c) { return s.symbol < c; });
  return at != symbols_.end() && at->symbol == symbol ? &*at : nullptr;
}

void LatinLanguages::add_ascii(std::size_t before, std::size_t after, LanguageScores& sum) const {
  const std::uint8_t* const row = pairs_ + (before * kLatinLetters + after) * ((count_ + 1) / 2);
  for (std::size_t i = 0; i + 1 < count_; i += 2) {
    sum[i] -= kLatinPairStep * static_cast<float>(row[i / 2] & 15U);
    sum[i + 1] -= kLatinPairStep * static_cast<float>(row[i / 2] >> 4U);
  }
  if (count_ % 2 != 0) sum[count_ - 1] -= kLatinPairStep * static_cast<float>(row[count_ / 2] & 15U);
}

void LatinLanguages::add_into(char32_t before, char32_t after, LanguageScores& sum) const {
  LanguageScores cost;
  const Symbol* const symbol = find(after);
  const float rare = symbol == nullptr ? kUnknownSymbol : kLatinStep * static_cast<float>(symbol->rare);
  for (std::size_t i = 0; i < count_; ++i) cost[i] = rare + kLatinStep * static_cast<float>(unseen_[i]);
  const std::uint8_t* entry = symbol == nullptr ? nullptr : entries_ + symbol->first * kLatinEntryBytes;
  for (std::size_t n = symbol == nullptr ? 0U : symbol->seen; n > 0; --n, entry += kLatinEntryBytes) {
    cost[entry[0]] = kLatinStep * static_cast<float>(entry[1]);
  }
  if (before >= 0x80) {
    // What stands behind a character beyond ASCII is known for ASCII only.
    for (std::size_t i = 0; i < count_; ++i) sum[i] -= cost[i];
    return;
  }
  const std::size_t letter = letter_index(before);
  for (std::size_t i = 0; i < count_; ++i) {
    cost[i] += kLatinStep * static_cast<float>(backoff_[letter * count_ + i]);
  }
  for (std::size_t n = symbol == nullptr ? 0U : symbol->into; n > 0; --n, entry += kLatinEntryBytes) {
    if (entry[1] == letter) cost[entry[0]] = kLatinStep * static_cast<float>(entry[2]);
  }
  for (std::size_t i = 0; i < count_; ++i) sum[i] -= cost[i];
}

void LatinLanguages::add_out_of(char32_t before, std::size_t after, LanguageScores& sum) const {
  LanguageScores cost;
  for (std::size_t i = 0; i < count_; ++i) cost[i] = kLatinStep * static_cast<float>(unigrams_[after * count_ + i]);
  if (const Symbol* const symbol = find(before)) {
    const std::uint8_t* entry = entries_ + symbol->first * kLatinEntryBytes;
    for (std::size_t n = symbol->seen; n > 0; --n, entry += kLatinEntryBytes) {
      cost[entry[0]] += kLatinStep * static_cast<float>(entry[2]);
    }
    entry += symbol->into * kLatinEntryBytes;
    for (std::size_t n = symbol->out; n > 0; --n, entry += kLatinEntryBytes) {
      if (entry[1] == after) cost[entry[0]] = kLatinStep * static_cast<float>(entry[2]);
    }
  }
  for (std::size_t i = 0; i < count_; ++i) sum[i] -= cost[i];
}

LanguageScores LatinLanguages::score(std::span<const char32_t> word) const {
  LanguageScores sum{};
  char32_t before = kWordEnd;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    const char32_t c = i == word.size() ? kWordEnd : latin_symbol(word[i]);
    if (c >= 0x80)
      add_into(before, c, sum);
    else if (before >= 0x80)
      add_out_of(before, letter_index(c), sum);
    else
      add_ascii(letter_index(before), letter_index(c), sum);
    before = c;
  }
  return sum;
}

}  // namespace unbake::model
