"""The tile map: one equal square per place, grouped by its answer on one axis."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.analysis.law import AXES, Product, cell_words, law_row
from content.jurisdiction import Jurisdiction
from content.library import Library
from content.vocabulary import Term


@dataclass(frozen=True)
class Square:
    """One place on the map."""

    place: Jurisdiction
    row: int
    column: int
    words: str

    @property
    def code(self) -> str:
        """What stands in the square: the ISO code, of a part the letters after the country's."""
        return self.place.code.rpartition("-")[2]


@dataclass(frozen=True)
class Band:
    """All places with the same answer."""

    term: Term
    squares: tuple[Square, ...]


def _squares(country: str | None, axis: str, product: Product, library: Library) -> Iterator[tuple[str, Square]]:
    for place in sorted(library.jurisdictions.values(), key=lambda place: place.name):
        on_map = place.level == "country" if country is None else place.level == "part" and place.part_of == country
        if on_map and place.tile:
            row = law_row(place, product)
            words = cell_words(row, axis, library)
            yield row.cell(axis).value, Square(place, place.tile.row, place.tile.column, words)


def bands(axis: str, product: Product, library: Library, country: str | None = None) -> list[Band]:
    """Return the places of the world map, or of one country's own map, grouped by answer in the order of its list."""
    found = list(_squares(country, axis, product, library))
    grouped = (
        Band(term, tuple(square for value, square in found if value == term.id))
        for term in library.vocabulary.lists[AXES[axis][1]]
    )
    return [band for band in grouped if band.squares]


def countries_with_parts(library: Library) -> list[Jurisdiction]:
    """Return the countries of which states or provinces have records of their own, by name."""
    ids = {place.part_of for place in library.jurisdictions.values() if place.level == "part" and place.tile}
    found = (place for place in library.jurisdictions.values() if place.id in ids)
    return sorted(found, key=lambda place: place.name)
