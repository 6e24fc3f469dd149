"""A sheet to take to an appointment, from the choices made in the comparison."""

from datetime import date

import streamlit as st

from components.analysis.comparison import MOST, columns, option_ids, questions, starting_ids
from components.analysis.law import countries
from components.analysis.visit import visit_sheet
from components.elements import address, links, reader, visit
from components.elements.frame import NOT_ADVICE
from components.elements.text import plain


def page() -> None:
    """Draw the sheet the address asks for."""
    # Load
    records = reader.library()
    asked = address.asked("condition", records.conditions)
    if not asked:
        st.title("A sheet for my appointment")
        st.markdown("Choose a condition and treatments first; the sheet is made from that comparison.")
        links.to("compare", "Compare treatments", icon=":material/compare_arrows:")
        return
    condition = records.conditions[asked[0]]

    # Derive
    picked = address.asked("t", option_ids(condition, records))[:MOST] or starting_ids(condition, records)
    marked = address.asked("m", records.vocabulary.ids("concern"))
    country = next((countries(records)[place] for place in address.asked("country", countries(records))), None)
    denominator = address.denominator("visit")
    chosen = columns(condition, picked, records)
    rows = questions(chosen, condition, records, denominator, country, marked)
    sheet = visit_sheet(condition, chosen, rows, marked, country, denominator, records, date.today())

    # Draw
    st.title(plain(sheet.title))
    visit.sheet(sheet, NOT_ADVICE)
