// utf-7 (RFC 2152). The encoder writes all characters of the RFC's sets D and O as themselves, as
// most do.
#include "base/utf8.hpp"
#include "encoding/stateful.hpp"

namespace unbake::encoding {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr bool is_direct(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7F && c != '+' && c != '\\' && c != '~');
}

// Writes units of 16 bits as digits of six.
class DigitWriter {
 public:
  explicit DigitWriter(std::string& out) : out_(out) {}
  bool open() const { return open_; }
  void put(char32_t code_point) {
    if (!open_) out_ += '+';
    open_ = true;
    if (code_point > 0xFFFF) {
      put_unit(0xD800 + ((code_point - 0x10000) >> 10));
      put_unit(0xDC00 + (code_point & 0x3FF));
    } else {
      put_unit(code_point);
    }
  }
  // Ends the run; `next` is the character that follows, or -1 at the end of the text.
  void close(int next) {
    if (bits_ > 0) out_ += kAlphabet[buffer_ << (6 - bits_) & 0x3F];
    if (next < 0 || next == '-' || kAlphabet.find(static_cast<char>(next)) != std::string_view::npos) out_ += '-';
    open_ = false;
    bits_ = 0;
    buffer_ = 0;
  }

 private:
  void put_unit(char32_t unit) {
    buffer_ = (buffer_ << 16 | static_cast<std::uint32_t>(unit)) & 0x3FFFFF;
    for (bits_ += 16; bits_ >= 6; bits_ -= 6) out_ += kAlphabet[buffer_ >> (bits_ - 6) & 0x3F];
  }

  std::string& out_;
  std::uint32_t buffer_ = 0;
  int bits_ = 0;
  bool open_ = false;
};

// Reads digits of six bits as units of 16, and those as characters.
class DigitReader {
 public:
  // False if the unit that the digit completes has no place.
  bool take(std::uint32_t digit, std::string& out) {
    buffer_ = (buffer_ << 6 | digit) & 0x3FFFFF;
    bits_ += 6;
    if (bits_ < 16) return true;
    bits_ -= 16;
    return take_unit(buffer_ >> bits_ & 0xFFFF, out);
  }
  // Less than a digit may be left over, and only zeros.
  bool finished() const { return bits_ < 6 && (buffer_ & ((1U << bits_) - 1)) == 0 && high_ == 0; }

 private:
  bool take_unit(std::uint32_t unit, std::string& out) {
    const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
    if (low != (high_ != 0)) return false;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      high_ = unit;
      return true;
    }
    base::append_utf8(out, low ? 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00) : unit);
    high_ = 0;
    return true;
  }

  std::uint32_t buffer_ = 0;
  std::uint32_t high_ = 0;
  int bits_ = 0;
};

}  // namespace

Encoded encode_utf7(std::string_view utf8) {
  Encoded result;
  DigitWriter digits(result.bytes);
  for (std::size_t offset = 0; offset < utf8.size();) {
    const base::CodePoint head = base::decode_utf8(utf8, offset);
    if (base::is_raw_byte(head.value)) {
      if (digits.open()) digits.close(-1);
      return stopped_at(std::move(result), offset);
    }
    if (is_direct(head.value)) {
      if (digits.open()) digits.close(static_cast<int>(head.value));
      result.bytes += static_cast<char>(head.value);
    } else if (head.value == '+' && !digits.open()) {
      result.bytes += "+-";
    } else {
      digits.put(head.value);
    }
    offset += head.length;
  }
  if (digits.open()) digits.close(-1);
  return result;
}

Encoded decode_utf7(std::string_view bytes) {
  Encoded result;
  for (std::size_t offset = 0; offset < bytes.size();) {
    if (static_cast<unsigned char>(bytes[offset]) >= 0x80) return stopped_at(std::move(result), offset);
    if (bytes[offset] != '+') {
      result.bytes += bytes[offset++];
      continue;
    }
    const std::size_t start = offset++;
    if (offset < bytes.size() && bytes[offset] == '-') {
      result.bytes += '+';
      ++offset;
      continue;
    }
    DigitReader digits;
    for (; offset < bytes.size(); ++offset) {
      const std::size_t digit = kAlphabet.find(bytes[offset]);
      if (digit == std::string_view::npos) break;
      if (!digits.take(static_cast<std::uint32_t>(digit), result.bytes)) return stopped_at(std::move(result), offset);
    }
    if (offset == start + 1 || !digits.finished()) return stopped_at(std::move(result), start);
    if (offset < bytes.size() && bytes[offset] == '-') ++offset;
  }
  return result;
}

}  // namespace unbake::encoding
