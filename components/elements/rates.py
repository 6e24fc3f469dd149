"""Benefits and harms as people of 100: sentence, picture and table, each pair in the same place and size."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.absolute import AbsoluteRow, Side, adverse_effect_rows
from components.elements.citations import marks
from components.elements.downloads import csv_button
from components.elements.text import plain
from components.figures.per_hundred import per_hundred_figure
from components.figures.style import CONFIG
from content.library import Library
from content.treatment import Treatment

MOST_ROWS = 6


def side_by_side(
    benefits: Sequence[AbsoluteRow],
    harms: Sequence[AbsoluteRow],
    treatments: Sequence[Treatment],
    denominator: int,
    library: Library,
) -> None:
    """Draw what improved, then what went wrong, alike."""
    if not harms:
        harms = next((rows for t in treatments if (rows := adverse_effect_rows(t, library))), [])
    _block("What improved", "benefits", benefits[:MOST_ROWS], denominator, library)
    _block("What went wrong", "harms", harms[:MOST_ROWS], denominator, library)


def _block(title: str, key: str, rows: Sequence[AbsoluteRow], denominator: int, library: Library) -> None:
    st.subheader(title)
    if not rows:
        st.markdown("**Not checked yet.** No trial here prints how many people had this.")
        return
    st.markdown(plain(rows[0].sentence(denominator)) + " " + marks([rows[0].what.citation], library))
    alt = " ".join(row.sentence(denominator) for row in rows)
    st.plotly_chart(per_hundred_figure(rows, denominator), key=key, alt=alt, config=CONFIG)
    st.markdown(":small[● with the treatment · ○ without it · line: 95% interval, drawn where the counts are known]")
    with st.expander("The same in numbers"):
        cells = [_cells(row, denominator, library) for row in rows]
        st.table(cells, border="horizontal", hide_index=True, alt=title)
        csv_button("Download as CSV", [_flat(row, denominator, library) for row in rows], f"{key}.csv", f"{key}-csv")


def _cells(row: AbsoluteRow, denominator: int, library: Library) -> dict[str, str]:
    what = row.what
    who = f"{what.who} Counts derived." if what.derived else what.who
    compared = f"{row.compared.name}: {_figure(row.compared, denominator)}" if row.compared else "No comparison group"
    return {
        "Outcome": f"{plain(what.title)} :small[{plain(who)}] {marks([what.citation], library)}",
        "With": plain(f"{row.treated.name}: {_figure(row.treated, denominator)}"),
        "Without": plain(compared),
    }


def _figure(side: Side, denominator: int) -> str:
    span = side.rate.interval_of(denominator)
    return f"{side.rate.of(denominator)} of {denominator:,}" + (f" ({span})" if span else "")


def _flat(row: AbsoluteRow, denominator: int, library: Library) -> dict[str, str]:
    source = library.sources.get(row.what.citation.source)
    return {
        "outcome": row.what.title,
        "who": row.what.who,
        "with": row.treated.name,
        f"with_of_{denominator}": row.treated.rate.of(denominator),
        "with_interval": row.treated.rate.interval_of(denominator),
        "without": row.compared.name if row.compared else "",
        f"without_of_{denominator}": row.compared.rate.of(denominator) if row.compared else "",
        "without_interval": row.compared.rate.interval_of(denominator) if row.compared else "",
        "source": source.address if source else "",
        "place": row.what.citation.place or "",
    }
