"""Which treatments may be set against each other, in each condition."""

from itertools import combinations

import pytest

from components.analysis.comparability import pair
from components.analysis.comparison import option_ids
from content.library import OWN_FOLDER, Library

CONDITIONS = sorted(path.stem for path in (OWN_FOLDER / "conditions").glob("*.yaml"))
RESISTANT = "treatment-resistant-depression"


def test_infusion_and_ect_met_head_to_head_and_the_trials_are_named(records: Library) -> None:
    found = pair("ketamine-iv", "ect", records.conditions[RESISTANT], records)
    assert found.word == "head-to-head"
    assert {study.id for study, _ in found.trials} >= {"anand-2023-elektd", "ekstrand-2022-ketect"}


def test_infusion_and_esketamine_met_only_placebos(records: Library) -> None:
    found = pair("ketamine-iv", "esketamine-nasal", records.conditions[RESISTANT], records)
    assert found.word == "indirect"
    assert found.trials == ()


def test_a_placebo_group_is_not_the_same_as_staying_as_now(records: Library) -> None:
    found = pair("ketamine-iv", "no-change", records.conditions[RESISTANT], records)
    assert found.word == "indirect"
    assert "not the same as staying as now" in found.reason


def test_without_a_trial_nothing_may_be_compared(records: Library) -> None:
    found = pair("ketamine-iv", "no-such-treatment", records.conditions[RESISTANT], records)
    assert found.word == "not-comparable"
    assert "no single trial of" in found.reason


@pytest.mark.parametrize("condition_id", CONDITIONS)
def test_the_word_does_not_depend_on_the_order(condition_id: str, records: Library) -> None:
    condition = records.conditions[condition_id]
    for first, second in combinations(option_ids(condition, records), 2):
        one, other = (pair(a, b, condition, records) for a, b in ((first, second), (second, first)))
        assert one.word == other.word
        assert one.reason
        assert bool(one.trials) == (one.word == "head-to-head")
