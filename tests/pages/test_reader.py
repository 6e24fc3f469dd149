"""Plain and clinical words: other words, the same figures."""

import re

import pytest

from content.library import Library
from content.rules.words import numbers_in
from content.wording import in_clinical_words
from tests.pages.conftest import Drawing, words

VIEWS = [
    ("condition", "page('treatment-resistant-depression')", {}),
    ("condition", "page('crps')", {}),
    ("topic", "page('safety')", {}),
    ("compare", "page()", {"condition": "ptsd", "t": ["ketamine-iv", "talking-therapy", "no-change"]}),
    ("visit", "page()", {"condition": "ptsd", "t": ["ketamine-iv", "no-change"]}),
    ("study", "page()", {"id": "murrough-2013"}),
    ("studies", "page()", {"condition": "ptsd"}),
]


@pytest.mark.parametrize(("page", "call", "query"), VIEWS)
def test_clinical_words_change_no_figure(draw: Drawing, page: str, call: str, query: dict[str, str]) -> None:
    plain, clinical = words(draw(page, call, **query)), words(draw(page, call, words="clinical", **query))
    assert plain != clinical
    assert numbers_in(plain) == numbers_in(clinical)


def test_no_clinical_label_holds_a_figure(records: Library) -> None:
    for terms in records.vocabulary.lists.values():
        for term in terms:
            assert not numbers_in(term.clinical or ""), term.id
    for treatment in records.treatments.values():
        assert not numbers_in(treatment.clinical_name or ""), treatment.id


def test_clinical_words_keep_every_record(records: Library) -> None:
    other = in_clinical_words(records)
    assert other.studies is records.studies
    assert set(other.treatments) == set(records.treatments)
    assert other.treatments["ketamine-iv"].name == "Intravenous racemic ketamine"
    assert other.treatments["ketamine-iv"].adverse_effects == records.treatments["ketamine-iv"].adverse_effects


@pytest.mark.parametrize(
    ("page", "call", "query"), [*VIEWS, ("changes", "page()", {}), ("regulation", "page()", {"country": "gb"})]
)
def test_clinical_words_last_from_one_view_to_the_next(
    draw: Drawing, page: str, call: str, query: dict[str, str]
) -> None:
    said = words(draw(page, call, words="clinical", **query))
    links = re.findall(r"\]\((/[^)]*)\)", said)
    assert [link for link in links if "words=clinical" not in link] == []
