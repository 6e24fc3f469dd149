"""Search over everything: an embedded full-text index with ranking, and a match of misspelt names.

SQLite's FTS5 ranks by BM25 (Robertson and Zaragoza, 2009); rapidfuzz compares names by their edit distance.
"""

import re
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process, utils

from components.analysis.comparison import starting_ids
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
LONGEST_QUERY = 200
SHORTEST_FUZZY = 4
WEIGHTS = (10.0, 6.0, 1.0)
"""How much a word counts in a name, a synonym and a text."""
_WORD = re.compile(r"[\w'’]+")
_STOP_WORDS = """
a an and are as at be by can do does for from has have how i in is it its me my of on or so that the there this to was
what when where which who will with you your
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
    "help": 6.0,
    "condition": 5.0,
    "page": 4.5,
    "section": 3.0,
    "treatment": 4.0,
    "place": 4.0,
    "claim": 2.0,
    "term": 1.0,
}
"""Of names that fit equally well, which kind a reader more likely meant."""


@dataclass(frozen=True)
class Entry:
    """One thing a reader may look for, and the view that answers it."""

    kind: str
    title: str
    address: str
    synonyms: tuple[str, ...] = ()
    text: str = ""
    query: Mapping[str, str | list[str]] = field(default_factory=dict)


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
            "suicide, suicidal, helpline, hotline, crisis, samaritans, 988, i want to die, kill myself, self-harm, "
            "emergency, emergency number, overdose help, someone to talk to",
        ),
        ("page", "Compare treatments", "compare", "compare, side by side, alternatives, options, versus"),
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
                tuple(point.label for point in section.points if point.label),
                " ".join(text for point in section.points for text in (point.text, point.why) if text),
                {"part": section.id},
            )


def _medicines(library: Library) -> Iterator[Entry]:
    for address, query in _part_showing("interactions", library):
        for item in library.interactions.values():
            title = f"{item.name} and ketamine"
            yield Entry("section", title, address, (item.name, *item.synonyms), item.what.text, query)


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
    for condition in library.conditions.values():
        if any(option.treatment == treatment_id for option in condition.options):
            others = [other for other in starting_ids(condition, library) if other != treatment_id]
            return {"condition": condition.id, "t": [treatment_id, *others[:3]]}
    return {}


def _places(library: Library) -> Iterator[Entry]:
    for item in library.jurisdictions.values():
        words = [text for row in rows_of(item) for axis in AXES if (text := row.cell(axis).words)]
        names = (*item.synonyms, f"{item.name} law", f"legal in {item.name}")
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
        self._lock = threading.Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(
            "CREATE VIRTUAL TABLE entries USING fts5(title, synonyms, text, tokenize = 'porter unicode61')"
        )
        self._database.executemany(
            "INSERT INTO entries(rowid, title, synonyms, text) VALUES (?, ?, ?, ?)",
            [(at, e.title, " · ".join(e.synonyms), e.text) for at, e in enumerate(self.entries)],
        )

    def hits(self, query: str) -> list[Hit]:
        """Return what fits a query, best first: names that are meant, then texts that hold its words."""
        words = query_words(query)
        if not words:
            return []
        scores: dict[int, float] = {}
        for at, score in (*self._named(query), *self._holding(words)):
            scores[at] = scores.get(at, 0.0) + score
        for at in scores:
            scores[at] += LEAD.get(self.entries[at].kind, 0.0)
        ranked = sorted(scores, key=lambda at: (-scores[at], at))
        return [Hit(self.entries[at], sentence_for(self.entries[at], words), scores[at]) for at in ranked]

    def _named(self, query: str) -> Iterator[tuple[int, float]]:
        """Yield entries whose name or synonym is, or nearly is, what was typed."""
        asked = utils.default_process(query[:LONGEST_QUERY])
        best: dict[int, float] = {}
        for name, at in self._names:
            if name == asked:
                is_title = name == utils.default_process(self.entries[at].title)
                best[at] = max(best.get(at, 0.0), NAME_BONUS if is_title else NAME_BONUS - 2)
        if not best and len(asked) >= SHORTEST_FUZZY:
            near = process.extract(
                asked, [name for name, _ in self._names], scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, limit=12
            )
            for _, score, position in near:
                at = self._names[position][1]
                best[at] = max(best.get(at, 0.0), SYNONYM_BONUS * score / 100)
        yield from best.items()

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
    words = [word.strip("'’") for word in _WORD.findall(query[:LONGEST_QUERY].casefold())]
    words = [word for word in words if word]
    return [word for word in words if word not in STOP_WORDS] or words


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
