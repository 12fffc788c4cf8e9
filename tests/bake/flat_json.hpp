// Reads the JSON of the case files: one object a line, strings for values.
#ifndef UNBAKE_TESTS_BAKE_FLAT_JSON_HPP_
#define UNBAKE_TESTS_BAKE_FLAT_JSON_HPP_

#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"

namespace unbake::tests {

using FlatObject = std::map<std::string, std::string>;

class FlatJson {
 public:
  explicit FlatJson(std::string_view line) : line_(line) {}

  FlatObject object() {
    FlatObject fields;
    expect('{');
    while (!accept('}')) {
      std::string key = string();
      expect(':');
      fields.emplace(std::move(key), string());
      accept(',');
    }
    return fields;
  }

 private:
  void skip_space() {
    while (at_ < line_.size() && line_[at_] == ' ') ++at_;
  }
  bool accept(char c) {
    skip_space();
    if (at_ == line_.size() || line_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!accept(c)) throw std::runtime_error("expected '" + std::string(1, c) + "' in " + std::string(line_));
  }
  char32_t hex4() {
    const char32_t value = static_cast<char32_t>(std::stoul(std::string(line_.substr(at_, 4)), nullptr, 16));
    at_ += 4;
    return value;
  }
  char32_t escaped() {
    const char c = line_.at(at_++);
    switch (c) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      case 'u':
        break;
      default:
        return static_cast<unsigned char>(c);
    }
    const char32_t high = hex4();
    if (high < 0xD800 || high > 0xDBFF) return high;
    at_ += 2;
    return 0x10000 + ((high - 0xD800) << 10) + (hex4() - 0xDC00);
  }
  std::string string() {
    expect('"');
    std::string value;
    while (line_.at(at_) != '"') {
      const char c = line_[at_++];
      if (c == '\\') {
        base::append_utf8(value, escaped());
      } else {
        value.push_back(c);
      }
    }
    ++at_;
    return value;
  }

  std::string_view line_;
  std::size_t at_ = 0;
};

/// All objects of a file of tests/cases.
inline std::vector<FlatObject> read_cases(const std::string& name) {
  const std::string path = std::string(UNBAKE_SOURCE_DIR) + "/tests/cases/" + name;
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<FlatObject> objects;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) objects.push_back(FlatJson(line).object());
  }
  return objects;
}

}  // namespace unbake::tests

#endif  // UNBAKE_TESTS_BAKE_FLAT_JSON_HPP_
