"""The comparison sheet: how comparable each pair is, and one row per question."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.comparability import Pair
from components.analysis.comparison import Column, Question
from components.analysis.denominators import text_of
from components.analysis.studies import result_words
from components.analysis.wording import arm_name, lower_first, study_label, treatment_name
from components.elements import address
from components.elements.citations import cited, marks
from components.elements.downloads import csv_button
from components.elements.text import plain
from content.base import Citation, Finding
from content.library import Library
from content.study import Comparison, Study

VIEWS = {"table": "Side by side", "list": "One after the other"}


def pairs(found: Sequence[Pair], library: Library) -> None:
    """Draw each pair's word and reason; head-to-head trials with what they found."""
    st.subheader("May these be compared?")
    st.markdown("\n".join(_pair_line(item, library) for item in found))


def _pair_line(item: Pair, library: Library) -> str:
    term = library.term("comparability", item.word)
    names = f"{treatment_name(item.first, library)} and {lower_first(treatment_name(item.second, library))}"
    line = f"- {term.symbol} **{plain(term.label)}**: {plain(names)}. {plain(item.reason)}"
    return "\n".join((line, *(f"  - {_trial_line(study, comparison, library)}" for study, comparison in item.trials)))


def _trial_line(study: Study, comparison: Comparison, library: Library) -> str:
    outcome = lower_first(library.term("outcome", comparison.outcome).label)
    arms = " against ".join(lower_first(arm_name(arm, library)) for arm in comparison.arms)
    finding = library.term("finding", comparison.finding)
    when = f" after {comparison.after}" if comparison.after else ""
    result = result_words(comparison, library)
    words = f"{study_label(study, library)}, {outcome}{when}: {arms}, {result}. {finding.symbol} {finding.label}."
    return f"{plain(words)} {marks([Citation(source=study.source, place=comparison.place)], library)}"


def sheet(columns: Sequence[Column], rows: Sequence[Question], denominator: int, library: Library) -> None:
    """Draw the answers side by side in a table, or one after the other for narrow screens, and their download."""
    names = [column.treatment.short_name or column.treatment.name for column in columns]
    if address.switch("View", "view", VIEWS, "table", page="compare") == "list":
        _list(names, rows, denominator, library)
    else:
        _table(names, rows, denominator, library)
    flat = [
        {"question": row.words}
        | {
            name: " ".join(_flat(answer, denominator, library) for answer in answers)
            for name, answers in zip(names, row.answers, strict=True)
        }
        for row in rows
    ]
    csv_button("Download as CSV", flat, "comparison.csv", "comparison-csv")


def _list(names: Sequence[str], rows: Sequence[Question], denominator: int, library: Library) -> None:
    for row in rows:
        st.subheader(plain(row.words))
        for name, answers in zip(names, row.answers, strict=True):
            st.markdown(f"**{plain(name)}**\n\n{_answers(answers, denominator, library)}")


def _table(names: Sequence[str], rows: Sequence[Question], denominator: int, library: Library) -> None:
    cells = [
        {"Question": f"**{plain(row.words)}**"}
        | {
            plain(name): _answers(answers, denominator, library)
            for name, answers in zip(names, row.answers, strict=True)
        }
        for row in rows
    ]
    st.table(cells, border="horizontal", hide_index=True, alt=f"{', '.join(names)} compared")


def _answers(answers: Sequence[Finding], denominator: int, library: Library) -> str:
    return "\n\n".join(cited(answer, library, denominator) for answer in answers)


def _flat(answer: Finding, denominator: int, library: Library) -> str:
    missing = f"{library.term('missing', answer.missing).label}." if answer.missing else ""
    addresses = [library.sources[c.source].address for c in answer.sources if c.source in library.sources]
    text = text_of(answer.text, answer.sources, library, denominator) if answer.text else ""
    return " ".join(part for part in (missing, text, answer.why, *(f"[{a}]" for a in addresses)) if part)
