"""The dose-context ladder: amounts from trials, treatment and use outside care brought onto one scale."""

from collections.abc import Iterable
from dataclasses import dataclass

from content.dose_context import DoseContext
from content.library import Library

ADULT_KG = 70
"""Body weight that amounts per kilogram are worked out for; the page says so."""
DAYS = 7
MG_IN = {"mg": 1.0, "mg/kg": float(ADULT_KG), "g": 1000.0}


@dataclass(frozen=True)
class Step:
    """One setting on the scale: milligrams in a week in which it is taken."""

    context: DoseContext
    low: float
    high: float

    @property
    def is_once(self) -> bool:
        """Whether the amount is that of a single occasion."""
        return self.context.per == "dose" and self.context.doses_per_week is None

    @property
    def words(self) -> str:
        """The amount in words, with what was worked out."""
        amount = _milligrams(self.low) if self.low == self.high else f"{self.low:,.0f} to {_milligrams(self.high)}"
        return f"{amount} once" if self.is_once else f"{amount} a week"


def _milligrams(amount: float) -> str:
    return f"{amount:,.0f} mg"


def step(context: DoseContext) -> Step:
    """Return a setting with its amounts as milligrams a week for an adult of 70 kg; a single dose counts once."""
    times = {"week": 1.0, "day": float(DAYS), "dose": context.doses_per_week or 1.0}[context.per]
    scale = MG_IN[context.unit] * times
    return Step(context, context.low * scale, (context.high or context.low) * scale)


def ladder(library: Library) -> list[Step]:
    """Return every setting from the least to the most."""
    return _ordered(step(context) for context in library.dose_contexts.values())


def _ordered(steps: Iterable[Step]) -> list[Step]:
    return sorted(steps, key=lambda found: (found.high, found.low, found.context.name))
