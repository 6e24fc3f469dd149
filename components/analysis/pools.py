"""Which trials are pooled on which question: one row per trial, nobody counted twice, every choice stated."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from statistics import median

from components.analysis.effects import MEASURES, Measure, TrialEffect, effect_of_counts, effect_of_means
from components.analysis.pooling import FEWEST_FOR_PREDICTION, IntervalKind, Pooled, pooled
from components.analysis.wording import arm_name, study_label
from content.condition import Condition, Pool
from content.library import Library
from content.study import Arm, Comparison, Study

POOLED_DESIGNS = frozenset({"randomised", "crossover"})
HEAD_TO_HEAD = "head-to-head"
CONTROL_KINDS: Mapping[str, str] = {
    "inert": "against an inert placebo",
    "active": "against an active placebo",
    "waiting": "against waiting or usual care",
    HEAD_TO_HEAD: "against another treatment",
}
"""The kinds of control, told apart because they change the answer."""
SMALL = 50
"""Trials with fewer people than this can be left out by the reader."""


@dataclass(frozen=True)
class Group:
    """One side of a trial: its arms of one kind taken together."""

    name: str
    people: int
    events: int | None = None
    mean: float | None = None
    sd: float | None = None


@dataclass(frozen=True)
class PoolRow:
    """One trial on one question."""

    pool: Pool
    study: Study
    comparison: Comparison
    label: str
    kind: str
    treated: Group
    compared: Group
    effect: TrialEffect

    @property
    def measure(self) -> Measure:
        """How the groups are compared."""
        return MEASURES[self.pool.measure]

    @property
    def is_crossover(self) -> bool:
        """Whether the two groups are the same people."""
        return self.study.design.type == "crossover" and not self.comparison.first_period

    @property
    def people(self) -> int:
        """How many people the row counts, each once."""
        if self.is_crossover:
            return max(self.treated.people, self.compared.people)
        return self.treated.people + self.compared.people


@dataclass(frozen=True)
class LeaveOut:
    """What the reader leaves out of a pool."""

    inert: bool = False
    crossover: bool = False
    small: bool = False
    industry: bool = False
    open_label: bool = False
    derived: bool = False
    studies: frozenset[str] = field(default_factory=frozenset)

    def drops(self, row: PoolRow) -> bool:
        """Return whether a row is left out."""
        design = row.study.design
        return (
            (self.inert and row.kind == "inert")
            or (self.crossover and row.is_crossover)
            or (self.small and row.people < SMALL)
            or (self.industry and row.study.funding in ("industry", "mixed"))
            or (self.open_label and design.blinding in ("open", "assessor"))
            or (self.derived and row.comparison.counts == "derived")
            or row.study.id in self.studies
        )


@dataclass(frozen=True)
class Subgroup:
    """The trials of one kind of control, and what they say together."""

    kind: str
    rows: tuple[PoolRow, ...]
    result: Pooled

    @property
    def words(self) -> str:
        """What the subgroup was compared with."""
        return CONTROL_KINDS[self.kind]


@dataclass(frozen=True)
class Absolute:
    """The pooled effect as shares of people, from the median share of the control groups."""

    baseline: float
    share: float
    low: float
    high: float


@dataclass(frozen=True)
class PoolView:
    """A question with its trials, the estimate over all controls and by kind of control, and what stayed out why."""

    pool: Pool
    rows: tuple[PoolRow, ...]
    result: Pooled | None
    subgroups: tuple[Subgroup, ...]
    head_to_head: tuple[PoolRow, ...]
    left_out: tuple[PoolRow, ...]
    repeats: tuple[PoolRow, ...]
    uncounted: tuple[tuple[Study, Comparison], ...]

    @property
    def people(self) -> int:
        """How many people the estimate rests on."""
        return sum(row.people for row in self.rows)

    @property
    def absolute(self) -> Absolute | None:
        """Return the effect as shares of people, GRADE's way; None for means, one trial, or where no control had it.

        Guyatt GH, et al. J Clin Epidemiol 2013;66:158-72: the pooled relative effect, and each end of its interval,
        applied to the median risk of the control groups.
        """
        measure = self.pool.measure
        if self.result is None or self.result.k == 1 or MEASURES[measure].needs != "counts":
            return None
        baseline = median((row.compared.events or 0) / row.compared.people for row in self.rows)
        if baseline == 0 and MEASURES[measure].is_ratio:
            return None
        overall = self.result.overall
        share, low, high = (_applied(measure, baseline, at) for at in (overall.value, overall.low, overall.high))
        return Absolute(baseline, share, low, high)


def _applied(measure: str, baseline: float, effect: float) -> float:
    shown = MEASURES[measure].shown(effect)
    if measure == "RR":
        share = baseline * shown
    elif measure == "OR":
        share = baseline * shown / (1 - baseline + baseline * shown)
    else:
        share = baseline + shown
    return min(max(share, 0.0), 1.0)


def pool_view(pool: Pool, condition: Condition, library: Library, leave_out: LeaveOut | None = None) -> PoolView:
    """Return a question's trials and estimates; each trial once, at the time point nearest the one wanted."""
    chosen = leave_out or LeaveOut()
    found, repeats = _without_repeats(_rows(pool, condition, library))
    kept = [row for row in found if not chosen.drops(row)]
    rows = [row for row in kept if row.kind != HEAD_TO_HEAD]
    return PoolView(
        pool=pool,
        rows=tuple(rows),
        result=_result(rows, pool) if rows else None,
        subgroups=tuple(
            Subgroup(kind, tuple(members), _result(members, pool))
            for kind in CONTROL_KINDS
            if (members := [row for row in rows if row.kind == kind])
        ),
        head_to_head=tuple(row for row in kept if row.kind == HEAD_TO_HEAD),
        left_out=tuple(row for row in found if chosen.drops(row)),
        repeats=tuple(repeats),
        uncounted=tuple(_uncounted(pool, {row.study.id for row in (*found, *repeats)}, condition, library)),
    )


