"""Conditions in the order readers meet them."""

from content.condition import Condition
from content.library import Library
from content.vocabulary import Term


def groups(library: Library) -> list[tuple[Term, list[Condition]]]:
    """Return each group that has conditions, with its conditions in order."""
    found = []
    for term in library.vocabulary.lists["condition-group"]:
        members = [condition for condition in library.conditions.values() if condition.group == term.id]
        if members:
            found.append((term, sorted(members, key=lambda condition: (condition.order, condition.name))))
    return found
