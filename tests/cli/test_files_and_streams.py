"""Inputs and outputs as they come: pipes, byte order marks, full disks, readers that leave."""

import json
import os
import resource
import signal
import subprocess

import pytest

from conftest import PROGRAM

N = "1<2, 3<2, 3<4"


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=60, **options)


@pytest.mark.parametrize("name", ["-", "@-"])
def test_every_source_is_read_from_standard_input(tropiary, name):
    assert tropiary.json("poset", "info", name, "--fields", "size,up_set_count", stdin=N) == {"size": 4, "up_set_count": "8"}
    assert tropiary("polytope", "order", name, stdin=N).stdout == tropiary("polytope", "order", "N").stdout
    assert tropiary("compile", name, "--json", stdin=N).stdout == tropiary("compile", "N", "--json").stdout
    assert tropiary("tropical", "eval", name, "--at", "-1,5", stdin="max(0, x1, x1 + x2)\n").stdout == "4\n"
    assert tropiary("tropical", "show", name, stdin="1<2").stdout == "max(0, x2, x1 + x2)\n"
    hull = tropiary.json("polytope", "hull", name, stdin='{"points": [[0, 0], [1, 0]]}')
    assert hull["dimension"] == 1


def test_a_file_that_can_be_read_only_once_is_read_once(tropiary, tmp_path):
    shell = f'"{PROGRAM}" compile "@"<(echo "{N}") --json'
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, timeout=60)
    assert done.stdout == tropiary("compile", "N", "--json").stdout


@pytest.mark.parametrize("text", [N, N.replace(", ", ",\n"), '{"size": 4, "covers": [[0, 1], [2, 1], [2, 3]]}', "N", "&C?KG"])
def test_editors_may_leave_a_byte_order_mark_and_carriage_returns(tropiary, tmp_path, text):
    plain, marked = tmp_path / "plain", tmp_path / "marked"
    plain.write_text(text)
    marked.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() + b"\r\n")
    assert tropiary("poset", "info", f"@{marked}").stdout == tropiary("poset", "info", f"@{plain}").stdout
    points = '{"points": [[0, 0], [2, 1]]}'
    marked.write_bytes(b"\xef\xbb\xbf" + points.encode() + b"\r\n")
    assert tropiary("polytope", "hull", marked).stdout == tropiary("polytope", "hull", "-", stdin=points).stdout


def test_the_json_of_a_poset_is_an_argument_too(tropiary):
    fields = tropiary.json("poset", "info", '{"size": 3, "relations": [[0, 2]]}', "--fields", "size,covers")
    assert fields == {"size": 3, "covers": [[0, 2]]}


def test_a_file_name_without_its_sign_is_told_so(tropiary):
    assert "@FILE" in tropiary.refuses("poset", "info", "poset.json")
    assert "@FILE" in tropiary.refuses("compile", "folder/poset")


@pytest.mark.parametrize(
    "arguments",
    [["operad", "compose", "N", "N", "--at", "-1"], ["poset", "up-sets", "N", "--limit", "-3"],
     ["compile", "N", "--max-parameters", "-1"], ["tropical", "show", "max(0, x1)", "--variables", "1.5"]],
)  # fmt: skip
def test_a_count_is_no_negative_number(tropiary, arguments):
    assert arguments[-1] in tropiary.refuses(*arguments)


def test_negative_coordinates_are_no_options(tropiary):
    assert tropiary("tropical", "eval", "--at", "-1,-2", "1<2").stdout.startswith("0 ")
    assert tropiary("compile", "--box", "-4:4", "N", "--require-exact").stdout.count("[-4, 4]^4") == 1


needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")


@needs_full
@pytest.mark.parametrize(
    "arguments", [["poset", "info", "N"], ["poset", "up-sets", "antichain:40"], ["compile", "N", "--json"], ["--help"]]
)
def test_standard_output_that_is_full_exits_3(arguments):
    with open("/dev/full", "w") as full:
        done = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (3, "tropiary: standard output cannot be written\n")


@needs_full
def test_a_full_disk_exits_3_and_leaves_nothing(tropiary, tmp_path):
    os.symlink("/dev/full", tmp_path / "full.onnx")
    assert "No space left" in tropiary.refuses("compile", "N", "-o", "n.onnx", "full.onnx", status=3, cwd=tmp_path)
    assert os.listdir(tmp_path) == ["full.onnx"]


def test_a_file_beyond_the_limit_exits_3_and_leaves_nothing(tmp_path):
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))  # noqa: E731
    done = run("poset", "draw", "boolean:6", "-o", "b.svg", cwd=tmp_path, preexec_fn=limit)
    assert done.returncode == 3 and "b.svg" in done.stderr
    assert os.listdir(tmp_path) == []


def test_a_reader_that_leaves_ends_the_program():
    with subprocess.Popen([PROGRAM, "poset", "up-sets", "antichain:60"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          restore_signals=True) as process:  # fmt: skip
        assert process.stdout.readline() == b"{}\n"
        process.stdout.close()
        assert process.wait(timeout=20) == 128 + signal.SIGPIPE
        assert process.stderr.read() == b""


def test_every_json_output_has_a_schema(tropiary, schema, tmp_path):
    (tmp_path / "p.json").write_text('{"points": [[0, 0], [3, 0], [0, 3], [123456789012345678901, 7]]}')
    p = str(tmp_path / "p.json")
    for name, arguments in [
        ("poset_info", ["poset", "info", "boolean:3"]),
        ("draw", ["poset", "draw", "N", "-o", str(tmp_path / "n.svg")]),
        ("up_sets", ["poset", "up-sets", "N", "--count"]),
        ("polytope", ["polytope", "order", "N"]),
        ("polytope", ["polytope", "chain", "N"]),
        ("polytope", ["polytope", "hull", p]),
        ("polytope", ["polytope", "info", p]),
        ("polytope", ["polytope", "minkowski", p, p]),
        ("polynomial", ["tropical", "show", "N"]),
        ("polynomial", ["tropical", "show", "max(0, 1/2*x1 - 1/3)"]),
        ("eval", ["tropical", "eval", "N", "--at", "1,-2,3,1/2"]),
        ("eval", ["tropical", "eval", "max(0, x1)", "--at", "-1/2"]),
        ("polytope", ["tropical", "newton", "max(0, x1, 2*x2)"]),
        ("poset", ["operad", "compose", "N", ".", "N", ".", "chain:2"]),
        ("decompose", ["operad", "decompose", "N(chain:2, ., antichain:3, .)"]),
        ("compile", ["compile", "N"]),
        ("compile", ["compile", "N", "--form", "dag"]),
    ]:
        schema(name, tropiary.json(*arguments))
    for line in tropiary("poset", "up-sets", "N", "--json").stdout.splitlines():
        schema("up_sets", json.loads(line))
    nothing = tropiary.json("tropical", "eval", "-", "--at", "3", stdin='{"variables": 1, "monomials": []}')
    schema("eval", nothing)
    assert nothing["value"] == "-inf"
