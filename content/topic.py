"""A topic: an explanatory page's sections, made of statements with their sources."""

from typing import Annotated

from pydantic import Field, StringConstraints

from content.base import ID_PATTERN, Finding, Many, Model, Name, PartialDate, Record, Statement, TermOf, Text
from content.condition import RunningTrial


class Point(Finding):
    """One statement of a section, or one of the five words for why there is none."""

    label: Name | None = Field(default=None, description="A few words that stand before it; in a checklist: the item.")
    standing: Annotated[str, TermOf("standing")] | None = Field(
        default=None,
        description="For how something works: shown in people, in animals, disputed.",
    )


class Section(Model):
    """One part of the page."""

    id: Annotated[str, StringConstraints(pattern=ID_PATTERN)] = Field(
        description="Short id, unique on the page; links lead to it."
    )
    heading: Name = Field(description="What the section answers, in a few words.")
    synonyms: Many[Name] = Field(default=(), description="Other words people search for that this part answers.")
    exhibit: Annotated[str, TermOf("exhibit")] | None = Field(
        default=None, description="A table or figure drawn from other records above the points."
    )
    points: Many[Point] = Field(default=(), description="What is known, most useful first.")


class Topic(Record):
    """One explanatory page."""

    title: Name = Field(description="The page's name in the navigation.")
    question: Name = Field(description="What the page answers, as a reader would ask it.")
    order: int = Field(description="Place in the navigation; lower first.")
    synonyms: Many[Name] = Field(default=(), description="Other words people search for.")
    summary: Text = Field(description="What the page holds, in one sentence, for lists of pages.")
    answer: Annotated[Many[Statement], Field(min_length=1)] = Field(description="The answer in two to four statements.")
    urgent: Statement | None = Field(default=None, description="When to get help at once; stands in a box.")
    sections: Annotated[Many[Section], Field(min_length=1)] = Field(description="The page's parts, most useful first.")
    running_trials: Many[RunningTrial] = Field(
        default=(), description="Trials under way that stand on no condition page; the page shows those too."
    )
    searched: PartialDate = Field(description="When the evidence was last searched.")
