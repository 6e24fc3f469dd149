"""Treatments side by side: rows grouped by what readers ask, one answer per treatment."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from components.analysis.absolute import AbsoluteRow, adverse_effect_rows
from components.analysis.law import Product, cell_words, law_row
from components.analysis.licensing import licensed_for
from components.analysis.wording import lower_first
from content.base import Citation, Finding, Statement
from content.condition import Condition, Option
from content.jurisdiction import Jurisdiction
from content.library import Library
from content.treatment import Cost, Treatment

FEWEST, MOST = 2, 5
FEWEST_HARMS, MOST_HARMS = 1, 6
"""How many unwanted effects, and how many serious risks, a sheet shows: as many as benefits have words."""
NOT_CHECKED = Finding(missing="not-checked")
GROUPS: Mapping[str, str] = {
    "matters": "What matters to you",
    "works": "Does it work?",
    "time": "How fast and how long?",
    "harms": "Harms",
    "burden": "What it takes",
    "access": "Approval and access",
    "cost": "Cost",
}
"""The groups of rows in the order readers ask; what a reader marked comes first."""


@dataclass(frozen=True)
class Column:
    """One treatment as an option for one condition."""

    option: Option
    treatment: Treatment


@dataclass(frozen=True)
class Question:
    """One row: what readers ask, and each treatment's answers in the order of the columns."""

    id: str
    group: str
    words: str
    answers: tuple[tuple[Finding, ...], ...]
    concern: str | None = None


Answer = Callable[[Column], Sequence[Finding]]


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


def questions(
    chosen: Sequence[Column],
    condition: Condition,
    library: Library,
    denominator: int,
    country: Jurisdiction | None = None,
    marked: Sequence[str] = (),
) -> list[Question]:
    """Return every row of the comparison, those a reader marked first."""
    rows: list[tuple[str, str, str, Answer, str | None]] = [
        ("works", "works", "Does it work?", lambda column: (column.option.works,), None),
        ("certainty", "works", "How sure is that?", lambda column: (_certainty(column, library),), None),
        ("speed", "time", "How fast?", lambda column: (column.option.speed,), "speed"),
        ("lasting", "time", "How long does it last?", lambda column: (column.option.lasting,), "lasting"),
        (
            "harms",
            "harms",
            f"Unwanted effects, of {denominator:,} people",
            lambda column: _harms(column, library, denominator)[0],
            None,
        ),
        (
            "risks",
            "harms",
            "Serious risks, the first of them",
            lambda column: _harms(column, library, denominator)[1],
            None,
        ),
        *(_concern_row(concern, "harms", library) for concern in ("memory", "sexual", "weight", "stopping")),
        _concern_row("pregnancy", "harms", library),
        ("given", "burden", "How it is given", lambda column: (_finding(column.treatment.summary),), None),
        _concern_row("needles", "burden", library),
        ("visits", "burden", "Visits and monitoring", lambda column: (_visits(column),), "visits"),
        _concern_row("driving", "burden", library),
        *_access_rows(condition, country, library),
        ("cost", "cost", "Cost", lambda column: _costs(column.treatment, library), "cost"),
    ]
    found = [
        Question(key, group, words, tuple(tuple(answer(column)) for column in chosen), concern)
        for key, group, words, answer, concern in rows
    ]
    return marked_first(found, marked)


def _visits(column: Column) -> Finding:
    """Return the visits in this condition where they are told, else the treatment's."""
    return column.option.visits or column.treatment.visits


def marked_first(rows: Sequence[Question], marked: Sequence[str]) -> list[Question]:
    """Return the rows with those a reader marked in a first group of their own; none is left out."""
    first = [replace(row, group="matters") for mark in marked for row in rows if row.concern == mark]
    return [*first, *(row for row in rows if row.concern is None or row.concern not in marked)]


def _concern_row(concern: str, group: str, library: Library) -> tuple[str, str, str, Answer, str | None]:
    def answer(column: Column) -> Sequence[Finding]:
        found = [item for item in column.treatment.concerns if item.concern == concern]
        return found or (NOT_CHECKED,)

    return concern, group, library.term("concern", concern).label, answer, concern


