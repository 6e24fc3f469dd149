"""The lines of a forest plot: each trial, each kind of control, all together, and where a new trial may fall."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from components.analysis.pooling import Pooled
from components.analysis.pools import PoolRow, PoolView, Subgroup
from components.analysis.wording import counted, lower_first, number, upper_first
from content.library import Library

LineKind = Literal["heading", "trial", "subgroup", "overall", "prediction"]


@dataclass(frozen=True)
class ForestLine:
    """One line, on the scale a reader sees; a heading has no values, a trial has a weight in per cent."""

    kind: LineKind
    label: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    weight: float | None = None
    marks: str = ""
    row: PoolRow | None = None

    @property
    def figures(self) -> str:
        """The value and its interval in figures: '1.96 (1.42 to 2.71)'."""
        if self.low is None or self.high is None:
            return ""
        span = f"{number(self.low)} to {number(self.high)}"
        return span if self.value is None else f"{number(self.value)} ({span})"


def forest_lines(view: PoolView, library: Library) -> list[ForestLine]:
    """Return the lines of a pool, one block per kind of control, then everything together."""
    lines: list[ForestLine] = []
    for group in view.subgroups:
        lines += _block(view, group, library)
    if view.result and len(view.subgroups) > 1:
        lines.append(_summary("overall", f"All {view.result.k} trials", view.result))
    if view.result and view.result.prediction:
        low, high = (view.result.measure.shown(end) for end in view.result.prediction)
        lines.append(ForestLine("prediction", "Where a new trial may fall", low=low, high=high))
    return lines


def _block(view: PoolView, group: Subgroup, library: Library) -> Iterator[ForestLine]:
    yield ForestLine("heading", upper_first(group.words))
    weights = dict(zip((row.study.id for row in view.rows), view.result.weights if view.result else (), strict=True))
    for row in sorted(group.rows, key=lambda row: (library.year_of(row.study), row.label)):
        yield _trial(row, weights[row.study.id], library)
    if group.result.k > 1:
        only = len(view.subgroups) == 1
        label = f"All {group.result.k} trials" if only else f"{counted(group.result.k, 'trial')} {group.words}"
        yield _summary("overall" if only else "subgroup", upper_first(label), group.result)


def _trial(row: PoolRow, weight: float, library: Library) -> ForestLine:
    shown = row.measure.shown
    interval = row.effect.interval
    return ForestLine(
        "trial",
        row.label,
        shown(interval.value),
        shown(interval.low),
        shown(interval.high),
        100 * weight,
        marks_of(row, library),
        row,
    )


def marks_of(row: PoolRow, library: Library) -> str:
    """Return what a reader should know of a trial at a glance: people, who paid, and what bends it."""
    funding = library.term("funding", row.study.funding)
    words = [counted(row.people, "person", "people"), funding.short or funding.label]
    if row.is_crossover:
        words.append("crossover")
    if row.comparison.counts == "derived":
        words.append("counts derived")
    if row.study.design.blinding in ("open", "assessor"):
        words.append(lower_first(library.term("blinding", row.study.design.blinding).label))
    return ", ".join(words)


def _summary(kind: LineKind, label: str, result: Pooled) -> ForestLine:
    shown, found = result.measure.shown, result.overall
    return ForestLine(kind, label, shown(found.value), shown(found.low), shown(found.high))
