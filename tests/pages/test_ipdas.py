"""The decision aid held to published criteria: IPDASi version 4 by item number, and NICE's list for decision aids."""

import re

import pytest

from components.analysis.comparison import Question, columns, option_ids, questions
from content.base import Finding
from content.library import OWN_FOLDER, Library
from content.readability import HIGHEST_GRADE, medical_names, patient_text, reading_grade
from content.rules.breach import prose_records, texts_of
from tests.pages.conftest import Drawing, words

CONDITIONS = sorted(path.stem for path in (OWN_FOLDER / "conditions").glob("*.yaml"))
BENEFIT_ROWS = ("works", "certainty", "speed", "lasting")
HARM_ROWS = ("harms", "risks")


def sheet_of(condition_id: str, records: Library) -> dict[str, Question]:
    condition = records.conditions[condition_id]
    chosen = columns(condition, option_ids(condition, records), records)
    return {row.id: row for row in questions(chosen, condition, records, 100)}


def word_count(findings: list[Finding]) -> int:
    return sum(len(f"{finding.text or ''} {finding.why or ''}".split()) for finding in findings)


def test_1_1_1_describes_the_condition(records: Library) -> None:
    for condition in records.conditions.values():
        assert 10 <= len(condition.description.split()) <= 120, condition.id


def test_1_1_2_states_the_decision(records: Library) -> None:
    for condition in records.conditions.values():
        assert condition.question.endswith("?"), condition.id


def test_1_1_3_describes_three_options_and_staying_as_now(records: Library) -> None:
    for condition in records.conditions.values():
        kinds = [records.treatments[option.treatment].kind for option in condition.options]
        assert len(kinds) >= 3, condition.id
        assert "stay-as-now" in kinds, condition.id


@pytest.mark.parametrize("condition_id", CONDITIONS)
def test_1_1_4_and_5_every_option_has_a_sourced_benefit_and_harm_or_the_word_for_none(
    condition_id: str, records: Library
) -> None:
    rows = sheet_of(condition_id, records)
    for group in (BENEFIT_ROWS, HARM_ROWS):
        for at in range(len(rows["works"].answers)):
            found = [finding for key in group for finding in rows[key].answers[at]]
            assert found
            assert all(finding.missing or finding.sources for finding in found)


def test_1_2_1_says_what_a_session_is_like(records: Library) -> None:
    for treatment in records.treatments.values():
        assert treatment.session.text or treatment.session.why, treatment.id
        if treatment.kind == "ketamine":
            assert treatment.before, treatment.id
            assert treatment.after, treatment.id


@pytest.mark.parametrize("condition_id", CONDITIONS)
def test_2_1_1_harms_have_as_much_room_as_benefits(condition_id: str, records: Library) -> None:
    rows = sheet_of(condition_id, records)
    counted = {
        group: word_count([finding for key in group for cell in rows[key].answers for finding in cell])
        for group in (BENEFIT_ROWS, HARM_ROWS)
    }
    assert 0.7 <= counted[HARM_ROWS] / counted[BENEFIT_ROWS] <= 1.3


def test_2_1_1_harms_stand_in_the_same_table_after_benefits(records: Library) -> None:
    keys = list(sheet_of("treatment-resistant-depression", records))
    assert keys.index("lasting") < keys.index("harms") < keys.index("given")


@pytest.mark.parametrize("condition_id", CONDITIONS)
def test_2_2_1_every_figure_on_the_sheet_carries_a_source(condition_id: str, records: Library) -> None:
    for row in sheet_of(condition_id, records).values():
        for finding in (finding for cell in row.answers for finding in cell):
            assert finding.sources or not re.search(r"\d", finding.text or ""), (row.id, finding.text)


def test_2_2_2_and_2_2_3_pages_say_their_date_and_how_old_they_may_get(draw: Drawing) -> None:
    assert "Evidence last searched:" in words(draw("condition", "page('ptsd')"))
    assert "show a notice by themselves" in words(draw("method"))


def test_2_2_4_a_probability_has_its_interval_or_the_words_for_none(draw: Drawing) -> None:
    app = draw("condition", "page('treatment-resistant-depression')")
    table = next(table.value for table in app.table if "With" in table.value.columns)
    shown = [str(cell).replace("\\", "") for cell in table["With"]]
    said = re.compile(r"of 100 \((?:\d+ to \d+|no interval: no counts printed)\)")
    assert all(said.search(cell) for cell in shown)
    assert "where counts are known" in words(app)


def test_2_3_1_says_who_pays(draw: Drawing) -> None:
    assert "We take no money from makers, clinics or advertisers" in words(draw("method"))


def test_numbers_no_one_in_x_and_no_bare_frequency(records: Library) -> None:
    loose = re.compile(r"\b1 in \d|\b(?:rare|rarely|common|commonly|often|uncommon)\b", re.IGNORECASE)
    for folder, record in prose_records(records):
        for path, text in texts_of(record):
            assert not loose.search(text), (folder, record.id, path)


def test_plain_language_every_patient_text_is_at_grade_eight_or_below(records: Library) -> None:
    names = medical_names(records)
    for record in (*records.conditions.values(), *records.topics.values(), *records.claims.values()):
        assert reading_grade(patient_text(record), names) <= HIGHEST_GRADE, record.id


def test_nice_an_aid_helps_to_weigh_what_matters(draw: Drawing, records: Library) -> None:
    app = draw("compare", condition="treatment-resistant-depression", t=["ketamine-iv", "ect", "no-change"])
    assert any(box.label == "What matters to you" for box in app.multiselect)
    assert {term.id for term in records.vocabulary.lists["concern"]} >= {"memory", "cost", "needles", "driving"}
