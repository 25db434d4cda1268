"""Polytopes of posets on the command line: what is asked comes from the poset, and listings agree with their numbers."""

import json
import math
from fractions import Fraction

import pytest

POSETS = ["N", "diamond", "fence:5", "crown:3", "1<3, 2<3, 3<4, 3<5", "antichain:3", "chain:4", "boolean:3"]


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("poset", POSETS)
@pytest.mark.parametrize("kind", ["order", "chain"])
def test_closed_forms_agree_with_the_polytope(tropiary, schema, poset, kind):
    fields = "f_vector,volume,lattice_points,ehrhart_polynomial,h_star,dimension"
    known = json.loads(tropiary("polytope", kind, poset, "--fields", fields).stdout)
    built = tropiary("polytope", kind, poset, "--json").stdout
    measured = json.loads(tropiary("polytope", "info", "-", "--fields", fields, stdin=built).stdout)
    assert known == measured
    asked = "vertices,facets,equations,ambient_dimension,vertex_graph,edge_count,facet_count,diameter,degree,codegree"
    more = json.loads(
        tropiary("polytope", kind, poset, "--fields", f"{asked},dimension,is_gorenstein,order_chain_equivalent").stdout
    )
    schema("polytope", more)
    assert len(more["vertex_graph"]) == more["edge_count"] == measured["f_vector"][1]
    assert more["facet_count"] == len(more["facets"]) == measured["f_vector"][-1]
    assert more["degree"] == len(known["h_star"]) - 1
    assert more["degree"] + more["codegree"] == known["dimension"] + 1
    assert more["is_gorenstein"] == (known["h_star"] == known["h_star"][::-1])


def test_no_vertex_is_listed_when_only_numbers_are_asked(tropiary):
    result = json.loads(tropiary("polytope", "order", "antichain:80", "--fields", "volume,codegree,f_vector").stdout)
    assert result["volume"] == "1" and result["f_vector"][0] == str(2**80) and result["f_vector"][-1] == 160
    assert len(json.loads(tropiary("polytope", "order", "antichain:80", "--fields", "facets").stdout)["facets"]) == 160
    assert "up-sets" in tropiary.refuses("polytope", "order", "antichain:80", "--fields", "volume,vertices")


@pytest.mark.parametrize("poset", POSETS)
def test_faces_and_simplices_are_as_many_as_their_numbers(tropiary, schema, poset):
    f_vector = json.loads(tropiary("polytope", "order", poset, "--fields", "f_vector").stdout)["f_vector"]
    faces = lines(tropiary("polytope", "order-faces", poset, "--json"))
    for face in faces:
        schema("order_polytope_face", face)
    assert [sum(face["dimension"] == k for face in faces) for k in range(len(f_vector))] == f_vector
    simplices = lines(tropiary("polytope", "canonical-triangulation", poset, "--json"))
    count = json.loads(tropiary("polytope", "canonical-triangulation", poset, "--count", "--json").stdout)
    schema("canonical_triangulation", count)
    schema("canonical_triangulation", simplices[0])
    assert count == {"count": str(len(simplices))}
    volume = json.loads(tropiary("polytope", "order", poset, "--fields", "volume").stdout)["volume"]
    assert Fraction(volume) * math.factorial(len(simplices[0]) - 1) == len(simplices)
    assert len(tropiary("polytope", "canonical-triangulation", poset).stdout.splitlines()) == len(simplices) + 1


def test_a_point_is_located(tropiary, schema):
    found = tropiary.json("polytope", "canonical-triangulation", "N", "--point", "1/4,1/2,0,1")
    schema("canonical_triangulation", found)
    assert found["linear_extension"] == [2, 0, 1, 3]
    assert sum(Fraction(w["weight"]) for w in found["weights"]) == 1
    words = tropiary.refuses("polytope", "canonical-triangulation", "N", "--point", "1,0,0,1")
    assert "x_1 = 1 exceeds x_2 = 0" in words


def test_chain_order_and_marked_polytopes(tropiary, schema):
    order = tropiary.json("polytope", "order", "N")
    assert tropiary.json("polytope", "chain-order", "N", "--verify") == order
    chain = tropiary.json("polytope", "chain-order", "N", "--chain-part", "1,2,3,4", "--verify")
    assert chain["vertices"] == tropiary.json("polytope", "chain", "N")["vertices"]
    between = tropiary.json("polytope", "chain-order", "N", "--chain-part", "2", "--verify")
    schema("polytope", between)
    assert between["ehrhart_polynomial"] == order["ehrhart_polynomial"]
    bounded = "0<a<b<1; 0<c<1"
    marked = tropiary.json("polytope", "marked-order", bounded, "--marks", "0=0,1=2", "--verify")
    schema("polytope", marked)
    half = tropiary.json("polytope", "chain-order", bounded, "--marks", "0=0,1=2", "--chain-part", "b", "--verify")
    assert marked["lattice_points"] == half["lattice_points"] == 18
    triangle = tropiary.json("polytope", "gelfand-tsetlin", "4,2,1", "--verify")
    schema("polytope", triangle)
    assert (triangle["lattice_points"], triangle["f_vector"], triangle["volume"]) == (15, [7, 11, 6], "3")


def test_equivalent_order_polytopes(tropiary):
    texts = tropiary("polytope", "order-equivalents", "1<2<3, 1<4").stdout.splitlines()
    assert len(texts) == 2
    f_vectors = {tropiary("polytope", "order", text, "--fields", "f_vector").stdout for text in texts}
    assert len(f_vectors) == 1
    assert all(line.startswith("&") for line in lines(tropiary("polytope", "order-equivalents", "N", "--json")))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["marked-order", "a<p<b", "--marks", "a=0"], "maximal point b has no mark"),
        (["marked-order", "a<p<b", "--marks", "a:0"], "not of the form label=number"),
        (["marked-order", "a<p<b", "--marks", "a=0,b=1,c=2"], 'labelled "c"'),
        (["marked-order", "a<p<b", "--marks", "a=0,b=x"], "x"),
        (["chain-order", "N", "--chain-part", "7"], 'labelled "7"'),
        (["chain-order", "a<p<b", "--marks", "a=0,b=1", "--chain-part", "a"], "is marked"),
        (["gelfand-tsetlin", "1,2"], "ascend"),
        (["order-faces", "antichain:70"], "at most 62"),
    ],
)
def test_refusals(tropiary, arguments, words):
    assert words in tropiary.refuses("polytope", *arguments)
