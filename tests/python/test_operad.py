"""The operad in Python: composition, terms and factorisation."""

import copy
from fractions import Fraction

import tropiary
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import posets, rationals

N = tropiary.Poset("N")


@given(posets(max_size=3), st.data())
def test_composition_is_the_lexicographic_sum(p, data):
    blocks = [data.draw(posets(max_size=3)) for _ in range(p.size)]
    total = tropiary.compose(p, blocks)
    assert total == tropiary.lexicographic_sum(p, blocks)
    place = [(i, x) for i, block in enumerate(blocks) for x in range(block.size)]
    for a, (i, x) in enumerate(place):
        for b, (j, y) in enumerate(place):
            assert total.less(a, b) == (blocks[i].less(x, y) if i == j else p.less(i, j))


@given(posets(max_size=4, min_size=1), posets(max_size=3), st.data())
def test_partial_composition_fills_one_point(p, q, data):
    i = data.draw(st.integers(0, p.size - 1))
    point = tropiary.chain(1)
    blocks = [q if j == i else point for j in range(p.size)]
    assert tropiary.compose(p, i, q) == tropiary.compose(p, blocks)
    assert tropiary.compose(p, i, point) == p


@given(posets(max_size=7))
def test_a_factorisation_denotes_the_poset(p):
    factorisation = tropiary.factorise(p)
    expanded = tropiary.expand(factorisation.term)
    assert sorted(factorisation.points) == list(range(p.size))
    assert tropiary.relabelled(expanded, factorisation.points) == p
    assert tropiary.count_up_sets(factorisation.term) == tropiary.count_up_sets(p)
    assert tropiary.count_linear_extensions(factorisation.term) == tropiary.count_linear_extensions(p)
    assert tropiary.count_covers(factorisation.term) == p.count_covers
    again = tropiary.parse_term(str(factorisation.term))
    assert tropiary.expand(again) == expanded == tropiary.expand(copy.copy(again))
    rebuilt = tropiary.Term.from_nodes(factorisation.term.nodes, factorisation.term.outers)
    assert str(rebuilt) == str(factorisation.term)


def test_terms_are_built_parsed_and_printed():
    term = tropiary.parse_term("N(chain:2, ., antichain:3, .)")
    assert (term.size, len(term), str(term)) == (7, 7, "N(chain:2, ., antichain:3, .)")
    assert repr(term) == "parse_term('N(chain:2, ., antichain:3, .)')"
    point, chain = tropiary.Term.point(), tropiary.Term.leaf(tropiary.chain(2))
    assert tropiary.expand(point + chain) == tropiary.Poset(". + chain:2")
    assert tropiary.expand(point * chain) == tropiary.chain(3)
    assert tropiary.expand(tropiary.Term.disjoint_union([point] * 3)) == tropiary.antichain(3)
    assert tropiary.expand(tropiary.Term.ordinal_sum([point, chain])) == tropiary.chain(3)
    composed = tropiary.Term.compose(N, [chain, point, point, point])
    assert tropiary.expand(composed) == tropiary.compose(N, 0, tropiary.chain(2))
    assert tropiary.expand(tropiary.parse_term_argument("1<2, 3<2, 3<4")) == N
    assert tropiary.expand(tropiary.parse_term_content('{"size": 2, "relations": [[0, 1]]}')) == tropiary.chain(2)
    assert term.outers == term.outers and term.outers[0][1] == "N"
    root = term.nodes[term.root]
    assert root.kind == "compose" and term.outers[root.outer][0] == N


def test_large_terms_are_never_expanded():
    term = tropiary.Term.ordinal_sum([tropiary.Term.disjoint_union([tropiary.Term()] * 100)] * 1000)
    assert term.size == 100_000
    assert tropiary.count_up_sets(term) == 1000 * (2**100 - 1) + 1
    assert tropiary.count_covers(term) == 999 * 100**2
    assert repr(term) == "<Term of 100000 points>"


@settings(max_examples=30)
@given(posets(max_size=3, min_size=1), st.lists(rationals(bits=4), min_size=3, max_size=3))
def test_the_action_on_polynomials_composes_poset_polynomials(p, x):
    blocks = [tropiary.chain(1)] * p.size
    f = tropiary.compose_polynomials(p, blocks)
    assert f == tropiary.expand(tropiary.PosetPolynomial(p))
    variables = []
    for i in range(p.size):
        essential = tropiary.oplus(
            tropiary.TropicalPolynomial.constant(p.size, 0), tropiary.TropicalPolynomial.variable(p.size, i)
        )
        variables.append((essential, [int(i == j) for j in range(p.size)]))
    acted, b = tropiary.act(p, variables)
    assert acted(x[: p.size]) == f(x[: p.size]) and b == (1,) * p.size


def test_the_antichain_acts_on_polytopes_as_the_minkowski_sum_and_the_chain_as_the_envelope():
    segment = tropiary.convex_hull([[0, 0], [1, 0]])
    triangle = tropiary.convex_hull([[0, 0], [0, 1], [1, 1]])
    pairs = [(segment, [0, 0]), (triangle, [0, 0])]
    k, b = tropiary.act(tropiary.antichain(2), pairs)
    assert k == tropiary.minkowski_sum([segment, triangle]).polytope and b == (Fraction(0), Fraction(0))
    assert tropiary.act(tropiary.chain(2), pairs, "reduced")[0] == tropiary.convex_envelope([segment, triangle])
