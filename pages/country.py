"""One place and its law, or up to five side by side."""

from typing import cast

import streamlit as st

from components.analysis.law import PRODUCTS, Product, dates_of, oldest
from components.analysis.places import rows_of
from components.elements import address, citations, frame, law, links, notices, places, reader
from components.elements.replay import replay_of
from components.elements.text import plain

MOST = 5


def page() -> None:
    """Draw the law of the places the address names."""
    st.set_page_config(layout="wide")

    # Load
    records = reader.library()
    address.lowered("c")

    # Choose: the box stands below the answer it changes
    answer = st.container()
    picked = address.choices("Places, up to five", "c", law.place_names(records), page="country", most=MOST)
    asked = [records.jurisdictions[place_id] for place_id in picked]
    names = ", ".join(place.name for place in asked)
    replay = replay_of(records, "country", *picked)

    # Draw
    with answer:
        st.title(plain(f"The law on ketamine: {names}" if names else "The law on ketamine, place by place"))
        if len(asked) == 1:
            replay("answer", lambda: places.answers(asked[0], records))
    if not asked:
        st.markdown("Choose a country, state or province above, or start from the map.")
        links.to("regulation", "The law by country")
        return
    st.set_page_config(page_title=frame.tab_title(f"Law: {names}"))
    if len(asked) > 1:
        product = address.switch("Product", "product", PRODUCTS, "ketamine", page="country")
        replay.of(product)("table", lambda: places.side_by_side(asked, cast(Product, product), records))
    else:
        notices.law_age(oldest(date for row in rows_of(asked[0]) for date in dates_of(row.law)))
        replay("place", lambda: places.whole(asked[0], records))
    st.header("Sources and dates")
    replay("sources", lambda: citations.source_list(records.sources_behind(asked), records))
