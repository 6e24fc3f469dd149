"""Where a product is licensed for a condition, read from the law records."""

from collections.abc import Iterator

from components.analysis.wording import counted, listed
from content.base import Citation, Finding
from content.condition import Condition
from content.jurisdiction import Indication, Jurisdiction, ProductLaw
from content.library import Library

MOST_NAMED = 6
"""How many places, and how many sources, one cell names."""


def product_law(jurisdiction: Jurisdiction, product: str) -> ProductLaw:
    """Return a jurisdiction's six axes for one product."""
    return jurisdiction.esketamine if product == "esketamine" else jurisdiction.ketamine


def _matching(
    product: str, condition: Condition, library: Library
) -> Iterator[tuple[Jurisdiction, ProductLaw, tuple[Indication, ...]]]:
    for jurisdiction in library.jurisdictions.values():
        law = product_law(jurisdiction, product)
        yield jurisdiction, law, tuple(item for item in law.licence.indications if item.condition == condition.id)


def licensed_for(product: str, condition: Condition, library: Library) -> Finding:
    """Return in a sentence or two where a product is licensed for a condition, and what is not checked.

    A few places are named with their regulators; more are counted, and the law page names each.
    """
    places, citations, unchecked, elsewhere = [], [], 0, 0
    for jurisdiction, law, matching in _matching(product, condition, library):
        if matching:
            places.append(f"{jurisdiction.name} ({law.licence.regulator})")
            citations += [citation for indication in matching for citation in indication.sources]
        elif law.licence.value in ("not-checked", "unclear"):
            unchecked += 1
        elif law.licence.value in ("licensed", "not-licensed"):
            elsewhere += 1
    sentences = []
    if places:
        sentences.append(
            f"Licensed for this in {listed(places)}."
            if len(places) <= MOST_NAMED
            else f"Licensed for this in {len(places)} places, counted from our law records. Choose yours to see it."
        )
    if elsewhere:
        sentences.append(f"Not licensed for this in {counted(elsewhere, 'place')} we checked.")
    if unchecked:
        sentences.append(f"Not checked yet or unclear in {unchecked}.")
    if not places:
        citations = list(_licence_citations(product, library))
    if not citations:
        return Finding(missing="not-checked")
    return Finding(text=" ".join(sentences), sources=_unique(citations)[:MOST_NAMED])


def _licence_citations(product: str, library: Library) -> Iterator[Citation]:
    for jurisdiction in library.jurisdictions.values():
        yield from product_law(jurisdiction, product).licence.sources


def _unique(citations: list[Citation]) -> tuple[Citation, ...]:
    return tuple({citation.source: citation for citation in citations}.values())
