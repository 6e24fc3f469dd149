"""Rules on words: plain, calm, with every number at home in a record."""

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from content.base import PartialDate, Record, parts_of
from content.dose_context import DoseContext
from content.library import Library
from content.readability import HIGHEST_GRADE, PatientText, mean_sentence, medical_names, patient_text, reading_grade
from content.route import Measured
from content.rules.breach import Breach, prose_records, texts_of
from content.study import Arm, Comparison, Harm

LONGEST_MEAN_SENTENCE = 18
REMEDY = "use shorter sentences and everyday words"
DOSED = frozenset({"trial", "cohort", "review", "label", "regulator", "guideline", "law", "registry"})


_LOUD = re.compile(
    r"\b(breakthrough|life-changing|miracle|game[- ]changer|revolutionary|wonder drug|cure[sd]?)\b|\b1 in \d|"
    r"\b(suffer(s|ing)? from|addicts?|committed suicide)\b",
    re.IGNORECASE,
)
_BARE_FREQUENCY = re.compile(r"\b(?:very |quite )?(rarely|rare|commonly|common|uncommon|often)\b", re.IGNORECASE)


def words_are_plain(library: Library) -> Iterator[Breach]:
    """No promises, no labels for people, no '1 in X', no 'rare' or 'common' that stands for a figure."""
    for folder, record in prose_records(library):
        for path, text in texts_of(record):
            for found in (_LOUD.search(text), _BARE_FREQUENCY.search(text)):
                if found:
                    yield Breach(
                        folder,
                        record,
                        path,
                        "uses a word we avoid",
                        found.group(),
                        "say it plainly, with a figure where it stands for one",
                    )


_SHARE_WITHOUT_NUMBER = re.compile(
    r"(?<!\d )(?<!more )(?<!fewer )\b(?:of|in|per|every) 100\b(?! (?:hours|days|mg))", re.IGNORECASE
)


def shares_name_their_number(library: Library) -> Iterator[Breach]:
    """A share of people is written 'N of 100', so that a page can say it of 1,000 instead."""
    for folder, record in prose_records(library):
        for path, text in texts_of(record):
            if found := _SHARE_WITHOUT_NUMBER.search(text):
                yield Breach(
                    folder,
                    record,
                    path,
                    "counts people of 100 without the number before it",
                    text[found.start() : found.end() + 30],
                    "write '64 of 100 people …', each share with its own 'of 100'",
                )


PATIENT_TEXTS = (
    ("conditions", "short_answer"),
    ("topics", "answer"),
    ("claims", "why"),
    ("treatments", "session"),
    ("glossary", "meaning"),
)
"""Folders whose records patients read first, and the field to begin with when one is too hard."""


def sentences_are_short(library: Library) -> Iterator[Breach]:
    """Sentences that a patient reads first have 18 words at most, in the mean of a record."""
    for folder, path, record in _patient_records(library):
        mean = mean_sentence(patient_text(record))
        if mean > LONGEST_MEAN_SENTENCE:
            yield Breach(folder, record, (path,), "has long sentences", f"{mean:.1f} words in the mean", "cut them")


def reading_grade_is_low(library: Library) -> Iterator[Breach]:
    """What a patient reads first has a reading grade of 8 at most, medical names set aside."""
    names = medical_names(library)
    for folder, path, record in _patient_records(library):
        grade = reading_grade(patient_text(record), names)
        if grade > HIGHEST_GRADE:
            yield Breach(folder, record, (path,), "is too hard to read", f"grade {grade:.1f}", REMEDY)


def _patient_records(library: Library) -> Iterator[tuple[str, str, PatientText]]:
    for folder, path in PATIENT_TEXTS:
        for record in library.records(folder).values():
            assert isinstance(record, PatientText)
            yield folder, path, record


_RELATIVE = re.compile(
    r"\b\d+(?:\.\d+)? times as\b|\b(?:odds|risk|hazard|rate) ratio\b|\btwice as\b|\bhalf as (?:many|likely)\b", re.I
)
_ABSOLUTE = re.compile(
    r"\d[\d,.]*%?\s(?:of|in|against|and)\s|\d%|\bpoints?\b|\bin the blood\b|"
    r"\b(?:does|do) not (?:say|print)\b|\b(?:was|were) not (?:on|read)\b|\bno shares?\b"
)


def relative_effects_never_stand_alone(library: Library) -> Iterator[Breach]:
    """A ratio in prose comes with a share of people beside it, or with the words for why there is none."""
    for folder, record in prose_records(library):
        for path, text in texts_of(record):
            if _RELATIVE.search(text) and not _ABSOLUTE.search(text):
                yield Breach(
                    folder, record, path, "names a ratio alone", text[:60], "add how many of 100 in each group"
                )


