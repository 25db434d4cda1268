#!/usr/bin/env python3
"""Invariants: sweeps over all 2,045 posets on seven points, polynomials of the reference posets, dimensions, the start of
the program. The peer is SageMath where it is installed (--sage PATH); its own start is not counted."""

import pathlib
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

# Whole processes: the wall clock would count the load of the machine, user time is what the program does.
sage = find("sage", options.sage)


def sage_runs(code):
    return sage.runs("-c", code, time_limit=120)


def last_number(output):
    return int(output.split()[-1])


table.compare("first answer: poset info N", tropiary(options, "poset", "info", "N"),
              [sage_runs("print(posets.BooleanLattice(1).width())")], limit=0.01, answer=None)
S5 = "Poset(([('a', i) for i in range(5)] + [('b', i) for i in range(5)], [(('a', i), ('b', j)) for i in range(5) for j in range(5) if i != j]))"
table.compare("dimension of S5, with start", tropiary(options, "poset", "info", "standard:5", "--fields", "dimension,realiser"),
              [sage_runs(f"print({S5}.dimension())")], limit=1, answer=None)
table.compare("dimension of B4, with start", tropiary(options, "poset", "info", "boolean:4", "--fields", "dimension,realiser"),
              [sage_runs("print(posets.BooleanLattice(4).dimension())")], limit=1, answer=None)
if sage.path is None:
    print("sage is absent. Measured elsewhere, SageMath 9.5 on a loaded machine: width of all posets on seven points 1.2 s,\n"
          "order polynomials of 86 small posets 16 s, dimension of S5 3.8 s, of B4 more than 115 s, start 1.2 s.\n")
sys.exit(table.finish())
