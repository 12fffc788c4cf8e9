#include "decode/sections.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "decode/convert.hpp"

namespace unbake::decoding {
namespace {

using encoding::EncodingId;
using encoding::Family;

constexpr std::size_t kShortest = SectionDecoder::kLongest / 2;
constexpr std::size_t kUnit = 4;  // bytes of the widest unit of UTF-32, and of a pair of surrogates

bool is_wide(EncodingId id) {
  const Family family = encoding::get(id).family;
  return family == Family::kUtf16 || family == Family::kUtf32;
}

// Behind the last byte of `bytes` that is `wanted`, or 0 if none in its second half is.
template <typename Predicate>
std::size_t behind_last(std::string_view bytes, Predicate wanted) {
  for (std::size_t end = bytes.size(); end > kShortest; --end) {
    if (wanted(static_cast<unsigned char>(bytes[end - 1]))) return end;
  }
  return 0;
}

// Whole units, and no half of a pair of surrogates.
std::size_t wide_end(EncodingId id, std::string_view bytes) {
  const std::size_t end = bytes.size() / kUnit * kUnit;
  const std::size_t high = id == EncodingId::kUtf16le ? end - 1 : end - 2;
  const bool is_first_half =
      encoding::get(id).family == Family::kUtf16 && (static_cast<unsigned char>(bytes[high]) & 0xFCU) == 0xD8;
  return is_first_half ? end - 2 : end;
}

// Behind the last unit that is surely whole.
std::size_t units_end(EncodingId id, std::string_view bytes) {
  if (encoding::get(id).family == Family::kStateful) return bytes.size();
  const std::span<const std::uint8_t> input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::size_t at = 0;
  while (at + kUnit <= input.size()) {
    const encoding::DecodeStep step = encoding::decode_step(id, input.subspan(at));
    at += step.kind == encoding::DecodeStep::Kind::kCharacter ? step.length : step.error_length;
  }
  return at;
}

// No character of any encoding but the wide ones has one of these in it as another byte than its first.
std::size_t narrow_end(EncodingId id, std::string_view bytes) {
  if (const std::size_t end = behind_last(bytes, [](unsigned char c) { return c == '\n'; })) return end;
  if (const std::size_t end = behind_last(bytes, [](unsigned char c) { return c <= ' '; })) return end;
  // Digits are parts of characters in GB 18030.
  if (const std::size_t end = behind_last(bytes, [](unsigned char c) { return c < '0'; })) return end;
  return units_end(id, bytes);
}

}  // namespace

void SectionDecoder::push(std::string_view bytes) {
  if (begin_ > 0) {
    waiting_.erase(0, begin_);
    begin_ = 0;
  }
  waiting_.append(bytes);
}

std::size_t SectionDecoder::section_length(std::string_view rest) const {
  if (rest.size() <= kLongest) return rest.size();
  const std::string_view longest = rest.substr(0, kLongest);
  // Where lines end in the first section, its head has to tell.
  constexpr std::size_t kHead = 4096;
  const EncodingId id = hints_.forced     ? *hints_.forced
                        : hints_.previous ? *hints_.previous
                                          : decode(longest.substr(0, kHead), hints_).id;
  return is_wide(id) ? wide_end(id, longest) : narrow_end(id, longest);
}

std::optional<DecodedSection> SectionDecoder::next() {
  const std::string_view rest = std::string_view(waiting_).substr(begin_);
  if (is_binary_ || rest.empty() || (rest.size() <= kLongest && !is_finished_)) return std::nullopt;
  const std::size_t length = section_length(rest);
  const std::string_view bytes = rest.substr(0, length);
  DecodedSection section{offset_, length, false, decode(bytes, hints_)};
  section.is_ascii = section.decoded.id == EncodingId::kUtf8 && skip_ascii(bytes, 0) == length;
  is_binary_ = section.decoded.is_binary;
  learn(section);
  begin_ += length;
  offset_ += length;
  return section;
}

void SectionDecoder::learn(const DecodedSection& section) {
  hints_.is_continued = true;
  if (section.is_ascii || section.decoded.pieces.empty()) return;
  hints_.previous = section.decoded.pieces.back().id;
}

}  // namespace unbake::decoding
