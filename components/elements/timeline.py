"""How fast and how long, drawn: the share of people with the main outcome at each time a trial looked."""

from collections.abc import Sequence

import streamlit as st

from components.analysis.timeline import Course, course_words
from components.analysis.wording import lower_first
from components.elements.charts import chart
from components.elements.citations import bullets
from components.elements.text import plain
from components.figures.timeline import timeline_figure
from content.condition import Condition
from content.library import Library


def section(courses: Sequence[Course], denominator: int, condition: Condition, library: Library) -> None:
    """Draw what is known of time in words, then trials that looked more than once."""
    bullets(condition.timing, library, denominator)
    if not courses:
        return
    outcome = library.term("outcome", condition.main_outcome)
    st.subheader(plain(f"How many {outcome.happened or f'had {lower_first(outcome.label)}'}, over time"))
    words = [course_words(course, denominator) for course in courses]
    chart(timeline_figure(courses, denominator), "timeline", ". ".join(words))
    st.markdown(
        ":small[● solid: with ketamine · ○ dotted: without · each line is one group of one trial; "
        "do not read from one trial to another]"
    )
    with st.expander("The same in words"):
        st.markdown("\n".join(f"- {plain(line)}" for line in words))
