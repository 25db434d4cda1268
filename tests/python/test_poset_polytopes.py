"""Polytopes of posets in Python: numbers and faces from the poset, triangulation, equivalence, marks."""

import itertools
import math
from fractions import Fraction

import pytest
import tropiary
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import posets


@settings(max_examples=40)
@given(posets(max_size=5))
def test_numbers_and_faces_come_from_the_poset(p):
    k = tropiary.order_polytope(p)
    assert tropiary.order_polytope_f_vector(p) == tropiary.f_vector(k)
    assert tropiary.order_polytope_facets(p) == k.facets
    h_star = tropiary.order_polytope_h_star(p)
    assert h_star == tropiary.h_star(tropiary.order_polytope_ehrhart_polynomial(p))
    assert tropiary.order_polytope_degree(p) == len(h_star) - 1
    assert tropiary.order_polytope_degree(p) + tropiary.order_polytope_codegree(p) == p.size + 1
    assert tropiary.is_order_polytope_gorenstein(p) == (h_star == h_star[::-1])
    point = tropiary.order_polytope_gorenstein_point(p)
    assert (point is not None) == tropiary.is_order_polytope_gorenstein(p)
    if point is not None:
        r = tropiary.order_polytope_codegree(p)
        assert all(r * b + sum(c * x for c, x in zip(a, point)) == 1 for b, *a in k.facets)
    faces = list(tropiary.order_polytope_faces(p))
    assert len(set(faces)) == len(faces) == sum(tropiary.order_polytope_f_vector(p)) + 1
    assert faces[0].zero == faces[0].one == frozenset() and len(faces[0].blocks) == p.size
    lattice = tropiary.order_polytope_face_lattice(p)
    assert lattice.size == len(faces) + 1
    assert tropiary.find_isomorphism(lattice, tropiary.face_lattice(k)) is not None


@settings(max_examples=30)
@given(posets(max_size=5, min_size=2))
def test_order_and_chain_polytopes_have_as_many_edges(p):
    order, chain = tropiary.order_polytope_edges(p), tropiary.chain_polytope_edges(p)
    assert len(order) == len(chain) == tropiary.count_order_polytope_edges(p)
    assert tropiary.chain_polytope_f_vector(p) == tropiary.f_vector(tropiary.chain_polytope(p))
    assert len(order) == (tropiary.chain_polytope_f_vector(p) + (1,))[1]
    assert 1 <= tropiary.order_polytope_diameter(p) <= p.size
    assert 1 <= tropiary.chain_polytope_diameter(p) <= p.size


@settings(max_examples=30)
@given(posets(max_size=5), st.data())
def test_points_are_located_in_the_canonical_triangulation(p, data):
    simplices = list(tropiary.canonical_triangulation(p))
    assert len(set(simplices)) == len(simplices) == tropiary.count_linear_extensions(p)
    simplex = data.draw(st.sampled_from(simplices))
    assert tropiary.is_linear_extension(p, simplex.linear_extension)
    assert [len(s) for s in simplex.up_sets] == list(range(p.size + 1))
    parts = data.draw(st.lists(st.integers(0, 3), min_size=p.size + 1, max_size=p.size + 1).filter(any))
    weights = [Fraction(part, sum(parts)) for part in parts]
    x = [sum((w for s, w in zip(simplex.up_sets, weights) if i in s), Fraction(0)) for i in range(p.size)]
    assert tropiary.up_set_weights(p, x) == tuple((s, w) for s, w in zip(simplex.up_sets, weights) if w)
    found = tropiary.canonical_simplex(p, x)
    assert {s for s, w in zip(simplex.up_sets, weights) if w} <= set(found.up_sets)
    y = tropiary.transfer_map(p, x)
    assert y in tropiary.chain_polytope(p) and tropiary.inverse_transfer_map(p, y) == tuple(x)
    part = data.draw(st.sets(st.integers(0, p.size - 1))) if p.size else set()
    between = tropiary.chain_order_polytope(p, part)
    assert tropiary.transfer_map(p, x, chain_part=part) in between
    assert tropiary.inverse_transfer_map(p, tropiary.transfer_map(p, x, part), part) == tuple(x)
    assert len(between.facets) == tropiary.count_chain_order_polytope_facets(p, part)


def test_equivalence():
    x = tropiary.Poset("1<3, 2<3, 3<4, 3<5")
    assert tropiary.find_x_subposet(x) == (0, 1, 2, 3, 4) and tropiary.find_x_subposet(tropiary.fence(5)) is None
    assert not tropiary.are_order_and_chain_polytope_equivalent(x)
    p = tropiary.Poset("1<2<3, 1<4")
    together = tropiary.order_polytope_equivalence_class(p)
    assert len(together) == 2
    for q, r in itertools.product(together, repeat=2):
        assert tropiary.are_order_polytopes_equivalent(q, r)
    assert not tropiary.are_order_polytopes_equivalent(p, tropiary.fence(4))
    assert all(tropiary.are_order_polytopes_equivalent(p, q) for q in tropiary.order_polytope_flips(p))


def test_marked_posets():
    marked = tropiary.MarkedPoset(tropiary.Poset("a<p<b, a<q<b"), {0: 0, 2: "5/2"})
    assert marked.marks == ((0, 0), (2, Fraction(5, 2))) and marked.unmarked == (1, 3) and marked.poset.size == 4
    square = tropiary.marked_order_polytope(marked)
    assert len(square.vertices) == 4 and tropiary.verify(square)
    assert tropiary.marked_order_polytope_volume(marked) == Fraction(25, 4) == tropiary.volume(square)
    assert tropiary.count_marked_order_polytope_lattice_points(marked) == 9
    assert tropiary.marked_chain_polytope(marked) == square == tropiary.marked_chain_order_polytope(marked, {1})
    with pytest.raises(tropiary.Error, match="maximal point b has no mark"):
        tropiary.MarkedPoset(tropiary.Poset("a<p<b"), {0: 0})
    bounds = tropiary.marked_bounds(tropiary.Poset("N"))
    assert tropiary.marked_order_polytope(bounds) == tropiary.order_polytope(tropiary.Poset("N"))


def weyl(parts):
    pairs = itertools.combinations(range(len(parts)), 2)
    return math.prod(Fraction(parts[i] - parts[j] + j - i, j - i) for i, j in pairs)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=4).map(lambda parts: sorted(parts, reverse=True)))
def test_gelfand_tsetlin_patterns_are_counted_by_weyls_formula(parts):
    marked = tropiary.gelfand_tsetlin_poset(parts)
    assert tropiary.count_marked_order_polytope_lattice_points(marked) == weyl(parts)
    ehrhart = tropiary.marked_order_polytope_ehrhart_polynomial(marked)
    assert sum(c * 2**i for i, c in enumerate(ehrhart)) == weyl([2 * part for part in parts])
    assert tropiary.verify(tropiary.gelfand_tsetlin_polytope(parts))
