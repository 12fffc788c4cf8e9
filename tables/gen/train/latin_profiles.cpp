#include "train/latin_profiles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <span>
#include <vector>

#include "base/utf8.hpp"
#include "model/character_class.hpp"
#include "model/latin_format.hpp"
#include "model/latin_languages.hpp"
#include "model/model_format.hpp"

namespace unbake::train {
namespace {

using model::kLatinLetters;
using model::letter_index;

// Of each source no more is read: the rest would say the same again.
constexpr std::size_t kMostBytesOfSource = 1'000'000;
// Symbols that a profile needs.
constexpr double kLeastText = 10'000;
// A pair that was seen less often is left to backing off, and so is one about which that errs by less, in nats.
constexpr double kLeastCount = 4;
constexpr double kLeastError = 0.5;
// How much is left for what a language was never seen with: as if each symbol of its had been seen this often.
constexpr double kUnseenShare = 0.3;
constexpr double kLeastSymbols = 50;
// A symbol that is rarer in every language is not worth its place.
constexpr double kLeastShare = 2e-5;

// Counts of one language.
struct Profile {
  std::string tag;
  double total = 0;
  double letters = 0;
  double latin_letters = 0;
  std::map<char32_t, double> single;
  std::map<std::pair<char32_t, char32_t>, double> pairs;
  std::map<char32_t, double> after;   // how often a symbol has one behind it
  std::map<char32_t, double> others;  // and how many different ones

  void add(char32_t before, char32_t c) {
    single[c] += 1;
    total += 1;
    double& count = pairs[{before, c}];
    if (count == 0) others[before] += 1;
    count += 1;
    after[before] += 1;
  }
};

void count_letter(Profile& profile, char32_t c) {
  const model::CharacterClass k = model::character_class(c);
  const bool is_latin = model::is_ascii_letter(c) ||
                        (k >= model::CharacterClass::kLatin1Lower && k <= model::CharacterClass::kLatinOtherUpper);
  const bool is_other = k >= model::CharacterClass::kGreekLower && k <= model::CharacterClass::kHanExtension;
  profile.letters += is_latin || is_other ? 1 : 0;
  profile.latin_letters += is_latin ? 1 : 0;
}

void count_file(Profile& profile, const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string line;
  char32_t before = model::kWordEnd;
  for (std::size_t read = 0; read < kMostBytesOfSource && std::getline(in, line); read += line.size()) {
    line += '\n';
    for (std::size_t i = 0; i < line.size();) {
      const base::CodePoint c = base::decode_utf8(line, i);
      i += c.length;
      count_letter(profile, c.value);
      const char32_t symbol = model::latin_symbol(c.value);
      if (symbol == model::kWordEnd && before == model::kWordEnd) continue;
      profile.add(before, symbol);
      before = symbol;
    }
  }
}

// Witten and Bell, as in the pooled model: pairs back off to single symbols, those to what all languages have.
class Estimator {
 public:
  Estimator(const Profile& profile, const std::map<char32_t, double>& all) : profile_(profile), all_(all) {}

  [[nodiscard]] double unseen() const {
    const double share = kUnseenShare * std::max(static_cast<double>(profile_.single.size()), kLeastSymbols);
    return share / (profile_.total + share);
  }
  [[nodiscard]] double single(char32_t c) const {
    const auto in_all = all_.find(c);
    const double rest = unseen() * (in_all == all_.end() ? 0 : in_all->second);
    const auto seen = profile_.single.find(c);
    return rest + (seen == profile_.single.end() ? 0 : seen->second / profile_.total * (1 - unseen()));
  }
  [[nodiscard]] double backoff(char32_t before) const {
    const auto n = profile_.after.find(before);
    if (n == profile_.after.end()) return 1;
    const double others = profile_.others.at(before);
    return others / (n->second + others);
  }
  [[nodiscard]] double pair(char32_t before, char32_t c) const {
    const auto n = profile_.pairs.find({before, c});
    const double seen = n == profile_.pairs.end() ? 0 : n->second / profile_.after.at(before);
    return seen * (1 - backoff(before)) + backoff(before) * single(c);
  }

 private:
  const Profile& profile_;
  const std::map<char32_t, double>& all_;
};

std::uint8_t stored(double probability, float step, int most) {
  const double cost = probability <= 0 ? 1e9 : -std::log(probability);
  return static_cast<std::uint8_t>(std::min<double>(most, std::round(cost / static_cast<double>(step))));
}
std::uint8_t stored(double probability) { return stored(probability, model::kLatinStep, 255); }

char32_t letter(std::size_t index) { return index == 0 ? model::kWordEnd : U'a' + static_cast<char32_t>(index) - 1; }

void append(std::string& file, const void* data, std::size_t size) {
  file.append(static_cast<const char*>(data), size);
}

class FileMaker {
 public:
  explicit FileMaker(std::vector<Profile> profiles) : profiles_(std::move(profiles)) {
    for (const Profile& p : profiles_) {
      for (const auto& [c, n] : p.single) {
        all_[c] += n / p.total / static_cast<double>(profiles_.size());
        most_[c] = std::max(most_[c], n / p.total);
      }
    }
    for (const Profile& p : profiles_) estimators_.emplace_back(p, all_);
  }

