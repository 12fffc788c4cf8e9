// Reading and writing of spelled characters, on any bytes.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "notation/view.hpp"

namespace {

using namespace unbake::notation;

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

// What a stretch of the view reads as is written again as it stands in the text.
void check(const View& view, std::string_view text, Stretch stretch) {
  const Stretch whole = view.whole_atoms(stretch);
  require(whole.begin <= stretch.begin && whole.end >= stretch.end, "whole atoms are no less");
  const Stretch source = view.source(whole);
  require(source.begin < source.end && source.end <= text.size(), "stretches come from the text");
  const Stretch again = view.view_of(source);
  require(again.begin == whole.begin && again.end == whole.end, "the way back is the way");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const View view = View::of(text, kAllNotations, View::Lines::kAll);
  for (const std::size_t length : {1U, 2U, 5U}) {
    for (std::size_t i = 0; i + length <= view.text().size(); i += length) check(view, text, {i, i + length});
  }
  const View some = View::of(text, kAllNotations, View::Lines::kWithSpelled);
  require(some.text().size() <= view.text().size(), "lines with spelled characters are some of all");
  return 0;
}
