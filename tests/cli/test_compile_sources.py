"""What can be compiled beside posets and polynomials: named algorithms, pooling layers, every form."""

import json

import pytest


@pytest.mark.parametrize("form", ["relu", "maxout", "dag"])
def test_algorithms_compile_by_name(tropiary, schema, form):
    for source in ("sort:4", "median:5", "largest:6:2", "sum-of-largest:5:3", "order-statistic:5:1", "spanning-tree:4",
                   "bellman-ford:4", "reachability:4", "heaviest-chain:boolean:3"):
        summary = tropiary.json("compile", source, "--form", form, "--box", "-4:4", "--require-exact")
        schema("compile", summary)
        assert summary["certificate"]["exact"] and summary["form"] == form


def test_the_filters_form_has_a_row_for_each_up_set(tropiary, schema, tmp_path):
    path = tmp_path / "n.json"
    tropiary.json("compile", "N", "--form", "filters", "-o", str(path))
    config = json.loads(path.read_text())
    schema("layer_config", config)
    (layer,) = config["layers"]
    assert layer["rows"] == layer["pieces"] == 8 and layer["activation"] == "max"
    up_sets = [json.loads(line) for line in tropiary("poset", "up-sets", "N", "--json").stdout.splitlines()]
    rows = sorted([i for i, weight in enumerate(row) if weight != "0"] for row in layer["weights"])
    assert rows == sorted(sorted(up_set) for up_set in up_sets)


def test_a_pooling_layer_has_a_value_for_each_window(tropiary):
    summary = tropiary.json("compile", "N", "--size", "6x6", "--stride", "2x2", "--padding", "1x1", "--channels", "3")
    single = tropiary.json("compile", "N", "--size", "6x6", "--stride", "2x2", "--padding", "1x1")
    assert summary["max_ops"] == 3 * single["max_ops"] and len(summary["certificate"]["box"]) == 108


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("sort:x",), "sort:N"),
        (("largest:3",), "takes 2 numbers"),
        (("sort:99999999999999999999",), "no whole number"),
        (("N", "--window", "2x2"), "need --size"),
        (("N", "--size", "8x"), "no list of sizes"),
        (("sort:5", "--size", "3x3x3"), "give --window"),
        (("N", "--size", "1x1"), "does not fit"),
        (("N", "--size", "99999999999x99999999999"), "at most"),
        (("sort:3", "--form", "filters"), "filters form"),
        (("antichain:60", "--form", "filters"), "max_parameters"),
        (("N", "--form", "maximum"), "relu, dag, maxout, filters"),
    ],
)
def test_what_cannot_be_compiled_is_one_line(tropiary, arguments, message):
    assert message in tropiary.refuses("compile", *arguments)
