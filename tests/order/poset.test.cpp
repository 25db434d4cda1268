#include "tropiary/order/poset.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/transitive_closure.hpp>
#include <catch2/catch.hpp>

#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"

using namespace tropiary;
using namespace tropiary::testing;

namespace {

Relation relation(std::size_t lower, std::size_t upper) { return {element(lower), element(upper)}; }

std::vector<Relation> random_relations(std::size_t n, std::size_t count, Random& random) {
  const std::vector<std::size_t> place = random.permutation(n);
  std::vector<Relation> relations;
  while (relations.size() < count) {
    const std::size_t i = random.below(n);
    const std::size_t j = random.below(n);
    if (i < j) relations.push_back(relation(place[i], place[j]));
  }
  return relations;
}

template <class Action>
Error error_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error was thrown");
  throw std::logic_error("unreachable");
}

}  // namespace

TEST_CASE("a poset of relations is their transitive closure as Boost.Graph computes it") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::size_t n = 2 + random.below(90);  // both sides of one machine word
    const std::vector<Relation> relations = random_relations(n, random.below(3 * n), random);
    const Poset p = Poset::from_relations(n, relations);
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> graph(n);
    for (const Relation& r : relations) boost::add_edge(index(r.lower), index(r.upper), graph);
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> closure;
    boost::transitive_closure(graph, closure);
    for (std::size_t i = 0; i < n; ++i) {
      const ElementSet above = p.above(element(i));
      const ElementSet below = p.below(element(i));
      for (std::size_t j = 0; j < n; ++j) {
        const bool less = boost::edge(i, j, closure).second;
        REQUIRE(p.less(element(i), element(j)) == less);
        REQUIRE(above.contains(element(j)) == less);
        REQUIRE(below.contains(element(j)) == p.less(element(j), element(i)));
      }
    }
  }
}

TEST_CASE("y covers x iff x is below y with nothing between") {
  std::vector<Poset> posets = all_labelled_posets(4);
  for (std::uint64_t seed = 1; seed <= 20; ++seed)
    posets.push_back(random_poset(70, 0.02 * static_cast<double>(seed), seed));
  for (const Poset& p : posets) {
    std::size_t covers = 0;
    for (std::size_t x = 0; x < p.size(); ++x) {
      const auto upper = p.upper_covers(element(x));
      REQUIRE(std::is_sorted(upper.begin(), upper.end()));
      for (std::size_t y = 0; y < p.size(); ++y) {
        const bool expected = p.less(element(x), element(y)) && !(p.above(element(x)).intersects(p.below(element(y))));
        covers += expected ? 1U : 0U;
        REQUIRE((std::find(upper.begin(), upper.end(), element(y)) != upper.end()) == expected);
        const auto lower = p.lower_covers(element(y));
        REQUIRE((std::find(lower.begin(), lower.end(), element(x)) != lower.end()) == expected);
      }
    }
    REQUIRE(p.count_covers() == covers);
    const std::vector<Relation> listed = p.covers();
    REQUIRE(listed.size() == covers);
    REQUIRE(std::is_sorted(listed.begin(), listed.end()));
  }
}

TEST_CASE("the linear extension is the first one in the order of positions") {
  for (const SmallOrder& order : all_labelled_orders(5)) {
    const Poset p = to_poset(order);
    std::uint32_t done = 0;
    for (Element x : p.linear_extension()) {
      std::size_t expected = 0;  // the smallest position not done with everything below it done
      for (;; ++expected) {
        if (((done >> expected) & 1U) != 0) continue;
        bool ready = true;
        for (std::size_t y = 0; y < 5; ++y) ready = ready && (!order.less(y, expected) || ((done >> y) & 1U) != 0);
        if (ready) break;
      }
      REQUIRE(index(x) == expected);
      done |= 1U << index(x);
    }
    REQUIRE(done == 31);
  }
}

TEST_CASE("the N keeps its numbering though it is not a linear extension") {
  const Poset n = Poset::from_relations(4, std::vector{relation(0, 1), relation(2, 1), relation(2, 3)});
  CHECK(n == paper_poset(12));
  CHECK(n.covers() == std::vector{relation(0, 1), relation(2, 1), relation(2, 3)});
  const auto extension = n.linear_extension();
  CHECK(std::vector(extension.begin(), extension.end()) == std::vector{element(0), element(2), element(1), element(3)});
  CHECK(n.minimal_elements() == std::vector{element(0), element(2)});
  CHECK(n.maximal_elements() == std::vector{element(1), element(3)});
  CHECK(n.label(element(2)) == "3");
}

TEST_CASE("repeated and implied relations do not change a poset") {
  const std::vector<Relation> covers{relation(0, 1), relation(1, 2), relation(2, 3)};
  std::vector<Relation> more = covers;
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = i + 1; j < 4; ++j) more.insert(more.end(), 3, relation(i, j));
  }
  CHECK(Poset::from_relations(4, covers) == Poset::from_relations(4, more));
  CHECK(Poset::from_relations(4, more).covers() == covers);
  CHECK_FALSE(Poset::from_relations(4, covers) == Poset::from_relations(5, covers));
  CHECK_FALSE(chain(3) == antichain(3));
}

