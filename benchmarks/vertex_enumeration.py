#!/usr/bin/env python3
"""Vertices and rays from inequalities: whole processes that read an .ine file and print the generators.

Peers: lrs, and cdd by cddexec_gmp. Answers are compared by their numbers of vertices and of rays."""

import itertools
import math
import pathlib
import random
import sys
import tempfile

from side_by_side import SideBySide, arguments, debian_version, find, tropiary

parser = arguments(__doc__)
parser.add_argument("--time-limit", type=float, default=60, help="seconds that a peer may take (%(default)s)")
options = parser.parse_args()
table = SideBySide("Vertices from inequalities", options)
lrs = find("lrs", version=debian_version("lrslib"))
cdd = find("cddexec_gmp", version=debian_version("libcdd-tools"))


def unit(d, i, sign):
    return [sign * int(i == j) for j in range(d)]


def cube(d):
    return [[1, *unit(d, i, s)] for i in range(d) for s in (1, -1)]


def cross_polytope(d):
    return [[1, *signs] for signs in itertools.product((1, -1), repeat=d)]


def metric(n, bounded):
    """Triangle inequalities on n points, and for the polytope the perimeters at most 2."""
    place = {pair: k for k, pair in enumerate(itertools.combinations(range(n), 2))}
    rows = []
    for triple in itertools.combinations(range(n), 3):
        edges = [place[pair] for pair in itertools.combinations(triple, 2)]
        for long in [*edges, *([None] if bounded else [])]:
            row = [2 if long is None else 0] + [0] * len(place)
            for edge in edges:
                row[edge + 1] = -1 if long in (None, edge) else 1
            rows.append(row)
    return rows


def order_polytope_of_grid(a, b):
    n = a * b
    rows = [[c, *unit(n, i, s)] for i in range(n) for c, s in ((0, 1), (1, -1))]
    for i, j in itertools.product(range(a), range(b)):
        for k in [(i + 1) * b + j] * (i + 1 < a) + [i * b + j + 1] * (j + 1 < b):
            rows.append([0] + [int(x == k) - int(x == i * b + j) for x in range(n)])
    return rows


def tangent_to_the_sphere(m, d, seed=2):
    numbers = random.Random(seed)
    rows = []
    for _ in range(m):
        x = [numbers.gauss(0, 1) for _ in range(d)]
        rows.append([1000, *(round(1000 * c / math.hypot(*x)) for c in x)])
    return rows


CASES = {
    "cube-14": cube(14),
    "cross-8": cross_polytope(8),
    "metric cone-6": metric(6, False),
    "metric polytope-6": metric(6, True),
    "order-grid-4x5": order_polytope_of_grid(4, 5),
    "tangent-4-500": tangent_to_the_sphere(500, 4),
    "tangent-5-200": tangent_to_the_sphere(200, 5),
    "tangent-6-100": tangent_to_the_sphere(100, 6),
    "tangent-8-30": tangent_to_the_sphere(30, 8),
}


def counts(output):
    body = output.decode().partition("\nbegin")[2].partition("\nend")[0].splitlines()[2:]
    first = [line.split()[0] for line in body if line.strip()]
    return [max(1, first.count("1")), first.count("0")]  # cdd leaves out the apex of a cone


with tempfile.TemporaryDirectory() as folder:
    for name, rows in CASES.items():
        path = pathlib.Path(folder) / "case.ine"
        body = "\n".join(" ".join(map(str, row)) for row in rows)
        path.write_text(f"H-representation\nbegin\n{len(rows)} {len(rows[0])} integer\n{body}\nend\n")
        table.compare(
            name,
            tropiary(options, "polytope", "convert", path, "-", "--to", "ext"),
            [lrs.runs(path, time_limit=options.time_limit),
             cdd.runs("--rep", stdin=str(path), time_limit=options.time_limit)],
            answer=counts,
        )
sys.exit(table.finish())
