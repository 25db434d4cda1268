#include "tropiary/network/depth_bound.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "support/posets.hpp"
#include "tropiary/compile/lower.hpp"
#include "tropiary/operad/compose.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/isomorphism.hpp"

namespace tropiary {
namespace {

// mathematics of the sixteen posets on four points: the antichain needs exactly one layer, N, the chain and two others
// exactly three, the diamond, Y and its dual at least two.
TEST_CASE("lower bounds of depth for the posets on four points are the known ones") {
  std::map<std::size_t, std::size_t> count;
  for (const Poset& p : testing::all_unlabelled_posets(4)) {
    const DepthBound bound = depth_lower_bound(p);
    ++count[bound.hidden_layers];
    const bool odd = testing::brute_count_linear_extensions(p) % 2 == 1;
    CHECK((bound.hidden_layers == 3) == odd);
    CHECK((bound.hidden_layers == 1) == (p.count_covers() == 0));
  }
  CHECK(count == std::map<std::size_t, std::size_t>{{1, 1}, {2, 11}, {3, 4}});
  CHECK(depth_lower_bound(paper_poset(12)).hidden_layers == 3);  // N
  CHECK(depth_lower_bound(chain(4)).hidden_layers == 3);
}

TEST_CASE("a bound comes with its minor step by step") {
  for (const Poset& p : {chain(9), fence(8), boolean_lattice(3), crown(4), grid(std::vector<std::size_t>{3, 3})}) {
    const DepthBound bound = depth_lower_bound(p);
    REQUIRE(bound.hidden_layers >= 1);
    CHECK(bound.minor.size() == std::size_t{1} << (bound.hidden_layers - 1));
    CHECK(bound.linear_extensions.is_odd());
    CHECK(bound.linear_extensions == Integer(testing::brute_count_linear_extensions(bound.minor)));
    CHECK(bound.steps.size() == p.size() - bound.minor.size());
    CHECK(lower(p).depth() >= bound.hidden_layers);
  }
}

TEST_CASE("no network that lowering makes is shallower than the bound") {
  for (std::size_t n = 0; n <= 6; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      CHECK(depth_lower_bound(p).hidden_layers <= lower(p).depth());
      CHECK(depth_lower_bound(p).hidden_layers <= lower_by_up_sets(p).depth());
    }
  }
}

TEST_CASE("a cap on the minors weakens the bound at most") {
  const Poset p = fence(9);
  CHECK(depth_lower_bound(p, 1).hidden_layers <= depth_lower_bound(p).hidden_layers);
  CHECK(depth_lower_bound(p, 1).hidden_layers >= 1);
  CHECK(depth_lower_bound(Poset()).hidden_layers == 0);
  CHECK(to_string(MinorStep{MinorStep::Kind::contract, "1", "2"}) == "contract 1<2");
}

}  // namespace
}  // namespace tropiary
