"""Canonical forms of many posets, line by line."""

import json
import random

import pytest

POSETS = [1, 1, 2, 5, 16, 63, 318, 2045]  # OEIS A000112


def lines(result):
    return result.stdout.splitlines()


def digraph6(size, relations):
    bits = [0] * (size * size + -size * size % 6)
    for x, y in relations:
        bits[x * size + y] = 1
    groups = (bits[i : i + 6] for i in range(0, len(bits), 6))
    body = "".join(chr(63 + int("".join(map(str, group)), 2)) for group in groups)
    head = chr(63 + size) if size <= 62 else "~" + "".join(chr(63 + (size >> s & 63)) for s in (12, 6, 0))
    return f"&{head}{body}"


def renumbered(size, relations, seed):
    place = random.Random(seed).sample(range(size), size)
    return digraph6(size, [(place[x], place[y]) for x, y in relations])


@pytest.mark.parametrize("n", range(8))
def test_different_posets_have_different_forms(tropiary, n):
    listed = tropiary("poset", "enumerate", n).stdout
    forms = lines(tropiary("poset", "canonical", stdin=listed))
    assert len(forms) == len(set(forms)) == POSETS[n]
    assert lines(tropiary("poset", "canonical", stdin="\n".join(forms))) == forms
    assert tropiary("poset", "canonical", "-", "--count", stdin=listed * 2).stdout == f"{POSETS[n]}\n"


@pytest.mark.parametrize("size", [6, 16, 17, 30, 62, 63, 64, 65, 90])
def test_renumbered_posets_have_one_form(tropiary, schema, size):
    source = random.Random(size)
    relations = [(x, y) for x in range(size) for y in range(x + 1, size) if source.random() < 3 / size]
    texts = [digraph6(size, relations)] + [renumbered(size, relations, seed) for seed in range(5)]
    forms = lines(tropiary("poset", "canonical", stdin="\n".join(texts)))
    assert len(forms) == 6 and len(set(forms)) == 1
    assert lines(tropiary("poset", "canonical", "--unique", stdin="\n".join(texts))) == forms[:1]
    info = tropiary.json("poset", "info", texts[0], "--fields", "size,canonical,covers")
    assert (info["size"], info["canonical"]) == (size, forms[0])
    values = [json.loads(line) for line in lines(tropiary("poset", "canonical", "--json", stdin=texts[1]))]
    schema("poset", values[0])
    assert values[0]["size"] == size and len(values[0]["covers"]) == len(info["covers"])
    assert all(lower < upper for lower, upper in values[0]["covers"])


def test_lines_may_be_any_poset(tropiary):
    given = "N\n&COD?\r\n>>digraph6<<&COD?\nb<a, c<a, c<d\n" + '{"size": 4, "relations": [[0, 1], [2, 1], [2, 3]]}'
    forms = lines(tropiary("poset", "canonical", stdin=given))
    assert len(forms) == 5 and len(set(forms)) == 1
    assert tropiary("poset", "canonical", stdin="").stdout == ""
    assert tropiary("poset", "canonical", stdin="@/etc/passwd\n").stdout == "&@?\n"  # a label: no file is opened
    assert tropiary.json("poset", "canonical", "--count", stdin=given) == {"count": "1"}


def test_files(tropiary, tmp_path):
    given = tmp_path / "given.d6"
    given.write_text(tropiary("poset", "enumerate", 5).stdout)
    forms = tropiary("poset", "canonical", given).stdout
    assert tropiary("poset", "canonical", given, "-o", tmp_path / "out.d6").stdout == ""
    assert (tmp_path / "out.d6").read_text() == forms
    assert "no-such-file" in tropiary.refuses("poset", "canonical", tmp_path / "no-such-file")
    assert "directory" in tropiary.refuses("poset", "canonical", tmp_path)
    given.write_text(given.read_text() + "&C\n")
    assert "line 64" in tropiary.refuses("poset", "canonical", given, "-o", tmp_path / "new.d6")
    assert not (tmp_path / "new.d6").exists()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("&C?K", "4 vertices are announced"),
        ("&C?KGG", "4 vertices are announced"),
        ("&", "ends too early"),
        ("&~", "ends too early"),
        ("&C?K\x7f", "a character outside"),
        ("&C?K!", "a character outside"),
        ("&C??@", "padding"),
        ("&@_", "a loop"),
        ("&BSO", "cycle"),
        ("&~~?ZZZZZ", "vertices are announced"),
        ("2<1, 1<2", "cycle"),
        ('{"size": 2}', "relations"),
        ("N(., .", "line 1"),
    ],
)
def test_hostile_lines_are_refused_with_their_number(tropiary, line, words):
    good = "&COD?\n&AO\n"
    result = tropiary("poset", "canonical", stdin=good + line + "\n" + good, status=2)
    message = result.stderr.splitlines()
    assert len(message) == 1 and "standard input, line 3" in message[0] and words in message[0]
    assert lines(result) == lines(tropiary("poset", "canonical", stdin=good))


def test_cycles_of_every_length_are_refused(tropiary):
    for size in range(2, 70):
        cycle = [(x, (x + 1) % size) for x in range(size)]
        assert "cycle" in tropiary("poset", "canonical", stdin=renumbered(size, cycle, size), status=2).stderr


def test_groups(tropiary, schema):
    info = tropiary.json("poset", "info", "crown:3", "--fields", "automorphism_group_order,automorphism_generators,orbits")
    schema("poset_info", info)
    assert info["automorphism_group_order"] == "6"
    assert info["orbits"] == [[0, 1, 2], [3, 4, 5]]
    assert all(sorted(image) == list(range(6)) for image in info["automorphism_generators"])
    text = tropiary("poset", "info", "a<c, b<c", "--fields", "automorphism_generators,orbits").stdout
    assert "(a b)" in text and "{a, b}, {c}" in text
    assert "none" in tropiary("poset", "info", "chain:3", "--fields", "automorphism_generators").stdout
