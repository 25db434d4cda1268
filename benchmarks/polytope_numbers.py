#!/usr/bin/env python3
"""Volumes and Ehrhart series of lattice polytopes against Normaliz, both from points, whole processes: each finds the
facets too. The answers are compared: the normalised volume, and the numerator h* of the Ehrhart series."""

import json
import math
import pathlib
import re
import shutil
import sys
import tempfile
from fractions import Fraction

from side_by_side import ROOT, Command, SideBySide, arguments, debian_version, tropiary

CASES = """order-8-b order-9-a order-10-a order-11-a order-12-b order-zigzag-12 order-grid3x4 cube-8 perm-6 cross-8 cross-10
r01-6-40 r01-7-40 r01-7-60 r01-8-40 zono-3-20 zono-4-10""".split()


def integer_cases():
    folder = ROOT / "tests" / "reference"
    small = {case["name"]: case for case in json.loads((folder / "polytopes_small.json").read_text())["cases"]}
    numbers = {case["name"]: case for case in json.loads((folder / "polytope_numbers.json").read_text())["cases"]}
    for name in CASES:
        points = numbers.get(name, {}).get("points") or small.get(name, {}).get("points")
        if points:
            yield name, points


def answer(output):
    """The normalised volume or h*, from either program."""
    text = output.decode()
    if text.startswith("{"):
        fields = json.loads(text)
        if "h_star" in fields:
            return [int(x) for x in fields["h_star"]]
        return Fraction(fields["relative_volume"]) * math.factorial(fields["dimension"])
    if found := re.search(r"^Hilbert series:\s*\n([0-9 ]+)", text, re.M):
        return [int(x) for x in found.group(1).split()]
    return Fraction(int(re.search(r"^multiplicity = (\d+)", text, re.M).group(1)))


def normaliz(path, goal):
    if shutil.which("normaliz") is None:
        return Command("Normaliz", None)
    words = ["sh", "-c", f"normaliz -x=1 {goal} {path} >/dev/null && grep -A1 -E 'multiplicity =|Hilbert series:' {path}.out"]
    return Command("Normaliz", words, debian_version("normaliz"), None, 120)


def main():
    options = arguments(__doc__).parse_args()
    table = SideBySide("Volumes and Ehrhart series", options)
    with tempfile.TemporaryDirectory() as folder:
        for name, points in integer_cases():
            ours = pathlib.Path(folder) / f"{name}.json"
            ours.write_text(json.dumps({"points": points}))
            theirs = pathlib.Path(folder) / name
            rows = "\n".join(" ".join(row) for row in points)
            theirs.with_suffix(".in").write_text(f"amb_space {len(points[0]) + 1}\npolytope {len(points)}\n{rows}\n")
            for what, fields, goal in (("volume", "dimension,relative_volume", "--Volume"), ("h*", "h_star", "--HilbertSeries")):
                run = tropiary(options, "polytope", "info", ours, "--fields", fields)
                table.compare(f"{name} {what}", run, [normaliz(theirs, goal)], answer=answer)
    sys.exit(table.finish())


if __name__ == "__main__":
    main()
