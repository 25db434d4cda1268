"""What every command prints, for people and as JSON, and that bad input leaves nothing behind."""

import json
import os
import pathlib
import signal
import subprocess
import time
from fractions import Fraction

import pytest

from conftest import PROGRAM

SIXTEEN = [
    # up-sets, e, facets of O, facets of C: mathematics of arXiv 2412.06097, Table 1, computed independently
    (9, 6, 7, 7), (16, 24, 8, 8), (12, 12, 7, 7), (6, 2, 6, 6), (10, 8, 7, 7), (10, 8, 7, 7), (9, 6, 6, 6), (6, 2, 6, 6),
    (8, 4, 6, 6), (9, 6, 7, 7), (7, 3, 6, 6), (7, 4, 8, 8), (8, 5, 7, 7), (5, 1, 5, 5), (6, 2, 6, 6), (7, 3, 6, 6),
]  # fmt: skip


def test_help_teaches_by_example(tropiary):
    for command in (
        ["poset", "info"], ["poset", "draw"], ["poset", "up-sets"],
        ["polytope", "order"], ["polytope", "chain"], ["polytope", "hull"], ["polytope", "minkowski"], ["polytope", "info"],
        ["tropical", "show"], ["tropical", "eval"], ["tropical", "newton"],
        ["operad", "compose"], ["operad", "decompose"], ["compile"],
    ):  # fmt: skip
        text = tropiary(*command, "--help").stdout
        assert "Examples:" in text and "--json" in text, command
    assert "tropiary" in tropiary("--version").stdout


@pytest.mark.parametrize("k", range(16))
def test_the_sixteen_posets_have_their_published_numbers(tropiary, schema, k):
    up_sets, extensions, order_facets, chain_facets = SIXTEEN[k]
    info = tropiary.json("poset", "info", f"paper:{k}")
    schema("poset_info", info)
    assert info["up_set_count"] == str(up_sets)
    assert info["linear_extension_count"] == str(extensions)
    order = tropiary.json("polytope", "order", f"paper:{k}", "--verify")
    chain = tropiary.json("polytope", "chain", f"paper:{k}", "--verify")
    schema("polytope", order)
    schema("polytope", chain)
    assert (len(order["vertices"]), len(order["facets"])) == (up_sets, order_facets)
    assert (len(chain["vertices"]), len(chain["facets"])) == (up_sets, chain_facets)
    # The order polytope is the hull of its vertices and the Newton polytope of the poset's polynomial.
    hull = tropiary.json("polytope", "hull", "-", stdin=json.dumps({"points": order["vertices"]}))
    assert hull == order
    assert tropiary.json("tropical", "newton", f"paper:{k}") == order
    assert tropiary("poset", "up-sets", f"paper:{k}", "--count").stdout == f"{up_sets}\n"
    assert len(tropiary("poset", "up-sets", f"paper:{k}").stdout.splitlines()) == up_sets


def test_the_n_keeps_its_numbering_everywhere(tropiary):
    assert tropiary.json("poset", "info", "N", "--fields", "covers") == {"covers": [[0, 1], [2, 1], [2, 3]]}
    order = tropiary.json("polytope", "order", "N")
    assert [0, -1, 1, 0, 0] in order["facets"] and [0, 0, 1, -1, 0] in order["facets"]  # x1 <= x2, x3 <= x2
    assert [0, 0, 0, -1, 1] in order["facets"]  # x3 <= x4
    value = tropiary.json("tropical", "eval", "N", "--at", "5,-3,7,-1")
    assert value == {"value": "8", "least_up_set": [0, 1, 2, 3]}
    value = tropiary.json("tropical", "eval", "N", "--at", "5,-6,-1,2")
    assert value == {"value": "2", "least_up_set": [3]}


def test_polytopes_of_lower_dimension(tropiary, schema):
    def hull(points):
        result = tropiary.json("polytope", "hull", "-", "--verify", stdin=json.dumps({"points": points}))
        schema("polytope", result)
        return result

    square = hull([[0, 0, 1, 5], [1, 0, 1, 5], [0, 1, 1, 5], [1, 1, 1, 5], ["1/2", "1/2", 1, 5]])
    assert (square["dimension"], square["ambient_dimension"]) == (2, 4)
    assert (len(square["vertices"]), len(square["facets"]), len(square["equations"])) == (4, 4, 2)
    segment = hull([[0, 0], [1, 1], [2, 2], [3, 3], [3, 3]])
    assert segment["vertices"] == [["0", "0"], ["3", "3"]] and segment["dimension"] == 1
    point = hull([["1/2", "-3"]])
    assert point["dimension"] == 0 and point["facets"] == [] and len(point["equations"]) == 2


