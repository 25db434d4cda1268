"""The demo must end well: every comparison it prints says that nothing differs."""

import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build" / "release" / "bin" / "tropiary"


def test_the_demo_finds_no_difference_inside_the_box_and_one_outside(tmp_path):
    pytest.importorskip("onnxruntime")
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / "demo.py", PROGRAM, tmp_path], capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr
    differing = re.findall(r": (\d+) of \d+ (?:rows )?differ", done.stdout)
    assert len(differing) >= 3 and set(differing) == {"0"}
    assert "is right, the network says" in done.stdout
    assert len(list(tmp_path.glob("*.onnx"))) == 17
    assert len(list(tmp_path.glob("*.safetensors"))) == 17
    assert len(list(tmp_path.glob("*.svg"))) == 2
