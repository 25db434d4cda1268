"""Polytopes in Python: both descriptions exact, arrays exact, laws of hulls and Minkowski sums."""

import itertools
import math
import pickle
from fractions import Fraction

import numpy as np
import pytest
import tropiary
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import posets, rationals, subsets, up_sets_by_definition


def indicator(s, n):
    return tuple(Fraction(i in s) for i in range(n))


@given(posets(max_size=5))
def test_the_vertices_of_the_order_polytope_are_the_up_sets(p):
    k = tropiary.order_polytope(p)
    assert set(k.vertices) == {indicator(s, p.size) for s in up_sets_by_definition(p)}
    assert (k.dimension, k.ambient_dimension) == (p.size, p.size)
    assert len(k.facets) == tropiary.count_order_polytope_facets(p)
    assert tropiary.verify(k)


@given(posets(max_size=5))
def test_the_vertices_of_the_chain_polytope_are_the_antichains(p):
    k = tropiary.chain_polytope(p)
    antichains = {s for s in subsets(p.size) if not any(p.less(a, b) for a in s for b in s)}
    assert set(k.vertices) == {indicator(s, p.size) for s in antichains}
    assert len(k.facets) == tropiary.count_chain_polytope_facets(p)
    assert tropiary.verify(k).holds


@settings(max_examples=30)
@given(posets(max_size=4, min_size=1))
def test_the_hull_of_the_up_sets_is_the_order_polytope(p):
    points = [indicator(s, p.size) for s in up_sets_by_definition(p)]
    k = tropiary.convex_hull(points)
    assert k == tropiary.order_polytope(p) and hash(k) == hash(tropiary.order_polytope(p))
    assert tropiary.convex_hull(points, engine="brute_force") == k


points_in_space = st.lists(st.tuples(*[rationals(bits=3)] * 3), min_size=1, max_size=7)


@settings(max_examples=50)
@given(points_in_space)
def test_a_hull_satisfies_its_facets_and_its_vertices_are_among_the_points(points):
    k = tropiary.convex_hull(points)
    assert set(k.vertices) <= set(points)
    for point in points:
        assert k.contains(point) and point in k
        assert all(b + sum(c * x for c, x in zip(a, point)) >= 0 for b, *a in k.facets)
        assert all(b + sum(c * x for c, x in zip(a, point)) == 0 for b, *a in k.equations)
    assert all(math.gcd(*row) == 1 for row in k.facets + k.equations)
    assert k.dimension == tropiary.exact.affine_dimension(points)
    assert tropiary.verify(k)
    assert pickle.loads(pickle.dumps(k)) == k


@settings(max_examples=30)
@given(points_in_space, points_in_space)
def test_minkowski_sums_and_envelopes_of_hulls(a, b):
    k, m = tropiary.convex_hull(a), tropiary.convex_hull(b)
    total = tropiary.minkowski_sum([k, m])
    sums = [tuple(x + y for x, y in zip(u, v)) for u in a for v in b]
    assert total.polytope == tropiary.convex_hull(sums)
    for vertex, (i, j) in zip(total.polytope.vertices, total.summand_vertices):
        assert vertex == tuple(x + y for x, y in zip(k.vertices[i], m.vertices[j]))
    assert tropiary.convex_envelope([k, m]) == tropiary.convex_hull(a + b)


def test_arrays_are_exact_unless_their_name_says_otherwise():
    square = tropiary.convex_hull(np.array([[0, 0], [1, 0], [0, 1], [1, 1]]))
    assert square.vertices_array().dtype == np.int64
    assert square.vertices_array().tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert square.facets_array().shape == (4, 3) and square.facets_array().dtype == np.int64
    assert square.equations_array().shape == (0, 3)
    segment = tropiary.convex_hull([["1/3", 0], [2**70, 0]])
    assert segment.vertices_array().tolist() == [[Fraction(1, 3), 0], [2**70, 0]]
    assert segment.facets_array().dtype == object
    assert segment.vertices_as_float().dtype == np.float64
    assert segment.vertices_as_float().tolist() == [[1 / 3, 0.0], [2.0**70, 0.0]]
    big = tropiary.convex_hull([[2**63]])
    assert big.vertices_array().dtype == object and big.vertices_array()[0, 0] == 2**63


def test_the_empty_polytope():
    empty = tropiary.convex_hull([], ambient_dimension=3)
    assert empty.empty and (empty.dimension, empty.ambient_dimension) == (-1, 3)
    assert empty.vertices_array().shape == (0, 3) and empty.equations == ((1, 0, 0, 0),)
    assert tropiary.convex_hull([]) == tropiary.Polytope()


def test_verify_finds_what_is_wrong():
    wrong = tropiary.Polytope.from_theorem(1, [[0], [1]], [[0, 1], [2, -1]])
    report = tropiary.verify(wrong)
    assert not report and not report.holds and report.failures
    right = tropiary.Polytope.from_theorem(1, [[1], [0]], [[1, -1], [0, 1]])
    assert tropiary.verify(right) and right == tropiary.order_polytope(tropiary.chain(1))


