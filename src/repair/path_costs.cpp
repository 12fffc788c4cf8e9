#include "repair/path_costs.hpp"

#include <algorithm>
#include <bit>
#include <string_view>

#include "encoding/encoding.hpp"

namespace unbake::repair {
namespace {

struct EncodingCost {
  std::string_view encoding;
  float cost;
};

// How often text is wrongly read as each, from damaged pieces found in public code and pages. What is not listed is
// rare.
constexpr float kRareReader = 12.0F;
constexpr EncodingCost kReaderCosts[] = {
    {"windows-1252", 7.5F},  {"iso-8859-1", 8.0F},    {"gbk", 8.5F},           {"gb18030", 9.0F},
    {"windows-1251", 9.0F},  {"windows-1254", 9.0F},  {"windows-1250", 9.0F},  {"macintosh", 9.0F},
    {"ibm437", 9.0F},        {"ibm850", 9.0F},        {"shift_jis", 9.5F},     {"ibm866", 10.0F},
    {"ibm852", 10.0F},       {"koi8-r", 10.5F},       {"big5", 10.0F},         {"euc-kr", 10.0F},
    {"iso-8859-15", 10.5F},  {"iso-8859-2", 10.5F},   {"windows-1253", 10.5F}, {"windows-1255", 10.5F},
    {"windows-1256", 10.5F}, {"windows-1257", 10.5F}, {"windows-1258", 10.5F}, {"windows-874", 10.5F},
    {"euc-jp", 10.5F},       {"big5-hkscs", 11.0F},   {"iso-8859-9", 10.5F},
};

// What legacy text in an encoding costs besides its reader; the likeliest of those that are met cost least.
constexpr float kRareSource = 6.0F;
constexpr EncodingCost kSourceCosts[] = {
    {"windows-1251", 2.0F},   {"gbk", 2.0F},          {"windows-1250", 3.0F},
    {"windows-1252", 3.0F},   {"shift_jis", 3.0F},    {"big5", 3.0F},
    {"euc-kr", 3.0F},         {"koi8-r", 3.0F},       {"ibm866", 3.0F},
    {"iso-8859-2", 3.5F},     {"euc-jp", 4.0F},       {"windows-1253", 4.0F},
    {"windows-1254", 4.0F},   {"windows-1255", 4.0F}, {"windows-1256", 4.0F},
    {"windows-874", 4.0F},    {"ibm850", 4.0F},       {"ibm852", 4.0F},
    {"macintosh", 4.0F},      {"ibm437", 4.5F},       {"windows-1257", 5.0F},
    {"x-mac-cyrillic", 5.0F}, {"iso-8859-5", 5.0F},
};

template <std::size_t n>
float cost_in(const EncodingCost (&table)[n], std::string_view name, float otherwise) {
  for (const EncodingCost& entry : table) {
    if (entry.encoding == name) return entry.cost;
  }
  return otherwise;
}

}  // namespace

PathCosts::PathCosts() : PathCosts(of_any_document()) {}

const PathCosts& PathCosts::of_any_document() {
  static const PathCosts costs = [] {
    PathCosts all{Blank{}};
    for (int bit = 0; bit < encoding::reader_count(); ++bit) {
      all.set(bit, cost_in(kReaderCosts, encoding::get(encoding::reader(bit)).name, kRareReader));
      all.allowed_ |= ReaderSet{1} << bit;
    }
    for (const encoding::Encoding& e : encoding::all_encodings())
      all.set_source(e.id, cost_in(kSourceCosts, e.name, kRareSource));
    all.set_source(encoding::EncodingId::kUtf8, 0);
    return all;
  }();
  return costs;
}

float PathCosts::cost_of(encoding::EncodingId source, ReaderSet readers) const {
  if (source == encoding::EncodingId::kUtf8) return cost_of(readers);
  return std::max(0.0F, source_cost(source) + cost_of(readers));
}

float PathCosts::cost_of_deeper(ReaderSet readers, ReaderSet outer) const {
  return damage.deeper_layer + cost_of(readers) - ((readers & outer) != 0 ? damage.same_reader : 0);
}

void PathCosts::restrict_to(ReaderSet allowed) { allowed_ &= allowed; }

int PathCosts::cheapest(ReaderSet readers) const {
  int best = std::countr_zero(readers);
  for (ReaderSet rest = readers & (readers - 1); rest != 0; rest &= rest - 1) {
    const int bit = std::countr_zero(rest);
    if (cost(bit) < cost(best)) best = bit;
  }
  return best;
}

}  // namespace unbake::repair
