"""Claims narrowed by words and verdict."""

from components.analysis.search import query_words
from content.claim import Claim
from content.library import Library


def matching(library: Library, words: str, verdicts: frozenset[str], first: str | None = None) -> list[Claim]:
    """Return the claims that hold every word and have one of the verdicts; the one a link leads to comes first."""
    asked = query_words(words)
    found = [
        claim
        for claim in library.claims.values()
        if claim.id == first
        or ((not verdicts or claim.verdict in verdicts) and all(word in _text(claim) for word in asked))
    ]
    return sorted(found, key=lambda claim: (claim.id != first, claim.order, claim.claim))


def _text(claim: Claim) -> str:
    parts = (claim.claim, claim.short, *claim.synonyms, *(statement.text for statement in claim.why))
    return " ".join(parts).casefold()
