"""Explanatory pages drawn: the answer, the way to each part, the parts."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.wording import ended
from components.elements import citations, contents, exhibits, glossary, links, notices
from components.elements.citations import cited
from components.elements.replay import Replay
from components.elements.text import plain
from content.library import Library
from content.topic import Point, Section, Topic


def answer(topic: Topic, denominator: int, library: Library) -> None:
    """Draw the answer, the way to each part, and what its words mean."""
    citations.answer(topic.answer, library, denominator)
    if topic.urgent:
        notices.urgent(topic.urgent, library)
    contents.listing({section.id: section.heading for section in topic.sections})
    glossary.words_on(topic, library, denominator)


def sources(topic: Topic, library: Library) -> None:
    """Draw the page's dates, its reading grade and its sources."""
    notices.page_facts(topic, library)
    citations.source_list(library.sources_behind([topic]), library)


def section(topic: Topic, part: Section, denominator: int, library: Library, replay: Replay) -> None:
    """Draw one part: its exhibit and its points."""
    st.header(plain(part.heading), anchor=part.id)
    points(topic, part, denominator, library, replay)


def points(topic: Topic, part: Section, denominator: int, library: Library, replay: Replay) -> None:
    """Draw what a part holds, without its heading."""
    left = exhibits.draw(topic, part, denominator, library, replay)
    if left:
        replay(f"part-{part.id}", lambda: _points(left, denominator, library))


def _points(left: Sequence[Point], denominator: int, library: Library) -> None:
    st.markdown("\n".join(f"- {_point(point, denominator, library)}" for point in left))


def whole(topic: Topic) -> None:
    """Draw the way from a part to the whole page."""
    links.to(topic.id, f"All of this page: {plain(topic.question)}", icon=":material/arrow_back:")


def _point(point: Point, denominator: int, library: Library) -> str:
    label = f"**{plain(ended(point.label))}** " if point.label else ""
    standing = f" *{plain(library.term('standing', point.standing).label)}.*" if point.standing else ""
    return f"{label}{cited(point, library, denominator)}{standing}"
