#include "c_api/arrow_column.hpp"

#include <cstring>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace unbake::c_api {
namespace {

constexpr std::int64_t kViewSize = 16;
constexpr std::int32_t kLongestInlineText = 12;

// The validity bitmap is shared, from the byte on in which the first row of the column is.
constexpr std::int64_t kRowsOfByte = 8;

bool is_null(const ArrowArray& column, std::int64_t row) {
  const auto* const bits = static_cast<const unsigned char*>(column.buffers[0]);
  const std::int64_t at = column.offset + row;
  return bits != nullptr && (bits[at / kRowsOfByte] >> (at % kRowsOfByte) & 1) == 0;
}

// What a view says, read from its 16 bytes.
struct View {
  std::int32_t size;
  std::int32_t buffer;
  std::int32_t offset;
};

const unsigned char* view_bytes(const ArrowArray& column, std::int64_t row) {
  return static_cast<const unsigned char*>(column.buffers[1]) + (column.offset + row) * kViewSize;
}

View read_view(const unsigned char* bytes) {
  View view;
  std::memcpy(&view.size, bytes, 4);
  std::memcpy(&view.buffer, bytes + 8, 4);
  std::memcpy(&view.offset, bytes + 12, 4);
  return view;
}

std::int64_t text_buffers(const ArrowArray& column) { return column.n_buffers - 3; }

const char* check_views(const ArrowArray& column) {
  const auto* const sizes = static_cast<const std::int64_t*>(column.buffers[column.n_buffers - 1]);
  for (std::int64_t row = 0; row < column.length; ++row) {
    if (is_null(column, row)) continue;
    const View view = read_view(view_bytes(column, row));
    if (view.size < 0) return "a view has a negative length";
    if (view.size <= kLongestInlineText) continue;
    if (view.buffer < 0 || view.buffer >= text_buffers(column) || view.offset < 0 ||
        std::int64_t{view.offset} + view.size > sizes[view.buffer]) {
      return "a view leaves its buffer";
    }
  }
  return nullptr;
}

template <typename Offset>
const char* check_offsets(const ArrowArray& column) {
  const auto* const offsets = static_cast<const Offset*>(column.buffers[1]) + column.offset;
  if (offsets[0] < 0) return "an offset is negative";
  for (std::int64_t row = 0; row < column.length; ++row) {
    if (offsets[row + 1] < offsets[row]) return "the offsets decrease";
  }
  if (offsets[column.length] > 0 && column.buffers[2] == nullptr) return "there is no text where the offsets say so";
  return nullptr;
}

// The rows of a column, from the first repaired one on written anew.
template <typename Offset>
class OffsetsWriter {
 public:
  OffsetsWriter(const ArrowArray& column, std::vector<Offset>& offsets, std::string& text)
      : offsets_(static_cast<const Offset*>(column.buffers[1]) + column.offset),
        text_(static_cast<const char*>(column.buffers[2])),
        out_offsets_(offsets),
        out_(text),
        lead_(column.offset % kRowsOfByte),
        length_(column.length) {}

  [[nodiscard]] std::string_view row(std::int64_t row) const {
    const auto size = static_cast<std::size_t>(offsets_[row + 1] - offsets_[row]);
    return size == 0 ? std::string_view() : std::string_view(text_ + offsets_[row], size);
  }

  void replace(std::int64_t row, std::string_view text) {
    copy_until(row);
    put(text);
    done_ = row + 1;
  }

  void finish() { copy_until(length_); }

 private:
  // Copies the rows from the last one written to before `end`, in one piece.
  void copy_until(std::int64_t end) {
    if (out_offsets_.empty()) {
      out_offsets_.reserve(static_cast<std::size_t>(lead_ + length_ + 1));
      out_offsets_.assign(static_cast<std::size_t>(lead_ + 1), 0);
    }
    if (end == done_) return;
    const Offset begin = offsets_[done_];
    const auto shift = static_cast<std::int64_t>(out_.size()) - std::int64_t{begin};
    out_.append(text_ == nullptr ? "" : text_ + begin, static_cast<std::size_t>(offsets_[end] - begin));
    check_size();
    for (std::int64_t row = done_; row < end; ++row) {
      out_offsets_.push_back(static_cast<Offset>(std::int64_t{offsets_[row + 1]} + shift));
    }
    done_ = end;
  }

