"""Rules on the content as a whole. Each rule is a small function that yields what breaks it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pycountry
from pydantic import BaseModel

from content.base import PartialDate, Record, RefTo, parts_of
from content.condition import ComparisonRef, HarmRef
from content.library import KINDS, Library
from content.reading import Path_, Problem, document
from content.study import Arm, Comparison, Harm

RESERVED_ADDRESSES = frozenset(
    [
        "home",
        "conditions",
        "compare",
        "regulation",
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
        "api",
        "static",
        "media",
        "component",
        "about",
    ]
)
ABOVE_COUNTRIES = frozenset({"EU", "UN"})
LONGEST_DESCRIPTION_WORDS = 120


@dataclass(frozen=True)
class Breach:
    """One place in one record that breaks a rule."""

    folder: str
    record: Record
    path: Path_
    what: str
    value: object = ""
    remedy: str = ""


Rule = Callable[[Library], Iterator[Breach]]


def _all(library: Library) -> Iterator[tuple[str, Record]]:
    for folder in KINDS:
        for record in library.records(folder).values():
            yield folder, record


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
    for folder, record in _all(library):
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


def names_are_unique(library: Library) -> Iterator[Breach]:
    """No two records of a kind show the same name."""
    for folder in ("conditions", "treatments", "jurisdictions"):
        seen: dict[str, str] = {}
        for record in library.records(folder).values():
            name = str(getattr(record, "name", "")).casefold()
            if name in seen:
                yield Breach(folder, record, ("name",), f"is also the name of {seen[name]}", name)
            seen[name] = record.id


def descriptions_are_short(library: Library) -> Iterator[Breach]:
    """A condition is described in 120 words at most."""
    for record in library.conditions.values():
        words = len(record.description.split())
        if words > LONGEST_DESCRIPTION_WORDS:
            yield Breach(
                "conditions", record, ("description",), "is longer than 120 words", f"{words} words", "shorten it"
            )


def staying_as_now_is_an_option(library: Library) -> Iterator[Breach]:
    """Every condition offers going on as now among its options."""
    for record in library.conditions.values():
        kinds = {library.treatments[o.treatment].kind for o in record.options if o.treatment in library.treatments}
        if "stay-as-now" not in kinds:
            yield Breach("conditions", record, ("options",), "do not include staying as now", remedy="add no-change")


def percentages_fit_counts(library: Library) -> Iterator[Breach]:
    """A printed percentage agrees with the counts beside it, to the half point it may be rounded by."""
    for folder, record in _all(library):
        for path, part in parts_of(record):
            if not isinstance(part, Arm) or part.percent is None or part.events is None or not part.people:
                continue
            if abs(100 * part.events / part.people - part.percent) > 0.6:
                yield Breach(
                    folder,
                    record,
                    (*path, "percent"),
                    "does not fit the counts beside it",
                    f"{part.percent} against {part.events} of {part.people}",
                    "correct one, or leave one out",
                )


def comparisons_have_two_groups(library: Library) -> Iterator[Breach]:
    """What is called better, worse or no different was compared with something."""
    for record in library.studies.values():
        for index, comparison in enumerate(record.comparisons):
            if len(comparison.arms) < 2 and comparison.finding != "not-tested":
                yield Breach(
                    "studies",
                    record,
                    ("comparisons", index, "finding"),
                    "claims a comparison with one group",
                    comparison.finding,
                    "add the other group, or write not-tested",
                )


def overlaps_are_mutual(library: Library) -> Iterator[Breach]:
    """If one study says it counts another's people, the other says so too."""
    for record in library.studies.values():
        for index, other in enumerate(record.overlaps):
            if other in library.studies and record.id not in library.studies[other].overlaps:
                yield Breach(
                    "studies",
                    record,
                    ("overlaps", index),
                    "is not said by the other study",
                    other,
                    f"add {record.id} to the overlaps of {other}",
                )


def history_is_in_order(library: Library) -> Iterator[Breach]:
    """A jurisdiction's changes run from the oldest to the newest."""
    for record in library.jurisdictions.values():
        dates = [change.date.earliest for change in record.history]
        if dates != sorted(dates):
            yield Breach("jurisdictions", record, ("history",), "is not in order of date", remedy="oldest first")


def _is_iso_3166(code: str) -> bool:
    if "-" in code:
        return pycountry.subdivisions.get(code=code) is not None  # type: ignore[no-untyped-call]
    return pycountry.countries.get(alpha_2=code) is not None


def codes_are_iso(library: Library) -> Iterator[Breach]:
    """Jurisdiction and helpline codes stand in ISO 3166, the European Union and the United Nations apart."""
    for folder, codes in (
        ("jurisdictions", {record: record.code for record in library.jurisdictions.values()}.items()),
        ("helplines", {record: record.country for record in library.helplines.values()}.items()),
    ):
        for record, code in codes:
            if code not in ABOVE_COUNTRIES and not _is_iso_3166(code):
                yield Breach(
                    folder, record, ("code" if folder == "jurisdictions" else "country",), "is no ISO 3166 code", code
                )


_LOUD = re.compile(
    r"\b(breakthrough|life-changing|miracle|game[- ]changer|revolutionary|wonder drug|cure[sd]?)\b|\b1 in \d|"
    r"\b(suffer(s|ing)? from|addicts?|committed suicide)\b",
    re.IGNORECASE,
)
_BARE_FREQUENCY = re.compile(r"\b(?:very |quite )?(rarely|rare|commonly|common|uncommon|often)\b", re.IGNORECASE)


def words_are_plain(library: Library) -> Iterator[Breach]:
    """No promises, no labels for people, no '1 in X', no 'rare' or 'common' that stands for a figure."""
    for folder in ("conditions", "treatments"):
        for record in library.records(folder).values():
            for path, text in _texts(record):
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


def _texts(record: Record) -> Iterator[tuple[Path_, str]]:
    for path, part in parts_of(record):
        for field in ("text", "why", "description", "question", "against"):
            text = getattr(part, field, None)
            if isinstance(text, str):
                yield (*path, field), text
        for index, text in enumerate(getattr(part, "reasons", ())):
            yield (*path, "reasons", index), text


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
    return {source: frozenset(numbers) for source, numbers in found.items()}


def numbers_in_prose_have_a_home(library: Library) -> Iterator[Breach]:
    """Every number in a condition's or treatment's prose stands as a value in a record the prose cites."""
    known = homes(library)
    for folder in ("conditions", "treatments"):
        for record in library.records(folder).values():
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


RULES: tuple[Rule, ...] = (
    references_lead_somewhere,
    addresses_are_free,
    names_are_unique,
    descriptions_are_short,
    staying_as_now_is_an_option,
    percentages_fit_counts,
    comparisons_have_two_groups,
    overlaps_are_mutual,
    history_is_in_order,
    codes_are_iso,
    words_are_plain,
    numbers_in_prose_have_a_home,
)


def problems_in(library: Library) -> list[Problem]:
    """Return every problem of a library, the records left out first, each at its file and line."""
    problems = list(library.problems)
    for rule in RULES:
        for breach in rule(library):
            path = library.root / breach.folder / f"{breach.record.id}.yaml"
            problems.append(document(path, library.root).problem(breach.path, breach.what, breach.value, breach.remedy))
    return problems
