"""Times tropiary and its peers in one run, alternately, and prints the ratios.

A script of this folder describes its cases and leaves the rest to this file:

    options = arguments(__doc__).parse_args()
    table = SideBySide("Canonical forms", options)
    labelg = find("nauty-labelg", version=debian_version("nauty"))
    table.compare("n = 9", tropiary(options, "poset", "canonical", path), [labelg.runs("-q", path)], goal=3)
    sys.exit(table.finish())

The ratio is the best peer's time over tropiary's: above 1, tropiary is faster. A goal is the least ratio wanted, a limit
the most seconds wanted for one item. Standard library only.
"""

import argparse
import dataclasses
import json
import math
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
SAME_BYTES = bytes.strip  # the default answer: all of standard output
NOT_COMPARED = None  # output goes to /dev/null


def arguments(description):
    """The options that all scripts share; a script adds its own, such as the path of a peer."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    program = os.environ.get("TROPIARY_PROGRAM", str(ROOT / "build" / "release" / "bin" / "tropiary"))
    parser.add_argument("--program", default=program, help="the tropiary to measure (%(default)s)")
    parser.add_argument("--bin", default=None, help="where the C++ programs of this folder are (beside the program)")
    parser.add_argument("--repeats", type=int, default=3, help="runs of each program, the best counts (%(default)s)")
    parser.add_argument("--clock", choices=["user", "wall"], default="user", help="which time counts (%(default)s)")
    parser.add_argument("--only", default="", help="only cases whose name contains this regular expression")
    parser.add_argument("--json", default=None, metavar="FILE", help="also write the results there; - is stdout")
    return parser


# --- programs ---------------------------------------------------------------------------------------------------------


@dataclasses.dataclass
class Command:
    """A program with its arguments and standard input; `words` is None when the program is absent."""

    name: str
    words: list | None
    version: str = ""
    stdin: str | None = None  # a path
    time_limit: float = 300

    @property
    def title(self):
        return f"{self.name} {self.version}".strip()


@dataclasses.dataclass
class Program:
    """A peer that may be absent."""

    name: str
    path: str | None
    version: str = ""

    def runs(self, *words, stdin=None, time_limit=300):
        command = None if self.path is None else [self.path, *map(str, words)]
        return Command(self.name, command, self.version, stdin, time_limit)


def find(name, path=None, version=""):
    """The program `path`, or else `name` on the PATH; absent when there is none."""
    return Program(name, shutil.which(path or name), version)


def debian_version(package):
    """The upstream version of an installed Debian package, else nothing."""
    if shutil.which("dpkg-query") is None:
        return ""
    query = ["dpkg-query", "--show", "--showformat=${Version}", package]
    found = subprocess.run(query, capture_output=True, text=True)
    return re.sub(r"-[^-]*$", "", found.stdout) if found.returncode == 0 else ""


def tropiary(options, *words, stdin=None, time_limit=300):
    return Command("tropiary", [options.program, *map(str, words)], "", stdin, time_limit)


def machine():
    """One line on what the figures were taken."""
    model = "unknown processor"
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = re.findall(r"^model name\s*: (.*)$", cpuinfo.read_text(), flags=re.M)
        model = names[0] if names else model
    return f"{model}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"


# --- one run ----------------------------------------------------------------------------------------------------------


@dataclasses.dataclass
class Run:
    user: float
    wall: float
    megabytes: float
    status: str = "ok"  # or "time limit", or "failed (…)"
    output: bytes = b""


def run_once(command, keep_output):
    """Runs the command once. Past its time limit it is killed, and counts as if it had taken just that long."""
    with tempfile.TemporaryFile() as output:
        began = time.monotonic()
        with open(command.stdin or os.devnull, "rb") as given:
            process = subprocess.Popen(
                command.words,
                stdin=given,
                stdout=output if keep_output else subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        previous = signal.signal(signal.SIGALRM, lambda *_: process.kill())
        signal.setitimer(signal.ITIMER_REAL, command.time_limit)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        megabytes = usage.ru_maxrss / 1024
        if process.returncode == -signal.SIGKILL and wall >= command.time_limit:
            return Run(command.time_limit, command.time_limit, megabytes, "time limit")
        if process.returncode != 0:
            return Run(usage.ru_utime, wall, megabytes, f"failed ({process.returncode})")
        output.seek(0)
        return Run(usage.ru_utime, wall, megabytes, "ok", output.read())


@dataclasses.dataclass
class Measured:
    """The best of a program's runs in one case."""

    name: str
    seconds: float | None  # None: absent or failed
    status: str = "ok"
    megabytes: float | None = None
    answer: object = None


