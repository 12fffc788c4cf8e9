#include "decode/declaration.hpp"

#include <algorithm>
#include <string>

namespace unbake::decoding {
namespace {

using encoding::EncodingId;

constexpr std::size_t kPrescanned = 1024;
constexpr std::string_view kSpace = " \t\n\f\r";

bool is_space(char c) { return kSpace.find(c) != std::string_view::npos; }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), small);
  return out;
}

// What a label means: those of ISO 8859-1, 8859-9 and 8859-11 are used for the pages of Windows that contain them.
std::optional<EncodingId> find_label(std::string_view label) {
  const auto found = encoding::find(label);
  if (!found) return std::nullopt;
  switch (*found) {
    case EncodingId::kXUserDefined:
    case EncodingId::kIso88591:
      return EncodingId::kWindows1252;
    case EncodingId::kIso88599:
      return EncodingId::kWindows1254;
    case EncodingId::kIso885911:
      return EncodingId::kWindows874;
    case EncodingId::kGbk:
      return EncodingId::kGb18030;
    case EncodingId::kReplacement:
      return std::nullopt;
    default:
      return found;
  }
}

// The same in a document: UTF-16 cannot name itself in ASCII.
std::optional<EncodingId> find_label_inside(std::string_view label) {
  const auto found = find_label(label);
  const bool is_wide = found == EncodingId::kUtf16le || found == EncodingId::kUtf16be;
  return is_wide ? EncodingId::kUtf8 : found;
}

// The value behind `charset` and `=` in a Content-Type, as the HTML standard extracts it.
std::string_view charset_of(std::string_view value) {
  const std::string folded = lower(value);
  for (std::size_t at = folded.find("charset"); at != std::string::npos; at = folded.find("charset", at)) {
    at = std::min(folded.find_first_not_of(kSpace, at + 7), folded.size());
    if (at == folded.size() || folded[at] != '=') continue;
    at = std::min(folded.find_first_not_of(kSpace, at + 1), folded.size());
    if (at == folded.size()) return {};
    const char quote = folded[at];
    if (quote != '"' && quote != '\'') return value.substr(at, folded.find_first_of(" \t\n\f\r;", at) - at);
    const std::size_t end = folded.find(quote, at + 1);
    return end == std::string::npos ? std::string_view() : value.substr(at + 1, end - at - 1);
  }
  return {};
}

struct Attribute {
  std::string name;
  std::string value;
};

// Reads the tags of the head of a document, attribute by attribute.
class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : text_(bytes.substr(0, kPrescanned)) {}

  std::optional<EncodingId> run() {
    while (at_ < text_.size()) {
      if (text_.substr(at_).starts_with("<!--")) {
        const std::size_t end = text_.find("-->", at_ + 2);
        at_ = end == std::string_view::npos ? text_.size() : end + 3;
      } else if (is_meta()) {
        at_ += 6;
        if (const auto found = meta()) return found;
      } else if (is_tag()) {
        at_ = std::min(text_.find_first_of(" \t\n\f\r>", at_), text_.size());
        while (attribute()) {
        }
      } else if (text_[at_] == '<' && at_ + 1 < text_.size() && is_markup(text_[at_ + 1])) {
        at_ = std::min(text_.find('>', at_), text_.size());
      } else {
        ++at_;
      }
    }
    return std::nullopt;
  }

 private:
  static bool is_markup(char c) { return c == '!' || c == '/' || c == '?'; }
  bool is_meta() const {
    return at_ + 5 < text_.size() && lower(text_.substr(at_, 5)) == "<meta" &&
           (is_space(text_[at_ + 5]) || text_[at_ + 5] == '/');
  }
  bool is_tag() const {
    if (text_[at_] != '<') return false;
    const std::size_t name = at_ + 1 + (text_.substr(at_).starts_with("</") ? 1 : 0);
    return name < text_.size() && small(text_[name]) >= 'a' && small(text_[name]) <= 'z';
  }

  std::optional<EncodingId> meta() {
    bool is_content_type = false;
    std::string_view content;
    std::optional<std::string> charset;
    std::string content_value;
    while (const auto attribute_found = attribute()) {
      const auto& [name, value] = *attribute_found;
      if (name == "http-equiv") is_content_type = lower(value) == "content-type";
      if (name == "content" && content_value.empty()) content_value = value;
      if (name == "charset" && !charset) charset = value;
    }
    if (at_ >= text_.size()) return std::nullopt;  // the tag is cut
    if (charset) return find_label_inside(*charset);
    content = charset_of(content_value);
    return is_content_type && !content.empty() ? find_label_inside(content) : std::nullopt;
  }

  // The next attribute of the tag; nothing at its end.
  std::optional<Attribute> attribute() {
    while (at_ < text_.size() && (is_space(text_[at_]) || text_[at_] == '/')) ++at_;
    if (at_ >= text_.size() || text_[at_] == '>') return std::nullopt;
    Attribute read;
    while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '/' && text_[at_] != '>' &&
           (text_[at_] != '=' || read.name.empty())) {
      read.name += small(text_[at_++]);
    }
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    if (at_ >= text_.size() || text_[at_] != '=') return read;
    ++at_;
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
      const std::size_t end = std::min(text_.find(text_[at_], at_ + 1), text_.size());
      read.value = text_.substr(at_ + 1, end - at_ - 1);
      at_ = std::min(end + 1, text_.size());
    } else {
      while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '>') read.value += text_[at_++];
    }
    return read;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

