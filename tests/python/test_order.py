"""Posets in Python: laws over random posets, definitions by brute force, and the numbers of the literature."""

import copy
import itertools
import json
import math
import pickle
import xml.etree.ElementTree

import pytest
import tropiary
from hypothesis import given
from hypothesis import strategies as st
from strategies import posets, subsets, up_sets_by_definition

N = tropiary.Poset("N")


def test_the_n_keeps_its_numbering():
    assert N.covers == ((0, 1), (2, 1), (2, 3))
    assert N == tropiary.paper_poset(12) == tropiary.Poset("1<2, 3<2, 3<4") == tropiary.parse_poset("paper:12")
    assert (N.size, len(N), N.count_covers, N.empty) == (4, 4, 3, False)
    assert N.minimal_elements == (0, 2) and N.maximal_elements == (1, 3)
    assert N.upper_covers(2) == (1, 3) and N.lower_covers(1) == (0, 2)
    assert N.above(2) == frozenset({1, 3}) and N.below(3) == frozenset({2})
    assert N.labels == ("1", "2", "3", "4")
    assert tropiary.count_up_sets(N) == 8 and tropiary.count_linear_extensions(N) == 5


@given(posets())
def test_the_order_is_transitive_and_antisymmetric_and_its_covers_generate_it(p):
    for a, b in itertools.product(range(p.size), repeat=2):
        assert p.less(a, b) == (b in p.above(a)) == (a in p.below(b))
        assert not (p.less(a, b) and p.less(b, a))
        assert p.less_equal(a, b) == (a == b or p.less(a, b))
        assert p.comparable(a, b) == (p.less_equal(a, b) or p.less_equal(b, a))
        assert ((a, b) in p.covers) == (p.less(a, b) and not any(p.less(a, c) and p.less(c, b) for c in range(p.size)))
    rank = {e: i for i, e in enumerate(p.linear_extension)}
    assert sorted(rank) == list(range(p.size)) and all(rank[a] < rank[b] for a, b in p.covers)
    assert tropiary.Poset.from_relations(p.size, p.covers) == p


@given(posets())
def test_text_json_digraph6_repr_pickle_and_copies_give_the_same_poset(p):
    assert tropiary.poset_from_json(tropiary.to_json(p)) == p
    assert tropiary.parse_digraph6(tropiary.to_digraph6(p)) == p
    assert tropiary.parse_relations(tropiary.to_relations_text(p)) == p
    assert eval(repr(p), {"Poset": tropiary.Poset}) == p
    assert pickle.loads(pickle.dumps(p)) == p == copy.deepcopy(p)
    assert hash(copy.copy(p)) == hash(p)
    assert json.loads(tropiary.to_json(p))["covers"] == [list(cover) for cover in p.covers]


def test_labels_are_kept_and_do_not_count():
    p = tropiary.Poset.from_relations(2, [(1, 0)], ["ä", 'say "b"'])
    assert p.has_labels and p.labels == ("ä", 'say "b"') and p.label(1) == 'say "b"'
    assert pickle.loads(pickle.dumps(p)).labels == p.labels
    assert p == p.with_labels([]) and hash(p) == hash(p.with_labels([])) and not p.with_labels([]).has_labels
    assert len({p, p.with_labels(["x", "y"])}) == 1
    assert p != tropiary.chain(2) and p != "1<2"


@given(posets())
def test_up_sets_are_listed_once_each(p):
    listed = list(tropiary.up_sets(p))
    assert all(isinstance(s, frozenset) for s in listed)
    assert len(listed) == len(set(listed)) == tropiary.count_up_sets(p)
    assert set(listed) == up_sets_by_definition(p)
    assert listed[0] == frozenset() and set(tropiary.UpSets(p)) == set(listed)
    assert len(listed) == tropiary.count_up_sets(tropiary.dual(p))


def test_up_sets_are_lazy_and_outlive_the_name_of_their_poset():
    iterator = iter(tropiary.up_sets(tropiary.antichain(200)))
    assert [len(next(iterator)) for _ in range(4)] == [0, 1, 1, 2]


@given(posets(), st.data())
def test_closures_agree_with_their_definition(p, data):
    s = data.draw(st.sampled_from(list(subsets(p.size))))
    assert tropiary.up_closure(p, s) == s.union(*(p.above(e) for e in s))
    assert tropiary.down_closure(p, list(s)) == s.union(*(p.below(e) for e in s))
    assert tropiary.is_up_set(p, s) == (s in up_sets_by_definition(p))
    assert tropiary.minimal_elements(p, s) == {e for e in s if not any(p.less(x, e) for x in s)}
    assert tropiary.maximal_elements(p, s) == {e for e in s if not any(p.less(e, x) for x in s)}
    twins = [x for x in range(p.size) if x not in s]
    same = all(len({(p.less(x, e), p.less(e, x)) for e in s}) <= 1 for x in twins)
    assert tropiary.is_module(p, s) == same


