"""Meta-analysis against published results, and against what must hold for any trials."""

import csv
import json
from math import exp, log
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from components.analysis.effects import MEASURES, TrialEffect, effect_of_counts, effect_of_means
from components.analysis.pooling import Pooled, effects_in, main, pooled

PUBLISHED = Path(__file__).parent / "published"


def from_file(name: str, measure: str, method: str = "REML", interval: str = "wald") -> Pooled:
    with (PUBLISHED / name).open(encoding="utf-8", newline="") as file:
        effects, _ = effects_in(csv.DictReader(file), MEASURES[measure])
    return pooled(effects, MEASURES[measure], method, interval)  # type: ignore[arg-type]


def test_the_bcg_trials_pool_as_metafor_pools_them() -> None:
    # Colditz GA, et al. JAMA 1994;271:698-702; documentation of metafor, rma.uni and predict.rma.
    found = from_file("bcg-vaccine.csv", "RR")
    assert found.k == 13
    assert found.overall.value == pytest.approx(-0.7145, abs=5e-5)
    assert (found.overall.low, found.overall.high) == pytest.approx((-1.0669, -0.3622), abs=1e-4)
    assert found.tau2 == pytest.approx(0.3132, abs=5e-5)
    assert found.i2 == pytest.approx(92.22, abs=5e-3)
    assert found.q == pytest.approx(152.2330, abs=5e-5)
    assert found.prediction is not None
    assert [exp(end) for end in found.prediction] == pytest.approx([0.1546, 1.5490], abs=5e-5)


def test_hartung_and_knapps_interval_is_that_of_metafor() -> None:
    found = from_file("bcg-vaccine.csv", "RR", interval="hksj")
    assert (found.overall.low, found.overall.high) == pytest.approx((-1.1084, -0.3206), abs=5e-5)


@pytest.mark.parametrize(
    ("method", "tau2"),
    [("DL", 0.3088), ("PM", 0.3181)],
)
def test_other_estimators_of_tau2(method: str, tau2: float) -> None:
    assert from_file("bcg-vaccine.csv", "RR", method).tau2 == pytest.approx(tau2, abs=5e-5)


def test_odds_ratios_of_the_bcg_trials() -> None:
    # van Houwelingen HC, et al. Stat Med 2002;21:589-624, as replicated with metafor: REML and common effect.
    found = from_file("bcg-vaccine.csv", "OR")
    assert found.overall.value == pytest.approx(-0.7452, abs=1e-4)
    assert found.tau2 == pytest.approx(0.3378, abs=1e-4)
    assert found.common.value == pytest.approx(-0.4361, abs=1e-4)


def test_only_a_trial_with_a_zero_is_corrected() -> None:
    plain = effect_of_counts("a", "RR", 30, 47, 7, 25)
    assert plain is not None
    assert plain.estimate == pytest.approx(log((30 / 47) / (7 / 25)))
    zero = effect_of_counts("b", "RR", 12, 17, 0, 14)
    assert zero is not None
    assert zero.estimate == pytest.approx(log((12.5 / 18) / (0.5 / 15)))


@pytest.mark.parametrize("measure", ["RR", "OR"])
@pytest.mark.parametrize(("events_1", "events_2"), [(0, 0), (10, 12)])
def test_a_trial_in_which_nobody_or_everybody_had_the_event_says_nothing_on_a_ratio(
    measure: str, events_1: int, events_2: int
) -> None:
    assert effect_of_counts("a", measure, events_1, 10, events_2, 12) is None


def test_hedges_g_is_smaller_than_the_plain_difference() -> None:
    found = effect_of_means("a", "SMD", 10, 4, 12, 6, 4, 12)
    assert found.estimate == pytest.approx((1 - 3 / (4 * 22 - 1)) * 1.0, abs=2e-4)


COUNTS = st.tuples(st.integers(1, 80), st.integers(1, 80)).flatmap(
    lambda people: st.tuples(
        st.integers(0, people[0]), st.just(people[0]), st.integers(0, people[1]), st.just(people[1])
    )
)


@given(st.lists(COUNTS, min_size=1, max_size=12), st.sampled_from(["RR", "OR", "RD"]))
def test_whatever_the_trials_the_estimate_lies_in_its_interval_and_weights_add_up(
    trials: list[tuple[int, int, int, int]], measure: str
) -> None:
    effects = [effect for trial in trials if (effect := effect_of_counts("t", measure, *trial))]
    assume(effects)
    found = pooled(effects, MEASURES[measure], interval="wider")
    assert found.overall.low <= found.overall.value <= found.overall.high
    assert sum(found.weights) == pytest.approx(1)
    assert found.tau2 >= 0
    assert 0 <= found.i2 <= 100
    assert min(e.estimate for e in effects) - 1e-9 <= found.overall.value <= max(e.estimate for e in effects) + 1e-9
    if found.prediction:
        assert found.prediction[0] <= found.overall.low + 1e-9
        assert found.prediction[1] >= found.overall.high - 1e-9


@given(st.lists(COUNTS, min_size=2, max_size=8))
def test_swapping_the_groups_turns_the_effect_round(trials: list[tuple[int, int, int, int]]) -> None:
    both = [
        (one, other)
        for a, m, b, n in trials
        if (one := effect_of_counts("t", "OR", a, m, b, n)) and (other := effect_of_counts("t", "OR", b, n, a, m))
    ]
    assume(both)
    one = pooled([pair[0] for pair in both], MEASURES["OR"])
    other = pooled([pair[1] for pair in both], MEASURES["OR"])
    assert one.overall.value == pytest.approx(-other.overall.value, abs=1e-6)


