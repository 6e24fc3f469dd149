"""One explanatory page: safety, forms, how it works and the like; or the part of it that an address asks for."""

import streamlit as st

from components.elements import address, citations, claims, frame, notices, reader, topics
from components.elements.replay import replay_of
from components.elements.text import plain


def page(topic_id: str) -> None:
    """Draw the page of one topic, or one part of it."""
    # Load
    records = reader.library()
    topic = records.topics[topic_id]
    denominator = address.denominator(topic_id)
    parts = {section.id: section for section in topic.sections}
    asked = address.asked("part", parts)

    replay = replay_of(records, topic_id, denominator)

    # Draw
    if asked:
        part = parts[asked[0]]
        st.set_page_config(page_title=frame.tab_title(part.heading))
        st.title(plain(part.heading))
        topics.points(topic, part, denominator, records, replay)
        topics.whole(topic)
        replay(f"sources-of-{part.id}", lambda: citations.source_list(records.sources_behind([part]), records))
        return
    st.title(plain(topic.question))
    notices.evidence_age(topic.searched)
    replay("answer", lambda: topics.answer(topic, denominator, records))
    for section in topic.sections:
        topics.section(topic, section, denominator, records, replay)
    replay("claims", lambda: claims.about(topic.id, records))
    st.header("Sources and dates")
    replay("sources", lambda: topics.sources(topic, records))
