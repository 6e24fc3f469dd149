"""The regulation table: filters, words, downloads."""

from hypothesis import given
from hypothesis import strategies as st

from components.analysis.law import AXES, LawFilter, cell_words, export_rows, law_rows
from content.library import OWN_FOLDER, Library
from content.shelf import Shelf

RECORDS = Shelf(OWN_FOLDER).library()
PLACES = sorted(RECORDS.jurisdictions)


def test_no_filter_keeps_every_place_twice(records: Library) -> None:
    assert len(law_rows(records)) == 2 * len(records.jurisdictions)


@given(
    st.frozensets(st.sampled_from(PLACES)),
    st.frozensets(st.sampled_from(["europe", "asia", "oceania"])),
    st.frozensets(st.sampled_from(["ketamine", "esketamine"])),
    st.frozensets(st.sampled_from(["licensed", "not-checked"])),
)
def test_filters_only_ever_narrow_and_each_row_passes_each(countries, regions, products, licence) -> None:  # type: ignore[no-untyped-def]
    chosen = LawFilter(countries, regions, products, {"licence": licence})
    kept = law_rows(RECORDS, chosen)
    everything = law_rows(RECORDS)
    assert [row for row in everything if row in kept] == kept
    for row in kept:
        assert not countries or row.jurisdiction.id in countries
        assert not regions or row.jurisdiction.region in regions
        assert not products or row.product in products
        assert not licence or row.law.licence.value in licence


def test_funding_is_found_by_what_any_body_decided(records: Library) -> None:
    wanted = LawFilter(products=frozenset({"esketamine"}), values={"funding": frozenset({"not-funded"})})
    assert "gb" in {row.jurisdiction.id for row in law_rows(records, wanted)}


def test_licence_and_funding_are_never_merged(records: Library) -> None:
    law = records.jurisdictions["gb"].esketamine
    assert law.licence.value == "licensed"
    assert law.funding.value == "varies"
    decisions = {decision.body: decision for decision in law.funding.decisions}
    assert any("NICE" in body and d.value == "not-funded" for body, d in decisions.items())
    assert any(("SMC" in body or "Scottish" in body) and d.value != "not-funded" for body, d in decisions.items())


def test_a_controlled_drug_is_named_by_its_own_schedule(records: Library) -> None:
    row = next(row for row in law_rows(records) if row.jurisdiction.id == "us" and row.product == "ketamine")
    assert cell_words(row, "schedule", records) == "Controlled drug: Schedule III"


def test_an_export_holds_every_axis_with_date_and_sources(records: Library) -> None:
    rows = export_rows(law_rows(records), records)
    assert len(rows) == 2 * len(records.jurisdictions)
    for row in rows:
        for axis in AXES:
            assert row[axis]
            if row[axis] not in ("Not checked yet", "Does not apply"):
                assert row[f"{axis}_as_of"]
                assert row[f"{axis}_sources"].startswith("http")
