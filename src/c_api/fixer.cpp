// Options, fixers, repair and damage.
#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

#include "c_api/barrier.hpp"
#include "c_api/handles.hpp"

namespace unbake::c_api {
namespace {

// `given` in the form of this version. False if it asks for what only a later version has.
bool read_struct(const unbake_options& given, unbake_options& out) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(&given);
  for (std::size_t i = sizeof out; i < given.struct_size; ++i) {
    if (bytes[i] != 0) return false;
  }
  std::memcpy(&out, &given, std::min(given.struct_size, sizeof out));
  return true;
}

// False if the list, or a name in it, is null and may not be.
bool read_names(const unbake_view* names, std::size_t count, std::vector<std::string>& out) {
  if (names == nullptr) return count == 0;
  out.clear();
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_valid(names[i])) return false;
    out.emplace_back(to_string_view(names[i]));
  }
  return true;
}

unbake_status read_options(const unbake_options& given, Options& options, unbake_string* message) {
  unbake_options read = UNBAKE_DEFAULT_OPTIONS;
  if (given.struct_size < sizeof given.struct_size || !read_struct(given, read)) {
    return fail(UNBAKE_BAD_OPTION, "struct_size of the options is not set, or they are of a later version of unbake.",
                message);
  }
  if (read.lossy < UNBAKE_LOSSY_GUESS || read.lossy > UNBAKE_LOSSY_LEAVE) {
    return fail(UNBAKE_BAD_OPTION, "lossy must be one of UNBAKE_LOSSY_GUESS, UNBAKE_LOSSY_MARK and UNBAKE_LOSSY_LEAVE.",
                message);
  }
  options.min_confidence = read.min_confidence;
  options.max_layers = read.max_layers;
  options.lossy = static_cast<Lossy>(read.lossy);
  if (!read_names(read.allow, read.allow_count, options.allow) ||
      !read_names(read.deny, read.deny_count, options.deny) ||
      !read_names(read.notations, read.notation_count, options.notations) || !is_valid(read.evidence)) {
    return fail(UNBAKE_BAD_ARGUMENT, "A list of names, a name or the evidence is NULL, and says that it has something.",
                message);
  }
  if (read.evidence.size != 0) {
    const Result<Evidence> evidence = Evidence::from_text(to_string_view(read.evidence));
    if (!evidence) return fail(evidence.error(), message);
    options.evidence = *evidence;
  }
  const auto checked = check_options(options);
  return checked ? UNBAKE_UNCHANGED : fail(checked.error(), message);
}

}  // namespace

const Options& options_of(const unbake_fixer* fixer) {
  static const Options defaults;
  return fixer == nullptr ? defaults : fixer->options;
}

}  // namespace unbake::c_api

using unbake::c_api::fail;
using unbake::c_api::guarded;
using unbake::c_api::is_valid;
using unbake::c_api::to_string_view;

extern "C" unbake_view unbake_version(void) { return unbake::c_api::to_view(unbake::version()); }

extern "C" unbake_status unbake_fixer_new(const unbake_options* options, unbake_fixer** fixer, unbake_string* message) {
  return guarded([&]() -> unbake_status {
    if (fixer == nullptr) return fail(UNBAKE_BAD_ARGUMENT, "fixer is NULL.", message);
    auto made = std::make_unique<unbake_fixer>();
    if (options != nullptr) {
      const unbake_status status = unbake::c_api::read_options(*options, made->options, message);
      if (status < 0) return status;
    }
    *fixer = made.release();
    return UNBAKE_UNCHANGED;
  });
}

extern "C" void unbake_fixer_free(unbake_fixer* fixer) { delete fixer; }

extern "C" unbake_status unbake_fix(const unbake_fixer* fixer, unbake_view text, unbake_string* repaired) {
  return guarded([&]() -> unbake_status {
    if (!is_valid(text) || repaired == nullptr) return UNBAKE_BAD_ARGUMENT;
    const unbake::Fixed fixed = unbake::fix(to_string_view(text), unbake::c_api::options_of(fixer));
    if (!fixed.changed()) return UNBAKE_UNCHANGED;
    unbake::c_api::set_string(*repaired, fixed.text());
    return UNBAKE_REPAIRED;
  });
}

extern "C" unbake_status unbake_bake(unbake_view text, unbake_view path, unbake_view profile, unbake_string* baked,
                                     unbake_string* message) {
  return guarded([&]() -> unbake_status {
    if (!is_valid(text) || !is_valid(path) || !is_valid(profile) || baked == nullptr) {
      return fail(UNBAKE_BAD_ARGUMENT, "An argument is NULL that may not be.", message);
    }
    const auto made = unbake::bake(to_string_view(text), to_string_view(path),
                                   profile.size == 0 ? "whatwg" : to_string_view(profile));
    if (!made) return fail(made.error(), message);
    unbake::c_api::set_string(*baked, *made);
    return UNBAKE_UNCHANGED;
  });
}
