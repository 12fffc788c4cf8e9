// Tables that ICU lacks against the C library's iconv, which has most of them. Skipped where iconv
// lacks one.
#include <gtest/gtest.h>
#include <iconv.h>

#include <cstdio>
#include <optional>
#include <set>

#include "encoding/encoding.hpp"
#include "encoding/test_name.hpp"

namespace unbake::encoding {
namespace {

// One unit of bytes as code points; nothing if it is none.
class Iconv {
 public:
  explicit Iconv(const char* name) : converter_(iconv_open("UTF-32LE", name)) {}
  ~Iconv() {
    if (present()) iconv_close(converter_);
  }
  bool present() const { return converter_ != reinterpret_cast<iconv_t>(-1); }

  std::optional<char32_t> decode(std::string bytes) {
    iconv(converter_, nullptr, nullptr, nullptr, nullptr);
    char32_t out[4] = {};
    char* from = bytes.data();
    std::size_t left = bytes.size();
    char* to = reinterpret_cast<char*>(out);
    std::size_t room = sizeof out;
    if (iconv(converter_, &from, &left, &to, &room) == static_cast<std::size_t>(-1)) return std::nullopt;
    iconv(converter_, nullptr, nullptr, &to, &room);
    if (room != sizeof out - sizeof(char32_t)) return std::nullopt;
    return out[0];
  }

 private:
  iconv_t converter_;
};

struct Pairing {
  const char* ours;
  const char* theirs;
};

std::optional<char32_t> ours(EncodingId id, const std::string& bytes) {
  const std::span<const std::uint8_t> input(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  const DecodeStep step = decode_step(id, input);
  if (step.kind != DecodeStep::Kind::kCharacter || step.length != bytes.size()) return std::nullopt;
  return step.code_points[0];
}

class IconvTables : public ::testing::TestWithParam<Pairing> {};

TEST_P(IconvTables, DecodeEveryByteAlike) {
  Iconv iconv(GetParam().theirs);
  if (!iconv.present()) GTEST_SKIP() << "iconv has no " << GetParam().theirs;
  const EncodingId id = find(GetParam().ours).value();
  for (unsigned byte = 0; byte < 256; ++byte) {
    const std::string bytes(1, static_cast<char>(byte));
    EXPECT_EQ(ours(id, bytes), iconv.decode(bytes)) << std::hex << byte;
  }
}

INSTANTIATE_TEST_SUITE_P(SingleByte, IconvTables,
                         ::testing::Values(Pairing{"viscii", "VISCII"}, Pairing{"tcvn3", "TCVN"},
                                           Pairing{"armscii-8", "ARMSCII-8"}, Pairing{"koi8-t", "KOI8-T"},
                                           Pairing{"ptcp154", "PT154"}, Pairing{"kz-1048", "RK1048"},
                                           Pairing{"mik", "MIK"}, Pairing{"iso-8859-16", "ISO-8859-16"},
                                           Pairing{"ibm1125", "CP1125"}, Pairing{"ibm869", "CP869"},
                                           Pairing{"mac-latin2", "MAC-CENTRALEUROPE"}),
                         [](const auto& test) { return unbake::testing::test_name(test.param.theirs); });

// "unit ours iconv's" of every difference.
TEST(IconvPairs, Johab) {
  Iconv iconv("JOHAB");
  if (!iconv.present()) GTEST_SKIP() << "iconv has no JOHAB";
  std::set<std::string> different;
  for (unsigned lead = 0x80; lead < 256; ++lead)
    for (unsigned trail = 0; trail < 256; ++trail) {
      const std::string bytes = {static_cast<char>(lead), static_cast<char>(trail)};
      if (ours(EncodingId::kJohab, bytes) == iconv.decode(bytes)) continue;
      char text[40];
      std::snprintf(text, sizeof text, "%02X%02X %04X %04X", lead, trail,
                    static_cast<unsigned>(ours(EncodingId::kJohab, bytes).value_or(0)),
                    static_cast<unsigned>(iconv.decode(bytes).value_or(0)));
      different.insert(text);
    }
  // A final consonant alone that is an initial too, and the unit without letters: Python decodes
  // them as we do. KS X 1001 has U+327E since 2002; the table of the WHATWG standard, which ours
  // follows, does not.
  EXPECT_EQ(different, (std::set<std::string>{"8441 3000 0000", "8442 3131 0000", "8443 3132 0000", "8445 3134 0000",
                                              "8448 3137 0000", "8449 3139 0000", "8451 3141 0000", "8453 3142 0000",
                                              "8455 3145 0000", "8456 3146 0000", "8457 3147 0000", "8458 3148 0000",
                                              "8459 314A 0000", "845A 314B 0000", "845B 314C 0000", "845C 314D 0000",
                                              "845D 314E 0000", "D9E8 0000 327E"}));
}

}  // namespace
}  // namespace unbake::encoding
