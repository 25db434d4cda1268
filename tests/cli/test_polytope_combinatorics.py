"""Equivalence, automorphisms, normal fans, pictures and the fields on faces."""

import json
import re

import pytest

SQUARE = {"points": [[0, 0], [1, 0], [0, 1], [1, 1]]}
TRAPEZIUM = {"points": [[0, 0], [2, 0], [0, 1], [1, 1]]}
SHEARED = {"points": [[3, 0], [4, 1], [5, 1], [6, 2]]}


@pytest.fixture
def files(tmp_path):
    paths = {}
    for name, value in {"square": SQUARE, "trapezium": TRAPEZIUM, "sheared": SHEARED}.items():
        paths[name] = tmp_path / f"{name}.json"
        paths[name].write_text(json.dumps(value))
    return paths


def test_equivalent_polytopes_come_with_the_map(tropiary, schema, files):
    for kind in ("combinatorial", "affine", "unimodular"):
        answer = tropiary.json("polytope", "equivalent", files["square"], files["sheared"], "--kind", kind)
        schema("polytope_equivalent", answer)
        assert answer["equivalent"]
        if kind == "combinatorial":
            continue
        vertices = [tropiary.json("polytope", "info", files[f])["vertices"] for f in ("square", "sheared")]
        matrix = [[int(x) for x in row] for row in answer["map"]["matrix"]]
        for v, image in enumerate(answer["vertex_images"]):
            x = [int(c) for c in vertices[0][v]]
            y = [sum(a * b for a, b in zip(row, x)) + int(t) for row, t in zip(matrix, answer["map"]["translation"])]
            assert y == [int(c) for c in vertices[1][image]]


def test_what_differs_is_named_with_status_one(tropiary, schema, files):
    result = tropiary("polytope", "equivalent", files["square"], files["trapezium"], "--kind", "affine", "--json", status=1)
    answer = json.loads(result.stdout)
    schema("polytope_equivalent", answer)
    assert not answer["equivalent"] and "1/2" in answer["difference"]
    assert tropiary("polytope", "equivalent", files["square"], files["trapezium"]).stdout.startswith("equivalent")


def test_automorphisms(tropiary, schema, files):
    for name, kind, order in [("square", "unimodular", 8), ("trapezium", "combinatorial", 8), ("trapezium", "affine", 2)]:
        answer = tropiary.json("polytope", "automorphisms", files[name], "--kind", kind)
        schema("polytope_automorphisms", answer)
        assert answer["order"] == str(order)
    assert tropiary("polytope", "automorphisms", files["square"]).stdout.splitlines()[0] == "order 8"


def test_normal_fan(tropiary, schema, files):
    answer = tropiary.json("polytope", "normal-fan", files["square"])
    schema("normal_fan", answer)
    assert sorted(answer["rays"]) == [[-1, 0], [0, -1], [0, 1], [1, 0]]
    assert [cone["vertices"] for cone in answer["cones"]] == [[0], [1], [2], [3]]
    everything = tropiary.json("polytope", "normal-fan", files["square"], "--all")
    schema("normal_fan", everything)
    assert len(everything["cones"]) == 9


def test_fields_on_faces(tropiary, schema):
    fields = (
        "h_vector,toric_h_vector,flag_f_vector,faces,vertex_graph,dual_graph,is_simple,is_simplicial,is_two_level,"
        "is_zero_one,is_centrally_symmetric,neighbourliness,canonical_facets,gale_transform"
    )
    cube = json.loads(tropiary("polytope", "order", "antichain:3", "--fields", fields).stdout)
    schema("polytope", cube | tropiary.json("polytope", "order", "antichain:3"))
    assert cube["h_vector"] == [1, 3, 3, 1] and cube["toric_h_vector"] == [1, 5, 5, 1]
    assert cube["flag_f_vector"][-1] == {"dimensions": [0, 1, 2], "count": 48}
    assert [len(level) for level in cube["faces"]] == [8, 12, 6]
    assert (len(cube["vertex_graph"]), len(cube["dual_graph"])) == (12, 12)
    assert cube["is_simple"] and cube["is_two_level"] and cube["is_zero_one"] and cube["is_centrally_symmetric"]
    assert not cube["is_simplicial"] and cube["neighbourliness"] == 1
    assert "neither simple nor simplicial" in tropiary.refuses("polytope", "order", "diamond", "--fields", "h_vector")
    # Only what is asked for.
    assert "faces" not in tropiary.json("polytope", "order", "antichain:3")


def test_pictures(tropiary, schema, tmp_path, files):
    svg = tropiary("polytope", "draw", files["square"], "--labels", "coordinates").stdout
    assert svg.count("<line") == 4 and ">01</text>" in svg
    cube = tropiary("polytope", "order", "antichain:3", "--json").stdout
    answer = tropiary.json("polytope", "draw", "-", "-o", "cube.svg", "--view", "3,2,1", stdin=cube, cwd=tmp_path)
    schema("draw", answer)
    assert (tmp_path / "cube.svg").read_text().count("<line") == 12
    cube4 = tropiary("polytope", "order", "antichain:4", "--json").stdout
    one, other = (tropiary("polytope", "draw", "-", "--facet", f, stdin=cube4).stdout for f in (0, 0))
    assert one == other and re.search("Schlegel", one)
    assert "facet 8" in tropiary.refuses("polytope", "draw", "-", "--facet", "8", stdin=cube4)
    assert "dimensions 0 to 4" in tropiary.refuses(
        "polytope", "draw", "-", stdin=tropiary("polytope", "order", "antichain:5", "--json").stdout
    )
