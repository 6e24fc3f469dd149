"""The law drawn: filters, the table, and a place in full."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.law import (
    AXES,
    PARAM_OF,
    PRODUCTS,
    SORTS,
    LawFilter,
    LawRow,
    cell_words,
    dates_of,
    gaps,
    oldest,
    sorted_rows,
    unanswered,
    values_of,
)
from components.analysis.law_presets import PRESETS
from components.analysis.wording import counted, listed, lower_first, upper_first
from components.elements import address, links
from components.elements.citations import cited, marks
from components.elements.links import inside
from components.elements.replay import Replay
from components.elements.text import plain
from content.base import PartialDate
from content.jurisdiction import Cell, Decision, Funding, Jurisdiction, Licence, Schedule
from content.library import Library

PAGE = "regulation"
VIEWS = {"table": "Table to read", "grid": "Grid to sort by clicking"}
TABLE_NAME = "The law by place and product"
FIRST_COLUMNS = ("licence", "schedule", "off_label", "funding")


def place_names(library: Library) -> dict[str, str]:
    """Return every place by id as a reader may type it: name, code and other names."""
    places = sorted(library.jurisdictions.values(), key=lambda place: place.name)
    return {place.id: ", ".join((f"{place.name} ({place.code})", *place.synonyms)) for place in places}


def chosen_countries(library: Library) -> frozenset[str]:
    """Draw the box for countries, found by name, code or another name, and return those chosen."""
    names = place_names(library)
    placeholder = "Type a country, state or code"
    return frozenset(address.choices("Where do you live?", "country", names, page=PAGE, placeholder=placeholder))


def questions() -> None:
    """Draw the questions people ask, each a link that sets the filters."""
    with st.expander("Questions people ask"):
        for preset in PRESETS:
            query: dict[str, str | list[str]] = {"product": preset.product}
            query |= {PARAM_OF[axis]: list(values) for axis, values in preset.values.items()}
            links.to(PAGE, preset.question, query)


def filters(countries: frozenset[str], library: Library) -> LawFilter:
    """Draw the other choices and return all of them; nothing chosen shows everything."""
    regions = {term.id: term.label for term in library.vocabulary.lists["region"]}
    used = {place.region for place in library.jurisdictions.values()}
    with st.expander("Narrow by region, product or any of the six answers", expanded=_is_narrowed()):
        left, right = st.columns(2)
        with left:
            region = address.choices("Region", "region", {k: v for k, v in regions.items() if k in used}, page=PAGE)
        with right:
            product = address.choices("Product", "product", PRODUCTS, page=PAGE)
        values = {}
        for at, (axis, param) in enumerate(PARAM_OF.items()):
            with (left, right)[at % 2]:
                options = values_of(axis, library)
                values[axis] = frozenset(address.choices(AXES[axis][0], param, options, page=PAGE))
    return LawFilter(countries, frozenset(region), frozenset(product), values)


def _is_narrowed() -> bool:
    return any(name in st.query_params for name in ("region", "product", *PARAM_OF.values()))


def count_sentence(places: int, chosen: LawFilter, library: Library) -> str:
    """Return how many places match, and how many might if they were checked."""
    open_places = unanswered(library, chosen)
    words = f"**{places} of {counted(len(library.jurisdictions), 'jurisdiction')}.**"
    if not open_places:
        return words
    return f"{words} In {open_places} more, what you ask is unclear or not checked yet."


def table(rows: Sequence[LawRow], library: Library, replay: Replay) -> None:
    """Draw one line per place and product: as a table to read, or as a grid whose columns sort by a click."""
    with st.expander("Sort, choose columns"):
        sorts = SORTS | {axis: f"{words}, by answer" for axis, (words, _) in AXES.items()}
        by = address.choice("Sort by", "sort", sorts, "name", page=PAGE)
        names = {axis: words for axis, (words, _) in AXES.items()}
        shown = address.choices("Columns", "show", names, FIRST_COLUMNS, page=PAGE)
        view = address.switch("As a", "view", VIEWS, "table", page=PAGE)
    drawn = _grid if view == "grid" else _table
    replay.of(by, shown, view)("table", lambda: drawn(sorted_rows(rows, by, library), shown, library))


def _table(rows: Sequence[LawRow], shown: Sequence[str], library: Library) -> None:
    cells = [
        {
            "Place": f"**{inside(row.jurisdiction.name, 'country', {'c': row.jurisdiction.id})}**",
            "Product": PRODUCTS[row.product],
        }
        | {AXES[axis][0]: _short(row, axis, library) for axis in shown}
        | {"As of": plain(str(oldest(dates_of(row.law)) or "–"))}
        for row in rows
    ]
    st.table(cells, border="horizontal", hide_index=True, alt=TABLE_NAME)


def _grid(rows: Sequence[LawRow], shown: Sequence[str], library: Library) -> None:
    cells = [
        {"Place": row.jurisdiction.name, "Product": PRODUCTS[row.product]}
        | {AXES[axis][0]: cell_words(row, axis, library) for axis in shown}
        | {"As of": found.iso if (found := oldest(dates_of(row.law))) else ""}
        for row in rows
    ]
    pinned = {"Place": st.column_config.TextColumn(pinned=True)}
    st.dataframe(cells, hide_index=True, column_config=pinned, alt=TABLE_NAME, placeholder="–")


def _short(row: LawRow, axis: str, library: Library) -> str:
    cell = row.cell(axis)
    sign = library.term(AXES[axis][1], cell.value).symbol or ""
    return f"{plain(sign)} {plain(cell_words(row, axis, library))} {marks(cell.sources[:1], library, places=False)}"


def not_checked(library: Library) -> None:
    """Draw, place by place, what nobody has checked yet."""
    found = gaps(library)
    with st.expander(f"What is not checked yet, in {counted(len(found), 'place')}"):
        cells = [
            {"Place": inside(place.name, "country", {"c": place.id})}
            | {PRODUCTS[product]: _axes_in_words(axes) for product, axes in missing.items()}
            for place, missing in found
        ]
        st.table(cells, border="horizontal", hide_index=True, alt="What is not checked yet")


def _axes_in_words(axes: Sequence[str]) -> str:
    return plain(upper_first(listed([lower_first(axis) for axis in axes])) or "–")


def detail(place: Jurisdiction, rows: Sequence[LawRow], library: Library) -> None:
    """Draw a place in full: six axes for each product shown, possession, history, what is coming."""
    for column, row in zip(st.columns(len(rows), gap="medium"), rows, strict=True):
        with column:
            st.subheader(f"{PRODUCTS[row.product]}", anchor=False)
            for axis in AXES:
                st.markdown(_axis(row.cell(axis), axis, library))
    st.markdown(f"**Possession without a prescription.** {cited(place.possession, library)}")
    if place.tried:
        with st.expander("What we looked for and did not find"):
            st.markdown("\n".join(f"- {plain(line)}" for line in place.tried))


def _axis(cell: Cell, axis: str, library: Library) -> str:
    label = library.term(AXES[axis][1], cell.value).label
    words = [f"**{AXES[axis][0]}: {plain(lower_first(label))}.**", *_own_words(cell)]
    words += [plain(text) for text in (cell.words, cell.why) if text]
    words.append(marks(cell.sources, library))
    if cell.as_of:
        words.append(f":small[(as of {plain(str(cell.as_of))})]")
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
