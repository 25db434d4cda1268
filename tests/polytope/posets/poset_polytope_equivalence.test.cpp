#include "tropiary/polytope/poset_polytope_equivalence.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"
#include "tropiary/order/relations.hpp"
#include "tropiary/polytope/order_polytope_faces.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

namespace tropiary {
namespace {

/// The incidences of a polytope as a poset of vertices below facets.
Poset incidences(const Polytope& k) {
  std::vector<Relation> relations;
  for (std::size_t v = 0; v < k.vertices().size(); ++v) {
    for (std::size_t f = 0; f < k.facets().size(); ++f) {
      if (k.facets()[f](k.vertices()[v]).is_zero()) relations.push_back({element(v), element(k.vertices().size() + f)});
    }
  }
  return Poset::from_relations(k.vertices().size() + k.facets().size(), relations);
}

}  // namespace

TEST_CASE("order and chain polytopes are equivalent exactly without an X-subposet") {
  for (std::size_t n = 0; n <= 6; ++n) {
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      const auto x = find_x_subposet(p);
      REQUIRE(are_order_and_chain_polytope_equivalent(p) == !x.has_value());
      if (n <= 5) {
        REQUIRE(are_order_and_chain_polytope_equivalent(p) ==
                find_isomorphism(incidences(order_polytope(p)), incidences(chain_polytope(p))).has_value());
      }
      if (!x) continue;
      const auto less = [&](std::size_t i, std::size_t j) { return p.less((*x)[i], (*x)[j]); };
      REQUIRE((less(0, 2) && less(1, 2) && less(2, 3) && less(2, 4)));
      REQUIRE((!p.comparable((*x)[0], (*x)[1]) && !p.comparable((*x)[3], (*x)[4])));
    }
  }
}

TEST_CASE("order polytopes of posets on up to six points are of 1 and 2 and 4 and 11 and 34 and 150 types") {
  const std::size_t types[] = {1, 1, 2, 4, 11, 34, 150};
  for (std::size_t n = 0; n <= 6; ++n) {
    std::set<std::vector<std::vector<Relation>>> found;
    std::size_t posets = 0;
    for (const Poset& p : testing::all_unlabelled_posets(n)) {
      const std::vector<Poset> together = order_polytope_equivalence_class(p);
      std::vector<std::vector<Relation>> key;
      for (const Poset& q : together) key.push_back(q.covers());
      REQUIRE(std::any_of(together.begin(), together.end(), [&](const Poset& q) { return q == canonical_form(p); }));
      if (found.insert(key).second) posets += together.size();
    }
    CHECK(found.size() == types[n]);
    CHECK(posets == testing::all_unlabelled_orders(n).size());
  }
}

TEST_CASE("flips lead to exactly the posets with isomorphic incidences") {
  for (std::size_t n = 1; n <= 5; ++n) {
    const std::vector<Poset> posets = testing::all_unlabelled_posets(n);
    for (std::size_t i = 0; i < posets.size(); ++i) {
      const std::vector<Poset> together = order_polytope_equivalence_class(posets[i]);
      for (std::size_t j = 0; j < posets.size(); ++j) {
        const bool by_flips = std::find(together.begin(), together.end(), canonical_form(posets[j])) != together.end();
        REQUIRE(are_order_polytopes_equivalent(posets[i], posets[j]) == by_flips);
      }
    }
  }
}

TEST_CASE("a flip keeps the f-vector and the dual is reached by flips") {
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    CAPTURE(seed);
    const Poset p = testing::random_composed_poset(8, seed);
    for (const Poset& q : order_polytope_flips(p)) CHECK(order_polytope_f_vector(q) == order_polytope_f_vector(p));
    const std::vector<Poset> together = order_polytope_equivalence_class(p);
    CHECK(std::find(together.begin(), together.end(), canonical_form(dual(p))) != together.end());
    CHECK(are_order_polytopes_equivalent(p, dual(p)));
  }
  CHECK(order_polytope_flips(chain(4)).size() > 1);
  CHECK(order_polytope_equivalence_class(chain(7)).size() == 1);
  CHECK_ERROR(order_polytope_equivalence_class(fence(5), 1), Errc::too_large, "max_posets");
  CHECK_ERROR(are_order_polytopes_equivalent(antichain(20), antichain(20)), Errc::too_large, "1048576 up-sets");
}

}  // namespace tropiary
