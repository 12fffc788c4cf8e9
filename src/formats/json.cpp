#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "formats/finders.hpp"
#include "io/json_string.hpp"

namespace unbake::formats {
namespace {

using simdjson::error_code;
namespace ondemand = simdjson::ondemand;

/// The deepest nesting of arrays and objects that is read.
constexpr std::size_t kMaxJsonDepth = 1000;

/// A parser that has read no more than this keeps its memory for the next content.
constexpr std::size_t kKeptCapacity = std::size_t{1} << 20;

constexpr std::string_view kBlank = " \t\r\n";

std::vector<std::string> split_field(std::string_view field) {
  std::vector<std::string> keys(1);
  for (std::size_t at = 0; at < field.size(); ++at) {
    if (field[at] == '.') {
      keys.emplace_back();
      continue;
    }
    if (field[at] == '\\' && at + 1 < field.size() && (field[at + 1] == '.' || field[at + 1] == '\\')) ++at;
    keys.back().push_back(field[at]);
  }
  return keys;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Skips digits; false if there is none.
bool skip_digits(std::string_view& text) {
  const std::size_t count =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  text.remove_prefix(count);
  return count > 0;
}

/// By the grammar of JSON, however large: simdjson only takes what fits its types.
bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.size() > 1 && text[0] == '0' && is_digit(text[1])) return false;
  if (!skip_digits(text)) return false;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (!skip_digits(text)) return false;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    if (!skip_digits(text)) return false;
  }
  return text.empty();
}

bool is_scalar(std::string_view token) {
  return token == "null" || token == "true" || token == "false" || is_number(token);
}