TEST_CASE("cyclic relations are refused with a cycle named by its labels") {
  const std::vector<Relation> relations{relation(0, 1), relation(1, 2), relation(2, 3), relation(3, 1)};
  const Error error = error_of([&] { (void)Poset::from_relations(5, relations, {"a", "b", "c", "d", "e"}); });
  CHECK(error.code() == Errc::cyclic_relations);
  const std::string message = error.what();
  CAPTURE(message);
  // Some rotation of b < c < d < b, and neither a nor e.
  CHECK((message.find("b < c < d < b") != std::string::npos || message.find("c < d < b < c") != std::string::npos ||
         message.find("d < b < c < d") != std::string::npos));
  const Error loop = error_of([] { (void)Poset::from_relations(2, std::vector{relation(1, 1)}); });
  CHECK(loop.code() == Errc::cyclic_relations);
  CHECK(std::string(loop.what()).find("2 < 2") != std::string::npos);
}

TEST_CASE("elements out of range and wrong labels are refused") {
  CHECK(error_of([] { (void)Poset::from_relations(2, std::vector{relation(0, 2)}); }).code() == Errc::invalid_argument);
  CHECK(error_of([] { (void)Poset::from_relations(2, {}, {"a"}); }).code() == Errc::invalid_argument);
  const Error twice = error_of([] { (void)Poset::from_relations(2, {}, {"a", "a"}); });
  CHECK(twice.code() == Errc::invalid_argument);
  CHECK(std::string(twice.what()).find("\"a\"") != std::string::npos);
  CHECK(error_of([] { (void)chain(2).with_labels({"x", "x"}); }).code() == Errc::invalid_argument);
  CHECK(error_of([] { (void)Poset::from_relations(std::size_t{1} << 33, {}); }).code() == Errc::too_large);
}

TEST_CASE("labels are kept and are no part of the order") {
  const Poset p = Poset::from_relations(2, std::vector{relation(0, 1)}, {"low", "high"});
  CHECK(p.has_labels());
  CHECK(p.label(element(1)) == "high");
  CHECK(p.labels() == std::vector<std::string>{"low", "high"});
  CHECK(p == chain(2));
  CHECK_FALSE(p.with_labels({}).has_labels());
  CHECK(antichain(3).labels() == std::vector<std::string>{"1", "2", "3"});
}

TEST_CASE("the empty poset has no elements and no relations") {
  const Poset p;
  CHECK(p.empty());
  CHECK(p == Poset::from_relations(0, {}));
  CHECK(p.covers().empty());
  CHECK(p.linear_extension().empty());
  CHECK(p.minimal_elements().empty());
}

TEST_CASE("beyond the closure limit the order is walked and shortcuts still vanish") {
  // A chain given with shortcut relations, on both sides of the limit, in a scrambled numbering.
  for (std::size_t n : {Poset::closure_limit, Poset::closure_limit + 1}) {
    Random random(n);
    const std::vector<std::size_t> place = random.permutation(n);
    std::vector<Relation> relations;
    for (std::size_t i = 0; i + 1 < n; ++i) relations.push_back(relation(place[i], place[i + 1]));
    for (std::size_t i = 0; i + 2 < n; i += 7) relations.push_back(relation(place[i], place[i + 2]));
    relations.push_back(relation(place[0], place[n - 1]));
    random.shuffle(relations);
    const Poset p = Poset::from_relations(n, relations);
    REQUIRE(p.count_covers() == n - 1);
    for (std::size_t i = 0; i + 1 < n; ++i) REQUIRE(p.upper_covers(element(place[i])).size() == 1);
    for (int trial = 0; trial < 100; ++trial) {
      const std::size_t i = random.below(n);
      const std::size_t j = random.below(n);
      REQUIRE(p.less(element(place[i]), element(place[j])) == (i < j));
    }
    REQUIRE(p.above(element(place[n / 2])).count() == n - 1 - n / 2);
    REQUIRE(p.below(element(place[n / 2])).count() == n / 2);
    relations.push_back(relation(place[n - 1], place[n / 2]));
    REQUIRE(error_of([&] { (void)Poset::from_relations(n, relations); }).code() == Errc::cyclic_relations);
  }
}

TEST_CASE("a hundred thousand points in a tree are an ordinary poset") {
  Random random(5);
  std::vector<Relation> parents;
  for (std::size_t i = 1; i < 100'000; ++i) parents.push_back(relation(random.below(i), i));
  const Poset tree = Poset::from_relations(100'000, parents);
  CHECK(tree.count_covers() == 99'999);
  CHECK(tree.minimal_elements().size() == 1);
  for (std::size_t i = 1; i < 100'000; i += 9973) CHECK(tree.less(element(0), element(i)));
}
