"""Search: what readers type leads to what they look for, and nothing they type breaks it."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.analysis.search import Entry, grouped, index, suggestions
from components.sitemap import FIXED
from content.library import OWN_FOLDER, Library
from content.shelf import Shelf

RECORDS = Shelf(OWN_FOLDER).library()
SHELL = Path(__file__).parents[2] / "components" / "shell.py"
with (Path(__file__).parent / "search_queries.csv").open(encoding="utf-8", newline="") as _file:
    WANTED = list(csv.DictReader(_file))


def shows(entry: Entry, detail: str) -> bool:
    """Whether an entry's address holds a detail such as c=us-tx; of several values, as the first."""
    name, _, value = detail.partition("=")
    held = entry.query.get(name, "")
    return not detail or value == (held if isinstance(held, str) else held[0])


@pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: wanted["query"])
def test_the_first_hit_is_the_one_a_reader_wants(wanted: dict[str, str]) -> None:
    hits = index(RECORDS).hits(wanted["query"])
    assert hits, "nothing found"
    first = hits[0].entry
    assert (first.kind, first.address) == (wanted["kind"], wanted["address"])
    assert shows(first, wanted["detail"]), first.query


@pytest.mark.parametrize(
    "query",
    [
        "i am suicidal",
        "im suicidal",
        "feeling suicidal",
        "want to end my life",
        "I want to end it all",
        "thinking about suicide",
        "don't want to live anymore",
        "i took too much ketamine",
        "crisis text line",
    ],
)
def test_someone_in_a_crisis_is_shown_help_first(query: str) -> None:
    assert index(RECORDS).hits(query)[0].entry.kind == "help"


@pytest.mark.parametrize("query", ["", "   ", "?!", "…", "'", "’’", "-- /* */", "\n\t", "_", '""'])
def test_a_query_without_words_finds_nothing(query: str) -> None:
    assert index(RECORDS).hits(query) == []


@pytest.mark.parametrize(
    "query",
    ['" OR 1=1 --', "NEAR(", "*", "a" * 5000, "ketamine " * 555, "title:", "NOT AND OR", "^x", "\x00", "'; DROP", "🙂"],
)
def test_a_hostile_query_raises_nothing(query: str) -> None:
    grouped(index(RECORDS).hits(query))
    suggestions(query, RECORDS)


@given(st.text())
def test_any_text_may_be_typed(query: str) -> None:
    scores = [hit.score for hit in index(RECORDS).hits(query)]
    assert scores == sorted(scores, reverse=True)


def test_every_entry_leads_to_a_page(records: Library) -> None:
    pages = {page.address for page in FIXED} | set(records.topics) | set(records.conditions)
    assert {entry.address for entry in index(records).entries} <= pages


def test_every_entry_of_a_part_leads_to_a_part_that_is_there(records: Library) -> None:
    for entry in index(records).entries:
        if "part" in entry.query:
            assert entry.query["part"] in {section.id for section in records.topics[entry.address].sections}


def test_no_query_is_listed_twice() -> None:
    queries = [wanted["query"] for wanted in WANTED]
    assert len(queries) == len(set(queries)) >= 160
