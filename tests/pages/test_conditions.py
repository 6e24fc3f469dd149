"""Every condition page: its order, every word and figure of its records, one denominator, every option compared."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from components.analysis.absolute import benefit_rows, harm_rows
from components.analysis.comparison import option_ids
from content.library import OWN_FOLDER, Library
from tests.pages.conftest import Drawing, drawn, sheet, words

CONDITIONS = sorted(path.stem for path in (OWN_FOLDER / "conditions").glob("*.yaml"))
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
AT_ONCE = 5


@pytest.fixture(scope="module", params=CONDITIONS)
def condition_page(request: pytest.FixtureRequest) -> tuple[str, AppTest]:
    """One condition's id and its page, drawn once for all tests that read it."""
    return request.param, drawn(f"from pages import condition; condition.page({request.param!r})")


def test_a_condition_page_keeps_its_order(condition_page: tuple[str, AppTest], records: Library) -> None:
    condition_id, app = condition_page
    assert [header.value.split(":")[0] for header in app.header] == SECTIONS
    assert records.conditions[condition_id].question in words(app)


def test_it_shows_the_figures_of_its_studies(condition_page: tuple[str, AppTest], records: Library) -> None:
    condition_id, app = condition_page
    said = words(app)
    for study in records.studies_on(condition_id):
        for comparison in study.comparisons:
            for arm in comparison.arms:
                if arm.events is not None:
                    assert f"{arm.events} of {arm.people}" in said
                elif arm.percent is not None:
                    assert f"{arm.percent:g}%" in said
            if comparison.effect and comparison.effect.value is not None:
                assert f"{comparison.effect.value:g}".replace("-", "−") in said


def test_it_shows_every_word_of_its_record(condition_page: tuple[str, AppTest], records: Library) -> None:
    condition_id, app = condition_page
    said = words(app)
    condition = records.conditions[condition_id]
    shown = [*condition.short_answer, *condition.harms, *condition.timing, *condition.studied, *condition.left_out]
    for statement in (*shown, *condition.unknown, *condition.guidelines, *condition.running_trials):
        assert (statement.text or "") in said
    for graded in condition.certainty:
        assert records.term("certainty", graded.level).label in said
        assert all(reason in said for reason in graded.reasons)


def test_it_shows_the_claims_that_concern_it(condition_page: tuple[str, AppTest], records: Library) -> None:
    condition_id, app = condition_page
    said = words(app)
    for claim in records.claims.values():
        if condition_id in claim.conditions:
            assert f"“{claim.claim}”" in said
            assert records.term("verdict", claim.verdict).label in said


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


@pytest.mark.parametrize("condition_id", CONDITIONS)
def test_every_option_can_be_compared(draw: Drawing, condition_id: str, records: Library) -> None:
    ids = option_ids(records.conditions[condition_id], records)
    for start in range(0, len(ids), AT_ONCE - 1):
        chosen = ids[start : start + AT_ONCE]
        if len(chosen) < 2:
            continue
        tables = sheet(draw("compare", condition=condition_id, t=chosen))
        assert {len(table.columns) for table in tables} == {len(chosen) + 1}
        assert sum(len(table) for table in tables) == 17
        assert all(str(cell).strip() for table in tables for row in table.to_numpy() for cell in row)


def test_a_session_is_told_for_its_condition_or_says_of_which_it_tells(draw: Drawing, records: Library) -> None:
    for condition in records.conditions.values():
        forms = [records.treatments[option.treatment] for option in condition.options]
        form = next((form for form in forms if form.kind == "ketamine"), None)
        if form is None:
            continue
        own = condition.option(form.id)
        told_of = records.conditions.get(form.told_of or "")
        is_elsewhere = bool(told_of and told_of.group != condition.group and not (own and own.session))
        said = words(draw("condition", f"page('{condition.id}')"))
        assert ("This tells of it as it is given for" in said) == is_elsewhere, condition.id


def test_the_results_of_ketamine_stand_before_those_of_other_treatments(records: Library) -> None:
    for condition in records.conditions.values():
        for rows in (benefit_rows(condition, records), harm_rows(condition, records)):
            kinds = [row.treated.is_ketamine for row in rows]
            assert kinds == sorted(kinds, reverse=True), condition.id
