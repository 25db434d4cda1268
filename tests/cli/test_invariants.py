"""poset info with its invariants and witnesses, J(P) and back, maximal chains and antichains."""

import json

import pytest


def test_every_field_fits_its_schema(tropiary, schema):
    fields = [
        "is_connected", "is_bounded", "is_n_free", "is_interval_order", "is_semiorder", "is_modular", "is_distributive",
        "is_eulerian", "rank_function", "maximum_antichain", "minimum_chain_decomposition",
        "minimum_antichain_decomposition", "greene_kleitman_shape", "maximal_chain_count", "order_complex_f_vector",
        "order_complex_h_vector", "euler_characteristic", "reduced_betti_numbers", "mobius_matrix", "realiser",
        "strict_order_polynomial", "order_series", "descent_polynomial",
    ]
    for poset in ("N", "boolean:3", "crown:4", "1<2, 3<2, 3<4<2; 5", "antichain:0"):
        info = tropiary.json("poset", "info", poset, "--fields", ",".join(fields), "--witness")
        assert set(info) == {*fields, "witnesses"}
        schema("poset_info", info)


def test_characteristic_polynomials_need_a_grading(tropiary, schema):
    info = tropiary.json("poset", "info", "boolean:3", "--fields", "characteristic_polynomial,realiser,dimension")
    schema("poset_info", info)
    assert info["characteristic_polynomial"] == [-1, 3, -3, 1]
    assert len(info["realiser"]) == info["dimension"] == 3
    assert "least" in tropiary.refuses("poset", "info", "N", "--fields", "characteristic_polynomial")


@pytest.mark.parametrize(("poset", "field", "witness"), [
    ("a<b, c<d", "is_interval_order", {"kind": "two_plus_two", "points": [0, 1, 2, 3]}),
    ("a<b<c, d", "is_semiorder", {"kind": "three_plus_one", "points": [0, 1, 2, 3]}),
    ("N", "is_series_parallel", {"kind": "induced_n", "points": [0, 1, 2, 3]}),
    ("N", "is_n_free", {"kind": "covering_n", "points": [0, 1, 2, 3]}),
    ("chain:1 * antichain:3 * chain:1", "is_distributive", {"kind": "diamond", "points": [0, 1, 2, 3, 4]}),
    ("o<a<b<i; o<c<i", "is_modular", {"kind": "pentagon", "points": [0, 1, 2, 4, 3]}),
    ("chain:1 * crown:2 * chain:1", "is_lattice", {"kind": "no_meet", "points": [3, 4, 1, 2]}),
    ("1<2<3, 4", "is_graded", {"kind": "unequal_chains", "points": [3, 0, 1, 2]}),
    ("chain:3", "is_eulerian", {"kind": "interval", "points": [0, 2]}),
    ("antichain:2", "is_connected", {"kind": "two_components", "points": [0, 1]}),
    ("antichain:2", "is_bounded", {"kind": "two_minimal_elements", "points": [0, 1]}),
])
def test_a_no_has_a_witness(tropiary, poset, field, witness):
    info = tropiary.json("poset", "info", poset, "--fields", field, "--witness")
    assert info[field] is False
    found = info["witnesses"][field]
    assert found["kind"] == witness["kind"] and sorted(found["points"]) == sorted(witness["points"])


def test_witnesses_are_read_by_people(tropiary):
    shown = tropiary("poset", "info", "1<2<3<5, 1<4<5", "--fields", "is_lattice,is_modular", "--witness").stdout
    assert shown.split("\n")[:2] == ["  is_lattice  yes", "  is_modular  no: pentagon of 1, 2, 3, 4, 5"]


@pytest.mark.parametrize("poset", ["N", "crown:3", "fence:7", "grid:2x3", "antichain:0", "1<3, 2<3<4; 5"])
def test_up_set_lattices_come_back(tropiary, schema, tmp_path, poset):
    lattice = tropiary("poset", "up-set-lattice", poset, "--json").stdout
    schema("poset", json.loads(lattice))
    (tmp_path / "j.json").write_text(lattice)
    back = tropiary("poset", "birkhoff", f"@{tmp_path / 'j.json'}", "--json").stdout
    (tmp_path / "p.json").write_text(back)
    assert tropiary.json("poset", "isomorphic", f"@{tmp_path / 'p.json'}", poset)["isomorphic"]
    text = tropiary("poset", "up-set-lattice", poset, "--labels", "antichains").stdout
    (tmp_path / "j.txt").write_text(text)
    assert tropiary.json("poset", "isomorphic", f"@{tmp_path / 'j.json'}", f"@{tmp_path / 'j.txt'}")["isomorphic"]


def test_what_is_no_distributive_lattice_is_refused_with_the_reason(tropiary):
    assert "pentagon of 1, 2, 3, 4, 5" in tropiary.refuses("poset", "birkhoff", "1<2<3<5, 1<4<5")
    assert "18446744073709551616 up-sets" in tropiary.refuses("poset", "up-set-lattice", "antichain:64")


def test_maximal_chains_and_antichains_are_listed_and_counted(tropiary, schema):
    assert tropiary("poset", "maximal-chains", "N").stdout == "1 < 2\n3 < 2\n3 < 4\n"
    assert sorted(tropiary("poset", "maximal-antichains", "N").stdout.split("\n")) == ["", "{1, 3}", "{1, 4}", "{2, 4}"]
    for words, count in (("maximal-chains", "24"), ("maximal-antichains", "29")):
        answer = tropiary.json("poset", words, "boolean:4", "--count")
        schema("up_sets", answer)
        assert answer == {"count": count}
        lines = tropiary("poset", words, "boolean:4", "--json").stdout.splitlines()
        assert len(lines) == int(count)
        schema("up_sets", json.loads(lines[0]))
        assert len(tropiary("poset", words, "boolean:4", "--limit", "3").stdout.splitlines()) == 3
