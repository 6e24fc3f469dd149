"""One jurisdiction: its law in three sentences, for whom it means what, its neighbours and its history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.analysis.law import AXES, PRODUCTS, LawRow, cell_words, law_row
from components.analysis.wording import lower_first, upper_first
from content.jurisdiction import Change, Jurisdiction, Licence, Pending, Schedule
from content.library import Library

MOST_NEIGHBOURS = 4
ANSWER_AXES = ("licence", "schedule", "funding")
READERS: Mapping[str, tuple[str, ...]] = {
    "For a patient": ("licence", "off_label", "funding"),
    "For a clinician": ("schedule", "off_label", "setting"),
    "For a traveller": ("travel", "schedule"),
}
"""Which axes matter most to whom."""


def rows_of(place: Jurisdiction) -> list[LawRow]:
    """Return both products in a place."""
    return [law_row(place, "ketamine"), law_row(place, "esketamine")]


def answer(place: Jurisdiction, library: Library) -> list[str]:
    """Return the law in three sentences: licence, drug control, public money; each product apart."""
    return [_sentence(place, axis, library) for axis in ANSWER_AXES]


def _sentence(place: Jurisdiction, axis: str, library: Library) -> str:
    clauses = [f"{PRODUCTS[row.product]} {_clause(row, axis, library)}" for row in rows_of(place)]
    return f"{clauses[0]}; {lower_first(clauses[1])}."


def _clause(row: LawRow, axis: str, library: Library) -> str:
    cell = row.cell(axis)
    term = library.term(AXES[axis][1], cell.value)
    clause = term.clause or lower_first(term.label)
    own_name = cell.regulator if isinstance(cell, Licence) else cell.name if isinstance(cell, Schedule) else None
    return f"{clause} ({own_name})" if own_name else clause


@dataclass(frozen=True)
class Meaning:
    """One axis for one kind of reader."""

    axis: str
    words: str


def meanings(place: Jurisdiction, axes: Sequence[str], library: Library) -> list[Meaning]:
    """Return an axis a line: both products' answers, once where they are the same."""
    found = []
    for axis in axes:
        said = [cell_words(row, axis, library) for row in rows_of(place)]
        words = (
            said[0] if said[0] == said[1] else f"ketamine: {lower_first(said[0])}; esketamine: {lower_first(said[1])}"
        )
        found.append(Meaning(axis, upper_first(words)))
    return found


def neighbours(place: Jurisdiction, library: Library) -> list[Jurisdiction]:
    """Return the places of the same level whose squares stand nearest on the same tile map."""
    if place.tile is None:
        return []
    here = place.tile
    others = [
        (abs(other.tile.row - here.row) + abs(other.tile.column - here.column), other.name, other)
        for other in library.jurisdictions.values()
        if other.tile and other.id != place.id and other.level == place.level and _map_of(other) == _map_of(place)
    ]
    return [other for _, _, other in sorted(others, key=lambda item: item[:2])[:MOST_NEIGHBOURS]]


def _map_of(place: Jurisdiction) -> str | None:
    return place.part_of if place.level == "part" else None


def parts_of_country(place: Jurisdiction, library: Library) -> list[Jurisdiction]:
    """Return the states and provinces of a country that have a record, by name."""
    found = (other for other in library.jurisdictions.values() if other.part_of == place.id and other.level == "part")
    return sorted(found, key=lambda other: other.name)


def changes(library: Library) -> list[tuple[Jurisdiction, Change]]:
    """Return every dated change of the law with its place, newest first."""
    found = [(place, change) for place in library.jurisdictions.values() for change in place.history]
    return sorted(found, key=lambda item: (-item[1].date.earliest.toordinal(), item[0].name))


def coming(library: Library) -> list[tuple[Jurisdiction, Pending]]:
    """Return every change under way with its place, the next fixed date first, those without one last."""
    found = [(place, pending) for place in library.jurisdictions.values() for pending in place.pending]
    return sorted(found, key=lambda item: (item[1].next_date.iso if item[1].next_date else "9999", item[0].name))