using enum EncodingId;
constexpr EncodingId kWestern[] = {kWindows1252, kIso885915, kMacintosh, kIbm850};
constexpr EncodingId kCentral[] = {kWindows1250, kIso88592, kIbm852, kMacLatin2};
constexpr EncodingId kCyrillic[] = {kWindows1251, kKoi8R, kIso88595, kIbm866, kXMacCyrillic};
constexpr EncodingId kUkrainian[] = {kWindows1251, kKoi8U, kIso88595, kIbm1125};
constexpr EncodingId kGreek[] = {kWindows1253, kIso88597, kIbm737};
constexpr EncodingId kTurkish[] = {kWindows1254, kIso88599, kIbm857};
constexpr EncodingId kBaltic[] = {kWindows1257, kIso885913, kIso88594, kIbm775};
constexpr EncodingId kHebrew[] = {kWindows1255, kIso88598, kIbm862};
constexpr EncodingId kArabic[] = {kWindows1256, kIso88596};
constexpr EncodingId kThai[] = {kWindows874};
constexpr EncodingId kVietnamese[] = {kWindows1258, kViscii, kTcvn3, kVni};
constexpr EncodingId kJapanese[] = {kShiftJis, kEucJp, kIso2022Jp};
constexpr EncodingId kKorean[] = {kEucKr, kJohab, kIso2022Kr};
constexpr EncodingId kChinese[] = {kGb18030, kBig5, kHzGb2312};
constexpr EncodingId kTraditional[] = {kBig5, kBig5Hkscs, kGb18030};

struct Region {
  std::string_view languages;  // between spaces
  std::string_view domains;
  std::span<const EncodingId> encodings;
};
constexpr Region kRegions[] = {
    {" fr de es it pt sv da fi nb nn no nl is ca gl eu af ga en ",
     " fr de es it pt br se dk fi no nl is at ch be uk mx ar ", kWestern},
    {" cs pl sk hu sl hr bs ro sq ", " cz pl sk hu si hr ba ro al ", kCentral},
    {" ru bg be mk sr ", " ru su bg by mk rs ", kCyrillic},
    {" uk ", " ua ", kUkrainian},
    {" el ", " gr cy ", kGreek},
    {" tr az ", " tr az ", kTurkish},
    {" et lv lt ", " ee lv lt ", kBaltic},
    {" he yi ", " il ", kHebrew},
    {" ar fa ur ", " sa eg ae ir pk iq sy ", kArabic},
    {" th ", " th ", kThai},
    {" vi ", " vn ", kVietnamese},
    {" ja ", " jp ", kJapanese},
    {" ko ", " kr ", kKorean},
    {" zh ", " cn sg ", kChinese},
    {" zh-tw zh-hk zh-hant yue ", " tw hk mo ", kTraditional},
};

std::span<const EncodingId> region_of(const std::string& name, std::string_view Region::*names) {
  for (const Region& region : kRegions) {
    if ((region.*names).find(" " + name + " ") != std::string_view::npos) return region.encodings;
  }
  return {};
}

}  // namespace

std::optional<EncodingId> encoding_of_header(std::string_view value) {
  const std::string_view charset = charset_of(value);
  return find_label(charset.empty() ? value : charset);
}

std::optional<EncodingId> encoding_of_meta(std::string_view bytes) { return Prescan(bytes).run(); }

std::optional<EncodingId> encoding_of_xml(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return std::nullopt;
  const std::string_view head = bytes.substr(0, std::min(bytes.find("?>"), kPrescanned));
  const std::size_t name = head.find("encoding");
  if (name == std::string_view::npos) return std::nullopt;
  std::size_t at = head.find_first_not_of(kSpace, name + 8);
  if (at == std::string_view::npos || head[at] != '=') return std::nullopt;
  at = head.find_first_not_of(kSpace, at + 1);
  if (at == std::string_view::npos || (head[at] != '"' && head[at] != '\'')) return std::nullopt;
  const std::size_t end = head.find(head[at], at + 1);
  return end == std::string_view::npos ? std::nullopt : find_label_inside(head.substr(at + 1, end - at - 1));
}

std::span<const EncodingId> usual_encodings(std::string_view language) {
  const std::string tag = lower(language);
  const auto exact = region_of(tag, &Region::languages);
  return exact.empty() ? region_of(tag.substr(0, tag.find_first_of("-_")), &Region::languages) : exact;
}

std::span<const EncodingId> usual_encodings_of_domain(std::string_view domain) {
  const std::size_t dot = domain.rfind('.');
  return region_of(lower(dot == std::string_view::npos ? domain : domain.substr(dot + 1)), &Region::domains);
}

}  // namespace unbake::decoding
