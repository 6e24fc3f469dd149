"""Every problem of a content folder: what could not be read, then what breaks a rule."""

from content.library import Library
from content.reading import Problem, document
from content.rules import RULES


def problems_in(library: Library) -> list[Problem]:
    """Return every problem of a library, the records left out first, each at its file and line."""
    problems = list(library.problems)
    for rule in RULES:
        for breach in rule(library):
            path = library.root / breach.folder / f"{breach.record.id}.yaml"
            problems.append(document(path, library.root).problem(breach.path, breach.what, breach.value, breach.remedy))
    return problems
