"""Which terms of the glossary a page uses."""

import re
from functools import lru_cache

from content.condition import Condition
from content.glossary import GlossaryEntry
from content.library import Library
from content.readability import patient_text
from content.topic import Topic

SHORTEST_WORD = 3


@lru_cache(maxsize=2048)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(name) for name in names if len(name) >= SHORTEST_WORD)
    return re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE) if words else re.compile(r"(?!)")


def terms_in(record: Condition | Topic, library: Library) -> list[GlossaryEntry]:
    """Return the glossary entries whose term or synonym stands in what a page says first, by name."""
    text = patient_text(record)
    found = (entry for entry in library.glossary.values() if _pattern((entry.term, *entry.synonyms)).search(text))
    return sorted(found, key=lambda entry: entry.term.casefold())
