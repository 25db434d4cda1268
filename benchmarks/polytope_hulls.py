#!/usr/bin/env python3
"""Facets from points, against the best exact peer in each case: libnormaliz, PPL, cdd and CGAL inside the process of
polytope_hulls (each run apart), lrs in a process of its own, whose start is taken off. qhull, which computes in doubles,
is shown apart, on the simplicial families.

CASES is a file of reference polytopes: {"cases": [{"name", "points", "n_facets"}]}; tests/reference/polytopes_small.json
by default. The time is that of the whole call, affine hull, vertices and normal form included: CPU time, or the best wall
time of many short calls; the median of --repeats."""

import json
import pathlib
import subprocess
import sys
import tempfile

from side_by_side import ROOT, Command, Measured, Row, SideBySide, arguments, debian_version, duration, find, run_once
from side_by_side import geometric_mean

EXACT = {"Normaliz": "libnormaliz-dev", "PPL": "libppl-dev", "cdd": "libcdd-dev", "CGAL": "libcgal-dev"}
OWN = ("tropiary", "double_description", "beneath_beyond", "verify")
SIMPLICIAL = ("cyclic", "sphere")


def lrs_input(name, points):
    rows = "\n".join("1 " + " ".join(point) for point in points)
    return f"{name}\nV-representation\nbegin\n{len(points)} {len(points[0]) + 1} rational\n{rows}\nend\n"


def lrs_seconds(lrs, folder, case, repeats, limit):
    """Time of lrs net of its start on a simplex of the same dimension. The clock of user time ticks in milliseconds, so
    short runs are timed by the best wall time; what is too short even for that is no measurement."""
    short, resolution = 0.2, 0.0005

    def seconds(name, points):
        path = folder / name
        path.write_text(lrs_input(name, points))
        command = Command("lrs", [*lrs.words, str(path)], time_limit=limit)
        run = run_once(command, keep_output=False)
        if run.status != "ok" or run.wall > short:
            return run.user, run.status
        return min(run_once(command, keep_output=False).wall for _ in range(3 * repeats)), run.status

    d = len(case["points"][0])
    simplex = [["0"] * d] + [["1" if i == j else "0" for j in range(d)] for i in range(d)]
    floor, _ = seconds("start", simplex)
    taken, status = seconds("case", case["points"])
    if status == "ok" and taken - floor < resolution:
        return Measured(lrs.title, None, "too short to be timed apart")
    return Measured(lrs.title, taken - floor, status)


def main():
    parser = arguments(__doc__)
    parser.add_argument("cases", nargs="?", default=ROOT / "tests" / "reference" / "polytopes_small.json", type=pathlib.Path)
    parser.add_argument("--limit", type=float, default=20, help="seconds after which a peer is stopped (%(default)s)")
    parser.add_argument("--lrs", default=None, help="the lrs to compare with (lrs on the PATH; none: left out)")
    parser.set_defaults(repeats=5)
    options = parser.parse_args()
    program = pathlib.Path(options.bin or pathlib.Path(options.program).parent) / "polytope_hulls"
    if not program.exists():
        sys.exit(f"{program} is not built (cmake -DTROPIARY_BENCHMARKS=ON)")
    lrs = find("lrs", options.lrs, debian_version("lrslib")).runs()
    table = SideBySide("Facets from points", options)
    shown_apart = []
    with tempfile.TemporaryDirectory() as folder:
        for case in json.loads(options.cases.read_text())["cases"]:
            if "points" not in case or not table.wants(case["name"]):
                continue
            simplicial = case["name"].startswith(SIMPLICIAL)
            wanted = ["tropiary", "double_description", "verify", *EXACT] + (["qhull"] if simplicial else [])
            words = [program, options.cases, "--only", f"^{case['name']}$", "--repeats", options.repeats]
            words += ["--limit", options.limit, "--programs", ",".join(wanted)]
            output = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True).stdout
            found = {line["program"]: line for line in map(json.loads, output.splitlines())}
            expected = str(case["n_facets"])
            measured = {}
            for name, line in found.items():
                title = f"{name} {debian_version(EXACT.get(name, ''))}".strip() if name in EXACT else name
                answer = expected if name == "CGAL" else line["answer"]  # CGAL counts triangles
                status = "ok" if line["status"] == "ok" else "time limit"
                measured[name] = Measured(title, line["seconds"], status, line["megabytes"], answer)
            ours = measured["tropiary"]
            if ours.status == "ok" and ours.answer != expected:
                ours.status = f"failed ({ours.answer} facets, not {expected})"
            peers = [peer for name, peer in measured.items() if name in EXACT]
            for name in EXACT:
                if name not in found and (name != "CGAL" or len(case["points"][0]) <= 3):
                    peers.append(Measured(name, None, "absent"))
            if lrs.words is not None and options.lrs != "none":
                peer = lrs_seconds(lrs, pathlib.Path(folder), case, min(options.repeats, 3), options.limit)
                peer.answer = expected
                peers.append(peer)
            table.add(Row(case["name"], ours, peers, goal=1))
            shown_apart.append((case["name"], measured))
    status = table.finish()
    print("\ncase, tropiary over qhull, the dual graph alone, the verifier")
    for name, measured in shown_apart:
        ours = measured["tropiary"].seconds
        qhull = measured.get("qhull")
        parts = [name, f"{ours / qhull.seconds:.2f}" if qhull and qhull.seconds and qhull.status == "ok" else "-"]
        for own in ("double_description", "verify"):
            parts.append(duration(measured[own].seconds) if own in measured and measured[own].status == "ok" else "-")
        print("  ".join(part.ljust(18) for part in parts).rstrip())
    ratios = [row.ratio for row in table.rows if row.ratio is not None]
    if ratios:
        print(f"\ngeometric mean {geometric_mean(ratios):.2f} (goal 3), worst {min(ratios):.2f} (goal 1)")
    return status


if __name__ == "__main__":
    sys.exit(main())
