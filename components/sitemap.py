"""Every page that is no record: its address, its name, what it holds, and what draws it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from components.elements.frame import NAME
from content.library import Library
from pages import (
    accessibility,
    changes,
    claims,
    compare,
    conditions,
    country,
    glossary,
    helpline,
    home,
    method,
    regulation,
    search,
    sources,
    studies,
    study,
    style,
    visit,
)

PROMISE = "What ketamine does, what it does not, and what nobody knows yet. Every figure leads to its source."


@dataclass(frozen=True)
class SitePage:
    """One fixed page of the site."""

    address: str
    title: str
    description: str
    draw: Callable[[], None]


FIXED: tuple[SitePage, ...] = (
    SitePage("", NAME, PROMISE, home.page),
    SitePage("conditions", "Conditions", "What ketamine does for each condition, how sure that is.", conditions.page),
    SitePage("compare", "Compare treatments", "Ketamine beside other treatments and staying as now.", compare.page),
    SitePage("visit", "A sheet for my appointment", "One page to take along, with figures and questions.", visit.page),
    SitePage("regulation", "The law by country", "Licence, control, funding and travel, by country.", regulation.page),
    SitePage("country", "The law in one place", "One country's or state's law, with sources.", country.page),
    SitePage("changes", "What changed", "Changes of the law, what is coming, and what we corrected.", changes.page),
    SitePage("claims", "Claims weighed", "What guides, clinics and sellers say, and what studies show.", claims.page),
    SitePage("glossary", "Words explained", "Medical, research and legal words in plain language.", glossary.page),
    SitePage("search", "Search", "One box over everything here.", search.page),
    SitePage("studies", "All studies", "Every study, narrowed by what you ask, null results included.", studies.page),
    SitePage("study", "One study", "One study whole: people, results, harms, who paid, limits.", study.page),
    SitePage("sources", "Sources", "Every source, how it was read and when; where to read on.", sources.page),
    SitePage("method", "How we work", "How figures are chosen, pooled, graded and checked.", method.page),
    SitePage("accessibility", "Accessibility", "What works for everybody, and what does not yet.", accessibility.page),
    SitePage("style", "Style", "Every element of the pages in all its states.", style.page),
    SitePage("help", "Help in a crisis", "Crisis lines by country, with the date each was checked.", helpline.page),
)
"""In the order of the navigation; the first is home."""


def descriptions(library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield the address, the title and the description of every page."""
    yield from ((page.address, page.title, page.description) for page in FIXED)
    yield from ((topic.id, topic.title, topic.summary) for topic in library.topics.values())
    yield from ((condition.id, condition.name, condition.question) for condition in library.conditions.values())
