"""One place: three sentences, neighbours, changes; the tile map holds every place once."""

import pytest

from components.analysis.law import AXES, NOT_CHECKED, STRICTEST, LawFilter, gaps, law_rows, places_in, unanswered
from components.analysis.law_presets import PRESETS
from components.analysis.places import answer, changes, coming, neighbours, parts_of_country
from components.analysis.tiles import bands, countries_with_parts
from content.library import Library


def test_the_answer_keeps_licence_control_and_funding_apart(records: Library) -> None:
    for place in records.jurisdictions.values():
        sentences = answer(place, records)
        assert len(sentences) == 3
        for sentence in sentences:
            assert sentence.startswith("Ketamine ")
            assert "; esketamine " in sentence
            assert sentence.endswith(".")


def test_neighbours_are_near_of_the_same_level_and_never_the_place_itself(records: Library) -> None:
    assert {place.id for place in neighbours(records.jurisdictions["gb"], records)} >= {"ie"}
    for place in records.jurisdictions.values():
        near = neighbours(place, records)
        assert place not in near
        assert {other.level for other in near} <= {place.level}
    assert {place.part_of for place in neighbours(records.jurisdictions["us-tx"], records)} == {"us"}


def test_a_country_knows_its_parts(records: Library) -> None:
    assert "Texas" in [place.name for place in parts_of_country(records.jurisdictions["us"], records)]


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("product", ["ketamine", "esketamine"])
def test_the_map_holds_every_country_once_under_its_answer(axis: str, product: str, records: Library) -> None:
    found = bands(axis, product, records)  # type: ignore[arg-type]
    shown = [square.place.id for band in found for square in band.squares]
    assert sorted(shown) == sorted(place.id for place in records.jurisdictions.values() if place.level == "country")
    for band in found:
        for square in band.squares:
            law = getattr(square.place, product)
            assert getattr(law, axis).value == band.term.id


def test_parts_have_maps_of_their_own(records: Library) -> None:
    for country in countries_with_parts(records):
        (shown,) = [[s.place for band in bands("licence", "ketamine", records, country.id) for s in band.squares]]
        assert {place.part_of for place in shown} == {country.id}


def test_changes_run_from_the_newest_and_coming_ones_from_the_next(records: Library) -> None:
    past = [change.date.earliest for _, change in changes(records)]
    assert past == sorted(past, reverse=True)
    dated = [change.next_date.iso for _, change in coming(records) if change.next_date]
    assert dated == sorted(dated)
    assert len(coming(records)) == sum(len(place.pending) for place in records.jurisdictions.values())


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_an_open_answer_is_counted_and_never_as_a_match(preset, records: Library) -> None:  # type: ignore[no-untyped-def]
    kept = {place.id for place in places_in(law_rows(records, preset.filter))}
    for row in law_rows(records, preset.filter):
        for axis, wanted in preset.values.items():
            assert row.values(axis) & set(wanted)
    open_places = unanswered(records, preset.filter)
    assert 0 <= open_places <= len(records.jurisdictions) - len(kept)


def test_the_strictest_class_is_a_value_of_its_own(records: Library) -> None:
    chosen = LawFilter(values={"schedule": frozenset({STRICTEST})})
    for row in law_rows(records, chosen):
        assert row.law.schedule.strictest
    assert "us" not in {place.id for place in places_in(law_rows(records, chosen))}


def test_gaps_name_what_is_not_checked(records: Library) -> None:
    names = {heading: axis for axis, (heading, _) in AXES.items()}
    for place, missing in gaps(records):
        for product, headings in missing.items():
            for heading in headings:
                assert getattr(getattr(place, product), names[heading]).value == NOT_CHECKED
