"""Adds up the results of all suites: summary.py SUITE=JUNIT_FILE… prints one line a suite and the sum, and exits 1 when
anything failed or a suite ran no test. A suite without a results file did not get that far: it counts as one failure."""

import sys
import xml.etree.ElementTree as ElementTree


def count(path):
    """(passed, failed, skipped) of a JUnit file written by ctest or pytest."""
    passed = failed = skipped = 0
    for case in ElementTree.parse(path).iter("testcase"):
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif skip is not None and "dependency failed" not in skip.get("message", ""):
            skipped += 1
        elif skip is not None or case.get("status") in ("fail", "notrun"):
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def main(arguments):
    total = [0, 0, 0]
    for argument in arguments:
        suite, path = argument.split("=", 1)
        note = ""
        try:
            counts = count(path)
        except (OSError, ElementTree.ParseError):
            counts, note = (0, 1, 0), "  (did not run)"
        if sum(counts) == 0:
            counts, note = (0, 1, 0), "  (has no test)"
        print("  {:<14}{:>6} passed {:>4} failed {:>4} skipped{}".format(suite, *counts, note))
        total = [a + b for a, b in zip(total, counts)]
    print("Summary: {} passed, {} failed, {} skipped".format(*total))
    return 1 if total[1] or not total[0] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
