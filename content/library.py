"""The library: every record of one content folder, linked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from content.base import Citation, Model, Record, parts_of
from content.claim import Claim
from content.condition import ComparisonRef, Condition, HarmRef
from content.correction import Correction
from content.dose_context import DoseContext
from content.experience import Experience
from content.further_reading import FurtherReading
from content.glossary import GlossaryEntry
from content.helpline import Helpline
from content.interaction import Interaction
from content.jurisdiction import Jurisdiction
from content.pressure_course import PressureCourse
from content.reading import Problem
from content.route import Route
from content.source import Source
from content.study import Comparison, Harm, Study
from content.topic import Topic
from content.treatment import Treatment
from content.vocabulary import Term, Vocabulary

OWN_FOLDER = Path(__file__).parent
KINDS: Mapping[str, type[Record]] = {
    "sources": Source,
    "studies": Study,
    "treatments": Treatment,
    "conditions": Condition,
    "jurisdictions": Jurisdiction,
    "helplines": Helpline,
    "topics": Topic,
    "claims": Claim,
    "routes": Route,
    "interactions": Interaction,
    "dose_contexts": DoseContext,
    "pressure_courses": PressureCourse,
    "glossary": GlossaryEntry,
    "experiences": Experience,
    "further_reading": FurtherReading,
    "corrections": Correction,
}
"""Each folder of records and the model its files must fit."""


@dataclass(frozen=True)
class Library:
    """All records by id, in reading order, and what was left out."""

    root: Path
    vocabulary: Vocabulary
    version: str = ""
    """A digest of the content of all files: equal where the content is."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    studies: Mapping[str, Study] = field(default_factory=dict)
    treatments: Mapping[str, Treatment] = field(default_factory=dict)
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    jurisdictions: Mapping[str, Jurisdiction] = field(default_factory=dict)
    helplines: Mapping[str, Helpline] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
    interactions: Mapping[str, Interaction] = field(default_factory=dict)
    dose_contexts: Mapping[str, DoseContext] = field(default_factory=dict)
    pressure_courses: Mapping[str, PressureCourse] = field(default_factory=dict)
    glossary: Mapping[str, GlossaryEntry] = field(default_factory=dict)
    experiences: Mapping[str, Experience] = field(default_factory=dict)
    further_reading: Mapping[str, FurtherReading] = field(default_factory=dict)
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def records(self, folder: str) -> Mapping[str, Record]:
        """Return the records of one folder by id."""
        found: Mapping[str, Record] = getattr(self, folder)
        return found

    def term(self, vocabulary: str, term_id: str) -> Term:
        """Return one term of one closed list."""
        return self.vocabulary.term(vocabulary, term_id)

    def studies_on(self, condition_id: str) -> tuple[Study, ...]:
        """Return the studies that belong on a condition page, newest first."""
        found = [study for study in self.studies.values() if condition_id in study.conditions]
        return tuple(sorted(found, key=lambda study: (-self.year_of(study), study.id)))

    def year_of(self, study: Study) -> int:
        """Return the year a study was published, 0 where its source is missing."""
        source = self.sources.get(study.source)
        return source.year or 0 if source else 0

    def comparison(self, ref: ComparisonRef) -> tuple[Study, Comparison] | None:
        """Return the comparison a reference points at, None where it was left out."""
        study = self.studies.get(ref.study)
        found = [item for item in study.comparisons if item.id == ref.comparison] if study else []
        return (study, found[0]) if study and found else None

    def harm(self, ref: HarmRef) -> tuple[Study, Harm] | None:
        """Return the harm a reference points at, None where it was left out."""
        study = self.studies.get(ref.study)
        found = [item for item in study.harms if item.id == ref.harm] if study else []
        return (study, found[0]) if study and found else None

    def sources_behind(self, parts: Iterable[Model]) -> tuple[Source, ...]:
        """Return every source that records or parts of them rest on, each once, in order of first use."""
        ids: dict[str, None] = {}
        for part in parts:
            for _, model in parts_of(part):
                if isinstance(model, Citation) or hasattr(model, "source"):
                    ids.setdefault(model.source)
        return tuple(self.sources[source_id] for source_id in ids if source_id in self.sources)