def test_a_minkowski_sum_names_its_summands(tropiary, tmp_path):
    (tmp_path / "square.json").write_text('{"points": [[0,0],[1,0],[0,1],[1,1]]}')
    (tmp_path / "triangle.json").write_text('{"vertices": [["0","0"],["1","0"],["0","1"]]}')
    names = [str(tmp_path / "square.json"), str(tmp_path / "triangle.json")]
    result = tropiary.json("polytope", "minkowski", *names)
    summands = [tropiary.json("polytope", "hull", name)["vertices"] for name in names]
    assert len(result["vertices"]) == 5
    for vertex, parts in zip(result["vertices"], result["summand_vertices"], strict=True):
        total = [sum(Fraction(summands[k][i][c]) for k, i in enumerate(parts)) for c in range(2)]
        assert total == [Fraction(c) for c in vertex]


def test_compose_and_decompose_are_inverse(tropiary, schema):
    composed = tropiary.json("operad", "compose", "N", "chain:2", ".", "antichain:3", ".")
    schema("poset", composed)
    assert composed["size"] == 7
    term = tropiary.json("operad", "decompose", "N(chain:2, ., antichain:3, .)")
    assert term["nodes"]["prime"] == 1
    again = tropiary.json("poset", "info", term["term"], "--fields", "covers")
    position = term["points"]
    assert sorted([position[a], position[b]] for a, b in again["covers"]) == sorted(composed["covers"])
    partial = tropiary.json("operad", "compose", "N", "chain:2", "--at", "0")
    assert partial["size"] == 5


@pytest.mark.parametrize("source", ["N", "antichain:4", "chain:5 + N", "N(., N, ., .)", "max(0, x1, 2*x1 - x2)"])
def test_compile_writes_what_it_says(tropiary, schema, tmp_path, source):
    files = [str(tmp_path / name) for name in ("f.onnx", "f.safetensors", "f.json")]
    summary = tropiary.json("compile", source, "-o", *files)
    schema("compile", summary)
    assert summary["files"] == files and all(os.path.getsize(f) > 0 for f in files)
    assert summary["certificate"]["exact"] is True
    schema("layer_config", json.loads(pathlib.Path(files[2]).read_text()))
    first = [pathlib.Path(f).read_bytes() for f in files]
    tropiary("compile", source, "-o", *files)
    assert [pathlib.Path(f).read_bytes() for f in files] == first


def test_the_sixteen_compile_to_few_maxima(tropiary):
    counts = [tropiary.json("compile", f"paper:{k}")["max_ops"] for k in range(16)]
    assert counts[:11] + counts[12:] == [4] * 15
    assert counts[11] <= 5
    summary = tropiary.json("compile", "antichain:64")
    assert summary["max_ops"] == 64 and summary["hidden_layers"] == 1


def test_a_strict_form_too_large_is_refused_with_its_size(tropiary, tmp_path):
    message = tropiary.refuses("compile", "chain:3000", "-o", tmp_path / "huge.onnx")
    assert "parameters" in message
    assert os.listdir(tmp_path) == []
    assert tropiary.json("compile", "chain:3000", "--form", "dag")["max_ops"] == 3000


def test_require_exact_refuses_and_names_the_neuron(tropiary, tmp_path):
    message = tropiary.refuses("compile", "N", "--dtype", "bfloat16", "--box", "-1000:1000", "--require-exact",
                               "-o", tmp_path / "n.onnx")  # fmt: skip
    assert "layer" in message and "unit" in message
    assert os.listdir(tmp_path) == []


