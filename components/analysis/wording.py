"""Words for values: names of arms and sources, lists, ages. Plain text only."""

import re
from collections.abc import Sequence

from content.base import Model
from content.library import Library
from content.source import Source
from content.study import Arm, Study

LONGEST_LABEL = 40
PAPERS = frozenset({"trial", "review", "cohort", "opinion", "laboratory"})
_BETWEEN_BODIES = re.compile(r"[,;/]")
_PERSON = re.compile(r"^(.+) [A-Z]{1,3}(?: Jr| Sr| II| III)?$")


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Return 'a', 'a and b' or 'a, b and c'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def ended(words: str) -> str:
    """Return words with a full stop, unless a sign at their end already closes them."""
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return '1 trial' or '3 trials'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def source_label(source: Source) -> str:
    """Return how a source is named in running text: 'Murrough 2013', 'NICE 2022', 'Janssen label 2021'."""
    name = _named_by(source)
    if len(name) > LONGEST_LABEL:
        name = name[: LONGEST_LABEL - 1].rsplit(" ", 1)[0] + "…"
    if source.type == "label":
        name += " label"
    return f"{name} {source.year}" if source.year else name


def _named_by(source: Source) -> str:
    """Return the first author's family name or the body; a paper without authors goes by its title."""
    if not source.authors:
        return source.title if source.type in PAPERS else source.container or source.title
    first = _BETWEEN_BODIES.split(source.authors)[0].strip()
    person = _PERSON.match(first)
    return person.group(1) if person else first


def study_label(study: Study, library: Library) -> str:
    """Return how a study is named: 'ELEKT-D (Anand 2023)' or 'Murrough 2013'."""
    source = library.sources.get(study.source)
    name = source_label(source) if source else study.id
    return f"{study.acronym} ({name})" if study.acronym else name


def treatment_name(treatment_id: str, library: Library) -> str:
    """Return a treatment's name, or its id where the record was left out."""
    treatment = library.treatments.get(treatment_id)
    return treatment.name if treatment else treatment_id


def arm_name(arm: Arm, library: Library) -> str:
    """Return what the people in an arm were given."""
    if arm.label:
        return arm.label
    if arm.treatment:
        return treatment_name(arm.treatment, library)
    return library.term("control", arm.control or "").label


def short_arm_name(arm: Arm, library: Library) -> str:
    """Return what the people in an arm were given, in as few words as its records allow."""
    treatment = library.treatments.get(arm.treatment or "")
    return treatment.short_name or treatment.name if treatment else arm_name(arm, library)


def lower_first(text: str) -> str:
    """Return a phrase for the middle of a sentence: only the first letter is lowered, 'ECT' and 'S-ketamine' stay."""
    return text if len(text) > 1 and (text[1].isupper() or text[1] == "-") else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return a phrase for the start of a sentence."""
    return text[:1].upper() + text[1:]


def number(value: float) -> str:
    """Return a number to about three figures, with a true minus sign: '0.49', '14.2', '120'."""
    places = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    words = f"{value:.{places}f}"
    return "0" + words[2:] if float(words) == 0 and words[:1] == "-" else words.replace("-", "−")


def parts(*models: Model | Sequence[Model] | None) -> list[Model]:
    """Return models given one by one or in sequences as one list."""
    flat: list[Model] = []
    for model in models:
        if isinstance(model, Model):
            flat.append(model)
        elif model:
            flat.extend(model)
    return flat
