#!/usr/bin/env python3
"""Invariants: sweeps over all 2,045 posets on seven points, polynomials of the reference posets, dimensions, the start of
the program. The peer is SageMath where it is installed (--sage PATH); its own start is not counted."""

import sys

from side_by_side import ROOT, Command, SideBySide, arguments, find, tropiary

parser = arguments(__doc__)
parser.add_argument("--sage", default=None, help="the SageMath to compare with (sage on the PATH)")
options = parser.parse_args()
table = SideBySide("Invariants of posets", options)
reference = ROOT / "tests" / "reference" / "posets.json"

LIMITS = {
    "width, n = 7": 0.005,
    "Moebius function of the bounds, n = 7": 0.005,
    "Moebius matrix, n = 7": 0.005,
    "lattice test, n = 7": 0.005,
    "order, zeta and Ehrhart polynomials, reference": 0.1,
    "realiser of S5": 1,
    "realiser of B4": 1,
}
table.in_process("invariants", reference, limits=LIMITS)

# One start is too short for the clock of user time.
starts = f'for i in $(seq 50); do "{options.program}" poset info N; done'
table.compare("fifty first answers: poset info N", Command("tropiary", ["sh", "-c", starts]), limit=50 * 0.01)

# Whole processes, by what they print: sizes are compared, Sage shows no realiser.
sage = find("sage", options.sage)
STANDARD_EXAMPLE = "Poset(([0..9], [(i, 5 + j) for i in range(5) for j in range(5) if i != j]))"
CASES = {
    "width of the N, with the start": (["N", "--fields", "width"], "Poset({1: [2], 3: [2, 4]}).width()", 0.01),
    "dimension of S5, with the start": (["standard:5", "--fields", "dimension"], f"{STANDARD_EXAMPLE}.dimension()", 1),
    "dimension of B4, with the start": (["boolean:4", "--fields", "dimension"], "posets.BooleanLattice(4).dimension()", 1),
}
for case, (words, code, limit) in CASES.items():
    ours = tropiary(options, "poset", "info", *words)
    peer = sage.runs("-c", f"print({code})", time_limit=120)
    table.compare(case, ours, [peer], limit=limit, answer=lambda output: int(output.split()[-1]))
if sage.path is None:
    print(
        "sage is absent. Measured elsewhere, SageMath 9.5 on a loaded machine: width of all posets on seven points 1.2 s,\n"
        "order polynomials of 86 small posets 16 s, dimension of S5 3.8 s, of B4 more than 115 s, start 1.2 s.\n"
    )
sys.exit(table.finish())
