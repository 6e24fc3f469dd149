"""Conditions in the order readers meet them."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.analysis.absolute import AbsoluteRow, benefit_rows, benefits_in_words, harm_rows
from components.analysis.studies import StudyRow, study_rows
from components.analysis.timeline import Course, courses
from content.condition import Condition
from content.library import Library
from content.study import Comparison, Study
from content.treatment import Treatment
from content.vocabulary import Term


def groups(library: Library) -> list[tuple[Term, list[Condition]]]:
    """Return each group that has conditions, with its conditions in order."""
    found = []
    for term in library.vocabulary.lists["condition-group"]:
        members = [condition for condition in library.conditions.values() if condition.group == term.id]
        if members:
            found.append((term, sorted(members, key=lambda condition: (condition.order, condition.name))))
    return found


@dataclass(frozen=True)
class ConditionView:
    """What a condition page shows, derived from its records."""

    benefits: Sequence[AbsoluteRow]
    harms: Sequence[AbsoluteRow]
    in_words: Sequence[tuple[Study, Comparison]]
    over_time: Sequence[Course]
    rows: Sequence[StudyRow]
    studies: Sequence[Study]
    ketamine: Sequence[Treatment]


def condition_view(condition: Condition, library: Library) -> ConditionView:
    """Return everything a condition page is drawn from."""
    given = [library.treatments[item.treatment] for item in condition.options if item.treatment in library.treatments]
    return ConditionView(
        benefits=benefit_rows(condition, library),
        harms=harm_rows(condition, library),
        in_words=benefits_in_words(condition, library),
        over_time=courses(condition, library),
        rows=study_rows(condition, library),
        studies=library.studies_on(condition.id),
        ketamine=[treatment for treatment in given if treatment.kind == "ketamine"],
    )
