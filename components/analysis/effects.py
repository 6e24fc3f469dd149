"""One trial's effect as meta-analysis needs it: an estimate and its variance, ratios on the log scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, sqrt
from statistics import NormalDist
from typing import Literal

LEVEL = 0.95
"""Confidence level of every interval."""
CONTINUITY = 0.5
"""Added to all four counts of a trial in which one of them is 0 (Haldane–Anscombe), and to no other trial."""

MeasureName = Literal["RR", "OR", "RD", "MD", "SMD"]


@dataclass(frozen=True)
class Measure:
    """A way to compare two groups."""

    name: str
    label: str
    is_ratio: bool
    needs: Literal["counts", "means"]

    @property
    def null(self) -> float:
        """The value that means no difference, on the scale a reader sees."""
        return 1.0 if self.is_ratio else 0.0

    def shown(self, value: float) -> float:
        """Return a value of the pooling scale on the scale a reader sees."""
        return exp(value) if self.is_ratio else value


MEASURES: Mapping[str, Measure] = {
    "RR": Measure("RR", "Risk ratio", True, "counts"),
    "OR": Measure("OR", "Odds ratio", True, "counts"),
    "RD": Measure("RD", "Risk difference", False, "counts"),
    "MD": Measure("MD", "Mean difference", False, "means"),
    "SMD": Measure("SMD", "Standardised mean difference (Hedges g)", False, "means"),
}
_PROPORTIONS = {"RR": "risk-ratio", "OR": "odds-ratio", "RD": "diff"}


@dataclass(frozen=True)
class Estimate:
    """A value with its 95% interval, on the pooling scale."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class TrialEffect:
    """One trial's effect, the first group against the second."""

    label: str
    estimate: float
    variance: float

    @property
    def interval(self) -> Estimate:
        """The effect with its interval on the normal distribution."""
        half = NormalDist().inv_cdf((1 + LEVEL) / 2) * sqrt(self.variance)
        return Estimate(self.estimate, self.estimate - half, self.estimate + half)


def effect_of_counts(label: str, measure: str, events_1: int, n_1: int, events_2: int, n_2: int) -> TrialEffect | None:
    """Return the effect from counts; None where a ratio is asked and nobody, or everybody, had the event.

    Raises ValueError for counts that cannot be, and KeyError for a measure that does not rest on counts.
    """
    from statsmodels.stats.meta_analysis import effectsize_2proportions

    for events, people in ((events_1, n_1), (events_2, n_2)):
        if not 0 <= events <= people or people == 0:
            raise ValueError(f"{label}: {events} events in {people} people cannot be")
    uninformative = events_1 + events_2 in (0, n_1 + n_2)
    if MEASURES[measure].is_ratio and uninformative:
        return None
    # statsmodels 0.15 adds the correction to the counts of every trial, so it is asked only where a count is 0.
    correction = CONTINUITY if 0 in (events_1, events_2, n_1 - events_1, n_2 - events_2) else None
    estimate, variance = effectsize_2proportions(
        events_1, n_1, events_2, n_2, statistic=_PROPORTIONS[measure], zero_correction=correction
    )
    return TrialEffect(label, float(estimate), float(variance))


def effect_of_means(
    label: str, measure: str, mean_1: float, sd_1: float, n_1: int, mean_2: float, sd_2: float, n_2: int
) -> TrialEffect:
    """Return the effect from means and standard deviations; the standardised one with Hedges' small-sample factor.

    Hedges LV, Olkin I. Statistical methods for meta-analysis. 1985. Raises ValueError for a standard deviation of 0 or
    fewer than two people in a group.
    """
    from statsmodels.stats.meta_analysis import effectsize_smd

    if sd_1 <= 0 or sd_2 <= 0 or n_1 < 2 or n_2 < 2:
        raise ValueError(f"{label}: needs standard deviations above 0 and at least two people in each group")
    if measure == "SMD":
        estimate, variance = effectsize_smd(mean_1, sd_1, n_1, mean_2, sd_2, n_2)
        return TrialEffect(label, float(estimate), float(variance))
    return TrialEffect(label, mean_1 - mean_2, sd_1**2 / n_1 + sd_2**2 / n_2)
