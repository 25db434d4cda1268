#!/usr/bin/env python3
"""Checks the hull of every reference case by every engine: the facets' fingerprint, the number of vertices, and with the
verifier on. An engine that refuses a case, or does not end within --limit seconds, is named; exit status 1 when an answer
is wrong. CASES: a file of reference polytopes, tests/reference/polytopes_small.json by default."""

import argparse
import hashlib
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
ENGINES = ("automatic", "beneath_beyond", "double_description", "cgal_planar", "cgal_spatial", "cgal_d", "brute_force")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="?", type=pathlib.Path, default=ROOT / "tests/reference/polytopes_small.json")
    parser.add_argument("--program", default=ROOT / "build/release/bin/tropiary")
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--limit", type=float, default=60)
    options = parser.parse_args()
    counts = {"right": 0, "refused": 0, "out of time": 0, "wrong": 0}
    for case in json.loads(options.cases.read_text())["cases"]:
        rows = case.get("points") or case.get("sum_vertices")
        if not rows:
            continue
        told = []
        for engine in options.engines.split(","):
            words = [options.program, "polytope", "hull", "-", "--engine", engine, "--verify", "--json"]
            words += ["--fields", "dimension,vertices,facets"]
            try:
                run = subprocess.run(
                    list(map(str, words)), input=json.dumps({"points": rows}), capture_output=True, text=True,
                    timeout=options.limit,
                )
            except subprocess.TimeoutExpired:
                verdict = "out of time"
            else:
                if run.returncode == 2:
                    verdict = "refused"
                elif run.returncode != 0:
                    verdict = "wrong"
                    told.append(run.stderr.strip())
                else:
                    answer = json.loads(run.stdout)
                    facets = sorted(tuple(int(x) for x in row) for row in answer["facets"])
                    found = hashlib.sha256(repr(facets).encode()).hexdigest()[:16]
                    right = found == case.get("facets_sha256_16", found)
                    vertices = case.get("n_vertices", case.get("sum_n_vertices"))
                    right = right and len(answer["vertices"]) == (vertices or len(answer["vertices"]))
                    verdict = "right" if right else "wrong"
            counts[verdict] += 1
            told.append(engine if verdict == "right" else f"{engine}: {verdict}")
        print(case["name"], "; ".join(told), flush=True)
    print(counts)
    return 1 if counts["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
