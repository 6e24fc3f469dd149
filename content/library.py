"""The library: every record of one content folder, read once, checked and linked."""

import logging
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from content.base import Citation, Model, Record, parts_of
from content.claim import Claim
from content.condition import ComparisonRef, Condition, HarmRef
from content.correction import Correction
from content.dose_context import DoseContext
from content.experience import Experience
from content.further_reading import FurtherReading
from content.glossary import GlossaryEntry
from content.helpline import Helpline
from content.interaction import Interaction
from content.jurisdiction import Jurisdiction
from content.reading import Document, Problem, Unreadable, document, record
from content.route import Route
from content.source import Source
from content.study import Comparison, Harm, Study
from content.topic import Topic
from content.treatment import Treatment
from content.vocabulary import Term, Vocabulary

log = logging.getLogger(__name__)

OWN_FOLDER = Path(__file__).parent
VERSION_LENGTH = 12
KINDS: Mapping[str, type[Record]] = {
    "sources": Source,
    "studies": Study,
    "treatments": Treatment,
    "conditions": Condition,
    "jurisdictions": Jurisdiction,
    "helplines": Helpline,
    "topics": Topic,
    "claims": Claim,
    "routes": Route,
    "interactions": Interaction,
    "dose_contexts": DoseContext,
    "glossary": GlossaryEntry,
    "experiences": Experience,
    "further_reading": FurtherReading,
    "corrections": Correction,
}
"""Each folder of records and the model its files must fit."""


@dataclass(frozen=True)
class Library:
    """All records by id, in reading order, and what was left out."""

    root: Path
    vocabulary: Vocabulary
    version: str = ""
    """A digest of the content of all files: equal where the content is."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    studies: Mapping[str, Study] = field(default_factory=dict)
    treatments: Mapping[str, Treatment] = field(default_factory=dict)
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    jurisdictions: Mapping[str, Jurisdiction] = field(default_factory=dict)
    helplines: Mapping[str, Helpline] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
    interactions: Mapping[str, Interaction] = field(default_factory=dict)
    dose_contexts: Mapping[str, DoseContext] = field(default_factory=dict)
    glossary: Mapping[str, GlossaryEntry] = field(default_factory=dict)
    experiences: Mapping[str, Experience] = field(default_factory=dict)
    further_reading: Mapping[str, FurtherReading] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def records(self, folder: str) -> Mapping[str, Record]:
        """Return the records of one folder by id."""
        found: Mapping[str, Record] = getattr(self, folder)
        return found

    def term(self, vocabulary: str, term_id: str) -> Term:
        """Return one term of one closed list."""
        return self.vocabulary.term(vocabulary, term_id)

    def studies_on(self, condition_id: str) -> tuple[Study, ...]:
        """Return the studies that belong on a condition page, newest first."""
        found = [study for study in self.studies.values() if condition_id in study.conditions]
        return tuple(sorted(found, key=lambda study: (-self.year_of(study), study.id)))

    def year_of(self, study: Study) -> int:
        """Return the year a study was published, 0 where its source is missing."""
        source = self.sources.get(study.source)
        return source.year or 0 if source else 0

    def comparison(self, ref: ComparisonRef) -> tuple[Study, Comparison] | None:
        """Return the comparison a reference points at, None where it was left out."""
        study = self.studies.get(ref.study)
        found = [item for item in study.comparisons if item.id == ref.comparison] if study else []
        return (study, found[0]) if study and found else None

    def harm(self, ref: HarmRef) -> tuple[Study, Harm] | None:
        """Return the harm a reference points at, None where it was left out."""
        study = self.studies.get(ref.study)
        found = [item for item in study.harms if item.id == ref.harm] if study else []
        return (study, found[0]) if study and found else None

    def sources_behind(self, parts: Iterable[Model]) -> tuple[Source, ...]:
        """Return every source that records or parts of them rest on, each once, in order of first use."""
        ids: dict[str, None] = {}
        for part in parts:
            for _, model in parts_of(part):
                if isinstance(model, Citation) or hasattr(model, "source"):
                    ids.setdefault(model.source)
        return tuple(self.sources[source_id] for source_id in ids if source_id in self.sources)


def content_root() -> Path:
    """Return the folder the records are read from: EXPLORER_CONTENT, or this package's own."""
    return Path(os.environ.get("EXPLORER_CONTENT") or OWN_FOLDER).resolve()


