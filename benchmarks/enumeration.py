#!/usr/bin/env python3
"""Counts, visits and lists of all posets against nauty's genposetg [brinkmann2002] (Debian package nauty), and properties
in the search against tests of all posets.

The visits, with one and two threads, and the properties are measured by the program enumeration_filters."""

import pathlib
import sys

from side_by_side import NOT_COMPARED, Command, SideBySide, arguments, debian_version, find, tropiary


def main():
    parser = arguments(__doc__)
    parser.add_argument("--points", type=int, nargs="+", default=[10, 11], help="sizes (%(default)s; 12 takes a minute)")
    parser.add_argument("--filters", type=int, default=10, metavar="N", help="size for the properties (%(default)s)")
    parser.add_argument("--genposetg", help="path of nauty's genposetg")
    options = parser.parse_args()
    table = SideBySide("Enumeration of posets", options)
    genposetg = find("nauty-genposetg", options.genposetg, debian_version("nauty"))
    folder = pathlib.Path(options.bin or pathlib.Path(options.program).parent)
    visit = folder / "enumeration_filters"
    for n in options.points:
        peer = [genposetg.runs(n, "q")]
        ours = tropiary(options, "poset", "enumerate", n, "--count")
        table.compare(f"count, {n} points", ours, peer, goal=5, answer=NOT_COMPARED)
        if visit.exists():
            for threads in (1, 2):
                words = [str(visit), str(n), str(threads)]
                case = f"visit, {n} points, {threads} thread{'s' if threads > 1 else ''}"
                table.compare(case, Command("tropiary", words), peer, goal=1.8 if threads > 1 and options.clock == "wall" else 1,
                              answer=NOT_COMPARED)  # fmt: skip
        if n <= 11:
            listing = tropiary(options, "poset", "enumerate", n)
            table.compare(f"write digraph6, {n} points", listing, [genposetg.runs(n, "o", "q")], goal=3, answer=NOT_COMPARED)
    table.in_process("enumeration_filters", options.filters)
    sys.exit(table.finish())


if __name__ == "__main__":
    main()
