"""A place and its law drawn: the answer, what it means for whom, its history, and places side by side."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.law import AXES, PRODUCTS, Product, cell_words, law_row
from components.analysis.places import ANSWER_AXES, READERS, answer, meanings, neighbours, parts_of_country, rows_of
from components.elements import law, links
from components.elements.charts import chart
from components.elements.citations import cited, marks
from components.elements.links import inside
from components.elements.text import plain
from components.figures.history import history_figure
from content.base import Statement
from content.jurisdiction import Jurisdiction
from content.library import Library

PAGE = "country"
MOST_MARKS = 2
"""How many sources stand beside a sentence, for each product; the six answers below carry all."""
FEWEST_DRAWN = 2
"""A history of one change is a sentence, not a picture."""


def card(place: Jurisdiction, library: Library) -> None:
    """Draw a place's law in three sentences, with the way to the rest."""
    with st.container(border=True):
        st.header(plain(place.name), anchor=False)
        for sentence in answer(place, library):
            st.markdown(plain(sentence))
        links.to(PAGE, f"The law in full: {plain(place.name)}", {"c": place.id}, icon=":material/arrow_forward:")


def answers(place: Jurisdiction, library: Library) -> None:
    """Draw the law in three sentences, each with the sources of both products."""
    for axis, sentence in zip(ANSWER_AXES, answer(place, library), strict=True):
        citations = [citation for row in rows_of(place) for citation in row.cell(axis).sources[:MOST_MARKS]]
        st.markdown(f"**{plain(sentence)}** {marks(citations, library, places=False)}")


def whole(place: Jurisdiction, library: Library) -> None:
    """Draw one place in full."""
    st.header("What this means for whom")
    readers(place, library)
    st.header("The six answers")
    law.detail(place, rows_of(place), library)
    st.header("How the law changed, and what is coming")
    history(place, library)
    st.header("Around it")
    around(place, library)


def readers(place: Jurisdiction, library: Library) -> None:
    """Draw what matters to a patient, a clinician and a traveller, a column each."""
    for column, (reader, axes) in zip(st.columns(len(READERS), gap="medium"), READERS.items(), strict=True):
        with column:
            st.subheader(reader, anchor=False)
            for meaning in meanings(place, axes, library):
                st.markdown(f"**{AXES[meaning.axis][0]}.** {plain(meaning.words)}")


def history(place: Jurisdiction, library: Library) -> None:
    """Draw how the law changed and what is coming; the numbers in the picture are those of the list."""
    if not place.history and not place.pending:
        st.markdown("**Not checked yet.** We hold no dated change of the law here.")
        return
    if len(place.history) >= FEWEST_DRAWN:
        alt = ". ".join(f"{change.date}: {change.text}" for change in place.history)
        chart(history_figure(place.history), "history", alt)
    lines = [
        f"{at}. **{plain(str(change.date))}.** {cited(Statement(text=change.text, sources=change.sources), library)}"
        for at, change in enumerate(place.history, start=1)
    ]
    st.markdown("\n".join(lines))
    for coming in place.pending:
        when = f" Next date: {plain(str(coming.next_date))}." if coming.next_date else ""
        st.markdown(f"**Coming.** {plain(coming.text)}{when} {marks(coming.sources, library)}")


def around(place: Jurisdiction, library: Library) -> None:
    """Draw the ways on: neighbours side by side, the country's parts, the levels above."""
    near = neighbours(place, library)
    if near:
        st.markdown(f"Nearest on our map: {', '.join(_links(near))}.")
        links.to(PAGE, "Compare them side by side", {"c": [place.id, *(other.id for other in near)]})
    parts = parts_of_country(place, library)
    if parts:
        st.markdown(f"States and provinces we hold apart: {', '.join(_links(parts))}.")
    above = library.jurisdictions.get(place.part_of or "")
    if above:
        st.markdown(f"The law of {_links([above])[0]} also holds here.")


def _links(places: Sequence[Jurisdiction]) -> list[str]:
    return [inside(place.name, PAGE, {"c": place.id}) for place in places]


def side_by_side(places: Sequence[Jurisdiction], product: Product, library: Library) -> None:
    """Draw two to five places in one table, an axis a row, one product at a time."""
    rows = []
    for axis, (name, _) in AXES.items():
        row = {PRODUCTS[product]: f"**{name}**"}
        for place in places:
            cell = law_row(place, product).cell(axis)
            as_of = f" :small[(as of {plain(str(cell.as_of))})]" if cell.as_of else ""
            words = plain(cell_words(law_row(place, product), axis, library))
            detail = plain(cell.words or cell.why or "")
            row[plain(place.name)] = f"**{words}.** {detail} {marks(cell.sources, library, places=False)}{as_of}"
        rows.append(row)
    st.table(rows, border="horizontal", hide_index=True, alt=f"The law on {product}, side by side")
