"""Rules on law records, and on dates everywhere."""

from collections.abc import Iterator
from datetime import date

import pycountry

from content.base import PartialDate, parts_of
from content.jurisdiction import Licence
from content.library import Library
from content.rules.breach import Breach, all_records

ABOVE_COUNTRIES = frozenset({"EU", "UN"})
MAY_LIE_AHEAD = frozenset({"next_date", "expected"})


def history_is_in_order(library: Library) -> Iterator[Breach]:
    """A jurisdiction's changes run from the oldest to the newest."""
    for record in library.jurisdictions.values():
        dates = [change.date.earliest for change in record.history]
        if dates != sorted(dates):
            yield Breach("jurisdictions", record, ("history",), "is not in order of date", remedy="oldest first")


def _is_iso_3166(code: str) -> bool:
    if "-" in code:
        return pycountry.subdivisions.get(code=code) is not None  # type: ignore[no-untyped-call]
    return pycountry.countries.get(alpha_2=code) is not None


def codes_are_iso(library: Library) -> Iterator[Breach]:
    """Jurisdiction and helpline codes stand in ISO 3166, the European Union and the United Nations apart."""
    for folder, codes in (
        ("jurisdictions", {record: record.code for record in library.jurisdictions.values()}.items()),
        ("helplines", {record: record.country for record in library.helplines.values()}.items()),
    ):
        for record, code in codes:
            if code not in ABOVE_COUNTRIES and not _is_iso_3166(code):
                yield Breach(
                    folder, record, ("code" if folder == "jurisdictions" else "country",), "is no ISO 3166 code", code
                )


def tiles_do_not_overlap(library: Library) -> Iterator[Breach]:
    """No two squares of one tile map stand on one spot, and every country and part has one."""
    seen: dict[tuple[str | None, int, int], str] = {}
    for record in library.jurisdictions.values():
        if record.level not in ("country", "part"):
            continue
        if record.tile is None:
            yield Breach(
                "jurisdictions", record, ("tile",), "has no square on the tile map", remedy="add row and column"
            )
            continue
        whose = record.part_of if record.level == "part" else None
        other = seen.setdefault((whose, record.tile.row, record.tile.column), record.id)
        if other != record.id:
            yield Breach("jurisdictions", record, ("tile",), f"stands on the square of {other}", remedy="move it")


def dates_are_not_ahead(library: Library) -> Iterator[Breach]:
    """Nothing was read, decided or in force later than today; only what is expected may lie ahead."""
    today = date.today()
    for folder, record in all_records(library):
        for path, part in parts_of(record):
            for field, value in part:
                if isinstance(value, PartialDate) and field not in MAY_LIE_AHEAD and value.earliest > today:
                    yield Breach(folder, record, (*path, field), "lies ahead", str(value), "correct the date")


def licences_begin_before_they_are_read(library: Library) -> Iterator[Breach]:
    """A licence's uses began before the date its evidence speaks for."""
    for record in library.jurisdictions.values():
        for path, part in parts_of(record):
            if not isinstance(part, Licence) or not part.as_of:
                continue
            for index, use in enumerate(part.indications):
                if use.since and use.since.year > part.as_of.year:
                    place = (*path, "indications", index, "since")
                    yield Breach("jurisdictions", record, place, "is later than the evidence", str(use.since))
