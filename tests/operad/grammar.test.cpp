#include "tropiary/operad/grammar.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/invariants.hpp"

namespace tropiary {
namespace {

std::map<std::size_t, std::size_t> sizes(const std::vector<Term>& terms) {
  std::map<std::size_t, std::size_t> count;
  for (const Term& term : terms) ++count[term.size()];
  return count;
}

// OEIS A003430, A000012 and the partitions of n.
TEST_CASE("two points make the series-parallel posets") {
  const std::vector<Block> blocks = {{chain(2), "chain:2"}, {antichain(2), "antichain:2"}};
  CHECK(sizes(terms_over(blocks, 6)) ==
        std::map<std::size_t, std::size_t>{{1, 1}, {2, 2}, {3, 5}, {4, 15}, {5, 48}, {6, 167}});
  CHECK(sizes(terms_over(std::span(blocks).first(1), 5)) ==
        std::map<std::size_t, std::size_t>{{1, 1}, {2, 1}, {3, 1}, {4, 1}, {5, 1}});
}

TEST_CASE("terms over a block are different posets that their text gives back") {
  const std::vector<Block> blocks = {{paper_poset(12), "N"}, {antichain(2), ""}, {dual(chain(2)), ""}};
  const std::vector<Term> terms = terms_over(blocks, 6);
  CHECK(sizes(terms).at(4) == 16);
  std::set<std::vector<Relation>> seen;
  for (const Term& term : terms) {
    const Poset p = expand(term, false);
    CHECK(p.size() == term.size());
    CHECK(expand(parse_term(to_string(term)), false) == p);
    std::vector<Relation> form = canonical_form(p).covers();
    form.push_back({element(p.size()), element(p.size())});  // sizes apart
    CHECK(seen.insert(std::move(form)).second);
  }
}

TEST_CASE("a grammar refuses more than it can list") {
  const std::vector<Block> blocks = {{chain(2), ""}, {antichain(2), ""}};
  CHECK_THROWS_AS(terms_over(blocks, 65), Error);
  CHECK_THROWS_AS(terms_over(blocks, 30, 1000), Error);
  CHECK(terms_over(blocks, 0).empty());
  CHECK(terms_over({}, 5).size() == 1);
}

}  // namespace
}  // namespace tropiary