_DOSE = re.compile(r"\d\s?(?:mg|micrograms?|mcg|ml)\b(?!\s*/\s*(?:l|dl|min)\b)", re.IGNORECASE)


def doses_are_those_of_a_trial_or_label(library: Library) -> Iterator[Breach]:
    """A dose in prose is what a trial, review, label or guideline used: the sentence cites one."""
    for folder, record in prose_records(library):
        for path, part in parts_of(record):
            text = getattr(part, "text", None)
            if not isinstance(text, str) or not _DOSE.search(text):
                continue
            cited = [library.sources.get(citation.source) for citation in getattr(part, "sources", ())]
            if not any(source and source.type in DOSED for source in cited):
                yield Breach(folder, record, (*path, "text"), "names a dose without a trial or label", text[:60])


_NUMBER = re.compile(r"(?<![\w.,-])(\d[\d,]*(?:\.\d+)?)(?![\w-]*[A-Za-z])")
_ALWAYS_HOME = frozenset({"100", "1000"})


def numbers_in(text: str) -> set[str]:
    """Return the numbers a text names, without thousands separators or trailing zeros."""
    return {_plain(match) for match in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}


def _plain(number: str) -> str:
    bare = number.replace(",", "").rstrip(".")
    return f"{float(bare):.10g}"


def _values_of(part: BaseModel) -> Iterator[str]:
    for _, model in parts_of(part):
        for _, value in model:
            if isinstance(value, str):
                yield from numbers_in(value)
            elif isinstance(value, int | float) and not isinstance(value, bool):
                yield f"{abs(value):.10g}"
            elif isinstance(value, PartialDate):
                yield from numbers_in(str(value))
        if isinstance(model, Arm) and model.events is not None and model.people:
            rate = 100 * model.events / model.people
            yield from (f"{rate:.0f}", f"{rate:.1f}".rstrip("0").rstrip("."), f"{model.people - model.events}")
        if isinstance(model, Arm) and model.percent is not None:
            yield f"{model.percent:.0f}"
        if isinstance(model, Comparison | Harm):
            yield from _sums(model.arms)


def _sums(arms: Iterable[Arm]) -> Iterator[str]:
    arms = tuple(arms)
    for key in ("people", "events"):
        counts = [getattr(arm, key) for arm in arms]
        if all(count is not None for count in counts):
            yield f"{sum(counts)}"


def homes(library: Library) -> dict[str, frozenset[str]]:
    """Return, for each source, the numbers that have their home there: its figures and its studies' values."""
    found: dict[str, set[str]] = {}
    for source in library.sources.values():
        numbers = found.setdefault(source.id, set())
        numbers.update(*(numbers_in(f"{figure.value} {figure.what} {figure.note or ''}") for figure in source.figures))
        numbers.add(str(source.year))
    for study in library.studies.values():
        found.setdefault(study.source, set()).update(_values_of(study))
    for treatment in library.treatments.values():
        for effect in treatment.adverse_effects:
            found.setdefault(effect.source, set()).update(_values_of(effect))
        for cost in treatment.costs:
            for citation in cost.sources:
                found.setdefault(citation.source, set()).update(_values_of(cost))
    for folder in ("routes", "dose_contexts"):
        for record in library.records(folder).values():
            for source_id, part in _measured(record):
                found.setdefault(source_id, set()).update(_values_of(part))
    return {source: frozenset(numbers) for source, numbers in found.items()}


def _measured(record: Record) -> Iterator[tuple[str, Measured | DoseContext]]:
    for _, part in parts_of(record):
        if isinstance(part, Measured):
            yield part.source, part
        elif isinstance(part, DoseContext):
            yield from ((citation.source, part) for citation in part.sources)


def numbers_in_prose_have_a_home(library: Library) -> Iterator[Breach]:
    """Every number in a condition's or treatment's prose stands as a value in a record the prose cites."""
    known = homes(library)
    for folder, record in prose_records(library):
        for path, part in parts_of(record):
            text = getattr(part, "text", None)
            citations = getattr(part, "sources", None)
            if not isinstance(text, str) or not isinstance(citations, tuple):
                continue
            at_home = _ALWAYS_HOME.union(*(known.get(citation.source, frozenset()) for citation in citations))
            at_home |= {str(getattr(part, "year", ""))}
            for number in sorted({_plain(found) for found in _NUMBER.findall(text)} - at_home):
                cited = ", ".join(citation.source for citation in citations)
                yield Breach(
                    folder,
                    record,
                    (*path, "text"),
                    "names a number that no cited record holds",
                    number,
                    f"add it to the figures of a source cited here ({cited}), or cite the one that has it",
                )
