"""Everything the search box knows: names and synonyms, and where each leads."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from components.analysis.comparison import starting_ids
from content.library import Library


@dataclass(frozen=True)
class Entry:
    """One thing a reader may look for, and the view that answers it."""

    label: str
    address: str
    query: Mapping[str, str | list[str]] = field(default_factory=dict)


def entries(library: Library) -> list[Entry]:
    """Return every name and synonym of conditions, treatments and jurisdictions, with its view."""
    found: list[Entry] = []
    for condition in library.conditions.values():
        found += [
            Entry(_label(name, condition.name, "condition"), condition.id)
            for name in (condition.name, *condition.synonyms)
        ]
    for treatment in library.treatments.values():
        query = _comparison_of(treatment.id, library)
        if query:
            names = (treatment.name, *treatment.synonyms)
            found += [Entry(_label(name, treatment.name, "treatment"), "compare", query) for name in names]
    for place in library.jurisdictions.values():
        names = (place.name, *place.synonyms)
        found += [Entry(_label(name, place.name, "law"), "regulation", {"country": place.id}) for name in names]
    return list({entry.label: entry for entry in found}.values())


def _label(name: str, own: str, kind: str) -> str:
    return f"{name} ({kind})" if name == own else f"{name}: {own} ({kind})"


def _comparison_of(treatment_id: str, library: Library) -> dict[str, str | list[str]]:
    for condition in library.conditions.values():
        if any(option.treatment == treatment_id for option in condition.options):
            others = [other for other in starting_ids(condition, library) if other != treatment_id]
            return {"condition": condition.id, "t": [treatment_id, *others[:3]]}
    return {}
