"""Treatments side by side: one row per question readers ask, one answer per treatment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from components.analysis.absolute import AbsoluteRow, adverse_effect_rows
from components.analysis.licensing import licensed_for
from components.analysis.wording import lower_first
from content.base import Citation, Finding, Statement
from content.condition import Condition, Option
from content.library import Library
from content.treatment import Cost, Treatment

FEWEST, MOST = 2, 5
MOST_HARMS_SHOWN = 6
NOT_CHECKED = Finding(missing="not-checked")


@dataclass(frozen=True)
class Column:
    """One treatment as an option for one condition."""

    option: Option
    treatment: Treatment


@dataclass(frozen=True)
class Question:
    """One row: what readers ask, and each treatment's answers in the order of the columns."""

    id: str
    words: str
    answers: tuple[tuple[Finding, ...], ...]


def columns(condition: Condition, treatment_ids: Sequence[str], library: Library) -> list[Column]:
    """Return the chosen options of a condition, those whose treatment was left out omitted."""
    by_id = {option.treatment: option for option in condition.options}
    return [
        Column(by_id[treatment_id], library.treatments[treatment_id])
        for treatment_id in treatment_ids
        if treatment_id in by_id and treatment_id in library.treatments
    ]


def option_ids(condition: Condition, library: Library) -> list[str]:
    """Return the treatments a condition offers for comparison, in the condition's order."""
    return [option.treatment for option in condition.options if option.treatment in library.treatments]


def starting_ids(condition: Condition, library: Library) -> list[str]:
    """Return a sensible start: the first two ketamine options, the first other one, and staying as now."""
    ids = option_ids(condition, library)
    kinds = {treatment_id: library.treatments[treatment_id].kind for treatment_id in ids}
    ketamine = [treatment_id for treatment_id in ids if kinds[treatment_id] == "ketamine"][:2]
    staying = [treatment_id for treatment_id in ids if kinds[treatment_id] == "stay-as-now"][:1]
    others = [treatment_id for treatment_id in ids if treatment_id not in {*ketamine, *staying}]
    return [*ketamine, *others[: FEWEST - len(staying)], *staying][:MOST]


def questions(chosen: Sequence[Column], condition: Condition, library: Library, denominator: int) -> list[Question]:
    """Return every row of the comparison."""
    rows: list[tuple[str, str, Callable[[Column], Sequence[Finding]]]] = [
        ("works", "Does it work?", lambda column: (column.option.works,)),
        ("certainty", "How sure is that?", lambda column: (_certainty(column, library),)),
        ("speed", "How fast?", lambda column: (column.option.speed,)),
        ("lasting", "How long does it last?", lambda column: (column.option.lasting,)),
        ("harms", f"Unwanted effects, of {denominator:,} people", lambda column: _harms(column, library, denominator)),
        ("risks", "Serious risks", lambda column: tuple(map(_lead, column.treatment.serious_risks))),
        ("given", "How it is given", lambda column: (_finding(column.treatment.summary),)),
        ("visits", "Visits and monitoring", lambda column: (column.treatment.visits,)),
        ("approved", "Approved for this?", lambda column: (_approval(column, condition, library),)),
        ("cost", "Cost", lambda column: _costs(column.treatment, library)),
    ]
    return [Question(key, words, tuple(tuple(answer(column)) for column in chosen)) for key, words, answer in rows]


def _finding(statement: Statement) -> Finding:
    return Finding(text=statement.text, sources=statement.sources)


def _lead(finding: Finding) -> Finding:
    """Return a finding cut to its first sentence: the condition page has the rest."""
    lead, stop, _ = (finding.text or "").partition(". ")
    return finding.model_copy(update={"text": f"{lead}." if stop else finding.text, "why": None})


def _certainty(column: Column, library: Library) -> Finding:
    why = column.option.certainty_why
    if column.option.certainty is None:
        return why
    term = library.term("certainty", column.option.certainty)
    return why.model_copy(
        update={"text": f"{term.symbol} {term.label}. {why.text or why.why or ''}".strip(), "missing": None}
    )


def _harms(column: Column, library: Library, denominator: int) -> tuple[Finding, ...]:
    rows = adverse_effect_rows(column.treatment, library)[:MOST_HARMS_SHOWN]
    shown = tuple(Finding(text=harm_words(row, denominator), sources=(row.what.citation,)) for row in rows)
    return shown or (column.treatment.adverse_effects_note or NOT_CHECKED,)


def harm_words(row: AbsoluteRow, denominator: int) -> str:
    """Return one unwanted effect in a few words: 'Dizziness: 29 with it, 8 with placebo'."""
    words = f"{row.what.outcome}: {row.treated.rate.of(denominator)} with it"
    if row.compared:
        words += f", {row.compared.rate.of(denominator)} with {lower_first(row.compared.name)}"
    return words


def _approval(column: Column, condition: Condition, library: Library) -> Finding:
    if column.option.approval:
        return column.option.approval
    if column.treatment.product:
        return licensed_for(column.treatment.product, condition, library)
    return NOT_CHECKED


def _costs(treatment: Treatment, library: Library) -> tuple[Finding, ...]:
    return tuple(_cost(cost, library) for cost in treatment.costs) or (NOT_CHECKED,)


def _cost(cost: Cost, library: Library) -> Finding:
    place = library.jurisdictions.get(cost.jurisdiction)
    where = place.name if place else cost.jurisdiction
    words = f"{cost.currency} {cost.amount:,.0f} ({where}, {cost.year}): {lower_first(cost.what)}"
    sources: tuple[Citation, ...] = cost.sources
    return Finding(text=words, sources=sources)
