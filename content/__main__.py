"""`python -m content`: check every record, or write the JSON Schemas editors use."""

import argparse
import sys
from pathlib import Path

from content.checks import problems_in
from content.library import KINDS, OWN_FOLDER
from content.schema import write_schemas
from content.shelf import Shelf


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m content", description=__doc__)
    parser.add_argument("command", nargs="?", choices=("check", "schema"), default="check")
    parser.add_argument("--root", type=Path, default=OWN_FOLDER, help="content folder (default: the project's own)")
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    if not root.is_dir():
        parser.error(f"no such folder: {options.root}")
    if options.command == "schema":
        for path in write_schemas(root):
            print(path)
        return 0
    records = Shelf(root).library()
    problems = problems_in(records)
    for problem in problems:
        print(problem)
    counts = ", ".join(f"{len(records.records(kind))} {kind}" for kind in KINDS)
    print(f"{counts}: {len(problems) or 'no'} problem{'s' * (len(problems) != 1)}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
