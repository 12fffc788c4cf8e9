// Columns of any rows, in every layout: each row comes out as by itself. The lines of the input are the rows; a line
// that begins with NUL is a null. The last byte, as its distance from a line feed, is the row at which the column
// begins.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "c_api/arrow_arrays.hpp"
#include "unbake/unbake.hpp"

namespace {

using namespace unbake;

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

std::vector<tests::Row> rows_of_lines(std::string_view text) {
  std::vector<tests::Row> rows;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    rows.push_back(!line.empty() && line[0] == '\0' ? tests::Row() : tests::Row(std::string(line)));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
  }
  return rows;
}

void check_layout(const char* format, const std::vector<tests::Row>& rows, std::size_t offset,
                  const std::vector<tests::Row>& expected, std::int64_t changes) {
  ArrowSchema schema = tests::schema_of(format);
  ArrowArray column = tests::array_of(format, rows, static_cast<std::int64_t>(offset));
  ArrowArray repaired{};
  std::int64_t changed = -1;
  const unbake_status status = unbake_fix_arrow(nullptr, &schema, &column, &repaired, &changed, nullptr);
  require(status == (changes > 0 ? UNBAKE_REPAIRED : UNBAKE_UNCHANGED), "the status tells");
  require(changed == changes, "changes are counted");
  require(tests::rows_of(format, repaired) == expected, "rows come out as by themselves");
  repaired.release(&repaired);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::vector<tests::Row> rows = rows_of_lines({reinterpret_cast<const char*>(data), size - 1});
  const std::size_t offset = static_cast<std::uint8_t>(data[size - 1] - '\n') % (rows.size() + 1);
  std::vector<tests::Row> expected;
  std::int64_t changes = 0;
  for (std::size_t i = offset; i < rows.size(); ++i) {
    expected.push_back(rows[i]);
    if (!rows[i]) continue;
    const Fixed fixed = fix(*rows[i]);
    changes += fixed.changed() ? 1 : 0;
    expected.back() = std::string(fixed.text());
  }
  for (const char* format : {"u", "U", "vu"}) check_layout(format, rows, offset, expected, changes);
  return 0;
}
