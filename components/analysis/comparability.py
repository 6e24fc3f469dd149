"""May two treatments' figures be set against each other? The word for each pair, and the reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.analysis.wording import listed, lower_first, study_label, treatment_name
from content.condition import Condition
from content.library import Library
from content.study import Arm, Comparison, Study

TRIAL_DESIGNS = frozenset({"randomised", "crossover", "enrichment"})


@dataclass(frozen=True)
class Pair:
    """Two treatments in one condition, how comparable they are, and why."""

    first: str
    second: str
    word: str
    reason: str
    trials: tuple[tuple[Study, Comparison], ...] = ()


@dataclass(frozen=True)
class _Contrast:
    outcome: str
    control: str


def pair(first: str, second: str, condition: Condition, library: Library) -> Pair:
    """Return how two treatments may be compared in a condition: head-to-head, indirect or not comparable."""
    trials = tuple(_head_to_head(first, second, condition, library))
    if trials:
        names = listed(list(dict.fromkeys(study_label(study, library) for study, _ in trials)))
        return Pair(first, second, "head-to-head", f"Compared directly in {names}.", trials)
    for treatment, other in ((first, second), (second, first)):
        if _is_no_change(other, library):
            return _against_no_change(first, second, treatment, condition, library)
    return _indirect(first, second, condition, library)


def _trial_comparisons(condition: Condition, library: Library) -> Iterator[tuple[Study, Comparison]]:
    for study in library.studies_on(condition.id):
        if study.design.type in TRIAL_DESIGNS:
            for comparison in study.comparisons:
                yield study, comparison


def _head_to_head(
    first: str, second: str, condition: Condition, library: Library
) -> Iterator[tuple[Study, Comparison]]:
    for study, comparison in _trial_comparisons(condition, library):
        if {first, second} <= {arm.treatment for arm in comparison.arms} and first != second:
            yield study, comparison


def _contrasts(treatment: str, condition: Condition, library: Library) -> set[_Contrast]:
    found = set()
    for _, comparison in _trial_comparisons(condition, library):
        if any(arm.treatment == treatment for arm in comparison.arms):
            found |= {_Contrast(comparison.outcome, kind) for arm in comparison.arms if (kind := _kind(arm, library))}
    return found


def _kind(arm: Arm, library: Library) -> str | None:
    return library.term("control", arm.control).controls if arm.control else None


def _is_no_change(treatment: str, library: Library) -> bool:
    record = library.treatments.get(treatment)
    return bool(record and record.kind == "stay-as-now")


def _against_no_change(first: str, second: str, treatment: str, condition: Condition, library: Library) -> Pair:
    kinds = {contrast.control for contrast in _contrasts(treatment, condition, library)}
    name = treatment_name(treatment, library)
    if "waiting" in kinds:
        reason = f"{name} was compared with waiting or usual care, which comes close to staying as now."
        return Pair(first, second, "indirect", reason)
    if kinds & {"inert", "active"}:
        reason = (
            f"{name} was compared with a placebo. "
            "People on placebo also get attention and hope, so it is not the same as staying as now."
        )
        return Pair(first, second, "indirect", reason)
    return Pair(first, second, "not-comparable", _no_trial(lower_first(name)))


def _no_trial(name: str) -> str:
    return f"We hold no single trial of {name} against a control here, and reviews alone are not enough."


_KIND_WORDS = {"inert": "an inert placebo", "active": "an active control", "waiting": "waiting or usual care"}


def _indirect(first: str, second: str, condition: Condition, library: Library) -> Pair:
    one, two = (_contrasts(treatment, condition, library) for treatment in (first, second))
    shared = sorted(one & two, key=lambda contrast: (contrast.outcome, contrast.control))
    if shared:
        contrast = shared[0]
        outcome = lower_first(library.term("outcome", contrast.outcome).label)
        reason = (
            f"Each was compared with {_KIND_WORDS[contrast.control]} on {outcome}, in different trials. "
            "People, doses and time points differ."
        )
        return Pair(first, second, "indirect", reason)
    for treatment, contrasts in ((first, one), (second, two)):
        if not contrasts:
            name = lower_first(treatment_name(treatment, library))
            return Pair(first, second, "not-comparable", _no_trial(name))
    return Pair(first, second, "not-comparable", "Their trials share no outcome with the same kind of control.")
