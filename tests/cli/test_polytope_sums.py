"""Sums of polytopes, zonotopes and the operations of `tropiary polytope`, as a user would run them."""

import json

import pytest

SQUARE = [[0, 0], [1, 0], [0, 1], [1, 1]]
TRIANGLE = [[0, 0], [1, 0], [0, 1]]


@pytest.fixture
def files(tmp_path):
    for name, points in {"square": SQUARE, "triangle": TRIANGLE, "diamond": [[1, 0], [-1, 0], [0, 1], [0, -1]]}.items():
        (tmp_path / f"{name}.json").write_text(json.dumps({"points": points}))
    return tmp_path


OPERATIONS = {
    "envelope": (["square.json", "diamond.json"], 2, 5),
    "intersection": (["square.json", "triangle.json"], 2, 3),
    "product": (["square.json", "triangle.json"], 4, 12),
    "join": (["square.json", "triangle.json"], 5, 7),
    "free-sum": (["diamond.json", "diamond.json"], 4, 8),
    "pyramid": (["square.json"], 3, 5),
    "prism": (["triangle.json"], 3, 6),
    "bipyramid": (["square.json"], 3, 6),
    "polar": (["diamond.json"], 2, 4),
    "translation": (["square.json", "--by", "1,-1/2"], 2, 4),
    "dilation": (["square.json", "--factor", "-3/2"], 2, 4),
    "projection": (["square.json", "--coordinates", "x2"], 1, 2),
    "affine-image": (["square.json", "--matrix", "1,1; 0,1; 1,0", "--shift", "0,0,1/2"], 2, 4),
    "minkowski": (["square.json", "triangle.json"], 2, 5),
    "difference": (["square.json", "square.json"], 0, 1),
    "cayley": (["square.json", "triangle.json"], 3, 7),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_operations(tropiary, schema, files, name):
    words, dimension, vertices = OPERATIONS[name]
    result = tropiary.json("polytope", name, *words, "--verify", cwd=files)
    schema("polytope", result)
    assert (result["dimension"], len(result["vertices"])) == (dimension, vertices)
    text = tropiary("polytope", name, "--help").stdout
    assert "Examples:" in text and "--json" in text


def test_polars_and_images_by_number(tropiary, files):
    polar = tropiary.json("polytope", "polar", "diamond.json", cwd=files)
    assert polar["vertices"] == [["-1", "-1"], ["-1", "1"], ["1", "-1"], ["1", "1"]]
    image = tropiary.json("polytope", "projection", "triangle.json", "--coordinates", "2,1,1", cwd=files)
    assert image["vertices"] == [["0", "0", "0"], ["0", "1", "1"], ["1", "0", "0"]]
    assert "none of the coordinates" in tropiary.refuses(
        "polytope", "projection", "square.json", "--coordinates", "3", cwd=files
    )
    assert "interior" in tropiary.refuses("polytope", "polar", "square.json", cwd=files)


def test_summands_with_their_proof(tropiary, schema, files):
    total = tropiary.json("polytope", "minkowski", "square.json", "triangle.json", cwd=files)
    (files / "sum.json").write_text(json.dumps({"vertices": total["vertices"]}))
    yes = tropiary.json("polytope", "summand", "sum.json", "triangle.json", cwd=files)
    schema("summand", yes)
    assert yes["holds"] and yes["complement"]["vertices"] == [["0", "0"], ["0", "1"], ["1", "0"], ["1", "1"]]
    assert "a summand" in tropiary("polytope", "summand", "sum.json", "triangle.json", cwd=files).stdout
    no = tropiary.json("polytope", "summand", "square.json", "triangle.json", cwd=files, status=1)
    schema("summand", no)
    assert no == {"holds": False, "complement": None, "witness": ["1", "1"]}


def test_mixed_volumes_and_subdivisions(tropiary, schema, files):
    volume = tropiary.json("polytope", "mixed-volume", "square.json", "triangle.json", cwd=files)
    schema("mixed_volume", volume)
    assert volume == {"mixed_volume": "2"}
    cells = tropiary.json(
        "polytope", "mixed-subdivision", "square.json", "triangle.json", "--heights", "0,3,5,1; 2,0,0", cwd=files
    )
    schema("mixed_subdivision", cells)
    assert cells["fine"]
    assert sum(int(cell["volume"]) for cell in cells["cells"] if cell["type"] == [1, 1]) == 2
    assert "heights" in tropiary.refuses(
        "polytope", "mixed-subdivision", "square.json", "--heights", "0,1", cwd=files
    )


def test_zonotopes(tropiary, schema, tmp_path):
    generators = [[1, 0, 0], [0, 1, 0], [0, 0, 1], ["1/1", 1, 1], [0, 0, 0]]
    text = json.dumps({"generators": generators})
    result = tropiary.json("polytope", "zonotope", "-", "--verify", stdin=text)
    schema("polytope", result)
    assert len(result["vertices"]) == 14 and len(result["facets"]) == 12
    assert result["volume"] == "4" and result["lattice_points"] == 15
    assert set("".join(word[:4] for word in result["sign_words"])) == {"+", "-"}
    assert all(word[4] == "0" for word in result["sign_words"])
    assert "--generators" in tropiary.refuses("polytope", "zonotope")
    assert "generators" in tropiary.refuses("polytope", "zonotope", "-", stdin='{"points": []}')
