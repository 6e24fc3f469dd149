"""May two treatments' figures be set against each other? The word for each pair and outcome, and the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from components.analysis.wording import listed, lower_first, study_label, treatment_name
from content.base import Duration
from content.condition import Condition
from content.library import Library
from content.study import Arm, Comparison, Study

TRIAL_DESIGNS = frozenset({"randomised", "crossover", "enrichment"})
WORDS = ("head-to-head", "indirect", "not-comparable")
"""From the firmest ground to none."""
FARTHEST_APART = 3.0
"""How many times as late one time point may be as the other, for two trials to be set side by side at all."""


@dataclass(frozen=True)
class Contrast:
    """One treatment against one kind of control in one trial, on one outcome at one time."""

    study: Study
    comparison: Comparison
    control: str

    @property
    def after(self) -> Duration | None:
        """When it was measured."""
        return self.comparison.after


@dataclass(frozen=True)
class Verdict:
    """How two treatments may be compared on one outcome, and why."""

    outcome: str
    word: str
    reason: str
    trials: tuple[tuple[Study, Comparison], ...] = ()


@dataclass(frozen=True)
class Pair:
    """Two treatments in one condition: the verdict on each outcome, the firmest first."""

    first: str
    second: str
    verdicts: tuple[Verdict, ...]

    @cached_property
    def word(self) -> str:
        """The firmest word any outcome allows."""
        return self.verdicts[0].word

    @property
    def reason(self) -> str:
        """The reason for that word; where trials compared the two directly, all of them."""
        direct = [verdict.reason for verdict in self.verdicts if verdict.trials]
        return " ".join(dict.fromkeys(direct)) or self.verdicts[0].reason

    @property
    def trials(self) -> tuple[tuple[Study, Comparison], ...]:
        """The trials that compared the two directly."""
        return tuple(trial for verdict in self.verdicts for trial in verdict.trials)


def pair(first: str, second: str, condition: Condition, library: Library) -> Pair:
    """Return how two treatments may be compared in a condition, outcome by outcome."""
    staying = [one for one in (first, second) if _is_staying(one, library)]
    if staying:
        other = second if staying[0] == first else first
        return Pair(first, second, (_against_staying(other, condition, library),))
    outcomes = dict.fromkeys(
        comparison.outcome
        for _, comparison in _trial_comparisons(condition, library)
        if {first, second} & {arm.treatment for arm in comparison.arms}
    )
    verdicts = [_verdict(first, second, outcome, condition, library) for outcome in outcomes]
    if not verdicts:
        names = listed([lower_first(treatment_name(one, library)) for one in (first, second)], "or")
        reason = f"We hold no single trial of {names} here, and reviews alone are not enough."
        verdicts = [Verdict(condition.main_outcome, "not-comparable", reason)]
    main_first = sorted(verdicts, key=lambda found: (WORDS.index(found.word), found.outcome != condition.main_outcome))
    return Pair(first, second, tuple(main_first))


def _trial_comparisons(condition: Condition, library: Library) -> Iterator[tuple[Study, Comparison]]:
    for study in library.studies_on(condition.id):
        if study.design.type in TRIAL_DESIGNS:
            for comparison in study.comparisons:
                yield study, comparison


def _verdict(first: str, second: str, outcome: str, condition: Condition, library: Library) -> Verdict:
    trials = tuple(_head_to_head(first, second, outcome, condition, library))
    if trials:
        names = listed(list(dict.fromkeys(study_label(study, library) for study, _ in trials)))
        what = lower_first(library.term("outcome", outcome).label)
        return Verdict(outcome, "head-to-head", f"Compared directly on {what} in {names}.", trials)
    one, other = (list(_contrasts(treatment, outcome, condition, library)) for treatment in (first, second))
    what = lower_first(library.term("outcome", outcome).label)
    for treatment, contrasts in ((first, one), (second, other)):
        if not contrasts:
            name = lower_first(treatment_name(treatment, library))
            reason = f"We hold no single trial of {name} against a control on {what}, and reviews alone are not enough."
            return Verdict(outcome, "not-comparable", reason)
    return _through_control(outcome, what, one, other, library)


def _head_to_head(
    first: str, second: str, outcome: str, condition: Condition, library: Library
) -> Iterator[tuple[Study, Comparison]]:
    for study, comparison in _trial_comparisons(condition, library):
        given = {arm.treatment for arm in comparison.arms}
        if comparison.outcome == outcome and first != second and {first, second} <= given:
            yield study, comparison


def _contrasts(treatment: str, outcome: str, condition: Condition, library: Library) -> Iterator[Contrast]:
    for study, comparison in _trial_comparisons(condition, library):
        if comparison.outcome == outcome and any(arm.treatment == treatment for arm in comparison.arms):
            for kind in dict.fromkeys(_kind(arm, library) for arm in comparison.arms):
                if kind:
                    yield Contrast(study, comparison, kind)


def _kind(arm: Arm, library: Library) -> str | None:
    return library.term("control", arm.control).controls if arm.control else None


KIND_WORDS = {"inert": "an inert placebo", "active": "an active placebo", "waiting": "waiting or usual care"}


def _through_control(outcome: str, what: str, one: list[Contrast], other: list[Contrast], library: Library) -> Verdict:
    """Return indirect where two trials share control, time and scale; else what differs, the nearest miss first."""
    same_control = [(a, b) for a in one for b in other if a.control == b.control]
    if not same_control:
        kinds = [" and ".join(sorted({KIND_WORDS[found.control] for found in side})) for side in (one, other)]
        reason = f"On {what} the controls differ: {kinds[0]} for the first, {kinds[1]} for the second."
        return Verdict(outcome, "not-comparable", reason)
    in_time = [(a, b) for a, b in same_control if _near(a.after, b.after)]
    if not in_time:
        a, b = same_control[0]
        reason = f"On {what} the time points differ too much: {_when(a.after)} against {_when(b.after)}."
        return Verdict(outcome, "not-comparable", reason)
    is_in_points = library.term("outcome", outcome).happened is None
    on_scale = [(a, b) for a, b in in_time if not is_in_points or a.comparison.scale == b.comparison.scale]
    if not on_scale:
        a, b = in_time[0]
        scales = [library.term("scale", c.comparison.scale).label if c.comparison.scale else "no scale" for c in (a, b)]
        reason = f"On {what} the scales differ: {scales[0]} against {scales[1]}."
        return Verdict(outcome, "not-comparable", reason)
    a, b = on_scale[0]
    reason = (
        f"On {what} each was compared with {KIND_WORDS[a.control]}, in different trials "
        f"({study_label(a.study, library)}, {study_label(b.study, library)}). People and doses differ."
    )
    return Verdict(outcome, "indirect", reason)


def _near(one: Duration | None, other: Duration | None) -> bool:
    if one is None or other is None:
        return False
    later, earlier = max(one.hours, other.hours), min(one.hours, other.hours)
    return later <= FARTHEST_APART * earlier


def _when(after: Duration | None) -> str:
    return f"after {after}" if after else "at a time not printed"


def _is_staying(treatment: str, library: Library) -> bool:
    record = library.treatments.get(treatment)
    return bool(record and record.kind == "stay-as-now")


def _against_staying(treatment: str, condition: Condition, library: Library) -> Verdict:
    kinds = {
        kind
        for _, comparison in _trial_comparisons(condition, library)
        if any(arm.treatment == treatment for arm in comparison.arms)
        for arm in comparison.arms
        if (kind := _kind(arm, library))
    }
    name = treatment_name(treatment, library)
    outcome = condition.main_outcome
    if "waiting" in kinds:
        reason = f"{name}: trials compared it with waiting or usual care, which comes close to staying as now."
        return Verdict(outcome, "indirect", reason)
    if kinds:
        reason = (
            f"{name}: trials compared it with a placebo. "
            "People on placebo also get attention and hope, so it is not the same as staying as now."
        )
        return Verdict(outcome, "indirect", reason)
    reason = f"We hold no single trial of {lower_first(name)} against a control here, and reviews alone are not enough."
    return Verdict(outcome, "not-comparable", reason)


def ranked(treatments: list[str], condition: Condition, library: Library) -> tuple[list[str] | None, str]:
    """Return treatments, best result first, where head-to-head trials of each pair agree; else None and why not."""
    wins: dict[str, int] = dict.fromkeys(treatments, 0)
    for index, first in enumerate(treatments):
        for second in treatments[index + 1 :]:
            found = pair(first, second, condition, library)
            names = f"{treatment_name(first, library)} and {lower_first(treatment_name(second, library))}"
            if found.word != "head-to-head":
                return None, f"{names} were never compared head-to-head, so nothing is ranked by effect."
            winners = {winner for study_pair in found.trials if (winner := _winner(study_pair[1]))}
            if len(winners) != 1:
                return None, f"Trials of {lower_first(names)} do not agree on one better result, so nothing is ranked."
            wins[winners.pop()] += 1
    return sorted(treatments, key=lambda one: -wins[one]), ""


def _winner(comparison: Comparison) -> str | None:
    """Return the treatment a head-to-head comparison favours, None where it favours none."""
    first, second = comparison.arms[0].treatment, comparison.arms[-1].treatment
    return {"better": first, "worse": second}.get(comparison.finding)


def pairs_of(treatment_ids: Sequence[str], condition: Condition, library: Library) -> list[Pair]:
    """Return what may be said of every two of some treatments."""
    return [
        pair(first, second, condition, library)
        for at, first in enumerate(treatment_ids)
        for second in treatment_ids[at + 1 :]
    ]
