"""Sums of polytopes, zonotopes and other operations, from Python."""

from fractions import Fraction

import pytest
import tropiary

SQUARE = tropiary.convex_hull([(0, 0), (1, 0), (0, 1), (1, 1)])
TRIANGLE = tropiary.convex_hull([(0, 0), (1, 0), (0, 1)])


def test_sums_and_differences_and_summands():
    total = tropiary.minkowski_sum([SQUARE, TRIANGLE])
    assert len(total.polytope.vertices) == 5
    for vertex, parts in zip(total.polytope.vertices, total.summand_vertices):
        assert vertex == tuple(
            x + y for x, y in zip(SQUARE.vertices[parts[0]], TRIANGLE.vertices[parts[1]], strict=True)
        )
    assert tropiary.minkowski_difference(total.polytope, TRIANGLE) == SQUARE
    test = tropiary.is_summand(total.polytope, TRIANGLE)
    assert test and test.complement == SQUARE and test.witness == ()
    test = tropiary.is_summand(SQUARE, TRIANGLE)
    assert not test and test.complement is None and test.witness == (1, 1)


def test_mixed_volumes_and_subdivisions():
    assert tropiary.mixed_volume([SQUARE, TRIANGLE]) == 2
    assert tropiary.cayley_polytope([SQUARE, TRIANGLE]).dimension == 3
    subdivision = tropiary.mixed_subdivision([SQUARE.vertices, TRIANGLE.vertices], [(0, 3, 5, 1), (2, 0, 0)])
    assert subdivision.fine
    assert sum(cell.volume for cell in subdivision.cells) == Fraction(7, 2)
    assert sum(cell.volume for cell in subdivision.cells if cell.type == (1, 1)) == 2


def test_zonotopes():
    generators = [(1, 0), (0, 1), (1, 1)]
    z = tropiary.zonotope(generators)
    assert len(z.polytope.vertices) == tropiary.count_zonotope_vertices(generators) == 6
    assert len(z.polytope.facets) == tropiary.count_zonotope_facets(generators) == 6
    assert tropiary.zonotope_volume(generators) == tropiary.volume(z.polytope) == 3
    assert tropiary.zonotope_ehrhart_polynomial(generators) == (1, 3, 3)
    assert z.sign_words[0] == "---"
    assert tropiary.zonotope([], 2).polytope.vertices == ((0, 0),)


def test_operations():
    prism = tropiary.prism(TRIANGLE)
    assert prism == tropiary.product(TRIANGLE, tropiary.convex_hull([(0,), (1,)]))
    assert tropiary.projection(prism, [0, 1]) == TRIANGLE
    centred = tropiary.translation(SQUARE, ("-1/2", "-1/2"))
    assert tropiary.polar(tropiary.polar(centred)) == centred
    assert tropiary.free_sum(centred, centred) == tropiary.polar(
        tropiary.product(tropiary.polar(centred), tropiary.polar(centred))
    )
    assert tropiary.dilation(centred, 2).vertices[0] == (-1, -1)
    assert tropiary.join(SQUARE, TRIANGLE).dimension == 5
    assert len(tropiary.bipyramid(SQUARE).vertices) == 6 and len(tropiary.pyramid(SQUARE).vertices) == 5
    assert tropiary.intersection([SQUARE, TRIANGLE]) == TRIANGLE
    assert tropiary.affine_image(SQUARE, [(1, 1)], ("1/2",)).vertices == ((Fraction(1, 2),), (Fraction(5, 2),))
    with pytest.raises(tropiary.Error):
        tropiary.polar(SQUARE)
    # Posets keep their product.
    assert tropiary.product(tropiary.chain(2), tropiary.chain(2)).size == 4
