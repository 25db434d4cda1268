#!/usr/bin/env python3
"""Linear extensions: e(P) of the larger posets of the reference set (twenty points and more), lists of linear extensions and of up-sets.

Peers, each found by its path: lecount (le-counting-practice), linext, countle. They are whole processes: what they need
for a poset of one point, measured in turns with the case, is taken off. User time of a short process is a matter of
clock ticks: below 50 ms the least wall time of twenty runs counts. Where less than 0.3 ms is left of a peer, the case is
too short to be compared. linext tells a logarithm in floating point, which is compared to nine digits."""

import json
import math
import pathlib
import sys
import tempfile

from side_by_side import ROOT, Measured, Row, SideBySide, arguments, find, run_once

parser = arguments(__doc__)
for peer in ("lecount", "linext", "countle"):
    parser.add_argument(f"--{peer}", default=None, help=f"the {peer} to compare with ({peer} on the PATH)")
parser.add_argument("--time-limit", type=float, default=30, help="seconds that a peer may take (%(default)s)")
options = parser.parse_args()
table = SideBySide("Linear extensions", options)
reference = ROOT / "tests" / "reference" / "posets.json"
bench = {p["name"]: p for p in json.loads(reference.read_text())["posets"] if p["n"] >= 20}
bench["boolean6"] = {
    "n": 64,
    "covers": [[i, i | 1 << k] for i in range(64) for k in range(6) if not i >> k & 1],
    "answers": {"linear_extensions": "141377911697227887117195970316200795630205476957716480"},
}

table.in_process(
    "linear_extensions",
    reference,
    limits={"boolean6": 0.2, "boolean6 without symmetry": 2, "rand60_deg3_s7": 2, "orienttree60_s5": 0.01}
    | {f"list {p}": count / 100e6 for p, count in
       {"antichain:10": 3628800, "boolean:4": 1680384, "crown:7": 156577792, "grid:2x14": 2674440}.items()}
    | {f"up-sets of {p}": count / 200e6 for p, count in
       {"bip40_p0.2_s8": 26094504, "rand40_deg3_s7": 1596576, "antichain:24": 1 << 24, "fence:36": 39088169,
        "boolean:6": 7828354}.items()},
)


def matrix(entry):
    rows = [["0"] * entry["n"] for _ in range(entry["n"])]
    for lower, upper in entry["covers"]:
        rows[lower][upper] = "1"
    return "\n".join(map(" ".join, rows)) + "\n"


def edges(entry):
    return f"{entry['n']} {len(entry['covers'])}\n" + "".join(f"{a} {b}\n" for a, b in entry["covers"])


def logarithm(output):
    lines = [line for line in output.decode().splitlines() if "LINEXT_LOG_COUNT" in line]
    return float(lines[-1].split()[-1]) if lines else None


def agrees(name, output, answer):
    """The answer when the peer tells the same one, else what it tells."""
    if name == "linext":
        told = logarithm(output)
        return answer if told is not None and math.isclose(told, math.log(int(answer)), rel_tol=1e-9) else f"log {told}"
    words = output.decode().split()
    return answer if answer in words else " ".join(words[-1:])


class Peer:
    def __init__(self, name, path, form, *extra):
        self.name, self.form, self.extra = name, form, extra
        self.program = find(name, path)

    def run(self, entry):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "poset.txt"
            path.write_text(self.form(entry))
            words = [str(path) if word == "POSET" else word for word in self.extra]
            command = self.program.runs(*words, time_limit=options.time_limit)
            if self.name == "linext":  # it answers on standard error
                command.words = ["sh", "-c", 'exec "$0" "$@" 2>&1', *command.words]
            return run_once(command, keep_output=True)

    def measure(self, entry, answer):
        if self.program.path is None:
            return Measured(self.name, None, "absent")
        runs = [self.run(entry)]
        short = runs[0].user < 0.05
        floors = []
        while runs[0].status == "ok" and len(runs) < (20 if short else options.repeats):
            runs.append(self.run(entry))
            if short:
                floors.append(self.run({"n": 1, "covers": []}).wall)
        least = min(runs, key=lambda run: run.wall if short else run.user)
        if least.status.startswith("failed"):
            return Measured(self.name, None, least.status)
        told = agrees(self.name, least.output, answer) if least.status == "ok" else None
        seconds = least.wall - min(floors) if floors else least.user
        return Measured(self.name, seconds, least.status, least.megabytes, told)


peers = [
    Peer("lecount", options.lecount, matrix, "POSET"),
    Peer("linext", options.linext, matrix, "POSET", "exact", "0.1", "0.1"),
    Peer("countle", options.countle, edges, "-g", "POSET"),
]
for row in table.rows:
    if row.case not in bench:
        continue
    answer = bench[row.case]["answers"]["linear_extensions"]
    row.peers = [peer.measure(bench[row.case], answer) for peer in peers]
    if any(peer.seconds is not None and peer.seconds < 0.0003 for peer in row.peers):
        row.peers = [Measured(peer.name, None, "too short", None, peer.answer) for peer in row.peers]
    row.goal = 1 / 1.2
    if row.ours.answer != answer:
        row.peers.append(Measured("the reference set", math.inf, "ok", None, answer))
sys.exit(table.finish())