  void put(std::string_view text) {
    out_.append(text);
    check_size();
    out_offsets_.push_back(static_cast<Offset>(out_.size()));
  }

  void check_size() const {
    if (out_.size() > static_cast<std::size_t>(std::numeric_limits<Offset>::max())) throw std::length_error("text");
  }

  const Offset* offsets_;
  const char* text_;
  std::vector<Offset>& out_offsets_;
  std::string& out_;
  std::int64_t lead_;
  std::int64_t length_;
  std::int64_t done_ = 0;
};

// The views of a column; repaired text that a view has no room for goes to buffers of its own.
class ViewsWriter {
 public:
  ViewsWriter(const ArrowArray& column, std::vector<unsigned char>& views, std::vector<std::string>& texts)
      : column_(column), views_(views), texts_(texts), lead_(column.offset % kRowsOfByte) {}

  [[nodiscard]] std::string_view row(std::int64_t row) const {
    const unsigned char* const bytes = view_bytes(column_, row);
    const View view = read_view(bytes);
    const auto size = static_cast<std::size_t>(view.size);
    if (view.size <= kLongestInlineText) return {reinterpret_cast<const char*>(bytes + 4), size};
    return {static_cast<const char*>(column_.buffers[2 + view.buffer]) + view.offset, size};
  }

  void replace(std::int64_t row, std::string_view text) {
    if (views_.empty()) {
      const unsigned char* const first = view_bytes(column_, -lead_);
      views_.assign(first, first + (lead_ + column_.length) * kViewSize);
    }
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
      throw std::length_error("text");
    unsigned char* const out = views_.data() + (lead_ + row) * kViewSize;
    const auto size = static_cast<std::int32_t>(text.size());
    std::memset(out, 0, kViewSize);
    std::memcpy(out, &size, 4);
    if (size <= kLongestInlineText) {
      std::memcpy(out + 4, text.data(), text.size());
      return;
    }
    std::memcpy(out + 4, text.data(), 4);
    put(text, out + 8);
  }

  void finish() {}

 private:
  void put(std::string_view text, unsigned char* place) {
    constexpr std::size_t kMost = std::numeric_limits<std::int32_t>::max();
    if (texts_.empty() || texts_.back().size() > kMost - text.size()) texts_.emplace_back();
    const auto buffer = static_cast<std::int32_t>(text_buffers(column_) + static_cast<std::int64_t>(texts_.size()) - 1);
    const auto offset = static_cast<std::int32_t>(texts_.back().size());
    texts_.back().append(text);
    std::memcpy(place, &buffer, 4);
    std::memcpy(place + 4, &offset, 4);
  }

  const ArrowArray& column_;
  std::vector<unsigned char>& views_;
  std::vector<std::string>& texts_;
  std::int64_t lead_;
};

// The number of rows that were repaired.
template <typename Writer>
std::int64_t repair_rows(const ArrowArray& column, const Options& options, Writer writer) {
  std::int64_t changed = 0;
  for (std::int64_t row = 0; row < column.length; ++row) {
    if (is_null(column, row)) continue;
    const Fixed fixed = fix(writer.row(row), options);
    if (!fixed.changed()) continue;
    writer.replace(row, fixed.text());
    ++changed;
  }
  if (changed > 0) writer.finish();
  return changed;
}

// The buffers between validity and text, and those behind.
void set_buffers(const ArrowArray& column, TextLayout layout, RepairedArray& out) {
  if (layout != TextLayout::kViews) {
    if (layout == TextLayout::kOffsets32) out.buffers.push_back(out.offsets32.data());
    if (layout == TextLayout::kOffsets64) out.buffers.push_back(out.offsets64.data());
    out.buffers.push_back(out.texts.front().data());
    return;
  }
  out.buffers.push_back(out.views.data());
  const std::int64_t shared = text_buffers(column);
  const auto* const sizes = static_cast<const std::int64_t*>(column.buffers[column.n_buffers - 1]);
  if (shared > 0) {
    out.buffers.insert(out.buffers.end(), column.buffers + 2, column.buffers + 2 + shared);
    out.text_sizes.assign(sizes, sizes + shared);
  }
  for (const std::string& text : out.texts) {
    out.buffers.push_back(text.data());
    out.text_sizes.push_back(static_cast<std::int64_t>(text.size()));
  }
  out.text_sizes.reserve(1);  // also of no text, the buffer is somewhere
  out.buffers.push_back(out.text_sizes.data());
}

void release_repaired(ArrowArray* array) {
  delete static_cast<RepairedArray*>(array->private_data);
  array->release = nullptr;
}

}  // namespace