@given(st.lists(COUNTS, min_size=2, max_size=8))
def test_the_interval_shown_on_pages_is_never_shorter_than_either_kind(trials: list[tuple[int, int, int, int]]) -> None:
    effects = [effect for trial in trials if (effect := effect_of_counts("t", "RR", *trial))]
    assume(effects)
    lengths = {}
    for kind in ("wider", "hksj", "wald"):
        found = pooled(effects, MEASURES["RR"], interval=kind).overall  # type: ignore[arg-type]
        lengths[kind] = found.high - found.low
    assert lengths["wider"] == pytest.approx(max(lengths["hksj"], lengths["wald"]))


def test_one_trial_is_itself() -> None:
    effect = TrialEffect("only", 0.5, 0.04)
    found = pooled([effect], MEASURES["RR"])
    assert (found.overall.value, found.overall.low, found.overall.high) == pytest.approx(
        (0.5, effect.interval.low, effect.interval.high)
    )
    assert found.prediction is None


def test_the_command_prints_what_it_pooled(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(PUBLISHED / "bcg-vaccine.csv")
    assert main([path, "--measure", "RR", "--no-hksj", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["estimate"] == pytest.approx(0.4894, abs=5e-5)
    assert sum(result["weights"].values()) == pytest.approx(1)
    assert main([path, "--measure", "RR"]) == 0
    assert "0.3301 to 0.7257" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("study,events_1,n_1,events_2\nA,1,2,3\n", "row 2: the column 'n_2' is missing"),
        ("study,events_1,n_1,events_2,n_2\nA,5,4,1,4\n", "row 2: A: 5 events in 4 people cannot be"),
        ("study,events_1,n_1,events_2,n_2\nA,x,4,1,4\n", "row 2:"),
        ("study,events_1,n_1,events_2,n_2\n", "no trials to pool"),
    ],
)
def test_the_command_names_the_row_that_is_wrong(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "trials.csv"
    path.write_text(text, encoding="utf-8")
    assert main([str(path), "--measure", "RR"]) == 1
    assert said in capsys.readouterr().err


# Printed results and the inputs they rest on: Ferraro MC, et al. Cochrane Database Syst Rev 2025, CD015373.pub2;
# Marchi M, et al. Front Neurosci 2022;16:1011103. The last digit is the authors' rounding.
PRINTED = [
    ("ferraro-2025-pain-immediate.csv", "MD", -15.79, -32.09, 0.51, 0.01),
    ("ferraro-2025-adverse-events.csv", "RR", 3.26, 1.05, 10.09, 0.01),
    ("marchi-2022-anxiety.csv", "SMD", -0.42, -0.84, 0.003, 0.006),
    ("marchi-2022-anxiety-without-ect.csv", "SMD", -0.58, -1.07, -0.09, 0.006),
    ("marchi-2022-depression.csv", "SMD", -0.61, -1.06, -0.16, 0.006),
    ("marchi-2022-social-functioning.csv", "SMD", -0.31, -0.52, -0.10, 0.006),
]


@pytest.mark.parametrize(("name", "measure", "value", "low", "high", "rounding"), PRINTED)
def test_ketamine_meta_analyses_pool_as_they_were_printed(
    name: str, measure: str, value: float, low: float, high: float, rounding: float
) -> None:
    found = from_file(name, measure, "DL")
    shown = [found.measure.shown(at) for at in (found.overall.value, found.overall.low, found.overall.high)]
    assert shown == pytest.approx([value, low, high], abs=rounding)


# Forest plots of ketamine in surgery: evidence synthesis of the American Society of Anesthesiologists' 2025 practice
# advisory on older adults (Anesthesiology 2025;142(1)), key question 6, figures 17 and 32, as of 20 April 2025. REML
# with intervals on the normal distribution. Theirs differ from ours where a method does: their I² comes from Q, ours
# from τ²; their prediction interval rests on t with k - 2 degrees of freedom; their common effect is
# Mantel and Haenszel's.
ANESTHESIOLOGISTS = [
    ("asa-2025-delirium.csv", "RR", 0.76, 0.44, 1.33, 0.005, 33),
    ("asa-2025-delirium.csv", "RD", -0.065, -0.164, 0.034, 0.0005, None),
    ("asa-2025-neurocognitive-30-days.csv", "RR", 0.38, 0.22, 0.64, 0.005, 0),
]


@pytest.mark.parametrize(("name", "measure", "value", "low", "high", "rounding", "i2"), ANESTHESIOLOGISTS)
def test_ketamine_in_surgery_pools_by_reml_as_it_was_printed(
    name: str, measure: str, value: float, low: float, high: float, rounding: float, i2: int | None
) -> None:
    found = from_file(name, measure, "REML")
    shown = [found.measure.shown(at) for at in (found.overall.value, found.overall.low, found.overall.high)]
    assert shown == pytest.approx([value, low, high], abs=rounding)
    if i2 is not None:
        assert max(0.0, 100 * (1 - (found.k - 1) / found.q)) == pytest.approx(i2, abs=0.5)
