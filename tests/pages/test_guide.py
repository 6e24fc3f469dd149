"""The explanatory pages, claims and words; and the map of subjects: each leads to a page that covers it."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from components.analysis.terms import terms_in
from content.library import OWN_FOLDER, Library
from tests.pages.conftest import Drawing, drawn, words

TOPICS = sorted(path.stem for path in (OWN_FOLDER / "topics").glob("*.yaml"))

SUBJECTS = {
    "Uses in medicine": [("neuropathic-pain", ""), ("crps", ""), ("ptsd", ""), ("anxiety-disorders", "")],
    "Forms": [
        ("forms", "powder"),
        ("forms", "spray"),
        ("forms", "liquid"),
        ("forms", "by-mouth"),
        ("forms", "precise"),
    ],
    "Benefits for mental health": [("depression", ""), ("suicidal-thoughts", ""), ("claims", "memory")],
    "Side effects and risks": [
        ("safety", "rates"),
        ("safety", "serious"),
        ("safety", "bladder"),
        ("safety", "thinking"),
    ],
    "Long-term use": [("safety", "bladder"), ("safety", "thinking"), ("safety", "liver")],
    "Dependence": [("safety", "dependence"), ("claims", "dependence")],
    "Withdrawal": [("safety", "withdrawal"), ("claims", "withdrawal")],
    "Safe use in treatment": [("safe-treatment", "before"), ("safe-treatment", "during"), ("safe-treatment", "after")],
    "Buying online": [("safe-treatment", "online"), ("safe-treatment", "home"), ("claims", "online")],
    "Closer look at disorders": [
        ("bipolar-depression", ""),
        ("ocd", ""),
        ("anxiety-disorders", ""),
        ("psychotic-disorders", ""),
    ],
    "Suicide prevention": [("suicidal-thoughts", ""), ("claims", "prevents suicide")],
    "Compared with other treatments": [("compare", ""), ("claims", "SSRIs"), ("claims", "CBT")],
    "Pain in depth": [("fibromyalgia", ""), ("migraine-and-headache", ""), ("mechanism", "pain"), ("claims", "resets")],
    "Brain and plasticity": [("mechanism", "steps"), ("mechanism", "brain-growth"), ("claims", "regenerates")],
    "Keeping risks low": [("safety", "not-for"), ("safe-treatment", "certified"), ("claims", "certified")],
    "What is next": [
        ("research", "microdosing"),
        ("research", "digital"),
        ("research", "combinations"),
        ("claims", "AI"),
    ],
    "Experiences": [("experiences", "stories"), ("claims", "60%")],
    "Law": [("regulation", ""), ("country", ""), ("claims", "Schedule 2")],
    "A changing field": [("mechanism", "monoamines"), ("claims", "paradigm")],
    "Conclusion": [("home", "")],
    "External resources": [("sources", "Where to read on")],
}
"""Every subject of the guide this project began from, and where it is answered: a page, and a part or claim on it."""


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_is_answered(subject: str, records: Library) -> None:
    for page, what in SUBJECTS[subject]:
        if page in records.topics:
            part = next(section for section in records.topics[page].sections if section.id == what)
            assert part.points or part.exhibit
        elif page == "claims":
            assert any(what.casefold() in claim.claim.casefold() for claim in records.claims.values()), what
        elif page in records.conditions:
            assert records.conditions[page].short_answer
        else:
            assert what in words(drawn(f"from pages import {page}; {page}.page()"))


@pytest.fixture(scope="module", params=TOPICS)
def topic_page(request: pytest.FixtureRequest) -> tuple[str, AppTest]:
    """One topic's id and its page, drawn once for all tests that read it."""
    return request.param, drawn(f"from pages import topic; topic.page({request.param!r})")


def test_a_topic_page_shows_every_word_of_its_record(topic_page: tuple[str, AppTest], records: Library) -> None:
    topic_id, app = topic_page
    topic, said = records.topics[topic_id], words(app)
    said += "\n".join(box.label.replace("\\", "").replace("**", "") for box in app.checkbox)
    assert app.title[0].value.replace("\\", "") == topic.question
    assert [header.value.replace("\\", "") for header in app.header][:-1] == [s.heading for s in topic.sections]
    for statement in topic.answer:
        assert all(part in said for part in re.split(r"(?<=\.) ", statement.text)[:1])
    for point in (point for section in topic.sections for point in section.points):
        assert (point.text or "") in said
        assert (point.why or "") in said
        assert (point.label or "") in said


