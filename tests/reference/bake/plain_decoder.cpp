#include "reference/bake/plain_decoder.hpp"

#include <deque>
#include <optional>

#include "base/utf8.hpp"

namespace unbake::reference {
namespace {

using encoding::EncodingId;
using encoding::Family;

constexpr std::string_view kFffd = "\xEF\xBF\xBD";

bool within(int byte, int first, int last) { return byte >= first && byte <= last; }

// The characters that exactly `unit` stands for: the index of the standard.
std::optional<std::string> look_up(EncodingId read_as, std::string_view unit) {
  const encoding::Encoded decoded = encoding::decode(read_as, unit);
  if (decoded.error_offset) return std::nullopt;
  // Several characters from several units are not one unit.
  for (std::size_t i = 1; i < unit.size(); ++i) {
    if (!encoding::decode(read_as, unit.substr(0, i)).error_offset) return std::nullopt;
  }
  return decoded.bytes;
}

// The state of a decoder of the standard: bytes read of a character, and bytes still to come.
class StandardDecoder {
 public:
  StandardDecoder(EncodingId read_as, std::string_view bytes)
      : read_as_(read_as), family_(encoding::get(read_as).family), input_(bytes.begin(), bytes.end()) {}

  std::string run() {
    while (!input_.empty()) {
      const int byte = static_cast<unsigned char>(input_.front());
      input_.pop_front();
      if (family_ == Family::kSingleByte) {
        single(byte);
      } else if (pending_.empty()) {
        first(byte);
      } else if (family_ == Family::kGbk) {
        next_gb18030(byte);
      } else if (family_ == Family::kEucJp && pending_.size() == 1 && pending_byte(0) == 0x8F &&
                 within(byte, 0xA1, 0xFE)) {
        push(byte);
      } else {
        next_pair(byte);
      }
    }
    if (!pending_.empty()) out_ += kFffd;
    return out_;
  }

 private:
  int pending_byte(std::size_t i) const { return static_cast<unsigned char>(pending_[i]); }
  void push(int byte) { pending_.push_back(static_cast<char>(byte)); }
  void put_back(int byte) { input_.push_front(static_cast<char>(byte)); }

  void single(int byte) {
    const char c = static_cast<char>(byte);
    if (const auto text = look_up(read_as_, std::string_view(&c, 1))) {
      out_ += *text;
    } else if (within(byte, 0x80, 0x9F)) {
      base::append_utf8(out_, static_cast<char32_t>(byte));  // In the indexes of the standard these are characters.
    } else {
      out_ += kFffd;
    }
  }

  bool is_lead(int byte) const {
    switch (family_) {
      case Family::kShiftJis:
        return within(byte, 0x81, 0x9F) || within(byte, 0xE0, 0xFC);
      case Family::kEucJp:
        return byte == 0x8E || byte == 0x8F || within(byte, 0xA1, 0xFE);
      default:
        return within(byte, 0x81, 0xFE);
    }
  }

  void first(int byte) {
    if (is_lead(byte)) return push(byte);
    const char c = static_cast<char>(byte);
    const auto text = look_up(read_as_, std::string_view(&c, 1));
    out_ += text ? *text : std::string(kFffd);
  }

  // Big5, Shift_JIS, EUC-JP, EUC-KR: `byte` ends the character, or is put back if it is ASCII.
  void next_pair(int byte) {
    const std::string unit = pending_ + static_cast<char>(byte);
    pending_.clear();
    if (const auto text = look_up(read_as_, unit)) {
      out_ += *text;
      return;
    }
    if (byte < 0x80) put_back(byte);
    out_ += kFffd;
  }

  void next_gb18030(int byte) {
    if (pending_.size() == 3) {
      if (!within(byte, 0x30, 0x39)) return fail_gb18030(byte);
      const auto text = look_up(read_as_, pending_ + static_cast<char>(byte));
      pending_.clear();
      out_ += text ? *text : std::string(kFffd);
    } else if (pending_.size() == 2) {
      if (!within(byte, 0x81, 0xFE)) return fail_gb18030(byte);
      push(byte);
    } else if (within(byte, 0x30, 0x39)) {
      push(byte);
    } else {
      next_pair(byte);
    }
  }

  // The bytes after the first are put back.
  void fail_gb18030(int byte) {
    put_back(byte);
    for (std::size_t i = pending_.size(); i-- > 1;) put_back(pending_byte(i));
    pending_.clear();
    out_ += kFffd;
  }

  EncodingId read_as_;
  Family family_;
  std::deque<char> input_;
  std::string pending_;
  std::string out_;
};

}  // namespace

std::string decode_by_the_standard(EncodingId read_as, std::string_view bytes) {
  return StandardDecoder(read_as, bytes).run();
}

std::string decode_byte_by_byte(EncodingId read_as, std::string_view bytes, std::string_view marker) {
  std::string out;
  while (!bytes.empty()) {
    std::size_t length = 1;
    std::optional<std::string> text;
    while (length <= 4 && length <= bytes.size() && !(text = look_up(read_as, bytes.substr(0, length)))) ++length;
    const auto* first = reinterpret_cast<const std::uint8_t*>(bytes.data());
    if (text) {
      out += *text;
      bytes.remove_prefix(length);
    } else if (encoding::decode_step(read_as, {first, bytes.size()}).kind == encoding::DecodeStep::Kind::kTruncated) {
      out += marker;
      bytes = {};
    } else {
      out += marker;
      bytes.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace unbake::reference
