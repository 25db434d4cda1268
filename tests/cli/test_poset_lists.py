"""Lists of posets in files: parts, union, digests, and runs that were killed."""

import hashlib
import json
import os
import pathlib
import signal
import subprocess
import time

import pytest

from conftest import PROGRAM


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def manifest(path):
    return json.loads(pathlib.Path(f"{path}.manifest.json").read_text())


@pytest.fixture
def write(tropiary, tmp_path):
    """Writes a list, and returns its path and its manifest."""

    def written(name, *arguments):
        printed = tropiary.json("poset", "enumerate", *arguments, "-o", name, cwd=tmp_path)
        assert manifest(tmp_path / name) == printed
        return tmp_path / name, printed

    return written


def test_a_file_has_its_count_and_digest_beside_it(write, schema):
    for arguments, count in (([7], 2045), ([7, "--lattice"], 53), ([4, "--labelled"], 219), ([0], 1), ([0, "--prime"], 0)):
        for form in ("digraph6", "covers", "jsonl"):
            path, summary = write("list", *arguments, "--format", form)
            schema("poset_list", summary)
            assert (summary["sha256"], summary["bytes"]) == (digest(path), path.stat().st_size)
            assert summary["count"] == str(count) == str(len(path.read_bytes().splitlines()))
            assert sorted(entry.name for entry in path.parent.iterdir()) == ["list", "list.manifest.json"]


@pytest.mark.parametrize("shards", [2, 7])
def test_the_union_of_the_parts_is_the_whole(tropiary, write, tmp_path, shards):
    whole, summary = write("whole.d6", 8)
    parts = [write(f"part{i}.d6", 8, "--shard", f"{i}/{shards}", "--threads", 1 + i % 2)[0] for i in range(shards)]
    union = tropiary.json("poset", "merge", *reversed(parts), "-o", "union.d6", cwd=tmp_path)
    assert (union["count"], union["shards"]) == (summary["count"], 1)
    assert union == manifest(tmp_path / "union.d6") and union["sha256"] == digest(tmp_path / "union.d6")
    assert b"".join(part.read_bytes() for part in parts) == (tmp_path / "union.d6").read_bytes()
    # The same posets are written the same way, so the sets of lines are the sets of isomorphism classes.
    lines = whole.read_bytes().splitlines()
    assert len(set(lines)) == 16999 and sorted((tmp_path / "union.d6").read_bytes().splitlines()) == sorted(lines)


def test_the_parts_of_a_count_add_up(tropiary, tmp_path):
    for i in range(3):
        tropiary("poset", "enumerate", 11, "--count", "--shard", f"{i}/3", "-o", f"{i}.json", cwd=tmp_path)
    assert tropiary.json("poset", "merge", "0.json", "1.json", "2.json", cwd=tmp_path)["count"] == "46749427"
    assert "2/3 is missing" in tropiary.refuses("poset", "merge", "0.json", "1.json", cwd=tmp_path)


def test_merge_names_what_does_not_fit(tropiary, write, tmp_path):
    parts = [write(f"part{i}", 6, "--shard", f"{i}/2")[0] for i in range(2)]
    other, _ = write("other", 6, "--connected", "--shard", "1/2")
    third, _ = write("third", 6, "--shard", "1/3")

    def refusal(*paths):
        return tropiary.refuses("poset", "merge", *paths, "-o", tmp_path / "union")

    assert "1/2 is missing" in refusal(parts[0])
    assert "0/2 is missing" in refusal(parts[1])
    assert "comes twice" in refusal(parts[0], parts[1], parts[1])
    assert "another run" in refusal(parts[0], other)
    assert "not of 2" in refusal(parts[0], third)
    original = parts[1].read_bytes()
    changed = original.replace(b"&E", b"&F", 1)
    for content, problem in ((original[:-8], "bytes"), (changed, "digest"), (original + original[-8:], "bytes")):
        parts[1].write_bytes(content)
        assert problem in refusal(*parts)
    parts[1].write_bytes(original)
    path = tmp_path / "part1.manifest.json"
    text = path.read_text()
    value = json.loads(text)
    path.write_text(json.dumps(value | {"count": str(int(value["count"]) + 1)}))
    assert "318" in refusal(*parts)  # the published number of posets on six points
    for nonsense in ("", "{}", "[1]", '{"run": 3}', json.dumps(value | {"shard": 2}), json.dumps(value | {"count": "-1"})):
        path.write_text(nonsense)
        assert "part1" in refusal(*parts)
    assert not (tmp_path / "union").exists()
    path.write_text(text)
    tropiary("poset", "merge", *parts, "-o", tmp_path / "union")


