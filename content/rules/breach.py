"""What a rule finds, and how it walks the records."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from content.base import Record, parts_of
from content.library import KINDS, Library
from content.reading import Path_


@dataclass(frozen=True)
class Breach:
    """One place in one record that breaks a rule."""

    folder: str
    record: Record
    path: Path_
    what: str
    value: object = ""
    remedy: str = ""


Rule = Callable[[Library], Iterator[Breach]]


def all_records(library: Library) -> Iterator[tuple[str, Record]]:
    """Yield every record with its folder."""
    for folder in KINDS:
        for record in library.records(folder).values():
            yield folder, record


PROSE_FOLDERS = (
    "conditions",
    "treatments",
    "topics",
    "claims",
    "routes",
    "interactions",
    "dose_contexts",
    "pressure_courses",
    "glossary",
    "experiences",
    "further_reading",
)
"""Folders whose records are read as prose; the rules on words hold there."""

TEXT_FIELDS = (
    "text",
    "why",
    "description",
    "question",
    "against",
    "summary",
    "short",
    "heard",
    "meaning",
    "story",
    "untold",
    "evidence_words",
    "words",
    "rise",
)


def prose_records(library: Library) -> Iterator[tuple[str, Record]]:
    """Yield every record that is read as prose, with its folder."""
    for folder in PROSE_FOLDERS:
        for record in library.records(folder).values():
            yield folder, record


def texts_of(record: Record) -> Iterator[tuple[Path_, str]]:
    """Yield every text a reader meets in a record that is read as prose, with the path to it."""
    for path, part in parts_of(record):
        for field in TEXT_FIELDS:
            text = getattr(part, field, None)
            if isinstance(text, str):
                yield (*path, field), text
        for index, text in enumerate(getattr(part, "reasons", ())):
            yield (*path, "reasons", index), text
