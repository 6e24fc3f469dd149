"""The reading grade against published examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.readability import reading_grade, syllables_of


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("The cat sat on the mat.", -1.45),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 11.3),
    ],
)
def test_published_examples(text: str, grade: float) -> None:
    # Both stand in the encyclopaedia entries on the Flesch-Kincaid tests.
    assert reading_grade(text) == pytest.approx(grade, abs=0.05)


@pytest.mark.parametrize(("word", "count"), [("cat", 1), ("platypus", 3), ("hybrid", 2), ("pain", 1)])
def test_syllables(word: str, count: int) -> None:
    assert syllables_of(word) == count


def test_a_name_that_must_be_said_weighs_less() -> None:
    text = "People took dexmedetomidine."
    assert reading_grade(text, {"dexmedetomidine"}) < reading_grade(text)


@given(st.text())
def test_any_text_has_a_grade(text: str) -> None:
    assert isinstance(reading_grade(text), float)
