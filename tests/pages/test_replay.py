"""Parts drawn once and sent again: the second look is the first, and no two parts are taken for one another."""

from pathlib import Path

import pytest

from tests.pages.conftest import Drawing, words

SHELL = Path(__file__).parents[2] / "components" / "shell.py"
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


def test_the_menu_stays_beside_the_page_at_every_look() -> None:
    from streamlit.testing.v1 import AppTest

    for _ in range(2):
        app = AppTest.from_file(str(SHELL), default_timeout=60).run()
        beside = [link.proto.label for link in app.sidebar.get("page_link")]
        inside = [link.proto.label for link in app.main.get("page_link")]
        assert "Compare treatments" in beside
        assert "Accessibility" in beside
        assert "Compare treatments" not in inside
        assert "Accessibility" not in inside
