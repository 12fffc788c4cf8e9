#include "encoding_model.hpp"

#include <toml++/toml.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "johab_model.hpp"

namespace unbake::gen {
namespace {

[[noreturn]] void fail(const std::string& encoding, const std::string& what) {
  throw std::runtime_error("encodings.toml: " + encoding + ": " + what);
}

bool is_private_use(const Characters& text) { return text.size() == 1 && text[0] >= 0xE000 && text[0] <= 0xF8FF; }

// One converter of ICU that stops at the first error.
class Converter {
 public:
  Converter(const std::string& encoding, const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(name.c_str(), &status));
    if (U_FAILURE(status)) fail(encoding, "ICU has no converter " + name);
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) fail(encoding, "ICU: cannot set the callback");
  }

  // The characters of `bytes`, or nothing if they are not one whole unit with a meaning.
  Characters decode(const Bytes& bytes) {
    ucnv_reset(converter_.get());
    UErrorCode status = U_ZERO_ERROR;
    UChar buffer[8];
    const int32_t length =
        ucnv_toUChars(converter_.get(), buffer, 8, bytes.data(), static_cast<int32_t>(bytes.size()), &status);
    if (U_FAILURE(status)) return {};
    Characters text;
    for (int32_t i = 0; i < length;) {
      UChar32 c;
      U16_NEXT(buffer, i, length, c);
      text += static_cast<char32_t>(c);
    }
    return text;
  }

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> converter_;
};

Bytes bytes_of(unsigned value, int length) {
  Bytes bytes;
  for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
  return bytes;
}

bool is_lead_only(const std::map<Bytes, Characters>& table, unsigned lead) {
  return !table.contains(bytes_of(lead, 1));
}

// Every unit of a converter whose lead bytes are 80 and above: one byte, two bytes, three bytes
// after 8F.
std::map<Bytes, Characters> table_of(const std::string& encoding, const std::string& family,
                                     const std::string& converter_name) {
  Converter converter(encoding, converter_name);
  std::map<Bytes, Characters> table;
  const auto add = [&](const Bytes& bytes) {
    Characters text = converter.decode(bytes);
    if (!text.empty() && text != U"\uFFFD") table[bytes] = std::move(text);
  };
  for (unsigned byte = 0x80; byte <= 0xFF; ++byte) add(bytes_of(byte, 1));
  if (family == "single-byte") return table;
  for (unsigned lead = 0x80; lead <= 0xFF; ++lead) {
    if (!is_lead_only(table, lead)) continue;
    for (unsigned trail = 0x30; trail <= 0xFF; ++trail) add(bytes_of(lead << 8 | trail, 2));
    if (family != "euc-jp" || lead != 0x8F) continue;
    for (unsigned row = 0xA1; row <= 0xFE; ++row)
      for (unsigned cell = 0xA1; cell <= 0xFE; ++cell) add(bytes_of(lead << 16 | row << 8 | cell, 3));
  }
  return table;
}

unsigned hex(const std::string& encoding, std::string_view digits) {
  std::size_t used = 0;
  unsigned value = 0;
  try {
    value = static_cast<unsigned>(std::stoul(std::string(digits), &used, 16));
  } catch (const std::exception&) {
    used = 0;
  }
  if (used == 0 || used != digits.size()) fail(encoding, "not hexadecimal: " + std::string(digits));
  return value;
}

// "80-8D=- A145=2022 8862=00CA+0304": the bytes and their characters, none for a hole.
std::vector<std::pair<Bytes, Characters>> parse_map(const std::string& encoding, const std::string& map) {
  std::vector<std::pair<Bytes, Characters>> result;
  std::istringstream tokens(map);
  for (std::string token; tokens >> token;) {
    const std::size_t equals = token.find('=');
    if (equals == std::string::npos) fail(encoding, "no = in " + token);
    const std::string left = token.substr(0, equals);
    const std::string right = token.substr(equals + 1);
    const std::size_t dash = left.find('-');
    const std::string first = left.substr(0, dash);
    const unsigned from = hex(encoding, first);
    const unsigned to = dash == std::string::npos ? from : hex(encoding, left.substr(dash + 1));
    Characters characters;
    std::istringstream parts(right);
    if (right != "-")
      for (std::string part; std::getline(parts, part, '+');) characters += static_cast<char32_t>(hex(encoding, part));
    for (unsigned value = from; value <= to; ++value)
      result.emplace_back(bytes_of(value, static_cast<int>(first.size() / 2)), characters);
  }
  return result;
}

std::map<Bytes, Characters> spelled_table(const std::string& encoding, const toml::array& rows) {
  std::map<Bytes, Characters> table;
  unsigned byte = 0x80;
  for (const auto& row : rows) {
    std::istringstream cells(row.value_or<std::string>(""));
    for (std::string cell; cells >> cell; ++byte)
      if (cell != "----") table[bytes_of(byte, 1)] = Characters(1, static_cast<char32_t>(hex(encoding, cell)));
  }
  if (byte != 0x100) fail(encoding, "a table has 128 entries");
  return table;
}

// windows-1252 -> kWindows1252, shift_jis -> kShiftJis, iso-8859-8-i -> kIso88598I
std::string enumerator_of(const std::string& name) {
  std::string result = "k";
  bool upper = true;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) == 0) {
      upper = true;
      continue;
    }
    result += static_cast<char>(upper ? std::toupper(byte) : byte);
    upper = false;
  }
  return result;
}

