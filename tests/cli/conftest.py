"""Runs the tropiary program as a user would. TROPIARY_PROGRAM names it; build/release/bin/tropiary otherwise."""

import json
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("TROPIARY_PROGRAM", str(ROOT / "build" / "release" / "bin" / "tropiary"))


class Program:
    def __call__(self, *arguments, stdin="", status=0, cwd=None, timeout=120):
        result = subprocess.run(
            [PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, text=True, cwd=cwd, timeout=timeout
        )
        assert result.returncode == status, (arguments, result.returncode, result.stdout[-2000:], result.stderr[-2000:])
        return result

    def json(self, *arguments, **options):
        return json.loads(self(*arguments, "--json", **options).stdout)

    def refuses(self, *arguments, stdin="", status=2, cwd=None):
        """The message of a refusal: one line on standard error, nothing on standard output."""
        result = self(*arguments, stdin=stdin, status=status, cwd=cwd)
        assert result.stdout == ""
        lines = result.stderr.splitlines()
        assert len(lines) == 1, lines
        assert lines[0].startswith("tropiary: ")
        return lines[0]


@pytest.fixture(scope="session")
def tropiary():
    assert os.path.exists(PROGRAM), f"{PROGRAM} is not built"
    return Program()


@pytest.fixture(scope="session")
def schema():
    """A validator for docs/schemas/NAME.schema.json."""
    jsonschema = pytest.importorskip("jsonschema")

    def validate(name, value):
        text = (ROOT / "docs" / "schemas" / f"{name}.schema.json").read_text()
        jsonschema.Draft202012Validator(json.loads(text)).validate(value)

    return validate
