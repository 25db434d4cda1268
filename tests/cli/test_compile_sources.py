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
        (("sort:0",), "whole number from 1"),
        (("N", "--size", "4x4", "--channels", "0"), "no channels"),
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


def test_forms_are_compared_side_by_side(tropiary, schema):
    comparison = tropiary.json("compile", "N", "--compare")
    schema("compare", comparison)
    forms = {row["form"]: row for row in comparison["forms"]}
    assert set(forms) == {"relu", "maxout", "dag", "filters"}
    for form, row in forms.items():
        summary = tropiary.json("compile", "N", "--form", form)
        assert all(row[key] == summary[key] for key in ("max_ops", "hidden_layers", "parameters"))
    depth = comparison["depth_lower_bound"]
    assert depth["hidden_layers"] == 3 and int(depth["minor_linear_extensions"]) % 2 == 1
    large = tropiary.json("compile", "antichain:50", "--compare")
    assert [("refused" in row) for row in large["forms"]] == [False, False, False, True]
    assert "depth_lower_bound" not in large
    assert "side by side" in tropiary("compile", "--help").stdout
    tropiary.refuses("compile", "N", "--compare", "-o", "n.onnx")


def test_an_atlas_holds_every_small_poset(tropiary, schema, tmp_path):
    folder = tmp_path / "atlas"
    tropiary("compile", "--atlas", "4", "-o", folder, "--dtype", "bfloat16")
    rows = [json.loads(line) for line in (folder / "index.jsonl").read_text().splitlines()]
    assert [sum(row["size"] == n for row in rows) for n in range(1, 5)] == [1, 2, 5, 16]
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["index.jsonl"] + [name for row in rows for name in row["files"]]
    )
    for row in rows:
        config = json.loads((folder / row["files"][0]).read_text())
        schema("layer_config", config)
        info = tropiary.json("poset", "info", row["digraph6"], "--fields", "up_set_count")
        assert int(info["up_set_count"]) == row["regions"]
        assert row["exact"] and row["depth_lower_bound"] <= row["hidden_layers"] == config["hidden_layers"]
    assert "no empty folder" in tropiary.refuses("compile", "--atlas", "2", "-o", folder)
    assert "listed" in tropiary.refuses("compile", "--atlas", "8", "-o", tmp_path / "large")
    assert "one folder" in tropiary.refuses("compile", "--atlas", "2")
    assert [path.name for path in tmp_path.iterdir()] == ["atlas"]


def test_terms_over_blocks_are_the_series_parallel_posets(tropiary, schema):
    lines = tropiary("operad", "terms", "chain:2", "antichain:2", "--points", "5", "--json").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert [sum(row["size"] == n for row in rows) for n in range(1, 6)] == [1, 2, 5, 15, 48]  # OEIS A003430
    for row in rows[::9]:
        schema("term", row)
        info = tropiary.json("poset", "info", row["term"], "--fields", "is_series_parallel,canonical")
        assert info["is_series_parallel"] and info["canonical"] == row["digraph6"]
    assert "fewer blocks" in tropiary.refuses("operad", "terms", "chain:2", "antichain:2", "--points", "40")
