"""One condition: what was tested, how sure we are, and in which studies."""

import streamlit as st

from components.analysis.comparison import starting_ids
from components.analysis.conditions import condition_view
from components.elements import (
    address,
    answers,
    citations,
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

    # Derive
    view = replay.once("view", lambda: condition_view(condition, records))

    # Draw the rest
    st.header("Benefits and harms")
    address.denominator_switch(condition_id)
    rates.side_by_side(view, denominator, records, replay)
    replay("harms", lambda: citations.bullets(condition.harms, records, denominator))

    st.header("How fast, how long")
    replay("timing", lambda: timeline.section(view.over_time, denominator, condition, records))

    st.header("Who was studied")
    replay("studied", lambda: answers.people(condition, records, denominator))

    st.header("What a treatment session is like")
    form = treatments.chosen_form(view.ketamine, condition_id)
    if form:
        replay.of(form.id)("session", lambda: treatments.session(form, records, denominator))

    st.header("Serious risks, and who should not have it")
    if form:
        replay.of(form.id)("risks", lambda: treatments.risks(form, records, denominator))

    st.header("What guidelines say")
    replay("guidelines", lambda: positions(condition.guidelines, records, denominator))

    st.header("Compare with other options")
    query = {"condition": condition_id, "t": starting_ids(condition, records)}
    links.to(
        "compare", f"Compare {len(condition.options)} options side by side", query, icon=":material/compare_arrows:"
    )

    st.header(f"The studies: {len(view.studies)}")
    pools.section(condition, denominator, records, replay)
    studies.table(view.rows, condition, records, replay)

    st.header("What we do not know")
    replay("unknown", lambda: answers.unknown(condition, records, denominator))

    st.header("Sources and dates")
    replay("sources", lambda: answers.sources(condition, [condition, *view.studies, *view.ketamine], records))
