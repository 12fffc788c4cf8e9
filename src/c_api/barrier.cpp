#include "c_api/barrier.hpp"

#include <cstdlib>
#include <cstring>

namespace unbake::c_api {
namespace {

unbake_status status_of(Error::Code code) {
  switch (code) {
    case Error::Code::kUnknownEncoding:
      return UNBAKE_UNKNOWN_ENCODING;
    case Error::Code::kUnknownProfile:
      return UNBAKE_UNKNOWN_PROFILE;
    case Error::Code::kBadPath:
      return UNBAKE_BAD_PATH;
    case Error::Code::kUnencodable:
      return UNBAKE_UNENCODABLE;
    case Error::Code::kBadOption:
      return UNBAKE_BAD_OPTION;
    case Error::Code::kBadEvidence:
      return UNBAKE_BAD_EVIDENCE;
    case Error::Code::kBadPlan:
    case Error::Code::kBinary:
      break;  // neither plans nor undecoded bytes pass this interface
  }
  return UNBAKE_INTERNAL;
}

char* copy_of(std::string_view text) noexcept {
  auto* const data = static_cast<char*>(std::malloc(text.size() + 1));
  if (data == nullptr) return nullptr;
  if (!text.empty()) std::memcpy(data, text.data(), text.size());
  data[text.size()] = '\0';
  return data;
}

}  // namespace

void set_string(unbake_string& out, std::string_view text) {
  char* const data = copy_of(text);
  if (data == nullptr) throw std::bad_alloc();
  out = {data, text.size()};
}

unbake_status fail(unbake_status status, std::string_view words, unbake_string* message) noexcept {
  if (message == nullptr) return status;
  char* const data = copy_of(words);
  *message = {data, data == nullptr ? 0 : words.size()};
  return status;
}

unbake_status fail(const Error& error, unbake_string* message) noexcept {
  return fail(status_of(error.code), error.message, message);
}

}  // namespace unbake::c_api

extern "C" void unbake_string_clear(unbake_string* string) {
  if (string == nullptr) return;
  std::free(string->data);
  *string = {nullptr, 0};
}

extern "C" unbake_view unbake_status_name(unbake_status status) {
  using unbake::c_api::to_view;
  switch (status) {
#define UNBAKE_STATUS_NAME(name) \
  case name:                     \
    return to_view(#name)
    UNBAKE_STATUS_NAME(UNBAKE_UNCHANGED);
    UNBAKE_STATUS_NAME(UNBAKE_REPAIRED);
    UNBAKE_STATUS_NAME(UNBAKE_UNKNOWN_ENCODING);
    UNBAKE_STATUS_NAME(UNBAKE_UNKNOWN_PROFILE);
    UNBAKE_STATUS_NAME(UNBAKE_BAD_PATH);
    UNBAKE_STATUS_NAME(UNBAKE_UNENCODABLE);
    UNBAKE_STATUS_NAME(UNBAKE_BAD_OPTION);
    UNBAKE_STATUS_NAME(UNBAKE_BAD_EVIDENCE);
    UNBAKE_STATUS_NAME(UNBAKE_BAD_ARGUMENT);
    UNBAKE_STATUS_NAME(UNBAKE_OUT_OF_RANGE);
    UNBAKE_STATUS_NAME(UNBAKE_BAD_ARROW);
    UNBAKE_STATUS_NAME(UNBAKE_TOO_LONG);
    UNBAKE_STATUS_NAME(UNBAKE_NO_MEMORY);
    UNBAKE_STATUS_NAME(UNBAKE_INTERNAL);
#undef UNBAKE_STATUS_NAME
    default:
      return to_view("unknown status");
  }
}