std::string_view without_trailing_blanks(std::string_view text) {
  return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

const char* description(error_code error) {
  switch (error) {
    case simdjson::UNCLOSED_STRING:
      return "a string has no closing quotation mark";
    case simdjson::UNESCAPED_CHARS:
      return "a control character in a string is not escaped";
    case simdjson::STRING_ERROR:
      return "a string has a malformed escape";
    case simdjson::DEPTH_ERROR:
      return "arrays and objects are nested more than 1000 deep";
    case simdjson::CAPACITY:
      return "it is longer than 4 GB";
    case simdjson::NUMBER_ERROR:
      return "a value is neither string, number, true, false, null, array nor object";
    default:
      return "a comma, colon, bracket, brace, key or value is missing or superfluous";
  }
}

/// Puts a question mark in the place of every byte that is not UTF-8: such bytes are none of the JSON's own.
void hide_invalid_utf8(std::string& text, std::size_t size) {
  const std::string_view view(text.data(), size);
  std::size_t at = 0;
  while ((at += base::find_invalid_utf8(view.substr(at))) < size) text[at] = '?';
}

/// The wanted strings: all of them, or those that the keys lead to.
struct Wanted {
  std::vector<std::string> fields;
  std::vector<std::vector<std::string>> keys;  ///< Of each field.
};

/// One pass over the whole of a content, which proves it JSON and finds the wanted strings.
class Walk {
 public:
  /// What is found goes to `found`, with offsets from `start`.
  Walk(const Wanted& wanted, std::string_view json, const char* start, Fields& found)
      : wanted_(wanted),
        start_(start),
        end_(without_trailing_blanks(json).data() + without_trailing_blanks(json).size()),
        found_(found) {
    for (std::size_t field = 0; field < wanted.keys.size(); ++field) matches_.push_back({field, 0});
  }

  error_code document(ondemand::document& document) {
    ondemand::json_type type{};
    if (auto error = document.type().get(type)) return error;
    if (type == ondemand::json_type::array || type == ondemand::json_type::object) {
      ondemand::value root;
      if (auto error = document.get_value().get(root)) return error;
      if (auto error = value(root, 0, matches_.size(), 1)) return error;
      // Nothing may follow the document.
      return document.current_location().error() == simdjson::OUT_OF_BOUNDS ? simdjson::SUCCESS : simdjson::TAPE_ERROR;
    }
    std::string_view token;
    if (auto error = document.raw_json_token().get(token)) return error;
    token = without_trailing_blanks(token);
    if (token.data() + token.size() != end_) return simdjson::TAPE_ERROR;
    return scalar(token, 0, 0);
  }

 private:
  /// The first `keys` keys of a field lead to the value at hand.
  struct Match {
    std::size_t field;
    std::size_t keys;
  };

  /// `first` and `last` delimit the matches of this value in `matches_`.
  error_code value(ondemand::value value, std::size_t first, std::size_t last, std::size_t depth) {
    ondemand::json_type type{};
    if (auto error = value.type().get(type)) return error;
    if (type != ondemand::json_type::array && type != ondemand::json_type::object) {
      const std::string_view token = without_trailing_blanks(value.raw_json_token());
      // A string that is left to the parser to skip may be skipped as if it were a key, with the value behind it.
      if (type == ondemand::json_type::string) {
        if (auto error = value.get_raw_json_string().error()) return error;
      }
      return scalar(token, first, last);
    }
    if (depth > kMaxJsonDepth) return simdjson::DEPTH_ERROR;
    if (type == ondemand::json_type::object) return object(value, first, last, depth);
    ondemand::array array;
    if (auto error = value.get_array().get(array)) return error;
    for (auto element : array) {
      ondemand::value item;
      if (auto error = element.get(item)) return error;
      if (auto error = this->value(item, first, last, depth + 1)) return error;
    }
    return simdjson::SUCCESS;
  }

  error_code object(ondemand::value value, std::size_t first, std::size_t last, std::size_t depth) {
    ondemand::object object;
    if (auto error = value.get_object().get(object)) return error;
    for (auto entry : object) {
      ondemand::field field;
      if (auto error = std::move(entry).get(field)) return error;
      const auto key = io::JsonText::unescape(string_at(field.key().raw()));
      if (!key) return simdjson::STRING_ERROR;
      const std::size_t inner = matches_.size();
      const std::size_t outer_path = path_.size();
      enter(key->text());
      for (std::size_t at = first; at < last; ++at) {
        const Match match = matches_[at];
        const auto& keys = wanted_.keys[match.field];
        if (match.keys < keys.size() && keys[match.keys] == key->text()) {
          matches_.push_back({match.field, match.keys + 1});
        }
      }
      if (auto error = this->value(field.value(), inner, matches_.size(), depth + 1)) return error;
      matches_.resize(inner);
      path_.resize(outer_path);
    }
    return simdjson::SUCCESS;
  }

  error_code scalar(std::string_view token, std::size_t first, std::size_t last) {
    if (!token.starts_with('"')) return is_scalar(token) ? simdjson::SUCCESS : simdjson::NUMBER_ERROR;
    const std::string_view source = string_at(token.data() + 1);
    // Between a string and the next sign of the JSON there may be nothing but blanks.
    if (source.size() + 2 != token.size()) return simdjson::TAPE_ERROR;
    if (!io::JsonText::unescape(source)) return simdjson::STRING_ERROR;
    const auto name = wanted_name(first, last);
    if (name) {
      found_.fields.push_back({.offset = static_cast<std::size_t>(source.data() - start_),
                               .length = source.size(),
                               .name = *name,
                               .escaping = Escaping::kJson});
    }
    return simdjson::SUCCESS;
  }

  /// The source of a string, given what follows its opening quotation mark; the parser has seen the closing one.
  static std::string_view string_at(const char* source) {
    const char* end = source;
    while (*end != '"') end += *end == '\\' ? 2 : 1;
    return {source, static_cast<std::size_t>(end - source)};
  }

  /// Steps into the value of a key.
  void enter(std::string_view key) {
    if (!wanted_.fields.empty()) return;
    if (!path_.empty()) path_ += '.';
    for (const char c : key) {
      if (c == '.' || c == '\\') path_ += '\\';
      path_ += c;
    }
  }

  /// What the string at hand is called, if it is wanted.
  std::optional<std::uint32_t> wanted_name(std::size_t first, std::size_t last) {
    if (wanted_.fields.empty()) return name(path_);
    for (std::size_t at = first; at < last; ++at) {
      const Match& match = matches_[at];
      if (match.keys == wanted_.keys[match.field].size()) return name(wanted_.fields[match.field]);
    }
    return std::nullopt;
  }

  std::uint32_t name(const std::string& text) {
    if (text.empty()) return 0;
    const auto [entry, fresh] = numbers_.try_emplace(text, static_cast<std::uint32_t>(found_.names.size()));
    if (fresh) found_.names.push_back(text);
    return entry->second;
  }

  const Wanted& wanted_;
  const char* start_;
  const char* end_;
  Fields& found_;
  std::vector<Match> matches_;
  std::string path_;  ///< The keys to the value at hand, if all strings are wanted.
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// Where the first string begins that does not end, or in whose middle a control character stands; `json.size()` if
/// there is none.
std::size_t broken_string(std::string_view json) {
  for (std::size_t at = 0; (at = json.find('"', at)) < json.size();) {
    std::size_t end = at + 1;
    while (end < json.size() && json[end] != '"' && static_cast<unsigned char>(json[end]) >= 0x20) {
      end += json[end] == '\\' ? 2 : 1;
    }
    if (end >= json.size() || json[end] != '"') return at;
    at = end + 1;
  }
  return json.size();
}

/// Where in `json` the error is: as exactly as the parser knows.
std::size_t error_offset(error_code error, ondemand::document& document, std::string_view json) {
  if (error == simdjson::UNCLOSED_STRING || error == simdjson::UNESCAPED_CHARS) {
    return std::min(broken_string(json), json.size());
  }
  const char* location = nullptr;
  const bool known = document.current_location().get(location) == simdjson::SUCCESS && location >= json.data() &&
                     location < json.data() + json.size();
  return known ? static_cast<std::size_t>(location - json.data()) : without_trailing_blanks(json).size();
}

/// The parser and its working memory, which is kept from line to line.
class JsonReader {
 public:
  FoundFields read(std::string_view content, const Wanted& wanted) {
    const std::size_t mark = byte_order_mark(content);
    const std::string_view json = content.substr(mark);
    Fields found;
    if (json.find_first_not_of(kBlank) == std::string_view::npos) return found;
    padded_.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    padded_.assign(json);
    auto parsed = iterate(json.size());
    if (parsed.error() == simdjson::UTF8_ERROR) {
      hide_invalid_utf8(padded_, json.size());
      parsed = iterate(json.size());
    }
    const std::string_view copy(padded_.data(), json.size());
    ondemand::document document;
    error_code error = std::move(parsed).get(document);
    if (!error) {
      Walk walk(wanted, copy, copy.data() - mark, found);
      error = walk.document(document);
    }
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
    if (error) {
      return Malformed{mark + error_offset(error, document, copy),
                       {std::string("is not valid JSON: ") + description(error), ""}};
    }
    return found;
  }

  [[nodiscard]] bool is_large() const { return padded_.capacity() > kKeptCapacity; }

 private:
  simdjson::simdjson_result<ondemand::document> iterate(std::size_t size) {
    return parser_.iterate(simdjson::padded_string_view(padded_.data(), size, padded_.capacity()));
  }

  ondemand::parser parser_;
  std::string padded_;
};

}  // namespace

FoundFields find_json(std::string_view content, const Selection& selection) {
  thread_local std::unique_ptr<JsonReader> reader;
  if (!reader) reader = std::make_unique<JsonReader>();
  Wanted wanted{selection.fields, {}};
  for (const std::string& field : selection.fields) wanted.keys.push_back(split_field(field));
  FoundFields found = reader->read(content, wanted);
  if (reader->is_large()) reader.reset();
  return found;
}

}  // namespace unbake::formats
