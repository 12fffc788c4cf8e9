// Telling contents apart by XXH3, which finds accidents and not forgeries.
#ifndef UNBAKE_FILES_CONTENT_HASH_HPP_
#define UNBAKE_FILES_CONTENT_HASH_HPP_

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct XXH3_state_s;

namespace unbake::files {

/// 128 bits of what was added, in hexadecimal digits.
class ContentHash {
 public:
  ContentHash();
  void add(std::string_view bytes);
  [[nodiscard]] std::string text() const;

 private:
  struct Free {
    void operator()(XXH3_state_s* state) const;
  };
  std::unique_ptr<XXH3_state_s, Free> state_;
};

/// The hash of all that `descriptor` has from its beginning; nothing, with errno, if it cannot be read.
std::optional<std::string> hash_of(int descriptor);

/// The hash of some bytes.
std::string hash_of(std::string_view bytes);

/// 64 bits of `bytes`, in hexadecimal digits: what guards a record of a journal.
std::string checksum(std::string_view bytes);

}  // namespace unbake::files

#endif  // UNBAKE_FILES_CONTENT_HASH_HPP_
