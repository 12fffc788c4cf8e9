#include "repair/path_costs.hpp"

#include <bit>
#include <string_view>

#include "encoding/encoding.hpp"

namespace unbake::repair {
namespace {

struct ReaderCost {
  std::string_view reader;
  float cost;
};

// How often text is wrongly read as each, from damaged pieces found in public code and pages. What is not listed is rare.
constexpr float kRareReader = 12.0F;
constexpr ReaderCost kReaderCosts[] = {
    {"windows-1252", 7.5F}, {"iso-8859-1", 8.0F},   {"gbk", 8.5F},          {"gb18030", 9.0F},
    {"windows-1251", 9.0F}, {"windows-1254", 9.0F}, {"windows-1250", 9.0F}, {"macintosh", 9.0F},
    {"ibm437", 9.0F},       {"ibm850", 9.0F},       {"shift_jis", 9.5F},    {"ibm866", 10.0F},
    {"ibm852", 10.0F},      {"koi8-r", 10.5F},      {"big5", 10.0F},        {"euc-kr", 10.0F},
    {"iso-8859-15", 10.5F}, {"iso-8859-2", 10.5F},  {"windows-1253", 10.5F}, {"windows-1255", 10.5F},
    {"windows-1256", 10.5F}, {"windows-1257", 10.5F}, {"windows-1258", 10.5F}, {"windows-874", 10.5F},
    {"euc-jp", 10.5F},      {"big5-hkscs", 11.0F},  {"iso-8859-9", 10.5F},
};

float cost_of_reader(std::string_view name) {
  for (const ReaderCost& entry : kReaderCosts) {
    if (entry.reader == name) return entry.cost;
  }
  return kRareReader;
}

}  // namespace

PathCosts::PathCosts() {
  for (int bit = 0; bit < encoding::reader_count(); ++bit) {
    set(bit, cost_of_reader(encoding::get(encoding::reader(bit)).name));
    allowed_ |= ReaderSet{1} << bit;
  }
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
