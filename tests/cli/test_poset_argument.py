"""Every form of a POSET argument, and what is refused."""

import json
import resource
import subprocess

import pytest

from conftest import PROGRAM

N_COVERS = [[0, 1], [2, 1], [2, 3]]

FORMS = [
    # argument, labels, covers (0-based, lower first, sorted)
    ("N", ["1", "2", "3", "4"], N_COVERS),
    ("paper:12", ["1", "2", "3", "4"], N_COVERS),
    ("1<2, 3<2, 3<4", ["1", "2", "3", "4"], N_COVERS),
    ("3<4; 2>1; 2>3", ["1", "2", "3", "4"], N_COVERS),
    ("diamond", ["1", "2", "3", "4"], [[0, 1], [0, 2], [1, 3], [2, 3]]),
    ("chain:4", ["1", "2", "3", "4"], [[0, 1], [1, 2], [2, 3]]),
    ("chain:0", [], []),
    ("antichain:3", ["1", "2", "3"], []),
    ("boolean:2", ["1", "2", "3", "4"], [[0, 1], [0, 2], [1, 3], [2, 3]]),
    ("fence:5", ["1", "2", "3", "4", "5"], [[0, 1], [2, 1], [2, 3], [4, 3]]),
    ("crown:3", ["1", "2", "3", "4", "5", "6"], [[0, 3], [0, 4], [1, 4], [1, 5], [2, 3], [2, 5]]),
    ("grid:2x3", ["1", "2", "3", "4", "5", "6"], [[0, 1], [0, 3], [1, 2], [1, 4], [2, 5], [3, 4], [4, 5]]),
    ("divisors:12", ["1", "2", "3", "4", "6", "12"], [[0, 1], [0, 2], [1, 3], [1, 4], [2, 4], [3, 5], [4, 5]]),
    ("1<3, 2<3<4; 5", ["1", "2", "3", "4", "5"], [[0, 2], [1, 2], [2, 3]]),
    ("10<9", ["9", "10"], [[1, 0]]),
    ("b<a", ["b", "a"], [[0, 1]]),
    ("b<2, a<10", ["2", "10", "b", "a"], [[2, 0], [3, 1]]),
    ("1<2, 2<3, 1<3", ["1", "2", "3"], [[0, 1], [1, 2]]),
    ("5", ["5"], []),
    (".", ["1"], []),
    ("chain:2 * antichain:2", ["1.1", "1.2", "2.1", "2.2"], [[0, 1], [1, 2], [1, 3]]),
    (". + . * .", None, [[1, 2]]),
    ("(. + .) * .", None, [[0, 2], [1, 2]]),
    ("N(chain:2, ., antichain:2, .)", ["1.1", "1.2", "2.1", "3.1", "3.2", "4.1"],
     [[0, 1], [1, 2], [3, 2], [3, 5], [4, 2], [4, 5]]),
    ("N([a<b], ., ., .)", ["1.a", "1.b", "2.1", "3.1", "4.1"], [[0, 1], [1, 2], [3, 2], [3, 4]]),
    ("[a<b, c]", ["a", "b", "c"], [[0, 1]]),
]  # fmt: skip


@pytest.mark.parametrize("argument, labels, covers", FORMS, ids=[form[0] for form in FORMS])
def test_each_form_names_its_poset(tropiary, argument, labels, covers):
    info = tropiary.json("poset", "info", argument, "--fields", "size,labels,covers")
    assert sorted(info["covers"]) == covers
    if labels is not None:
        assert info["labels"] == labels
        assert info["size"] == len(labels)


FILES = [
    ("poset.json", json.dumps({"size": 4, "relations": [[0, 1], [2, 1], [2, 3]], "labels": ["a", "b", "c", "d"]})),
    ("covers.json", json.dumps({"size": 4, "covers": [[2, 3], [0, 1], [2, 1]]})),
    ("relations.txt", "# the N\n1<2\n3<2\n3<4\n"),
    ("poset.d6", None),
]


@pytest.mark.parametrize("name, content", FILES, ids=[file[0] for file in FILES])
def test_a_file_holds_the_same_poset(tropiary, tmp_path, name, content):
    if content is None:
        content = tropiary.json("poset", "info", "N", "--fields", "digraph6")["digraph6"] + "\n"
    path = tmp_path / name
    path.write_text(content)
    assert sorted(tropiary.json("poset", "info", f"@{path}", "--fields", "covers")["covers"]) == N_COVERS
    assert sorted(tropiary.json("poset", "info", "@-", "--fields", "covers", stdin=content)["covers"]) == N_COVERS


def test_digraph6_on_the_command_line(tropiary):
    text = tropiary.json("poset", "info", "N", "--fields", "digraph6")["digraph6"]
    assert text.startswith("&")
    assert sorted(tropiary.json("poset", "info", text, "--fields", "covers")["covers"]) == N_COVERS


REFUSED = [
    ("klein-bottle", "unknown poset name"),
    ("chain:x", "chain:x"),
    ("chain:99999999999999999999", "too large"),
    ("paper:16", "0 to 15"),
    ("", "empty"),
    ("1<2, 2<3, 3<1", "cycle"),
    ("a<a", "cycle"),
    ("1<2, <3", "line 1, column 6"),
    ("1<<2", "line 1, column 3"),
    ("N(., .)", "column"),
    ("N(., ., ., .", "column"),
    ("(chain:2", "column"),
    ("&", "digraph6"),
    ("&C??", "digraph6"),
    ("@/nonexistent/file", "/nonexistent/file"),
    ("boolean:63", "boolean:63"),
]  # fmt: skip


@pytest.mark.parametrize("argument, words", REFUSED, ids=[form[0] or "empty" for form in REFUSED])
def test_each_mistake_is_named_in_one_line(tropiary, argument, words):
    assert words in tropiary.refuses("poset", "info", argument)


HOSTILE_FILES = [
    ("truncated.json", '{"size": 4, "relations": [[0, 1], [2', "line 1, column"),
    ("cycle.json", '{"size": 2, "relations": [[0, 1], [1, 0]]}', "cycle"),
    ("range.json", '{"size": 2, "relations": [[0, 7]]}', "7"),
    ("negative.json", '{"size": -3, "relations": []}', "size"),
    ("huge.json", '{"size": 1000000000000, "relations": []}', "1000000000000"),
    ("nosize.json", '{"relations": []}', "size"),
    ("labels.json", '{"size": 2, "relations": [], "labels": ["a"]}', "label"),
    ("twice.json", '{"size": 2, "relations": [], "labels": ["a", "a"]}', "twice"),
    ("huge.d6", "&~~?@?????", "digraph6"),
    ("nest.json", "[" * 1000000, "line 1, column"),
    ("deep.txt", "(" * 1000000, "column"),
    ("binary.txt", "\x00\x01\x02", "line 1, column 1"),
]  # fmt: skip


@pytest.mark.parametrize("name, content, words", HOSTILE_FILES, ids=[file[0] for file in HOSTILE_FILES])
def test_hostile_files_take_neither_time_nor_memory(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_text(content)

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))

    result = subprocess.run(
        [PROGRAM, "poset", "info", f"@{path}"], capture_output=True, text=True, timeout=20, preexec_fn=limit
    )
    assert result.returncode == 2, (result.returncode, result.stderr[-500:])
    assert len(result.stderr.splitlines()) == 1
    assert len(result.stderr) < 1000
    assert words in result.stderr
