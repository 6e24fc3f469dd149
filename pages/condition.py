"""One condition: what was tested, how sure we are, and in which studies."""

import streamlit as st

from components.analysis.absolute import benefit_rows, benefits_in_words, harm_rows
from components.analysis.comparison import starting_ids
from components.analysis.studies import study_rows
from components.analysis.timeline import courses
from components.elements import (
    address,
    citations,
    claims,
    glossary,
    links,
    notices,
    pools,
    rates,
    reader,
    studies,
    timeline,
    treatments,
)
from components.elements.certainty import certainty_lines
from components.elements.guidelines import positions
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

    # Draw
    st.title(plain(condition.question))
    if condition.about_suicide:
        notices.crisis()
    notices.evidence_age(condition.searched)
    citations.answer(condition.short_answer, records, denominator)
    certainty_lines(condition.certainty, records, denominator)
    glossary.words_on(condition, records, denominator)
    with st.expander(f"What is {plain(condition.name[0].lower() + condition.name[1:])}?"):
        st.markdown(plain(condition.description))

    st.header("Benefits and harms")
    address.denominator_switch(condition_id)
    rates.side_by_side(benefits, harms, in_words, ketamine, denominator, records)
    citations.bullets(condition.harms, records, denominator)

    st.header("How fast, how long")
    citations.bullets(condition.timing, records, denominator)
    timeline.section(over_time, denominator, condition, records)

    st.header("Who was studied")
    citations.bullets(condition.studied, records, denominator)
    st.subheader("Who was left out")
    citations.bullets(condition.left_out, records, denominator)

    st.header("What a treatment session is like")
    form = treatments.chosen_form(ketamine, condition_id)
    if form:
        treatments.session(form, records, denominator)

    st.header("Serious risks, and who should not have it")
    if form:
        st.markdown(f"**{plain(form.name)}**")
        treatments.risks(form, records, denominator)

    st.header("What guidelines say")
    positions(condition.guidelines, records, denominator)

    st.header("Compare with other options")
    query = {"condition": condition_id, "t": starting_ids(condition, records)}
    links.to(
        "compare", f"Compare {len(condition.options)} options side by side", query, icon=":material/compare_arrows:"
    )

    st.header(f"The studies: {len(shown)}")
    pools.section(condition, denominator, records)
    studies.table(rows, condition, records)

    st.header("What we do not know")
    citations.bullets(condition.unknown, records, denominator)
    studies.running(condition.running_trials, records)
    claims.about(condition_id, records)

    st.header("Sources and dates")
    notices.page_facts(condition, records)
    citations.source_list(records.sources_behind([condition, *shown, *ketamine]), records)
