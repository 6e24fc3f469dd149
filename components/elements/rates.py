"""Benefits and harms as people of 100: sentence, picture and table, each pair in the same place and size."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.absolute import AbsoluteRow, Side, harms_without_rival, most_frequent
from components.analysis.conditions import ConditionView
from components.analysis.wording import ended
from components.elements.charts import chart
from components.elements.citations import marks
from components.elements.downloads import csv_button
from components.elements.replay import Replay
from components.elements.studies import finding_line
from components.elements.text import plain
from components.figures.icon_array import icon_array_figure
from components.figures.per_hundred import per_hundred_figure
from content.library import Library

MOST_ROWS = 8
NO_INTERVAL = "no interval: no counts printed"


def side_by_side(view: ConditionView, denominator: int, library: Library, replay: Replay) -> None:
    """Draw the main results, then what went wrong, alike; results without counts stand in words below the first."""
    harms = view.harms
    note = ""
    if not harms:
        harms = next((rows for t in view.ketamine if (rows := harms_without_rival(t, library))), [])
        note = "No trial here prints counts, so these were counted in other people: the table says in whom."
    counts_ketamine = any(row.treated.is_ketamine for row in view.benefits)
    other = "" if counts_ketamine else "No trial of ketamine here prints counts: this is of another treatment."
    _block("Main results", "benefits", view.benefits[:MOST_ROWS], other, denominator, library, replay)
    if view.in_words:
        replay("rates-in-words", lambda: _in_words(view, library))
    _block("What went wrong", "harms", harms[:MOST_ROWS], note, denominator, library, replay)


def _in_words(view: ConditionView, library: Library) -> None:
    lines = "\n".join(f"- {finding_line(*pair, library)}" for pair in view.in_words)
    st.markdown(f"**In words only**, since these print no counts:\n\n{lines}")


def _block(
    title: str, key: str, rows: Sequence[AbsoluteRow], note: str, denominator: int, library: Library, replay: Replay
) -> None:
    st.subheader(title)
    if not rows:
        st.markdown("**Not checked yet.** What we read here prints no counts of people.")
        return
    replay(f"rates-{key}", lambda: _pictures(key, rows, note, denominator, library))
    with st.expander("The same in numbers"):
        replay(f"rates-{key}-table", lambda: rate_table(rows, title, denominator, library))
        name = f"{key}.csv"
        csv_button("Download as CSV", lambda: [_flat(row, denominator, library) for row in rows], name, f"{key}-csv")


def _pictures(key: str, rows: Sequence[AbsoluteRow], note: str, denominator: int, library: Library) -> None:
    first, *others = rows
    said = " ".join(part for part in (first.sentence(denominator), note) if part)
    st.markdown(f"{plain(said)} {marks([first.what.citation], library)}")
    chart(icon_array_figure(first.sides, denominator), f"{key}-icons", first.sentence(denominator))
    st.markdown(":small[● had it · pale: perhaps, by the 95% interval · ○ did not]")
    if others:
        st.markdown(_finding(key, others, denominator, library))
        alt = " ".join(row.sentence(denominator) for row in others)
        chart(per_hundred_figure(others, denominator), key, alt)
        rival = " · ◇ with the other treatment named" if any(row.has_rival for row in others) else ""
        st.markdown(f":small[● with the treatment · ○ without it{rival} · line: 95% interval, where counts are known]")


def _finding(key: str, others: Sequence[AbsoluteRow], denominator: int, library: Library) -> str:
    """Return what the chart of the other rows shows, in words."""
    if len(others) == 1:
        return cited_sentence(others[0], denominator, library)
    if key == "benefits":
        return "**Other results**, each beside its own comparison group."
    return f"**Most frequent of the others.** {cited_sentence(most_frequent(others), denominator, library)}"


def cited_sentence(row: AbsoluteRow, denominator: int, library: Library) -> str:
    """Return a row as a sentence with its interval and its source: from few people a rate says little."""
    span = row.treated.rate.interval_of(denominator)
    said = f"{row.sentence(denominator)} 95% interval with it: {span}." if span else row.sentence(denominator)
    return f"{plain(said)} {marks([row.what.citation], library)}"


def rate_table(rows: Sequence[AbsoluteRow], title: str, denominator: int, library: Library) -> None:
    """Draw rates with their intervals, in whom and when they were counted, and their sources."""
    cells = [_cells(row, denominator, library) for row in rows]
    st.table(cells, border="horizontal", hide_index=True, alt=title)


def _cells(row: AbsoluteRow, denominator: int, library: Library) -> dict[str, str]:
    what = row.what
    who = f"{what.who} Counts derived." if what.derived else what.who
    compared = f"{row.compared.name}: {_figure(row.compared, denominator)}" if row.compared else "No comparison group"
    return {
        "Outcome": f"{plain(ended(what.title))} :small[{plain(who)}] {marks([what.citation], library)}",
        "With": plain(f"{row.treated.name}: {_figure(row.treated, denominator)}"),
        "Without": plain(compared),
    }


def _figure(side: Side, denominator: int) -> str:
    span = side.rate.interval_of(denominator)
    return f"{side.rate.of(denominator)} of {denominator:,} ({span or NO_INTERVAL})"


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
