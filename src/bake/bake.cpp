#include "bake/bake.hpp"

#include <array>
#include <optional>

#include "bake/decode_layer.hpp"
#include "base/utf8.hpp"

namespace unbake::baking {
namespace {

std::string hex(char32_t value, std::size_t digits) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  while (value != 0 || out.size() < digits) {
    out.insert(out.begin(), kDigits[value & 0xF]);
    value >>= 4;
  }
  return out;
}

// `line 3, column 7`, counted from 1, columns in characters.
std::string position(std::string_view text, std::size_t offset) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i < offset;) {
    const base::CodePoint c = base::decode_utf8(text, i);
    i += c.length;
    if (c.value == '\n') {
      ++line;
      column = 1;
    } else {
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

Error unencodable(std::string_view text, std::size_t offset, std::span<const Layer> path, std::size_t layer) {
  const char32_t c = base::decode_utf8(text, offset).value;
  const std::string where =
      position(text, offset) + (layer == 0 ? "" : " of the text that layer " + std::to_string(layer) + " makes");
  if (base::is_raw_byte(c)) {
    return {Error::Code::kUnencodable, "the byte " + hex(c - base::kRawByte, 2) + " at " + where +
                                           " is not UTF-8; convert the text to UTF-8 first"};
  }
  return {Error::Code::kUnencodable, "U+" + hex(c, 4) + " at " + where + " has no bytes in " +
                                         std::string(encoding::get(path[layer].from).name) + ", from which layer " +
                                         std::to_string(layer + 1) + " (" + to_string(path[layer]) +
                                         ") starts; take the character out, or name an encoding that has it"};
}

// Where baking stopped: the layer, and the offset in the text that it was given.
struct Stop {
  std::size_t layer;
  std::size_t offset;
};

// Bakes along all layers; `buffers.text` holds the answer, or the text of the layer that could not encode, unless that
// is the first layer.
std::optional<Stop> bake_layers(std::string_view text, std::span<const Layer> path, std::uint8_t decoder,
                                BakeBuffers& buffers) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    buffers.bytes.clear();
    const std::string_view given = i == 0 ? text : std::string_view(buffers.text);
    if (const auto offset = encode_layer(path[i].from, given, buffers.bytes)) return Stop{i, *offset};
    buffers.text.clear();
    decode_layer(path[i].read_as, decoder, buffers.bytes, buffers.text);
  }
  if (path.empty()) buffers.text = text;
  return std::nullopt;
}

void apply_profile_rules(ProfileId profile, BakeBuffers& buffers) {
  if (profile.rules == 0) return;
  buffers.bytes.clear();
  apply_rules(profile.rules, buffers.text, buffers.bytes);
  buffers.text.swap(buffers.bytes);
}

}  // namespace

Result<std::string> bake(std::string_view text, std::span<const Layer> path, ProfileId profile) {
  BakeBuffers buffers;
  if (const std::optional<Stop> stop = bake_layers(text, path, profile.decoder, buffers)) {
    return unencodable(stop->layer == 0 ? text : std::string_view(buffers.text), stop->offset, path, stop->layer);
  }
  apply_profile_rules(profile, buffers);
  return std::move(buffers.text);
}

bool bake_into(std::string_view text, std::span<const Layer> path, ProfileId profile, BakeBuffers& buffers) {
  if (bake_layers(text, path, profile.decoder, buffers)) return false;
  apply_profile_rules(profile, buffers);
  return true;
}

}  // namespace unbake::baking
