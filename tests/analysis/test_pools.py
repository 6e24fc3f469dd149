"""Which trials a pool takes: each once, at the time wanted, told apart by their control."""

from pathlib import Path

import pytest

from components.analysis.forest import forest_lines
from components.analysis.pool_words import cautions, finding, sentence
from components.analysis.pools import LeaveOut, PoolView, pool_view
from content.condition import Condition, Pool
from content.library import Library
from content.shelf import Shelf

SOURCE = """\
type: trial
title: Trial {id}
authors: {id} A, et al.
year: 2020
doi: 10.1000/{id}
read: abstract
checked: 2026-11
"""
STUDY = """\
source: {id}
conditions: [illness]
design: {{type: {design}, blinding: {blinding}, control: {control_type}, words: Two groups.}}
population: Adults.
people: 40
funding: {funding}
overlaps: [{overlaps}]
comparisons:
{comparisons}
"""
COMPARISON = """\
  - id: {id}
    outcome: response
    after: {{value: {hours}, unit: hours}}
    arms:
{arms}
    finding: no-difference
    counts: {counts}
    derivation: Worked back.
    place: abstract
"""


def comparison(*arms: str, hours: int = 24, counts: str = "printed", name: str = "a") -> str:
    return COMPARISON.format(id=name, hours=hours, counts=counts, arms="\n".join(f"      - {{{arm}}}" for arm in arms))


def treated(events: int, people: int) -> str:
    return f"treatment: ketamine-iv, people: {people}, events: {events}"


def control(events: int, people: int, name: str = "midazolam") -> str:
    return f"control: {name}, people: {people}, events: {events}"


POOL = Pool.model_validate(
    {
        "id": "response",
        "title": "Improved within a day",
        "treatments": ("ketamine-iv",),
        "outcome": "response",
        "measure": "RR",
        "earliest": {"value": 12, "unit": "hours"},
        "target": {"value": 24, "unit": "hours"},
        "latest": {"value": 3, "unit": "days"},
    }
)
CONDITION = Condition.model_construct(id="illness", certainty=())


