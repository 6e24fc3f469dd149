"""What stays the same is drawn once: later visits get the elements as they were first drawn.

A part of a page without widgets is decided by the version of the content, the words a reader asked for, and what the
part is of. Streamlit keeps the elements such a part drew and sends them again, without running it.
"""

import gc
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import streamlit as st

from components.elements import reader
from content.library import Library

T = TypeVar("T")

MOST_KEPT = 800
SETTLE_SECONDS = 5.0
"""How long to wait before taking stock again, so that many first drawings do not cost a collection each."""
_settled_at = 0.0
_drew_anew = threading.Event()


@st.cache_data(show_spinner=False, max_entries=MOST_KEPT)
def _kept(key: str, _draw: Callable[[], None]) -> None:  # noqa: ARG001  the key is what it is kept under
    """Draw a part; the key alone decides whether it was drawn before."""
    _drew_anew.set()
    _draw()


@st.cache_resource(show_spinner=False, max_entries=MOST_KEPT)
def _derived(key: str, _derive: Callable[[], Any]) -> Any:  # noqa: ARG001  the key is what it is kept under
    """Derive a value; the key alone decides whether it was derived before."""
    _drew_anew.set()
    return _derive()


def settle() -> None:
    """At the end of a run that drew something anew, take what now lives for ever out of garbage collection.

    The framework collects garbage after every run of a page, which walks every object not frozen; what a first drawing
    imports and keeps would otherwise be walked in every later run. Garbage is collected before, so none is kept.
    """
    global _settled_at
    now = time.monotonic()
    if _drew_anew.is_set() and now - _settled_at > SETTLE_SECONDS:
        _settled_at = now
        _drew_anew.clear()
        gc.unfreeze()
        gc.collect()
        gc.freeze()


@dataclass(frozen=True)
class Replay:
    """Draws the parts of one view."""

    key: tuple[str, ...]

    def __call__(self, part: str, draw: Callable[[], None]) -> None:
        """Draw a part, or send what it drew before. It may hold no widget and depend on nothing but its key."""
        _kept(self._name_of(part), draw)

    def once(self, part: str, derive: Callable[[], T]) -> T:
        """Return what a part is drawn from, derived once; nobody may change it."""
        found: T = _derived(self._name_of(part), derive)
        return found

    def of(self, *what: object) -> "Replay":
        """Return a replay whose parts also depend on something."""
        return Replay((*self.key, *map(str, what)))

    def _name_of(self, part: str) -> str:
        """Return one text, since the framework hashes every member of a tuple by itself."""
        return repr((*self.key, part))


def replay_of(library: Library, *what: object) -> Replay:
    """Return what draws the parts of a view of the content as it is now, in the words asked for."""
    return Replay((str(library.root), library.version, str(reader.wants_clinical()), *map(str, what)))