  std::string make() {
    for (const auto& [c, share] : all_) {
      if (c >= 0x80 && most_.at(c) >= kLeastShare) add_symbol(c, share);
    }
    std::string body;
    append(body, symbols_.data(), symbols_.size() * sizeof(model::LatinSymbolRecord));
    body += pairs_of_ascii() + rows(&Estimator::single) + rows(&Estimator::backoff);
    for (const Estimator& e : estimators_) body += static_cast<char>(stored(e.unseen()));
    body += entries_;
    std::string tags;
    for (const Profile& p : profiles_) tags += (tags.empty() ? "" : " ") + p.tag;
    body += tags;

    model::LatinHeader header{};
    std::memcpy(header.magic, model::kLatinMagic, sizeof header.magic);
    header.version = model::kLatinVersion;
    header.language_count = static_cast<std::uint32_t>(profiles_.size());
    header.symbol_count = static_cast<std::uint32_t>(symbols_.size());
    header.entry_count = static_cast<std::uint32_t>(entries_.size() / model::kLatinEntryBytes);
    header.tag_bytes = static_cast<std::uint32_t>(tags.size());
    header.file_size = static_cast<std::uint32_t>(sizeof header + body.size());
    header.checksum = model::fnv1a({reinterpret_cast<const std::uint8_t*>(body.data()), body.size()});
    std::string file;
    append(file, &header, sizeof header);
    return file + body;
  }

 private:
  void add_entry(std::size_t a, std::size_t b, std::uint8_t c) {
    entries_ += {static_cast<char>(a), static_cast<char>(b), static_cast<char>(c)};
  }

  void add_symbol(char32_t c, double share) {
    model::LatinSymbolRecord record{};
    record.symbol = c;
    record.first = static_cast<std::uint32_t>(entries_.size() / model::kLatinEntryBytes);
    record.rare = stored(share);
    for (std::size_t i = 0; i < profiles_.size(); ++i) {
      if (profiles_[i].single.count(c) == 0) continue;
      add_entry(i, stored(estimators_[i].single(c)), stored(estimators_[i].backoff(c)));
      ++record.seen;
    }
    for_each_worth([&](std::size_t l) { return std::pair(letter(l), c); },
                   [&](std::size_t i, std::size_t l, double p) { add_entry(i, l, stored(p)), ++record.into; });
    for_each_worth([&](std::size_t l) { return std::pair(c, letter(l)); },
                   [&](std::size_t i, std::size_t l, double p) { add_entry(i, l, stored(p)), ++record.out; });
    symbols_.push_back(record);
  }

  // Pairs of one symbol and each letter whose probability backing off would get wrong.
  template <typename PairOf, typename Use>
  void for_each_worth(PairOf pair_of, Use use) const {
    for (std::size_t i = 0; i < profiles_.size(); ++i) {
      for (std::size_t l = 0; l < kLatinLetters; ++l) {
        const auto [b, c] = pair_of(l);
        const auto n = profiles_[i].pairs.find({b, c});
        if (n == profiles_[i].pairs.end() || n->second < kLeastCount) continue;
        const double p = estimators_[i].pair(b, c);
        const double otherwise = estimators_[i].backoff(b) * estimators_[i].single(c);
        if (std::abs(std::log(p / otherwise)) >= kLeastError) use(i, l, p);
      }
    }
  }

  [[nodiscard]] std::string pairs_of_ascii() const {
    std::string out;
    for (std::size_t b = 0; b < kLatinLetters; ++b) {
      for (std::size_t c = 0; c < kLatinLetters; ++c) {
        std::string row((profiles_.size() + 1) / 2, '\0');
        for (std::size_t i = 0; i < profiles_.size(); ++i) {
          const unsigned value = stored(estimators_[i].pair(letter(b), letter(c)), model::kLatinPairStep, 15);
          row[i / 2] = static_cast<char>(static_cast<unsigned char>(row[i / 2]) | value << (i % 2 * 4));
        }
        out += row;
      }
    }
    return out;
  }

  [[nodiscard]] std::string rows(double (Estimator::*value)(char32_t) const) const {
    std::string out;
    for (std::size_t l = 0; l < kLatinLetters; ++l) {
      for (const Estimator& e : estimators_) out += static_cast<char>(stored((e.*value)(letter(l))));
    }
    return out;
  }

  std::vector<Profile> profiles_;
  std::map<char32_t, double> all_;   // mean share over the languages
  std::map<char32_t, double> most_;  // largest share in one of them
  std::vector<Estimator> estimators_;
  std::vector<model::LatinSymbolRecord> symbols_;
  std::string entries_;
};

}  // namespace

std::string make_latin_file(const std::filesystem::path& corpus, const TrainingPlan& plan) {
  std::vector<Profile> profiles;
  for (const std::string& language : plan.languages) {
    if (std::find(plan.dialects.begin(), plan.dialects.end(), language) != plan.dialects.end()) continue;
    Profile profile;
    profile.tag = language;
    for (const std::filesystem::path& file : sorted_files(corpus / "train" / language)) count_file(profile, file);
    const bool is_latin = profile.latin_letters * 5 >= profile.letters * 3;
    if (is_latin && profile.total >= kLeastText) profiles.push_back(std::move(profile));
  }
  profiles.resize(std::min(profiles.size(), model::kMostLatinLanguages));
  return FileMaker(std::move(profiles)).make();
}

}  // namespace unbake::train
