"""The list of all studies: what it is narrowed by, its rows, and its downloads."""

import json
from collections.abc import Sequence

import streamlit as st

from components.analysis.references import bibtex, ris
from components.analysis.study_index import FACETS, Chosen, Facet, counts
from components.analysis.tables import study_rows
from components.analysis.wording import counted, lower_first, study_label
from components.elements import address
from components.elements.downloads import csv_button, text_button
from components.elements.links import inside
from components.elements.text import plain
from content.library import Library
from content.study import Study

PAGE = "studies"
ALWAYS_SHOWN = 3
"""How many facets stand above the fold."""
PER_PAGE = 25
MOST_RESULTS = 3


def filters(library: Library) -> Chosen:
    """Draw the choices, each with how many studies it leaves, and return them."""
    chosen = {facet.id: frozenset(address.held(facet.id, facet.labels(library), page=PAGE)) for facet in FACETS}
    picked = {}
    for column, facet in zip(st.columns(ALWAYS_SHOWN), FACETS, strict=False):
        with column:
            picked[facet.id] = _facet(facet, library, chosen)
    narrowed = any(chosen[facet.id] for facet in FACETS[ALWAYS_SHOWN:])
    with st.expander("Narrow by design, control, blinding, who paid, size or year", expanded=narrowed):
        for facet in FACETS[ALWAYS_SHOWN:]:
            picked[facet.id] = _facet(facet, library, chosen)
    return picked


def _facet(facet: Facet, library: Library, chosen: Chosen) -> frozenset[str]:
    left = counts(facet, library, chosen)
    labels = {value: f"{label} ({left[value]})" for value, label in facet.labels(library).items()}
    shown = {value: label for value, label in labels.items() if left[value] or value in chosen[facet.id]}
    return frozenset(address.choices(facet.label, facet.id, shown, page=PAGE, placeholder="All"))


def listing(found: Sequence[Study], library: Library) -> None:
    """Draw a page of studies, newest first, each leading to all we hold of it."""
    pages = max(1, -(-len(found) // PER_PAGE))
    at = address.page_number(pages)
    shown = found[(at - 1) * PER_PAGE : at * PER_PAGE]
    st.markdown("\n".join(_entry(study, library) for study in shown))


def _entry(study: Study, library: Library) -> str:
    names = [library.conditions[item].name for item in study.conditions if item in library.conditions]
    name = inside(study_label(study, library), "study", {"id": study.id})
    people = f"{study.people:,} people" if study.people else "people not printed"
    blinding = library.term("blinding", study.design.blinding)
    trust = [
        f"{library.term('study-design', study.design.type).label}, {people}",
        *([] if blinding.id == "not-applicable" else [lower_first(blinding.label)]),
        lower_first(library.term("control-type", study.design.control).label),
        library.term("funding", study.funding).short,
    ]
    about = f" {plain(', '.join(names))}" if names else ""
    lines = (f"**{name}**{about}", f":small[{plain('; '.join(trust))}]", _results(study, library))
    return "- " + "\\\n  ".join(lines)


def _results(study: Study, library: Library) -> str:
    lines = []
    for comparison in study.comparisons[:MOST_RESULTS]:
        term = library.term("finding", comparison.finding)
        when = f", {comparison.after}" if comparison.after else ""
        outcome = library.term("outcome", comparison.outcome).label
        lines.append(plain(f"{term.symbol}\u00a0{term.label}: {lower_first(outcome)}{when}"))
    more = len(study.comparisons) - MOST_RESULTS
    if more > 0:
        lines.append(f"and {counted(more, 'more result')}")
    return " · ".join(lines) or "In words only"


def downloads(found: Sequence[Study], library: Library) -> None:
    """Draw the downloads of exactly the studies found: table, records and references."""
    sources = [library.sources[study.source] for study in found if study.source in library.sources]
    with st.container(horizontal=True):
        csv_button("CSV", lambda: list(study_rows(found, library)), "studies.csv", "studies-csv")
        text_button("JSON", lambda: _json(found), "studies.json", "application/json")
        text_button("BibTeX", lambda: bibtex(sources), "studies.bib", "application/x-bibtex")
        text_button("RIS", lambda: ris(sources), "studies.ris", "application/x-research-info-systems")


def _json(found: Sequence[Study]) -> str:
    records = [study.model_dump(mode="json", exclude_defaults=True) for study in found]
    return json.dumps(records, ensure_ascii=False, indent=1)
