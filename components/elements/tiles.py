"""The tile map drawn: what it shows, the map, its text twin."""

from collections.abc import Sequence
from typing import cast

import streamlit as st

from components.analysis.law import AXES, PRODUCTS, Product
from components.analysis.tiles import Band, bands, countries_with_parts
from components.analysis.wording import counted, lower_first
from components.elements import address
from components.elements.charts import INK
from components.elements.links import inside
from components.elements.replay import Replay, replay_of
from components.elements.text import plain
from components.figures.style import CONFIG
from components.figures.tiles import tile_map
from content.library import Library

PAGE = "regulation"
COUNTRY_PARAM = "country"


def section(library: Library) -> None:
    """Draw the choice of axis and product, the map of the world, and the maps of states and provinces."""
    across, down = st.columns(2)
    with across:
        axis = address.choice("Show", "axis", {name: words for name, (words, _) in AXES.items()}, "funding", page=PAGE)
    with down:
        product = cast(Product, address.switch("of", "of", PRODUCTS, "esketamine", page=PAGE))
    replay = replay_of(library, "map", axis, product)
    world = replay.once("world", lambda: bands(axis, product, library))
    if not world:
        return
    st.header(plain(_finding(world, axis, product)), anchor=False)
    _map(world, f"map-{axis}-{product}", replay)
    st.markdown(f":small[{_legend(world)}. Each square is one place. Choose a square to see that place only.]")
    replay("twin", lambda: _twin(world))
    parts = st.expander("States and provinces", key="map-parts", on_change="rerun")
    if not parts.open:
        return
    with parts:
        for country in countries_with_parts(library):
            own = replay.once(country.id, lambda country=country: bands(axis, product, library, country.id))
            st.markdown(f"**{plain(country.name)}**")
            _map(own, f"map-{country.id}-{axis}-{product}", replay)
            replay(f"twin-{country.id}", lambda own=own: _twin(own))


def _finding(found: Sequence[Band], axis: str, product: Product) -> str:
    everywhere = sum(len(band.squares) for band in found)
    first = found[0]
    return (
        f"{AXES[axis][0]} of {product}: {lower_first(first.term.label)} in {len(first.squares)} "
        f"of {counted(everywhere, 'country', 'countries')}"
    )


def _legend(found: Sequence[Band]) -> str:
    return ", ".join(
        plain(f"{band.term.symbol or ''} {lower_first(band.term.label)} {len(band.squares)}") for band in found
    )


def _map(found: Sequence[Band], key: str, replay: Replay) -> None:
    alt = ". ".join(f"{band.term.label}: {', '.join(square.place.name for square in band.squares)}" for band in found)
    st.plotly_chart(
        replay.once(f"figure-{key}", lambda: tile_map(found, INK)),
        key=key,
        alt=alt,
        config=CONFIG,
        on_select=lambda: _narrow_to(key),
        selection_mode="points",
    )


def _narrow_to(key: str) -> None:
    points = st.session_state[key].selection.points
    chosen = [point["customdata"][0] for point in points if point.get("customdata")]
    if chosen:
        st.query_params[COUNTRY_PARAM] = chosen


def _twin(found: Sequence[Band]) -> None:
    lines = []
    for band in found:
        places = ", ".join(inside(square.place.name, "country", {"c": square.place.id}) for square in band.squares)
        lines.append(f"- {plain(band.term.symbol or '')} **{plain(band.term.label)}** ({len(band.squares)}): {places}")
    with st.expander("The map in words"):
        st.markdown("\n".join(lines))
