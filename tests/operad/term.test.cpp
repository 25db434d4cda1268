#include "tropiary/operad/term.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/posets.hpp"
#include "tropiary/error.hpp"
#include "tropiary/order/constructions.hpp"
#include "tropiary/order/names.hpp"
#include "tropiary/order/relations.hpp"

using namespace tropiary;
using namespace tropiary::testing;
using Kind = Term::Kind;

namespace {

/// The poset of a term by lexicographic sums alone, node by node: the oracle for `expand`.
Poset expanded_by_sums(const Term& term) {
  std::vector<Poset> posets;
  for (const Term::Node& node : term.nodes()) {
    std::vector<Poset> blocks;
    for (const std::size_t child : node.children) blocks.push_back(posets[child]);
    switch (node.kind) {
      case Kind::point:
        posets.push_back(chain(1));
        break;
      case Kind::disjoint_union:
        posets.push_back(lexicographic_sum(antichain(blocks.size()), blocks));
        break;
      case Kind::ordinal_sum:
        posets.push_back(lexicographic_sum(chain(blocks.size()), blocks));
        break;
      case Kind::compose:
        posets.push_back(lexicographic_sum(term.outers()[node.outer].poset, blocks));
        break;
    }
  }
  return posets.back();
}

Term random_term(Random& random, std::size_t size) {
  if (size == 0) return Term::disjoint_union({});
  if (size == 1 && random.chance(0.7)) return Term::point();
  const std::size_t kind = random.below(4);
  if (kind == 3 && size >= 2) return Term::leaf(random_poset(size, 0.4, random.below(1U << 30)));
  const std::size_t parts = kind == 2 ? 3 + random.below(3) : 2 + random.below(2);
  std::vector<std::size_t> sizes(parts);
  for (std::size_t i = 0; i < size; ++i) ++sizes[random.below(parts)];
  std::vector<Term> blocks;
  for (const std::size_t part : sizes) {
    // a part as large as the whole must not go on forever
    blocks.push_back(part == size ? Term::leaf(random_poset(part, 0.3, random.below(1U << 30)))
                                  : random_term(random, part));
  }
  if (kind == 0) return Term::disjoint_union(std::move(blocks));
  if (kind == 1) return Term::ordinal_sum(std::move(blocks));
  return Term::compose(random_poset(parts, 0.5, random.below(1U << 30)), std::move(blocks));
}

Errc code_of(const std::string& text) {
  try {
    parse_term(text);
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("no error for " << text);
  return {};
}

std::string message_of(const std::string& text) {
  try {
    parse_term(text);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("the unit of the operad is the point", "[term]") {
  const Term point;
  CHECK(point.size() == 1);
  CHECK(expand(point) == chain(1));
  CHECK(to_string(point) == ".");
  CHECK(count_up_sets(point) == 2);
  CHECK(count_linear_extensions(point) == 1);
  CHECK(count_covers(point) == 0);
}

TEST_CASE("a leaf keeps the numbering and the labels of its poset", "[term]") {
  const Poset n = paper_poset(12);
  CHECK(expand(Term::leaf(n, "N")) == n);
  CHECK(expand(parse_term("N")) == n);
  CHECK(to_string(parse_term(" N ")) == "N");
  const Poset labelled = parse_relations("b<a, c");
  const Poset back = expand(parse_term("[b<a, c]"));
  CHECK(back == labelled);
  CHECK(back.labels() == labelled.labels());
}

TEST_CASE("the sum binds weaker than the ordinal sum", "[term]") {
  const Poset expected = disjoint_union(chain(1), ordinal_sum(antichain(2), chain(3)));
  CHECK(expand(parse_term(". + antichain:2 * chain:3")) == expected);
  CHECK(expand(parse_term(".+(antichain:2)*chain:3")) == expected);
  CHECK(expand(parse_term("(. + antichain:2) * chain:3")) == ordinal_sum(antichain(3), chain(3)));
  CHECK(parse_term(". * . * .").nodes().size() == 4);
  CHECK(parse_term(". * (. * .)").nodes().size() == 5);
}

TEST_CASE("names and bracketed relations take arguments", "[term]") {
  const Poset n = paper_poset(12);
  const std::vector<Poset> blocks{chain(2), chain(1), antichain(3), chain(1)};
  const Poset expected = lexicographic_sum(n, blocks);
  const Poset parsed = expand(parse_term("N(chain:2, ., antichain:3, .)"));
  CHECK(parsed == expected);
  CHECK(parsed.labels() == expected.labels());
  const std::vector<Poset> inner{parse_relations("a<b"), chain(1), chain(1), chain(1)};
  CHECK(expand(parse_term("N([a<b], ., ., .)")).labels() == lexicographic_sum(n, inner).labels());
  CHECK(expand(parse_term("[a<b, c](N, ., antichain:0)")) ==
        lexicographic_sum(parse_relations("a<b, c"), std::vector{n, chain(1), Poset()}));
  CHECK(expand(parse_term("chain:3(., antichain:2, .)")) ==
        lexicographic_sum(chain(3), std::vector{chain(1), antichain(2), chain(1)}));
  CHECK(expand(parse_term("antichain:0()")).empty());
  CHECK(expand(parse_term("[]")).empty());
}

TEST_CASE("an empty block drops out and what it separated becomes a cover", "[term]") {
  CHECK(expand(parse_term("chain:3(., antichain:0, .)")) == chain(2));
  CHECK(expand(parse_term("paper:13(., [], ., .)")) == chain(3));
  CHECK(count_covers(parse_term("paper:13(., [], ., .)")) == 2);
  CHECK(count_up_sets(parse_term("paper:13(., [], ., .)")) == 4);
  CHECK(count_linear_extensions(parse_term("N(., ., [], .)")) == 3);
}

TEST_CASE("expansion is the lexicographic sum of its nodes", "[term]") {
  const std::uint64_t seed = 20260701;
  CAPTURE(seed);
  Random random(seed);
  for (int round = 0; round < 300; ++round) {
    const Term term = random_term(random, random.below(13));
    CAPTURE(round, to_string(term));
    const Poset p = expand(term);
    CHECK(p.size() == term.size());
    CHECK(p == expanded_by_sums(term));
    CHECK(p == expand(term, false));
    CHECK(count_covers(term) == Integer(p.count_covers()));
    CHECK(count_up_sets(term) == Integer(brute_up_sets(p).size()));
    if (p.size() <= 8) CHECK(count_linear_extensions(term) == Integer(brute_count_linear_extensions(p)));
    const Term read = parse_term(to_string(term));
    CHECK(expand(read) == p);
    CHECK(to_string(read) == to_string(term));
    if (term.nodes().back().kind == Kind::compose) CHECK(expand(read).labels() == p.labels());
  }
}

TEST_CASE("labels are those of the lexicographic sum where no node has points alone", "[term]") {
  for (const std::string text : {"N + [a<b] * .", "[x<y](N, diamond)", "[a.b, c](N, N)", "(. + N) * (N * .)"}) {
    const Term term = parse_term(text);
    CAPTURE(text);
    std::vector<Poset> posets;
    // leaves keep their labels, inner nodes are lexicographic sums
    for (const Term::Node& node : term.nodes()) {
      std::vector<Poset> blocks;
      bool leaf = true;
      for (const std::size_t child : node.children) {
        leaf = leaf && term.nodes()[child].kind == Kind::point;
        blocks.push_back(posets[child]);
      }
      const Poset outer = node.kind == Kind::compose       ? term.outers()[node.outer].poset
                          : node.kind == Kind::ordinal_sum ? chain(blocks.size())
                                                           : antichain(blocks.size());
      if (node.kind == Kind::point) {
        posets.push_back(chain(1));
      } else {
        posets.push_back(leaf ? outer : lexicographic_sum(outer, blocks));
      }
    }
    CHECK(expand(term).labels() == posets.back().labels());
  }
}

TEST_CASE("malformed terms are refused with line and column", "[term]") {
  CHECK(message_of("N(., ., .)") == "parse_term: a poset with 4 points is given 3 arguments, at line 1, column 1");
  CHECK_THAT(message_of("N(.,\n ., foo, .)"), Catch::Matchers::Contains("line 2, column 5"));
  CHECK_THAT(message_of("(. + ."), Catch::Matchers::Contains("never closed, at line 1, column 1"));
  CHECK_THAT(message_of(". +\n[a<<b]"), Catch::Matchers::Contains("at line 2, column 4"));
  for (const std::string text :
       {"",         " ",      "+",    ". +",         ". .",  "N N",      "(.",   ".)",    "()",
        "N(",       "N(.",    "N(.,", "N(.,.,.,.,)", "[a",   "[a<b](.)", "foo",  "chain", "chain:x",
        "chain:-1", "chain:", "N:3",  "paper:16x",   "[a]]", "&C?KG",    "., .", "[a<(b]"}) {
    CAPTURE(text);
    CHECK(code_of(text) == Errc::parse_error);
  }
  CHECK(code_of(std::string(". + \0 .", 7)) == Errc::parse_error);
  CHECK(code_of("[a<b, b<a]") == Errc::cyclic_relations);
  CHECK(code_of("antichain:99999999") == Errc::too_large);
  CHECK(code_of("antichain:99999999999999999999999999") == Errc::too_large);
  CHECK(code_of("antichain:16777217") == Errc::too_large);
}

TEST_CASE("arrays of nodes that are no tree are refused", "[term]") {
  const auto refused = [](std::vector<Term::Node> nodes, std::vector<Term::Outer> outers = {}) {
    CHECK_THROWS_AS(Term::from_nodes(std::move(nodes), std::move(outers)), Error);
  };
  refused({});
  refused({{}, {}});                                         // two roots
  refused({{Kind::disjoint_union, {0}, 0}});                 // its own child
  refused({{}, {Kind::disjoint_union, {0, 0}, 0}});          // a child twice
  refused({{}, {Kind::compose, {0}, 0}});                    // no outer poset
  refused({{}, {Kind::compose, {0}, 0}}, {{chain(2), ""}});  // too few blocks
  refused({{}, {Kind::point, {0}, 0}});
  CHECK(Term::from_nodes({{}, {Kind::compose, {0}, 0}}, {{chain(1), ""}}).size() == 1);
  CHECK_THROWS_AS(Term::compose(chain(2), {Term::point()}), Error);
}

TEST_CASE("closed formulas count what the literature counts", "[term]") {
  CHECK(count_linear_extensions(parse_term("antichain:20")) == factorial(20));
  CHECK(count_linear_extensions(parse_term("chain:5 + chain:7")) == binomial(12, 5));
  CHECK(count_up_sets(parse_term("chain:100 + chain:200")) == Integer(101 * 201));
  CHECK(count_up_sets(parse_term("boolean:5")) == 7581);
  CHECK(count_linear_extensions(parse_term("boolean:4")) == 1680384);
  // A poset as a leaf is decomposed: beyond reach as it stands, it is not by its parts. e(fence:60) is the Euler zigzag
  // number E_60 (OEIS A000111).
  const Integer zigzag("18108911496579230496545807741652158688733487349236314106008095454231325");
  CHECK(count_linear_extensions(parse_term("fence:60")) == zigzag);
  CHECK(count_linear_extensions(parse_term("[a<b, a<c, d<c](fence:60, [], ., .)")) == zigzag * 61);
  CHECK(count_linear_extensions(Term::leaf(antichain(40))) == factorial(40));
  const Poset parts = expand(parse_term("(fence:60 + antichain:40) * fence:60"));
  const Term leaf = Term::leaf(parts);
  CHECK(count_linear_extensions(leaf) == zigzag * zigzag * factorial(40) * binomial(100, 40));
  CHECK(count_up_sets(leaf) == Integer("4052739537881") * (pow(Integer(2), 40) + 1) - 1);  // 4052739537881 = F_62
  CHECK(count_linear_extensions(parse_term("N(chain:3, ., chain:2, .)")) ==
        count_linear_extensions(parse_term("N(chain:3, [a], chain:2, [b])")));
  CHECK(count_covers(parse_term("antichain:100000 * antichain:100000")) == Integer(10000000000));
  CHECK_THROWS_AS(expand(parse_term("antichain:100000 * antichain:100000")), Error);
}

TEST_CASE("terms of a million points and of any depth are ordinary values", "[term]") {
  const std::size_t n = 1000000;
  CHECK(parse_term("antichain:1000000").size() == n);
  CHECK(count_up_sets(parse_term("antichain:1000000")).bit_length() == n + 1);
  CHECK(count_up_sets(parse_term("chain:1000000")) == Integer(n + 1));
  CHECK(count_linear_extensions(parse_term("chain:1000000")) == 1);
  const Term nested = parse_term(std::string(n, '(') + "." + std::string(n, ')'));
  CHECK(nested.size() == 1);

  std::string text;
  for (std::size_t i = 0; i < n / 2; ++i) text += "(.*(.+";
  text += "." + std::string(n, ')');
  const Term deep = parse_term(text);
  CHECK(deep.size() == n + 1);
  CHECK(parse_term(to_string(deep)).nodes().size() == deep.nodes().size());
  CHECK(expand(deep, false).count_covers() == static_cast<std::size_t>(count_covers(deep).to_int64()));
  CHECK_THROWS_AS(expand(deep), Error);  // its labels would be of quadratic length

  std::string names;
  for (std::size_t i = 0; i < 100000; ++i) names += "N(.,.,";
  names += ".,.";
  for (std::size_t i = 1; i < 100000; ++i) names += "),.";
  const Term primes = parse_term(names + ")");
  CHECK(primes.size() == 300001);
  CHECK(primes.outers().size() == 1);
  CHECK(count_covers(primes) == Integer(expand(primes, false).count_covers()));
}

TEST_CASE("terms are built step by step in whatever way they lean", "[term]") {
  Term left = Term::point();
  Term right = Term::point();
  for (int i = 0; i < 50000; ++i) {
    std::vector<Term> parts(2);
    parts[0] = std::move(left);
    left = i % 2 == 0 ? Term::disjoint_union(std::move(parts)) : Term::ordinal_sum(std::move(parts));
    std::vector<Term> others(2);
    others[1] = std::move(right);
    right = i % 2 == 0 ? Term::disjoint_union(std::move(others)) : Term::ordinal_sum(std::move(others));
  }
  CHECK(left.size() == 50001);
  CHECK(right.size() == 50001);
  CHECK(count_up_sets(left) == count_up_sets(right));
}

TEST_CASE("the factorisation denotes the poset it came from", "[term]") {
  const std::uint64_t seed = 77001;
  CAPTURE(seed);
  const auto check = [](const Poset& p) {
    const Factorisation factorisation = factorise(p);
    CHECK(factorisation.term.size() == p.size());
    CHECK(factorisation.points.size() == p.size());
    if (!p.empty()) CHECK(relabelled(expand(factorisation.term, false), factorisation.points) == p);
    CHECK(count_covers(factorisation.term) == Integer(p.count_covers()));
    for (const Term::Outer& outer : factorisation.term.outers()) CHECK(outer.poset.size() >= 4);
  };
  for (std::size_t n = 0; n <= 4; ++n) {
    for (const Poset& p : all_labelled_posets(n)) check(p);
  }
  for (std::uint64_t i = 0; i < 30; ++i) check(random_composed_poset(5 + 3 * i, seed + i));
  for (std::uint64_t i = 0; i < 30; ++i) check(random_poset(4 + i % 10, 0.3, seed + i));
  CHECK(to_string(factorise(paper_poset(12)).term) == "N");
  CHECK(to_string(factorise(chain(5)).term) == "chain:5");
  CHECK(to_string(factorise(named_poset("diamond")).term) == ". * antichain:2 * .");
}

TEST_CASE("counts on the factorisation are those by brute force", "[term]") {
  for (std::size_t n = 0; n <= 5; ++n) {
    for (const Poset& p : all_unlabelled_posets(n)) {
      const Term term = factorise(p).term;
      CHECK(count_up_sets(term) == Integer(brute_up_sets(p).size()));
      CHECK(count_linear_extensions(term) == Integer(brute_count_linear_extensions(p)));
    }
  }
}
