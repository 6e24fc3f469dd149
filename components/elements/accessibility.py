"""The accessibility statement: its words, and how they are drawn."""

from collections.abc import Sequence

import streamlit as st

AIM = (
    "Everybody should be able to use this site: with a keyboard, a screen reader, a phone, large letters, or "
    "little time. We hold it to WCAG 2.2, level AA."
)
WORKS = (
    "Every page, link, filter and download can be reached and used by keyboard, and the focus is visible.",
    "Pages have one main heading, headings in order, and a title of their own.",
    "Every chart has its meaning in words and its numbers in a table. Colour never stands alone.",
    "Pages fit a phone and a screen 320 pixels wide. Only tables scroll sideways, within their own frame.",
    "Light and dark follow your device. Nothing moves by itself.",
    "Pages print without menus, with links spelt out.",
    "Texts are held to a reading grade of 8 or below, and words are explained where they stand.",
    "The sheet for an appointment is a page of its own as well as a PDF.",
)
OPEN = (
    "The header menus of the sortable grid of the law cannot be reached by keyboard. A plain table with the same rows, "
    "its own sorting and its own choice of columns stands in its place until you ask for the grid.",
    "Single points of a chart, and squares of the map, cannot be reached by keyboard. The list below each chart holds "
    "the same, and the box above the map chooses the same places.",
    "Some labels of the framework, such as those of a closed menu, are in English only and cannot be changed by us.",
    "The PDF has a language, a title and an outline, but its tables are not tagged. The page it is made from is.",
    "Pages need JavaScript. Without it, all records can be read through the interface for programs.",
    "No one who uses a screen reader every day has tested the site for us yet.",
)
TESTED = (
    "axe-core on every page, wide and narrow, light and dark: no violation.",
    "A browser driven by keyboard alone: find a condition, compare, filter a country, download.",
    "Screenshots of every page looked at by the authors.",
)
TESTED_ON = "November 2026"


def points(lines: Sequence[str]) -> None:
    """Draw statements as a list."""
    st.markdown("\n".join(f"- {line}" for line in lines))
