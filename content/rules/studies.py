"""Rules on the figures of studies."""

import re
from collections.abc import Iterator

from content.base import parts_of
from content.library import Library
from content.rules.breach import Breach, all_records
from content.study import Arm, Comparison, Study

NO_EFFECT = {"risk-ratio": 1.0, "odds-ratio": 1.0, "risk-difference": 0.0}
REGISTERS = re.compile(
    r"NCT\d{8}|ISRCTN\d{6,8}|ACTRN\d{14}p?|EudraCT[ :]?\d{4}-\d{6}-\d{2}|\d{4}-\d{6}-\d{2}(?:-\d{2})?|ChiCTR[-\w]+|"
    r"UMIN\d{9}|JapicCTI-?\d{6}|jRCT\w+|IRCT\w+|CTRI/[\d/]+|NTR\d+|NL\d+|DRKS\d{8}|CRD\d+|KCT\d+|TCTR\d+|PACTR\d+"
)


def percentages_fit_counts(library: Library) -> Iterator[Breach]:
    """A printed percentage agrees with the counts beside it, to the half point it may be rounded by."""
    for folder, record in all_records(library):
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


def effects_lie_on_the_side_of_their_counts(library: Library) -> Iterator[Breach]:
    """A crude ratio or difference points the way its counts do."""
    for study in library.studies.values():
        for index, comparison in enumerate(study.comparisons):
            effect, shares = comparison.effect, _shares(comparison)
            if not effect or effect.value is None or effect.measure not in NO_EFFECT or len(shares) != 2:
                continue
            difference = shares[0] - shares[1]
            if difference * (effect.value - NO_EFFECT[effect.measure]) < 0:
                yield Breach(
                    "studies",
                    study,
                    ("comparisons", index, "effect", "value"),
                    "points the other way than the counts beside it",
                    f"{effect.value:g} against {shares[0]:.2f} and {shares[1]:.2f}",
                    "the effect is the first arm against the second",
                )


def _shares(comparison: Comparison) -> list[float]:
    return [arm.events / arm.people for arm in comparison.arms if arm.events is not None and arm.people]


def groups_are_no_larger_than_the_study(library: Library) -> Iterator[Breach]:
    """The groups of a comparison hold no more people than the study; in a crossover trial each group may hold all."""
    for study, index, comparison in _comparisons(library):
        sizes = [arm.people or 0 for arm in comparison.arms]
        counted = max(sizes) if study.design.type == "crossover" else sum(sizes)
        if study.people is not None and len(sizes) > 1 and counted > study.people:
            yield Breach(
                "studies",
                study,
                ("comparisons", index, "arms"),
                "count more people than the study had",
                f"{counted} against {study.people}",
                "correct one of them",
            )


def findings_follow_from_intervals(library: Library) -> Iterator[Breach]:
    """What is called better or worse has an interval that leaves out no effect, where the report prints one."""
    for study, index, comparison in _comparisons(library):
        effect = comparison.effect
        if not effect or effect.low is None or effect.high is None or effect.measure not in NO_EFFECT:
            continue
        null = NO_EFFECT[effect.measure]
        if comparison.finding in ("better", "worse") and effect.low < null < effect.high:
            yield Breach(
                "studies",
                study,
                ("comparisons", index, "finding"),
                "is claimed with an interval that holds no effect",
                f"{comparison.finding}: {effect.low:g} to {effect.high:g}",
                "write no-difference, or correct the interval",
            )


def _comparisons(library: Library) -> Iterator[tuple[Study, int, Comparison]]:
    for study in library.studies.values():
        for index, comparison in enumerate(study.comparisons):
            yield study, index, comparison


def registrations_are_numbers_of_a_register(library: Library) -> Iterator[Breach]:
    """A registration is written as a trial register writes it."""
    for study in library.studies.values():
        if study.registration and not REGISTERS.search(study.registration):
            yield Breach("studies", study, ("registration",), "is no register's number", study.registration)


def treated_groups_come_first(library: Library) -> Iterator[Breach]:
    """A control never stands before a treatment: the effect is that of the first arm against the rest."""
    for study, index, comparison in _comparisons(library):
        kinds = [arm.control is not None for arm in comparison.arms]
        if kinds != sorted(kinds):
            yield Breach(
                "studies",
                study,
                ("comparisons", index, "arms"),
                "have a control before a treatment",
                comparison.id,
                "put the treated groups first",
            )
