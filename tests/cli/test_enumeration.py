"""Enumeration, isomorphism and linear extensions as the program prints them."""

import itertools
import json
import subprocess

import pytest

from conftest import PROGRAM

POSETS = [1, 1, 2, 5, 16, 63, 318, 2045]  # OEIS A000112


def lines(result):
    return result.stdout.splitlines()


def test_help_teaches_by_example(tropiary):
    for command in ("enumerate", "isomorphic", "linear-extensions"):
        text = tropiary("poset", command, "--help").stdout
        assert "Examples:" in text and "--json" in text, command


@pytest.mark.parametrize("n", range(8))
def test_every_form_lists_as_many_as_are_counted(tropiary, schema, n):
    assert tropiary("poset", "enumerate", n, "--count").stdout == f"{POSETS[n]}\n"
    assert tropiary.json("poset", "enumerate", n, "--count") == {"count": str(POSETS[n])}
    digraph6 = lines(tropiary("poset", "enumerate", n))
    assert len(digraph6) == len(set(digraph6)) == POSETS[n]
    assert len(lines(tropiary("poset", "enumerate", n, "--format", "covers"))) == POSETS[n]
    for line in lines(tropiary("poset", "enumerate", n, "--json")):
        value = json.loads(line)
        schema("poset", value)
        assert value["size"] == n
    shards = [lines(tropiary("poset", "enumerate", n, "--shard", f"{i}/3")) for i in range(3)]
    assert sorted(itertools.chain(*shards)) == sorted(digraph6)


@pytest.mark.parametrize("n", [0, 1, 4])
def test_the_forms_show_the_same_posets(tropiary, n):
    digraph6 = lines(tropiary("poset", "enumerate", n))
    values = [json.loads(line) for line in lines(tropiary("poset", "enumerate", n, "--format", "jsonl"))]
    covers = lines(tropiary("poset", "enumerate", n, "--format", "covers"))
    canonical = set()
    for row, value, text in zip(digraph6, values, covers, strict=True):
        info = tropiary.json("poset", "info", row, "--fields", "size,covers,canonical,digraph6")
        assert (info["size"], info["covers"], info["digraph6"]) == (n, value["covers"], row)
        if n > 0:
            assert tropiary.json("poset", "info", text, "--fields", "covers")["covers"] == value["covers"]
        canonical.add(info["canonical"])
    assert len(canonical) == POSETS[n]


def test_rows_of_more_than_one_character_are_digraph6(tropiary):
    for n in (7, 12, 13, 16):
        for row in lines(tropiary("poset", "enumerate", n, "--limit", 5)):
            assert tropiary.json("poset", "info", row, "--fields", "size,digraph6") == {"size": n, "digraph6": row}


def test_filters(tropiary):
    def count(n, *filters):
        number = int(tropiary("poset", "enumerate", n, *filters, "--count").stdout)
        assert len(lines(tropiary("poset", "enumerate", n, *filters))) == number
        return number

    assert [count(n, "--connected") for n in range(1, 8)] == [1, 1, 3, 10, 44, 238, 1650]  # A000608
    assert [count(n, "--series-parallel") for n in range(1, 8)] == [1, 2, 5, 15, 48, 167, 602]  # A003430
    assert [count(n, "--lattice") for n in range(1, 8)] == [1, 1, 1, 2, 5, 15, 53]  # A006966
    assert [count(6, "--height", h) for h in range(1, 7)][0] == 1
    assert sum(count(6, "--height", h) for h in range(1, 7)) == POSETS[6]
    assert sum(count(6, "--width", w) for w in range(1, 7)) == POSETS[6]
    assert count(6, "--graded", "--connected") < count(6, "--connected")


def test_large_counts_are_quick(tropiary):
    assert tropiary("poset", "enumerate", "11", "--count").stdout == "46749427\n"
    assert tropiary("poset", "enumerate", "10", "--connected", "--count").stdout == "2360719\n"