std::map<Bytes, Characters> base_table(const toml::table& block, const Model& model, const Models& models) {
  const auto icu = block["icu"].value<std::string>();
  const auto same_as = block["same_as"].value<std::string>();
  if (const toml::array* rows = block["table"].as_array()) return spelled_table(model.name, *rows);
  if (same_as) return models.get(*same_as).decode;
  if (!icu) return {};
  std::map<Bytes, Characters> table = table_of(model.name, model.family, *icu);
  if (block["drop_private_use"].value_or(false))
    std::erase_if(table, [](const auto& unit) { return is_private_use(unit.second); });
  return table;
}

template <typename Each>
void for_each_map(const toml::table& block, std::string_view key, const std::string& encoding, Each each) {
  const toml::array* entries = block[key].as_array();
  if (entries == nullptr) return;
  for (const auto& entry : *entries) {
    const auto map = entry.as_table() == nullptr ? std::nullopt : (*entry.as_table())["map"].value<std::string>();
    if (!map) fail(encoding, std::string(key) + " needs a map");
    for (const auto& [bytes, characters] : parse_map(encoding, *map)) each(bytes, characters);
  }
}

// Single-byte decoders of browsers, MySQL and ICU show a C1 control for a hole below A0.
void add_c1_controls(Model& model) {
  for (char32_t byte = 0x80; byte < 0xA0; ++byte)
    if (!model.decode.contains(bytes_of(byte, 1))) model.also.emplace_back(bytes_of(byte, 1), byte);
}

void add_also(const toml::table& block, Model& model) {
  if (model.family == "single-byte") add_c1_controls(model);
  for_each_map(block, "also", model.name, [&](const Bytes& bytes, const Characters& characters) {
    if (characters.size() != 1) fail(model.name, "also takes one character");
    model.also.emplace_back(bytes, characters[0]);
  });
  if (const toml::array* converters = block["also_icu"].as_array())
    for (const auto& entry : *converters)
      for (const auto& [bytes, characters] :
           table_of(model.name, model.family, (*entry.as_table())["name"].value_or<std::string>("")))
        if (characters.size() == 1) model.also.emplace_back(bytes, characters[0]);
  // What the table says anyway is no addition.
  std::set<std::pair<Bytes, char32_t>> seen;
  std::erase_if(model.also, [&](const std::pair<Bytes, char32_t>& addition) {
    const auto unit = model.decode.find(addition.first);
    const bool known = unit != model.decode.end() && unit->second == Characters(1, addition.second);
    return known || addition.second < 0x80 || !seen.insert(addition).second;
  });
}

// The four-byte units of the BMP: ICU numbers them 81308130 upwards.
std::map<unsigned, char32_t> four_byte_units() {
  Converter converter("gb18030", "gb18030");
  std::map<unsigned, char32_t> units;
  for (unsigned pointer = 0; pointer < 39420; ++pointer) {
    Bytes bytes;
    bytes += static_cast<char>(0x81 + pointer / 12600);
    bytes += static_cast<char>(0x30 + pointer / 1260 % 10);
    bytes += static_cast<char>(0x81 + pointer / 10 % 126);
    bytes += static_cast<char>(0x30 + pointer % 10);
    const Characters text = converter.decode(bytes);
    if (text.size() != 1) fail("gb18030", "a four-byte unit of the BMP without a character");
    units[pointer] = text[0];
  }
  return units;
}

Model read_block(const toml::table& block, const Models& models, int& readers) {
  Model model;
  model.name = block["name"].value_or<std::string>("");
  model.enumerator = enumerator_of(model.name);
  model.family = block["family"].value_or<std::string>("");
  model.variant = block["variant"].value_or<std::string>("");
  if (model.name.empty() || model.family.empty()) fail(model.name, "a block needs name and family");
  if (const toml::array* aliases = block["aliases"].as_array())
    for (const auto& alias : *aliases) model.aliases.push_back(alias.value_or<std::string>(""));
  model.decode = base_table(block, model, models);
  if (const auto same_as = block["same_as"].value<std::string>()) model.encode_only = models.get(*same_as).encode_only;
  if (model.family == "johab") model.decode = johab_units(models.get("euc-kr").decode);
  for_each_map(block, "set", model.name, [&](const Bytes& bytes, const Characters& characters) {
    if (characters.empty()) {
      if (model.decode.erase(bytes) == 0) fail(model.name, "set makes a hole where one is");
    } else {
      model.decode[bytes] = characters;
    }
  });
  for_each_map(block, "encode_only", model.name,
               [&](const Bytes& bytes, const Characters& characters) { model.encode_only[characters.at(0)] = bytes; });
  if (block["reader"].value_or(false)) {
    model.reader_bit = readers++;
    add_also(block, model);
  }
  return model;
}

void check_labels(const Models& models) {
  std::set<std::string> seen;
  for (const Model& model : models.all) {
    if (!seen.insert(model.name).second) fail(model.name, "a label is taken: " + model.name);
    for (const std::string& alias : model.aliases)
      if (!seen.insert(alias).second) fail(model.name, "a label is taken: " + alias);
  }
}

}  // namespace

const Model& Models::get(const std::string& name) const {
  for (const Model& model : all)
    if (model.name == name) return model;
  fail(name, "no such encoding above");
}

Models load_models(const std::string& path) {
  const toml::table file = toml::parse_file(path);
  const toml::array* blocks = file["encoding"].as_array();
  if (blocks == nullptr) fail(path, "no blocks");
  Models models;
  int readers = 0;
  for (const auto& block : *blocks) models.all.push_back(read_block(*block.as_table(), models, readers));
  if (readers > 64) fail(path, "more than 64 readers do not fit a ReaderSet");
  check_labels(models);
  models.four_byte = four_byte_units();
  return models;
}

}  // namespace unbake::gen
