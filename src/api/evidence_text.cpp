// Evidence as text: a small part of JSON, whole numbers and names only.
//
//   {
//     "schema_version": 1,
//     "documents": 20,
//     "bytes": 10240,
//     "utf-8": {
//       "gbk": {"places": 20, "millinats": 61500, "strongest": 24000}
//     },
//     "legacy": {
//     }
//   }
#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "api/evidence.hpp"

namespace unbake {
namespace {

using api::EvidenceAccess;

constexpr std::uint64_t kSchemaVersion = 1;

template <typename Count>
void append(std::string& out, std::string_view key, const std::vector<Count>& counts) {
  out.append("  \"").append(key).append("\": {");
  const char* separator = "\n";
  for (const Count& c : counts) {
    out.append(separator).append("    \"").append(c.encoding).append("\": {\"places\": ");
    out.append(std::to_string(c.places)).append(", \"millinats\": ").append(std::to_string(c.gain));
    out.append(", \"strongest\": ").append(std::to_string(c.strongest)).append("}");
    separator = ",\n";
  }
  out.append("\n  }");
}

// Reads the text from front to back. The first thing that is wrong is kept; after it nothing more is read.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Result<Evidence> read() {
    Evidence evidence;
    std::uint64_t version = 0;
    members([&](std::string_view key) {
      if (key == "schema_version") return read_version(version);
      if (key == "documents") return number(EvidenceAccess::documents(evidence));
      if (key == "bytes") return number(EvidenceAccess::bytes(evidence));
      if (key == "utf-8") return counts(EvidenceAccess::readers(evidence), true);
      if (key == "legacy") return counts(EvidenceAccess::sources(evidence), false);
      fail("the key " + quoted(key) + " is none of evidence");
    });
    space();
    if (!failed() && at_ != text_.size()) fail("something follows the evidence");
    if (!failed() && version == 0) fail("the key 'schema_version' is missing");
    if (!failed() && EvidenceAccess::documents(evidence) == 0 && !(evidence == Evidence())) {
      fail("it counts places, and no 'documents' that they are from");
    }
    if (failed()) return Error{Error::Code::kBadEvidence, std::move(message_)};
    return evidence;
  }

 private:
  using Count = EvidenceAccess::Count;

  static std::string quoted(std::string_view text) { return "'" + std::string(text.substr(0, 60)) + "'"; }

  [[nodiscard]] bool failed() const { return !message_.empty(); }

  void fail(std::string_view what) {
    if (failed()) return;
    const auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n');
    message_ = "line " + std::to_string(line) + ": " + std::string(what);
  }

  void space() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  // Whether `c` comes next; it is passed.
  bool takes(char c) {
    space();
    if (failed() || at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void demand(char c) {
    if (!takes(c)) fail(std::string("a '") + c + "' is missing");
  }

  std::string_view name() {
    demand('"');
    const std::size_t end = text_.find_first_of("\"\\\n", at_);
    if (failed()) return {};
    if (end == std::string_view::npos || text_[end] != '"') {
      fail("a name does not end");
      return {};
    }
    const std::string_view name = text_.substr(at_, end - at_);
    at_ = end + 1;
    return name;
  }

  void number(std::uint64_t& value) {
    space();
    const char* begin = text_.data() + at_;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
    if (error != std::errc()) return fail("a whole number is missing, or is too large");
    at_ += static_cast<std::size_t>(end - begin);
  }

  void read_version(std::uint64_t& version) {
    number(version);
    if (!failed() && version != kSchemaVersion) {
      fail("schema_version is " + std::to_string(version) + ", and this version of unbake reads " +
           std::to_string(kSchemaVersion));
    }
  }

  // An object; `member` reads the value of each key.
  template <typename Member>
  void members(Member member) {
    demand('{');
    if (failed() || takes('}')) return;
    do {
      const std::string_view key = name();
      demand(':');
      if (!failed()) member(key);
    } while (takes(','));
    demand('}');
  }

  void counts(std::vector<Count>& counts, bool are_readers) {
    members([&](std::string_view encoding) {
      const bool is_known = are_readers ? api::reader_named(encoding) >= 0 : api::is_legacy_encoding(encoding);
      if (!is_known) return fail("unbake knows no encoding " + quoted(encoding) + " here");
      const auto at = std::lower_bound(counts.begin(), counts.end(), encoding,
                                       [](const Count& c, std::string_view sought) { return c.encoding < sought; });
      if (at != counts.end() && at->encoding == encoding) return fail(quoted(encoding) + " is there twice");
      counts.insert(at, count(encoding));
    });
  }

  Count count(std::string_view encoding) {
    Count count{std::string(encoding), 0, 0, 0};
    members([&](std::string_view key) {
      if (key == "places") return number(count.places);
      if (key == "millinats") return number(count.gain);
      if (key == "strongest") return number(count.strongest);
      fail("the key " + quoted(key) + " is none of a count");
    });
    if (count.places == 0 || count.strongest == 0 || count.gain < count.strongest) {
      fail("the count of " + quoted(encoding) +
           " cannot be: it needs 'places' and 'strongest' above 0, and 'millinats' no less than 'strongest'");
    }
    return count;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string message_;
};

}  // namespace

std::string Evidence::to_text() const {
  std::string out = "{\n  \"schema_version\": " + std::to_string(kSchemaVersion);
  out.append(",\n  \"documents\": ").append(std::to_string(documents_));
  out.append(",\n  \"bytes\": ").append(std::to_string(bytes_)).append(",\n");
  append(out, "utf-8", readers_);
  out.append(",\n");
  append(out, "legacy", sources_);
  out.append("\n}\n");
  return out;
}

Result<Evidence> Evidence::from_text(std::string_view text) { return Reader(text).read(); }

}  // namespace unbake
