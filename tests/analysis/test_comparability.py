"""Which treatments may be set against each other, in each condition, outcome by outcome."""

from itertools import combinations

import pytest

from components.analysis.comparability import Pair, pair, ranked
from components.analysis.comparison import option_ids
from content.library import OWN_FOLDER, Library

CONDITIONS = sorted(path.stem for path in (OWN_FOLDER / "conditions").glob("*.yaml"))
TRD = "treatment-resistant-depression"


def found(first: str, second: str, condition: str, records: Library) -> Pair:
    return pair(first, second, records.conditions[condition], records)


# Thirty pairs chosen to trip the guard, with the word and what the reason must name.
TRAPS = [
    (TRD, "ketamine-iv", "ect", "head-to-head", "ELEKT-D", "two trials that disagree are still head-to-head"),
    (TRD, "ect", "ketamine-iv", "head-to-head", "KetECT", "the order of the pair does not matter"),
    (TRD, "esketamine-nasal", "antipsychotic-augmentation", "head-to-head", "ESCAPE-TRD", "an open trial counts"),
    (TRD, "ssri-snri", "rtms", "head-to-head", "ASCERTAIN", "one trial of three treatments holds three pairs"),
    (TRD, "antipsychotic-augmentation", "rtms", "head-to-head", "ASCERTAIN", "the second of its pairs"),
    (TRD, "ssri-snri", "antipsychotic-augmentation", "head-to-head", "ASCERTAIN", "the third of its pairs"),
    (TRD, "antipsychotic-augmentation", "lithium-augmentation", "head-to-head", "LQD", "a pragmatic trial counts"),
    ("neuropathic-pain", "amitriptyline", "duloxetine", "head-to-head", "OPTION-DM", "three drugs in one trial"),
    ("neuropathic-pain", "duloxetine", "gabapentinoids", "head-to-head", "OPTION-DM", "three drugs in one trial"),
    ("crps", "spinal-cord-stimulation", "physiotherapy", "head-to-head", "Kemler", "added to it, against it alone"),
    (TRD, "ketamine-iv", "esketamine-nasal", "indirect", "inert placebo", "both met placebo, never each other"),
    (TRD, "ketamine-iv", "ketamine-im-sc", "indirect", "active placebo", "both met midazolam at four weeks"),
    (TRD, "esketamine-nasal", "rtms", "indirect", "inert placebo", "a spray and a sham coil are not the same placebo"),
    (TRD, "esketamine-nasal", "ketamine-oral", "indirect", "different trials", "two forms of one drug, never together"),
    (TRD, "ketamine-iv", "no-change", "indirect", "not the same as staying", "placebo is not staying as now"),
    (TRD, "no-change", "esketamine-nasal", "indirect", "not the same as staying", "in either order"),
    ("crps", "physiotherapy", "no-change", "indirect", "comes close", "waiting comes close to staying as now"),
    ("neuropathic-pain", "spinal-cord-stimulation", "no-change", "indirect", "comes close", "usual care comes close"),
    (TRD, "ketamine-iv", "cbt", "not-comparable", "controls differ", "placebo against usual care"),
    (TRD, "esketamine-nasal", "cbt", "not-comparable", "controls differ", "placebo against usual care"),
    (TRD, "esketamine-nasal", "ect", "not-comparable", "no single trial", "ECT met only ketamine, no control"),
    (TRD, "esketamine-nasal", "ketamine-im-sc", "not-comparable", "", "placebo spray against midazolam"),
    (TRD, "ketamine-iv", "lithium-augmentation", "not-comparable", "no single trial", "lithium met only quetiapine"),
    (TRD, "lithium-augmentation", "ect", "not-comparable", "no single trial", "neither met a control"),
    ("crps", "gabapentinoids", "physiotherapy", "not-comparable", "controls differ", "placebo against usual care"),
    ("crps", "ketamine-iv", "gabapentinoids", "not-comparable", "", "pain on different scales and times"),
    ("crps", "bisphosphonates", "nerve-blocks", "not-comparable", "reviews alone", "only reviews on both sides"),
    ("fibromyalgia", "duloxetine", "amitriptyline", "not-comparable", "reviews alone", "only reviews on both sides"),
    ("neuropathic-pain", "ketamine-iv", "topical-treatments", "not-comparable", "", "pain on different scales"),
    (TRD, "ketamine-iv", "no-such-treatment", "not-comparable", "no single trial", "an unknown treatment"),
]


@pytest.mark.parametrize(
    ("condition", "first", "second", "word", "names", "why"), TRAPS, ids=[f"{t[1]}-{t[2]}-{t[0]}" for t in TRAPS]
)
def test_the_guard_is_right_on_pairs_chosen_to_trip_it(
    condition: str, first: str, second: str, word: str, names: str, why: str, records: Library
) -> None:
    verdict = found(first, second, condition, records)
    assert verdict.word == word, why
    assert names in verdict.reason, why


def test_infusion_and_ect_name_both_their_trials(records: Library) -> None:
    trials = {study.id for study, _ in found("ketamine-iv", "ect", TRD, records).trials}
    assert trials >= {"anand-2023-elektd", "ekstrand-2022-ketect"}


@pytest.mark.parametrize("condition_id", CONDITIONS)
def test_the_word_does_not_depend_on_the_order(condition_id: str, records: Library) -> None:
    condition = records.conditions[condition_id]
    for first, second in combinations(option_ids(condition, records), 2):
        one, other = (pair(a, b, condition, records) for a, b in ((first, second), (second, first)))
        assert one.word == other.word
        assert one.reason
        assert bool(one.trials) == (one.word == "head-to-head")
        assert {v.outcome: v.word for v in one.verdicts} == {v.outcome: v.word for v in other.verdicts}


@pytest.mark.parametrize("condition_id", CONDITIONS)
def test_figures_set_side_by_side_share_control_time_and_scale(condition_id: str, records: Library) -> None:
    condition = records.conditions[condition_id]
    for first, second in combinations(option_ids(condition, records), 2):
        for verdict in pair(first, second, condition, records).verdicts:
            if verdict.word == "not-comparable":
                assert any(
                    words in verdict.reason
                    for words in ("controls differ", "time points", "scales differ", "no single")
                )


def test_nothing_is_ranked_unless_head_to_head_trials_agree(records: Library) -> None:
    condition = records.conditions[TRD]
    order, why = ranked(["ketamine-iv", "esketamine-nasal"], condition, records)
    assert order is None
    assert "never compared head-to-head" in why
    order, why = ranked(["ketamine-iv", "ect"], condition, records)
    assert (order, bool(why)) == (["ect", "ketamine-iv"], False) or order is None
    order, why = ranked(["antipsychotic-augmentation", "esketamine-nasal"], condition, records)
    assert order == ["esketamine-nasal", "antipsychotic-augmentation"]