def test_a_reader_who_leaves_ends_the_enumeration():
    process = subprocess.Popen([PROGRAM, "poset", "enumerate", "13"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout.readline().startswith(b"&L")
    process.stdout.close()
    assert process.wait(timeout=20) != 0


REFUSED = [
    (["enumerate", "40"], "--shard"),
    (["enumerate", "40"], "more than 10^72 posets"),
    (["enumerate", "--", "-1"], "-1"),
    (["enumerate", "5", "--width", "1000000000"], "width 1000000000"),
    (["enumerate", "5", "--width", "-1"], "-1"),
    (["enumerate", "5", "--covers", "7"], "covers 7"),
    (["enumerate", "5", "--shard", "5/3"], "5/3"),
    (["enumerate", "5", "--threads", "0"], "threads"),
    (["enumerate", "5", "--threads", "100000"], "threads"),
    (["enumerate", "5", "--labelled", "--naturally-labelled"], "labelled"),
    (["enumerate", "5", "--checkpoint", "c.json"], "-o"),
    (["enumerate", "5", "-o", "x.d6", "--resume"], "--checkpoint"),
    (["enumerate", "5", "-o", "x.d6", "--limit", "2"], "--limit"),
    (["enumerate", "5", "-o", "/dev/null"], "regular"),
    (["enumerate", "5", "-o", "no/such/folder/x.d6"], "no/such/folder"),
    (["merge"], "FILES"),
    (["merge", "/no/such/file"], "/no/such/file"),
    (["enumerate", "many"], "many"),
    (["enumerate", "5", "--shard", "3/3"], "3/3"),
    (["enumerate", "5", "--shard", "1"], "i/m"),
    (["enumerate", "5", "--shard", "-1/3"], "i/m"),
    (["enumerate", "5", "--format", "pdf"], "pdf"),
    (["linear-extensions", "crown:40", "--sample", "1"], "64"),
    (["linear-extensions", "N", "--seed", "1"], "sample"),
    (["linear-extensions", "N", "--count", "--method", "fast"], "levels"),
    (["linear-extensions", "N", "--count", "--method", "decomposition"], "series-parallel"),
    (["linear-extensions", "N", "--count", "--sample", "1"], "sample"),
    (["isomorphic", "N"], "B"),
]  # fmt: skip


@pytest.mark.parametrize("arguments, words", REFUSED, ids=[" ".join(case[0]) for case in REFUSED])
def test_each_mistake_is_named_in_one_line(tropiary, arguments, words):
    assert words in tropiary.refuses("poset", *arguments)


def test_isomorphic_posets_come_with_a_map(tropiary, schema):
    for a, b in (("N", "b<a, c<a, c<d"), ("boolean:3", "divisors:30"), ("antichain:3", "antichain:3")):
        answer = tropiary.json("poset", "isomorphic", a, b)
        schema("poset_isomorphic", answer)
        assert answer["isomorphic"]
        image = answer["map"]
        covers = [tropiary.json("poset", "info", p, "--fields", "covers")["covers"] for p in (a, b)]
        assert sorted([image[x], image[y]] for x, y in covers[0]) == sorted(covers[1])
    assert tropiary("poset", "isomorphic", "x<y", "b<c").stdout == "x -> b\ny -> c\n"


DIFFERENT = [
    ("chain:3", "chain:4", "size"),
    ("fence:5", "chain:4 + .", "covers"),
    ("fence:8", "crown:3 + chain:2", "connected_components"),
    ("fence:4", "chain:4", "height"),
    ("1<2<3<4, 5", "1<2<3, 4<5", "height"),
    ("1<2, 1<3, 1<4", "1<3, 2<3, 3<4", "height"),
    ("1<2, 1<3, 1<4", "1<4, 2<4, 3<4", "degrees"),
    ("crown:3 + crown:3", "crown:6", "connected_components"),
]  # fmt: skip


@pytest.mark.parametrize("a, b, invariant", DIFFERENT, ids=[f"{a} and {b}" for a, b, _ in DIFFERENT])
def test_posets_of_different_shape_differ_in_an_invariant(tropiary, schema, a, b, invariant):
    answer = json.loads(tropiary("poset", "isomorphic", a, b, "--json", status=1).stdout)
    schema("poset_isomorphic", answer)
    assert (answer["isomorphic"], answer["invariant"]) == (False, invariant)
    assert answer["values"][0] != answer["values"][1]
    text = tropiary("poset", "isomorphic", a, b, status=1)
    assert text.stdout.startswith(f"not isomorphic: {invariant} ") and text.stderr == ""


def test_linear_extensions_are_listed_counted_and_drawn(tropiary, schema):
    n_listed = [tuple(json.loads(line)) for line in lines(tropiary("poset", "linear-extensions", "N", "--json"))]
    for arrangement in n_listed:
        schema("linear_extensions", list(arrangement))
    schema("linear_extensions", tropiary.json("poset", "linear-extensions", "N", "--count"))
    expected = [
        p for p in itertools.permutations(range(4))
        if p.index(0) < p.index(1) and p.index(2) < p.index(1) and p.index(2) < p.index(3)
    ]  # fmt: skip
    assert sorted(n_listed) == expected
    assert tropiary("poset", "linear-extensions", "N", "--count").stdout == "5\n"
    assert tropiary.json("poset", "linear-extensions", "N", "--count") == {"count": "5"}
    info = tropiary.json("poset", "info", "N", "--fields", "jump_number,balance_constant")
    schema("poset_info", info)
    assert info == {"jump_number": 1, "balance_constant": {"value": "2/5", "pair": [0, 2]}}
    assert tropiary.json("poset", "info", "chain:3", "--fields", "balance_constant") == {"balance_constant": None}
    assert len(lines(tropiary("poset", "linear-extensions", "chain:100 + antichain:30", "--sample", 2))) == 2
    for method in ("automatic", "tree", "components", "levels"):
        assert tropiary("poset", "linear-extensions", "N", "--count", "--method", method).stdout == "5\n"
    assert tropiary("poset", "linear-extensions", "b<a").stdout == "b < a\n"
    assert len(lines(tropiary("poset", "linear-extensions", "fence:30", "--list", "--limit", 10))) == 10
    drawn = tropiary("poset", "linear-extensions", "N", "--sample", 100, "--seed", 5, "--json")
    assert {tuple(json.loads(line)) for line in lines(drawn)} == set(expected)
    assert tropiary("poset", "linear-extensions", "N", "--sample", 100, "--seed", 5, "--json").stdout == drawn.stdout
    assert len(lines(drawn)) == 100
