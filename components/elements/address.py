"""The state of a view lives in its address: choices kept as ids, unknown ids said and ignored."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import streamlit as st

from components.elements.text import plain

LONGEST_ECHO = 40
LONGEST_WORDS = 200


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


def lowered(param: str) -> None:
    """Write the ids an address asks for in lower case, so that 'GB' finds 'gb'."""
    wanted = st.query_params.get_all(param)
    if wanted != [value.lower() for value in wanted]:
        st.query_params[param] = [value.lower() for value in wanted]


def asked(param: str, options: Collection[str]) -> list[str]:
    """Return the known ids an address asks for, without drawing anything."""
    return [option for option in dict.fromkeys(st.query_params.get_all(param)) if option in options]


def held(param: str, options: Mapping[str, str], *, page: str) -> list[str]:
    """Return the ids a multiselect will show when it is drawn: text above it follows the last choice too."""
    chosen: list[str] = st.session_state[_loaded(page, param, options, [], many=True)]
    return chosen


def words(label: str, param: str, *, page: str, **widget: Any) -> str:
    """Draw a box for words and return them; the address holds them."""
    key, last = f"{page}:{param}", f"{page}:{param}:written"
    wanted = st.query_params.get_all(param)
    if key not in st.session_state or wanted != st.session_state.get(last):
        st.session_state[key] = wanted[-1][:LONGEST_WORDS] if wanted else ""
    typed: str = st.text_input(label, key=key, max_chars=LONGEST_WORDS, **widget)
    _write(key, param, [typed] if typed else [], [])
    return typed


def page_number(pages: int) -> int:
    """Draw the choice of a page of a long list, kept in the address as 'page', and return its number."""
    if pages < 2:
        return 1
    picked: int = st.pagination(pages, key="page", bind="query-params")
    return picked


def _labels(options: Mapping[str, str]) -> Any:
    return lambda option: options.get(option, option)


def _seeded(page: str, param: str, options: Mapping[str, str], default: list[str], *, many: bool) -> str:
    unknown = [option for option in st.query_params.get_all(param) if option not in options]
    if unknown:
        st.info(_ignored(unknown), icon=":material/link_off:")
    return _loaded(page, param, options, default, many=many)


def _loaded(page: str, param: str, options: Mapping[str, str], default: list[str], *, many: bool) -> str:
    """Load the choice an address asks for, where it is not the one we wrote there last; return the widget's key."""
    key, last = f"{page}:{param}", f"{page}:{param}:written"
    wanted = st.query_params.get_all(param)
    if key not in st.session_state or wanted != st.session_state.get(last):
        start = list(dict.fromkeys(option for option in wanted if option in options)) or default
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


DENOMINATORS = {"100": "100", "1000": "1,000"}


def denominator_switch(page: str) -> None:
    """Draw the switch between 100 and 1,000 people: one denominator for the whole page."""
    switch("Count people of", "per", DENOMINATORS, "100", page=page)


def denominator(page: str) -> int:
    """Return the denominator of a page; known before its switch is drawn, since text above it follows it too."""
    chosen: str = st.session_state[_loaded(page, "per", DENOMINATORS, ["100"], many=False)]
    return int(chosen)
