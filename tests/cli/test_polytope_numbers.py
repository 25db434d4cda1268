"""polytope info --fields …, lattice-points, maximise, locate and triangulate."""

import json
from fractions import Fraction

TRIANGLE = json.dumps({"points": [[0, 0], ["5/2", 0], [0, 3]]})
SQUARE = json.dumps({"points": [[-1, -1], [1, -1], [-1, 1], [1, 1]]})
SEGMENT = json.dumps({"points": [[1, 0, 0], [0, 1, 0]]})


def test_a_rational_polytope_has_a_quasi_polynomial(tropiary, schema):
    info = tropiary.json("polytope", "info", "-", stdin=TRIANGLE)
    schema("polytope", info)
    assert info["volume"] == "15/4" and info["lattice_points"] == 7 and info["interior_lattice_points"] == 1
    assert info["ehrhart_polynomial"] == [["1", "3", "15/4"], ["1/4", "3", "15/4"]] and info["ehrhart_period"] == 2
    assert info["h_star"] == [1, 7, 19, 22, 10, 1] and info["gorenstein_index"] is None
    assert info["centroid"] == ["5/6", "1"]


def test_a_reflexive_polytope_and_its_point(tropiary, schema):
    info = tropiary.json("polytope", "info", "-", stdin=SQUARE)
    schema("polytope", info)
    assert info["is_reflexive"] and info["gorenstein_index"] == 1 and info["gorenstein_point"] == [0, 0]
    assert info["h_star"] == [1, 6, 1] and info["codegree"] == 1
    fields = tropiary.json("polytope", "info", "-", "--fields", "relative_volume,volume,is_reflexive", stdin=SEGMENT)
    assert fields == {"relative_volume": "1", "volume": "0", "is_reflexive": False}


def test_lattice_points_are_listed_and_counted(tropiary, schema):
    lines = tropiary("polytope", "lattice-points", "-", stdin=TRIANGLE).stdout.splitlines()
    assert lines == ["(0, 0)", "(0, 1)", "(0, 2)", "(0, 3)", "(1, 0)", "(1, 1)", "(2, 0)"]
    assert tropiary("polytope", "lattice-points", "-", "--interior", stdin=TRIANGLE).stdout == "(1, 1)\n"
    assert tropiary("polytope", "lattice-points", "-", "--count", stdin=TRIANGLE).stdout == "7\n"
    first = tropiary.json("polytope", "lattice-points", "-", "--limit", 2, stdin=TRIANGLE)
    schema("polytope_answers", first)
    assert first == {"points": [[0, 0], [0, 1]], "complete": False}
    n = 10**30
    huge = json.dumps({"points": [[0, 0, 0], [str(n), 0, 0], [0, str(n), 0], [0, 0, str(n)]]})
    count = tropiary.json("polytope", "lattice-points", "-", "--count", stdin=huge)
    schema("polytope_answers", count)
    assert int(count["count"]) == (n + 1) * (n + 2) * (n + 3) // 6


def test_a_maximum_has_a_face(tropiary, schema):
    answer = tropiary.json("polytope", "maximise", "-", "--objective", "1, 1, 0", stdin=SEGMENT)
    schema("polytope_answers", answer)
    assert answer["value"] == "1" and answer["vertices"] == [0, 1] and answer["facet_multipliers"] == ["0", "0"]


def test_the_proof_of_a_maximum_adds_up(tropiary, schema):
    points = json.dumps({"points": [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, -1]]})
    body = tropiary.json("polytope", "hull", "-", stdin=points)
    objective = [3, -1, 2]
    answer = tropiary.json("polytope", "maximise", "-", "--objective", "3,-1,2", stdin=points)
    schema("polytope_answers", answer)
    rows = body["facets"] + body["equations"]
    y = [Fraction(v) for v in answer["facet_multipliers"] + answer["equation_multipliers"]]
    assert sum(v * row[0] for v, row in zip(y, rows)) == Fraction(answer["value"]) == 3
    for j in range(3):
        assert objective[j] + sum(v * row[j + 1] for v, row in zip(y, rows)) == 0
    assert [body["vertices"][v] for v in answer["vertices"]] == [["1", "0", "0"]]


def test_a_point_is_located(tropiary, schema):
    assert tropiary("polytope", "locate", "-", "--point", "1,1", stdin=TRIANGLE).stdout == "inside\n"
    on = tropiary.json("polytope", "locate", "-", "--point", "1,0", stdin=TRIANGLE)
    schema("polytope_answers", on)
    assert on["position"] == "on_boundary" and on["vertices"] == [0, 2] and on["violated"] is None
    out = tropiary.json("polytope", "locate", "-", "--point", "3,4", stdin=TRIANGLE)
    schema("polytope_answers", out)
    assert out["position"] == "outside" and out["violated"] == [15, -6, -5]
    assert "1 coordinates" in tropiary.refuses("polytope", "locate", "-", "--point", "3", stdin=TRIANGLE)


def test_the_cube_is_cut_into_six_simplices(tropiary, schema):
    cube = tropiary("polytope", "order", "antichain:3", "--json").stdout
    answer = tropiary.json("polytope", "triangulate", "-", stdin=cube)
    schema("polytope_answers", answer)
    assert len(answer["simplices"]) == 6 and answer["is_unimodular"] is True
    assert len(tropiary("polytope", "triangulate", "-", stdin=cube).stdout.splitlines()) == 6