Stamp = tuple[int, int]


class Shelf:
    """One content folder, of which only files that changed are read again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock = threading.Lock()
        self._stamps: dict[Path, Stamp] = {}
        self._read: dict[Path, Record | Unreadable] = {}
        self._digests: dict[Path, str] = {}
        self._vocabulary: Vocabulary | None = None
        self._library: Library | None = None

    def library(self) -> Library:
        """Return the library as the files are now."""
        stamps = dict(self._files())
        with self._lock:
            if self._library is None or stamps != self._stamps:
                self._library = self._linked(stamps)
                self._stamps = stamps
            return self._library

    def _files(self) -> Iterator[tuple[Path, Stamp]]:
        for folder in (self.root, *(self.root / kind for kind in KINDS)):
            if not folder.is_dir():
                continue
            with os.scandir(folder) as entries:
                for entry in sorted(entries, key=lambda entry: entry.name):
                    if entry.name.endswith((".yaml", ".yml")):
                        stat = entry.stat()
                        yield Path(entry.path), (stat.st_mtime_ns, stat.st_size)

    def _linked(self, stamps: dict[Path, Stamp]) -> Library:
        problems: list[Problem] = []
        changed = {path for path in stamps.keys() | self._stamps.keys() if stamps.get(path) != self._stamps.get(path)}
        vocabulary_file = self.root / "vocabulary.yaml"
        if self._vocabulary is None or vocabulary_file in changed:
            changed = set(stamps)
            try:
                self._vocabulary = vocabulary_in(vocabulary_file)
            except Unreadable as error:
                problems += error.problems
                self._vocabulary = self._vocabulary or vocabulary_in(OWN_FOLDER / "vocabulary.yaml")
        self._digests |= {path: sha256(path.read_bytes()).hexdigest() for path in changed if path in stamps}
        version = sha256("".join(f"{path.name}{self._digests[path]}" for path in sorted(stamps)).encode()).hexdigest()
        shelves: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        for path in stamps:
            if path.parent == self.root:
                continue
            if path in changed:
                self._read[path] = self._record(path)
            found = self._read[path]
            if isinstance(found, Unreadable):
                problems += found.problems
            else:
                shelves[path.parent.name][found.id] = found
        for problem in problems:
            log.warning("left out: %s", problem)
        fields: dict[str, Any] = shelves
        return Library(self.root, self._vocabulary, version[:VERSION_LENGTH], problems=tuple(problems), **fields)

    def _record(self, path: Path) -> Record | Unreadable:
        assert self._vocabulary is not None
        try:
            return record(path, self.root, KINDS[path.parent.name], self._vocabulary)
        except Unreadable as error:
            return error


def vocabulary_in(path: Path) -> Vocabulary:
    """Read the closed lists; where the folder has none, the package's own. Raise Unreadable where they are broken."""
    if not path.is_file():
        path = OWN_FOLDER / "vocabulary.yaml"
    doc: Document = document(path, path.parent)
    try:
        return Vocabulary.model_validate({"lists": doc.data})
    except ValidationError as error:
        raise Unreadable(
            [
                doc.problem(tuple(detail["loc"][1:]), detail["msg"], remedy="a term has id, label and definition")
                for detail in error.errors()
            ]
        ) from error


@cache
def shelf(root: Path) -> Shelf:
    """Return the one shelf of a content folder."""
    return Shelf(root)


def library() -> Library:
    """Return the library of the content folder in use, as its files are now."""
    return shelf(content_root()).library()
