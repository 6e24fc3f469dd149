"""`python -m benchmarks`: measure the explorer against a two-line Streamlit app and write docs/performance.md."""

import argparse
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.browser import cold_link
from benchmarks.content import size
from benchmarks.report import Table, summary, write
from benchmarks.reruns import concurrency, memory, rerun
from benchmarks.servers import ROOT, start

DOCUMENT = ROOT / "docs" / "performance.md"


@dataclass(frozen=True)
class Effort:
    """How often each thing is measured."""

    reruns: int = 40
    starts: int = 5
    visitors: int = 20
    seconds: float = 10.0
    further: int = 30
    copies: int = 50


QUICK = Effort(reruns=8, starts=1, seconds=2.5, copies=5)
MEASURES: Mapping[str, Callable[[Effort], Table]] = {
    "rerun": lambda effort: rerun(effort.reruns),
    "concurrency": lambda effort: concurrency(effort.visitors, effort.seconds),
    "link": lambda effort: cold_link(effort.starts),
    "start": lambda effort: start(effort.starts),
    "memory": lambda effort: memory(effort.further),
    "size": lambda effort: size(effort.copies, effort.reruns),
}


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status; a missed bar is no failure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("measures", nargs="*", metavar="measure", help=f"only these: {', '.join(MEASURES)}")
    parser.add_argument("--quick", action="store_true", help="few repetitions, to see that it works")
    parser.add_argument("--copies", type=int, default=0, help="how many times as large the content is made")
    parser.add_argument("--output", type=Path, help="where to write (default: docs/performance.md, for a whole run)")
    options = parser.parse_args(arguments)
    if unknown := set(options.measures) - set(MEASURES):
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    effort = QUICK if options.quick else Effort()
    if options.copies:
        effort = Effort(effort.reruns, effort.starts, effort.visitors, effort.seconds, effort.further, options.copies)
    tables = []
    for name in options.measures or MEASURES:
        sys.stderr.write(f"measuring: {name}\n")
        tables.append(MEASURES[name](effort))
        sys.stdout.write(f"{tables[-1].text()}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{summary(tables)}\n")
    whole = not (options.measures or options.quick or options.copies)
    if output := options.output or (DOCUMENT if whole else None):
        write(output, tables)
    return 0


if __name__ == "__main__":
    sys.exit(main())
