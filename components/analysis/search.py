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
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import OSA

from components.analysis.comparison import starting_ids
from components.analysis.conditions import groups
from components.analysis.law import AXES
from components.analysis.places import rows_of
from components.analysis.wording import study_label
from content.condition import Condition
from content.library import Library
from content.readability import patient_text

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
class Entry:
    """One thing a reader may look for, and the view that answers it."""

    kind: str
    title: str
    address: str
    synonyms: tuple[str, ...] = ()
    text: str = ""
    query: Mapping[str, str | list[str]] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    """Small headings inside it: words that count as much as synonyms, but do not name it."""


@dataclass(frozen=True)
class Hit:
    """One result: the entry, the sentence that fits, and how well it fits."""

    entry: Entry
    sentence: str
    score: float


PAGES: tuple[Entry, ...] = tuple(
    Entry(kind, title, address, tuple(synonyms.split(", ")))
    for kind, title, address, synonyms in (
        (
            "help",
            "Help in a crisis",
            "help",
            "suicide, suicidal, im suicidal, feeling suicidal, suicide hotline, helpline, hotline, lifeline, crisis, "
            "crisis line, samaritans, 988, i want to die, wanting to die, kill myself, killing myself, end my life, "
            "end it all, can't go on, no reason to live, don't want to live, hurt myself, self-harm, emergency, "
            "emergency number, overdose, overdose help, took too much ketamine, help, help me, someone to talk to",
        ),
        ("page", "Compare treatments", "compare", "compare, side by side, alternatives, options, versus, cost, price"),
        (
            "page",
            "The law by country",
            "regulation",
            "law, legal, legality, is ketamine legal, regulation, illegal, controlled drug, reimbursement, insurance",
        ),
        ("page", "A sheet for my appointment", "visit", "appointment, visit sheet, questions for my doctor, print"),
        ("page", "All studies", "studies", "studies, trials, research papers, evidence"),
        ("page", "Claims weighed", "claims", "claims, claim check, fact check, myths"),
        ("page", "Words explained", "glossary", "glossary, dictionary, terms"),
        ("page", "What changed", "changes", "changes, news, updates, corrections, new law"),
        ("page", "Sources", "sources", "sources, references, further reading, links"),
        (
            "page",
            "How we work",
            "method",
            "method, methods, about, who made this, grade, api, open data, download data, citation, how to cite",
        ),
    )
)
"""Pages that are no record."""


def entries(library: Library) -> list[Entry]:
    """Return everything that can be found: pages, records, and the parts of explanatory pages."""
    return [
        *PAGES,
        *_conditions(library),
        *_topics(library),
        *_medicines(library),
        *_ways(library),
        *_treatments(library),
        *_places(library),
        *_claims(library),
        *_terms(library),
        *_studies(library),
    ]


def _conditions(library: Library) -> Iterator[Entry]:
    for item in library.conditions.values():
        yield Entry("condition", item.name, item.id, (*item.synonyms, item.question), _condition_text(item))


def _condition_text(condition: Condition) -> str:
    return f"{condition.description} {patient_text(condition)}"


def _topics(library: Library) -> Iterator[Entry]:
    for topic in library.topics.values():
        text = " ".join(statement.text for statement in topic.answer)
        yield Entry("page", topic.title, topic.id, (*topic.synonyms, topic.question), f"{topic.summary} {text}")
        for section in topic.sections:
            yield Entry(
                "section",
                section.heading,
                topic.id,
                section.synonyms,
                " ".join(text for point in section.points for text in (point.text, point.why) if text),
                {"part": section.id},
                tuple(point.label for point in section.points if point.label),
            )


def _medicines(library: Library) -> Iterator[Entry]:
    for address, query in _part_showing("interactions", library):
        for item in library.interactions.values():
            title = f"{item.name} and ketamine"
            names = (item.name, *item.synonyms)
            pairs = tuple(f"{name} and ketamine" for name in item.synonyms)
            yield Entry("section", title, address, (*names, *pairs), item.what.text, query)


def _ways(library: Library) -> Iterator[Entry]:
    for address, query in _part_showing("routes", library):
        for item in library.routes.values():
            yield Entry("section", item.name, address, item.synonyms, item.summary.text, query)


def _part_showing(exhibit: str, library: Library) -> Iterator[tuple[str, dict[str, str | list[str]]]]:
    """Yield the explanatory page and the part of it on which records of another folder are shown."""
    for topic in library.topics.values():
        for part in topic.sections:
            if part.exhibit == exhibit:
                yield topic.id, {"part": part.id}


def _treatments(library: Library) -> Iterator[Entry]:
    for item in library.treatments.values():
        query = _comparison_of(item.id, library)
        if query:
            found = (item.summary.text, item.session.text, item.onset.text)
            text = " ".join(part for part in found if part)
            yield Entry("treatment", item.name, "compare", item.synonyms, text, query)


def _comparison_of(treatment_id: str, library: Library) -> dict[str, str | list[str]]:
    for condition in (member for _, members in groups(library) for member in members):
        if any(option.treatment == treatment_id for option in condition.options):
            others = [other for other in starting_ids(condition, library) if other != treatment_id]
            return {"condition": condition.id, "t": [treatment_id, *others[:3]]}
    return {}


def _places(library: Library) -> Iterator[Entry]:
    for item in library.jurisdictions.values():
        words = [text for row in rows_of(item) for axis in AXES if (text := row.cell(axis).words)]
        names = (item.code, *item.synonyms, f"{item.name} law", f"Spravato in {item.name}")
        names += tuple(f"legal in {name}" for name in (item.name, *item.synonyms))
        text = f"The law on ketamine and esketamine in {item.name}. {' '.join(words)}"
        yield Entry("place", item.name, "country", names, text, {"c": item.id})


def _claims(library: Library) -> Iterator[Entry]:
    for item in library.claims.values():
        yield Entry("claim", item.claim, "claims", item.synonyms, item.short, {"c": item.id})


def _terms(library: Library) -> Iterator[Entry]:
    for item in library.glossary.values():
        yield Entry("term", item.term, "glossary", item.synonyms, item.meaning, {"t": item.id})


def _studies(library: Library) -> Iterator[Entry]:
    for item in library.studies.values():
        source = library.sources.get(item.source)
        synonyms = tuple(word for word in (item.acronym, item.registration, source.title if source else None) if word)
        yield Entry("study", study_label(item, library), "study", synonyms, item.population, {"id": item.id})


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
    known = {entry.title: entry for entry in index(library).entries if entry.kind in ("condition", "page", "treatment")}
    near = process.extract(
        query, list(known), scorer=fuzz.WRatio, processor=utils.default_process, limit=MOST_SUGGESTED
    )
    return [known[title] for title, _, _ in near]
