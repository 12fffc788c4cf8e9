// A repair that anyone can foresee: every "old" in a field becomes another word.
#ifndef UNBAKE_TESTS_FORMATS_RENEW_HPP_
#define UNBAKE_TESTS_FORMATS_RENEW_HPP_

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "formats/format.hpp"
#include "formats/ignored_lines.hpp"
#include "formats/reading.hpp"

namespace unbake::formats::tests {

/// The content with every `old` of its fields replaced where the format lets it; nothing of what is malformed.
inline std::variant<std::string, Malformed> renew(std::string_view format, std::string_view content,
                                                  const Selection& selection = {}, std::string_view old = "old",
                                                  std::string_view fresh = "NEW") {
  auto found = find_format(format)->find(content, selection);
  if (auto* malformed = std::get_if<Malformed>(&found)) return std::move(*malformed);
  auto& fields = std::get<Fields>(found);
  leave_alone(ignored_ranges(content), fields);
  const Reading reading(content, std::move(fields));
  std::string result;
  std::size_t copied = 0;
  for (std::size_t at = 0; (at = reading.text().find(old, at)) != std::string_view::npos; at += old.size()) {
    const auto written = reading.write(at, old.size(), fresh, false);
    if (!written) continue;
    result.append(content, copied, written->offset - copied).append(written->after);
    copied = written->offset + written->length;
  }
  return result.append(content, copied);
}

}  // namespace unbake::formats::tests

#endif  // UNBAKE_TESTS_FORMATS_RENEW_HPP_
