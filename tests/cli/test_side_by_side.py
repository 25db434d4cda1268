"""The script that all benchmarks share: ratios, goals, answers that differ, peers that are absent or too slow."""

import json
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "benchmarks"))
side_by_side = pytest.importorskip("side_by_side")


def measured(name, seconds, status="ok", answer=None):
    return side_by_side.Measured(name, seconds, status, None, answer)


def row(ours, *peers, goal=None, limit=None):
    return side_by_side.Row("case", ours, list(peers), goal, limit)


def python(name, code, **options):
    return side_by_side.Command(name, [sys.executable, "-c", code], **options)


def table(tmp_path, *more):
    options = side_by_side.arguments("").parse_args(["--repeats", "1", "--json", str(tmp_path / "out.json"), *more])
    return side_by_side.SideBySide("A table", options)


def test_the_ratio_is_the_best_peers_time_over_ours():
    found = row(measured("tropiary", 0.5), measured("slow", 9), measured("fast", 2), goal=3)
    assert found.ratio == 4
    assert found.best_peer.name == "fast"
    assert found.verdict == "met (at least 3x)"
    assert row(measured("tropiary", 1), measured("fast", 2), goal=3).verdict == "MISSED (at least 3x)"
    assert side_by_side.geometric_mean([2, 8]) == pytest.approx(4)


def test_a_limit_holds_without_peers():
    assert row(measured("tropiary", 1), limit=2).verdict == "met (at most 2 s)"
    assert row(measured("tropiary", 3), limit=2).verdict == "MISSED (at most 2 s)"


def test_a_peer_that_did_not_finish_counts_only_when_no_other_did():
    stopped = measured("stopped", 5, "time limit")
    assert row(measured("tropiary", 1), stopped, measured("slow", 9)).best_peer.name == "slow"
    assert row(measured("tropiary", 1), stopped, goal=3).verdict == "met (at least 3x); peer stopped at its time limit"


def test_absent_and_failed_peers_have_no_ratio():
    found = row(measured("tropiary", 1), measured("lecount", None, "absent"), goal=2)
    assert found.ratio is None
    assert found.verdict == "peer absent"
    assert not found.fails


def test_different_answers_fail():
    found = row(measured("tropiary", 1, answer=b"5"), measured("peer", 2, answer=b"6"))
    assert found.verdict == "ANSWERS DIFFER: peer"
    assert found.fails
    assert not row(measured("tropiary", 1, answer=b"5"), measured("peer", 2, answer=b"5")).fails


def test_programs_are_run_and_compared(tmp_path, capsys):
    slow = "sum(i * i for i in range(3_000_000)); print(7)"
    found = table(tmp_path, "--clock", "wall")  # a short program may take no tick of CPU time
    ours = python("tropiary", "print(7)")
    found.compare("equal", ours, [python("peer", slow, version="1.2")], goal=1)
    found.compare("absent", ours, [side_by_side.find("no-such-program-anywhere").runs("x")])
    found.compare("stopped", ours, [python("sleeper", "while True: pass", time_limit=0.5)])
    assert found.finish() == 0
    text = capsys.readouterr().out
    assert "peer 1.2" in text and "met (at least 1x)" in text and "peer absent" in text
    rows = {row["case"]: row for row in json.loads((tmp_path / "out.json").read_text())["rows"]}
    assert rows["equal"]["ratio"] > 1
    assert rows["absent"]["ratio"] is None
    assert rows["stopped"]["peers"][0]["status"] == "time limit"


def test_answers_that_differ_set_the_exit_status(tmp_path):
    found = table(tmp_path)
    found.compare("differ", python("tropiary", "print(7)"), [python("peer", "print(8)")])
    assert found.finish() == 1
    found = table(tmp_path)
    found.compare("not compared", python("tropiary", "print(7)"), [python("peer", "print(8)")], answer=None)
    assert found.finish() == 0
    found = table(tmp_path)
    found.compare("crash", python("tropiary", "raise SystemExit(3)"), [python("peer", "print(8)")])
    assert found.finish() == 1


def test_only_the_cases_asked_for_are_run(tmp_path):
    found = table(tmp_path, "--only", "^b")
    assert found.compare("a", python("tropiary", "")) is None
    assert found.compare("b", python("tropiary", "")) is not None
