"""Faces, equivalences, normal fans and pictures of polytopes."""

from fractions import Fraction

import pytest
import tropiary as t


def cube(d):
    return t.order_polytope(t.antichain(d))


def test_faces_of_the_cube():
    k = cube(3)
    assert [len(t.faces(k, d)) for d in range(-1, 4)] == [1, 8, 12, 6, 1]
    face = t.faces(k, 2)[0]
    assert face.vertices == (0, 1, 2, 3) and len(face.facets) == 1
    assert face == t.faces(k, 2)[0] and face != t.faces(k, 2)[1]
    assert t.h_vector(k) == (1, 3, 3, 1)
    assert t.toric_h_vector(k) == (1, 5, 5, 1)
    assert t.flag_f_vector(k) == (1, 8, 12, 24, 6, 24, 24, 48)
    assert t.vertex_graph(k)[0] == (0, 1)
    assert len(t.dual_graph(k)) == 12
    assert t.is_simple(k) and not t.is_simplicial(k) and t.is_two_level(k) and t.is_zero_one(k)
    assert t.is_centrally_symmetric(k) and t.neighbourliness(k) == 1
    with pytest.raises(t.Error) as error:
        t.faces(k, 4)
    assert error.value.code == "invalid_argument"


def test_equivalence_with_the_map():
    square = cube(2)
    other = t.convex_hull([(3, 0), (4, 1), (5, 1), (6, 2)])
    for kind in ("combinatorial", "affine", "unimodular"):
        report = t.find_equivalence(square, other, kind)
        assert report and report.equivalent and report.difference == ""
        if kind == "combinatorial":
            assert report.map is None
            continue
        for vertex, image in zip(square.vertices, report.vertex_images):
            assert report.map(vertex) == other.vertices[image]
        assert all(isinstance(x, Fraction) for row in report.map.matrix for x in row)
        assert len(report.map.translation) == 2
    trapezium = t.convex_hull([(0, 0), (2, 0), (0, 1), (1, 1)])
    assert t.find_equivalence(square, trapezium)
    assert "1/2" in t.find_equivalence(square, trapezium, "affine").difference
    assert t.canonical_facets(square) == t.canonical_facets(trapezium)
    with pytest.raises(t.Error):
        t.find_equivalence(square, trapezium, "projective")


def test_automorphisms():
    group = t.polytope_automorphisms(cube(3), "unimodular")
    assert group.order == 48 and len(group.orbits) == 1 and len(group.generators[0]) == 8


def test_normal_fan_and_gale_transform():
    fan = t.normal_fan(cube(2))
    assert sorted(fan.rays) == [(-1, 0), (0, -1), (0, 1), (1, 0)] and fan.lineality == ()
    assert [cone.vertices for cone in fan.cones] == [(0,), (1,), (2,), (3,)]
    assert len(fan.cones[0].rays) == 2
    assert len(t.normal_fan(cube(2), all_cones=True).cones) == 9
    assert sorted(abs(x) for (x,) in t.gale_transform(cube(2))) == [1, 1, 1, 1]


def test_pictures():
    svg = t.to_svg(cube(3), labels="coordinates", view=(3, -4.5, 2))
    assert svg.count("<line") == 12 and ">011</text>" in svg
    assert "Schlegel" in t.to_svg(cube(4), labels="none", facet=1)
    assert t.to_svg(cube(3)) == t.to_svg(cube(3))
    with pytest.raises(t.Error):
        t.to_svg(cube(3), view=(1, 2))
