#include "repair/path_costs.hpp"

#include <gtest/gtest.h>

#include "detect/examples.hpp"

namespace unbake::repair {
namespace {

using encoding::EncodingId;

TEST(PathCosts, EveryReaderCostsSomething) {
  const PathCosts costs;
  for (int bit = 0; bit < encoding::reader_count(); ++bit) {
    EXPECT_GT(costs.cost(bit), 0);
    EXPECT_NE(costs.allowed() >> bit & 1, 0U);
    EXPECT_EQ(costs.cost_of(ReaderSet{1} << bit), costs.cost(bit));
  }
}

TEST(PathCosts, TheCheapestReaderCounts) {
  PathCosts costs;
  costs.set(3, 5);
  costs.set(4, 2);
  costs.set(5, 2);
  const ReaderSet readers = ReaderSet{1} << 3 | ReaderSet{1} << 4 | ReaderSet{1} << 5;
  EXPECT_EQ(costs.cheapest(readers), 4);  // of the same cost the lower bit
  EXPECT_EQ(costs.cost_of(readers), 2);
  EXPECT_EQ(costs.cheapest(ReaderSet{1} << 3), 3);
}

TEST(PathCosts, TheSameReaderAgainIsLikelierThanAnother) {
  const PathCosts costs;
  const ReaderSet one = ReaderSet{1} << 3;
  const ReaderSet other = ReaderSet{1} << 4;
  EXPECT_EQ(costs.cost_of_deeper(one, other), costs.cost_of(one) + costs.damage.deeper_layer);
  EXPECT_EQ(costs.cost_of_deeper(one, one | other),
            costs.cost_of(one) + costs.damage.deeper_layer - costs.damage.same_reader);
  EXPECT_GT(costs.cost_of_deeper(one, one), 0);
}

TEST(PathCosts, MoreReadersNeverCostMore) {
  const PathCosts costs;
  ReaderSet readers = 0;
  float before = 1e9F;
  for (int bit = encoding::reader_count(); bit-- > 0;) {
    readers |= ReaderSet{1} << bit;
    EXPECT_LE(costs.cost_of(readers), before);
    before = costs.cost_of(readers);
  }
}

TEST(PathCosts, LegacyTextCostsMoreThanUtf8) {
  const PathCosts costs;
  const ReaderSet latin = tests::reader_named("windows-1252");
  EXPECT_EQ(costs.source_cost(EncodingId::kUtf8), 0);
  EXPECT_EQ(costs.cost_of(EncodingId::kUtf8, latin), costs.cost_of(latin));
  for (const encoding::Encoding& e : encoding::all_encodings()) {
    if (e.id == EncodingId::kUtf8) continue;
    EXPECT_GT(costs.cost_of(e.id, latin), costs.cost_of(latin)) << e.name;
  }
}

TEST(PathCosts, SourcesMayBeGivenTheirCost) {
  PathCosts costs;
  const EncodingId cyrillic = tests::encoding_named("windows-1251");
  costs.set_source(cyrillic, 1.5F);
  EXPECT_EQ(costs.source_cost(cyrillic), 1.5F);
  EXPECT_EQ(costs.cost_of(cyrillic, 1), costs.cost(0) + 1.5F);
}

TEST(PathCosts, RestrictionsAddUp) {
  PathCosts costs;
  costs.restrict_to(0b1110);
  costs.restrict_to(0b0111);
  EXPECT_EQ(costs.allowed(), 0b0110U);
}

TEST(PathCosts, DamageNeverPaysForItself) {
  const DamageCosts damage;
  for (const float cost : {damage.deeper_layer, damage.stay, damage.lost_marker, damage.lost_neighbour,
                           damage.lost_silently, damage.no_break_space}) {
    EXPECT_GE(cost, 0);
  }
}

}  // namespace
}  // namespace unbake::repair
