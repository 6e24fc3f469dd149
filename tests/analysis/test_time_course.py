"""The drawn levels: the textbook equations, against their known properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.time_course import levels, relative_level, uptake_rate
from content.base import Citation
from content.library import Library
from content.route import Kinetics

SOURCES = (Citation(source="any"),)


def kinetics(**values: float) -> Kinetics:
    return Kinetics(sources=SOURCES, **values)  # type: ignore[arg-type]


@given(st.floats(5, 60), st.floats(100, 600), st.floats(0.05, 1))
def test_the_level_is_highest_when_published(peak: float, half_life: float, share: float) -> None:
    found = kinetics(bioavailability=share, peak_minutes=peak, half_life_minutes=half_life)
    top = relative_level(found, peak)
    assert top >= relative_level(found, peak * 0.98)
    assert top >= relative_level(found, peak * 1.02)


def test_all_that_arrives_leaves_again() -> None:
    for found in (
        kinetics(bioavailability=0.3, peak_minutes=30, half_life_minutes=120),
        kinetics(bioavailability=0.3, infusion_minutes=40, half_life_minutes=120),
    ):
        area = sum(relative_level(found, minute) for minute in range(5000))
        assert area == pytest.approx(0.3 * 120 / 0.6931, rel=0.01)


def test_a_drip_rises_until_it_ends_and_halves_by_its_half_life() -> None:
    found = kinetics(bioavailability=1, infusion_minutes=40, half_life_minutes=120)
    assert relative_level(found, 40) > relative_level(found, 39) > relative_level(found, 10)
    assert relative_level(found, 160) == pytest.approx(relative_level(found, 40) / 2)


def test_a_peak_that_uptake_cannot_give_is_refused() -> None:
    with pytest.raises(ValueError, match="later than"):
        uptake_rate(200, 0.01)


def test_curves_are_drawn_only_from_published_parameters(records: Library) -> None:
    found = levels(records)
    assert {level.route.id for level in found} == {route.id for route in records.routes.values() if route.kinetics}
    assert max(max(level.levels) for level in found) == pytest.approx(100)
    for level in found:
        assert level.route.kinetics
        if level.route.kinetics.peak_minutes:
            assert level.peak_minute == pytest.approx(level.route.kinetics.peak_minutes, abs=3)
