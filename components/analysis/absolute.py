"""Benefits and harms as people of 100: the rows behind the condition page's figures."""

from collections.abc import Iterable
from dataclasses import dataclass

from components.analysis.proportions import Rate, rate_of
from components.analysis.wording import arm_name, lower_first, study_label
from content.base import Citation, Duration
from content.condition import Condition
from content.library import Library
from content.study import Arm, Study
from content.treatment import Treatment


@dataclass(frozen=True)
class Side:
    """One group of a row: what it had and how many of it had the outcome."""

    name: str
    rate: Rate
    arm: Arm


@dataclass(frozen=True)
class AbsoluteRow:
    """One outcome in two groups of the same study, as shares of people."""

    outcome: str
    when: str
    treated: Side
    compared: Side | None
    who: str
    study: str
    citation: Citation
    derived: bool
    good: bool

    def sentence(self, denominator: int) -> str:
        """Return the row as a sentence: the text twin of its picture."""
        when = f", {self.when}," if self.when else ","
        said = (
            f"Of {denominator:,} people{when} {self.treated.rate.of(denominator)} had {lower_first(self.outcome)} with "
        )
        said += lower_first(self.treated.name)
        if self.compared:
            said += f" and {self.compared.rate.of(denominator)} with {lower_first(self.compared.name)}"
        return said + "."

    @property
    def title(self) -> str:
        """Return what the row shows, on one line."""
        return f"{self.outcome}, {self.when}" if self.when else self.outcome


def _side(arm: Arm, library: Library) -> Side | None:
    rate = rate_of(arm)
    return Side(arm_name(arm, library), rate, arm) if rate else None


def _when(after: Duration | None) -> str:
    return f"after {after}" if after else ""


def benefit_rows(condition: Condition, library: Library) -> list[AbsoluteRow]:
    """Return the comparisons a condition shows per 100 people, those without counts or percentages left out."""
    rows = []
    for ref in condition.benefits:
        found = library.comparison(ref)
        if not found:
            continue
        study, comparison = found
        outcome = library.term("outcome", comparison.outcome)
        citation = Citation(source=study.source, place=comparison.place)
        derived = comparison.counts == "derived"
        rows += _rows(
            outcome.label, _when(comparison.after), comparison.arms, study, citation, derived, outcome.good, library
        )
    return rows


def harm_rows(condition: Condition, library: Library) -> list[AbsoluteRow]:
    """Return the harms of trials in a condition, per 100 people."""
    rows = []
    for ref in condition.harm_rates:
        found = library.harm(ref)
        if found:
            study, harm = found
            citation = Citation(source=study.source, place=harm.place)
            rows += _rows(harm.event, _when(harm.after), harm.arms, study, citation, False, False, library)
    return rows


def _rows(
    outcome: str,
    when: str,
    arms: Iterable[Arm],
    study: Study,
    citation: Citation,
    derived: bool,
    good: bool | None,
    library: Library,
) -> list[AbsoluteRow]:
    sides = [side for side in (_side(arm, library) for arm in arms) if side]
    if not sides:
        return []
    treated, *others = sides
    label = study_label(study, library)
    return [
        AbsoluteRow(outcome, when, treated, other, study.population, label, citation, derived, bool(good))
        for other in others or (None,)
    ]


def adverse_effect_rows(treatment: Treatment, library: Library) -> list[AbsoluteRow]:
    """Return a treatment's unwanted effects with their rates, most frequent first."""
    rows = []
    for effect in treatment.adverse_effects:
        sides = [side for side in (_side(arm, library) for arm in effect.arms) if side]
        if sides:
            citation = Citation(source=effect.source, place=effect.place)
            compared = sides[1] if len(sides) > 1 else None
            rows.append(
                AbsoluteRow(
                    effect.event,
                    _when(effect.after),
                    sides[0],
                    compared,
                    effect.population,
                    treatment.name,
                    citation,
                    False,
                    False,
                )
            )
    return sorted(rows, key=lambda row: -row.treated.rate.share)