class Killed:
    """A run that is killed once a checkpoint says that its file has grown to some size."""

    def __init__(self, folder, arguments, signal_number):
        self.folder, self.arguments, self.signal = folder, arguments, signal_number
        self.partial, self.checkpoint = folder / "list.partial", folder / "check"

    def kept_bytes(self):
        return json.loads(self.checkpoint.read_text())["so_far"]["bytes"] if self.checkpoint.exists() else 0

    def run(self, resume, size):
        command = [PROGRAM, "poset", "enumerate", *map(str, self.arguments), "-o", "list", "--checkpoint", "check"]
        command += ["--checkpoint-seconds", "0.01"] + (["--resume"] if resume else [])
        process = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            while process.poll() is None and self.kept_bytes() < size:
                time.sleep(0.001)
            if process.poll() is None:
                os.kill(process.pid, self.signal)
        finally:
            error = process.communicate()[1]
        assert process.returncode == 0 or error == b"", error
        return process.returncode


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("signal_number", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_was_killed_and_resumed_gives_the_same_file(tropiary, tmp_path, threads, signal_number):
    """2567284 lines of 20 bytes; killed three times on the way."""
    arguments = [10, "--threads", threads]
    killed = Killed(tmp_path, arguments, signal_number)
    kills = 0
    for attempt, size in enumerate((1 << 20, 15 << 20, 30 << 20)):
        if killed.run(attempt > 0, size) == 0:
            break
        kills += 1
        assert not (tmp_path / "list").exists() and killed.checkpoint.exists()
        so_far = json.loads(killed.checkpoint.read_text())["so_far"]
        kept = killed.partial.read_bytes()[: so_far["bytes"]]
        assert hashlib.sha256(kept).hexdigest() == so_far["sha256"] and kept.count(b"\n") == int(so_far["count"])
        assert kept.endswith(b"\n") or not kept
        # As if the kill had come in the middle of a line that was being written.
        with killed.partial.open("ab") as partial:
            partial.write(b"&I?")
    assert kills > 0
    if not (tmp_path / "list").exists():
        tropiary("poset", "enumerate", *arguments, "-o", "list", "--checkpoint", "check", "--resume", cwd=tmp_path)
    assert not killed.partial.exists() and not killed.checkpoint.exists()
    summary = manifest(tmp_path / "list")
    whole = subprocess.run([PROGRAM, "poset", "enumerate", "10"], capture_output=True, check=True).stdout
    assert summary["count"] == "2567284" and summary["sha256"] == hashlib.sha256(whole).hexdigest()
    assert (tmp_path / "list").read_bytes() == whole


def test_a_checkpoint_of_another_run_is_refused(tropiary, tmp_path):
    killed = Killed(tmp_path, [11], signal.SIGKILL)
    assert killed.run(False, 1 << 20) == -signal.SIGKILL

    def refusal(*arguments):
        return tropiary.refuses("poset", "enumerate", *arguments, "-o", "list", "--checkpoint", "check", cwd=tmp_path)

    assert "exists" in refusal(11)
    for other in ([10], [11, "--connected"], [11, "--shard", "0/2"], [11, "--format", "covers"], [11, "--labelled"]):
        message = refusal(*other, "--resume")
        assert "another run" in message and "posets on 11 points, as digraph6, part 0/1" in message
    content = killed.partial.read_bytes()
    killed.partial.write_bytes(b"x" + content[1:])
    assert "changed" in refusal(11, "--resume")
    killed.partial.write_bytes(b"")
    assert "shorter" in refusal(11, "--resume")
    killed.partial.unlink()
    assert "not there" in refusal(11, "--resume")
    for nonsense in ("", "{}", "[]", '{"next_node": -1}', '{"next_node": 1, "so_far": []}'):
        killed.checkpoint.write_text(nonsense)
        assert "check" in refusal(11, "--resume")


def test_two_runs_do_not_write_one_file(tropiary, tmp_path):
    command = [PROGRAM, "poset", "enumerate", "13", "-o", "list", "--checkpoint", "check"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL)
    try:
        while not (tmp_path / "check").exists():
            time.sleep(0.001)
        message = tropiary.refuses("poset", "enumerate", "13", "-o", "list", "--checkpoint", "check", "--resume", cwd=tmp_path)
        assert "another process" in message
    finally:
        process.kill()
        process.wait()
