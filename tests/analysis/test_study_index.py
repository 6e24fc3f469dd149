"""The list of studies: choices narrow it, and the count beside a choice is what choosing it gives."""

import pytest
import rispy
from pybtex.database import parse_string

from components.analysis.references import bibtex, ris
from components.analysis.study_index import FACETS, counts, matching
from content.library import Library


def test_nothing_chosen_shows_every_study_newest_first(records: Library) -> None:
    found = matching(records, {})
    assert len(found) == len(records.studies)
    years = [records.year_of(study) for study in found]
    assert years == sorted(years, reverse=True)


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.id)
def test_the_count_beside_a_choice_is_what_choosing_it_gives(facet, records: Library) -> None:  # type: ignore[no-untyped-def]
    others = {"condition": frozenset({"ptsd"})} if facet.id != "condition" else {"finding": frozenset({"better"})}
    for value, count in counts(facet, records, others).items():
        assert len(matching(records, {**others, facet.id: frozenset({value})})) == count


def test_choices_on_one_property_add_up_and_on_several_narrow(records: Library) -> None:
    better = matching(records, {"finding": frozenset({"better"})})
    none = matching(records, {"finding": frozenset({"no-difference"})})
    either = matching(records, {"finding": frozenset({"better", "no-difference"})})
    assert {study.id for study in either} == {study.id for study in (*better, *none)}
    both = matching(records, {"finding": frozenset({"better"}), "funding": frozenset({"industry"})})
    assert {study.id for study in both} == {study.id for study in better if study.funding == "industry"}


def test_references_read_back_as_they_were(records: Library) -> None:
    sources = [records.sources[study.source] for study in records.studies.values()]
    entries = parse_string(bibtex(sources), "bibtex").entries
    back = rispy.loads(ris(sources))
    assert {entry["id"] for entry in back} == set(entries) == {source.id for source in sources}
    for source in sources:
        assert entries[source.id].fields.get("doi", "") == (source.doi or "").replace("_", "\\_")
    assert [entry["title"] for entry in back] == [source.title for source in sources]
