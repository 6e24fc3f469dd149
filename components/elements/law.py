"""The law drawn: filters, the table, and a place in full."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.law import AXES, PRODUCTS, LawFilter, LawRow, cell_words, dates_of, oldest
from components.analysis.wording import lower_first
from components.elements import address, notices
from components.elements.citations import cited, marks
from components.elements.text import plain
from content.base import PartialDate, Statement
from content.jurisdiction import Cell, Decision, Funding, Jurisdiction, Licence, Schedule
from content.library import Library

PAGE = "regulation"
FILTERED_AXES = {"licence": "licence", "schedule": "schedule", "off_label": "off-label", "funding": "funding"}
"""Axes a reader can filter by, and the name of each in the address."""


def filters(library: Library) -> LawFilter:
    """Draw the choices and return them; nothing chosen shows everything."""
    places = sorted(library.jurisdictions.values(), key=lambda place: place.name)
    countries = address.choices(
        "Country",
        "country",
        {place.id: ", ".join((place.name, *place.synonyms)) for place in places},
        page=PAGE,
        placeholder="All countries: type a name",
    )
    regions = {term.id: term.label for term in library.vocabulary.lists["region"]}
    used = {place.region for place in places}
    with st.expander("Narrow by region, product, licence, control, off-label use or funding", expanded=_is_narrowed()):
        region = address.choices("Region", "region", {k: v for k, v in regions.items() if k in used}, page=PAGE)
        product = address.choices("Product", "product", PRODUCTS, page=PAGE)
        values = {
            axis: frozenset(address.choices(AXES[axis][0], param, _terms(axis, library), page=PAGE))
            for axis, param in FILTERED_AXES.items()
        }
    return LawFilter(frozenset(countries), frozenset(region), frozenset(product), values)


def _is_narrowed() -> bool:
    return any(name in st.query_params for name in ("region", "product", *FILTERED_AXES.values()))


def _terms(axis: str, library: Library) -> dict[str, str]:
    return {term.id: term.label for term in library.vocabulary.lists[AXES[axis][1]]}


def table(rows: Sequence[LawRow], library: Library) -> None:
    """Draw one line per place and product."""
    shown = ("licence", "schedule", "off_label", "funding")
    cells = [
        {"Place": f"**{plain(row.jurisdiction.name)}**", "Product": PRODUCTS[row.product]}
        | {AXES[axis][0]: _short(row, axis, library) for axis in shown}
        | {"As of": plain(str(oldest(dates_of(row.law)) or "–"))}
        for row in rows
    ]
    st.table(cells, border="horizontal", hide_index=True, alt="The law by place and product")


def _short(row: LawRow, axis: str, library: Library) -> str:
    return f"{plain(cell_words(row, axis, library))} {marks(row.cell(axis).sources[:1], library, places=False)}"


def detail(place: Jurisdiction, rows: Sequence[LawRow], library: Library) -> None:
    """Draw a place in full: six axes for each product shown, possession, history, what is coming."""
    st.header(plain(place.name))
    notices.law_age(oldest(date for row in rows for date in dates_of(row.law)))
    for column, row in zip(st.columns(len(rows), gap="medium"), rows, strict=True):
        with column:
            st.subheader(f"{PRODUCTS[row.product]}", anchor=False)
            for axis in AXES:
                st.markdown(_axis(row.cell(axis), axis, library))
    st.markdown(f"**Possession without a prescription.** {cited(place.possession, library)}")
    if place.history:
        with st.expander("How the law changed"):
            changes = (
                f"- **{plain(str(c.date))}.** {cited(Statement(text=c.text, sources=c.sources), library)}"
                for c in place.history
            )
            st.markdown("\n".join(changes))
    for coming in place.pending:
        when = f" Next date: {plain(str(coming.next_date))}." if coming.next_date else ""
        st.markdown(f"**Coming.** {plain(coming.text)}{when} {marks(coming.sources, library)}")
    if place.tried:
        with st.expander("What we looked for and did not find"):
            st.markdown("\n".join(f"- {plain(line)}" for line in place.tried))


def _axis(cell: Cell, axis: str, library: Library) -> str:
    label = library.term(AXES[axis][1], cell.value).label
    words = [f"**{AXES[axis][0]}: {plain(lower_first(label))}.**", *_own_words(cell)]
    words += [plain(text) for text in (cell.words, cell.why) if text]
    words.append(marks(cell.sources, library))
    if cell.as_of:
        words.append(f":small[As of {plain(str(cell.as_of))}.]")
    return "\n\n".join((" ".join(word for word in words if word), *_parts(cell, library)))


def _own_words(cell: Cell) -> list[str]:
    if isinstance(cell, Licence) and cell.regulator:
        return [f"{plain(cell.regulator)}."]
    if isinstance(cell, Schedule) and cell.name:
        law = f", {cell.law}" if cell.law else ""
        since = f", in force since {cell.since}" if cell.since else ""
        return [plain(f"{cell.name}{law}{since}.")]
    return []


def _parts(cell: Cell, library: Library) -> list[str]:
    if isinstance(cell, Licence):
        return [
            f"{plain(item.words)}{_dated(', since', item.since)}. {marks(item.sources, library)}"
            for item in cell.indications
        ]
    if isinstance(cell, Funding):
        return [_decision(decision, library) for decision in cell.decisions]
    return []


def _decision(decision: Decision, library: Library) -> str:
    area = f", {plain(decision.area)}" if decision.area else ""
    label = plain(library.term("funding-decision", decision.value).label)
    who = f"{plain(decision.body)}{area}{_dated(',', decision.date)}"
    return f"{who}: **{label}.** {plain(decision.words)} {marks(decision.sources, library)}"


def _dated(before: str, found: PartialDate | None) -> str:
    return f"{before} {plain(str(found))}" if found else ""
