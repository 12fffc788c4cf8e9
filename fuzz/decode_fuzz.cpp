// The promises of decoding, on any bytes. The last byte chooses the hints.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "unbake/decode.hpp"

namespace {

using namespace unbake;

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

DecodeHints hints_of(unsigned choice) {
  static const std::vector<EncodingInfo> known = encodings();
  DecodeHints hints;
  hints.repair = (choice & 1) != 0;
  hints.html = (choice & 2) != 0;
  if ((choice & 4) != 0) hints.http_charset = known[choice % known.size()].name;
  if ((choice & 8) != 0) hints.from = known[choice * 7 % known.size()].name;
  return hints;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size - 1);
  const DecodeHints hints = hints_of(static_cast<std::uint8_t>(data[size - 1] - '\n'));
  const auto decoded = decode(bytes, hints);
  if (!decoded) {
    require(hints.from.empty() && decoded.error().code == Error::Code::kBinary, "only what is no text is refused");
    return 0;
  }
  require(base::find_invalid_utf8(decoded->text) == decoded->text.size(), "the text is UTF-8");
  require(decoded->confidence > 0 && decoded->confidence <= 1, "the confidence is a probability");
  std::size_t end = decoded->pieces.empty() ? 0 : decoded->pieces.front().offset;
  for (const DecodedPiece& piece : decoded->pieces) {
    require(piece.offset == end, "pieces follow each other");
    end += piece.length;
  }
  require(end == bytes.size() || bytes.empty(), "pieces reach the end");
  std::size_t done = 0;
  for (const StrayBytes& stray : decoded->strays) {
    require(stray.offset >= done && stray.length > 0 && stray.offset + stray.length <= bytes.size(),
            "strays are sorted, disjoint and in the bytes");
    done = stray.offset + stray.length;
  }
  return 0;
}
