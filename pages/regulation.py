"""The law by country: the answer where one lives, a map, and a table to narrow."""

import streamlit as st

from components.analysis.law import export_rows, law_rows, places_in
from components.elements import citations, law, places, reader, tiles
from components.elements.downloads import csv_button
from components.elements.replay import replay_of


def page() -> None:
    """Draw the regulation table."""
    st.set_page_config(layout="wide")

    # Load
    records = reader.library()

    # Choose
    st.title("What is legal where you live?")
    countries = law.chosen_countries(records)
    for place in [records.jurisdictions[place_id] for place_id in sorted(countries)]:
        places.card(place, records)
    st.markdown(
        "Licensed means it may be sold for a use. Funded means public money pays. Neither follows from the other."
    )
    law.questions()
    if not countries:
        tiles.section(records)
    st.header("Every place and product")
    chosen = law.filters(countries, records)

    # Derive
    rows = law_rows(records, chosen)
    shown = places_in(rows)
    replay = replay_of(records, "law", *sorted(f"{row.jurisdiction.id}-{row.product}" for row in rows))

    # Draw
    st.markdown(law.count_sentence(len(shown), chosen, records))
    if rows:
        law.table(rows, records, replay)
        csv_button("Download these rows as CSV", lambda: export_rows(rows, records), "ketamine-law.csv", "law-csv")
    else:
        st.info("Nothing matches all of these at once. Take one choice away.", icon=":material/filter_alt_off:")
    replay_of(records)("not-checked", lambda: law.not_checked(records))
    st.header("Sources and dates")
    replay("sources", lambda: citations.source_list(records.sources_behind(shown), records))
