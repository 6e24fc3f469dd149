"""Rules on how records lead to each other and to their sources."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from content.base import Citation, RefTo, parts_of
from content.condition import ComparisonRef, HarmRef
from content.library import Library
from content.rules.breach import Breach, all_records

RESERVED_ADDRESSES = frozenset(
    [
        "home",
        "conditions",
        "compare",
        "regulation",
        "studies",
        "study",
        "visit",
        "sources",
        "method",
        "help",
        "safety",
        "forms",
        "mechanism",
        "safe-treatment",
        "claims",
        "experiences",
        "research",
        "glossary",
        "style",
        "country",
        "changes",
        "search",
        "accessibility",
        "api",
        "static",
        "media",
        "component",
        "about",
    ]
)
RELAYS = re.compile(
    r"//(?:[\w.-]*\.)?(?:web\.archive\.org|archive\.(?:today|ph|is)|scribd\.com|libreddit[\w.]*|sci-hub[\w.]*|"
    r"google\.[a-z.]+/search|bing\.com/search)"
)


def _references(model: BaseModel) -> Iterator[tuple[str, str, str]]:
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        targets = {mark.folder for mark in _marks(info)}
        for target in targets:
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, str):
                    yield name, target, item


def _marks(info: Any) -> Iterator[RefTo]:
    yield from (mark for mark in info.metadata if isinstance(mark, RefTo))
    pending = [info.annotation]
    while pending:
        annotation = pending.pop()
        yield from (mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, RefTo))
        pending += [part for part in getattr(annotation, "__args__", ()) if part is not annotation]


def references_lead_somewhere(library: Library) -> Iterator[Breach]:
    """Every id of another record names a record that exists."""
    for folder, record in all_records(library):
        for path, part in parts_of(record):
            for field, target, wanted in _references(part):
                if wanted not in library.records(target):
                    yield Breach(
                        folder,
                        record,
                        (*path, field),
                        f"names no record of {target}/",
                        wanted,
                        f"add content/{target}/{wanted}.yaml or correct the id",
                    )
            if isinstance(part, ComparisonRef) and part.study in library.studies and not library.comparison(part):
                yield Breach(
                    folder, record, (*path, "comparison"), f"is no comparison of {part.study}", part.comparison
                )
            if isinstance(part, HarmRef) and part.study in library.studies and not library.harm(part):
                yield Breach(folder, record, (*path, "harm"), f"is no harm of {part.study}", part.harm)


def addresses_are_free(library: Library) -> Iterator[Breach]:
    """A condition's id is its address and may not be that of another page."""
    for record in library.conditions.values():
        if record.id in RESERVED_ADDRESSES:
            yield Breach("conditions", record, (), "has the address of another page", record.id, "rename the file")


def parts_have_ids_of_their_own(library: Library) -> Iterator[Breach]:
    """No two parts of an explanatory page have one id, so that a link leads to one place."""
    for topic in library.topics.values():
        ids = [section.id for section in topic.sections]
        for index, section in enumerate(topic.sections):
            if section.id in ids[:index]:
                yield Breach("topics", topic, ("sections", index, "id"), "is also that of another part", section.id)


def names_are_unique(library: Library) -> Iterator[Breach]:
    """No two records of a kind show the same name, nor the same short name."""
    for folder in ("conditions", "treatments", "jurisdictions"):
        for field in ("name", "short_name"):
            seen: dict[str, str] = {}
            for record in library.records(folder).values():
                name = str(getattr(record, field, None) or record.id).casefold()
                if name in seen:
                    yield Breach(folder, record, (field,), f"is also the name of {seen[name]}", name)
                seen[name] = record.id


def one_paper_is_one_source(library: Library) -> Iterator[Breach]:
    """No two sources are the same paper: a DOI or PubMed number is used once, a web address once a year."""
    for field in ("doi", "pmid", "url"):
        seen: dict[tuple[str, int | None], str] = {}
        for source in library.sources.values():
            value = getattr(source, field)
            if not value or (field == "url" and source.doi):
                continue
            other = seen.setdefault((value.casefold(), source.year if field == "url" else None), source.id)
            if other != source.id:
                yield Breach("sources", source, (field,), f"is also that of {other}", value, "keep one record")


def one_source_is_one_study(library: Library) -> Iterator[Breach]:
    """No two studies rest on the same report, so that no trial stands twice."""
    seen: dict[str, str] = {}
    for study in library.studies.values():
        other = seen.setdefault(study.source, study.id)
        if other != study.id:
            yield Breach("studies", study, ("source",), f"is also the source of {other}", study.source, "join the two")


def sources_are_used(library: Library) -> Iterator[Breach]:
    """Every source carries something: a figure, a sentence or a legal answer somewhere."""
    used = {
        part.source
        for _, record in all_records(library)
        for _, part in parts_of(record)
        if isinstance(part, Citation) or hasattr(part, "source")
    }
    used |= {item.graded_by for condition in library.conditions.values() for item in condition.certainty}
    for source in library.sources.values():
        if source.id not in used:
            yield Breach("sources", source, (), "is cited nowhere", source.id, "cite it or remove the file")


def treatments_are_offered(library: Library) -> Iterator[Breach]:
    """Every treatment is an option for some condition, so that a reader can reach it."""
    offered = {option.treatment for condition in library.conditions.values() for option in condition.options}
    for treatment in library.treatments.values():
        if treatment.id not in offered:
            yield Breach("treatments", treatment, (), "is an option for no condition", treatment.id)


def addresses_lead_to_the_document(library: Library) -> Iterator[Breach]:
    """A source's address is the document's own, never a mirror's, an archive's or a search's."""
    for source in library.sources.values():
        if source.url and RELAYS.search(source.url):
            yield Breach("sources", source, ("url",), "is a relay", source.url, "give the document's own address")
