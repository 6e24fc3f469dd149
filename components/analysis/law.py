"""The regulation table: one row per jurisdiction and product, and the filters that narrow it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from components.analysis.licensing import product_law
from components.analysis.wording import lower_first
from content.base import PartialDate
from content.jurisdiction import Cell, Decision, Funding, Jurisdiction, ProductLaw, Schedule
from content.library import Library

Product = Literal["ketamine", "esketamine"]
PRODUCTS: Mapping[str, str] = {"ketamine": "Ketamine", "esketamine": "Esketamine"}

AXES: Mapping[str, tuple[str, str]] = {
    "licence": ("Licence", "licence"),
    "schedule": ("Drug control", "schedule"),
    "off_label": ("Off-label use", "off-label"),
    "funding": ("Public funding", "funding-decision"),
    "setting": ("Setting", "setting"),
    "travel": ("Driving and travel", "travel"),
}
"""The six axes: field of the record, heading, closed list."""


@dataclass(frozen=True)
class LawRow:
    """One product in one jurisdiction."""

    jurisdiction: Jurisdiction
    product: str

    @property
    def law(self) -> ProductLaw:
        """The six axes of the product here."""
        return product_law(self.jurisdiction, self.product)

    def cell(self, axis: str) -> Cell:
        """Return the answer on one axis."""
        found: Cell = getattr(self.law, axis)
        return found

    def values(self, axis: str) -> set[str]:
        """Return every value the row has on an axis: for funding, each body's decision too."""
        decisions = getattr(self.cell(axis), "decisions", ())
        return {self.cell(axis).value, *(decision.value for decision in decisions)}


@dataclass(frozen=True)
class LawFilter:
    """What the reader narrowed the table to; an empty choice narrows nothing."""

    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def keeps(self, row: LawRow) -> bool:
        """Return whether a row passes every choice."""
        place = row.jurisdiction
        return (
            (not self.countries or place.id in self.countries)
            and (not self.regions or place.region in self.regions)
            and (not self.products or row.product in self.products)
            and all(not wanted or wanted & row.values(axis) for axis, wanted in self.values.items())
        )


def countries(library: Library) -> dict[str, Jurisdiction]:
    """Return countries and parts of countries by id, in the order of their names."""
    places = (place for place in library.jurisdictions.values() if place.level in ("country", "part"))
    return {place.id: place for place in sorted(places, key=lambda place: place.name)}


def law_row(place: Jurisdiction, product: Product) -> LawRow:
    """Return one product in one jurisdiction."""
    return LawRow(place, product)


def law_rows(library: Library, chosen: LawFilter | None = None) -> list[LawRow]:
    """Return the rows a filter keeps, by name: countries first, then the levels above them."""
    chosen = chosen or LawFilter()
    places = sorted(
        library.jurisdictions.values(), key=lambda place: (place.level not in ("country", "part"), place.name)
    )
    rows = (LawRow(place, product) for place in places for product in PRODUCTS)
    return [row for row in rows if chosen.keeps(row)]


def cell_words(row: LawRow, axis: str, library: Library) -> str:
    """Return an axis' answer in a few words: a controlled drug with its schedule's own name, funding by each area."""
    cell = row.cell(axis)
    label = library.term(AXES[axis][1], cell.value).label
    if isinstance(cell, Schedule) and cell.name and cell.value == "controlled":
        return f"{label}: {cell.name}"
    if isinstance(cell, Funding) and cell.value == "varies":
        return "; ".join([label, *(_decision_words(decision, library) for decision in cell.decisions if decision.area)])
    return label


def _decision_words(decision: Decision, library: Library) -> str:
    label = lower_first(library.term("funding-decision", decision.value).label)
    return f"{decision.area}: {label} ({decision.body})"


def dates_of(law: ProductLaw) -> Iterator[PartialDate]:
    """Yield the date each axis' evidence speaks for."""
    for axis in AXES:
        as_of = getattr(law, axis).as_of
        if as_of:
            yield as_of


def oldest(dates: Iterable[PartialDate]) -> PartialDate | None:
    """Return the earliest of some dates, None where there is none."""
    return min(dates, key=lambda found: found.earliest, default=None)


def export_rows(rows: Iterable[LawRow], library: Library) -> list[dict[str, str]]:
    """Return the shown rows as flat text for a download: each axis with words, date and addresses of its sources."""
    exported = []
    for row in rows:
        flat = {"jurisdiction": row.jurisdiction.name, "code": row.jurisdiction.code, "product": row.product}
        for axis in AXES:
            cell = row.cell(axis)
            addresses = [library.sources[c.source].address for c in cell.sources if c.source in library.sources]
            flat |= {
                axis: cell_words(row, axis, library),
                f"{axis}_words": cell.words or cell.why or "",
                f"{axis}_as_of": cell.as_of.iso if cell.as_of else "",
                f"{axis}_sources": " ".join(addresses),
            }
        exported.append(flat)
    return exported
