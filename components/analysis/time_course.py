"""The level in the blood over time, by route: one compartment with first-order uptake, from published parameters.

Gibaldi M, Perrier D. Pharmacokinetics, 2nd ed. Marcel Dekker, 1982, chapter 1: for a drip the equations of zero-order
input, otherwise the Bateman function. Levels are relative: the same dose by every route, the highest of all as 100.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from content.library import Library
from content.route import Kinetics, Route

MINUTES = tuple(range(0, 361, 3))
HIGHEST = 100.0
MOST_HALVINGS = 200


@dataclass(frozen=True)
class Level:
    """One route's level over time, in per cent of the highest level of all routes drawn."""

    route: Route
    minutes: tuple[int, ...]
    levels: tuple[float, ...]

    @property
    def peak_minute(self) -> int:
        """The minute of the highest level."""
        return self.minutes[self.levels.index(max(self.levels))]


def uptake_rate(peak_minutes: float, elimination_rate: float) -> float:
    """Return the uptake rate per minute whose Bateman curve is highest at the given time.

    Raise ValueError where no uptake faster than elimination gives so late a peak.
    """
    if peak_minutes >= 1 / elimination_rate:
        raise ValueError("the peak is later than uptake faster than elimination allows")

    def peak_of(rate: float) -> float:
        return log(rate / elimination_rate) / (rate - elimination_rate)

    slow, fast = elimination_rate * 1.000001, elimination_rate * 1e6
    for _ in range(MOST_HALVINGS):
        middle = (slow + fast) / 2
        slow, fast = (middle, fast) if peak_of(middle) > peak_minutes else (slow, middle)
    return (slow + fast) / 2


def relative_level(kinetics: Kinetics, minute: float) -> float:
    """Return the level at a minute after the start, per unit of dose and volume."""
    k = log(2) / kinetics.half_life_minutes
    if kinetics.infusion_minutes:
        length = kinetics.infusion_minutes
        during = (1 - exp(-k * min(minute, length))) / (k * length)
        return kinetics.bioavailability * during * exp(-k * max(0.0, minute - length))
    assert kinetics.peak_minutes
    ka = uptake_rate(kinetics.peak_minutes, k)
    return kinetics.bioavailability * ka / (ka - k) * (exp(-k * minute) - exp(-ka * minute))


def levels(library: Library) -> list[Level]:
    """Return the level over six hours of every route that has published parameters, in the order of the routes."""
    routes = sorted((route for route in library.routes.values() if route.kinetics), key=lambda route: route.order)
    raw = [(route, [relative_level(route.kinetics, at) for at in MINUTES]) for route in routes if route.kinetics]
    highest = max((max(found) for _, found in raw), default=1.0)
    return [Level(route, MINUTES, tuple(HIGHEST * value / highest for value in found)) for route, found in raw]


def level_words(found: Sequence[Level]) -> list[str]:
    """Return each curve in a sentence."""
    return [
        f"{item.route.name}: highest after about {item.peak_minute} minutes, {max(item.levels):.0f} on this scale."
        for item in found
    ]
