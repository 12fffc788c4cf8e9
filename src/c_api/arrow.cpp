#include "unbake/arrow.h"

#include <stdexcept>
#include <string>
#include <utility>

#include "c_api/arrow_column.hpp"
#include "c_api/barrier.hpp"
#include "c_api/handles.hpp"

namespace unbake::c_api {
namespace {

// The schema of the text: that of the values, if there is a dictionary.
const ArrowSchema& schema_of_text(const ArrowSchema& schema) {
  return schema.dictionary == nullptr ? schema : *schema.dictionary;
}

unbake_status check_schema(const ArrowSchema* schema, unbake_string* message) {
  if (schema == nullptr || schema->release == nullptr) {
    return fail(UNBAKE_BAD_ARGUMENT, "The schema is NULL, or was released.", message);
  }
  const ArrowSchema& text = schema_of_text(*schema);
  if (text_layout(text) != nullptr && text.dictionary == nullptr) return UNBAKE_UNCHANGED;
  const std::string format = text.format == nullptr ? "" : text.format;
  return fail(UNBAKE_BAD_ARROW,
              "A column of the Arrow type '" + format +
                  "' holds no text: string, large_string, string_view, or a dictionary of them is wanted.",
              message);
}

// The column that shares what it can with `source`, whose text is repaired.
std::unique_ptr<RepairedArray> with_dictionary(const ArrowArray& column, std::unique_ptr<RepairedArray> values) {
  auto out = std::make_unique<RepairedArray>();
  out->length = column.length;
  out->null_count = column.null_count;
  out->offset = column.offset;
  out->buffers.assign(column.buffers, column.buffers + column.n_buffers);
  export_array(std::move(values), out->dictionary);
  return out;
}

unbake_status fix_column(const Options& options, const ArrowSchema& schema, ArrowArray& column, ArrowArray& repaired,
                         std::int64_t* changed, unbake_string* message) {
  const bool is_dictionary = schema.dictionary != nullptr;
  if (is_dictionary != (column.dictionary != nullptr)) {
    return fail(UNBAKE_BAD_ARROW, "Of the schema and the array, only one has a dictionary.", message);
  }
  const TextLayout layout = *text_layout(schema_of_text(schema));
  const ArrowArray& text = is_dictionary ? *column.dictionary : column;
  if (const char* const wrong = check_column(text, layout)) {
    return fail(UNBAKE_BAD_ARROW, std::string("The column is not as Arrow says: ") + wrong + ".", message);
  }
  auto source = std::make_shared<TakenArray>();
  std::int64_t count = 0;
  std::unique_ptr<RepairedArray> parts = repair_column(text, layout, options, count);
  if (parts != nullptr) {
    parts->source = source;
    if (is_dictionary) {
      parts = with_dictionary(column, std::move(parts));
      parts->source = source;
    }
  }
  // From here on nothing fails, so the column may be taken over.
  ArrowArray taken = column;
  column.release = nullptr;
  if (changed != nullptr) *changed = count;
  if (parts == nullptr) {
    repaired = taken;
    return UNBAKE_UNCHANGED;
  }
  source->array = taken;
  export_array(std::move(parts), repaired);
  return UNBAKE_REPAIRED;
}

}  // namespace
}  // namespace unbake::c_api

using unbake::c_api::fail;
using unbake::c_api::guarded;

extern "C" unbake_status unbake_check_arrow(const struct ArrowSchema* schema, unbake_string* message) {
  return guarded([&]() -> unbake_status { return unbake::c_api::check_schema(schema, message); });
}

extern "C" unbake_status unbake_fix_arrow(const unbake_fixer* fixer, const struct ArrowSchema* schema,
                                          struct ArrowArray* column, struct ArrowArray* repaired, int64_t* changed,
                                          unbake_string* message) {
  return guarded([&]() -> unbake_status {
    const unbake_status checked = unbake::c_api::check_schema(schema, message);
    if (checked < 0) return checked;
    if (column == nullptr || column->release == nullptr || repaired == nullptr) {
      return fail(UNBAKE_BAD_ARGUMENT, "The column is NULL, or was released; or there is nowhere to put the answer.",
                  message);
    }
    try {
      return unbake::c_api::fix_column(unbake::c_api::options_of(fixer), *schema, *column, *repaired, changed, message);
    } catch (const std::length_error&) {
      return fail(UNBAKE_TOO_LONG, "The repaired text is too long for the type of the column: large_string has room.",
                  message);
    }
  });
}
