// Writing reports as JSON.
#ifndef UNBAKE_REPORT_JSON_OBJECT_HPP_
#define UNBAKE_REPORT_JSON_OBJECT_HPP_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace unbake::report {

/// A JSON object in the making; keys in the order they are added. Bytes that are not UTF-8 become U+FFFD.
class JsonObject {
 public:
  JsonObject& add(std::string_view key, std::string_view value);
  JsonObject& add(std::string_view key, const char* value) { return add(key, std::string_view(value)); }
  JsonObject& add(std::string_view key, double value);
  JsonObject& add(std::string_view key, std::size_t value);
  JsonObject& add(std::string_view key, bool value);
  JsonObject& add(std::string_view key, const JsonObject& value);
  JsonObject& add(std::string_view key, const std::vector<JsonObject>& values);
  JsonObject& add(std::string_view key, const std::vector<std::string_view>& values);

  /// The object, without a line feed.
  [[nodiscard]] std::string text() const { return "{" + members_ + "}"; }

 private:
  void begin(std::string_view key);

  std::string members_;
};

}  // namespace unbake::report

#endif  // UNBAKE_REPORT_JSON_OBJECT_HPP_
