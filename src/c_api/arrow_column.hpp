// A column of text that was taken over, and the repaired one that keeps it alive.
#ifndef UNBAKE_C_API_ARROW_COLUMN_HPP_
#define UNBAKE_C_API_ARROW_COLUMN_HPP_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "unbake/arrow.h"
#include "unbake/unbake.hpp"

namespace unbake::c_api {

/// An array that was taken over; released with its last user.
struct TakenArray {
  TakenArray() = default;
  TakenArray(const TakenArray&) = delete;
  TakenArray& operator=(const TakenArray&) = delete;
  ~TakenArray() {
    if (array.release != nullptr) array.release(&array);
  }
  ArrowArray array{};
};

/// What a repaired array is made of. Its `buffers` point into the others and into the array it was made from.
struct RepairedArray {
  RepairedArray() = default;
  RepairedArray(const RepairedArray&) = delete;
  RepairedArray& operator=(const RepairedArray&) = delete;
  ~RepairedArray() {
    if (dictionary.release != nullptr) dictionary.release(&dictionary);
  }
  std::shared_ptr<TakenArray> source;
  std::vector<const void*> buffers;
  std::vector<std::int32_t> offsets32;
  std::vector<std::int64_t> offsets64;
  std::vector<unsigned char> views;
  std::vector<std::string> texts;
  std::vector<std::int64_t> text_sizes;
  ArrowArray dictionary{};
  std::int64_t length = 0;
  std::int64_t null_count = 0;
  std::int64_t offset = 0;
};

/// Makes `out` an array of what `parts` holds, which it owns.
void export_array(std::unique_ptr<RepairedArray> parts, ArrowArray& out);

/// How the text of a column lies in memory.
enum class TextLayout { kOffsets32, kOffsets64, kViews };

/// Nothing, if a schema holds no text in one of the layouts.
[[nodiscard]] const TextLayout* text_layout(const ArrowSchema& schema);

/// What is wrong with a column, in words; null if nothing is as far as can be seen.
[[nodiscard]] const char* check_column(const ArrowArray& column, TextLayout layout);

/// The column with its rows repaired, but for its `source`; null if no row needs it. `changed` counts those that do.
/// Throws `std::length_error` if the repaired text is too long for the layout.
[[nodiscard]] std::unique_ptr<RepairedArray> repair_column(const ArrowArray& column, TextLayout layout,
                                                           const Options& options, std::int64_t& changed);

}  // namespace unbake::c_api

#endif  // UNBAKE_C_API_ARROW_COLUMN_HPP_