class Shelves:
    """A folder of invented trials."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for kind in ("sources", "studies"):
            (root / kind).mkdir()

    def trial(self, name: str, *comparisons: str, **changes: str) -> None:
        fields = {
            "design": "randomised",
            "blinding": "double",
            "control_type": "active",
            "funding": "public",
            "overlaps": "",
        }
        (self.root / "sources" / f"{name}.yaml").write_text(SOURCE.format(id=name), encoding="utf-8")
        text = STUDY.format(id=name, comparisons="".join(comparisons), **(fields | changes))
        (self.root / "studies" / f"{name}.yaml").write_text(text, encoding="utf-8")

    def library(self) -> Library:
        library = Shelf(self.root).library()
        assert library.problems == ()
        return library

    def view(self, **leave_out: bool) -> PoolView:
        return pool_view(POOL, CONDITION, self.library(), LeaveOut(**leave_out))  # type: ignore[arg-type]


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    return Shelves(tmp_path)


def test_of_several_times_the_nearest_to_the_one_wanted_is_taken(shelves: Shelves) -> None:
    late = comparison(treated(5, 20), control(5, 20), hours=72, name="late")
    wanted = comparison(treated(12, 20), control(4, 20), hours=26, name="wanted")
    outside = comparison(treated(1, 20), control(9, 20), hours=2, name="outside")
    shelves.trial("one", outside, late, wanted)
    (row,) = shelves.view().rows
    assert row.comparison.id == "wanted"


def test_two_reports_of_the_same_people_are_counted_once(shelves: Shelves) -> None:
    shelves.trial("small", comparison(treated(6, 10), control(2, 10)), overlaps="large")
    shelves.trial("large", comparison(treated(12, 20), control(4, 20)), overlaps="small")
    view = shelves.view()
    assert [row.study.id for row in view.rows] == ["large"]
    assert [row.study.id for row in view.repeats] == ["small"]
    assert view.people == 40


def test_doses_of_one_trial_are_taken_together_and_its_control_once(shelves: Shelves) -> None:
    shelves.trial("doses", comparison(treated(6, 10), treated(3, 12), control(2, 11)))
    (row,) = shelves.view().rows
    assert (row.treated.events, row.treated.people) == (9, 22)
    assert (row.compared.events, row.compared.people) == (2, 11)


def test_doses_reported_apart_share_their_control_which_is_taken_once(shelves: Shelves) -> None:
    low = comparison(treated(60, 111), control(42, 108), name="low")
    high = comparison(treated(52, 98), control(42, 108), name="high")
    shelves.trial("doses", low, high)
    (row,) = shelves.view().rows
    assert (row.treated.events, row.treated.people) == (112, 209)
    assert (row.compared.events, row.compared.people) == (42, 108)


def test_a_subgroup_of_a_trial_is_not_added_to_the_whole(shelves: Shelves) -> None:
    whole = comparison(treated(60, 100), control(40, 100), name="whole")
    women = comparison(treated(30, 50), control(22, 52), name="women")
    shelves.trial("one", whole, women)
    (row,) = shelves.view().rows
    assert row.people == 200


def test_reviews_and_pooled_reports_stay_out(shelves: Shelves) -> None:
    for design in ("review", "pooled", "cohort", "network"):
        shelves.trial(design, comparison(treated(6, 10), control(2, 10)), design=design)
    assert shelves.view().rows == ()


def test_kinds_of_control_are_told_apart_and_head_to_head_is_not_pooled_with_them(shelves: Shelves) -> None:
    shelves.trial("active", comparison(treated(6, 10), control(2, 10)))
    shelves.trial("inert", comparison(treated(6, 10), control(1, 10, "placebo")))
    shelves.trial("other", comparison(treated(6, 10), "treatment: ect, people: 10, events: 7"))
    view = shelves.view()
    assert {group.kind: group.result.k for group in view.subgroups} == {"inert": 1, "active": 1}
    assert [row.study.id for row in view.head_to_head] == ["other"]
    assert view.result is not None
    assert view.result.k == 2


def test_a_person_of_a_crossover_trial_is_counted_once_and_the_trial_can_be_left_out(shelves: Shelves) -> None:
    shelves.trial("parallel", comparison(treated(6, 10), control(2, 10)))
    shelves.trial("crossover", comparison(treated(9, 12), control(2, 11)), design="crossover")
    view = shelves.view()
    assert view.people == 20 + 12
    assert any("Crossover" in words for words in cautions(view, LeaveOut(), view))
    assert [row.study.id for row in shelves.view(crossover=True).rows] == ["parallel"]


@pytest.mark.parametrize(
    ("choice", "changes", "counts"),
    [
        ("industry", {"funding": "industry"}, "printed"),
        ("open_label", {"blinding": "open"}, "printed"),
        ("derived", {}, "derived"),
        ("small", {}, "printed"),
    ],
)
def test_what_the_reader_leaves_out_is_out_and_said(
    shelves: Shelves, choice: str, changes: dict[str, str], counts: str
) -> None:
    shelves.trial("kept", comparison(treated(30, 50), control(20, 50)))
    shelves.trial("dropped", comparison(treated(9, 10), control(1, 10), counts=counts), **changes)
    everything, view = shelves.view(), shelves.view(**{choice: True})
    assert [row.study.id for row in view.rows] == ["kept"]
    assert [row.study.id for row in view.left_out] == ["dropped"]
    (first, *_) = cautions(view, LeaveOut(**{choice: True}), everything)  # type: ignore[arg-type]
    assert "1 of 2 remain" in first


def test_a_trial_without_counts_or_with_an_adjusted_effect_alone_is_not_pooled(shelves: Shelves) -> None:
    shelves.trial(
        "words", comparison("treatment: ketamine-iv, people: 10", "control: placebo, people: 10", counts="not-printed")
    )
    assert shelves.view().rows == ()


def test_the_absolute_effect_is_the_relative_one_applied_to_the_median_control_group(shelves: Shelves) -> None:
    for name, control_events in (("a", 10), ("b", 20), ("c", 40)):
        shelves.trial(name, comparison(treated(2 * control_events, 100), control(control_events, 100)))
    absolute = shelves.view().absolute
    assert absolute is not None
    assert absolute.baseline == pytest.approx(0.2)
    assert absolute.share == pytest.approx(0.4)
    assert absolute.low < 0.4 < absolute.high


def test_the_words_follow_the_interval(shelves: Shelves) -> None:
    shelves.trial("a", comparison(treated(60, 100), control(20, 100)))
    shelves.trial("b", comparison(treated(62, 100), control(22, 100)))
    shelves.trial("c", comparison(treated(58, 100), control(19, 100)))
    library, view = shelves.library(), shelves.view()
    assert finding(view, library).startswith("More people improved")
    assert "from 3 trials with 600 people" in sentence(view, library, 100)
    assert "Of 1,000 people" in sentence(view, library, 1000)
    shelves.trial("d", comparison(treated(20, 100), control(60, 100)))
    shelves.trial("e", comparison(treated(22, 100), control(58, 100)))
    shelves.trial("f", comparison(treated(20, 100), control(61, 100)))
    assert finding(shelves.view(), shelves.library()).startswith("No clear difference")


def test_two_trials_come_with_a_warning_and_the_common_effect(shelves: Shelves) -> None:
    shelves.trial("a", comparison(treated(60, 100), control(20, 100)))
    shelves.trial("b", comparison(treated(40, 100), control(22, 100)))
    view = shelves.view()
    assert any("Two trials cannot tell" in words for words in cautions(view, LeaveOut(), view))


def test_a_forest_plot_has_every_trial_once_and_its_weights_add_up(shelves: Shelves) -> None:
    shelves.trial("a", comparison(treated(60, 100), control(20, 100)))
    shelves.trial("b", comparison(treated(40, 100), control(22, 100, "placebo")))
    shelves.trial("c", comparison(treated(41, 100), control(25, 100, "placebo")))
    lines = forest_lines(shelves.view(), shelves.library())
    trials = [line for line in lines if line.kind == "trial"]
    assert len(trials) == 3
    assert sum(line.weight or 0 for line in trials) == pytest.approx(100)
    assert [line.kind for line in lines if line.kind != "trial"] == [
        "heading",
        "subgroup",
        "heading",
        "overall",
        "prediction",
    ]
    assert all(line.figures for line in lines if line.kind != "heading")
