"""The regulation table: one row per jurisdiction and product, and the filters that narrow it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from components.analysis.licensing import product_law
from components.analysis.wording import lower_first
from content.base import PartialDate
from content.jurisdiction import NOT_CHECKED, Cell, Decision, Funding, Jurisdiction, ProductLaw, Schedule
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
PARAM_OF: Mapping[str, str] = {axis: axis.replace("_", "-") for axis in AXES}
"""Name of each axis in an address."""

UNCLEAR = "unclear"


STRICTEST = "strictest"
"""A value rows can be narrowed by beside the terms of the list: the law has no stricter class."""


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
        """Return every value the row has on an axis: for funding, each body's decision too; for control, the rank."""
        cell = self.cell(axis)
        found = {cell.value, *(decision.value for decision in getattr(cell, "decisions", ()))}
        return found | {STRICTEST} if getattr(cell, "strictest", None) else found


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


def values_of(axis: str, library: Library) -> dict[str, str]:
    """Return what an axis can be narrowed by: each value's id and words."""
    found = {term.id: term.label for term in library.vocabulary.lists[AXES[axis][1]]}
    return found | {STRICTEST: "Controlled drug, strictest class"} if axis == "schedule" else found


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


def places_in(rows: Iterable[LawRow]) -> list[Jurisdiction]:
    """Return the jurisdictions of some rows, each once, in their order."""
    return list({row.jurisdiction.id: row.jurisdiction for row in rows}.values())


def unanswered(library: Library, chosen: LawFilter) -> int:
    """Return how many places a filter might also keep if what is not checked there were known."""
    open_values = {axis: wanted | {NOT_CHECKED, UNCLEAR} for axis, wanted in chosen.values.items() if wanted}
    wider = replace(chosen, values=open_values)
    kept = {place.id for place in places_in(law_rows(library, chosen))}
    return sum(place.id not in kept for place in places_in(law_rows(library, wider)))


SORTS = {"name": "Name", "newest": "Newest date first", "oldest": "Oldest date first", "region": "Region"}


def sorted_rows(rows: Sequence[LawRow], by: str, library: Library) -> list[LawRow]:
    """Return rows in the order of a choice of SORTS or of one axis' words; rows without a date come last."""
    if by in AXES:
        order = list(library.vocabulary.ids(AXES[by][1]))
        return sorted(rows, key=lambda row: (order.index(row.cell(by).value), row.jurisdiction.name))
    if by == "region":
        return sorted(rows, key=lambda row: (row.jurisdiction.region, row.jurisdiction.name))
    if by in ("newest", "oldest"):
        sign = -1 if by == "newest" else 1
        return sorted(rows, key=lambda row: _age_key(row, sign))
    return list(rows)


def _age_key(row: LawRow, sign: int) -> tuple[bool, int, str]:
    found = oldest(dates_of(row.law))
    return (found is None, sign * found.earliest.toordinal() if found else 0, row.jurisdiction.name)


def gaps(library: Library) -> list[tuple[Jurisdiction, dict[str, list[str]]]]:
    """Return every place with the axes not checked yet, by product; places with the most gaps first."""
    found = []
    for place in library.jurisdictions.values():
        missing = {
            product: [AXES[axis][0] for axis in AXES if LawRow(place, product).cell(axis).value == NOT_CHECKED]
            for product in PRODUCTS
        }
        if any(missing.values()):
            found.append((place, missing))
    return sorted(found, key=lambda item: (-sum(map(len, item[1].values())), item[0].name))


def cell_words(row: LawRow, axis: str, library: Library) -> str:
    """Return an axis' answer in a few words: a controlled drug with its schedule's own name, funding by each area."""
    cell = row.cell(axis)
    label = library.term(AXES[axis][1], cell.value).label
    if isinstance(cell, Schedule) and cell.name and cell.value == "controlled":
        return f"{label}: {cell.name}"
    if isinstance(cell, Funding) and cell.value == "varies":
        decided = (_decision_words(decision, library) for decision in cell.decisions if decision.area)
        return "; ".join(dict.fromkeys([label, *decided]))
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
