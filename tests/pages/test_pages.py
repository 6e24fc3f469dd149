"""Every page draws for every record, and shows the figures the records hold."""

import re
from itertools import pairwise

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.analysis.comparison import option_ids
from content.library import OWN_FOLDER, Library
from tests.pages.conftest import Drawing, words

CONDITIONS = sorted(path.stem for path in (OWN_FOLDER / "conditions").glob("*.yaml"))
STUDIES = sorted(path.stem for path in (OWN_FOLDER / "studies").glob("*.yaml"))
JURISDICTIONS = sorted(path.stem for path in (OWN_FOLDER / "jurisdictions").glob("*.yaml"))
SECTIONS = [
    "Benefits and harms",
    "How fast, how long",
    "Who was studied",
    "What a treatment session is like",
    "Serious risks, and who should not have it",
    "What guidelines say",
    "Compare with other options",
    "The studies",
    "What we do not know",
    "Sources and dates",
]


@pytest.mark.parametrize(
    "page",
    ["home", "conditions", "compare", "regulation", "studies", "study", "visit", "sources", "method", "helpline"],
)
def test_a_page_draws(draw: Drawing, page: str) -> None:
    assert len(draw(page).title) == 1


@pytest.mark.parametrize("condition_id", CONDITIONS)
def test_a_condition_page_keeps_its_order(draw: Drawing, condition_id: str, records: Library) -> None:
    app = draw("condition", f"page({condition_id!r})")
    assert [header.value.split(":")[0] for header in app.header] == SECTIONS
    assert records.conditions[condition_id].question in words(app)


@pytest.mark.parametrize("condition_id", CONDITIONS)
def test_a_condition_page_shows_the_figures_of_its_studies(draw: Drawing, condition_id: str, records: Library) -> None:
    said = words(draw("condition", f"page({condition_id!r})"))
    for study in records.studies_on(condition_id):
        for comparison in study.comparisons:
            for arm in comparison.arms:
                if arm.events is not None:
                    assert f"{arm.events} of {arm.people}" in said
                elif arm.percent is not None:
                    assert f"{arm.percent:g}%" in said
            if comparison.effect and comparison.effect.value is not None:
                assert f"{comparison.effect.value:g}".replace("-", "−") in said


@pytest.mark.parametrize("condition_id", CONDITIONS)
def test_a_condition_page_shows_every_word_of_its_record(draw: Drawing, condition_id: str, records: Library) -> None:
    said = words(draw("condition", f"page({condition_id!r})"))
    condition = records.conditions[condition_id]
    shown = [*condition.short_answer, *condition.harms, *condition.timing, *condition.studied, *condition.left_out]
    for statement in (*shown, *condition.unknown, *condition.guidelines, *condition.running_trials):
        assert (statement.text or "") in said
    for graded in condition.certainty:
        assert records.term("certainty", graded.level).label in said
        assert all(reason in said for reason in graded.reasons)


@pytest.mark.parametrize("condition_id", CONDITIONS)
def test_benefits_are_counted_of_the_denominator_chosen(draw: Drawing, condition_id: str, records: Library) -> None:
    said = words(draw("condition", f"page({condition_id!r})", per="1000"))
    for ref in records.conditions[condition_id].benefits[:6]:
        found = records.comparison(ref)
        assert found
        for arm in found[1].arms:
            if arm.events is not None and arm.people:
                assert f"{int(1000 * arm.events / arm.people + 0.5)} of 1,000" in said
    for study in records.studies_on(condition_id):
        for arm in (arm for comparison in study.comparisons for arm in comparison.arms if arm.people == 100):
            said = said.replace(f"{arm.events} of 100", "")
    assert not re.search(r"\d of 100\b(?! (?:hours|days|mg))", said)


def sheet(app: AppTest) -> list[pd.DataFrame]:
    """The tables of the comparison sheet, one per group of rows."""
    return [table.value for table in app.table if "Question" in table.value.columns]


@pytest.mark.parametrize("condition_id", CONDITIONS)
def test_options_can_be_compared(draw: Drawing, condition_id: str, records: Library) -> None:
    ids = option_ids(records.conditions[condition_id], records)
    for first, second in list(pairwise(ids))[::2]:
        tables = sheet(draw("compare", condition=condition_id, t=[first, second]))
        assert {len(table.columns) for table in tables} == {3}
        assert sum(len(table) for table in tables) == 17
        assert all(str(cell).strip() for table in tables for row in table.to_numpy() for cell in row)


def test_what_matters_comes_first_and_nothing_is_lost(draw: Drawing) -> None:
    query = {"condition": "treatment-resistant-depression", "t": ["ketamine-iv", "ect"]}
    plain_rows = [row for table in sheet(draw("compare", **query)) for row in table["Question"]]
    marked = [row for table in sheet(draw("compare", m=["memory", "cost"], **query)) for row in table["Question"]]
    assert [row.strip("*") for row in marked[:2]] == ["★ Memory and thinking", "★ Cost"]
    assert sorted(row.replace("★ ", "") for row in marked) == sorted(plain_rows)


def test_my_country_answers_licence_funding_and_setting(draw: Drawing, records: Library) -> None:
    app = draw("compare", condition="treatment-resistant-depression", t=["esketamine-nasal", "ect"], country="ie")
    rows = {row["Question"].strip("*"): row for table in sheet(app) for row in table.to_dict("records")}
    licence = rows["Licensed for this in Ireland?"]["Esketamine spray"]
    assert licence.startswith("Yes, by")
    assert "Publicly funded" in rows["Paid for by public money in Ireland?"]["Esketamine spray"]
    assert "Not checked yet" in rows["Paid for by public money in Ireland?"]["ECT"]


