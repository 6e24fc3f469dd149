"""How fast and how long: the shares of people with the main outcome at each time a trial looked."""

from dataclasses import dataclass

from components.analysis.proportions import rate_of
from components.analysis.wording import arm_name, study_label
from content.base import Duration
from content.condition import Condition
from content.library import Library
from content.study import Arm, Comparison, Study


@dataclass(frozen=True)
class Moment:
    """A share of people at one time after the start."""

    after: Duration
    share: float


@dataclass(frozen=True)
class Course:
    """One group of one study over time."""

    study: str
    group: str
    is_treated: bool
    moments: tuple[Moment, ...]


def courses(condition: Condition, library: Library) -> list[Course]:
    """Return, for each trial that looked more than once, its ketamine group and its other group over time."""
    found: list[Course] = []
    for study in library.studies_on(condition.id):
        looks = [
            comparison
            for comparison in study.comparisons
            if comparison.outcome == condition.main_outcome and comparison.after
        ]
        for is_treated in (True, False):
            course = _course(study, looks, library, is_treated=is_treated)
            if course and len(course.moments) > 1:
                found.append(course)
    return found


def _course(study: Study, looks: list[Comparison], library: Library, *, is_treated: bool) -> Course | None:
    moments: dict[float, Moment] = {}
    name = ""
    for comparison in sorted(looks, key=lambda look: look.after.hours if look.after else 0.0):
        arm = next((arm for arm in comparison.arms if _is_ketamine(arm, library) == is_treated), None)
        rate = rate_of(arm) if arm else None
        if arm and rate and comparison.after:
            name = name or arm_name(arm, library)
            moments.setdefault(comparison.after.hours, Moment(comparison.after, rate.share))
    return Course(study_label(study, library), name, is_treated, tuple(moments.values())) if moments else None


def _is_ketamine(arm: Arm, library: Library) -> bool:
    treatment = library.treatments.get(arm.treatment or "")
    return bool(treatment and treatment.kind == "ketamine")


def course_words(course: Course, denominator: int) -> str:
    """Return a course as its text twin: '64 of 100 after 24 hours, 40 after 7 days'."""
    looks = ", ".join(f"{moment.share * denominator:.0f} after {moment.after}" for moment in course.moments)
    return f"{course.study}, {course.group}, of {denominator:,} people: {looks}"
