"""One condition: what was tested, how sure we are, and in which studies."""

import streamlit as st

from components.analysis.absolute import benefit_rows, benefits_in_words, harm_rows
from components.analysis.comparison import starting_ids
from components.analysis.studies import study_rows
from components.analysis.timeline import courses
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

    # Derive
    benefits, harms = benefit_rows(condition, records), harm_rows(condition, records)
    in_words = benefits_in_words(condition, records)
    over_time, rows = courses(condition, records), study_rows(condition, records)
    shown = records.studies_on(condition_id)
    given = [records.treatments[o.treatment] for o in condition.options if o.treatment in records.treatments]
    ketamine = [treatment for treatment in given if treatment.kind == "ketamine"]
    replay = replay_of(records, condition_id, denominator)

    # Draw
    st.title(plain(condition.question))
    if condition.about_suicide:
        notices.crisis()
    notices.evidence_age(condition.searched)
    replay("answer", lambda: answers.first(condition, records, denominator))

    st.header("Benefits and harms")
    address.denominator_switch(condition_id)
    rates.side_by_side(benefits, harms, in_words, ketamine, denominator, records, replay)
    replay("harms", lambda: citations.bullets(condition.harms, records, denominator))

    st.header("How fast, how long")
    replay("timing", lambda: timeline.section(over_time, denominator, condition, records))

    st.header("Who was studied")
    replay("studied", lambda: answers.people(condition, records, denominator))

    st.header("What a treatment session is like")
    form = treatments.chosen_form(ketamine, condition_id)
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

    st.header(f"The studies: {len(shown)}")
    pools.section(condition, denominator, records, replay)
    studies.table(rows, condition, records, replay)

    st.header("What we do not know")
    replay("unknown", lambda: answers.unknown(condition, records, denominator))

    st.header("Sources and dates")
    replay("sources", lambda: answers.sources(condition, [condition, *shown, *ketamine], records))
