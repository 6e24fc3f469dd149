"""Rows of a measurement, the tables they make and the document that keeps them."""

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Literal

LEVERS = "## What each lever brought"
TO_FILL = "- Nothing is noted yet: one line per lever, with the measure it moved and by how much."
UNITS = {"ms": 1000.0, "s": 1.0, "MB": 1.0, "a second": 1.0}
"""What a value kept in seconds, megabytes or runs a second is multiplied by to be shown."""


@dataclass(frozen=True)
class Bar:
    """What a measure has to reach: a ratio to the other app, or a value of its own."""

    limit: float
    sense: Literal["at most", "at least"] = "at most"
    of: Literal["ratio", "value"] = "ratio"

    def met_by(self, row: "Row") -> bool:
        """Return whether a row reaches it."""
        reached = row.ratio if self.of == "ratio" else row.ours
        return reached <= self.limit if self.sense == "at most" else reached >= self.limit

    def words(self, unit: str) -> str:
        """Return it as it stands in a table: '≤ 0.6 ×'."""
        sign = "≤" if self.sense == "at most" else "≥"
        return f"{sign} {self.limit:g} {'×' if self.of == 'ratio' else unit}"


@dataclass(frozen=True)
class Row:
    """One measure of both sides; without a bar it is told for its own sake."""

    measure: str
    ours: float
    other: float
    unit: Literal["ms", "s", "MB", "a second"]
    bar: Bar | None = None

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the other."""
        return self.ours / self.other if self.other > 0 else float("inf") if self.ours > 0 else 1.0

    @property
    def met(self) -> bool | None:
        """Whether the bar is reached; None without one."""
        return self.bar.met_by(self) if self.bar else None

    def cells(self) -> list[str]:
        """Return the row as text."""
        shown = [f"{_rounded(value * UNITS[self.unit])} {self.unit}" for value in (self.ours, self.other)]
        met = {True: "met", False: "**not met**", None: "—"}[self.met]
        return [self.measure, *shown, f"{self.ratio:.2f}", self.bar.words(self.unit) if self.bar else "—", met]


def _rounded(value: float) -> str:
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:.{digits}f}"


@dataclass(frozen=True)
class Table:
    """The rows of one kind of measure and what stands on either side."""

    title: str
    how: str
    rows: Sequence[Row]
    ours: str = "explorer"
    other: str = "two-line app"

    def lines(self) -> list[str]:
        """Return the table as Markdown, its columns aligned for a terminal too."""
        cells = [["measure", self.ours, self.other, "ratio", "bar", "met?"], *(row.cells() for row in self.rows)]
        widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
        head, *body = (
            "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
            for line in cells
        )
        rule = "|" + "|".join(
            f"{'-' * (width + 1)}{'-' if column == 0 else ':'}" for column, width in enumerate(widths)
        )
        return [head, f"{rule}|", *body]

    def text(self) -> str:
        """Return title, explanation and table."""
        return "\n".join([f"### {self.title}", "", self.how, "", *self.lines(), ""])


def summary(tables: Iterable[Table]) -> str:
    """Return how many bars are met, and of which tables how many are not."""
    met, missed, held = 0, [], 0
    for table in tables:
        found = [row.met for row in table.rows if row.bar]
        held += len(found)
        met += found.count(True)
        if not all(found):
            missed.append(f"{found.count(False)} of {len(found)} in '{table.title}'")
    counted = f"{met} of {held} bars are met."
    return f"{counted} Not met: {', '.join(missed)}." if missed else counted


def document(tables: Sequence[Table], old: str) -> str:
    """Return the whole document; the section on levers is kept from the old one, since a person writes it."""
    _, heading, levers = old.partition(LEVERS)
    return "\n".join(
        [
            "# Performance",
            "",
            "`make bench` writes this page, all but its last section. Every ratio is against the two-line app",
            '`import streamlit as st; st.write("Hello")` with default settings, measured in the same run and in turns, '
            "so that",
            "a slow machine or a busy minute weighs on both sides. None of it is a test: nothing fails when a bar is "
            "missed.",
            "",
            "## The machine",
            "",
            f"{os.cpu_count()} cores ({platform.machine()}, {platform.system()}), Python {platform.python_version()}, "
            f"Streamlit {version('streamlit')}.",
            "",
            "## The measures",
            "",
            summary(tables),
            "",
            *(table.text() for table in tables),
            f"{LEVERS}{levers.rstrip()}" if heading else f"{LEVERS}\n\n{TO_FILL}",
            "",
        ]
    )


def write(path: Path, tables: Sequence[Table]) -> None:
    """Write the document."""
    old = path.read_text(encoding="utf-8") if path.is_file() else ""
    path.parent.mkdir(exist_ok=True)
    path.write_text(document(tables, old), encoding="utf-8")
