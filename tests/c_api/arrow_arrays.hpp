// Arrow arrays of text, made by hand, that count their releases.
#ifndef UNBAKE_TESTS_C_API_ARROW_ARRAYS_HPP_
#define UNBAKE_TESTS_C_API_ARROW_ARRAYS_HPP_

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "unbake/arrow.h"

namespace unbake::tests {

using Row = std::optional<std::string>;

inline int releases = 0;

/// What a made array points to.
struct Made {
  std::vector<unsigned char> validity;
  std::vector<std::int32_t> offsets32;
  std::vector<std::int64_t> offsets64;
  std::vector<unsigned char> views;
  std::string text;
  std::vector<std::int64_t> sizes;
  std::vector<const void*> buffers;
  std::vector<std::int32_t> indices;
  ArrowArray dictionary{};
};

inline void release_made(ArrowArray* array) {
  auto* const made = static_cast<Made*>(array->private_data);
  if (made->dictionary.release != nullptr) made->dictionary.release(&made->dictionary);
  delete made;
  array->release = nullptr;
  ++releases;
}

inline ArrowSchema schema_of(const char* format, ArrowSchema* dictionary = nullptr) {
  ArrowSchema schema{};
  schema.format = format;
  schema.dictionary = dictionary;
  schema.release = [](ArrowSchema* s) { s->release = nullptr; };
  return schema;
}

inline void add_view(Made& made, const std::string& text) {
  const auto size = static_cast<std::int32_t>(text.size());
  unsigned char view[16] = {};
  std::memcpy(view, &size, 4);
  if (size <= 12) {
    std::memcpy(view + 4, text.data(), text.size());
  } else {
    const auto offset = static_cast<std::int32_t>(made.text.size());
    std::memcpy(view + 4, text.data(), 4);
    std::memcpy(view + 12, &offset, 4);
    made.text += text;
  }
  made.views.insert(made.views.end(), view, view + 16);
}

/// A column in the layout of `format`, of the rows from `offset` on.
inline ArrowArray array_of(const std::string& format, const std::vector<Row>& rows, std::int64_t offset = 0) {
  auto made = std::make_unique<Made>();
  ArrowArray array{};
  made->validity.resize(rows.size() / 8 + 1);
  made->offsets32 = {0};
  made->offsets64 = {0};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i]) made->validity[i / 8] = static_cast<unsigned char>(made->validity[i / 8] | 1U << (i % 8));
    const std::string text = rows[i].value_or("");
    if (format == "vu") {
      add_view(*made, text);
    } else {
      made->text += text;
    }
    made->offsets32.push_back(static_cast<std::int32_t>(made->text.size()));
    made->offsets64.push_back(static_cast<std::int64_t>(made->text.size()));
  }
  made->sizes = {static_cast<std::int64_t>(made->text.size())};
  if (format == "u") made->buffers = {made->validity.data(), made->offsets32.data(), made->text.data()};
  if (format == "U") made->buffers = {made->validity.data(), made->offsets64.data(), made->text.data()};
  if (format == "vu")
    made->buffers = {made->validity.data(), made->views.data(), made->text.data(), made->sizes.data()};
  array.length = static_cast<std::int64_t>(rows.size()) - offset;
  array.null_count = -1;
  array.offset = offset;
  array.n_buffers = static_cast<std::int64_t>(made->buffers.size());
  array.buffers = made->buffers.data();
  array.release = &release_made;
  array.private_data = made.release();
  return array;
}

/// A dictionary of `values`, one row for each index.
inline ArrowArray dictionary_of(const std::string& format, const std::vector<Row>& values,
                                std::vector<std::int32_t> indices) {
  auto made = std::make_unique<Made>();
  ArrowArray array{};
  made->dictionary = array_of(format, values);
  made->indices = std::move(indices);
  made->buffers = {nullptr, made->indices.data()};
  array.length = static_cast<std::int64_t>(made->indices.size());
  array.n_buffers = 2;
  array.buffers = made->buffers.data();
  array.dictionary = &made->dictionary;
  array.release = &release_made;
  array.private_data = made.release();
  return array;
}

inline std::string view_text(const ArrowArray& array, std::int64_t at) {
  const auto* const view = static_cast<const unsigned char*>(array.buffers[1]) + at * 16;
  std::int32_t fields[4];
  std::memcpy(fields, view, 16);
  const auto size = static_cast<std::size_t>(fields[0]);
  if (fields[0] <= 12) return {reinterpret_cast<const char*>(view + 4), size};
  const std::string text(static_cast<const char*>(array.buffers[2 + fields[2]]) + fields[3], size);
  return text.compare(0, 4, reinterpret_cast<const char*>(view + 4), 4) == 0 ? text : "wrong prefix";
}

/// The rows of a column of text.
inline std::vector<Row> rows_of(const std::string& format, const ArrowArray& array) {
  std::vector<Row> rows;
  const auto* const validity = static_cast<const unsigned char*>(array.buffers[0]);
  for (std::int64_t at = array.offset; at < array.offset + array.length; ++at) {
    if (validity != nullptr && (validity[at / 8] >> (at % 8) & 1) == 0) {
      rows.emplace_back();
      continue;
    }
    if (format == "vu") {
      rows.emplace_back(view_text(array, at));
      continue;
    }
    const auto begin_and_end = [&](auto* offsets) {
      return std::pair<std::int64_t, std::int64_t>(offsets[at], offsets[at + 1]);
    };
    const auto [begin, end] = format == "u" ? begin_and_end(static_cast<const std::int32_t*>(array.buffers[1]))
                                            : begin_and_end(static_cast<const std::int64_t*>(array.buffers[1]));
    rows.emplace_back(
        std::string(static_cast<const char*>(array.buffers[2]) + begin, static_cast<std::size_t>(end - begin)));
  }
  return rows;
}

}  // namespace unbake::tests

#endif  // UNBAKE_TESTS_C_API_ARROW_ARRAYS_HPP_
