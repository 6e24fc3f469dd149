"""How many of 100 people: rates from counts, with their intervals."""

from dataclasses import dataclass
from math import floor

from content.study import Arm


@dataclass(frozen=True)
class Rate:
    """A share of people, with its 95% interval where counts allow one."""

    share: float
    low: float | None = None
    high: float | None = None

    def of(self, denominator: int) -> str:
        """Return the share as a whole number of people, fewer than one said as such."""
        return whole(self.share, denominator)

    def interval_of(self, denominator: int) -> str:
        """Return '50 to 76', or '' where the counts are not known."""
        if self.low is None or self.high is None:
            return ""
        return f"{whole(self.low, denominator)} to {whole(self.high, denominator)}"


def whole(share: float, denominator: int) -> str:
    """Return a share as people of a denominator: '64', '0', 'fewer than 1'."""
    people = share * denominator
    return "fewer than 1" if 0 < people < 0.5 else str(floor(people + 0.5))


def rate_from(events: int, people: int) -> Rate:
    """Return the rate of some people with Wilson's interval.

    Wilson EB. J Am Stat Assoc 1927;22:209-12. It stays within 0 and 1 and holds for small groups.
    """
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(events, people, alpha=0.05, method="wilson")
    return Rate(events / people, 0.0 if events == 0 else float(low), 1.0 if events == people else float(high))


def rate_of(arm: Arm) -> Rate | None:
    """Return the rate of an arm: from its counts, else the printed percentage without an interval, else None."""
    if arm.events is not None and arm.people:
        return rate_from(arm.events, arm.people)
    return None if arm.percent is None else Rate(arm.percent / 100)


@dataclass(frozen=True)
class Difference:
    """How many more (or fewer) people of all, with its 95% interval."""

    share: float
    low: float
    high: float


def difference_between(first: Arm, second: Arm) -> Difference | None:
    """Return the difference in shares between two arms with counts, by Newcombe's method; None without counts.

    Newcombe RG. Stat Med 1998;17:873-90, method 10 (hybrid score, without continuity correction).
    """
    if first.events is None or second.events is None or not first.people or not second.people:
        return None
    from statsmodels.stats.proportion import confint_proportions_2indep

    low, high = confint_proportions_2indep(
        first.events, first.people, second.events, second.people, method="newcomb", compare="diff", correction=False
    )
    return Difference(first.events / first.people - second.events / second.people, float(low), float(high))
