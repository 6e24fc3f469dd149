"""The law: the table, the map's words, every place's own page, places side by side, what changed."""

import re

import pytest

from components.analysis.law import PARAM_OF
from components.analysis.law_presets import PRESETS
from components.analysis.places import answer
from content.library import OWN_FOLDER, Library
from tests.pages.conftest import Drawing, words

JURISDICTIONS = sorted(path.stem for path in (OWN_FOLDER / "jurisdictions").glob("*.yaml"))


@pytest.mark.parametrize("place_id", JURISDICTIONS)
def test_a_place_shows_six_axes_for_both_products(draw: Drawing, place_id: str, records: Library) -> None:
    said = words(draw("country", c=place_id))
    place = records.jurisdictions[place_id]
    assert all(sentence in said for sentence in answer(place, records))
    for law in (place.ketamine, place.esketamine):
        for cell in (law.licence, law.schedule, law.off_label, law.funding, law.setting, law.travel):
            assert (cell.words or cell.why or "") in said
            assert cell.as_of is None or f"(as of {cell.as_of})" in said
    assert all(change.text in said for change in place.history)
    assert all(change.text in said for change in place.pending)


def test_a_place_is_found_by_its_code_in_capitals(draw: Drawing) -> None:
    assert draw("country", c="GB").title[0].value == "The law on ketamine: United Kingdom"


def test_places_stand_side_by_side(draw: Drawing) -> None:
    app = draw("country", c=["gb", "ie", "fr"], product="esketamine")
    table = app.table[0].value
    assert list(table.columns) == ["Esketamine", "United Kingdom", "Ireland", "France"]
    assert len(table) == 6


def test_more_than_five_places_are_cut_to_five(draw: Drawing) -> None:
    app = draw("country", c=["gb", "ie", "fr", "de", "it", "es", "us"])
    assert len(app.table[0].value.columns) == 6


@pytest.mark.parametrize("asked", ["nonsense", "<script>alert(1)</script>", ""])
def test_an_unknown_place_leads_to_the_choice(draw: Drawing, asked: str) -> None:
    assert "Choose a country, state or province above" in words(draw("country", c=asked))


def law_table(app):  # type: ignore[no-untyped-def]
    return next(table.value for table in app.table if "Product" in table.value.columns)


def test_nothing_chosen_shows_every_jurisdiction(draw: Drawing, records: Library) -> None:
    assert len(law_table(draw("regulation"))) == 2 * len(records.jurisdictions)


def names_in(cells) -> set[str]:  # type: ignore[no-untyped-def]
    return {match for cell in cells for match in re.findall(r"\[(.*?)\]\(", str(cell))}


def test_filters_narrow_the_table_together(draw: Drawing, records: Library) -> None:
    table = law_table(draw("regulation", region="europe", product="esketamine", licence="licensed"))
    expected = {
        place.name
        for place in records.jurisdictions.values()
        if place.region == "europe" and place.esketamine.licence.value == "licensed"
    }
    assert names_in(table["Place"]) == expected
    assert set(table["Product"]) == {"Esketamine"}


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_a_question_says_how_many_and_how_many_are_open(draw: Drawing, preset, records: Library) -> None:  # type: ignore[no-untyped-def]
    query = {PARAM_OF[axis]: list(values) for axis, values in preset.values.items()}
    said = words(draw("regulation", product=preset.product, **query))
    assert re.search(rf"\d+ of {len(records.jurisdictions)} jurisdictions\.", said)


def test_filters_that_match_nothing_say_so(draw: Drawing) -> None:
    assert "Nothing matches" in words(draw("regulation", country="no", region="asia"))


def test_the_table_can_be_sorted_and_its_columns_chosen(draw: Drawing) -> None:
    table = law_table(draw("regulation", sort="newest", show=["travel", "setting"]))
    assert list(table.columns) == ["Place", "Product", "Driving and travel", "Setting", "As of"]
    years = [int(year.group()) for cell in table["As of"] if (year := re.search(r"\d{4}", str(cell)))]
    assert years == sorted(years, reverse=True)


def test_the_grid_holds_the_same_rows(draw: Drawing, records: Library) -> None:
    app = draw("regulation", view="grid", product="ketamine")
    assert len(app.dataframe[0].value) == len(records.jurisdictions)


def test_the_chosen_country_is_answered_first(draw: Drawing, records: Library) -> None:
    said = words(draw("regulation", country="de"))
    assert all(sentence in said for sentence in answer(records.jurisdictions["de"], records))


def test_what_is_not_checked_is_listed_by_place(draw: Drawing) -> None:
    table = next(
        t.value for t in draw("regulation").table if list(t.value.columns) == ["Place", "Ketamine", "Esketamine"]
    )
    assert len(table) > 20


def test_changes_stand_newest_first_and_every_correction_is_named(draw: Drawing, records: Library) -> None:
    said = words(draw("changes"))
    for place in records.jurisdictions.values():
        assert all(change.text in said for change in (*place.history, *place.pending))
    for item in records.corrections.values():
        assert item.was in said
        assert item.now in said


def test_maps_in_a_fold_are_drawn_when_it_is_opened(draw: Drawing) -> None:
    app = draw("regulation")
    closed = len(app.get("plotly_chart"))
    app.session_state["map-parts"] = True
    app.run()
    assert not app.exception
    assert len(app.get("plotly_chart")) > closed == 1
