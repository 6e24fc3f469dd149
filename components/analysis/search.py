"""Search over everything: an embedded full-text index with ranking, and a match of misspelt names.

SQLite's FTS5 ranks by BM25 (Robertson and Zaragoza, 2009); rapidfuzz compares names by their edit distance. Names that
share words with a query are compared by their overlap (Dice, 1945), rare words counting more (Spärck Jones, 1972).
"""

import math
import re
import sqlite3
import threading
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import OSA

from components.analysis.search_entries import Entry, entries
from content.library import Library

MOST_PER_GROUP = 6
MOST_SUGGESTED = 4
SUGGESTED = ("condition", "page", "treatment")
NAME_BONUS, SYNONYM_BONUS = 100.0, 60.0
CLOSE_ENOUGH = 84.0
ONE_SLIP_IN_FIVE = 0.8
LEAST_SHARED, LEAST_OF_PART = 0.35, 0.6
"""How much of both must agree: where the query holds the whole of a name, and where only part of it."""
BESIDE_A_NAME = 0.1
"""How much the text counts of an entry found by its name: among those, the kind decides first."""
LONGEST_QUERY = 200
SHORTEST_FUZZY = 4
WEIGHTS = (10.0, 6.0, 1.0)
"""How much a word counts in a name, a synonym and a text."""
_WORD = re.compile(r"[\w'’]+")
_STOP_WORDS = """
a an and are as at be by can do does for from has have help how i in is it its me my no of on or so that the there
this to vs was what when where which who will with work works you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

GROUPS: Mapping[str, str] = {
    "help": "Help now",
    "page": "Pages",
    "condition": "Conditions",
    "section": "Answers",
    "treatment": "Treatments",
    "place": "Countries and states",
    "claim": "Claims weighed",
    "term": "Words explained",
    "study": "Studies",
}
"""Kinds of results, in the order groups are shown when they fit equally well."""
LEAD = {
    "help": 8.0,
    "condition": 5.0,
    "page": 4.5,
    "section": 3.0,
    "treatment": 4.0,
    "place": 4.0,
    "claim": 2.0,
    "term": 1.0,
}
"""Of names that fit equally well, which kind a reader more likely meant; help in a crisis rather once too many."""


@dataclass(frozen=True)
class Hit:
    """One result: the entry, the sentence that fits, and how well it fits."""

    entry: Entry
    sentence: str
    score: float


class Index:
    """The full-text index of one version of the library; safe to ask from several threads."""

    def __init__(self, library: Library) -> None:
        self.entries = entries(library)
        self._names = [
            (utils.default_process(name), at)
            for at, entry in enumerate(self.entries)
            for name in (entry.title, *entry.synonyms)
        ]
        self._words = [frozenset(query_words(name)) for name, _ in self._names]
        self._naming: defaultdict[str, list[int]] = defaultdict(list)
        for position, words in enumerate(self._words):
            for word in words:
                self._naming[word].append(position)
        self._spread = Counter(word for entry in self.entries for word in set(_words_of(_everything(entry))))
        self._known = sorted(self._spread)
        self._lock = threading.Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(
            "CREATE VIRTUAL TABLE entries USING fts5(title, synonyms, text, tokenize = 'porter unicode61')"
        )
        self._database.executemany(
            "INSERT INTO entries(rowid, title, synonyms, text) VALUES (?, ?, ?, ?)",
            [(at, e.title, " · ".join((*e.synonyms, *e.labels)), e.text) for at, e in enumerate(self.entries)],
        )

    def hits(self, query: str) -> list[Hit]:
        """Return what fits a query, best first: names that are meant, then texts that hold its words."""
        words = [self._meant(word) for word in query_words(query)]
        if not words:
            return []
        named, held = dict(self._named(query, words)), dict(self._holding(words))
        scores = {
            at: named.get(at, 0.0)
            + held.get(at, 0.0) * (BESIDE_A_NAME if at in named else 1.0)
            + LEAD.get(self.entries[at].kind, 0.0)
            for at in {*named, *held}
        }
        ranked = sorted(scores, key=lambda at: (-scores[at], at))
        return [Hit(self.entries[at], sentence_for(self.entries[at], words), scores[at]) for at in ranked]

    def _knows(self, word: str) -> bool:
        """Return whether an entry holds a word, or one that begins so."""
        at = bisect_left(self._known, word)
        return at < len(self._known) and self._known[at].startswith(word)

    def _meant(self, word: str) -> str:
        """Return a word that is known as it is, and of a misspelt one the nearest word of a name."""
        if len(word) < SHORTEST_FUZZY or self._knows(word):
            return word
        near = process.extractOne(
            word, list(self._naming), scorer=OSA.normalized_similarity, score_cutoff=ONE_SLIP_IN_FIVE
        )
        return near[0] if near else word

    def _named(self, query: str, words: Sequence[str]) -> Iterator[tuple[int, float]]:
        """Yield entries whose name or synonym is what was typed, or else those with a name that is near."""
        asked = utils.default_process(query[:LONGEST_QUERY])
        best: dict[int, float] = {}
        for name, at in self._names:
            if name in (asked, " ".join(words)):
                is_title = name == utils.default_process(self.entries[at].title)
                best[at] = max(best.get(at, 0.0), NAME_BONUS if is_title else NAME_BONUS - 1)
        if not best:
            for position, likeness in (*self._sounding(asked), *self._sharing(frozenset(words))):
                at = self._names[position][1]
                best[at] = max(best.get(at, 0.0), SYNONYM_BONUS * likeness)
        yield from best.items()

    def _sounding(self, asked: str) -> Iterator[tuple[int, float]]:
        """Yield names spelt nearly as what was typed, and how nearly, from 0 to 1."""
        if len(asked) >= SHORTEST_FUZZY and not all(self._knows(word) for word in query_words(asked)):
            names = [name for name, _ in self._names]
            for _, score, position in process.extract(
                asked, names, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, limit=12
            ):
                yield position, score / 100

    def _sharing(self, words: frozenset[str]) -> Iterator[tuple[int, float]]:
        """Yield names that share most of their words with what was typed, and how much of both, from 0 to 1."""
        asked = self._weight(words)
        for position in {position for word in words for position in self._naming.get(word, ())}:
            name = self._words[position]
            shared = 2 * self._weight(words & name) / (asked + self._weight(name))
            if shared >= (LEAST_SHARED if name <= words else LEAST_OF_PART):
                yield position, shared

    def _weight(self, words: frozenset[str]) -> float:
        """Return how much words tell apart: a word that fewer entries hold counts more."""
        return sum(math.log((2 + len(self.entries)) / (1 + self._spread[word])) for word in words)

    def _holding(self, words: Sequence[str]) -> Iterator[tuple[int, float]]:
        """Yield entries that hold every word, or the most of them where none holds all."""
        for joint in (" AND ", " OR "):
            match = joint.join(f'"{word}"*' for word in words)
            with self._lock:
                found = self._database.execute(
                    "SELECT rowid, bm25(entries, ?, ?, ?) FROM entries WHERE entries MATCH ? ORDER BY 2 LIMIT 60",
                    (*WEIGHTS, match),
                ).fetchall()
            if found:
                yield from ((at, -float(rank)) for at, rank in found)
                return


def query_words(query: str) -> list[str]:
    """Return the words of a query that carry meaning; all of them where none does."""
    words = _words_of(query[:LONGEST_QUERY])
    return [word for word in words if word not in STOP_WORDS] or words


def _words_of(text: str) -> list[str]:
    words = (word.strip("'’") for word in _WORD.findall(text.casefold()))
    return [word for word in words if word]


def _everything(entry: Entry) -> str:
    return " ".join((entry.title, *entry.synonyms, *entry.labels, entry.text))


_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def sentence_for(entry: Entry, words: Sequence[str]) -> str:
    """Return the sentence of an entry that holds the most of the words, else its first."""
    sentences = [part for part in _SENTENCE_END.split(entry.text) if part]
    if not sentences:
        return ""
    return max(sentences, key=lambda sentence: sum(word in sentence.casefold() for word in words))


def grouped(hits: Sequence[Hit]) -> list[tuple[str, list[Hit]]]:
    """Return hits by kind, the kind of the best hit first, at most a few of each."""
    kinds = dict.fromkeys(hit.entry.kind for hit in hits)
    return [(GROUPS[kind], [hit for hit in hits if hit.entry.kind == kind][:MOST_PER_GROUP]) for kind in kinds]


_indexes: dict[tuple[str, str], Index] = {}
_building = threading.Lock()


def index(library: Library) -> Index:
    """Return the index of a library, built once per version of its content."""
    key = (library.version, str(library.root))
    with _building:
        if key not in _indexes:
            _indexes.clear()
            _indexes[key] = Index(library)
        return _indexes[key]


def suggestions(query: str, library: Library) -> list[Entry]:
    """Return the names nearest to a query that found nothing, from conditions, pages and places."""
    known = {entry.title: entry for entry in index(library).entries if entry.kind in SUGGESTED}
    near = process.extract(
        query, list(known), scorer=fuzz.WRatio, processor=utils.default_process, limit=MOST_SUGGESTED
    )
    return [known[title] for title, _, _ in near]