def _uncounted(
    pool: Pool, taken: set[str], condition: Condition, library: Library
) -> Iterator[tuple[Study, Comparison]]:
    """Yield trials of the same treatments that give no figures for this question, each with what it found first.

    They are shown in words beside the estimate: a trial must not vanish because its report prints no counts.
    """
    for study in library.studies_on(condition.id):
        if study.design.type not in POOLED_DESIGNS or study.id in taken:
            continue
        found = next((item for item in study.comparisons if _compares(item, pool)), None)
        if found:
            yield study, found


def _compares(comparison: Comparison, pool: Pool) -> bool:
    treated = [arm for arm in comparison.arms if arm.treatment in pool.treatments]
    return bool(treated) and any(arm.control for arm in comparison.arms)


def _result(rows: Sequence[PoolRow], pool: Pool) -> Pooled:
    """Pool rows; of two trials with the plain interval, since Hartung and Knapp's has one degree of freedom there.

    So does RevMan (Cochrane Handbook, version 6.5, section 10.10.4).
    """
    kind: IntervalKind = "wider" if len(rows) >= FEWEST_FOR_PREDICTION else "wald"
    return pooled([row.effect for row in rows], MEASURES[pool.measure], interval=kind)


def _without_repeats(rows: Iterable[PoolRow]) -> tuple[list[PoolRow], list[PoolRow]]:
    """Keep, of trials that count the same people, the one with the most; return the others apart."""
    kept: list[PoolRow] = []
    repeats: list[PoolRow] = []
    for row in sorted(rows, key=lambda row: (-row.people, row.study.id)):
        ids = {other.study.id for other in kept}
        same_people = ids & set(row.study.overlaps) or any(row.study.id in other.study.overlaps for other in kept)
        (repeats if same_people else kept).append(row)
    return kept, repeats


def _rows(pool: Pool, condition: Condition, library: Library) -> Iterator[PoolRow]:
    for study in library.studies_on(condition.id):
        if study.design.type not in POOLED_DESIGNS:
            continue
        looks: dict[float, list[Comparison]] = {}
        for comparison in study.comparisons:
            if comparison.after and _fits(comparison, pool):
                looks.setdefault(abs(comparison.after.hours - pool.target.hours), []).append(comparison)
        row = next(filter(None, (_row(study, looks[distance], pool, library) for distance in sorted(looks))), None)
        if row:
            yield row


