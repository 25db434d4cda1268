#include "tropiary/polytope/normal_fan.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/polytopes.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/polytope/faces.hpp"
#include "tropiary/polytope/poset_polytopes.hpp"

using namespace tropiary;

namespace {

std::vector<Polytope> examples() {
  std::vector<Polytope> result;
  for (const char* name : {"N", "diamond", "antichain:3", "fence:5", "chain:4", "chain:0"}) {
    result.push_back(order_polytope(named_poset(name)));
    result.push_back(chain_polytope(named_poset(name)));
  }
  // A triangle in space.
  result.push_back(Polytope::from_theorem(3, {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
                                          {{0, {1, 0, 0}}, {0, {0, 1, 0}}, {0, {0, 0, 1}}}, {{-1, {1, 1, 1}}}));
  return result;
}

}  // namespace

TEST_CASE("a linear form in the cone of a face is largest on that face") {
  testing::Random random(5);
  for (const Polytope& k : examples()) {
    const NormalFan fan = normal_fan(k, true);
    std::size_t count = 1;
    for (const std::size_t f : f_vector(k)) count += f;
    CHECK(fan.cones.size() == count);
    CHECK(fan.lineality.size() == k.ambient_dimension() - static_cast<std::size_t>(k.dimension()));
    for (const NormalCone& cone : fan.cones) {
      RationalVector form(k.ambient_dimension());
      const auto add = [&](const std::vector<Integer>& ray, std::int64_t times) {
        for (std::size_t j = 0; j < form.size(); ++j) form[j] += Rational(ray[j]) * times;
      };
      for (const std::size_t ray : cone.rays) add(fan.rays[ray], random.between(1, 5));
      for (const auto& line : fan.lineality) add(line, random.between(-5, 5));
      std::vector<Rational> values;
      for (const RationalVector& vertex : k.vertices()) values.push_back(dot(form, vertex));
      const Rational most = *std::ranges::max_element(values);
      for (std::size_t v = 0; v < values.size(); ++v)
        CHECK((values[v] == most) == std::ranges::binary_search(cone.vertices, v));
    }
    const NormalFan maximal = normal_fan(k);
    CHECK(maximal.cones.size() == k.vertices().size());
    for (std::size_t v = 0; v < maximal.cones.size(); ++v)
      CHECK(maximal.cones[v].vertices == std::vector<std::size_t>{v});
  }
}

TEST_CASE("Gale vectors are affinely dependent as the vertices are and each facet gives a positive dependence") {
  for (const Polytope& k : examples()) {
    const std::vector<std::vector<Integer>> gale = gale_transform(k);
    REQUIRE(gale.size() == k.vertices().size());
    const std::size_t columns = k.vertices().size() - static_cast<std::size_t>(k.dimension()) - 1;
    RationalMatrix rows;
    for (const auto& vector : gale) {
      REQUIRE(vector.size() == columns);
      rows.emplace_back(vector.begin(), vector.end());
    }
    if (columns > 0) CHECK(rank(rows) == columns);
    for (const AffineForm& facet : k.facets()) {
      for (std::size_t c = 0; c < columns; ++c) {
        Rational sum = 0;
        for (std::size_t v = 0; v < gale.size(); ++v) sum += facet(k.vertices()[v]) * rows[v][c];
        CHECK(sum.is_zero());
      }
    }
  }
}
