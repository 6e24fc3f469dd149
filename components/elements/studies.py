"""The studies of a condition: every comparison in a table, and trials still running."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.denominators import text_of
from components.analysis.studies import StudyRow, result_words
from components.analysis.wording import counted, lower_first, study_label, upper_first
from components.elements.citations import marks
from components.elements.downloads import csv_button
from components.elements.links import inside
from components.elements.replay import Replay
from components.elements.text import plain
from content.base import Citation
from content.condition import Condition, RunningTrial
from content.library import Library
from content.study import Comparison, Study


def finding_line(study: Study, comparison: Comparison, library: Library) -> str:
    """Return what one study found on one outcome, as Markdown that leads to the study and to its source."""
    people = f", {counted(study.people, 'person', 'people')}" if study.people else ""
    name = inside(study_label(study, library), "study", {"id": study.id})
    term = library.term("finding", comparison.finding)
    when = f" after {comparison.after}" if comparison.after else ""
    outcome = lower_first(library.term("outcome", comparison.outcome).label)
    result = upper_first(comparison.note or result_words(comparison, library))
    cite = marks([Citation(source=study.source, place=comparison.place)], library)
    said = f"{term.symbol} **{plain(term.label)}** on {plain(f'{outcome}{when}. {result}')}"
    return f"{name}{plain(people)}: {said} {cite}"


def table(rows: Sequence[StudyRow], condition: Condition, library: Library, replay: Replay) -> None:
    """Draw every comparison of every study, and its download."""
    with st.expander(f"Every comparison in a table ({len(rows)})", expanded=False):
        replay("studies", lambda: _table(rows, library))
        name = f"{condition.id}-studies.csv"
        csv_button("Download as CSV", lambda: [_flat(row, library) for row in rows], name, "studies-csv")


def _table(rows: Sequence[StudyRow], library: Library) -> None:
    st.table([_cells(row, library) for row in rows], border="horizontal", hide_index=True, alt="Every comparison")


def _cells(row: StudyRow, library: Library) -> dict[str, str]:
    study = row.study
    name = inside(row.name, "study", {"id": study.id})
    cite = marks([Citation(source=study.source, place=row.comparison.place)], library)
    people = f"{study.people:,} people. " if study.people else ""
    return {
        "Study": f"{name} :small[{plain(people + study.population)}] {cite}",
        "Outcome": plain(row.outcome),
        "Groups": plain(row.compared),
        "Result": f"{plain(row.result)} **{plain(row.finding)}**",
        "Trust": plain(_trust(row, library)),
    }


def _trust(row: StudyRow, library: Library) -> str:
    design = row.study.design
    words = [library.term("blinding", design.blinding).label, library.term("study-design", design.type).label]
    return f"{'; '.join(words)}; paid for by: {lower_first(library.term('funding', row.study.funding).label)}"


def _flat(row: StudyRow, library: Library) -> dict[str, str]:
    study = row.study
    source = library.sources.get(study.source)
    return {
        "study": row.name,
        "population": study.population,
        "people": str(study.people or ""),
        "design": library.term("study-design", study.design.type).label,
        "blinding": library.term("blinding", study.design.blinding).label,
        "control": library.term("control-type", study.design.control).label,
        "funding": library.term("funding", study.funding).label,
        "outcome": row.outcome,
        "groups": row.compared,
        "result": row.result,
        "finding": row.finding[2:],
        "counts": row.comparison.counts,
        "derivation": row.comparison.derivation or "",
        "place": row.comparison.place,
        "source": source.address if source else "",
    }


def running(trials: Sequence[RunningTrial], library: Library) -> None:
    """Draw the trials whose result could change the answer."""
    if trials:
        st.subheader("What would change our mind")
        st.markdown("\n".join(f"- {running_line(trial, library)}" for trial in trials))


def running_line(trial: RunningTrial, library: Library, denominator: int = 100) -> str:
    """Return a trial under way as Markdown: its number in the register, what it would change, when it is expected."""
    said = text_of(trial.text, trial.sources, library, denominator)
    expected = f"Expected: {trial.expected or 'no date'}."
    return f"**{plain(trial.registration)}.** {plain(f'{said} {expected}')} {marks(trial.sources, library)}"
