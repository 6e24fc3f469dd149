"""Treatments side by side, for one condition."""

import streamlit as st

from components.analysis.comparability import pairs_of, ranked
from components.analysis.comparison import MOST, Question, columns, option_ids, questions, starting_ids
from components.analysis.conditions import groups
from components.analysis.law import countries
from components.analysis.wording import lower_first, treatment_name
from components.elements import address, comparisons, links, reader, visit
from components.elements.replay import replay_of
from components.elements.text import plain


def page() -> None:
    """Draw the comparison."""
    st.set_page_config(layout="wide")

    # Load
    records = reader.library()
    names = {condition.id: condition.name for _, members in groups(records) for condition in members}
    if not names:
        st.markdown("No condition could be read. The method page says why.")
        return

    # Choose
    st.title("Compare treatments")
    condition = records.conditions[address.choice("Condition", "condition", names, next(iter(names)), page="compare")]
    options = {option: treatment_name(option, records) for option in option_ids(condition, records)}
    start = starting_ids(condition, records)
    place = f"compare:{condition.id}"
    picked = address.choices("Treatments, two to five", "t", options, start, page=place, most=MOST)
    wishes = comparisons.wishes(countries(records), records)
    marked, country = wishes.marked, wishes.country
    denominator = address.denominator("compare")

    # Derive
    order, unranked = ranked(picked, condition, records) if wishes.best_first else (None, "")
    picked = order or picked
    chosen = columns(condition, picked, records)
    replay = replay_of(records, condition.id, *picked, *marked, country.id if country else "", denominator)

    def rows() -> list[Question]:
        return questions(chosen, condition, records, denominator, country, marked)

    # Draw
    if len(chosen) < 2:
        st.info("Choose at least two treatments.", icon=":material/compare_arrows:")
        return
    st.header(f"For {plain(lower_first(condition.name))}")
    if unranked:
        st.info(plain(unranked), icon=":material/balance:")
    replay("pairs", lambda: comparisons.pairs(pairs_of(picked, condition, records), records))
    comparisons.sheet(
        chosen,
        rows,
        denominator,
        records,
        replay,
    )
    visit.door(condition, picked, marked, country, denominator)
    links.to(condition.id, "All about this condition", icon=":material/arrow_forward:")
    replay("sources", lambda: comparisons.sources(rows(), records))
