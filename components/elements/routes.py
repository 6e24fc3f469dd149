"""Ways of giving it drawn: what was measured, every source apart, and what each is used for."""

from collections.abc import Sequence

import streamlit as st

from components.elements.citations import cited, marks
from components.elements.text import plain
from content.base import Citation
from content.library import Library
from content.route import Measured, Route


def table(library: Library, denominator: int) -> None:
    """Draw what was measured, a way a row, and below it each way in full."""
    found = sorted(library.routes.values(), key=lambda route: route.order)
    rows = [
        {
            "Way": f"**{plain(route.name)}**",
            "Reaches the blood": _values(route.bioavailability, library),
            "Starts": _values(route.onset, library),
            "Peaks": _values(route.peak, library),
            "Lasts": _values(route.duration, library),
        }
        for route in found
    ]
    st.table(rows, border="horizontal", hide_index=True, alt="Ways of giving ketamine, with what was measured")
    st.markdown(":small[Where two figures stand in a cell, two sources differ. Open a way to see in whom and by whom.]")
    for route in found:
        with st.expander(plain(route.name)):
            _route(route, library, denominator)


def _values(found: Sequence[Measured], library: Library) -> str:
    if not found:
        return "Not checked yet"
    cited = [Citation(source=item.source) for item in found]
    return f"{plain('; '.join(dict.fromkeys(map(value_words, found))))} {marks(cited, library)}"


def value_words(measured: Measured) -> str:
    """Return a measurement in words: '45%', '8 to 20 minutes'."""
    unit = "%" if measured.unit == "%" else f" {measured.unit}"
    if measured.high is None:
        return f"{measured.low:g}{unit.removesuffix('s') if measured.low == 1 else unit}"
    return f"{measured.low:g} to {measured.high:g}{unit}"


def _route(route: Route, library: Library, denominator: int) -> None:
    st.markdown(cited(route.summary, library, denominator))
    st.markdown(f"**Who gives it.** {cited(route.given_by, library, denominator)}")
    st.markdown(f"**What for.** {cited(route.used_for, library, denominator)}")
    st.markdown(f"**Licence.** {cited(route.licence, library, denominator)}")
    measured = (
        ("Reaches the blood", route.bioavailability),
        ("Starts", route.onset),
        ("Peaks", route.peak),
        ("Lasts", route.duration),
        ("Half-life", route.half_life),
    )
    rows = [
        {
            "Measured": f"**{name}** {plain(value_words(item))}",
            "In whom": f"{plain(item.who)} {marks([Citation(source=item.source, place=item.place)], library)}",
        }
        for name, found in measured
        for item in found
    ]
    if rows:
        st.table(rows, border="horizontal", hide_index=True, alt=f"{route.name}: what was measured")
    if route.disagreement:
        st.markdown(f"**Where sources differ.** {cited(route.disagreement, library, denominator)}")
