#!/usr/bin/env python3
"""Minkowski sums and zonotopes: the algorithms alone. CGAL in the plane and in space is linked into the program
minkowski; polymake, where it is installed (--polymake PATH), times itself: minkowski_sum_fukuda and zonotope, from the
vertices and generators to the vertices, without its start. tropiary computes the facets as well."""

import json
import re
import subprocess
import sys
import tempfile

from side_by_side import ROOT, Measured, SideBySide, arguments, debian_version, find

FILES = [ROOT / "tests" / "reference" / name for name in ("polytopes_small.json", "sums_and_zonotopes.json")]
GOALS = {
    "2-D, two 1000-gons": 300,
    "3-D, two of 100": 2,
    "3-D, two of 300": 2,
}

parser = arguments(__doc__)
parser.add_argument("--polymake", default=None, help="the polymake to compare with (polymake on the PATH)")
options = parser.parse_args()
table = SideBySide("Minkowski sums and zonotopes", options)
table.in_process("minkowski", *FILES, goals=GOALS)

CASES = {}
for file in FILES:
    for case in json.loads(file.read_text())["cases"]:
        if "generators" in case or len(case.get("summands", [[[]]])[0][0]) >= 4:
            CASES[case["name"]] = case


def matrix(rows, lead=""):
    return "new Matrix<Rational>([" + ",".join(f"[{lead}{','.join(map(str, row))}]" for row in rows) + "])"


def perl(case):
    """What polymake does for a case, between two readings of its own clock."""
    if "generators" in case:
        before = f"my $g={matrix(case['generators'])};"
        work = "my $n=zonotope($g,rows_are_points=>0,centered=>0)->VERTICES->rows;"
    else:
        polytopes = ",".join(f"new Polytope<Rational>(VERTICES=>{matrix(rows, '1,')})" for rows in case["summands"])
        before = f"my @s=({polytopes});"
        work = "my $n=minkowski_sum_fukuda(\\@s)->VERTICES->rows;"
    return f'{{ {before} my $t=cpu(); {work} print "CASE {case["name"]} $n ", cpu()-$t, "\\n"; }}\n'


def times_of_polymake(program, time_limit=900):
    """By case the CPU seconds, children included, and the number of vertices."""
    script = 'use application "polytope";\nsub cpu { my @t=times(); return $t[0]+$t[1]+$t[2]+$t[3]; }\n'
    wanted = [case for name, case in CASES.items() if table.wants(name)]
    with tempfile.NamedTemporaryFile("w", suffix=".pl") as file:
        # The first case of each kind once more in front: rules are compiled when first used.
        for kind in ("summands", "generators"):
            script += next((perl(case).replace("CASE", "WARM") for case in wanted if kind in case), "")
        file.write(script + "".join(map(perl, wanted)))
        file.flush()
        try:
            output = subprocess.run(
                [program, "--script", file.name], capture_output=True, text=True, timeout=time_limit
            ).stdout
        except subprocess.TimeoutExpired as stopped:
            output = (stopped.stdout or b"").decode()
    return {name: (float(seconds), n) for name, n, seconds in re.findall(r"CASE (\S+) (\d+) (\S+)", output)}


polymake = find("polymake", options.polymake, debian_version("polymake"))
title = f"polymake {polymake.version}".strip()
runs = []
if polymake.path is not None:
    runs = [times_of_polymake(polymake.path)]
for row in table.rows:
    if row.case not in CASES:
        continue
    timed = [run[row.case] for run in runs if row.case in run]
    if timed:
        seconds, vertices = min(timed)
        row.peers.append(Measured(title, seconds, "ok", None, vertices))
    else:
        row.peers.append(Measured(title, None, "absent" if not runs else "did not finish"))
    row.peers[-1].answer = row.ours.answer if not timed else str(row.peers[-1].answer)
    row.goal = 5000 if "generators" in CASES[row.case] else 100
if polymake.path is None:
    print(
        "polymake is absent. Measured elsewhere, polymake 4.6 on a loaded machine, with a start of some 1.5 s:\n"
        "4-D, two of 40 vertices 4.0 s; 6-D, three of 7 4.7 s; permutahedron-6 3.7 s; zonotope of 8 in R^5 0.78 s.\n"
    )
sys.exit(table.finish())
