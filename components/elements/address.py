"""The state of a view lives in its address: choices kept as ids, unknown ids said and ignored."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from components.elements.text import plain

LONGEST_ECHO = 40


def choice(label: str, param: str, options: Mapping[str, str], default: str, *, page: str, **widget: Any) -> str:
    """Draw a select box and return the chosen id; the address holds it unless it is the default."""
    key = _seeded(page, param, options, [default], many=False)
    picked: str = st.selectbox(label, list(options), format_func=_labels(options), key=key, **widget)
    _write(key, param, [picked], [default])
    return picked


def switch(label: str, param: str, options: Mapping[str, str], default: str, *, page: str, **widget: Any) -> str:
    """Draw a row of radio buttons and return the chosen id; the address holds it unless it is the default."""
    key = _seeded(page, param, options, [default], many=False)
    picked: str = st.radio(label, list(options), format_func=_labels(options), key=key, horizontal=True, **widget)
    _write(key, param, [picked], [default])
    return picked


def choices(
    label: str,
    param: str,
    options: Mapping[str, str],
    default: Sequence[str] = (),
    *,
    page: str,
    most: int | None = None,
    **widget: Any,
) -> list[str]:
    """Draw a multiselect and return the chosen ids, in the order they were chosen; of too many, the first."""
    key = _seeded(page, param, options, list(default), many=True)
    st.session_state[key] = st.session_state[key][:most]
    picked: list[str] = st.multiselect(
        label, list(options), format_func=_labels(options), key=key, max_selections=most, **widget
    )
    _write(key, param, picked, list(default))
    return picked


def _labels(options: Mapping[str, str]) -> Any:
    return lambda option: options.get(option, option)


def _seeded(page: str, param: str, options: Mapping[str, str], default: list[str], *, many: bool) -> str:
    key, last = f"{page}:{param}", f"{page}:{param}:written"
    wanted = st.query_params.get_all(param)
    known = list(dict.fromkeys(option for option in wanted if option in options))
    unknown = [option for option in wanted if option not in options]
    if unknown:
        st.info(_ignored(unknown), icon=":material/link_off:")
    if key not in st.session_state or wanted != st.session_state.get(last):
        start = known or default
        st.session_state[key] = start if many else start[0]
    return key


def _ignored(unknown: Sequence[str]) -> str:
    echo = unknown[0] if len(unknown[0]) <= LONGEST_ECHO else f"{unknown[0][:LONGEST_ECHO]}…"
    more = f" and {len(unknown) - 1} more" if len(unknown) > 1 else ""
    return f"The link asks for something we do not have, “{plain(echo)}”{more}. It was left out."


def _write(key: str, param: str, picked: list[str], default: list[str]) -> None:
    ids = [] if picked == default else picked
    if st.query_params.get_all(param) != ids:
        st.query_params[param] = ids
    st.session_state[f"{key}:written"] = ids


def denominator(page: str) -> int:
    """Draw the switch between 100 and 1,000 people and return the choice: one denominator for the whole page."""
    return int(switch("Count people of", "per", {"100": "100", "1000": "1,000"}, "100", page=page))
