"""poset construct, poset random, poset names and poset draw."""

import pytest


def info(tropiary, poset, fields):
    return tropiary.json("poset", "info", "-", "--fields", fields, stdin=poset)


def test_every_name_makes_a_poset(tropiary, schema):
    names = tropiary.json("poset", "names")
    schema("names", names)
    shown = tropiary("poset", "names").stdout
    arguments = {"n": "3", "axb": "2x3", "k": "12", "axl": "2x3", "mxn": "2x1", "qxn": "2x2", "n or B3": "B3"}
    for name, meaning in names.items():
        word, _, argument = name.partition(":")
        name_there = word + (":" + arguments.get(argument, argument) if argument else "")
        assert tropiary.json("poset", "info", name_there, "--fields", "size")["size"] > 0
        assert f"  {name} " in shown and meaning in shown


def test_a_partition_is_written_with_commas_or_hyphens(tropiary):
    for name in ("young:4,3,1", "young:4-3-1"):
        assert tropiary.json("poset", "info", name, "--fields", "size")["size"] == 23
    summed = tropiary.json("poset", "info", "young:4-3-1 + chain:2", "--fields", "size,connected_components")
    assert summed == {"size": 25, "connected_components": 2}
    # The term that the decomposition writes for the name is read again.
    term = tropiary.json("operad", "decompose", "young:4,3,1")["term"]
    assert tropiary.json("poset", "info", term, "--fields", "size")["size"] == 23


@pytest.mark.parametrize(
    ("arguments", "size", "covers"),
    [
        (["dual", "N"], 4, 3),
        (["product", "chain:2", "chain:3", "chain:2"], 12, 20),
        (["disjoint-union", "N", "chain:2"], 6, 4),
        (["ordinal-sum", "antichain:2", "antichain:3"], 5, 6),
        (["restrict", "divisors:60", "--points", "2,4,6,12"], 4, 4),
        (["interval", "boolean:3", "--from", "2", "--to", "8"], 4, 4),
        (["interval-poset", "boolean:2"], 9, 12),
        (["with-bottom", "antichain:3"], 4, 3),
        (["with-top", "antichain:3"], 4, 3),
        (["with-bounds", "antichain:3"], 5, 6),
        (["completion", "N"], 6, 7),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_constructions(tropiary, schema, arguments, size, covers):
    poset = tropiary.json("poset", "construct", *arguments)
    schema("poset", poset)
    assert (poset["size"], len(poset["covers"])) == (size, covers)
    text = tropiary("poset", "construct", *arguments).stdout
    assert info(tropiary, text, "size,covers")["size"] == size


def test_mistakes_in_constructions(tropiary):
    assert "takes one poset, 2 given" in tropiary.refuses("poset", "construct", "dual", "N", "N")
    assert "two posets or more" in tropiary.refuses("poset", "construct", "product", "N")
    assert "known: dual" in tropiary.refuses("poset", "construct", "inverse", "N")
    assert "--points is needed" in tropiary.refuses("poset", "construct", "restrict", "N")
    assert "--from is needed" in tropiary.refuses("poset", "construct", "interval", "N", "--to", "2")
    assert "does not belong" in tropiary.refuses("poset", "construct", "dual", "N", "--to", "2")
    assert "labelled" in tropiary.refuses("poset", "construct", "restrict", "N", "--points", "7")
    assert "not below" in tropiary.refuses("poset", "construct", "interval", "N", "--from", "1", "--to", "4")
    assert "cuts" in tropiary.refuses("poset", "construct", "completion", "standard:40")


@pytest.mark.parametrize("model", ["graph", "dimension", "interval", "series-parallel", "tree"])
def test_random_posets_depend_on_the_seed_alone(tropiary, schema, model):
    poset = tropiary.json("poset", "random", model, 12)
    schema("poset", poset)
    assert poset["size"] == 12
    assert poset == tropiary.json("poset", "random", model, 12, "--seed", 1)
    assert poset != tropiary.json("poset", "random", model, 12, "--seed", 2)


def test_options_of_random_posets(tropiary):
    assert tropiary.json("poset", "random", "layered", "2x3x2", "--probability", 1)["covers"][0] == [0, 2]
    assert tropiary.json("poset", "random", "graph", 5, "--probability", "0")["covers"] == []
    assert len(tropiary.json("poset", "random", "dimension", 5, "--dimension", 1)["covers"]) == 4
    assert "[0, 1]" in tropiary.refuses("poset", "random", "graph", 5, "--probability", "3/2")
    assert "no number" in tropiary.refuses("poset", "random", "graph", "many")
    assert "points" in tropiary.refuses("poset", "random", "tree", 10**12)


@pytest.mark.parametrize(("extension", "beginning"), [
    ("svg", "<svg "), ("dot", "digraph {"), ("gv", "digraph {"), ("tikz", "\\begin{tikzpicture}"),
    ("tex", "\\documentclass[tikz"),
])
def test_drawings_by_extension(tropiary, schema, tmp_path, extension, beginning):
    path = tmp_path / f"picture.{extension}"
    answer = tropiary.json("poset", "draw", "bruhat:3", "-o", path)
    schema("draw", answer)
    assert answer["files"] == [str(path)]
    text = path.read_text()
    assert text.startswith(beginning) and "132" in text
    kind = "dot" if extension == "gv" else extension
    assert tropiary("poset", "draw", "bruhat:3", "--format", kind).stdout == text


def test_highlights_are_verified(tropiary):
    for option, good, bad in [
        ("--up-set", "2", "1"), ("--down-set", "1", "2"), ("--chain", "1,2", "1,3"), ("--antichain", "1,3", "1,2"),
        ("--module", "1,2,3,4", "1,2"),
    ]:
        assert "#f6b26b" in tropiary("poset", "draw", "N", option, good).stdout
        assert "is no" in tropiary.refuses("poset", "draw", "N", option, bad)
    assert "labelled" in tropiary.refuses("poset", "draw", "N", "--chain", "9")
    assert "excludes" in tropiary.refuses("poset", "draw", "N", "--chain", "1", "--module", "1")
    assert "neither .svg nor" in tropiary.refuses("poset", "draw", "N", "-o", "picture.pdf")


def test_the_face_lattice_of_a_polytope_is_a_poset(tropiary, schema):
    cube = tropiary("polytope", "order", "antichain:3", "--json").stdout
    faces = tropiary.json("polytope", "face-lattice", "-", stdin=cube)
    schema("poset", faces)
    assert faces["size"] == 1 + 8 + 12 + 6 + 1
    drawn = tropiary("poset", "draw", "-", stdin=tropiary("polytope", "face-lattice", "-", stdin=cube).stdout).stdout
    assert drawn.count("<line") == len(faces["covers"])


def test_the_lattice_of_up_sets_is_drawn(tropiary):
    drawn = tropiary("poset", "draw", "N", "--up-sets", "--chain", "{},{2},{2,4}").stdout
    assert drawn.count("#f6b26b") == 3 and "8 points, 10 covers" in drawn
    assert "too_large" not in tropiary.refuses("poset", "draw", "antichain:40", "--up-sets")
