#include "encoding/reader_index.hpp"

#include "base/utf8.hpp"
#include "encoding/family.hpp"
#include "encoding/page_table.hpp"
#include "encoding/reader_groups.hpp"

namespace unbake::encoding {
namespace {

#include "generated/reader_index.inc"
#include "generated/reader_masks.inc"

ReaderSet bit(EncodingId id) { return ReaderSet{1} << get(id).reader_bit; }

// Collects groups, merging those of the same bytes.
class Groups {
 public:
  explicit Groups(ReaderBytes* out) : out_(out) {}

  void add(ReaderSet readers, const std::uint8_t* bytes, std::size_t length) {
    ReaderBytes group = {readers, {0, 0, 0, 0}, static_cast<std::uint8_t>(length)};
    for (std::size_t i = 0; i < length; ++i) group.bytes[i] = bytes[i];
    for (std::size_t i = 0; i < size_; ++i) {
      if (out_[i].length != group.length || out_[i].bytes[0] != group.bytes[0] || out_[i].bytes[1] != group.bytes[1] ||
          out_[i].bytes[2] != group.bytes[2] || out_[i].bytes[3] != group.bytes[3])
        continue;
      out_[i].readers |= readers;
      return;
    }
    if (size_ < kMaxReaderBytes) out_[size_++] = group;
  }

  std::size_t size() const { return size_; }

 private:
  ReaderBytes* out_;
  std::size_t size_ = 0;
};

}  // namespace

const Group* first_group(char32_t code_point) {
  const std::uint16_t first = page_lookup(kGroupPages, kFirstGroup, code_point);
  return first == 0 ? nullptr : &kGroups[first - 1];
}

ReaderSet group_readers(const Group& group) { return kSets[group.set]; }

std::size_t reader_bytes(char32_t code_point, ReaderBytes out[kMaxReaderBytes]) {
  if (code_point < 0x80 || code_point > base::kLastCodePoint || (code_point >= 0xD800 && code_point <= 0xDFFF)) return 0;
  Groups groups(out);
  for (const Group* group = first_group(code_point); group != nullptr; group = group->last ? nullptr : group + 1)
    if (const ReaderSet readers = group_readers(*group); readers != 0) groups.add(readers, group->bytes, group->length);

  const auto add = [&](EncodingId id, std::size_t length, const std::uint8_t* bytes) {
    if (length != 0) groups.add(bit(id), bytes, length);
  };
  std::uint8_t bytes[4];
  add(EncodingId::kGb18030, encode_gbk(variant::kGb18030, code_point, bytes), bytes);
  add(EncodingId::kGbk, encode_gbk(variant::kGbk, code_point, bytes), bytes);
  add(EncodingId::kBig5, encode_big5(variant::kBig5, code_point, bytes), bytes);
  add(EncodingId::kBig5Hkscs, encode_big5(variant::kBig5Hkscs, code_point, bytes), bytes);
  add(EncodingId::kShiftJis, encode_shift_jis(code_point, bytes), bytes);
  add(EncodingId::kEucJp, encode_euc_jp(code_point, bytes), bytes);
  add(EncodingId::kEucKr, encode_euc_kr(code_point, bytes), bytes);
  add(EncodingId::kJohab, encode_johab(code_point, bytes), bytes);
  return groups.size();
}

ReaderSet lead_readers(char32_t code_point) {
  return code_point > 0xFFFF ? multi_byte_readers() : kLeadSets[page_lookup(kMaskPages, kMasks, code_point)];
}

ReaderSet continuation_readers(char32_t code_point) {
  return code_point > 0xFFFF ? multi_byte_readers() : kContinuationSets[page_lookup(kMaskPages, kMasks, code_point)];
}

}  // namespace unbake::encoding
