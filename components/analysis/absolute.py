"""Benefits and harms as people of 100: the rows behind the condition page's figures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from components.analysis.proportions import Rate, rate_of
from components.analysis.wording import arm_name, lower_first, short_arm_name, study_label
from content.base import Citation, Duration
from content.condition import Condition
from content.library import Library
from content.study import Arm, Comparison, Harm, Study
from content.treatment import AdverseEffect, Treatment


@dataclass(frozen=True)
class Side:
    """One group of a row: what it had and how many of it had the outcome."""

    name: str
    rate: Rate
    short: str
    is_treatment: bool
    is_ketamine: bool = False


@dataclass(frozen=True)
class Occurrence:
    """What is counted: the outcome, in whom, when, and where the count stands."""

    outcome: str
    happened: str | None
    """What people did or had, as a verb: 'improved by half or more'; none where only the outcome's name is known."""
    after: Duration | None
    who: str
    where: str
    citation: Citation
    derived: bool = False

    @property
    def title(self) -> str:
        """The outcome and the time on one line."""
        return f"{self.outcome}, after {self.after}" if self.after else self.outcome


@dataclass(frozen=True)
class AbsoluteRow:
    """One occurrence in two groups of the same study, as shares of people."""

    what: Occurrence
    treated: Side
    compared: Side | None

    @property
    def has_rival(self) -> bool:
        """Whether the other group had another treatment, so that it does not show what happens without."""
        return bool(self.compared and self.compared.is_treatment)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The groups of the row, the treated first."""
        return (self.treated, self.compared) if self.compared else (self.treated,)

    def sentence(self, denominator: int) -> str:
        """Return the row as a sentence: the text twin of its picture."""
        count = self.treated.rate.of(denominator)
        if self.what.happened:
            when = f", after {self.what.after}," if self.what.after else ","
            said = f"Of {denominator:,} people{when} {count} {self.what.happened} with {lower_first(self.treated.name)}"
        else:
            said = f"{self.what.title}: {count} of {denominator:,} people with {lower_first(self.treated.name)}"
        if self.compared:
            said += f" and {self.compared.rate.of(denominator)} with {lower_first(self.compared.name)}"
        return f"{said}."


def most_frequent(rows: Sequence[AbsoluteRow]) -> AbsoluteRow:
    """Return the row most of the treated had, of those with ketamine where there are any."""
    return max(rows, key=lambda row: (row.treated.is_ketamine, row.treated.rate.share))


def _ketamine_first(rows: Iterable[AbsoluteRow]) -> list[AbsoluteRow]:
    return sorted(rows, key=lambda row: not row.treated.is_ketamine)


def benefit_rows(condition: Condition, library: Library) -> list[AbsoluteRow]:
    """Return the comparisons a condition shows per 100 people, of ketamine first, those without counts left out."""
    found = filter(None, map(library.comparison, condition.benefits))
    return _ketamine_first(row for study, comparison in found for row in _benefits(study, comparison, library))


def benefit_row(study: Study, comparison: Comparison, library: Library) -> AbsoluteRow | None:
    """Return the first two groups of a comparison as shares of people, None where it prints no such figures."""
    return next(_benefits(study, comparison, library), None)


def _benefits(study: Study, comparison: Comparison, library: Library) -> Iterator[AbsoluteRow]:
    outcome = library.term("outcome", comparison.outcome)
    what = Occurrence(
        outcome=outcome.label,
        happened=outcome.happened,
        after=comparison.after,
        who=study.population,
        where=study_label(study, library),
        citation=Citation(source=study.source, place=comparison.place),
        derived=comparison.counts == "derived",
    )
    yield from _rows(what, comparison.arms, library)


def benefits_in_words(condition: Condition, library: Library) -> list[tuple[Study, Comparison]]:
    """Return the comparisons a condition shows that print neither counts nor percentages."""
    pairs = filter(None, map(library.comparison, condition.benefits))
    return [(study, comparison) for study, comparison in pairs if not any(map(rate_of, comparison.arms))]


def harm_rows(condition: Condition, library: Library) -> list[AbsoluteRow]:
    """Return the harms of trials in a condition, per 100 people, of ketamine first."""
    rows: list[AbsoluteRow] = []
    for study, harm in filter(None, map(library.harm, condition.harm_rates)):
        rows += _rows(_harm(harm, study.population, study_label(study, library), study.source), harm.arms, library)
    return _ketamine_first(rows)


def adverse_effect_rows(treatment: Treatment, library: Library) -> list[AbsoluteRow]:
    """Return a treatment's unwanted effects with their rates, in the order of its record."""
    return list(_adverse_effects(treatment, treatment.adverse_effects, library))


def harms_without_rival(treatment: Treatment, library: Library) -> list[AbsoluteRow]:
    """Return the unwanted effects counted beside a control or in one group; those counted beside another treatment out.

    Only these say what happens with the treatment and without it.
    """
    fit = [effect for effect in treatment.adverse_effects if all(arm.control for arm in effect.arms[1:])]
    return list(_adverse_effects(treatment, fit, library))


def _adverse_effects(treatment: Treatment, effects: Iterable[AdverseEffect], library: Library) -> Iterator[AbsoluteRow]:
    for effect in effects:
        what = _harm(effect, effect.population, treatment.name, effect.source)
        yield from list(_rows(what, effect.arms, library))[:1]


def _harm(harm: Harm, who: str, where: str, source: str) -> Occurrence:
    citation = Citation(source=source, place=harm.place)
    return Occurrence(harm.event, None, harm.after, who, where, citation)


def _rows(what: Occurrence, arms: Iterable[Arm], library: Library) -> Iterator[AbsoluteRow]:
    sides = [
        Side(
            arm_name(arm, library),
            rate,
            short_arm_name(arm, library),
            arm.treatment is not None,
            _is_ketamine(arm, library),
        )
        for arm in arms
        if (rate := rate_of(arm))
    ]
    if sides:
        treated, *others = sides
        for other in others or (None,):
            yield AbsoluteRow(what, treated, other)


def _is_ketamine(arm: Arm, library: Library) -> bool:
    treatment = library.treatments.get(arm.treatment or "")
    return treatment is not None and treatment.kind == "ketamine"
