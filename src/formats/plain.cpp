#include "formats/finders.hpp"

namespace unbake::formats {

FoundFields find_plain(std::string_view content, const Selection&) {
  const std::size_t mark = byte_order_mark(content);
  Fields found;
  if (mark < content.size()) found.fields.push_back({.offset = mark, .length = content.size() - mark});
  return found;
}

}  // namespace unbake::formats
