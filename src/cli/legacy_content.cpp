#include "cli/legacy_content.hpp"

#include <algorithm>
#include <cstddef>

#include "cli/display.hpp"
#include "unbake/decode.hpp"

namespace unbake::cli {
namespace {

constexpr int kDigits = 2;

std::string_view take_line(std::string_view& rest) {
  const std::size_t feed = rest.find('\n');
  const std::string_view line = rest.substr(0, feed == std::string_view::npos ? feed : feed + 1);
  rest.remove_prefix(line.size());
  return line;
}

}  // namespace

std::variant<Converted, io::Failure> converted(std::string_view bytes, const formats::Format& format,
                                               const Settings& settings) {
  const char* remedy = "It was left alone. Say what it is: unbake decode --from ENCODING FILE";
  DecodeHints hints;
  hints.html = format.name == "html";
  hints.repair = false;
  auto decoded = decode(bytes, hints);
  if (!decoded) return io::Failure{"cannot be converted: " + decoded.error().message, remedy};
  if (decoded->confidence < settings.options.min_confidence) {
    return io::Failure{"is in an encoding that is not certain: " + std::string(decoded->encoding) + ", confidence " +
                           decimal(decoded->confidence, kDigits),
                       remedy};
  }
  const auto unread = std::find_if(decoded->strays.begin(), decoded->strays.end(),
                                   [](const StrayBytes& stray) { return stray.encoding.empty(); });
  if (unread != decoded->strays.end()) {
    return io::Failure{"has bytes at offset " + std::to_string(unread->offset) + " that are no characters of " +
                           std::string(decoded->encoding),
                       remedy};
  }
  return Converted{std::move(decoded->text), std::string(decoded->encoding)};
}

std::vector<io::Replacement> line_replacements(std::string_view bytes, std::string_view text) {
  if (std::count(bytes.begin(), bytes.end(), '\n') != std::count(text.begin(), text.end(), '\n')) {
    return {{0, bytes.size(), std::string(text)}};
  }
  std::vector<io::Replacement> changed;
  for (std::string_view old = bytes; !old.empty() || !text.empty();) {
    const std::size_t offset = bytes.size() - old.size();
    const std::string_view before = take_line(old);
    const std::string_view after = take_line(text);
    if (before != after) changed.push_back({offset, before.size(), std::string(after)});
  }
  return changed;
}

}  // namespace unbake::cli