@given(posets(max_size=4, min_size=1))
def test_volume_and_lattice_points_of_order_polytopes(p):
    k = tropiary.order_polytope(p)
    extensions = tropiary.count_linear_extensions(p)
    assert tropiary.volume(k) == tropiary.order_polytope_volume(p) == Fraction(extensions, math.factorial(p.size))
    assert tropiary.count_lattice_points(k) == tropiary.count_up_sets(p)
    ehrhart = tropiary.ehrhart_polynomial(k)
    assert ehrhart == tropiary.order_polytope_ehrhart_polynomial(p)
    assert ehrhart == tropiary.ehrhart_polynomial(tropiary.chain_polytope(p))
    assert sum(tropiary.h_star(ehrhart)) == extensions
    f = tropiary.f_vector(k)
    assert f[0] == len(k.vertices) and f[-1] == len(k.facets)
    assert sum((-1) ** i * count for i, count in enumerate(f)) == 1 - (-1) ** p.size


def test_the_permutahedron_is_a_minkowski_sum():
    segments = [
        tropiary.convex_hull([[int(x == i) for x in range(4)], [int(x == j) for x in range(4)]])
        for i, j in itertools.combinations(range(4), 2)
    ]
    k = tropiary.minkowski_sum(segments).polytope
    assert tropiary.f_vector(k) == (24, 36, 14) and len(k.equations) == 1


def test_a_polytope_comes_back_from_its_inequalities():
    simplex = tropiary.convex_hull([(0, 0), (3, 0), (0, 3)])
    assert tropiary.polytope_from_inequalities(simplex.facets) == simplex
    assert tropiary.polytope_from_inequalities(simplex.facets, engine="brute_force") == simplex
    segment = tropiary.polytope_from_inequalities(simplex.facets, equations=[(-1, 1, 0)])
    assert segment.vertices == ((1, 0), (1, 2))
    with pytest.raises(tropiary.Error, match="unbounded in the direction"):
        tropiary.polytope_from_inequalities([(0, 1, 0), (0, 0, 1)])


def test_a_linear_program_proves_its_value():
    constraints = [(0, 1, 0), (0, 0, 1), (4, -1, -2), (6, -3, -1)]
    solution = tropiary.maximise((1, 1), constraints)
    assert solution.status == "optimal" and solution.value == sum(solution.point) == Fraction(14, 5)
    y = solution.multipliers
    assert all(v >= 0 for v in y) and sum(v * row[0] for v, row in zip(y, constraints)) == solution.value
    assert [1 + sum(v * row[j] for v, row in zip(y, constraints)) for j in (1, 2)] == [0, 0]
    assert tropiary.maximise((1,), [(-1, 1), (0, -1)]).status == "infeasible"
    endless = tropiary.maximise((1,), [(0, 1)])
    assert endless.status == "unbounded" and endless.value is None and endless.direction[0] > 0


def test_numbers_of_a_rational_triangle():
    triangle = tropiary.convex_hull([(0, 0), ("5/2", 0), (0, 3)])
    quasi = tropiary.ehrhart_quasi_polynomial(triangle)
    assert quasi == ((1, 3, Fraction(15, 4)), (Fraction(1, 4), 3, Fraction(15, 4)))
    assert tropiary.h_star(quasi) == (1, 7, 19, 22, 10, 1)
    assert tropiary.evaluate(quasi, 1) == tropiary.count_lattice_points(triangle) == 7
    assert tropiary.evaluate(quasi, -1) == tropiary.count_interior_lattice_points(triangle) == 1
    seen = []
    assert not tropiary.visit_lattice_points(triangle, lambda p: seen.append(p) or len(seen) < 3)
    assert tuple(seen) == tropiary.lattice_points(triangle)[:3] == ((0, 0), (0, 1), (0, 2))
    assert tropiary.lattice_points(triangle, range="relative_interior") == ((1, 1),)
    with pytest.raises(tropiary.Error, match="period 2"):
        tropiary.ehrhart_polynomial(triangle)
    with pytest.raises(tropiary.Error, match="relative_interior"):
        tropiary.lattice_points(triangle, range="inside")


def test_triangulation_centroid_and_location():
    square = tropiary.convex_hull([(-1, -1), (1, -1), (-1, 1), (1, 1)])
    cells = tropiary.triangulation(square)
    assert sum(tropiary.normalised_volumes(square, cells)) == 2 * tropiary.volume(square) == 8
    assert not tropiary.is_unimodular(square, cells)
    assert tropiary.centroid(square) == (0, 0) and tropiary.is_reflexive(square)
    point = tropiary.gorenstein_point(square)
    assert (point.index, point.point) == (1, (0, 0)) and tropiary.codegree(square) == 1
    assert tropiary.gorenstein_point(tropiary.convex_hull([(0,), (3,)])) is None
    top = tropiary.support(square, (1, 2))
    assert top.value == 3 and [square.vertices[v] for v in top.vertices] == [(1, 1)]
    assert tropiary.locate(square, ("1/2", 0)).position == "inside"
    edge = tropiary.locate(square, (1, 0))
    assert edge.position == "on_boundary" and [square.vertices[v] for v in edge.vertices] == [(1, -1), (1, 1)]
    assert tropiary.locate(square, (2, 0)).violated == (1, -1, 0)
    assert tropiary.relative_volume(tropiary.convex_hull([(0, 0), (2, 2)])) == 2
