"""The studies behind a condition page: a row per comparison, every value as text."""

from dataclasses import dataclass

from components.analysis.wording import arm_name, study_label
from content.condition import Condition
from content.library import Library
from content.study import Arm, Comparison, Effect, Study


@dataclass(frozen=True)
class StudyRow:
    """One comparison of one study, every value as text."""

    study: Study
    comparison: Comparison
    name: str
    outcome: str
    compared: str
    result: str
    finding: str


def study_rows(condition: Condition, library: Library) -> list[StudyRow]:
    """Return every comparison of every study on a condition page, newest study first."""
    return [
        _study_row(study, comparison, library)
        for study in library.studies_on(condition.id)
        for comparison in study.comparisons
    ]


def _study_row(study: Study, comparison: Comparison, library: Library) -> StudyRow:
    outcome = library.term("outcome", comparison.outcome).label
    if comparison.scale and comparison.scale not in ("other", "several"):
        outcome += f" ({library.term('scale', comparison.scale).label})"
    if comparison.after:
        outcome += f", {comparison.after}"
    finding = library.term("finding", comparison.finding)
    return StudyRow(
        study,
        comparison,
        study_label(study, library),
        outcome,
        " against ".join(arm_name(arm, library) for arm in comparison.arms),
        result_words(comparison, library),
        f"{finding.symbol} {finding.label}",
    )


def result_words(comparison: Comparison, library: Library) -> str:
    """Return what a comparison found, as the report gives it: groups first, then the effect."""
    groups = [words for arm in comparison.arms if (words := arm_words(arm))]
    parts = [" against ".join(groups)] if groups else []
    if comparison.effect and (words := effect_words(comparison.effect, library)):
        parts.append(words)
    if comparison.counts == "derived":
        parts.append("counts derived")
    return "; ".join(parts) or comparison.note or "In words only"


def arm_words(arm: Arm) -> str:
    """Return the figures of one arm: counts first, else a percentage, else a mean; '' where it has none."""
    if arm.events is not None and arm.people:
        return f"{arm.events} of {arm.people}"
    if arm.percent is not None:
        return f"{arm.percent:g}%"
    value = arm.mean_change if arm.mean_change is not None else arm.mean_end
    if value is None:
        return ""
    spread = f" (SD {arm.sd:g})" if arm.sd is not None else ""
    return f"{signed(value) if arm.mean_change is not None else f'{value:g}'}{spread}"


def effect_words(effect: Effect, library: Library) -> str:
    """Return an effect with its interval and p value."""
    label = library.term("effect-measure", effect.measure).label.lower()
    words = []
    if effect.value is not None:
        words.append(f"{label} {signed(effect.value)}")
    if effect.low is not None and effect.high is not None:
        words.append(f"{effect.interval_percent:g}% interval {signed(effect.low)} to {signed(effect.high)}")
    if effect.p:
        words.append(f"p {effect.p}" if effect.p[:1] in "<>=≤≥" else f"p = {effect.p}")
    if effect.adjusted and words:
        words.append("from a model")
    return ", ".join(words)


def signed(value: float) -> str:
    """Return a number with a true minus sign."""
    return f"{value:g}".replace("-", "−")
