"""All studies, narrowed by what a reader asks for, with counts beside every choice."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from components.analysis.wording import treatment_name
from content.library import Library
from content.study import Study

Chosen = Mapping[str, frozenset[str]]
"""For each facet's id, the values a reader chose; an empty choice narrows nothing."""


@dataclass(frozen=True)
class Facet:
    """One property that studies can be narrowed by."""

    id: str
    label: str
    values: Callable[[Study, Library], Iterable[str]]
    labels: Callable[[Library], Mapping[str, str]]


def _terms(vocabulary: str) -> Callable[[Library], Mapping[str, str]]:
    return lambda library: {term.id: term.label for term in library.vocabulary.lists[vocabulary]}


SIZES = {"under-50": "Fewer than 50 people", "50-199": "50 to 199", "200-up": "200 or more", "unknown": "Not printed"}
PERIODS = {"2020-up": "2020 and later", "2010-2019": "2010 to 2019", "before-2010": "Before 2010"}


def _size(study: Study) -> str:
    if study.people is None:
        return "unknown"
    return "under-50" if study.people < 50 else "50-199" if study.people < 200 else "200-up"


def _period(year: int) -> str:
    return "2020-up" if year >= 2020 else "2010-2019" if year >= 2010 else "before-2010"


def _conditions(library: Library) -> Mapping[str, str]:
    return {condition.id: condition.name for condition in library.conditions.values()}


def _treatments(library: Library) -> Mapping[str, str]:
    used = {arm.treatment for study in library.studies.values() for c in study.comparisons for arm in c.arms}
    shown = sorted(library.treatments.values(), key=lambda treatment: (treatment.order, treatment.name))
    return {treatment.id: treatment_name(treatment.id, library) for treatment in shown if treatment.id in used}


FACETS: tuple[Facet, ...] = (
    Facet("condition", "Condition", lambda study, _: study.conditions, _conditions),
    Facet(
        "treatment",
        "Treatment",
        lambda study, _: [arm.treatment for c in study.comparisons for arm in c.arms if arm.treatment],
        _treatments,
    ),
    Facet("finding", "Result", lambda study, _: [c.finding for c in study.comparisons], _terms("finding")),
    Facet("design", "Design", lambda study, _: [study.design.type], _terms("study-design")),
    Facet("control", "Compared with", lambda study, _: [study.design.control], _terms("control-type")),
    Facet("blinding", "Blinding", lambda study, _: [study.design.blinding], _terms("blinding")),
    Facet("funding", "Paid for by", lambda study, _: [study.funding], _terms("funding")),
    Facet("size", "Size", lambda study, _: [_size(study)], lambda _: SIZES),
    Facet("year", "Year", lambda study, library: [_period(library.year_of(study))], lambda _: PERIODS),
)


def matching(library: Library, chosen: Chosen) -> list[Study]:
    """Return the studies that pass every choice, newest first."""
    found = [study for study in library.studies.values() if all(_passes(study, f, chosen, library) for f in FACETS)]
    return sorted(found, key=lambda study: (-library.year_of(study), study.id))


def _passes(study: Study, facet: Facet, chosen: Chosen, library: Library) -> bool:
    wanted = chosen.get(facet.id)
    return not wanted or not wanted.isdisjoint(facet.values(study, library))


def counts(facet: Facet, library: Library, chosen: Chosen) -> dict[str, int]:
    """Return how many studies each value of a facet has, given the choices on all other facets."""
    others = {facet_id: values for facet_id, values in chosen.items() if facet_id != facet.id}
    found = dict.fromkeys(facet.labels(library), 0)
    for study in matching(library, others):
        for value in set(facet.values(study, library)):
            if value in found:
                found[value] += 1
    return found
