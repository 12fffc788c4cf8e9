#include "bake/path.hpp"

#include <optional>

#include "bake/closest_name.hpp"

namespace unbake::baking {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";
constexpr std::size_t kQuotedLength = 60;

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kWhiteSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kWhiteSpace) - first + 1);
}

std::string quoted(std::string_view text) {
  std::string out(1, '\'');
  out += text.substr(0, kQuotedLength);
  out += text.size() > kQuotedLength ? "...'" : "'";
  return out;
}

Error bad_path(std::string what) { return {Error::Code::kBadPath, std::move(what)}; }

Error unknown_encoding(std::string_view label) {
  ClosestName closest(label);
  for (const encoding::Encoding& e : encoding::all_encodings()) {
    closest.offer(e.name);
    for (const std::string_view alias : e.aliases) closest.offer(alias);
  }
  return {Error::Code::kUnknownEncoding,
          "unknown encoding " + quoted(label) + closest.suggestion() + "; 'unbake list encodings' names them all"};
}

Result<Layer> parse_layer(std::string_view spelled, std::size_t number) {
  const std::string where = "layer " + std::to_string(number) + ", " + quoted(spelled) + ", ";
  const std::size_t sign = spelled.find('>');
  if (spelled.empty()) return bad_path("layer " + std::to_string(number) + " is empty; write ENCODING>READ_AS");
  if (sign == std::string_view::npos) {
    return bad_path(where + "lacks its '>'; write ENCODING>READ_AS, for example utf-8>gbk");
  }
  if (spelled.find('>', sign + 1) != std::string_view::npos) {
    return bad_path(where + "has two '>'; separate layers by '|', for example utf-8>gbk | utf-8>windows-1252");
  }
  const std::string_view from = trim(spelled.substr(0, sign));
  const std::string_view read_as = trim(spelled.substr(sign + 1));
  if (from.empty() || read_as.empty()) return bad_path(where + "lacks an encoding beside its '>'");
  const std::optional<encoding::EncodingId> from_id = encoding::find(from);
  if (!from_id) return unknown_encoding(from);
  const std::optional<encoding::EncodingId> read_as_id = encoding::find(read_as);
  if (!read_as_id) return unknown_encoding(read_as);
  return Layer{*from_id, *read_as_id};
}

}  // namespace

Result<Path> parse_path(std::string_view spelled) {
  if (trim(spelled).empty()) return bad_path("the path is empty; write ENCODING>READ_AS, for example utf-8>gbk");
  Path path;
  for (std::size_t begin = 0; begin <= spelled.size();) {
    if (path.size() == kMaxLayers) {
      return bad_path("the path has more than " + std::to_string(kMaxLayers) + " layers; that is the most");
    }
    const std::size_t end = std::min(spelled.find('|', begin), spelled.size());
    Result<Layer> layer = parse_layer(trim(spelled.substr(begin, end - begin)), path.size() + 1);
    if (!layer) return layer.error();
    path.push_back(*layer);
    begin = end + 1;
  }
  return path;
}

std::string to_string(Layer layer) {
  std::string spelled(encoding::get(layer.from).name);
  spelled += '>';
  spelled += encoding::get(layer.read_as).name;
  return spelled;
}

std::string to_string(const Path& path) {
  std::string spelled;
  for (const Layer& layer : path) {
    if (!spelled.empty()) spelled += " | ";
    spelled += to_string(layer);
  }
  return spelled;
}

}  // namespace unbake::baking
