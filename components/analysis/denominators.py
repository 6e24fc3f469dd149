"""Shares in prose, said of the denominator a reader chose, exactly where a cited record allows it."""

import re
from collections.abc import Iterable, Iterator

from components.analysis.proportions import rate_of
from content.base import Citation
from content.library import Library
from content.study import Arm

AUTHORS_DENOMINATOR = 100
"""Prose counts people of a hundred."""
_SHARE = re.compile(
    r"(?<![\w.])(\d+(?:\.\d+)?)"
    r"((?: (?:against|and|to|or) (\d+(?:\.\d+)?)| more| fewer)? of) 100\b(?! (?:hours|days|mg))"
)


def text_of(text: str, citations: Iterable[Citation], library: Library, denominator: int) -> str:
    """Return prose with 'N of 100' said of another denominator.

    Where one cited record holds the share that N was rounded from, the new figure comes from its counts; else N is
    multiplied and said to be about right.
    """
    if denominator == AUTHORS_DENOMINATOR:
        return text
    shares = tuple(_shares(citations, library))

    def said(match: re.Match[str]) -> str:
        first, joint, second = match.groups()
        figures = _figure(first, shares, denominator)
        if second:
            joint = joint.replace(second, _figure(second, shares, denominator))
        return f"{figures}{joint} {denominator:,}"

    return _SHARE.sub(said, text)


def _figure(written: str, shares: Iterable[float], denominator: int) -> str:
    places = len(written.partition(".")[2])
    exact = {
        round(share * denominator) for share in shares if f"{share * AUTHORS_DENOMINATOR + 1e-9:.{places}f}" == written
    }
    if len(exact) == 1:
        return f"{exact.pop():,}"
    return f"about {round(float(written) * denominator / AUTHORS_DENOMINATOR):,}"


def _shares(citations: Iterable[Citation], library: Library) -> Iterator[float]:
    wanted = {citation.source for citation in citations}
    for study in library.studies.values():
        if study.source in wanted:
            yield from _rates(arm for part in study.comparisons for arm in part.arms)
            yield from _rates(arm for part in study.harms for arm in part.arms)
    for treatment in library.treatments.values():
        yield from _rates(arm for part in treatment.adverse_effects if part.source in wanted for arm in part.arms)


def _rates(arms: Iterable[Arm]) -> Iterator[float]:
    yield from (rate.share for arm in arms if (rate := rate_of(arm)))
