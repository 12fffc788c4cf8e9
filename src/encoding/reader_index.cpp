#include "encoding/reader_index.hpp"

#include "base/utf8.hpp"
#include "encoding/family.hpp"
#include "encoding/rank_table.hpp"
#include "encoding/reader_groups.hpp"

namespace unbake::encoding {
namespace masks {

#include "generated/reader_masks.inc"

static_assert(kFirstHigh == kFirstOfHigh);

}  // namespace masks
namespace {

#include "generated/reader_index.inc"

constexpr char32_t kEuroSign = 0x20AC;

// Collects groups. Those of the index differ from each other; encoders may give the bytes of a
// group that is there.
class Groups {
 public:
  explicit Groups(ReaderBytes* out) : out_(out) {}

  void add_new(ReaderSet readers, const std::uint8_t* bytes, std::size_t length) {
    if (size_ == kMaxReaderBytes) return;
    keys_[size_] = key(bytes, length);
    ReaderBytes& group = out_[size_++];
    group.readers = readers;
    for (std::size_t i = 0; i < 4; ++i) group.bytes[i] = i < length ? bytes[i] : std::uint8_t{0};
    group.length = static_cast<std::uint8_t>(length);
  }

  void merge(ReaderSet readers, const std::uint8_t* bytes, std::size_t length) {
    if (length == 0) return;
    const std::uint32_t wanted = key(bytes, length);
    for (std::size_t i = 0; i < size_; ++i) {
      if (keys_[i] != wanted) continue;
      out_[i].readers |= readers;
      return;
    }
    add_new(readers, bytes, length);
  }

  // A pair of bytes, 0 for none.
  void merge_pair(ReaderSet readers, std::uint16_t pair) {
    const std::uint8_t bytes[] = {static_cast<std::uint8_t>(pair >> 8), static_cast<std::uint8_t>(pair & 0xFF)};
    merge(readers, bytes, pair == 0 ? 0 : 2);
  }

  std::size_t size() const { return size_; }

 private:
  // No unit of more than one byte ends in 00, so that lengths need no place.
  static std::uint32_t key(const std::uint8_t* bytes, std::size_t length) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i) value |= std::uint32_t{bytes[i]} << 8 * i;
    return value;
  }

  ReaderBytes* out_;
  std::size_t size_ = 0;
  std::uint32_t keys_[kMaxReaderBytes];
};

}  // namespace

const Group* first_group(char32_t code_point) {
  return kFirstGroup.contains(code_point) ? &kGroups[kFirstGroup.values[kFirstGroup.rank(code_point)]] : nullptr;
}

ReaderSet group_readers(const Group& group) { return kSets[group.set]; }

std::size_t reader_bytes(char32_t code_point, ReaderBytes out[kMaxReaderBytes]) {
  if (code_point < 0x80 || code_point > base::kLastCodePoint || (code_point >= 0xD800 && code_point <= 0xDFFF))
    return 0;
  Groups groups(out);
  for (const Group* group = first_group(code_point); group != nullptr; group = group->last ? nullptr : group + 1)
    if (const ReaderSet readers = group_readers(*group); readers != 0)
      groups.add_new(readers, group->bytes, group->length);

  std::uint8_t bytes[4];
  const std::size_t gb18030 = encode_gbk(variant::kGb18030, code_point, bytes);
  // gbk has the pairs of gb18030; the euro sign is a byte of its own, which the index has.
  groups.merge(gb18030 == 2 && code_point != kEuroSign ? kGb18030Reader | kGbkReader : kGb18030Reader, bytes, gb18030);
  if (code_point == kEuroSign) groups.merge(kGbkReader, bytes, encode_gbk(variant::kGbk, code_point, bytes));
  const Big5Pairs big5 = big5_pairs(code_point);
  groups.merge_pair(big5.windows == big5.hkscs ? kBig5Reader | kBig5HkscsReader : kBig5Reader, big5.windows);
  if (big5.windows != big5.hkscs) groups.merge_pair(kBig5HkscsReader, big5.hkscs);
  groups.merge(kShiftJisReader, bytes, encode_shift_jis(code_point, bytes));
  groups.merge(kEucJpReader, bytes, encode_euc_jp(code_point, bytes));
  groups.merge(kEucKrReader, bytes, encode_euc_kr(code_point, bytes));
  groups.merge(kJohabReader, bytes, encode_johab(code_point, bytes));
  return groups.size();
}

}  // namespace unbake::encoding
