// The model file as bytes of the program: mapped read-only, not parsed at start.
#include <cstdint>
#include <cstdlib>
#include <span>

#include "model/model.hpp"

// UNBAKE_MODEL_FILE is the path of the model file, set by the build.
__asm__(
    ".section .rodata\n"
    ".balign 64\n"
    ".globl unbake_builtin_model_begin\n"
    ".hidden unbake_builtin_model_begin\n"
    "unbake_builtin_model_begin:\n"
    ".incbin \"" UNBAKE_MODEL_FILE
    "\"\n"
    ".globl unbake_builtin_model_end\n"
    ".hidden unbake_builtin_model_end\n"
    "unbake_builtin_model_end:\n"
    ".previous\n");

extern "C" {
extern const std::uint8_t unbake_builtin_model_begin[] __attribute__((visibility("hidden")));
extern const std::uint8_t unbake_builtin_model_end[] __attribute__((visibility("hidden")));
}

namespace unbake::model {

const Model& Model::builtin() {
  static const Model model = [] {
    const std::span<const std::uint8_t> file(unbake_builtin_model_begin, unbake_builtin_model_end);
    const std::optional<Model> parsed = Model::parse(file);
    if (!parsed) std::abort();  // the build linked a file that is no model: nothing can be done at run time
    return *parsed;
  }();
  return model;
}

}  // namespace unbake::model
