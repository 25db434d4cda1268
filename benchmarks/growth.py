#!/usr/bin/env python3
"""Time and peak memory of facets from points against size, family by family: tropiary and its best peer, each run in a
process of its own by polytope_hulls. Writes docs/images/growth.svg (--svg) and, with --json, the figures."""

import argparse
import itertools
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
PEERS = ("Normaliz", "PPL")


# --- families: size -> integer points that span their space -----------------------------------------------------------


def cube(d):
    return list(itertools.product((0, 1), repeat=d))


def cross(d):
    return [tuple(sign * (i == j) for j in range(d)) for i in range(d) for sign in (-1, 1)]


def permutahedron(n):
    return [p[:-1] for p in itertools.permutations(range(1, n + 1))]


def zigzag(n):
    """The up-sets of the zigzag 0 < 1 > 2 < 3 > …"""
    sets = [()]
    for i in range(n):
        keep = []
        for s in sets:
            for x in (0, 1):
                if not s or (s[-1] <= x if i % 2 else x <= s[-1]):
                    keep.append((*s, x))
        sets = keep
    return sets


def cyclic(n):
    return [tuple(t**k for k in range(1, 5)) for t in range(-(n // 2), n - n // 2)]


def sphere(n):
    rng = random.Random(n)
    points = set()
    while len(points) < n:
        x = [rng.gauss(0, 1) for _ in range(4)]
        r = math.sqrt(sum(c * c for c in x))
        points.add(tuple(round(1000 * c / r) for c in x))
    return sorted(points)


def random_01(n):
    rng = random.Random(n)
    points = list(itertools.product((0, 1), repeat=8))
    return sorted(rng.sample(points, n))


def zonotope(n):
    """Vertices of the sum of n segments in R^4: sums of the generators that a functional likes, over many functionals."""
    rng = random.Random(n)
    generators = [[rng.randint(-9, 9) for _ in range(4)] for _ in range(n)]
    vertices = set()
    for _ in range(40 * n**3):
        f = [rng.gauss(0, 1) for _ in range(4)]
        chosen = [g for g in generators if sum(a * b for a, b in zip(f, g)) > 0]
        vertices.add(tuple(sum(g[j] for g in chosen) for j in range(4)))
    return sorted(vertices)


FAMILIES = {
    "cube, dimension d": (cube, "d", range(3, 13)),
    "cross-polytope, dimension d": (cross, "d", range(3, 15)),
    "permutahedron of n letters": (permutahedron, "n", range(3, 8)),
    "order polytope of a zigzag of n": (zigzag, "n", range(4, 17, 2)),
    "cyclic polytope, n points in R⁴": (cyclic, "n", (10, 20, 40, 80, 160)),
    "n points of a sphere in R⁴": (sphere, "n", (20, 50, 100, 200, 500, 1000)),
    "n random 0/1 points in R⁸": (random_01, "n", (20, 30, 40, 60, 80, 120)),
    "zonotope of n segments in R⁴": (zonotope, "n", (5, 7, 9, 12, 15)),
}


# --- measuring --------------------------------------------------------------------------------------------------------


def measure(program, points, limit, repeats):
    case = {"name": "case", "points": [[str(x) for x in p] for p in points]}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"cases": [case]}, file)
        file.flush()
        words = [program, file.name, "--programs", ",".join(("tropiary", *PEERS)), "--limit", limit, "--repeats", repeats]
        output = subprocess.run([str(w) for w in words], capture_output=True, text=True, check=True).stdout
    return {line["program"]: line for line in map(json.loads, output.splitlines())}


def run(options):
    figures = {}
    for title, (family, letter, sizes) in FAMILIES.items():
        rows = figures.setdefault(title, {"letter": letter, "rows": []})["rows"]
        stopped = set()
        for size in sizes:
            lines = measure(options.program, family(size), options.limit, options.repeats)
            row = {"size": size}
            for name, line in lines.items():
                if name in stopped:
                    continue
                if line["status"] != "ok":
                    stopped.add(name)
                    continue
                row[name] = {"seconds": line["seconds"], "megabytes": line["megabytes"], "facets": int(line["answer"])}
            facets = {entry["facets"] for entry in row.values() if isinstance(entry, dict)}
            if len(facets) > 1:
                sys.exit(f"{title}, {size}: the programs find different numbers of facets: {facets}")
            rows.append(row)
            print(title, size, {k: f"{v['seconds']:.2g} s" for k, v in row.items() if k != "size"}, flush=True)
            if "tropiary" in stopped:
                break
    return figures


# --- drawing ----------------------------------------------------------------------------------------------------------

COLOURS = {"tropiary": "#0b6e4f", "peer": "#c1440e"}
WIDTH, HEIGHT, LEFT, TOP = 250, 130, 62, 34


def polyline(points, colour, dashed):
    dash = ' stroke-dasharray="5 3"' if dashed else ""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" fill="{colour}"/>' for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.6"{dash}/>{dots}'


def panel(x0, y0, title, letter, curves, unit, exponents):
    """One diagram, both axes logarithmic but for small dimensions; curves: (name, [(size, value)])."""
    sizes = sorted({size for _, curve in curves for size, _ in curve})
    logarithmic = sizes[-1] > 24
    place = math.log10 if logarithmic else float
    low, high = place(sizes[0]), place(sizes[-1])
    bottom, top = exponents
    x_of = lambda s: x0 + (place(s) - low) / (high - low or 1) * WIDTH
    y_of = lambda v: y0 + HEIGHT - (math.log10(v) - bottom) / (top - bottom) * HEIGHT
    parts = [f'<text x="{x0}" y="{y0 - 9}" font-weight="bold">{title}</text>']
    parts.append(f'<rect x="{x0}" y="{y0}" width="{WIDTH}" height="{HEIGHT}" fill="none" stroke="#999"/>')
    for e in range(bottom, top + 1):
        y = y_of(10.0**e)
        label = unit(e)
        parts.append(f'<line x1="{x0}" y1="{y:.1f}" x2="{x0 + WIDTH}" y2="{y:.1f}" stroke="#e4e4e4"/>')
        parts.append(f'<text x="{x0 - 6}" y="{y + 3.5:.1f}" text-anchor="end">{label}</text>')
    for s in sizes:
        parts.append(f'<text x="{x_of(s):.1f}" y="{y0 + HEIGHT + 13}" text-anchor="middle">{s}</text>')
    parts.append(f'<text x="{x0 + WIDTH}" y="{y0 + HEIGHT + 26}" text-anchor="end" font-style="italic">{letter}</text>')
    for name, curve in curves:
        colour = COLOURS["tropiary" if name == "tropiary" else "peer"]
        parts.append(polyline([(x_of(s), y_of(v)) for s, v in curve], colour, name != "tropiary"))
    return "".join(parts)


def seconds_label(e):
    return {-6: "1 µs", -5: "10 µs", -4: "0.1 ms", -3: "1 ms", -2: "10 ms", -1: "0.1 s", 0: "1 s", 1: "10 s"}.get(e, "")


def draw(figures):
    parts = []
    for i, (title, figure) in enumerate(figures.items()):
        rows = [row for row in figure["rows"] if "tropiary" in row]
        best = lambda row, key: min((row[p][key] for p in PEERS if p in row), default=None)
        y0 = TOP + 36 + i * (HEIGHT + 62)
        for j, (key, unit, exponents) in enumerate(
            (("seconds", seconds_label, (-6, 1)), ("megabytes", lambda e: f"{10**e} MB", (0, 3)))
        ):
            ours = [(row["size"], row["tropiary"][key]) for row in rows]
            peer = [(row["size"], best(row, key)) for row in rows if best(row, key)]
            curves = [("tropiary", ours)] + ([("peer", peer)] if peer else [])
            caption = title if j == 0 else "peak memory, input included"
            parts.append(panel(LEFT + j * (WIDTH + 90), y0, caption, figure["letter"], curves, unit, exponents))
    height = TOP + 36 + len(figures) * (HEIGHT + 62)
    width = LEFT + 2 * WIDTH + 90 + 20
    legend = (
        f'<text x="{LEFT}" y="18" font-size="14" font-weight="bold">Facets from points: time and memory against size</text>'
        f'<line x1="{LEFT}" y1="36" x2="{LEFT + 30}" y2="36" stroke="{COLOURS["tropiary"]}" stroke-width="2"/>'
        f'<text x="{LEFT + 36}" y="40">tropiary</text>'
        f'<line x1="{LEFT + 120}" y1="36" x2="{LEFT + 150}" y2="36" stroke="{COLOURS["peer"]}" stroke-width="2" '
        f'stroke-dasharray="5 3"/><text x="{LEFT + 156}" y="40">the better of {" and ".join(PEERS)}</text>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="white"/>{legend}{"".join(parts)}</svg>\n'
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=ROOT / "build" / "release" / "bin" / "polytope_hulls", type=pathlib.Path)
    parser.add_argument("--limit", type=float, default=20, help="seconds after which a program is stopped (%(default)s)")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--json", type=pathlib.Path, help="also write the figures there")
    parser.add_argument("--from", dest="figures", type=pathlib.Path, help="draw these figures, measure nothing")
    parser.add_argument("--svg", type=pathlib.Path, default=ROOT / "docs" / "images" / "growth.svg")
    options = parser.parse_args()
    if options.figures is None and not options.program.exists():
        sys.exit(f"{options.program} is not built (cmake -DTROPIARY_BENCHMARKS=ON)")
    figures = json.loads(options.figures.read_text()) if options.figures else run(options)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    options.svg.write_text(draw(figures))


if __name__ == "__main__":
    main()
