"""A treatment: what it is, what having it is like, and what it may do to people."""

from typing import Annotated, Literal

from pydantic import Field

from content.base import (
    Citation,
    ConditionId,
    Finding,
    JurisdictionId,
    Many,
    Model,
    Name,
    Number,
    Record,
    SourceId,
    Statement,
    TermOf,
    Text,
)
from content.study import Harm


class AdverseEffect(Harm):
    """An unwanted effect with its rate, from a label or a review."""

    source: SourceId = Field(description="The label or review it stands in.")
    population: Text = Field(description="Who was counted: 'adults with …, four-week trials'.")


class Contraindication(Statement):
    """A reason not to have the treatment, and how strong it is."""

    strength: Annotated[str, TermOf("contraindication-strength")] = Field(description="How firm the advice is.")


class Concern(Finding):
    """What the treatment means for one thing people weigh, in a sentence or two."""

    concern: Annotated[str, TermOf("concern")] = Field(
        description="Which: memory, sexual, weight, needles, driving, stopping or pregnancy; the others have fields."
    )


class Cost(Model):
    """What something costs, to whom, where and when."""

    what: Text = Field(description="What is paid for: 'one course of six infusions, list price'.")
    amount: Number = Field(gt=0, description="Amount in the currency named.")
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = Field(description="ISO 4217 code.")
    year: int = Field(ge=1990, le=2100, description="Year of the price.")
    jurisdiction: JurisdictionId = Field(description="Where.")
    sources: Annotated[Many[Citation], Field(min_length=1)] = Field(description="Where the price stands.")


class Treatment(Record):
    """One option a person can choose, by one route."""

    name: Name = Field(description="Name shown everywhere, by INN: 'Ketamine by infusion'.")
    clinical_name: Name | None = Field(default=None, description="Name in clinical words, for those who ask for them.")
    short_name: Name | None = Field(default=None, description="Name for narrow columns.")
    synonyms: Many[Name] = Field(default=(), description="Brand names and other words people search for.")
    kind: Annotated[str, TermOf("treatment-kind")] = Field(description="What kind of treatment it is.")
    route: Annotated[str, TermOf("route")] | None = Field(default=None, description="How the medicine enters the body.")
    product: Literal["ketamine", "esketamine"] | None = Field(
        default=None, description="Which legal product of the regulation records it is, if either."
    )
    order: int = Field(description="Place in lists; lower first.")
    summary: Statement = Field(description="What it is, in two sentences.")
    how_it_works: Finding = Field(description="How it is thought to work.")
    before: Finding | None = Field(default=None, description="Before a session: checks, preparation, food and drink.")
    session: Finding = Field(description="What having it is like, while it is given.")
    told_of: ConditionId | None = Field(
        default=None,
        description="The condition that session and visits tell of, where they differ by condition. Pages of another "
        "group of conditions say so, unless their option tells its own.",
    )
    after: Finding | None = Field(default=None, description="Afterwards: being watched, going home, the day after.")
    visits: Finding = Field(description="How often and how long, and what monitoring.")
    onset: Finding = Field(description="How fast it acts.")
    duration: Finding = Field(description="How long the effect lasts after stopping.")
    adverse_effects: Many[AdverseEffect] = Field(
        default=(), description="Unwanted effects with rates; most frequent first."
    )
    adverse_effects_note: Finding | None = Field(
        default=None, description="What is known of unwanted effects in words, or why there are no rates."
    )
    serious_risks: Annotated[Many[Finding], Field(min_length=1)] = Field(
        description="Serious risks, or why none are listed."
    )
    contraindications: Many[Contraindication] = Field(
        default=(), description="Who should not have it, or with caution."
    )
    interactions: Many[Finding] = Field(default=(), description="What it does not go with.")
    concerns: Many[Concern] = Field(
        default=(), description="What people weigh: memory, sex life, weight, needles, driving, stopping, pregnancy."
    )
    costs: Many[Cost] = Field(default=(), description="Prices with year, country and source.")
