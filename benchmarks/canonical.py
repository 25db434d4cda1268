"""Canonical forms, read and written as digraph6: `tropiary poset canonical` against nauty's labelg.

All posets on 8 and 9 points, and many renumbered copies of symmetric ones. "tuned" is `-i13 -I0:10`, which refines by
adjacencies at all levels; without it labelg is slow on symmetric posets. The answer that must agree is the number of
lines and of different lines.
"""

import pathlib
import random
import subprocess
import sys
import tempfile

from side_by_side import SideBySide, arguments, debian_version, find, tropiary

TUNED = ("-i13", "-I0:10")


def boolean(n):
    return 2**n, [(s, s | 1 << i) for s in range(2**n) for i in range(n) if not s >> i & 1]


def crown(n):
    return 2 * n, [(i, n + j % n) for i in range(n) for j in (i, i + 1)]


def standard(n):
    return 2 * n, [(i, n + j) for i in range(n) for j in range(n) if i != j]


def antichain_of(count, block):
    size, covers = block
    return count * size, [(b * size + x, b * size + y) for b in range(count) for x, y in covers]


def grid(m, n):
    rows = [((i, j), (i + 1, j)) for i in range(m - 1) for j in range(n)]
    columns = [((i, j), (i, j + 1)) for i in range(m) for j in range(n - 1)]
    return m * n, [(a * n + b, c * n + d) for (a, b), (c, d) in rows + columns]


def digraph6(size, covers):
    bits = bytearray(size * size + -(size * size) % 6)
    for x, y in covers:
        bits[x * size + y] = 1
    head = chr(63 + size) if size <= 62 else "~" + "".join(chr(63 + (size >> s & 63)) for s in (12, 6, 0))
    body = "".join(chr(63 + int("".join(map(str, bits[i : i + 6])), 2)) for i in range(0, len(bits), 6))
    return "&" + head + body + "\n"


def renumbered(size, covers, source):
    place = list(range(size))
    source.shuffle(place)
    return [(place[x], place[y]) for x, y in covers]


#: name, poset, copies, and at most so many seconds each where that is the goal (three times the best peer known)
FAMILIES = [
    ("boolean:4", boolean(4), 5000, None),
    ("boolean:5", boolean(5), 1000, None),
    ("boolean:6", boolean(6), 300, None),
    ("boolean:7", boolean(7), 30, None),
    ("boolean:8", boolean(8), 10, 3 * 0.022),
    ("crown:12", crown(12), 2000, None),
    ("standard example S10", standard(10), 2000, None),
    ("grid:8x8", grid(8, 8), 1000, None),
    ("16 crowns of 4 points", antichain_of(16, crown(2)), 200, None),
    ("7 crowns of 8 points", antichain_of(7, crown(4)), 200, None),
    ("10 crowns of 12 points", antichain_of(10, crown(6)), 20, None),
]


def main():
    parser = arguments(__doc__)
    parser.add_argument("--labelg", default=None, help="the path of nauty's labelg (nauty-labelg or labelg on the PATH)")
    options = parser.parse_args()
    labelg = find("nauty-labelg", options.labelg, debian_version("nauty"))
    if labelg.path is None:
        labelg = find("labelg")
    table = SideBySide("Canonical forms with reading and writing; times for one poset", options)

    def lines(output):
        return output.count(b"\n"), len(set(output.splitlines()))

    def compare(name, path, count, goal, limit=None):
        peers = [labelg.runs("-q", *TUNED, path, time_limit=20), labelg.runs("-q", path, time_limit=20)]
        peers[0].name += " tuned"
        ours = tropiary(options, "poset", "canonical", path)
        table.compare(name, ours, peers, goal=goal, limit=limit, items=count, answer=lines)

    with tempfile.TemporaryDirectory() as folder:
        for n in (8, 9):
            path = pathlib.Path(folder) / f"all{n}.d6"
            with path.open("wb") as out:
                subprocess.run([options.program, "poset", "enumerate", str(n)], stdout=out, check=True)
            compare(f"all posets, n = {n}", path, path.read_bytes().count(b"\n"), goal=3)
        source = random.Random(1)
        for name, (size, covers), copies, limit in FAMILIES:
            if not table.wants(name):
                continue
            path = pathlib.Path(folder) / "copies.d6"
            path.write_text("".join(digraph6(size, renumbered(size, covers, source)) for _ in range(copies)))
            compare(name, path, copies, goal=None if limit else 1 / 3, limit=limit)
    table.in_process("canonical_forms", limits={"groups of all posets, n = 7": 0.005})
    return table.finish()


if __name__ == "__main__":
    sys.exit(main())