def _fits(comparison: Comparison, pool: Pool) -> bool:
    after = comparison.after
    return (
        comparison.outcome == pool.outcome
        and after is not None
        and pool.earliest.hours <= after.hours <= pool.latest.hours
        and (pool.measure != "MD" or comparison.scale == pool.scale)
    )


def _row(study: Study, looks: Sequence[Comparison], pool: Pool, library: Library) -> PoolRow | None:
    """Return a trial's row: treated arms together against those of its first kind of control; None without figures.

    A trial that reports each dose in a comparison of its own repeats its control group there; the group is taken once.
    """
    usable = [look for look in looks if all(_has_figures(arm, pool) for arm in look.arms)]
    same = [look for look in usable if _controls(look, pool) == _controls(usable[0], pool)]
    sides = [(_kind(arm, pool, library), arm) for arm in dict.fromkeys(arm for look in same for arm in look.arms)]
    kind = next((kind for kind, _ in sides if kind != "treated"), None)
    treated = _group([arm for side, arm in sides if side == "treated"], pool, library)
    compared = _group([arm for side, arm in sides if side == kind], pool, library)
    if kind is None or treated is None or compared is None:
        return None
    label = study_label(study, library)
    effect = _effect(label, pool.measure, treated, compared)
    return PoolRow(pool, study, usable[0], label, kind, treated, compared, effect) if effect else None


def _controls(comparison: Comparison, pool: Pool) -> tuple[Arm, ...]:
    return tuple(arm for arm in comparison.arms if arm.treatment not in pool.treatments)


def _kind(arm: Arm, pool: Pool, library: Library) -> str:
    if arm.treatment in pool.treatments:
        return "treated"
    return (library.term("control", arm.control).controls or HEAD_TO_HEAD) if arm.control else HEAD_TO_HEAD


def _has_figures(arm: Arm, pool: Pool) -> bool:
    if MEASURES[pool.measure].needs == "counts":
        return arm.events is not None and bool(arm.people)
    return bool(arm.people) and arm.sd is not None and (arm.mean_change is not None or arm.mean_end is not None)


def _group(arms: Sequence[Arm], pool: Pool, library: Library) -> Group | None:
    """Return arms as one group: counts added up, means joined as if everyone had been in one arm.

    Cochrane Handbook for Systematic Reviews of Interventions, version 6.5, table 6.5.a.
    """
    if not arms:
        return None
    name = arm_name(arms[0], library) if len(arms) == 1 else f"{arm_name(arms[0], library)} and other doses"
    if MEASURES[pool.measure].needs == "counts":
        return Group(name, sum(arm.people or 0 for arm in arms), events=sum(arm.events or 0 for arm in arms))
    joined: Group | None = None
    for arm in arms:
        mean = arm.mean_change if arm.mean_change is not None else arm.mean_end
        assert mean is not None and arm.sd is not None and arm.people  # noqa: PT018
        one = Group(name, arm.people, mean=mean, sd=arm.sd)
        joined = _joined(joined, one) if joined else one
    return joined


def _joined(a: Group, b: Group) -> Group:
    assert a.mean is not None and b.mean is not None and a.sd is not None and b.sd is not None  # noqa: PT018
    people = a.people + b.people
    mean = (a.people * a.mean + b.people * b.mean) / people
    squares = (a.people - 1) * a.sd**2 + (b.people - 1) * b.sd**2
    squares += a.people * b.people / people * (a.mean - b.mean) ** 2
    return Group(a.name, people, mean=mean, sd=sqrt(squares / (people - 1)))


def _effect(label: str, measure: str, treated: Group, compared: Group) -> TrialEffect | None:
    if treated.events is not None and compared.events is not None:
        return effect_of_counts(label, measure, treated.events, treated.people, compared.events, compared.people)
    if None in (treated.mean, treated.sd, compared.mean, compared.sd) or min(treated.people, compared.people) < 2:
        return None
    return effect_of_means(
        label,
        measure,
        treated.mean or 0.0,
        treated.sd or 0.0,
        treated.people,
        compared.mean or 0.0,
        compared.sd or 0.0,
        compared.people,
    )
