#include "train/training_text.hpp"

#include <toml++/toml.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>

#include "base/utf8.hpp"
#include "model/model_format.hpp"
#include "model/ngram_key.hpp"

namespace unbake::train {
namespace {

void count_line(NgramCounts& counts, std::string_view line, double weight) {
  char32_t a = '\n';
  char32_t b = '\n';
  for (std::size_t i = 0; i < line.size();) {
    const base::CodePoint c = base::decode_utf8(line, i);
    i += c.length;
    const char32_t symbol = model::fold_symbol(c.value);
    counts.add(make_trigram(a, b, symbol), weight);
    a = b;
    b = symbol;
  }
  counts.add(make_trigram(a, b, '\n'), weight);
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// A number in [0, 1) that depends on the line and a salt alone: which lines get a variant.
double draw(std::string_view line, std::uint64_t salt) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(line.data());
  std::uint64_t h = model::fnv1a({bytes, line.size()}) ^ (salt * 0x9E3779B97F4A7C15ULL);
  h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDULL;
  return static_cast<double>(h >> 11) * 0x1.0p-53;
}

std::string upper_case(std::string_view line) {
  std::string out;
  icu::UnicodeString::fromUTF8({line.data(), static_cast<int32_t>(line.size())})
      .toUpper(icu::Locale::getRoot())
      .toUTF8String(out);
  return out;
}

std::string decompose(std::string_view line) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string out;
  nfd->normalize(icu::UnicodeString::fromUTF8({line.data(), static_cast<int32_t>(line.size())}), status)
      .toUTF8String(out);
  return out;
}

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte | 0x20U) - 'a' < 26U;
}

// The quotation marks that a language's typography uses, opening and closing.
struct Quotes {
  std::string_view open, close;
};

Quotes quotes_of(std::string_view language) {
  static constexpr std::string_view kLowHigh[] = {"de", "cs", "sk", "sl", "bg", "is", "lt", "hsb", "et", "ka"};
  static constexpr std::string_view kLowRight[] = {"pl", "ro", "hu", "hr", "sr", "sr-Latn", "bs", "nl"};
  static constexpr std::string_view kGuillemets[] = {"ru", "uk", "be", "fr", "es", "it", "pt", "el", "nb",
                                                     "nn", "hy", "ca", "fa", "kk", "ky", "tg", "tt", "mn"};
  static constexpr std::string_view kRightRight[] = {"sv", "fi"};
  const auto in = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), language) != std::end(list);
  };
  if (in(kLowHigh)) return {"\xE2\x80\x9E", "\xE2\x80\x9C"};
  if (in(kLowRight)) return {"\xE2\x80\x9E", "\xE2\x80\x9D"};
  if (in(kGuillemets)) return {"\xC2\xAB", "\xC2\xBB"};
  if (in(kRightRight)) return {"\xE2\x80\x9D", "\xE2\x80\x9D"};
  return {"\xE2\x80\x9C", "\xE2\x80\x9D"};
}

// The line as a typesetter would have it: curly apostrophes and quotes, dashes, an ellipsis.
std::string typeset(std::string_view line, std::string_view language, bool em_dash, bool single_quotes) {
  const Quotes outer = single_quotes ? Quotes{"\xE2\x80\x98", "\xE2\x80\x99"} : quotes_of(language);
  std::string out;
  bool open = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool letter_before = i > 0 && is_letter(line[i - 1]);
    const bool letter_after = i + 1 < line.size() && is_letter(line[i + 1]);
    if (c == '"') {
      out += open ? outer.close : outer.open;
      open = !open;
    } else if (c == '\'' && letter_before) {
      out += "\xE2\x80\x99";
    } else if (c == '\'' && letter_after) {
      out += "\xE2\x80\x98";
    } else if (line.substr(i, 3) == "...") {
      out += "\xE2\x80\xA6";
      i += 2;
    } else if (line.substr(i, 3) == " - " || line.substr(i, 4) == " -- ") {
      out += em_dash ? " \xE2\x80\x94 " : " \xE2\x80\x93 ";
      i += line.substr(i, 3) == " - " ? 2 : 3;
    } else {
      out += c;
    }
  }
  return out;
}

