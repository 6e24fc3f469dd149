"""The comparison sheet: how comparable each pair is, the rows by group, and the figures behind them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import streamlit as st

from components.analysis.absolute import adverse_effect_rows, benefit_row
from components.analysis.comparability import Pair
from components.analysis.comparison import GROUPS, Column, Question
from components.analysis.denominators import text_of
from components.analysis.studies import result_words
from components.analysis.wording import arm_name, lower_first, study_label, treatment_name
from components.elements import address
from components.elements.charts import chart
from components.elements.citations import bullets, cited, marks, source_list
from components.elements.downloads import csv_button
from components.elements.rates import rate_table
from components.elements.replay import Replay
from components.elements.text import plain
from components.figures.icon_array import icon_array_figure
from content.base import Citation, Finding
from content.jurisdiction import Jurisdiction
from content.library import Library
from content.study import Comparison, Study

VIEWS: Mapping[str, str] = {"table": "Side by side", "list": "One after the other"}
ORDERS: Mapping[str, str] = {"chosen": "As chosen", "effect": "Best result first"}
ANYWHERE = "none"
MARK = "★"


WISHES = ("m", "country", "per", "order")


@dataclass(frozen=True)
class Wishes:
    """What a reader asks of a comparison."""

    marked: list[str]
    """The concerns that come first."""
    country: Jurisdiction | None
    """Whose law is shown."""
    best_first: bool


def wishes(places: Mapping[str, Jurisdiction], library: Library) -> Wishes:
    """Draw what the reader cares about, where they live, and how to count and order; open where any of it is set."""
    concerns = {term.id: term.label for term in library.vocabulary.lists["concern"]}
    names = {ANYWHERE: "Not chosen"} | {place_id: place.name for place_id, place in places.items()}
    with st.expander(
        "What matters to you, your country, the order", expanded=any(w in st.query_params for w in WISHES)
    ):
        marked = address.choices(
            "What matters to you", "m", concerns, page="compare", placeholder="Mark what counts: it comes first"
        )
        place_id = address.choice("Your country", "country", names, ANYWHERE, page="compare")
        address.denominator_switch("compare")
        best_first = address.switch("Order", "order", ORDERS, "chosen", page="compare") == "effect"
    return Wishes(marked, places.get(place_id), best_first)


def pairs(found: Sequence[Pair], library: Library) -> None:
    """Draw each pair's word and reason; head-to-head trials with what they found."""
    st.subheader("May these be compared?")
    st.markdown("\n".join(_pair_line(item, library) for item in found))
    with st.expander("Outcome by outcome"):
        st.table(
            [row for item in found for row in _verdict_rows(item, library)],
            border="horizontal",
            hide_index=True,
            alt="Comparability of each pair, outcome by outcome",
        )


def _pair_line(item: Pair, library: Library) -> str:
    term = library.term("comparability", item.word)
    line = f"- {term.symbol} **{plain(term.label)}**: {plain(_names(item, library))}. {plain(item.reason)}"
    return "\n".join((line, *(f"  - {_trial_line(study, comparison, library)}" for study, comparison in item.trials)))


def _names(item: Pair, library: Library) -> str:
    return f"{treatment_name(item.first, library)} and {lower_first(treatment_name(item.second, library))}"


def _trial_line(study: Study, comparison: Comparison, library: Library) -> str:
    outcome = lower_first(library.term("outcome", comparison.outcome).label)
    arms = " against ".join(lower_first(arm_name(arm, library)) for arm in comparison.arms)
    finding = library.term("finding", comparison.finding)
    when = f" after {comparison.after}" if comparison.after else ""
    result = result_words(comparison, library)
    words = f"{study_label(study, library)}, {outcome}{when}: {arms}, {result}. {finding.symbol} {finding.label}."
    return f"{plain(words)} {marks([Citation(source=study.source, place=comparison.place)], library)}"


def _verdict_rows(item: Pair, library: Library) -> Iterator[dict[str, str]]:
    for verdict in item.verdicts:
        term = library.term("comparability", verdict.word)
        yield {
            "Pair": plain(_names(item, library)),
            "Outcome": plain(library.term("outcome", verdict.outcome).label),
            "May they be compared?": f"{term.symbol} **{plain(term.label)}**. {plain(verdict.reason)}",
        }


def sheet(
    columns: Sequence[Column],
    rows: Callable[[], Sequence[Question]],
    denominator: int,
    library: Library,
    replay: Replay,
) -> None:
    """Draw the rows by group, side by side or one after the other, with what is behind them, and the download."""
    names = [column.treatment.short_name or column.treatment.name for column in columns]
    view = address.switch("View", "view", VIEWS, "table", page="compare")
    replay.of(view)("sheet", lambda: _groups(names, columns, rows(), view, denominator, library))
    csv_button(
        "Download as CSV", lambda: list(_flat(names, rows(), denominator, library)), "comparison.csv", "comparison-csv"
    )


