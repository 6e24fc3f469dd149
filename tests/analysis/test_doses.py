"""Amounts on one scale."""

import pytest

from components.analysis.doses import ladder, step
from content.base import Citation, Finding
from content.dose_context import DoseContext
from content.library import Library


def context(**values: object) -> DoseContext:
    shared = {
        "id": "x",
        "name": "A setting",
        "setting": "trial",
        "product": "ketamine",
        "printed": "as printed",
        "route": "infusion",
        "harms": (Finding(missing="not-studied"),),
        "sources": (Citation(source="any"),),
    }
    return DoseContext(**{**shared, **values})


@pytest.mark.parametrize(
    ("values", "low", "high", "words"),
    [
        ({"low": 0.5, "unit": "mg/kg", "per": "dose"}, 35, 35, "35 mg once"),
        (
            {"low": 0.5, "high": 1.0, "unit": "mg/kg", "per": "dose", "doses_per_week": 2.0},
            70,
            140,
            "70 to 140 mg a week",
        ),
        ({"low": 2.0, "unit": "g", "per": "day"}, 14000, 14000, "14,000 mg a week"),
        ({"low": 56.0, "high": 84.0, "unit": "mg", "per": "week"}, 56, 84, "56 to 84 mg a week"),
    ],
)
def test_an_amount_becomes_milligrams_a_week(values: dict[str, object], low: float, high: float, words: str) -> None:
    found = step(context(**values))
    assert (found.low, found.high, found.words) == (pytest.approx(low), pytest.approx(high), words)


def test_the_ladder_climbs_and_every_step_tells_its_harm(records: Library) -> None:
    found = ladder(records)
    assert len(found) == len(records.dose_contexts)
    assert [item.high for item in found] == sorted(item.high for item in found)
    assert all(item.context.harms for item in found)
    assert {"trial", "licensed", "maintenance", "misuse"} == {item.context.setting for item in found}
