// A format on any bytes: its fields are sorted, disjoint and in the content, every piece of their text has its place,
// and what replaces a piece by itself changes nothing. FORMAT is the name of the format; each has a program of its own.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "formats/format.hpp"
#include "formats/ignored_lines.hpp"
#include "formats/reading.hpp"

namespace {

using namespace unbake::formats;

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

void check_reading(std::string_view content, const Reading& reading, bool escaped) {
  const std::string_view text = reading.text();
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto place = reading.place(at, 1);
    if (!place) continue;
    require(place->offset >= done && place->offset + place->length <= content.size(), "places are in order");
    done = place->offset + place->length;
    const auto written = reading.write(at, 1, text.substr(at, 1), false);
    require(written.has_value(), "what keeps guarded characters can be written");
    if (!escaped) {
      require(content.substr(written->offset, written->length) == written->after, "the same is written the same");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  const Format& format = *find_format(FORMAT);
  auto found = format.find(content, {});
  if (const auto* malformed = std::get_if<Malformed>(&found)) {
    require(malformed->offset <= size, "what is malformed is in the content");
    require(!malformed->failure.what.empty(), "what is malformed is told");
    return 0;
  }
  auto& fields = std::get<Fields>(found);
  leave_alone(ignored_ranges(content), fields);
  std::size_t done = 0;
  for (const Field& field : fields.fields) {
    require(field.offset >= done && field.length <= size && field.offset <= size - field.length,
            "fields are sorted and disjoint");
    require(field.name < fields.names.size(), "names are known");
    done = field.offset + field.length;
  }
  check_reading(content, Reading(content, std::move(fields)), format.selects == Selects::kFields);
  return 0;
}
