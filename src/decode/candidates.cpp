#include "decode/candidates.hpp"

namespace unbake::decoding {

std::span<const Candidate> candidates() {
  using enum encoding::EncodingId;
  // Three nats are twenty times rarer. Pages of the Web and Windows come first, then what Unix and mail had, DOS and
  // Apple, and what is hardly met any more. Rarity decides where the text does not.
  static constexpr Candidate kCandidates[] = {
      {kUtf8, 0},         {kWindows1252, 0}, {kWindows1251, 1}, {kGb18030, 1},     {kShiftJis, 1},    {kEucKr, 1},
      {kBig5, 1},         {kEucJp, 1.5},     {kWindows1250, 1}, {kWindows1253, 1}, {kWindows1254, 1}, {kWindows1255, 1},
      {kWindows1256, 1},  {kWindows1257, 1}, {kWindows1258, 3}, {kWindows874, 1},  {kKoi8R, 1.5},     {kIso88592, 1.5},
      {kIso88595, 3},     {kIso88597, 1.5},  {kIso88596, 2},    {kIso88598, 2},    {kIso88599, 1.5},  {kIso885915, 2},
      {kKoi8U, 2},        {kIso885913, 2.5}, {kIso88594, 3},    {kIso885916, 4.5}, {kIso88593, 4},    {kIso885910, 4},
      {kIso885914, 4},    {kIbm866, 2},      {kIbm850, 3},      {kIbm437, 4},      {kIbm852, 3},      {kIbm737, 3},
      {kIbm857, 4},       {kIbm775, 4},      {kIbm862, 4},      {kIbm864, 8},      {kIbm855, 5},      {kIbm869, 5},
      {kIbm1125, 5},      {kIbm860, 6},      {kIbm861, 6},      {kIbm863, 6},      {kIbm865, 6},      {kMacintosh, 3},
      {kXMacCyrillic, 3}, {kMacLatin2, 4},   {kMacGreek, 4},    {kMacTurkish, 5},  {kKoi8T, 6},       {kPtcp154, 5},
      {kKz1048, 4},       {kMik, 5},         {kBig5Hkscs, 3},   {kJohab, 4},       {kArmscii8, 10},   {kViscii, 6},
      {kTcvn3, 7},        {kVni, 8},         {kUtf16le, 2},     {kUtf16be, 3},     {kUtf32le, 5},     {kUtf32be, 5},
      {kCesu8, 8},
  };
  return kCandidates;
}

}  // namespace unbake::decoding