def test_one_after_the_other_says_the_same_as_side_by_side(draw: Drawing) -> None:
    query = {"condition": "ptsd", "t": ["ketamine-iv", "talking-therapy"]}
    cells = [str(cell) for table in sheet(draw("compare", **query)) for row in table.to_numpy() for cell in row[1:]]
    listed = draw("compare", view="list", **query)
    assert not sheet(listed)
    said = "\n".join(item.value for item in listed.markdown)
    assert all(cell in said for cell in cells)


def test_best_result_first_is_refused_without_head_to_head_trials(draw: Drawing) -> None:
    query = {"condition": "treatment-resistant-depression", "order": "effect"}
    refused = draw("compare", t=["ketamine-iv", "esketamine-nasal"], **query)
    assert "never compared head-to-head" in words(refused)
    ranked = draw("compare", t=["antipsychotic-augmentation", "esketamine-nasal"], **query)
    assert list(sheet(ranked)[0].columns)[1] == "Esketamine spray"


def test_the_visit_sheet_holds_choices_figures_law_and_questions(draw: Drawing, records: Library) -> None:
    app = draw(
        "visit",
        condition="treatment-resistant-depression",
        t=["ketamine-iv", "esketamine-nasal"],
        m=["memory"],
        country="ie",
    )
    said = words(app)
    for expected in ("Ketamine by infusion", "Law of Ireland", "Memory and thinking", "Questions to ask", "64 of 100"):
        assert expected in said
    assert records.sources["murrough-2013"].address in said


def test_a_visit_sheet_without_choices_leads_to_the_comparison(draw: Drawing) -> None:
    assert "Choose a condition and treatments first" in words(draw("visit", condition="nonsense"))


@pytest.mark.parametrize("place_id", JURISDICTIONS)
def test_a_country_shows_six_axes_for_both_products(draw: Drawing, place_id: str, records: Library) -> None:
    app = draw("regulation", country=place_id)
    said = words(app)
    place = records.jurisdictions[place_id]
    assert place.name in said
    for law in (place.ketamine, place.esketamine):
        for cell in (law.licence, law.schedule, law.off_label, law.funding, law.setting, law.travel):
            assert (cell.words or cell.why or "") in said
            assert cell.as_of is None or f"As of {cell.as_of}." in said
    assert all(change.text in said for change in place.history)


@pytest.mark.parametrize("study_id", STUDIES[::12])
def test_a_study_page_shows_all_its_record_holds(draw: Drawing, study_id: str, records: Library) -> None:
    app = draw("study", id=study_id)
    study = records.studies[study_id]
    said = words(app)
    assert study.population in said
    for comparison in study.comparisons:
        for arm in comparison.arms:
            if arm.events is not None:
                assert f"{arm.events} of {arm.people}" in said
        if comparison.effect and comparison.effect.value is not None:
            assert f"{comparison.effect.value:g}".replace("-", "−") in said
    assert all(" ".join(note.split()) in said for note in (*study.limitations, *study.harm_notes))
    assert ("Second reading" in said) == (study.second_reading is not None)


@pytest.mark.parametrize("asked", ["", "nonsense", "<script>"])
def test_a_study_nobody_holds_is_said_to_be_unknown(draw: Drawing, asked: str) -> None:
    assert "names no study we hold" in words(draw("study", id=asked))


def test_studies_can_be_narrowed_and_each_leads_to_its_page(draw: Drawing, records: Library) -> None:
    app = draw("studies", condition="ptsd", finding="no-difference")
    table = app.table[0].value
    expected = [
        study
        for study in records.studies.values()
        if "ptsd" in study.conditions and any(c.finding == "no-difference" for c in study.comparisons)
    ]
    assert len(table) == min(len(expected), 25)
    assert "/study?id=abdallah-2022" in "".join(table["Study"])


def test_nothing_chosen_shows_every_jurisdiction(draw: Drawing, records: Library) -> None:
    table = draw("regulation").table[0].value
    assert len(table) == 2 * len(records.jurisdictions)


def test_filters_narrow_the_table_together(draw: Drawing, records: Library) -> None:
    table = draw("regulation", region="europe", product="esketamine", licence="licensed").table[0].value
    expected = {
        place.name
        for place in records.jurisdictions.values()
        if place.region == "europe" and place.esketamine.licence.value == "licensed"
    }
    assert {str(name).strip("*") for name in table["Place"]} == expected
    assert set(table["Product"]) == {"Esketamine"}


def test_filters_that_match_nothing_say_so(draw: Drawing) -> None:
    app = draw("regulation", country="no", region="asia")
    assert "Nothing matches" in words(app)


@pytest.mark.parametrize("chosen", [["ect"], ["nonsense"], ["nonsense", "ect"]])
def test_a_comparison_of_one_asks_for_another(draw: Drawing, chosen: list[str]) -> None:
    app = draw("compare", condition="treatment-resistant-depression", t=chosen)
    assert "at least two" in words(app) or len(app.table) > 0


def test_more_than_five_treatments_are_cut_to_five(draw: Drawing, records: Library) -> None:
    ids = option_ids(records.conditions["treatment-resistant-depression"], records)
    app = draw("compare", condition="treatment-resistant-depression", t=ids)
    assert {len(table.columns) for table in sheet(app)} == {6}


def test_a_source_list_can_be_narrowed(draw: Drawing, records: Library) -> None:
    table = draw("sources", type="label").table[0].value
    assert len(table) == sum(source.type == "label" for source in records.sources.values())


def test_every_missing_word_is_explained(draw: Drawing, records: Library) -> None:
    said = words(draw("method"))
    for name in ("missing", "certainty", "comparability", "reading"):
        for term in records.vocabulary.lists[name]:
            assert term.label in said
            assert term.definition in said
