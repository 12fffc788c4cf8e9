// For any bytes and every format: fields are sorted and disjoint, and nothing but them is changed.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/renew.hpp"

namespace unbake::formats {
namespace {

std::string any_content() {
  const auto piece = rc::gen::element<std::string>(
      "old", "\n", "\r\n", "\n\n", ",", "\"", "\"\"", "'", "\\", "<", ">", "<p>", "</p>", "<!--", "-->", "<![CDATA[",
      "]]>", "<script>", "</script>", "<a title=\"", "<?xml ", "?>", "=", " ", "1", "00:01 --> 00:02", "WEBVTT\n",
      "[Events]\n", "Dialogue: 0,1,2,3,4,5,6,7,8,", "{", "}", "\\N", "[", "]", ":", "$$", "$a$", "--", "/*", "*/",
      "COPY x FROM stdin;\n", "\\.\n", "Subject: ", "From ", "\t", ";", "\xEF\xBB\xBF", "\xC3\xA9", "\xFF",
      "unbake: off\n", "unbake: on\n");
  std::string content;
  for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) content += part;
  return content;
}

RC_GTEST_PROP(EveryFormat, FindsSortedDisjointFields, ()) {
  const std::string content = any_content();
  for (const Format& format : formats()) {
    auto found = format.find(content, {});
    if (const auto* malformed = std::get_if<Malformed>(&found)) {
      RC_ASSERT(malformed->offset <= content.size());
      continue;
    }
    auto& fields = std::get<Fields>(found);
    leave_alone(ignored_ranges(content), fields);
    std::size_t done = 0;
    for (const Field& field : fields.fields) {
      RC_ASSERT(field.offset >= done);
      RC_ASSERT(field.offset + field.length <= content.size());
      RC_ASSERT(field.name < fields.names.size());
      done = field.offset + field.length;
    }
  }
}

RC_GTEST_PROP(EveryFormat, ReplacesNothingWithItself, ()) {
  const std::string content = any_content();
  for (const Format& format : formats()) {
    const auto same = tests::renew(format.name, content, {}, "old", "old");
    if (format.name == "json" || std::holds_alternative<Malformed>(same)) continue;
    RC_ASSERT(std::get<std::string>(same) == content);
  }
}

}  // namespace
}  // namespace unbake::formats
