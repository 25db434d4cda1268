#include "tropiary/order/up_set_lattice.hpp"

#include <array>
#include <catch2/catch.hpp>

#include "support/errors.hpp"
#include "support/posets.hpp"
#include "tropiary/order/classes.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"
#include "tropiary/order/isomorphism.hpp"
#include "tropiary/order/up_sets.hpp"

using namespace tropiary;
using namespace tropiary::testing;

TEST_CASE("the lattice of up-sets is the inclusion of all up-sets") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for (const SmallOrder& order : all_unlabelled_orders(n)) {
      const Poset p = to_poset(order);
      const Poset lattice = up_set_lattice(p);
      std::vector<std::uint32_t> sets;
      for (const ElementSet& set : up_sets(p)) sets.push_back(to_mask(set));
      REQUIRE(lattice.size() == sets.size());
      for (std::size_t x = 0; x < sets.size(); ++x) {
        for (std::size_t y = 0; y < sets.size(); ++y) {
          REQUIRE(lattice.less_equal(element(x), element(y)) == ((sets[x] & ~sets[y]) == 0));
        }
      }
    }
  }
}

TEST_CASE("a poset is the Birkhoff poset of its lattice of up-sets") {
  for (std::size_t n = 0; n <= 6; ++n) {
    for (const SmallOrder& order : all_unlabelled_orders(n)) {
      const Poset p = to_poset(order);
      const Poset lattice = up_set_lattice(p, UpSetLabels::none);
      REQUIRE(is_distributive(lattice));
      REQUIRE(height(lattice) == n + 1);
      REQUIRE(width(up_set_lattice(p, UpSetLabels::none)) == width(lattice));
      const Poset back = birkhoff_poset(lattice);
      REQUIRE(canonical_form(back) == canonical_form(p));
      REQUIRE(meet_irreducibles(lattice).size() == n);
    }
  }
}

TEST_CASE("a distributive lattice is the lattice of up-sets of its Birkhoff poset") {
  for (std::size_t n = 1; n <= 6; ++n) {
    for (const SmallOrder& order : all_unlabelled_orders(n)) {
      const Poset p = to_poset(order);
      if (!is_distributive(p)) {
        CHECK_ERROR(birkhoff_poset(p), Errc::invalid_argument, "no distributive lattice");
        continue;
      }
      REQUIRE(canonical_form(up_set_lattice(birkhoff_poset(p))) == canonical_form(p));
    }
  }
  for (const Poset& p : {boolean_lattice(6), divisor_lattice(720720), grid(std::array<std::size_t, 3>{3, 4, 5})}) {
    REQUIRE(canonical_form(up_set_lattice(birkhoff_poset(p))) == canonical_form(p));
  }
}

TEST_CASE("up-sets of an antichain form a Boolean lattice and those of a chain a chain") {
  CHECK(canonical_form(up_set_lattice(antichain(6))) == canonical_form(boolean_lattice(6)));
  CHECK(canonical_form(up_set_lattice(chain(50))) == canonical_form(chain(51)));
  CHECK(up_set_lattice(antichain(16), UpSetLabels::none).count_covers() == 16U << 15U);
}

TEST_CASE("points of the lattice are labelled by up-sets or by antichains") {
  const Poset p = paper_poset(13);  // 1 < 2 < 3 < 4
  CHECK(up_set_lattice(p).labels() == std::vector<std::string>{"{}", "{4}", "{3,4}", "{2,3,4}", "{1,2,3,4}"});
  CHECK(up_set_lattice(p, UpSetLabels::antichains).labels() ==
        std::vector<std::string>{"{}", "{4}", "{3}", "{2}", "{1}"});
  CHECK_FALSE(up_set_lattice(p, UpSetLabels::none).has_labels());
  CHECK(birkhoff_poset(up_set_lattice(p, UpSetLabels::antichains)).labels() ==
        std::vector<std::string>{"{4}", "{3}", "{2}", "{1}"});
  for (const UpSetLabels labels : {UpSetLabels::up_sets, UpSetLabels::antichains, UpSetLabels::none}) {
    CHECK(up_set_labels(to_string(labels)) == labels);
  }
  CHECK_ERROR(up_set_labels("filters"), Errc::invalid_argument, "up_sets, antichains, none");
}

TEST_CASE("a lattice of too many up-sets is refused before it is made") {
  CHECK_ERROR(up_set_lattice(antichain(64)), Errc::too_large, "18446744073709551616 up-sets");
  CHECK_ERROR(up_set_lattice(chain(4), UpSetLabels::none, 4), Errc::too_large, "5 up-sets");
  CHECK_ERROR(up_set_lattice(chain(100'000)), Errc::too_large, "2^30 bytes");
}

TEST_CASE("the reason why a lattice is not distributive is in the message") {
  const Poset m3 = ordinal_sum(ordinal_sum(chain(1), antichain(3)), chain(1)).with_labels({"o", "a", "b", "c", "i"});
  CHECK_ERROR(birkhoff_poset(m3), Errc::invalid_argument, "diamond of o, a, b, c, i");
  CHECK_ERROR(birkhoff_poset(Poset()), Errc::invalid_argument, "empty");
}
