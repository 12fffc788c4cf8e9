// The model files as bytes of the program: mapped read-only, not parsed at start.
#include <cstdint>
#include <cstdlib>
#include <span>

#include "model/latin_languages.hpp"
#include "model/model.hpp"
#include "model/word_parts.hpp"

// UNBAKE_MODEL_FILE, UNBAKE_LATIN_FILE and UNBAKE_PARTS_FILE are the paths of the files, set by the build.
#define UNBAKE_EMBED(name, path)      \
  __asm__(                            \
      ".section .rodata\n"            \
      ".balign 64\n"                  \
      ".globl " name                  \
      "_begin\n"                      \
      ".hidden " name "_begin\n" name \
      "_begin:\n"                     \
      ".incbin \"" path               \
      "\"\n"                          \
      ".globl " name                  \
      "_end\n"                        \
      ".hidden " name "_end\n" name   \
      "_end:\n"                       \
      ".previous\n")

UNBAKE_EMBED("unbake_builtin_model", UNBAKE_MODEL_FILE);
UNBAKE_EMBED("unbake_builtin_latin", UNBAKE_LATIN_FILE);
UNBAKE_EMBED("unbake_builtin_parts", UNBAKE_PARTS_FILE);

extern "C" {
extern const std::uint8_t unbake_builtin_model_begin[] __attribute__((visibility("hidden")));
extern const std::uint8_t unbake_builtin_model_end[] __attribute__((visibility("hidden")));
extern const std::uint8_t unbake_builtin_latin_begin[] __attribute__((visibility("hidden")));
extern const std::uint8_t unbake_builtin_latin_end[] __attribute__((visibility("hidden")));
extern const std::uint8_t unbake_builtin_parts_begin[] __attribute__((visibility("hidden")));
extern const std::uint8_t unbake_builtin_parts_end[] __attribute__((visibility("hidden")));
}

namespace unbake::model {
namespace {

// Not parsed, which would read all of it when the first text comes; a test does that.
template <typename Viewed>
Viewed view_builtin(const std::uint8_t* begin, const std::uint8_t* end) {
  const std::optional<Viewed> viewed = Viewed::view({begin, end});
  if (!viewed) std::abort();  // the build linked a file of another kind: nothing can be done at run time
  return *viewed;
}

}  // namespace

const Model& Model::builtin() {
  static const Model model = view_builtin<Model>(unbake_builtin_model_begin, unbake_builtin_model_end);
  return model;
}

const LatinLanguages& LatinLanguages::builtin() {
  static const LatinLanguages languages =
      view_builtin<LatinLanguages>(unbake_builtin_latin_begin, unbake_builtin_latin_end);
  return languages;
}

const WordParts& WordParts::builtin() {
  static const WordParts parts = view_builtin<WordParts>(unbake_builtin_parts_begin, unbake_builtin_parts_end);
  return parts;
}

}  // namespace unbake::model
