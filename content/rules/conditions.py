"""Rules on condition pages: what each must offer, and what may stand in a headline."""

from collections.abc import Iterator

from content.condition import Condition
from content.library import Library
from content.reading import Path_
from content.rules.breach import Breach
from content.study import Study

LONGEST_DESCRIPTION_WORDS = 120
SHORT_ANSWER = range(2, 5)
CONFIRMED = frozenset({"agrees", "corrected", "partly"})


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


def answers_are_short(library: Library) -> Iterator[Breach]:
    """A short answer has two to four statements."""
    for record in library.conditions.values():
        if len(record.short_answer) not in SHORT_ANSWER:
            count = f"{len(record.short_answer)} statements"
            yield Breach("conditions", record, ("short_answer",), "is not two to four statements", count)


def figures_shown_belong_to_the_page(library: Library) -> Iterator[Breach]:
    """A benefit, harm or pool shown on a page comes from a study that belongs on it."""
    for record in library.conditions.values():
        for path, study in _shown(record, library):
            if record.id not in study.conditions:
                remedy = f"add {record.id} to its conditions"
                yield Breach("conditions", record, path, "is a study that does not belong here", study.id, remedy)


def pooled_treatments_are_options(library: Library) -> Iterator[Breach]:
    """What is pooled on a page is a treatment the page offers."""
    for record in library.conditions.values():
        offered = {option.treatment for option in record.options}
        for index, pool in enumerate(record.pools):
            for treatment in pool.treatments:
                if treatment not in offered:
                    yield Breach("conditions", record, ("pools", index), "pools what is no option here", treatment)


def headlines_were_read_twice(library: Library) -> Iterator[Breach]:
    """A figure in 'Main results' or 'What went wrong' was read twice: one reading in twelve had an error."""
    for record in library.conditions.values():
        for path, study in _shown(record, library):
            if not was_read_twice(study, library):
                remedy = "read them again and record it in the study's second_reading, or leave them out here"
                yield Breach("conditions", record, path, "shows figures that were read once", study.id, remedy)


def _shown(record: Condition, library: Library) -> Iterator[tuple[Path_, Study]]:
    """Yield the studies whose figures stand per 100 people, with the path to each."""
    ids: list[tuple[Path_, str]] = [(("benefits", index), ref.study) for index, ref in enumerate(record.benefits)]
    ids += [(("harm_rates", index), ref.study) for index, ref in enumerate(record.harm_rates)]
    for path, study_id in ids:
        if study_id in library.studies:
            yield path, library.studies[study_id]


def was_read_twice(study: Study, library: Library) -> bool:
    """Return whether a second reader confirmed the figures of a study, or some of them."""
    source = library.sources.get(study.source)
    again = study.second_reading
    return bool(source and source.read_twice) or bool(again and again.result in CONFIRMED)


def guidelines_run_from_the_newest(library: Library) -> Iterator[Breach]:
    """Guideline positions stand newest first."""
    for record in library.conditions.values():
        years = [position.year for position in record.guidelines]
        if years != sorted(years, reverse=True):
            yield Breach("conditions", record, ("guidelines",), "are not newest first", remedy="sort them by year")


def harms_stand_beside_benefits(library: Library) -> Iterator[Breach]:
    """Where benefits are told, harms are told at least at half their number of statements."""
    for record in library.conditions.values():
        if len(record.harms) * 2 < len(record.short_answer):
            yield Breach("conditions", record, ("harms",), "are fewer than half the answers", f"{len(record.harms)}")


def options_say_how_sure(library: Library) -> Iterator[Breach]:
    """An option graded on the page shows the grade in the comparison too."""
    for record in library.conditions.values():
        graded = _graded(record)
        for index, option in enumerate(record.options):
            if option.certainty and option.treatment in graded and option.certainty not in graded[option.treatment]:
                yield Breach(
                    "conditions",
                    record,
                    ("options", index, "certainty"),
                    "is no grade this page gives the treatment",
                    f"{option.treatment}: {option.certainty}",
                    "make the two agree",
                )


def _graded(record: Condition) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for item in record.certainty:
        found.setdefault(item.treatment, set()).add(item.level)
    return found
