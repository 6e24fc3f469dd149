"""One place and its law, or up to five side by side."""

from typing import cast

import streamlit as st

from components.analysis.law import PRODUCTS, Product
from components.elements import address, citations, frame, law, links, places, reader
from components.elements.replay import replay_of
from components.elements.text import plain

MOST = 5


def page() -> None:
    """Draw the law of the places the address names."""
    st.set_page_config(layout="wide")

    # Load
    records = reader.library()
    address.lowered("c")
    asked = [records.jurisdictions[place_id] for place_id in address.asked("c", records.jurisdictions)][:MOST]

    replay = replay_of(records, "country", *(place.id for place in asked))

    # Draw
    names = [plain(place.name) for place in asked]
    st.title(f"The law on ketamine: {', '.join(names)}" if names else "The law on ketamine, place by place")
    if asked:
        st.set_page_config(page_title=frame.tab_title(f"Law: {', '.join(place.name for place in asked)}"))
    if len(asked) == 1:
        replay("answer", lambda: places.answers(asked[0], records))
    address.choices("Places, up to five", "c", law.place_names(records), page="country", most=MOST)
    if not asked:
        st.markdown("Choose a country, state or province above, or start from the map.")
        links.to("regulation", "The law by country")
        return
    if len(asked) > 1:
        product = address.switch("Product", "product", PRODUCTS, "ketamine", page="country")
        replay.of(product)("table", lambda: places.side_by_side(asked, cast(Product, product), records))
    else:
        replay("place", lambda: places.whole(asked[0], records))
    st.header("Sources and dates")
    replay("sources", lambda: citations.source_list(records.sources_behind(asked), records))