def best(name, runs, clock, answer):
    failed = [run.status for run in runs if run.status.startswith("failed")]
    if failed:
        return Measured(name, None, failed[0])
    fastest = min(runs, key=lambda run: getattr(run, clock))
    told = answer(fastest.output) if answer and fastest.status == "ok" else None
    return Measured(name, getattr(fastest, clock), fastest.status, max(run.megabytes for run in runs), told)


# --- verdicts ---------------------------------------------------------------------------------------------------------


@dataclasses.dataclass
class Row:
    case: str
    ours: Measured
    peers: list
    goal: float | None = None
    limit: float | None = None
    items: int = 1
    compared: bool = True

    @property
    def best_peer(self):
        """The fastest peer; one that finished before one that did not."""
        timed = [peer for peer in self.peers if peer.seconds is not None]
        return min(timed, key=lambda peer: (peer.status != "ok", peer.seconds), default=None)

    @property
    def ratio(self):
        peer = self.best_peer
        if peer is None or not peer.seconds or not self.ours.seconds:  # nothing, or below the clock's resolution
            return None
        return peer.seconds / self.ours.seconds

    @property
    def differs(self):
        """The names of the peers with another answer."""
        if not self.compared or self.ours.status != "ok":
            return []
        return [p.name for p in self.peers if p.status == "ok" and p.seconds is not None and p.answer != self.ours.answer]

    @property
    def verdict(self):
        if self.ours.status != "ok":
            return f"tropiary: {self.ours.status}"
        if self.differs:
            return "ANSWERS DIFFER: " + ", ".join(self.differs)
        wanted = []
        if self.limit is not None:
            wanted.append((self.ours.seconds / self.items <= self.limit, f"at most {duration(self.limit)}"))
        if self.goal is not None and self.ratio is not None:
            wanted.append((self.ratio >= self.goal, f"at least {self.goal:.3g}x"))
        words = [("met" if met else "MISSED") + f" ({goal})" for met, goal in wanted]
        if self.peers and self.best_peer is None:
            statuses = {peer.status for peer in self.peers}
            words.append("peer absent" if statuses == {"absent"} else "peer " + ", ".join(sorted(statuses)))
        elif self.best_peer is not None and self.best_peer.status != "ok":
            words.append("peer stopped at its time limit")
        return "; ".join(words) or "-"

    @property
    def fails(self):
        return bool(self.differs) or self.ours.status.startswith("failed")

    def as_json(self):
        def entry(measured):
            return {
                "name": measured.name,
                "seconds": measured.seconds,
                "status": measured.status,
                "megabytes": measured.megabytes,
            }

        return {
            "case": self.case,
            "tropiary": entry(self.ours),
            "peers": [entry(peer) for peer in self.peers],
            "items": self.items,
            "ratio": self.ratio,
            "goal": self.goal,
            "limit": self.limit,
            "verdict": self.verdict,
        }


