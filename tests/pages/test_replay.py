"""Parts drawn once and sent again: the second look is the first, and no two parts are taken for one another."""

import pytest

from tests.pages.conftest import Drawing, words

VIEWS = [
    ("condition", "page('treatment-resistant-depression')", {}),
    ("condition", "page('ptsd')", {"per": "1000"}),
    ("topic", "page('safety')", {}),
    ("topic", "page('forms')", {}),
    ("compare", "page()", {"condition": "ptsd", "t": ["ketamine-iv", "no-change"], "country": "gb", "m": "memory"}),
    ("regulation", "page()", {"region": "oceania"}),
    ("country", "page()", {"c": "gb"}),
    ("country", "page()", {"c": ["gb", "ie"], "product": "esketamine"}),
    ("changes", "page()", {"region": "europe"}),
    ("claims", "page()", {"verdict": "misleading"}),
    ("glossary", "page()", {"t": "placebo"}),
]


@pytest.mark.parametrize(("page", "call", "query"), VIEWS)
def test_a_second_look_says_the_same_as_the_first(draw: Drawing, page: str, call: str, query: dict[str, str]) -> None:
    import streamlit as st

    st.cache_data.clear()
    first = words(draw(page, call, **query))
    assert words(draw(page, call, **query)) == first


def test_a_choice_is_never_answered_with_another_s_part(draw: Drawing) -> None:
    plain = words(draw("condition", "page('ptsd')"))
    assert words(draw("condition", "page('ptsd')", per="1000")) != plain
    assert words(draw("condition", "page('ptsd')", words="clinical")) != plain
    assert words(draw("condition", "page('ocd')")) != plain
    assert words(draw("condition", "page('ptsd')")) == plain
    left_out = words(draw("condition", "page('treatment-resistant-depression')", leave=["crossover"]))
    assert left_out != words(draw("condition", "page('treatment-resistant-depression')"))