@given(posets(max_size=5), posets(max_size=4))
def test_sums_and_products_and_their_counts(p, q):
    union, ordinal = p + q, p * q
    assert union == tropiary.disjoint_union(p, q) and ordinal == tropiary.ordinal_sum(p, q)
    assert tropiary.count_up_sets(union) == tropiary.count_up_sets(p) * tropiary.count_up_sets(q)
    assert tropiary.count_up_sets(ordinal) == tropiary.count_up_sets(p) + tropiary.count_up_sets(q) - 1
    e, f = tropiary.count_linear_extensions(p), tropiary.count_linear_extensions(q)
    assert tropiary.count_linear_extensions(union) == e * f * math.comb(p.size + q.size, p.size)
    assert tropiary.count_linear_extensions(ordinal) == e * f
    product = tropiary.product(p, q)
    assert all(
        product.less_equal(i * q.size + j, k * q.size + m) == (p.less_equal(i, k) and q.less_equal(j, m))
        for i, j, k, m in itertools.product(range(p.size), range(q.size), range(p.size), range(q.size))
    )
    assert tropiary.lexicographic_sum(tropiary.chain(2), [p, q]) == ordinal
    assert tropiary.lexicographic_sum(tropiary.antichain(2), [p, q]) == union


def test_named_posets_and_constructions_agree():
    assert tropiary.Poset("chain:4") == tropiary.chain(4)
    assert tropiary.Poset("antichain:3") == tropiary.antichain(3)
    assert tropiary.Poset("boolean:3") == tropiary.boolean_lattice(3)
    assert tropiary.Poset("fence:5") == tropiary.fence(5)
    assert tropiary.Poset("crown:3") == tropiary.crown(3)
    assert tropiary.Poset("grid:3x4") == tropiary.grid([3, 4]) == tropiary.product(tropiary.chain(3), tropiary.chain(4))
    assert tropiary.Poset("divisors:60") == tropiary.divisor_lattice(60)
    assert tropiary.divisor_lattice(12).labels == ("1", "2", "3", "4", "6", "12")
    assert tropiary.named_poset("diamond") == tropiary.paper_poset(14)
    assert tropiary.is_poset_name("chain:4") and not tropiary.is_poset_name("1<2")
    assert tropiary.Poset() == tropiary.chain(0) and repr(tropiary.Poset()) == "Poset()"


@given(posets(), st.data())
def test_relabelling_keeps_every_invariant(p, data):
    image = data.draw(st.permutations(range(p.size)))
    q = tropiary.relabelled(p, image)
    assert all(q.less(image[a], image[b]) == p.less(a, b) for a in range(p.size) for b in range(p.size))
    assert tropiary.induced_subposet(q, image) == p
    assert tropiary.canonical_form(q) == tropiary.canonical_form(p)
    for invariant in (
        tropiary.height, tropiary.width, tropiary.count_connected_components, tropiary.count_linear_extensions,
        tropiary.is_lattice, tropiary.is_graded, tropiary.order_polynomial, tropiary.zeta_polynomial,
        tropiary.reduced_euler_characteristic, tropiary.dimension, tropiary.automorphism_group_order,
        tropiary.is_series_parallel, tropiary.is_prime,
    ):
        assert invariant(q) == invariant(p), invariant.__name__


def value(polynomial, t):
    return sum(c * t**k for k, c in enumerate(polynomial))


@given(posets())
def test_polynomials_count_what_they_count(p):
    omega, zeta = tropiary.order_polynomial(p), tropiary.zeta_polynomial(p)
    assert value(omega, 2) == tropiary.count_up_sets(p)
    assert omega[-1] * math.factorial(p.size) == tropiary.count_linear_extensions(p)
    assert value(zeta, 2) == p.size
    assert value(zeta, 3) == p.size + sum(p.less(a, b) for a in range(p.size) for b in range(p.size))
    chain = tropiary.maximum_antichain(p)
    assert len(chain) == tropiary.width(p)
    assert not any(p.less(a, b) for a in chain for b in chain)


def test_counts_beyond_64_bits_are_ints():
    assert tropiary.count_up_sets(tropiary.antichain(300)) == 2**300
    assert tropiary.count_linear_extensions(tropiary.antichain(100)) == math.factorial(100)
    assert tropiary.count_linear_extensions(tropiary.boolean_lattice(5)) == 14807804035657359360


def test_the_modular_decomposition_of_a_composed_poset():
    p = tropiary.compose(N, [tropiary.chain(2), tropiary.chain(1), tropiary.antichain(2), tropiary.chain(1)])
    tree = tropiary.modular_decomposition(p)
    root = tree.nodes[tree.root]
    assert root.kind == "prime" and root.quotient == N and root.point is None
    kinds = [tree.nodes[i].kind for i in root.children]
    assert kinds == ["ordinal_sum", "point", "disjoint_union", "point"]
    assert tree.nodes[root.children[1]].point == 2 and tree.nodes[root.children[1]].quotient is None
    assert tropiary.modular_decomposition(tropiary.Poset()).root is None


def test_drawings_are_svg_and_dot():
    svg = tropiary.to_svg(N, highlight={1, 3})
    assert xml.etree.ElementTree.fromstring(svg).tag.endswith("svg")
    assert N._repr_svg_() == tropiary.to_svg(N)
    assert tropiary.to_svg(N, labels=False) != tropiary.to_svg(N) != svg
    assert tropiary.chain(1000)._repr_svg_() is None
    assert tropiary.to_dot(N).startswith("digraph")


def test_large_posets_are_ordinary_values():
    p = tropiary.chain(3000) + tropiary.antichain(3000)
    assert repr(p) == "<Poset of 6000 points and 2999 covers>"
    assert tropiary.count_up_sets(p) == 3001 * 2**3000
