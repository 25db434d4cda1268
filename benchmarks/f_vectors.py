#!/usr/bin/env python3
"""f-vectors against Sage's face iterator [kliem2019], both from a polytope that has both descriptions.

tropiary is measured inside the program f_vectors, from Polytope to f-vector. Sage is measured inside its own process, CPU
time of all its threads: from Polyhedron.combinatorial_polyhedron() to f-vector, its matrix of incidences being known
before; and, as another case, f_vector() alone of a combinatorial polyhedron that is new, against the same time of
tropiary's, which includes the incidences."""

import json
import pathlib
import subprocess
import sys
import tempfile

from side_by_side import ROOT, Measured, Row, SideBySide, arguments, debian_version, find

IN_SAGE = """
import json, sys, time
from sage.all import Polyhedron, QQ
from sage.geometry.polyhedron.combinatorial_polyhedron.base import CombinatorialPolyhedron
for name, given in json.load(open(sys.argv[1])).items():
    P = Polyhedron(vertices=[[QQ(x) for x in row] for row in given["vertices"]])
    P.incidence_matrix()
    whole, alone = [], []
    for _ in range(5):
        began = time.process_time()
        f = CombinatorialPolyhedron(P).f_vector()
        whole.append(time.process_time() - began)
        C = CombinatorialPolyhedron(P)
        C.dimension()
        began = time.process_time()
        C.f_vector()
        alone.append(time.process_time() - began)
    print(json.dumps({"case": name, "whole": min(whole), "alone": min(alone), "answer": [int(x) for x in f][1:-1]}), flush=True)
"""

#: Those that Sage takes in a second or so.
CASES = """cube-5 cube-6 cube-7 perm-5 perm-6 order-6-a order-7-a order-B3 order-8-b order-zigzag-8 order-9-a order-9-b
order-10-b order-grid3x3 order-grid2x5 order-grid3x4 r01-6-24 r01-6-40 r01-7-40 r01-7-60 r01-8-40 cross-8 cross-10
cyclic-4-50 cyclic-6-30 cyclic-10-20 sphere-4-100 sphere-5-100 sphere-6-60 sphere-7-40 zono-4-10 zono-5-8 zono-6-8""".split()


def both_descriptions(options, table):
    reference = json.loads((ROOT / "tests" / "reference" / "polytopes_small.json").read_text())["cases"]
    found = {}
    for case in reference:
        if case["name"] not in CASES or not table.wants(case["name"]):
            continue
        command = [options.program, "polytope", "hull", "-", "--fields", "ambient_dimension,vertices,facets,equations"]
        text = json.dumps({"points": case["points"]})
        found[case["name"]] = json.loads(subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout)
    return found


def main():
    parser = arguments(__doc__)
    parser.add_argument("--sage", help="path of sage")
    options = parser.parse_args()
    table = SideBySide("f-vectors", options)
    program = pathlib.Path(options.bin or pathlib.Path(options.program).parent) / "f_vectors"
    if not program.exists():
        sys.exit("f_vectors is not built (cmake -DTROPIARY_BENCHMARKS=ON)")
    sage = find("sage", options.sage, debian_version("sagemath"))
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "polytopes.json"
        path.write_text(json.dumps(both_descriptions(options, table)))
        script = pathlib.Path(folder) / "in_sage.py"
        script.write_text(IN_SAGE)
        ours, peers = {}, {}
        for _ in range(options.repeats):
            for line in subprocess.run([program, path], capture_output=True, text=True, check=True).stdout.splitlines():
                run = json.loads(line)
                ours.setdefault(run["case"], []).append(run)
            if sage.path is None:
                continue
            done = subprocess.run([sage.path, "-python", script, path], capture_output=True, text=True, check=True)
            for line in done.stdout.splitlines():
                run = json.loads(line)
                peers.setdefault(run["case"], []).append(run)
    title = f"{sage.name} {sage.version}".strip()
    for case, runs in ours.items():
        answer = runs[0]["answer"].split()
        mine = Measured("tropiary", min(run["seconds"] for run in runs), answer=answer)
        for what, goal, key in ((case, 3, "whole"), (f"{case}, faces alone", None, "alone")):
            if case in peers:
                told = [str(x) for x in peers[case][0]["answer"]]
                peer = Measured(title, min(run[key] for run in peers[case]), answer=told)
            else:
                peer = Measured(title, None, "absent")
            table.add(Row(what, mine, [peer], goal))
    sys.exit(table.finish())


if __name__ == "__main__":
    main()
