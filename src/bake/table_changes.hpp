// Where the tables of decoders differ from ours: how to write such changes, and those that several decoders share.
// Included by decoders.cpp alone.
#ifndef UNBAKE_BAKE_TABLE_CHANGES_HPP_
#define UNBAKE_BAKE_TABLE_CHANGES_HPP_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "bake/decoder.hpp"

namespace unbake::baking {

using Kind = TableChange::Kind;

// One array of several.
template <std::size_t... Ns>
constexpr auto joined(const std::array<TableChange, Ns>&... parts) {
  std::array<TableChange, (Ns + ...)> all{};
  std::size_t n = 0;
  const auto append = [&](const auto& part) {
    for (const TableChange& change : part) all[n++] = change;
  };
  (append(parts), ...);
  return all;
}

// The bytes from `first` to `last` are `character` and those behind it.
constexpr TableChange byte(std::string_view encoding, std::uint8_t first, std::uint8_t last, char32_t character) {
  return {encoding, first, last, 0, 0, Kind::kCharacter, character};
}
// Bytes that stand alone and have no character.
constexpr TableChange byte_hole(std::string_view encoding, std::uint8_t first, std::uint8_t last) {
  return {encoding, first, last, 0, 0, Kind::kHole, 0};
}
// Bytes that neither stand alone nor lead.
constexpr TableChange no_byte(std::string_view encoding, std::uint8_t first, std::uint8_t last) {
  return {encoding, first, last, 0, 0, Kind::kInvalid, 0};
}
// One lead with the trails from `first` to `last` is `character` and those behind it.
constexpr TableChange pairs(std::string_view encoding, std::uint8_t lead, std::uint8_t first, std::uint8_t last,
                            char32_t character) {
  return {encoding, lead, lead, first, last, Kind::kCharacter, character};
}
constexpr TableChange pair(std::string_view encoding, std::uint8_t lead, std::uint8_t trail, char32_t character) {
  return pairs(encoding, lead, trail, trail, character);
}
// Leads that the trails cannot follow.
constexpr TableChange no_pairs(std::string_view encoding, std::uint8_t lead_first, std::uint8_t lead_last,
                               std::uint8_t trail_first, std::uint8_t trail_last) {
  return {encoding, lead_first, lead_last, trail_first, trail_last, Kind::kInvalid, 0};
}
// Pairs that are read as such and have no character.
constexpr TableChange pair_holes(std::string_view encoding, std::uint8_t lead_first, std::uint8_t lead_last,
                                 std::uint8_t trail_first, std::uint8_t trail_last) {
  return {encoding, lead_first, lead_last, trail_first, trail_last, Kind::kHole, 0};
}

// KOI8-U by RFC 2319; the WHATWG standard, and our table, have KOI8-RU.
inline constexpr std::array kKoi8UOfRfc2319 = {byte("koi8-u", 0xAE, 0xAE, 0x255D), byte("koi8-u", 0xBE, 0xBE, 0x256C)};

// Mac OS Cyrillic before 9.0.
inline constexpr std::array kMacCyrillicOfOld = {byte("x-mac-cyrillic", 0xA2, 0xA2, 0xA2),
                                                 byte("x-mac-cyrillic", 0xB6, 0xB6, 0x2202),
                                                 byte("x-mac-cyrillic", 0xFF, 0xFF, 0xA4)};

// The Greek mu of IBM's tables for the micro sign of Microsoft's, and the like.
inline constexpr std::array kIbm = {
    byte("ibm437", 0xE6, 0xE6, 0x03BC),  byte("ibm860", 0xE6, 0xE6, 0x03BC), byte("ibm861", 0xE6, 0xE6, 0x03BC),
    byte("ibm862", 0xE6, 0xE6, 0x03BC),  byte("ibm863", 0xE6, 0xE6, 0x03BC), byte("ibm865", 0xE6, 0xE6, 0x03BC),
    byte("ibm869", 0x88, 0x88, 0x0387),  byte("ibm869", 0xEF, 0xEF, 0x00B4), byte("ibm1125", 0xFA, 0xFA, 0x00F7),
    byte("ibm1125", 0xFB, 0xFB, 0x00B1),
};

// The Arabic percent sign of Microsoft's code page; our table has that of ASCII, by which ASCII stands for itself.
inline constexpr std::array kArabicOfMicrosoft = {byte("ibm864", 0x25, 0x25, 0x066A)};

// GBK as code page 936 has it: private-use characters where GB 18030 has characters that Unicode lacked.
inline constexpr std::array kGbkOfWindows = {
    pair("gbk", 0xA2, 0xE3, 0xE76C),        pair("gbk", 0xA3, 0xA0, 0xE5E5),
    pairs("gbk", 0xA6, 0xD9, 0xDF, 0xE78D), pairs("gbk", 0xA6, 0xEC, 0xED, 0xE794),
    pair("gbk", 0xA6, 0xF3, 0xE796),        pair("gbk", 0xA8, 0xBC, 0xE7C7),
    pair("gbk", 0xA8, 0xBF, 0xE7C8),        pairs("gbk", 0xA9, 0x89, 0x95, 0xE7E7),
    pair("gbk", 0xFE, 0x50, 0xE815),        pairs("gbk", 0xFE, 0x54, 0x6B, 0xE819),
    pairs("gbk", 0xFE, 0x6D, 0x75, 0xE832), pairs("gbk", 0xFE, 0x77, 0x7E, 0xE83C),
    pairs("gbk", 0xFE, 0x80, 0x90, 0xE844), pairs("gbk", 0xFE, 0x92, 0xA0, 0xE856),
};

// Only in browsers is the decoder of gbk that of gb18030, four bytes included.
inline constexpr std::array kGbkOfTwoBytes = {no_pairs("gbk", 0x81, 0xFE, 0x30, 0x39)};

// GB 18030 before its edition of 2022.
constexpr std::array<TableChange, 10> gb18030_of_2005(std::string_view encoding) {
  return {{pairs(encoding, 0xA6, 0xD9, 0xDF, 0xE78D), pairs(encoding, 0xA6, 0xEC, 0xED, 0xE794),
           pair(encoding, 0xA6, 0xF3, 0xE796), pair(encoding, 0xFE, 0x59, 0xE81E), pair(encoding, 0xFE, 0x61, 0xE826),
           pairs(encoding, 0xFE, 0x66, 0x67, 0xE82B), pair(encoding, 0xFE, 0x6D, 0xE832),
           pair(encoding, 0xFE, 0x7E, 0xE843), pair(encoding, 0xFE, 0x90, 0xE854), pair(encoding, 0xFE, 0xA0, 0xE864)}};
}

// JIS X 0208 as the standard has it, where code page 932 has look-alikes.
inline constexpr std::array kEucJpLookAlikes = {
    pair("euc-jp", 0xA1, 0xC1, 0x301C),        pair("euc-jp", 0xA1, 0xC2, 0x2016), pair("euc-jp", 0xA1, 0xDD, 0x2212),
    pairs("euc-jp", 0xA1, 0xF1, 0xF2, 0x00A2), pair("euc-jp", 0xA2, 0xCC, 0x00AC),
};
inline constexpr std::array kShiftJisLookAlikes = {
    pair("shift_jis", 0x81, 0x5F, 0x5C),          pair("shift_jis", 0x81, 0x60, 0x301C),
    pair("shift_jis", 0x81, 0x61, 0x2016),        pair("shift_jis", 0x81, 0x7C, 0x2212),
    pairs("shift_jis", 0x81, 0x91, 0x92, 0x00A2), pair("shift_jis", 0x81, 0xCA, 0x00AC),
};
// Without the rows that NEC and IBM added.
inline constexpr std::array kEucJpWithoutVendors =
    joined(kEucJpLookAlikes,
           std::array{pair_holes("euc-jp", 0xAD, 0xAD, 0xA1, 0xFE), pair_holes("euc-jp", 0xF9, 0xFC, 0xA1, 0xFE)});

// EUC-JP with the C1 controls that it leaves free.
inline constexpr std::array kEucJpC1 = {byte("euc-jp", 0x80, 0x8D, 0x80), byte("euc-jp", 0x90, 0x9F, 0x90)};

// The user-defined characters of code page 949.
inline constexpr std::array kEucKrUserDefined = {pairs("euc-kr", 0xC9, 0xA1, 0xFE, 0xE000),
                                                 pairs("euc-kr", 0xFE, 0xA1, 0xFE, 0xE05E)};

// Private-use characters for the holes of code pages 874 and 932.
inline constexpr std::array kThaiPrivateUse = {byte("windows-874", 0xDB, 0xDE, 0xF8C1),
                                               byte("windows-874", 0xFC, 0xFF, 0xF8C5)};
inline constexpr std::array kShiftJisPrivateUse = {
    byte("shift_jis", 0x80, 0x80, 0x80), byte("shift_jis", 0xA0, 0xA0, 0xF8F0), byte("shift_jis", 0xFD, 0xFF, 0xF8F1)};

}  // namespace unbake::baking

#endif  // UNBAKE_BAKE_TABLE_CHANGES_HPP_
