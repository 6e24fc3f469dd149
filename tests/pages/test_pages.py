"""Every page draws for every record, and shows the figures the records hold."""

import re

import pytest

from components.analysis.comparison import option_ids
from content.library import OWN_FOLDER, Library
from pages.sources import PER_PAGE
from tests.pages.conftest import Drawing, sheet, words

STUDIES = sorted(path.stem for path in (OWN_FOLDER / "studies").glob("*.yaml"))


@pytest.mark.parametrize(
    "page",
    [
        "home",
        "conditions",
        "compare",
        "regulation",
        "country",
        "changes",
        "claims",
        "glossary",
        "search",
        "studies",
        "study",
        "visit",
        "sources",
        "method",
        "helpline",
    ],
)
def test_a_page_draws(draw: Drawing, page: str) -> None:
    assert len(draw(page).title) == 1


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
    for expected in ("Ketamine by infusion", "Law: Ireland", "Memory and thinking", "Questions to ask", "64 of 100"):
        assert expected in said
    assert records.sources["murrough-2013"].address in said


def test_a_visit_sheet_without_choices_leads_to_the_comparison(draw: Drawing) -> None:
    assert "Choose a condition and treatments first" in words(draw("visit", condition="nonsense"))


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
    said = words(draw("studies", condition="ptsd", finding="no-difference"))
    expected = [
        study
        for study in records.studies.values()
        if "ptsd" in study.conditions and any(c.finding == "no-difference" for c in study.comparisons)
    ]
    assert said.count("/study?id=") == min(len(expected), 25)
    assert "/study?id=abdallah-2022" in said


def test_counts_beside_a_filter_follow_the_last_choice(draw: Drawing, records: Library) -> None:
    app = draw("studies")
    app.multiselect(key="studies:condition").select("ptsd").run()
    of_ptsd = [study for study in records.studies.values() if "ptsd" in study.conditions]
    better = sum(any(c.finding == "better" for c in study.comparisons) for study in of_ptsd)
    assert f"Better ({better})" in app.multiselect(key="studies:finding").options


@pytest.mark.parametrize("chosen", [["ect"], ["nonsense"], ["nonsense", "ect"]])
def test_a_comparison_of_one_asks_for_another(draw: Drawing, chosen: list[str]) -> None:
    app = draw("compare", condition="treatment-resistant-depression", t=chosen)
    assert "at least two" in words(app) or len(app.table) > 0


def test_more_than_five_treatments_are_cut_to_five(draw: Drawing, records: Library) -> None:
    ids = option_ids(records.conditions["treatment-resistant-depression"], records)
    app = draw("compare", condition="treatment-resistant-depression", t=ids)
    assert {len(table.columns) for table in sheet(app)} == {6}


def test_a_source_list_can_be_narrowed(draw: Drawing, records: Library) -> None:
    said = words(draw("sources", type="label"))
    labels = sum(source.type == "label" for source in records.sources.values())
    assert said.count(f"{labels} sources, newest first") == 1
    assert said.count(" Checked ") == min(labels, PER_PAGE)


def test_every_missing_word_is_explained(draw: Drawing, records: Library) -> None:
    said = words(draw("method"))
    for name in ("missing", "certainty", "comparability", "reading"):
        for term in records.vocabulary.lists[name]:
            assert term.label in said
            assert term.definition in said


def test_help_shows_the_number_first_and_large(draw: Drawing, records: Library) -> None:
    app = draw("helpline", country="gb")
    line = records.helplines["gb"]
    called = f"[{line.phone}](tel:{line.phone.replace(' ', '')})"
    assert [header.value for header in app.header] == [f"{line.country_name}: {called}"]
    everywhere = re.sub(r"\]\(tel:[^)]*\)", "", words(draw("helpline"))).replace("[", "")
    for line in records.helplines.values():
        assert line.phone in everywhere
        assert line.name in everywhere
