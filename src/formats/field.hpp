// What a format finds in a content: the fields that hold text for people.
#ifndef UNBAKE_FORMATS_FIELD_HPP_
#define UNBAKE_FORMATS_FIELD_HPP_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "io/failure.hpp"

namespace unbake::formats {

/// How the bytes of a field stand for its text.
enum class Escaping : std::uint8_t {
  kNone,  ///< They are the text.
  kJson,  ///< They are what stands between the quotation marks of a JSON string.
};

/// A range of the content that holds text.
struct Field {
  std::size_t offset;  ///< Bytes from the start of the content.
  std::size_t length;  ///< Bytes.
  /// Characters of ASCII with a meaning of their own here: a repair neither adds nor takes away any.
  std::string_view guarded = {};
  std::uint32_t name = 0;  ///< Which of `Fields::names`.
  Escaping escaping = Escaping::kNone;
  bool continues = false;  ///< It goes on in the line of the field before it, as behind `<b>`.
};

/// The fields of a content, sorted and disjoint.
struct Fields {
  std::vector<Field> fields;
  std::vector<std::string> names = {""};  ///< What fields are called; the first is for those without a name.
  std::vector<std::string> remarks;       ///< What else a person should know, each a sentence without its subject.

  /// The number of a name, which is added if it is new. For few names.
  std::uint32_t number_of(std::string_view name) {
    const auto known = std::find(names.begin(), names.end(), name);
    if (known == names.end()) return static_cast<std::uint32_t>((names.emplace_back(name), names.size() - 1));
    return static_cast<std::uint32_t>(known - names.begin());
  }
};

/// Why a content is not what its format demands.
struct Malformed {
  std::size_t offset;  ///< Where, in bytes from the start of the content.
  io::Failure failure;
};

using FoundFields = std::variant<Fields, Malformed>;

/// Which fields are wanted; each format knows only some of these. Empty: those that the format has by itself.
struct Selection {
  std::vector<std::string> fields;      ///< Keys on the way to a string, joined by dots.
  std::vector<std::string> columns;     ///< Numbers from 1, or names.
  std::vector<std::string> attributes;  ///< Names of attributes of elements.
};

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The bytes of the byte order mark that `content` begins with: 0 or 3.
inline std::size_t byte_order_mark(std::string_view content) {
  return content.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

}  // namespace unbake::formats

#endif  // UNBAKE_FORMATS_FIELD_HPP_
