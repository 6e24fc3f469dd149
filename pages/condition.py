"""One condition: what was tested, how sure we are, and in which studies."""

import streamlit as st

from components.analysis.comparison import starting_ids
from components.analysis.conditions import condition_view
from components.elements import (
    address,
    answers,
    citations,
    contents,
    links,
    notices,
    pools,
    rates,
    reader,
    studies,
    timeline,
    treatments,
)
from components.elements.guidelines import positions
from components.elements.replay import replay_of
from components.elements.text import plain

PARTS = {
    "benefits-and-harms": "Benefits and harms",
    "how-fast": "How fast, how long",
    "who": "Who was studied",
    "session": "What a treatment session is like",
    "risks": "Serious risks, and who should not have it",
    "guidelines": "What guidelines say",
    "options": "Compare with other options",
    "studies": "The studies",
    "unknown": "What we do not know",
    "sources": "Sources and dates",
}
"""The parts of every condition page, in their order, by their anchors."""


def page(condition_id: str) -> None:
    """Draw the page of one condition."""
    # Load
    records = reader.library()
    condition = records.conditions[condition_id]
    denominator = address.denominator(condition_id)

    replay = replay_of(records, condition_id, denominator)

    # Draw the answer, which waits for nothing
    st.title(plain(condition.question))
    if condition.about_suicide:
        notices.crisis()
    notices.evidence_age(condition.searched)
    replay("answer", lambda: answers.first(condition, records, denominator))
    replay("contents", lambda: contents.line(PARTS))

    # Derive
    view = replay.once("view", lambda: condition_view(condition, records))

    # Draw the rest
    _heading("benefits-and-harms")
    address.denominator_switch(condition_id)
    rates.side_by_side(view, denominator, records, replay)
    replay("harms", lambda: citations.bullets(condition.harms, records, denominator))

    _heading("how-fast")
    replay("timing", lambda: timeline.section(view.over_time, denominator, condition, records))

    _heading("who")
    replay("studied", lambda: answers.people(condition, records, denominator))

    _heading("session")
    form = treatments.chosen_form(view.ketamine, condition_id)
    if form:
        replay.of(form.id)("session", lambda: treatments.session(form, condition, records, denominator))

    _heading("risks")
    if form:
        replay.of(form.id)("risks", lambda: treatments.risks(form, records, denominator))

    _heading("guidelines")
    replay("guidelines", lambda: positions(condition.guidelines, records, denominator))

    _heading("options")
    query = {"condition": condition_id, "t": starting_ids(condition, records)}
    links.to(
        "compare", f"Compare {len(condition.options)} options side by side", query, icon=":material/compare_arrows:"
    )

    st.header(f"{PARTS['studies']}: {len(view.studies)}", anchor="studies")
    pools.section(condition, denominator, records, replay)
    studies.table(view.rows, condition, records, replay)

    _heading("unknown")
    replay("unknown", lambda: answers.unknown(condition, records, denominator))

    _heading("sources")
    replay("sources", lambda: answers.sources(condition, [condition, *view.studies, *view.ketamine], records))


def _heading(part: str) -> None:
    st.header(PARTS[part], anchor=part)
