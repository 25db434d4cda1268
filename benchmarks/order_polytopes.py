#!/usr/bin/env python3
"""Volume, Ehrhart polynomial, h* and f-vector of order polytopes from the poset: all reference cases with 10 to 12 points
against libnormaliz inside one process, which is given the vertices; posets of 30 points and width at most six against a
tenth of a second. Normaliz computes the Ehrhart polynomial from h*, so both have one time."""

import sys

from side_by_side import SideBySide, arguments, debian_version

options = arguments(__doc__).parse_args()
table = SideBySide("Order polytopes from the poset", options)
WHAT = ("volume", "Ehrhart", "h*")
NAMES = ["grid2x5", "10-b", "10-a", "11-a", "grid3x4", "12-b", "zigzag-12"]
SMALL = [f"order-{name}" for name in NAMES] + ["crown-5", "tied chains 3x4"]
LARGE = [f"{name}, n = 30" for name in ("tied chains 6x5", "tied chains 5x6", "tied chains 3x10", "grid 5x6")]
table.in_process(
    "order_polytopes",
    goals={f"{case}: {what}": 1000 for case in SMALL for what in WHAT},
    limits={f"{case}: {what}": 0.1 for case in LARGE for what in WHAT},
)
if not any(row.peers for row in table.rows):
    print("libnormaliz was absent when order_polytopes was built")
else:
    print(f"libnormaliz {debian_version('libnormaliz-dev')}")
sys.exit(table.finish())
