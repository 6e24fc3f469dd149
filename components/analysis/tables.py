"""The records as flat tables: what the API answers as CSV and the data package holds, with a word on each column."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from components.analysis.law import AXES, law_rows
from components.analysis.law import export_rows as law_export
from components.analysis.wording import study_label
from content.base import Record
from content.claim import Claim
from content.condition import Condition
from content.glossary import GlossaryEntry
from content.helpline import Helpline
from content.library import Library
from content.source import Source
from content.study import Arm, Study
from content.treatment import Treatment

Row = dict[str, str]


@dataclass(frozen=True)
class Table:
    """One flat table: its columns with their meaning, and its rows for some records."""

    name: str
    title: str
    folder: str
    columns: Mapping[str, str]
    rows: Callable[[Iterable[Record], Library], Iterator[Row]]

    def of(self, library: Library) -> list[Row]:
        """Return the rows of all records of the folder."""
        return list(self.rows(library.records(self.folder).values(), library))


def source_rows(records: Iterable[Record], _library: Library) -> Iterator[Row]:
    """Yield one row per source."""
    for source in cast(Iterable[Source], records):
        yield {
            "id": source.id,
            "type": source.type,
            "title": source.title,
            "authors": source.authors or "",
            "year": str(source.year or ""),
            "container": source.container or "",
            "address": source.address,
            "doi": source.doi or "",
            "pmid": source.pmid or "",
            "nct": source.nct or "",
            "read": source.read,
            "read_twice": "yes" if source.read_twice else "no",
            "checked": source.checked.iso,
        }


def study_rows(records: Iterable[Record], library: Library) -> Iterator[Row]:
    """Yield one row per study."""
    for study in cast(Iterable[Study], records):
        source = library.sources.get(study.source)
        yield {
            "id": study.id,
            "study": study_label(study, library),
            "year": str(library.year_of(study) or ""),
            "conditions": " ".join(study.conditions),
            "treatments": " ".join(
                dict.fromkeys(arm.treatment for c in study.comparisons for arm in c.arms if arm.treatment)
            ),
            "design": study.design.type,
            "control": study.design.control,
            "blinding": study.design.blinding,
            "people": str(study.people or ""),
            "funding": study.funding,
            "registration": study.registration or "",
            "findings": " ".join(comparison.finding for comparison in study.comparisons),
            "second_reading": study.second_reading.result if study.second_reading else "",
            "source": study.source,
            "address": source.address if source else "",
        }


def result_rows(records: Iterable[Record], _library: Library) -> Iterator[Row]:
    """Yield one row per group of people and outcome or harm of a study."""
    for study in cast(Iterable[Study], records):
        for comparison in study.comparisons:
            shared = {
                "study": study.id,
                "comparison": comparison.id,
                "kind": "outcome",
                "outcome": comparison.outcome,
                "scale": comparison.scale or "",
                "after": str(comparison.after or ""),
            }
            for at, arm in enumerate(comparison.arms, start=1):
                yield shared | _arm(at, arm) | {"counts": comparison.counts or "", "place": comparison.place or ""}
        for harm in study.harms:
            shared = {
                "study": study.id,
                "comparison": harm.id,
                "kind": "harm",
                "outcome": harm.event,
                "scale": "",
                "after": str(harm.after or ""),
            }
            for at, arm in enumerate(harm.arms, start=1):
                yield shared | _arm(at, arm) | {"counts": "", "place": harm.place or ""}


def _arm(at: int, arm: Arm) -> Row:
    return {
        "group": str(at),
        "treatment": arm.treatment or "",
        "control": arm.control or "",
        "label": arm.label or "",
        "dose": arm.dose or "",
        "people": _figure(arm.people),
        "events": _figure(arm.events),
        "percent": _figure(arm.percent),
        "mean_change": _figure(arm.mean_change),
        "mean_end": _figure(arm.mean_end),
        "sd": _figure(arm.sd),
    }


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"


def condition_rows(records: Iterable[Record], _library: Library) -> Iterator[Row]:
    """Yield one row per condition, treatment and outcome that has a certainty."""
    for condition in cast(Iterable[Condition], records):
        for item in condition.certainty:
            yield {
                "condition": condition.id,
                "name": condition.name,
                "group": condition.group,
                "treatment": item.treatment,
                "outcome": item.outcome,
                "against": item.against,
                "certainty": item.level,
                "graded_by": item.graded_by or "",
                "searched": condition.searched.iso,
            }


def treatment_rows(records: Iterable[Record], _library: Library) -> Iterator[Row]:
    """Yield one row per unwanted effect and group of a treatment; one empty of figures where there are none."""
    for treatment in cast(Iterable[Treatment], records):
        shared = {
            "treatment": treatment.id,
            "name": treatment.name,
            "kind": treatment.kind,
            "route": treatment.route or "",
        }
        nothing = {"event": "", "group": "", "people": "", "events": "", "percent": "", "source": ""}
        if not treatment.adverse_effects:
            yield shared | nothing
        for effect in treatment.adverse_effects:
            for arm in effect.arms:
                yield shared | {
                    "event": effect.event,
                    "group": arm.treatment or arm.control or arm.label or "",
                    "people": _figure(arm.people),
                    "events": _figure(arm.events),
                    "percent": _figure(arm.percent),
                    "source": effect.source,
                }


def jurisdiction_rows(records: Iterable[Record], library: Library) -> Iterator[Row]:
    """Yield one row per place and product."""
    wanted = {record.id for record in records}
    yield from law_export([row for row in law_rows(library) if row.jurisdiction.id in wanted], library)


def helpline_rows(records: Iterable[Record], _library: Library) -> Iterator[Row]:
    """Yield one row per crisis service."""
    for helpline in cast(Iterable[Helpline], records):
        yield {
            "id": helpline.id,
            "name": helpline.name,
            "country": helpline.country,
            "phone": helpline.phone,
            "hours": helpline.hours,
            "emergency": helpline.emergency or "",
            "address": helpline.url,
            "checked": helpline.checked.iso,
        }


def claim_rows(records: Iterable[Record], _library: Library) -> Iterator[Row]:
    """Yield one row per claim."""
    for claim in cast(Iterable[Claim], records):
        yield {
            "id": claim.id,
            "claim": claim.claim,
            "verdict": claim.verdict,
            "short": claim.short,
            "why": " ".join(statement.text for statement in claim.why),
            "sources": " ".join(dict.fromkeys(c.source for statement in claim.why for c in statement.sources)),
            "checked": claim.checked.iso,
        }


def glossary_rows(records: Iterable[Record], _library: Library) -> Iterator[Row]:
    """Yield one row per term."""
    for entry in cast(Iterable[GlossaryEntry], records):
        yield {
            "id": entry.id,
            "term": entry.term,
            "synonyms": "; ".join(entry.synonyms),
            "meaning": entry.meaning,
        }


_LAW_COLUMNS = {
    "jurisdiction": "Short English name.",
    "code": "ISO 3166 code; EU and UN for the levels above.",
    "product": "ketamine or esketamine.",
} | {
    column: meaning
    for axis, (name, _) in AXES.items()
    for column, meaning in (
        (axis, f"{name}: the answer in a few words."),
        (f"{axis}_words", f"{name}: the answer in full, or why there is none."),
        (f"{axis}_as_of", f"{name}: the date the evidence speaks for."),
        (f"{axis}_sources", f"{name}: addresses of the sources."),
    )
}

TABLES: tuple[Table, ...] = (
    Table(
        "conditions",
        "How sure the evidence is, per condition, treatment and outcome",
        "conditions",
        {
            "condition": "Id of the condition.",
            "name": "Name of the condition.",
            "group": "Group it stands in.",
            "treatment": "Id of the treatment.",
            "outcome": "Outcome, a term of the vocabulary.",
            "against": "What it was compared with, and when.",
            "certainty": "GRADE level: high, moderate, low or very-low.",
            "graded_by": "Source id of the body that graded it; empty: graded here.",
            "searched": "When the evidence was last searched.",
        },
        condition_rows,
    ),
    Table(
        "treatments",
        "Unwanted effects of treatments, per group of people",
        "treatments",
        {
            "treatment": "Id of the treatment.",
            "name": "Name of the treatment.",
            "kind": "Kind of treatment.",
            "route": "How a medicine enters the body.",
            "event": "Unwanted effect; empty where no rate was read.",
            "group": "Treatment or control of the group counted.",
            "people": "People in the group.",
            "events": "People who had it.",
            "percent": "Share of people as printed, in per cent.",
            "source": "Source id.",
        },
        treatment_rows,
    ),
    Table(
        "studies",
        "Studies",
        "studies",
        {
            "id": "Id of the study.",
            "study": "Name it is known by.",
            "year": "Year of publication.",
            "conditions": "Ids of conditions, separated by spaces.",
            "treatments": "Ids of treatments, separated by spaces.",
            "design": "Design.",
            "control": "Kind of control.",
            "blinding": "Who did not know.",
            "people": "People who took part; empty: not printed.",
            "funding": "Who paid.",
            "registration": "Registry number.",
            "findings": "Direction of each result, separated by spaces.",
            "second_reading": "What a second reader found; empty: read once.",
            "source": "Source id.",
            "address": "Where the report can be opened.",
        },
        study_rows,
    ),
    Table(
        "results",
        "Results of studies, per group of people",
        "studies",
        {
            "study": "Id of the study.",
            "comparison": "Id of the comparison or harm within the study.",
            "kind": "outcome or harm.",
            "outcome": "Outcome, a term of the vocabulary; for a harm the event in words.",
            "scale": "Scale of measurement.",
            "after": "Time after the start of treatment.",
            "group": "Number of the group within the comparison.",
            "treatment": "Treatment id, for a treated group.",
            "control": "Control, for a control group.",
            "label": "The study's own words for the group, where they differ.",
            "dose": "Dose as the study used it. Not advice.",
            "people": "People in the group.",
            "events": "People who had the outcome.",
            "percent": "Share as printed, in per cent.",
            "mean_change": "Mean change from the start, in points of the scale.",
            "mean_end": "Mean at that time, in points of the scale.",
            "sd": "Standard deviation of that mean.",
            "counts": "printed, or derived from other figures of the report.",
            "place": "Place in the source.",
        },
        result_rows,
    ),
    Table("jurisdictions", "The law, per place and product", "jurisdictions", _LAW_COLUMNS, jurisdiction_rows),
    Table(
        "sources",
        "Sources",
        "sources",
        {
            "id": "Id of the source.",
            "type": "Kind of document.",
            "title": "Title as printed.",
            "authors": "First author or body.",
            "year": "Year of publication.",
            "container": "Journal, register or website.",
            "address": "Where it can be opened.",
            "doi": "Digital object identifier.",
            "pmid": "PubMed number.",
            "nct": "ClinicalTrials.gov number.",
            "read": "How it was read.",
            "read_twice": "yes where a second reader confirmed the figures.",
            "checked": "When it was last checked.",
        },
        source_rows,
    ),
    Table(
        "claims",
        "Claims weighed",
        "claims",
        {
            "id": "Id of the claim.",
            "claim": "The claim as people meet it.",
            "verdict": "supported, partly, not-supported or misleading.",
            "short": "The verdict in a sentence.",
            "why": "Why, in full.",
            "sources": "Source ids, separated by spaces.",
            "checked": "When it was last weighed.",
        },
        claim_rows,
    ),
    Table(
        "glossary",
        "Terms",
        "glossary",
        {"id": "Id.", "term": "The term.", "synonyms": "Other forms.", "meaning": "What it means."},
        glossary_rows,
    ),
    Table(
        "helplines",
        "Crisis services",
        "helplines",
        {
            "id": "Id.",
            "name": "Name of the service.",
            "country": "ISO 3166 code.",
            "phone": "Number as dialled there.",
            "hours": "When it answers.",
            "emergency": "Emergency number, where verified.",
            "address": "The service's page.",
            "checked": "When the number was last seen.",
        },
        helpline_rows,
    ),
)

TABLE_OF: Mapping[str, Table] = {table.name: table for table in TABLES}
