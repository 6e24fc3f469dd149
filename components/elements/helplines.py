"""Helplines drawn: who to call, when, and when the number was last checked."""

from collections.abc import Sequence

import streamlit as st

from components.elements.text import link, plain, to_call
from content.helpline import Helpline


def likely_country(known: Sequence[str]) -> str | None:
    """Return the country of the browser's language, if it has a helpline here; nothing is stored or sent."""
    parts = (st.context.locale or "").lower().split("-")[1:]
    return next((part for part in reversed(parts) if part in known), None)


def cards(lines: Sequence[Helpline]) -> None:
    """Draw the helplines of a chosen country, the number first and large."""
    for line in lines:
        with st.container(border=True):
            st.header(_number(line), anchor=False)
            st.markdown(_service(line))
            if line.other:
                st.markdown("\n".join(f"- {plain(way)}" for way in line.other))
            emergency = to_call(line.emergency) if line.emergency else "not checked yet"
            st.markdown(f"Emergency number ({plain(line.country_name)}): **{emergency}**. {_checked(line)}")


def listing(lines: Sequence[Helpline]) -> None:
    """Draw helplines by country, a line each."""
    ordered = sorted(lines, key=lambda line: (line.country_name, line.name))
    st.markdown("\n".join(f"- **{_number(line)}**, {_service(line)} {_checked(line)}" for line in ordered))


def _number(line: Helpline) -> str:
    return f"{plain(line.country_name)}: {to_call(line.phone)}"


def _service(line: Helpline) -> str:
    return f"{link(line.name, line.url)}, {plain(line.hours)}."


def _checked(line: Helpline) -> str:
    return f":small[Checked {plain(str(line.checked))}.]"
