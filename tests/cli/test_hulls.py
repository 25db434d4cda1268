"""Hulls on the command line: engines, threads, and input that nobody would write by hand."""

import json
import random

import pytest


def text(points):
    return json.dumps({"points": points})


def test_engines_and_threads_change_nothing(tropiary):
    rng = random.Random(1)
    points = text([[rng.randint(-9, 9) for _ in range(4)] for _ in range(20)])
    hull = tropiary.json("polytope", "hull", "-", stdin=points)
    for engine in ("automatic", "beneath_beyond", "double_description", "cgal_d", "brute_force"):
        assert tropiary.json("polytope", "hull", "-", "--engine", engine, "--threads", 2, stdin=points) == hull
    assert "known: automatic" in tropiary.refuses("polytope", "hull", "-", "--engine", "magic", stdin=points)


@pytest.mark.parametrize("entry", ['"nan"', "NaN", '"inf"', "-Infinity", '"1/0"', "1e999", '""', "null", "true", '"0x10"'])
def test_what_is_no_number_is_refused(tropiary, entry):
    tropiary.refuses("polytope", "hull", "-", stdin='{"points": [[0, 0], [1, %s]]}' % entry)


def test_ragged_rows_are_refused(tropiary):
    assert "3" in tropiary.refuses("polytope", "hull", "-", stdin=text([[0, 0, 0], [1, 2]]))


def test_no_points_are_empty_or_refused(tropiary):
    result = tropiary("polytope", "hull", "-", "--json", stdin='{"ambient_dimension": 3, "points": []}', status=0)
    assert json.loads(result.stdout)["dimension"] == -1


def test_a_million_equal_points_are_one(tropiary, tmp_path):
    path = tmp_path / "points.json"
    path.write_text('{"points": [' + ",".join(["[1,2,3]"] * 1000000) + "]}")
    assert tropiary.json("polytope", "hull", path, "--fields", "vertices")["vertices"] == [["1", "2", "3"]]


def test_coordinates_of_ten_thousand_digits_are_exact(tropiary):
    huge = "1" + "0" * 9999
    hull = tropiary.json(
        "polytope", "hull", "-", stdin=text([[0, 0, 0], [huge, 0, 0], [0, huge, 0], [0, 0, huge], [1, 1, 1]])
    )
    assert len(hull["vertices"]) == len(hull["facets"]) == 4


def test_two_hundred_dimensions(tropiary):
    simplex = [[0] * 200] + [[int(i == j) for j in range(200)] for i in range(200)]
    hull = tropiary.json("polytope", "hull", "-", "--fields", "dimension,facets", stdin=text(simplex))
    assert hull["dimension"] == 200 and len(hull["facets"]) == 201
    rng = random.Random(2)
    few = [[rng.randint(-1000, 1000) for _ in range(200)] for _ in range(10)]
    assert tropiary.json("polytope", "hull", "-", "--fields", "dimension", stdin=text(few))["dimension"] == 9


def test_a_cross_polytope_beyond_memory_is_refused(tropiary):
    cross = [[sign * (i == j) for j in range(60)] for i in range(60) for sign in (-1, 1)]
    assert "dimension 60" in tropiary.refuses("polytope", "hull", "-", stdin=text(cross))