def _groups(
    names: Sequence[str],
    columns: Sequence[Column],
    rows: Sequence[Question],
    view: str,
    denominator: int,
    library: Library,
) -> None:
    draw = _list if view == "list" else _table
    for group, members in groupby(rows, key=lambda row: row.group):
        st.header(plain(GROUPS[group]))
        draw(names, list(members), denominator, library)
        if group == "works":
            _benefits(columns, denominator, library)
        elif group == "harms":
            _harms(columns, denominator, library)


def sources(rows: Sequence[Question], library: Library) -> None:
    """Draw what the sheet rests on."""
    st.header("Sources and dates")
    cited = [answer for row in rows for answers in row.answers for answer in answers]
    source_list(library.sources_behind(cited), library)


def _words(row: Question) -> str:
    return f"{MARK} {row.words}" if row.group == "matters" else row.words


def _list(names: Sequence[str], rows: Sequence[Question], denominator: int, library: Library) -> None:
    for row in rows:
        st.subheader(plain(_words(row)))
        for name, answers in zip(names, row.answers, strict=True):
            st.markdown(f"**{plain(name)}**\n\n{_answers(answers, denominator, library)}")


def _table(names: Sequence[str], rows: Sequence[Question], denominator: int, library: Library) -> None:
    cells = [
        {"Question": f"**{plain(_words(row))}**"}
        | {
            plain(name): _answers(answers, denominator, library)
            for name, answers in zip(names, row.answers, strict=True)
        }
        for row in rows
    ]
    st.table(cells, border="horizontal", hide_index=True, alt=f"{', '.join(names)} compared")


def _answers(answers: Sequence[Finding], denominator: int, library: Library) -> str:
    return "\n\n".join(cited(answer, library, denominator) for answer in answers)


def _benefits(columns: Sequence[Column], denominator: int, library: Library) -> None:
    """Draw the figures behind 'does it work', each treatment beside its own control and never beside another's."""
    with st.expander("The figures behind this, each beside its own comparison group"):
        for column in columns:
            st.markdown(f"**{plain(column.treatment.name)}**")
            found = column.option.benefit and library.comparison(column.option.benefit)
            row = benefit_row(*found, library) if found else None
            if row is None:
                st.markdown("No figure per person stands behind this answer.")
                continue
            said = row.sentence(denominator)
            st.markdown(f"{plain(said)} {plain(row.what.who)} {marks([row.what.citation], library)}")
            chart(icon_array_figure(row.sides, denominator), f"benefit-{column.treatment.id}", said)


def _harms(columns: Sequence[Column], denominator: int, library: Library) -> None:
    """Draw the figures and the whole words behind the harms, with pictures of the same size as the benefits'."""
    with st.expander("The figures behind this, each beside its own comparison group"):
        for column in columns:
            treatment = column.treatment
            st.markdown(f"**{plain(treatment.name)}**")
            rows = adverse_effect_rows(treatment, library)
            if rows:
                said = rows[0].sentence(denominator)
                st.markdown(f"{plain(said)} {plain(rows[0].what.who)} {marks([rows[0].what.citation], library)}")
                chart(icon_array_figure(rows[0].sides, denominator), f"harm-{treatment.id}", said)
                rate_table(rows, f"Unwanted effects: {treatment.name}", denominator, library)
            if treatment.adverse_effects_note:
                st.markdown(cited(treatment.adverse_effects_note, library, denominator))
            bullets(treatment.serious_risks, library, denominator)


def _flat(
    names: Sequence[str], rows: Sequence[Question], denominator: int, library: Library
) -> Iterator[dict[str, str]]:
    for row in rows:
        yield {"group": GROUPS[row.group], "question": row.words} | {
            name: " ".join(flat_answer(answer, denominator, library) for answer in answers)
            for name, answers in zip(names, row.answers, strict=True)
        }


def flat_answer(answer: Finding, denominator: int, library: Library) -> str:
    """Return an answer as plain text with the addresses of its sources."""
    missing = f"{library.term('missing', answer.missing).label}." if answer.missing else ""
    addresses = [library.sources[c.source].address for c in answer.sources if c.source in library.sources]
    text = text_of(answer.text, answer.sources, library, denominator) if answer.text else ""
    return " ".join(part for part in (text, missing, answer.why, *(f"[{a}]" for a in addresses)) if part)
