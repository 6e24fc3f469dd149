"""Intervals against the tables of the papers that describe them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.proportions import Rate, difference_between, rate_of, whole
from content.study import Arm


def arm(events: int, people: int) -> Arm:
    return Arm(control="placebo", events=events, people=people)


# Newcombe RG. Stat Med 1998;17:857-72, table I, method 3.
WILSON = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
# Newcombe RG. Stat Med 1998;17:873-90, table II, method 10.
NEWCOMBE = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0),
]


@pytest.mark.parametrize(("events", "people", "low", "high"), WILSON)
def test_a_rate_has_wilsons_interval(events: int, people: int, low: float, high: float) -> None:
    rate = rate_of(arm(events, people))
    assert rate is not None
    assert (rate.low, rate.high) == pytest.approx((low, high), abs=6e-5)


@pytest.mark.parametrize(("a", "m", "b", "n", "low", "high"), NEWCOMBE)
def test_a_difference_has_newcombes_interval(a: int, m: int, b: int, n: int, low: float, high: float) -> None:
    difference = difference_between(arm(a, m), arm(b, n))
    assert difference is not None
    assert difference.share == pytest.approx(a / m - b / n)
    assert (difference.low, difference.high) == pytest.approx((low, high), abs=6e-5)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_rate_lies_in_its_interval_and_between_none_and_all(counts: tuple[int, int]) -> None:
    rate = rate_of(arm(*counts))
    assert rate is not None
    assert rate.low is not None
    assert rate.high is not None
    assert -1e-9 <= rate.low <= rate.share + 1e-9
    assert rate.share - 1e-9 <= rate.high <= 1 + 1e-9


def test_a_printed_percentage_has_no_interval() -> None:
    assert rate_of(Arm(control="placebo", percent=40.0)) == Rate(0.4)


def test_an_arm_without_figures_has_no_rate() -> None:
    assert rate_of(Arm(control="placebo")) is None


@pytest.mark.parametrize(
    ("share", "denominator", "words"),
    [(0.64, 100, "64"), (0.005, 100, "1"), (0.004, 100, "fewer than 1"), (0.004, 1000, "4"), (0, 100, "0")],
)
def test_shares_become_whole_people(share: float, denominator: int, words: str) -> None:
    assert whole(share, denominator) == words
