"""The shelf: one content folder on disk, read once; only what changed is read again."""

import logging
import os
import threading
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import watchfiles
from pydantic import ValidationError

from content import parsed
from content.base import Record
from content.library import KINDS, OWN_FOLDER, Library
from content.parsed import Parsed, Stamp
from content.reading import Document, Problem, Unreadable, document, record
from content.vocabulary import Vocabulary

log = logging.getLogger(__name__)

ENDINGS = (".yaml", ".yml")
VERSION_LENGTH = 12
FOLLOWING = {"debounce": 50, "step": 10, "rust_timeout": 200, "yield_on_timeout": True}
"""How soon a change is seen, in milliseconds."""


class Shelf:
    """One content folder, of which only files that changed are read again."""

    def __init__(self, root: Path, *, keeps: bool = False) -> None:
        """Take a folder; `keeps` lets parsed records be kept for the next start."""
        self.root = root
        self._keeps = keeps
        self._lock = threading.Lock()
        self._stamps: dict[Path, Stamp] = {}
        self._read: dict[Path, Parsed] = {}
        self._vocabulary: Vocabulary | None = None
        self._vocabulary_problems: list[Problem] = []
        self._library: Library | None = None
        self._is_followed = False
        self._may_have_changed = True

    def library(self) -> Library:
        """Return the library as the files are now."""
        if self._library is not None and self._is_followed and not self._may_have_changed:
            return self._library
        with self._lock:
            self._may_have_changed = False
            try:
                stamps = dict(self._files())
                if self._library is None or stamps != self._stamps:
                    self._library = self._linked(stamps)
                    self._stamps = stamps
            except BaseException:
                self._may_have_changed = True
                raise
            return self._library

    def follow(self) -> None:
        """From now on let the operating system tell of changes, instead of looking at every file each time."""
        threading.Thread(target=self._followed, name="follow-content", daemon=True).start()

    def _followed(self) -> None:
        try:
            for changes in watchfiles.watch(self.root, watch_filter=_is_content, **FOLLOWING):  # type: ignore[arg-type]
                self._may_have_changed = self._may_have_changed or bool(changes) or not self._is_followed
                self._is_followed = True
        finally:
            self._is_followed = False
            log.warning("changes of %s are no longer followed; every file is looked at instead", self.root)

    def _files(self) -> Iterator[tuple[Path, Stamp]]:
        for folder in (self.root, *(self.root / kind for kind in KINDS)):
            if not folder.is_dir():
                continue
            with os.scandir(folder) as entries:
                for entry in sorted(entries, key=lambda entry: entry.name):
                    if entry.name.endswith(ENDINGS):
                        stat = entry.stat()
                        yield Path(entry.path), (stat.st_mtime_ns, stat.st_size)

    def _linked(self, stamps: Mapping[Path, Stamp]) -> Library:
        vocabulary_file = self.root / "vocabulary.yaml"
        if self._vocabulary is None or stamps.get(vocabulary_file) != self._stamps.get(vocabulary_file):
            self._vocabulary_problems = []
            try:
                self._vocabulary = vocabulary_in(vocabulary_file)
            except Unreadable as error:
                self._vocabulary_problems = list(error.problems)
                self._vocabulary = self._vocabulary or vocabulary_in(OWN_FOLDER / "vocabulary.yaml")
            self._read = parsed.kept(self.root, self._vocabulary) if self._keeps else {}
        problems = list(self._vocabulary_problems)
        files = {path: stamp for path, stamp in stamps.items() if path.parent != self.root}
        self._read_again(files)
        shelves: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        for path in files:
            found = self._read[path].found
            if isinstance(found, Unreadable):
                problems += found.problems
            else:
                shelves[path.parent.name][found.id] = found
        for problem in problems:
            log.warning("left out: %s", problem)
        fields: dict[str, Any] = shelves
        return Library(self.root, self._vocabulary, self._version(files), problems=tuple(problems), **fields)

    def _read_again(self, files: Mapping[Path, Stamp]) -> None:
        """Read what is new or changed, and keep it for the next start."""
        assert self._vocabulary is not None
        fresh = {
            path: Parsed(stamp, sha256(path.read_bytes()).hexdigest(), self._record(path, self._vocabulary))
            for path, stamp in files.items()
            if path not in self._read or self._read[path].stamp != stamp
        }
        self._read = {path: fresh.get(path) or self._read[path] for path in files}
        if fresh and self._keeps:
            parsed.keep(self.root, self._vocabulary, self._read)

    def _record(self, path: Path, vocabulary: Vocabulary) -> Record | Unreadable:
        try:
            return record(path, self.root, KINDS[path.parent.name], vocabulary)
        except Unreadable as error:
            return error

    def _version(self, files: Mapping[Path, Stamp]) -> str:
        assert self._vocabulary is not None
        digest = sha256(self._vocabulary.model_dump_json().encode())
        for path in sorted(files):
            digest.update(f"{path.parent.name}/{path.name} {self._read[path].digest}".encode())
        return digest.hexdigest()[:VERSION_LENGTH]


def _is_content(_change: watchfiles.Change, path: str) -> bool:
    return path.endswith(ENDINGS) or not Path(path).suffix


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


def content_root() -> Path:
    """Return the folder the records are read from: EXPLORER_CONTENT, or this package's own."""
    return Path(os.environ.get("EXPLORER_CONTENT") or OWN_FOLDER).resolve()


@cache
def shelf(root: Path) -> Shelf:
    """Return the one shelf of a content folder."""
    return Shelf(root, keeps=True)


def library() -> Library:
    """Return the library of the content folder in use, as its files are now."""
    return shelf(content_root()).library()
