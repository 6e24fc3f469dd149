"""The course of blood pressure drawn: the figure, and each course in words with its sources."""

import streamlit as st

from components.analysis.denominators import text_of
from components.elements.charts import chart
from components.elements.citations import marks
from components.elements.text import plain
from components.figures.pressure import pressure_figure
from content.base import Citation
from content.library import Library
from content.pressure_course import PressureCourse

LEGEND = "● highest · ○ back to where it was. No source we read prints a curve: these are its known points."


def section(library: Library, denominator: int) -> None:
    """Draw when blood pressure is highest and when it is back, by way of giving it."""
    courses = sorted(library.pressure_courses.values(), key=lambda course: course.order)
    if not courses:
        return
    st.markdown("**Blood pressure after a dose**: when it is highest, and when it is back")
    chart(pressure_figure(courses), "pressure", " ".join(map(course_words, courses)))
    st.markdown(f":small[{LEGEND}]")
    st.markdown("\n".join(f"- {_line(course, library, denominator)}" for course in courses))


def course_words(course: PressureCourse) -> str:
    """Return a course in a sentence."""
    points = (("highest", course.peak_minutes), ("back", course.back_minutes))
    known = [f"{what} after about {minutes:g} minutes" for what, minutes in points if minutes]
    return f"{course.name}: {', '.join(known)}."


def _line(course: PressureCourse, library: Library, denominator: int) -> str:
    points = [point for point in (course.peak_source, course.back_source) if point]
    cited = [Citation(source=point.source, place=point.place) for point in points]
    rise = text_of(course.rise, cited, library, denominator)
    return f"**{plain(course_words(course))}** {plain(rise)} {plain(course.who)} {marks(cited, library)}"