// Calls `use` for every line of `file` that has one.
template <typename Use>
void for_each_line(const std::filesystem::path& file, Use use) {
  std::ifstream in(file, std::ios::binary);
  std::string line;
  for (std::size_t number = 0; std::getline(in, line); ++number) {
    if (!line.empty()) use(line, number);
  }
}

class LanguageCounter {
 public:
  LanguageCounter(const TrainingPlan& plan, std::string language) : plan_(plan), language_(std::move(language)) {}

  void add(const std::string& line, double weight) {
    count(line, weight);
    if (draw(line, 1) < plan_.upper_case_share) count(upper_case(line), weight);
    if (draw(line, 2) < plan_.decomposed_share) count(decompose(line), weight);
    if (draw(line, 3) < plan_.typographic_share) {
      const std::string set = typeset(line, language_, draw(line, 4) < 0.6, draw(line, 5) < 0.2);
      if (set != line) count(set, weight);
    }
  }

  void pour_into(NgramCounts& pool) const {
    if (characters_ == 0) return;
    const double weight = weight_of_character(plan_, characters_);
    for (const Count& c : counts_.sorted()) pool.add(c.trigram, c.weight * weight);
  }

 private:
  void count(std::string_view line, double weight) {
    count_line(counts_, line, weight);
    characters_ += weight * static_cast<double>(count_characters(line));
  }

  const TrainingPlan& plan_;
  std::string language_;
  NgramCounts counts_;
  double characters_ = 0;
};

}  // namespace

double weight_of_character(const TrainingPlan& plan, double characters) {
  const double tempered = std::pow(characters, plan.temper) * std::pow(1e6, 1 - plan.temper);
  return std::min(plan.max_weight, tempered / characters);
}

double weight_of_source(const TrainingPlan& plan, const std::filesystem::path& file) {
  const auto source = std::find_if(plan.sources.begin(), plan.sources.end(),
                                   [&](const TrainingPlan::Source& s) { return s.name == file.stem(); });
  return source == plan.sources.end() ? 1.0 : source->weight;
}

std::vector<std::filesystem::path> sorted_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::is_directory(folder)) return files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

TrainingPlan read_plan(const std::filesystem::path& path) {
  const toml::table file = toml::parse_file(path.string());
  const auto number = [&](std::string_view key) { return file[key].value<double>().value(); };
  TrainingPlan plan{number("temper"),
                    number("max_weight"),
                    number("upper_case_share"),
                    number("decomposed_share"),
                    number("typographic_share"),
                    number("hard_weight"),
                    {},
                    {},
                    {}};
  for (const auto& [key, value] : *file["source_weights"].as_table()) {
    plan.sources.push_back({std::string(key.str()), value.value<double>().value()});
  }
  const auto tags = [&](std::string_view key) {
    std::vector<std::string> list;
    for (const auto& value : *file[key].as_array()) list.push_back(value.value<std::string>().value());
    return list;
  };
  plan.languages = tags("languages");
  plan.dialects = tags("dialects");
  return plan;
}

NgramCounts count_corpus(const std::filesystem::path& corpus, const TrainingPlan& plan) {
  NgramCounts pool;
  for (const std::string& language : plan.languages) {
    LanguageCounter counter(plan, language);
    const std::vector<std::filesystem::path> files = sorted_files(corpus / "train" / language);
    if (files.empty()) std::cerr << "no text for " << language << " in " << corpus << '\n';
    for (const std::filesystem::path& file : files) {
      const double weight = weight_of_source(plan, file);
      for_each_line(file, [&](const std::string& line, std::size_t) { counter.add(line, weight); });
    }
    counter.pour_into(pool);
  }
  for (const std::filesystem::path& file : sorted_files(corpus / "hard")) {
    for_each_line(file, [&](const std::string& line, std::size_t number) {
      if (number % 2 == 0) count_line(pool, line, plan.hard_weight);
    });
  }
  return pool;
}

}  // namespace unbake::train
