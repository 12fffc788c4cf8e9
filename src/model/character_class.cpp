#include "model/character_class.hpp"

#include "base/utf8.hpp"

namespace unbake::model {
namespace {

#include "../../tables/generated/character_classes.inc"

}  // namespace

CharacterClass character_class(char32_t code_point) {
  if (code_point < kClassLimit) {
    return static_cast<CharacterClass>(kClassBlocks[kClassIndex[code_point >> 6]][code_point & 63]);
  }
  if (base::is_raw_byte(code_point)) return CharacterClass::kRawByte;
  if (code_point >= 0xF0000) return CharacterClass::kPrivateUse;
  return code_point < 0x32000 ? CharacterClass::kHanExtension : CharacterClass::kFormat;
}

}  // namespace unbake::model
