"""Polyhedra, bounded or not, and their files."""

from fractions import Fraction

import pytest
import tropiary


def quadrant():
    return tropiary.polyhedron_from_generators([(0, 0)], rays=[(1, 0), (0, 2)])


def test_a_cone_has_both_descriptions():
    p = quadrant()
    assert p.vertices == ((0, 0),) and p.rays == ((0, 1), (1, 0)) and p.lines == ()
    assert p.facets == ((0, 0, 1), (0, 1, 0)) and p.equations == ()
    assert p == tropiary.polyhedron_from_inequalities([(0, 1, 0), (0, 0, 1), (0, 1, 1)])
    assert hash(p) == hash(tropiary.polyhedron_from_inequalities(p.facets))
    assert p != tropiary.Polyhedron() and not p.is_bounded and tropiary.verify(p)
    assert (5, Fraction(1, 2)) in p and (-1, 0) not in p
    assert repr(p) == "<Polyhedron of dimension 2 in R^2 with 1 vertices, 2 rays, 0 lines and 2 facets>"
    assert p == tropiary.Polyhedron.from_theorem(2, p.vertices, p.rays, p.lines, p.facets)


@pytest.mark.parametrize("engine", ["double_description", "brute_force"])
def test_lines_and_emptiness(engine):
    strip = tropiary.polyhedron_from_inequalities([(0, 1, 0), (1, -1, 0)], engine=engine)
    assert strip.lines == ((0, 1),) and strip.vertices == ((0, 0), (1, 0))
    assert tropiary.lineality_space(strip) == tropiary.recession_cone(strip)
    nothing = tropiary.polyhedron_from_inequalities([(-1, 1), (0, -1)], engine=engine)
    assert nothing.empty and nothing.dimension == -1
    assert tropiary.polyhedron_from_generators([], ambient_dimension=1, engine=engine) == nothing


def test_bounded_polyhedra_are_polytopes():
    square = tropiary.order_polytope(tropiary.antichain(2))
    p = tropiary.Polyhedron(square)
    assert p.is_bounded and tropiary.to_polytope(p) == square
    with pytest.raises(tropiary.Error, match=r"unbounded in the direction \(0, 1\)"):
        tropiary.to_polytope(quadrant())


@pytest.mark.parametrize("name", ["a.json", "a.poly", "a.ext", "a.ine", "a.in", "a.latte"])
def test_files_come_back(tmp_path, name):
    path = str(tmp_path / name)
    tropiary.write_polyhedron(path, quadrant())
    assert tropiary.read_polyhedron(path) == quadrant()
    form = tropiary.polyhedron_format_of_path(path)
    text = (tmp_path / name).read_text()
    assert tropiary.format_polyhedron(quadrant(), form) == text
    assert tropiary.to_polyhedron(tropiary.parse_polyhedron(text, form)) == quadrant()


def test_descriptions_are_as_the_text_has_them():
    d = tropiary.parse_polyhedron('{"points": [["1/2", 0], [1, "-3"]], "rays": [[2, 0]]}')
    assert not d.by_inequalities and d.ambient_dimension == 2
    assert d.points == ((Fraction(1, 2), 0), (1, -3)) and d.rays == ((2, 0),) and d.lines == ()
    d = tropiary.parse_polyhedron('{"inequalities": [["1/2", -1]]}')
    assert d.by_inequalities and d.inequalities == ((1, -2),) and d.equations == ()
    with pytest.raises(tropiary.Error, match="points"):
        tropiary.parse_polyhedron('{"points": [[0.5, 0]]}')
    with pytest.raises(tropiary.Error, match="line 2, column 1"):
        tropiary.parse_polyhedron("begin\n1000000000 9 rational\n", "ext")
    assert tropiary.polyhedron_format_of_path("a.txt") is None
    with pytest.raises(tropiary.Error, match="extension"):
        tropiary.write_polyhedron("a.txt", quadrant())
