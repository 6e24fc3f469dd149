"""A claim: a sentence that clinics, sellers or guides use, weighed."""

from typing import Annotated

from pydantic import Field

from content.base import (
    ConditionId,
    Many,
    Name,
    PartialDate,
    Record,
    Statement,
    TermOf,
    Text,
    TopicId,
    TreatmentId,
)


class Claim(Record):
    """One claim and what the evidence says of it."""

    claim: Name = Field(description="The claim in a short sentence, as people meet it.")
    heard: Text = Field(description="Who says it: 'Guides for patients', 'clinics and sellers'. No names.")
    synonyms: Many[Name] = Field(default=(), description="Other words people search for.")
    verdict: Annotated[str, TermOf("verdict")] = Field(description="Supported, partly, not supported or misleading.")
    short: Text = Field(description="The verdict in one sentence, without figures.")
    why: Annotated[Many[Statement], Field(min_length=1, max_length=3)] = Field(
        description="Why, in at most three statements, with the figures that decide it."
    )
    conditions: Many[ConditionId] = Field(default=(), description="Condition pages it concerns.")
    treatments: Many[TreatmentId] = Field(default=(), description="Treatments it concerns.")
    topics: Many[TopicId] = Field(default=(), description="Explanatory pages it concerns.")
    order: int = Field(description="Place in the list; lower first.")
    checked: PartialDate = Field(description="When it was last weighed.")