def _access_rows(
    condition: Condition, country: Jurisdiction | None, library: Library
) -> list[tuple[str, str, str, Answer, str | None]]:
    if country is None:
        return [
            ("approved", "access", "Approved for this?", lambda column: (_approval(column, condition, library),), None)
        ]
    return [
        (
            "approved",
            "access",
            f"Licensed for this in {country.name}?",
            lambda column: (_licensed_here(column, condition, country, library),),
            None,
        ),
        (
            "funded",
            "access",
            f"Paid for by public money in {country.name}?",
            lambda column: (_law_answer(column, "funding", country, library),),
            None,
        ),
        (
            "setting",
            "access",
            f"Where it may be given in {country.name}",
            lambda column: (_law_answer(column, "setting", country, library),),
            None,
        ),
    ]


def _licensed_here(column: Column, condition: Condition, country: Jurisdiction, library: Library) -> Finding:
    product = column.treatment.product
    if product is None:
        return column.option.approval or NOT_CHECKED
    licence = law_row(country, product).law.licence
    uses = [use for use in licence.indications if use.condition == condition.id]
    if uses:
        text = f"Yes, by {licence.regulator}: {'; '.join(lower_first(use.words) for use in uses)}."
        return Finding(text=text, sources=tuple(citation for use in uses for citation in use.sources))
    if licence.value == "licensed":
        return Finding(text="Not for this condition. Use would be outside its licence.", sources=licence.sources)
    if licence.value in ("not-checked", "does-not-apply"):
        return Finding(missing=licence.value, why=licence.why, sources=licence.sources)
    label = library.term("licence", licence.value).label
    return Finding(text=f"{label}. {licence.words or ''}".strip(), sources=licence.sources)


def _law_answer(column: Column, axis: str, country: Jurisdiction, library: Library) -> Finding:
    product: Product | None = column.treatment.product
    if product is None:
        return Finding(missing="not-checked", why="Our law records cover ketamine and esketamine only.")
    row = law_row(country, product)
    cell = row.cell(axis)
    if cell.value == "not-checked":
        return Finding(missing="not-checked", why=cell.why, sources=cell.sources)
    if cell.value == "does-not-apply":
        return Finding(missing="does-not-apply", why=cell.why, sources=cell.sources)
    return Finding(text=f"{cell_words(row, axis, library)}. {cell.words or ''}".strip(), sources=cell.sources)


def _finding(statement: Statement) -> Finding:
    return Finding(text=statement.text, sources=statement.sources)


def _lead(finding: Finding) -> Finding:
    """Return a finding cut to its first sentence: the fold below the table has the rest."""
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


def _harms(column: Column, library: Library, denominator: int) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the unwanted effects and the serious risks a sheet shows: as many as take the room benefits take.

    Equal detail is a criterion of IPDAS. The fold below the table has all of them.
    """
    option = column.option
    room = _length((option.works, _certainty(column, library), option.speed, option.lasting))
    effects = _effects(column, library, denominator)
    risks = tuple(map(_lead, column.treatment.serious_risks))
    shown = [list(effects[:FEWEST_HARMS]), list(risks[:FEWEST_HARMS])]
    for at in range(FEWEST_HARMS, MOST_HARMS):
        for kept, found in zip(shown, (effects, risks), strict=True):
            if at < len(found) and _length((*shown[0], *shown[1], found[at])) <= room:
                kept.append(found[at])
    return tuple(shown[0]), tuple(shown[1])


def _effects(column: Column, library: Library, denominator: int) -> tuple[Finding, ...]:
    rows = adverse_effect_rows(column.treatment, library)
    found = tuple(Finding(text=harm_words(row, denominator), sources=(row.what.citation,)) for row in rows)
    return found or (_lead(column.treatment.adverse_effects_note or NOT_CHECKED),)


def _length(findings: Sequence[Finding]) -> int:
    """Return how many words findings take."""
    return sum(len(f"{finding.text or ''} {finding.why or ''}".split()) for finding in findings)


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
