"""Everything that can be found: pages, records and parts of explanatory pages, each with the view that answers it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from components.analysis.comparison import starting_ids
from components.analysis.conditions import groups
from components.analysis.law import AXES
from components.analysis.places import rows_of
from components.analysis.wording import study_label
from content.condition import Condition
from content.library import Library
from content.readability import patient_text


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
    brands = [item.synonyms[0] for item in library.treatments.values() if item.product and item.synonyms]
    for item in library.jurisdictions.values():
        words = [text for row in rows_of(item) for axis in AXES if (text := row.cell(axis).words)]
        names = (item.code, *item.synonyms, f"{item.name} law")
        names += tuple(f"{brand} in {item.name}" for brand in brands)
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
