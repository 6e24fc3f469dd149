"""Words for values: names, ages, effects."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.freshness import months_since, overdue
from components.analysis.studies import signed
from components.analysis.wording import counted, listed, lower_first, source_label
from content.base import PartialDate
from content.source import Source


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_listed_as_one_says_them(names: list[str], said: str) -> None:
    assert listed(names) == said


@pytest.mark.parametrize(("number", "said"), [(0, "0 trials"), (1, "1 trial"), (1200, "1,200 trials")])
def test_things_are_counted(number: int, said: str) -> None:
    assert counted(number, "trial") == said


@pytest.mark.parametrize(("text", "said"), [("Ketamine", "ketamine"), ("ECT", "ECT"), ("rTMS", "rTMS"), ("", "")])
def test_a_name_is_lowered_but_an_abbreviation_stays(text: str, said: str) -> None:
    assert lower_first(text) == said


@pytest.mark.parametrize(
    ("authors", "year", "label"),
    [
        ("Murrough JW, et al.", 2013, "Murrough 2013"),
        ("van der Kolk BA, et al.", 2014, "van der Kolk 2014"),
        ("NICE", 2022, "NICE 2022"),
        ("Zarate CA Jr, et al.", 2006, "Zarate 2006"),
        ("Pfizer / FDA", 2024, "Pfizer 2024"),
        ("Department of Health", None, "Department of Health"),
        (None, 2020, "Journal 2020"),
    ],
)
def test_a_source_is_named_by_author_and_year(authors: str | None, year: int | None, label: str) -> None:
    source = Source.model_construct(type="web", authors=authors, year=year, title="A title", container="Journal")
    assert source_label(source) == label


@pytest.mark.parametrize(
    ("checked", "today", "months"),
    [
        (PartialDate(2026, 5), date(2026, 11, 24), 6),
        (PartialDate(2026, 5, 25), date(2026, 11, 24), 5),
        (PartialDate(2025), date(2026, 11, 24), 11),
        (PartialDate(2027), date(2026, 11, 24), 0),
    ],
)
def test_the_age_of_a_date_is_counted_from_the_last_day_it_may_mean(
    checked: PartialDate, today: date, months: int
) -> None:
    assert months_since(checked, today) == months


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, 36))
def test_a_notice_appears_exactly_when_the_limit_is_passed(today: date, limit: int) -> None:
    checked = PartialDate(2026, 4)
    assert (overdue(checked, limit, today, "Checked in") is not None) == (months_since(checked, today) > limit)


@given(st.floats(-1000, 1000, allow_nan=False))
def test_a_number_below_nought_has_a_true_minus_sign(value: float) -> None:
    assert "-" not in signed(value).replace("e-", "")
