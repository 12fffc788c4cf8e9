#include "io/json_lines.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/utf8.hpp"
#include "io/json_string.hpp"

namespace unbake::io {
namespace {

using simdjson::error_code;
namespace ondemand = simdjson::ondemand;

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

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
      return "the line is longer than 4 GB";
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

}  // namespace

struct JsonLineRewriter::Parser {
  ondemand::parser parser;
};

/// One pass over the whole of a line, which proves it JSON and finds the strings of the fields.
class JsonLineRewriter::Walk {
 public:
  /// A string value: the source between its quotation marks, as offsets into the line.
  struct Found {
    std::size_t field;
    std::size_t offset;
    std::size_t length;
  };

  Walk(const JsonLineRewriter& rewriter, std::string_view json)
      : keys_(rewriter.keys_),
        start_(json.data()),
        end_(without_trailing_blanks(json).data() + without_trailing_blanks(json).size()) {
    for (std::size_t field = 0; field < keys_.size(); ++field) matches_.push_back({field, 0});
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

  [[nodiscard]] const std::vector<Found>& found() const { return found_; }

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
      const auto key = JsonText::unescape(string_at(field.key().raw()));
      if (!key) return simdjson::STRING_ERROR;
      const std::size_t inner = matches_.size();
      for (std::size_t at = first; at < last; ++at) {
        const Match match = matches_[at];
        const auto& keys = keys_[match.field];
        if (match.keys < keys.size() && keys[match.keys] == key->text()) {
          matches_.push_back({match.field, match.keys + 1});
        }
      }
      if (auto error = this->value(field.value(), inner, matches_.size(), depth + 1)) return error;
      matches_.resize(inner);
    }
    return simdjson::SUCCESS;
  }

  error_code scalar(std::string_view token, std::size_t first, std::size_t last) {
    if (!token.starts_with('"')) return is_scalar(token) ? simdjson::SUCCESS : simdjson::NUMBER_ERROR;
    const std::string_view source = string_at(token.data() + 1);
    // Between a string and the next sign of the JSON there may be nothing but blanks.
    if (source.size() + 2 != token.size()) return simdjson::TAPE_ERROR;
    if (!JsonText::unescape(source)) return simdjson::STRING_ERROR;
    const auto end = matches_.begin() + static_cast<std::ptrdiff_t>(last);
    const auto match = std::find_if(matches_.begin() + static_cast<std::ptrdiff_t>(first), end,
                                    [this](const Match& m) { return m.keys == keys_[m.field].size(); });
    if (match != end) {
      found_.push_back({match->field, static_cast<std::size_t>(source.data() - start_), source.size()});
    }
    return simdjson::SUCCESS;
  }

  /// The source of a string, given what follows its opening quotation mark; the parser has seen the closing one.
  static std::string_view string_at(const char* source) {
    const char* end = source;
    while (*end != '"') end += *end == '\\' ? 2 : 1;
    return {source, static_cast<std::size_t>(end - source)};
  }

  const std::vector<std::vector<std::string>>& keys_;
  const char* start_;
  const char* end_;
  std::vector<Match> matches_;
  std::vector<Found> found_;
};

JsonLineRewriter::JsonLineRewriter(const std::vector<std::string>& fields)
    : fields_(fields), parser_(std::make_unique<Parser>()) {
  for (const std::string& field : fields_) keys_.push_back(split_field(field));
}

JsonLineRewriter::~JsonLineRewriter() = default;

JsonLineRewriter::Rewritten JsonLineRewriter::rewrite(std::string_view line, const Repair& repair) {
  const std::size_t mark = line.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const std::string_view json = line.substr(mark);
  if (json.find_first_not_of(kBlank) == std::string_view::npos) return {line, false, std::nullopt};

  padded_.reserve(json.size() + simdjson::SIMDJSON_PADDING);
  padded_.assign(json);
  const auto iterate = [this, &json] {
    return parser_->parser.iterate(simdjson::padded_string_view(padded_.data(), json.size(), padded_.capacity()));
  };
  auto parsed = iterate();
  if (parsed.error() == simdjson::UTF8_ERROR) {
    hide_invalid_utf8(padded_, json.size());
    parsed = iterate();
  }
  Walk walk(*this, {padded_.data(), json.size()});
  ondemand::document document;
  error_code error = std::move(parsed).get(document);
  if (!error) error = walk.document(document);
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();
  if (error) {
    return {line, false,
            Failure{std::string("is not valid JSON: ") + description(error),
                    "Mend the line; it was passed on as it is, and the others were processed."}};
  }

  rewritten_.clear();
  std::size_t copied = 0;  // bytes of the line that are in `rewritten_`, or whose replacement is
  bool changed = false;
  for (const Walk::Found& found : walk.found()) {
    const std::size_t start = mark + found.offset;
    const std::string_view source = line.substr(start, found.length);
    const auto text = JsonText::unescape(source);
    if (!text) continue;
    for (const Replacement& replacement : repair(fields_[found.field], text->text())) {
      const auto from = text->source_offset(replacement.offset);
      const auto to = text->source_offset(replacement.offset + replacement.length);
      if (!from || !to) continue;
      rewritten_.append(line, copied, start + *from - copied);
      append_json_escaped(rewritten_, replacement.after, json_style(source));
      copied = start + *to;
      changed = true;
    }
  }
  if (!changed) return {line, false, std::nullopt};
  rewritten_.append(line, copied);
  return {rewritten_, true, std::nullopt};
}

}  // namespace unbake::io