void export_array(std::unique_ptr<RepairedArray> parts, ArrowArray& out) {
  out = {};
  out.length = parts->length;
  out.null_count = parts->null_count;
  out.offset = parts->offset;
  out.n_buffers = static_cast<std::int64_t>(parts->buffers.size());
  out.buffers = parts->buffers.data();
  if (parts->dictionary.release != nullptr) out.dictionary = &parts->dictionary;
  out.release = &release_repaired;
  out.private_data = parts.release();
}

const TextLayout* text_layout(const ArrowSchema& schema) {
  static constexpr struct {
    const char* format;
    TextLayout layout;
  } kLayouts[] = {{"u", TextLayout::kOffsets32}, {"U", TextLayout::kOffsets64}, {"vu", TextLayout::kViews}};
  for (const auto& known : kLayouts) {
    if (schema.format != nullptr && std::strcmp(schema.format, known.format) == 0) return &known.layout;
  }
  return nullptr;
}

const char* check_column(const ArrowArray& column, TextLayout layout) {
  if (column.length < 0 || column.offset < 0) return "its length or offset is negative";
  const bool has_views = layout == TextLayout::kViews;
  if (has_views ? column.n_buffers < 3 : column.n_buffers != 3) return "it has another number of buffers than its type";
  if (column.buffers == nullptr) return "it has no buffers";
  if (column.length == 0) return nullptr;
  if (column.buffers[1] == nullptr) return "it has rows and no offsets or views";
  if (has_views) {
    if (text_buffers(column) > 0 && column.buffers[column.n_buffers - 1] == nullptr)
      return "it has no sizes of its text";
    return check_views(column);
  }
  return layout == TextLayout::kOffsets32 ? check_offsets<std::int32_t>(column) : check_offsets<std::int64_t>(column);
}

std::unique_ptr<RepairedArray> repair_column(const ArrowArray& column, TextLayout layout, const Options& options,
                                             std::int64_t& changed) {
  auto out = std::make_unique<RepairedArray>();
  changed = 0;
  if (column.length == 0) return nullptr;
  switch (layout) {
    case TextLayout::kOffsets32:
      out->texts.resize(1);
      changed = repair_rows(column, options, OffsetsWriter(column, out->offsets32, out->texts.front()));
      break;
    case TextLayout::kOffsets64:
      out->texts.resize(1);
      changed = repair_rows(column, options, OffsetsWriter(column, out->offsets64, out->texts.front()));
      break;
    case TextLayout::kViews:
      changed = repair_rows(column, options, ViewsWriter(column, out->views, out->texts));
      break;
  }
  if (changed == 0) return nullptr;
  out->length = column.length;
  out->null_count = column.null_count;
  out->offset = column.offset % kRowsOfByte;
  const auto* const bits = static_cast<const unsigned char*>(column.buffers[0]);
  out->buffers.push_back(bits == nullptr ? nullptr : bits + column.offset / kRowsOfByte);
  set_buffers(column, layout, *out);
  return out;
}

}  // namespace unbake::c_api