def duration(seconds):
    """Three digits and a unit that suits."""
    if seconds is None:
        return "-"
    for unit, size in (("s", 1), ("ms", 1e-3), ("us", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}" if seconds < 1000 else f"{seconds:.0f} s"
    return f"{seconds / 1e-9:.3g} ns"


def geometric_mean(ratios):
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else None


# --- the table --------------------------------------------------------------------------------------------------------


class SideBySide:
    def __init__(self, title, options):
        self.title = title
        self.options = options
        self.rows = []

    def wants(self, case):
        return re.search(self.options.only, case) is not None

    def compare(self, case, ours, peers=(), goal=None, limit=None, items=1, answer=SAME_BYTES):
        """Runs ours and the peers in turn, `repeats` times. `answer` takes the bytes of standard output to what must
        be equal; NOT_COMPARED sends them to /dev/null. `items`: times are shown per item. Returns the row, None when
        the case was not asked for."""
        if not self.wants(case):
            return None
        runs = [[] for _ in (ours, *peers)]
        for _ in range(self.options.repeats):
            for command, done in zip((ours, *peers), runs):
                stopped = done and done[-1].status != "ok"  # once is enough
                if command.words is not None and not stopped:
                    done.append(run_once(command, keep_output=answer is not None))
        measured = [
            best(command.title, done, self.options.clock, answer) if done else Measured(command.title, None, "absent")
            for command, done in zip((ours, *peers), runs)
        ]
        return self.add(Row(case, measured[0], measured[1:], goal, limit, items, answer is not None))

    def in_process(self, program, *words, goals=None, limits=None):
        """Rows measured inside the C++ program of this folder, which prints a line of JSON for each program and case:
        {"case": …, "program": "tropiary", "seconds": …, "items": …, "answer": …}. goals and limits are by case."""
        folder = pathlib.Path(self.options.bin or pathlib.Path(self.options.program).parent)
        path = folder / program
        if not path.exists():
            print(f"{program} is not built (cmake -DTROPIARY_BENCHMARKS=ON); its cases are left out")
            return
        lines = subprocess.run([path, *map(str, words)], capture_output=True, text=True, check=True).stdout.splitlines()
        cases = {}
        for line in map(json.loads, lines):
            cases.setdefault(line["case"], []).append(line)
        for case, found in cases.items():
            if not self.wants(case):
                continue
            ours = [line for line in found if line["program"] == "tropiary"][0]
            all_measured = {
                line["program"]: Measured(line["program"], line["seconds"], "ok", None, line.get("answer"))
                for line in found
            }
            mine = all_measured.pop("tropiary")
            row = Row(case, mine, list(all_measured.values()), items=ours.get("items", 1))
            row.goal = (goals or {}).get(case)
            row.limit = (limits or {}).get(case)
            self.add(row)

    def add(self, row):
        self.rows.append(row)
        return row

    def finish(self):
        """Prints the table; the exit status is 1 when answers differ or tropiary failed, a missed goal is a word."""
        if self.options.json != "-":
            self.print_table()
        if self.options.json:
            ratios = [row.ratio for row in self.rows if row.ratio is not None]
            result = {
                "title": self.title,
                "machine": machine(),
                "clock": self.options.clock,
                "repeats": self.options.repeats,
                "rows": [row.as_json() for row in self.rows],
                "geometric_mean": geometric_mean(ratios),
            }
            text = json.dumps(result, indent=1) + "\n"
            if self.options.json == "-":
                sys.stdout.write(text)
            else:
                pathlib.Path(self.options.json).write_text(text)
        return 1 if any(row.fails for row in self.rows) else 0

    def print_table(self):
        print(f"{self.title}\n{machine()}; {self.options.clock} time, best of {self.options.repeats}\n")
        lines = [("case", "tropiary", "best peer", "", "ratio", "verdict")]
        for row in self.rows:
            peer = row.best_peer
            lines.append(
                (
                    row.case,
                    duration(row.ours.seconds and row.ours.seconds / row.items),
                    duration(peer and peer.seconds / row.items),
                    peer.name if peer else ", ".join(p.name for p in row.peers),
                    "-" if row.ratio is None else f"{row.ratio:.3g}",
                    row.verdict,
                )
            )
        widths = [max(map(len, column)) for column in zip(*lines)]
        for line in lines:
            print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
        ratios = [row.ratio for row in self.rows if row.ratio is not None]
        if len(ratios) > 1:
            print(f"\ngeometric mean of {len(ratios)} ratios: {geometric_mean(ratios):.3g}")
