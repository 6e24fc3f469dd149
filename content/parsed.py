"""Parsed records kept between starts: reading two thousand YAML files takes seconds, reading them parsed a moment.

The store stands in the project's own folder, is written by this code only, and is thrown away as a whole where the code
that makes records, or the closed lists, changed.
"""

import hashlib
import logging
import os
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pydantic

from content.base import Record
from content.reading import Unreadable
from content.vocabulary import Vocabulary

log = logging.getLogger(__name__)

CODE = Path(__file__).parent
STORE = CODE.parent / ".cache"
Stamp = tuple[int, int]


@dataclass(frozen=True)
class Parsed:
    """One file as it was read: its stamp, the digest of its content, and the record or its problems."""

    stamp: Stamp
    digest: str
    found: Record | Unreadable


def _place(root: Path) -> Path:
    return STORE / f"records-{hashlib.sha256(str(root).encode()).hexdigest()[:12]}.pickle"


def _code_digest() -> str:
    digest = hashlib.sha256(pydantic.VERSION.encode())
    for path in sorted(CODE.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


CODE_DIGEST = _code_digest()
"""Of the code as this process runs it: a server that outlives an edit must not sign for the edited code."""


def _key(vocabulary: Vocabulary) -> str:
    """Return what the store depends on: the code that makes records, its libraries, the closed lists."""
    return hashlib.sha256(f"{CODE_DIGEST} {vocabulary.model_dump_json()}".encode()).hexdigest()


def kept(root: Path, vocabulary: Vocabulary) -> dict[Path, Parsed]:
    """Return the files of a content folder as they were last read; nothing where that cannot be trusted."""
    try:
        with _place(root).open("rb") as file:
            key, files = pickle.load(file)  # noqa: S301  written by `keep` into the project's own folder
    except FileNotFoundError:
        return {}
    except Exception as error:  # noqa: BLE001  whatever is wrong with it, the files themselves can be read
        log.info("the store of parsed records is not used: %s", error)
        return {}
    known: dict[Path, Parsed] = files
    return known if key == _key(vocabulary) else {}


def keep(root: Path, vocabulary: Vocabulary, files: Mapping[Path, Parsed]) -> None:
    """Write files as they were read; a folder that cannot be written to is left alone."""
    place = _place(root)
    unfinished = place.with_suffix(f".{os.getpid()}")
    try:
        STORE.mkdir(exist_ok=True)
        readable = {path: file for path, file in files.items() if not isinstance(file.found, Unreadable)}
        unfinished.write_bytes(pickle.dumps((_key(vocabulary), readable), protocol=pickle.HIGHEST_PROTOCOL))
        unfinished.replace(place)
    except (OSError, pickle.PicklingError, TypeError) as error:
        log.info("parsed records are not kept: %s", error)
