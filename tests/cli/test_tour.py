"""What the documentation shows is what the program prints: every console block of docs/tour.md is run."""

import pathlib
import re
import shlex
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "release" / "bin" / "tropiary"


def console_commands():
    """(command, what it prints) for each `$ tropiary …` of the console blocks."""
    text = (ROOT / "docs" / "tour.md").read_text()
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, expected = part.partition("\n")
            yield pytest.param(command, expected.strip("\n"), id=command)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("tour")


@pytest.mark.parametrize(("command", "expected"), list(console_commands()))
def test_the_tour_shows_what_the_program_prints(command, expected, folder):
    words = shlex.split(command)
    assert words[0] == "tropiary"
    done = subprocess.run([PROGRAM, *words[1:]], capture_output=True, text=True, cwd=folder, timeout=60)
    assert (done.stdout + done.stderr).strip("\n") == expected


def test_the_tour_shows_the_example_that_is_built():
    text = (ROOT / "docs" / "tour.md").read_text()
    assert (ROOT / "examples" / "050_compile.cpp").read_text() in text
