// What holds of baking for every text, path and profile.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

#include "bake/bake.hpp"
#include "bake/decode_layer.hpp"
#include "bake/proof.hpp"
#include "base/utf8.hpp"

namespace unbake::baking {
namespace {

using encoding::EncodingId;
using encoding::Family;

rc::Gen<std::string> any_text() {
  const auto character =
      rc::gen::oneOf(rc::gen::inRange<char32_t>(0x20, 0x7F), rc::gen::inRange<char32_t>(0x80, 0x600),
                     rc::gen::inRange<char32_t>(0x2000, 0x2200), rc::gen::inRange<char32_t>(0x3000, 0xA000),
                     rc::gen::inRange<char32_t>(0xE000, 0x11000), rc::gen::inRange<char32_t>(0x1F300, 0x1F700));
  return rc::gen::map(rc::gen::container<std::u32string>(character), [](const std::u32string& text) {
    std::string utf8;
    for (const char32_t c : text) base::append_utf8(utf8, c);
    return utf8;
  });
}

rc::Gen<std::string> any_bytes() {
  return rc::gen::container<std::string>(
      rc::gen::map(rc::gen::inRange(0, 256), [](int b) { return static_cast<char>(b); }));
}

rc::Gen<EncodingId> any_encoding() {
  return rc::gen::map(rc::gen::inRange<std::size_t>(0, encoding::all_encodings().size()),
                      [](std::size_t i) { return encoding::all_encodings()[i].id; });
}

rc::Gen<ProfileId> any_profile() {
  return rc::gen::map(rc::gen::pair(rc::gen::inRange<int>(0, static_cast<int>(kDecoderCount)),
                                    rc::gen::inRange<int>(0, 1 << loss_rules().size())),
                      [](const std::pair<int, int>& p) {
                        return ProfileId{static_cast<std::uint8_t>(p.first), static_cast<RuleSet>(p.second)};
                      });
}

rc::Gen<Path> any_path() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::pair<EncodingId, EncodingId>>>(rc::gen::pair(any_encoding(), any_encoding())),
      [](const std::vector<std::pair<EncodingId, EncodingId>>& layers) {
        Path path;
        for (const auto& [from, read_as] : layers) path.push_back({from, read_as});
        path.resize(std::min(path.size(), kMaxLayers));
        return path;
      });
}

bool keeps_ascii(EncodingId id) {
  switch (encoding::get(id).family) {
    case Family::kUtf16:
    case Family::kUtf32:
    case Family::kStateful:
    case Family::kFont:
      return false;
    default:
      break;
  }
  for (std::uint8_t b = 0x20; b < 0x7F; ++b) {
    const encoding::DecodeStep step = encoding::decode_step(id, {&b, 1});
    if (step.kind != encoding::DecodeStep::Kind::kCharacter || step.code_points[0] != b) return false;
  }
  return true;
}

// A yen sign for the backslash, an Arabic percent sign.
bool changes_ascii(const Decoder& decoder, EncodingId read_as) {
  return std::any_of(decoder.changes.begin(), decoder.changes.end(), [&](const TableChange& change) {
    return change.encoding == encoding::get(read_as).name && change.lead_first < 0x80;
  });
}

RC_GTEST_PROP(BakeProperties, AnyTextPathAndProfileIsAnswered, ()) {
  const std::string text = *rc::gen::oneOf(any_text(), any_bytes());
  const Path path = *any_path();
  const ProfileId profile = *any_profile();
  const Result<std::string> result = bake(text, path, profile);
  if (result) {
    RC_ASSERT(path.empty() || base::find_invalid_utf8(*result) == result->size());
  } else {
    RC_ASSERT(!result.error().message.empty());
  }
}

RC_GTEST_PROP(BakeProperties, AnyBytesAreDecoded, ()) {
  const std::string bytes = *any_bytes();
  std::string out;
  decode_layer(*any_encoding(), (*any_profile()).decoder, bytes, out);
  RC_ASSERT(base::find_invalid_utf8(out) == out.size());
  RC_ASSERT(out.size() <= 12 * bytes.size() + 12);
}

RC_GTEST_PROP(BakeProperties, AsciiStaysItself, ()) {
  const std::string text = *rc::gen::container<std::string>(rc::gen::inRange<char>(0x20, 0x7F));
  const EncodingId from = *any_encoding();
  const EncodingId read_as = *any_encoding();
  RC_PRE(keeps_ascii(from) && keeps_ascii(read_as));
  for (const ProfileId profile : proof_order()) {
    if (changes_ascii(decoders()[profile.decoder], read_as)) continue;
    RC_ASSERT(*bake(text, Path{{from, read_as}}, profile) == text);
  }
}

RC_GTEST_PROP(BakeProperties, LayersAreBakesOfBakes, ()) {
  const std::string text = *any_text();
  const Path path = *any_path();
  const ProfileId profile{(*any_profile()).decoder, 0};
  const Result<std::string> whole = bake(text, path, profile);
  Result<std::string> step = text;
  for (const Layer& layer : path) {
    if (step) step = bake(*step, Path{layer}, profile);
  }
  RC_ASSERT(whole.has_value() == step.has_value());
  if (whole) RC_ASSERT(*whole == *step);
}

// Where every byte has a character, reading back what was written wrongly gives the text again.
RC_GTEST_PROP(BakeProperties, ReadersWithoutHolesAreUndone, ()) {
  const std::string text = *any_text();
  for (const char* name : {"iso-8859-1", "koi8-r", "ibm437", "ibm866", "macintosh"}) {
    const EncodingId reader = *encoding::find(name);
    const Result<std::string> baked = bake(text, Path{{EncodingId::kUtf8, reader}}, ProfileId{});
    RC_ASSERT(baked.has_value());
    RC_ASSERT(encoding::encode(reader, *baked).bytes == text);
  }
}

RC_GTEST_PROP(BakeProperties, WhatWasBakedIsProven, ()) {
  const std::string text = *any_text();
  const EncodingId read_as = *any_encoding();
  const ProfileId profile = *any_profile();
  const Path path{{EncodingId::kUtf8, read_as}};
  const std::string damaged = *bake(text, path, profile);
  RC_ASSERT(proves(text, "", path, profile, damaged));
  const auto found = find_proof(text, "", path, damaged);
  if (!damaged.empty()) {
    RC_ASSERT(found.has_value());
    RC_ASSERT(*bake(text, path, *found) == damaged);
  }
}

}  // namespace
}  // namespace unbake::baking