def test_a_topic_page_keeps_one_denominator(draw: Drawing, topic_page: tuple[str, AppTest]) -> None:
    topic_id, _ = topic_page
    said = words(draw("topic", f"page({topic_id!r})", per="1000"))
    assert not re.search(r"(?<![\d,])\d+ of 100\b(?! (?:hours|days|mg))", said)


def test_one_part_can_be_asked_for(draw: Drawing, records: Library) -> None:
    app = draw("topic", "page('safety')", part="bladder")
    part = next(section for section in records.topics["safety"].sections if section.id == "bladder")
    assert app.title[0].value == part.heading
    assert not app.header
    assert all((point.text or "") in words(app) for point in part.points)


def test_an_unknown_part_shows_the_whole_page(draw: Drawing, records: Library) -> None:
    app = draw("topic", "page('safety')", part="nonsense")
    assert len(app.header) == len(records.topics["safety"].sections) + 1


def test_every_way_interaction_and_step_is_shown(records: Library, draw: Drawing) -> None:
    forms, safety = words(draw("topic", "page('forms')")), words(draw("topic", "page('safety')"))
    for route in records.routes.values():
        assert route.summary.text in forms
        assert all(item.who in forms for item in (*route.bioavailability, *route.peak, *route.duration))
    for item in records.interactions.values():
        assert item.what.text in safety
        assert item.evidence_words in safety
    for step in records.dose_contexts.values():
        assert step.printed in safety
        assert all((harm.text or harm.why or "") in safety for harm in step.harms)


def test_stories_stand_beside_trial_figures_and_are_no_evidence(draw: Drawing, records: Library) -> None:
    said = words(draw("topic", "page('experiences')"))
    assert said.count("One person’s story, not evidence.") == len(records.experiences)
    assert said.count("What a trial found.") == len(records.experiences)
    for story in records.experiences.values():
        assert story.untold in said


def test_claims_can_be_searched_and_narrowed(draw: Drawing, records: Library) -> None:
    assert len(records.claims) >= 30
    app = draw("claims", verdict="misleading")
    wanted = [claim for claim in records.claims.values() if claim.verdict == "misleading"]
    assert f"{len(wanted)} of {len(records.claims)} claims." in words(app)
    assert "0 of" in words(draw("claims", q="zzzz"))


def test_a_link_to_a_claim_opens_it_first(draw: Drawing, records: Library) -> None:
    claim_id = sorted(records.claims)[-1]
    app = draw("claims", c=claim_id)
    assert f"“{records.claims[claim_id].claim}”" in app.expander[0].label.replace("\\", "")
    assert app.expander[0].proto.expanded


def test_every_term_is_in_the_glossary(draw: Drawing, records: Library) -> None:
    said = words(draw("glossary"))
    for entry in records.glossary.values():
        assert entry.term in said
        assert entry.meaning in said


def test_terms_are_explained_on_the_page_that_uses_them(draw: Drawing, records: Library) -> None:
    condition = records.conditions["treatment-resistant-depression"]
    said = words(draw("condition", f"page({condition.id!r})"))
    used = terms_in(condition, records)
    assert {entry.id for entry in used} >= {"esketamine", "placebo"}
    assert all(f"{entry.term}: {entry.meaning}" in said for entry in used)


def test_search_finds_and_an_empty_result_helps(draw: Drawing) -> None:
    assert "What does it do to the bladder?" in words(draw("search", q="bladder")) or draw("search", q="bladder").header
    said = words(draw("search", q="xqzzy"))
    assert "Nothing here holds “xqzzy”" in said


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", "'; DROP TABLE entries; --", '"', "*" * 300, "NEAR("]
)
def test_hostile_queries_are_text(draw: Drawing, query: str) -> None:
    assert draw("search", q=query).title[0].value == "Search"
