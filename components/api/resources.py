"""What programs can ask for: each kind of record, and the same filters its page has."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from components.analysis.law import PARAM_OF, PRODUCTS, LawFilter, LawRow, export_rows, law_rows, places_in, values_of
from components.analysis.study_index import FACETS, matching
from components.analysis.tables import TABLE_OF, Row, Table
from content.base import Record
from content.library import Library

Choices = Mapping[str, frozenset[str]]
"""For each parameter the values asked for; none asked narrows nothing."""


@dataclass(frozen=True)
class Parameter:
    """One filter: its name in the address, what it narrows by, and the values it takes."""

    name: str
    description: str
    values: Callable[[Library], Sequence[str]]


@dataclass(frozen=True)
class Resource:
    """One kind of record."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    matching: Callable[[Library, Choices], list[Record]]

    own_rows: Callable[[Library, Choices], list[Row]] | None = None

    @property
    def table(self) -> Table:
        """The records as a flat table."""
        return TABLE_OF[self.name]

    def rows(self, library: Library, chosen: Choices) -> list[Row]:
        """Return the rows of the table that match."""
        if self.own_rows:
            return self.own_rows(library, chosen)
        return list(self.table.rows(self.matching(library, chosen), library))


def _terms(vocabulary: str) -> Callable[[Library], Sequence[str]]:
    return lambda library: library.vocabulary.ids(vocabulary)


def _field(name: str, description: str, vocabulary: str) -> Parameter:
    return Parameter(name, description, _terms(vocabulary))


def _by_fields(folder: str, fields: Mapping[str, str]) -> Callable[[Library, Choices], list[Record]]:
    """Return a filter that compares fields of the records of a folder with what was asked."""

    def matching_records(library: Library, chosen: Choices) -> list[Record]:
        return [
            record
            for record in library.records(folder).values()
            if all(not chosen.get(name) or getattr(record, field) in chosen[name] for name, field in fields.items())
        ]

    return matching_records


def _law_rows(library: Library, chosen: Choices) -> list[LawRow]:
    return law_rows(
        library,
        LawFilter(
            chosen.get("country", frozenset()),
            chosen.get("region", frozenset()),
            chosen.get("product", frozenset()),
            {axis: chosen.get(name, frozenset()) for axis, name in PARAM_OF.items()},
        ),
    )


def _places(library: Library, chosen: Choices) -> list[Record]:
    return list(places_in(_law_rows(library, chosen)))


def _law_table(library: Library, chosen: Choices) -> list[Row]:
    return export_rows(_law_rows(library, chosen), library)


def _values_of(axis: str) -> Callable[[Library], Sequence[str]]:
    return lambda library: list(values_of(axis, library))


RESOURCES: tuple[Resource, ...] = (
    Resource(
        "conditions",
        "Condition pages",
        (_field("group", "Group of conditions.", "condition-group"),),
        _by_fields("conditions", {"group": "group"}),
    ),
    Resource(
        "treatments",
        "Treatments",
        (
            _field("kind", "Kind of treatment.", "treatment-kind"),
            _field("route", "How a medicine enters the body.", "route"),
        ),
        _by_fields("treatments", {"kind": "kind", "route": "route"}),
    ),
    Resource(
        "studies",
        "Studies",
        tuple(
            Parameter(facet.id, f"{facet.label}.", lambda library, facet=facet: list(facet.labels(library)))  # type: ignore[misc]
            for facet in FACETS
        ),
        lambda library, chosen: list(matching(library, chosen)),
    ),
    Resource(
        "jurisdictions",
        "The law by place",
        (
            Parameter("country", "Place, by its id.", lambda library: list(library.jurisdictions)),
            _field("region", "Part of the world.", "region"),
            Parameter("product", "Product the other filters look at.", lambda _: list(PRODUCTS)),
            *(
                Parameter(
                    name, f"Answer on the axis {field}, of either product or of the one named.", _values_of(field)
                )
                for field, name in PARAM_OF.items()
            ),
        ),
        _places,
        _law_table,
    ),
    Resource(
        "sources",
        "Sources",
        (
            _field("type", "Kind of document.", "source-type"),
            _field("read", "How it was read.", "reading"),
        ),
        _by_fields("sources", {"type": "type", "read": "read"}),
    ),
    Resource(
        "claims",
        "Claims weighed",
        (_field("verdict", "Verdict.", "verdict"),),
        _by_fields("claims", {"verdict": "verdict"}),
    ),
)