REFUSED = [
    (["tropical", "eval", "N", "--at", "1,2,3"], "3"),
    (["tropical", "eval", "N", "--at", "1,2,3,1/0"], "1/0"),
    (["tropical", "eval", "N", "--at", "1,2,3,zebra"], "zebra"),
    (["tropical", "show", "max(0, x1"], "line 1, column"),
    (["polytope", "hull", "/nonexistent.json"], "/nonexistent.json"),
    (["compile", "N", "--dtype", "float12"], "float12"),
    (["compile", "N", "--form", "spiral"], "spiral"),
    (["compile", "N", "--box", "3:-3"], "3"),
    (["compile", "N", "--box", "1"], "low:high"),
    (["compile", "N", "-o", "n.txt"], ".onnx"),
    (["compile", "N", "-o", "/nonexistent/n.onnx"], "/nonexistent"),
    (["compile", "N", "--form", "dag", "-o", "n.onnx"], "not dag"),
    (["poset", "info", "N", "--fields", "girth"], "girth"),
    (["poset"], "subcommand"),
    (["frobnicate"], "frobnicate"),
    (["poset", "draw", "N", "-o", "n.png"], "n.png"),
]  # fmt: skip


@pytest.mark.parametrize("arguments, words", REFUSED, ids=[" ".join(case[0]) for case in REFUSED])
def test_each_mistake_is_named_in_one_line(tropiary, tmp_path, arguments, words):
    assert words in tropiary.refuses(*arguments, cwd=tmp_path)
    assert os.listdir(tmp_path) == []


HULL_INPUT = [
    ('{"points": [[0, 0], [1]]}', "1"),
    ('{"points": [["1/0", 0]]}', "1/0"),
    ('{"inequalities": [[0, 1, 0], [0, 0]]}', "inequalities[1] has 2 entries"),
    ('{"points": [[0.5, 0]]}', "0.5"),
    ('{"points": [[0, 0], [1', "line 1, column"),
    ('{"pionts": []}', "points"),
    ("", "line 1, column"),
]  # fmt: skip


@pytest.mark.parametrize("text, words", HULL_INPUT, ids=[case[0][:24] or "empty" for case in HULL_INPUT])
def test_bad_points_are_refused(tropiary, text, words):
    assert words in tropiary.refuses("polytope", "hull", "-", stdin=text)


def test_an_interrupt_leaves_no_file(tmp_path):
    # A background job of a shell starts with the interrupt ignored, and hands that on.
    process = subprocess.Popen(
        [PROGRAM, "poset", "up-sets", "antichain:60"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=10) == 130
    assert os.listdir(tmp_path) == []


def test_draw_writes_svg_and_dot(tropiary, tmp_path):
    tropiary("poset", "draw", "N", "-o", tmp_path / "n.svg")
    assert (tmp_path / "n.svg").read_text().startswith(("<?xml", "<svg"))
    tropiary("poset", "draw", "N", "-o", tmp_path / "n.dot")
    assert "digraph" in (tmp_path / "n.dot").read_text()
    assert tropiary("poset", "draw", "N", "--highlight", "2,4").stdout.rstrip().endswith("</svg>")


@pytest.mark.parametrize(
    ("arguments", "text"),
    [(["-4"], "-4"), (["1/2"], "1/2"), (["-inf"], "-inf"), (["3 + 4"], "7"), (["4"], "max(0, x1)"), (["--variables=2", "4"], "4")],
)  # fmt: skip
def test_a_constant_is_an_expression_and_a_bare_label_a_poset(tropiary, arguments, text):
    command = ["tropical", "show", *arguments[:-1], "--", arguments[-1]]
    assert tropiary(*command).stdout == text + "\n"


def test_labels_do_not_decide_what_a_file_holds(tropiary, tmp_path):
    file = tmp_path / "poset.json"
    file.write_text('{"size": 2, "relations": [], "labels": ["nodes", "monomials"]}')
    assert tropiary("tropical", "show", f"@{file}").stdout == "max(0, x2, x1, x1 + x2)\n"


def test_posets_from_files_are_counted_by_their_parts(tropiary):
    covers = [[i, i + 1] if i % 2 == 0 else [i + 1, i] for i in range(59)]
    poset = json.dumps({"size": 59 + 1 + 40, "covers": covers})
    info = tropiary.json("poset", "info", "@-", "--fields", "up_set_count", stdin=poset)
    assert info == {"up_set_count": str(4052739537881 * 2**40)}
