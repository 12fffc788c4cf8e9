// Repair reads characters back by the sloppy union of what widely used decoders show. Whatever is in that union must be
// provable: some profile bakes the same bytes to the same character.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "bake/decode_layer.hpp"
#include "bake/decoder.hpp"
#include "base/utf8.hpp"
#include "encoding/reader_index.hpp"

namespace unbake::baking {
namespace {

bool some_decoder_shows(encoding::EncodingId reader, std::string_view bytes, std::string_view character) {
  std::string out;
  for (std::uint8_t decoder = 0; decoder < kDecoderCount; ++decoder) {
    out.clear();
    decode_layer(reader, decoder, bytes, out);
    if (out == character) return true;
  }
  return false;
}

TEST(SloppyUnion, IsProvable) {
  std::map<std::string_view, std::string> unproven;
  encoding::ReaderBytes groups[encoding::kMaxReaderBytes];
  for (char32_t c = 0x80; c <= base::kLastCodePoint; ++c) {
    if (c == 0x30000) c = 0xF0000;
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string character;
    base::append_utf8(character, c);
    const std::size_t count = encoding::reader_bytes(c, groups);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view bytes(reinterpret_cast<const char*>(groups[i].bytes), groups[i].length);
      for (int bit = 0; bit < encoding::reader_count(); ++bit) {
        if ((groups[i].readers >> bit & 1) == 0) continue;
        // Extensions of IBM that only ICU has, in three bytes; the table of decoders has bytes and pairs.
        if (bytes.size() == 3 && bytes.starts_with("\x8F\xF3")) continue;
        if (some_decoder_shows(encoding::reader(bit), bytes, character)) continue;
        std::string& list = unproven[encoding::get(encoding::reader(bit)).name];
        list += ' ';
        list += testing::PrintToString(std::string(bytes));
        list += character;
      }
    }
  }
  for (const auto& [name, what] : unproven) ADD_FAILURE() << name << ':' << what;
}

}  // namespace
}  // namespace unbake::baking
