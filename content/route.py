"""A route: one way ketamine gets into the body, with what was measured of it."""

from math import log
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from content.base import (
    Finding,
    Many,
    Model,
    Name,
    Number,
    Record,
    SourceId,
    Sources,
    Statement,
    TermOf,
    Text,
    TreatmentId,
)


class Measured(Model):
    """One measurement as a source prints it: a value or a range, in whom."""

    low: Number = Field(ge=0, description="The value, or the lower end of the range, in the unit.")
    high: Number | None = Field(default=None, ge=0, description="The upper end; absent for a single value.")
    unit: Literal["%", "seconds", "minutes", "hours"] = Field(description="The unit.")
    who: Text = Field(description="In whom and how much was given: '8 healthy volunteers, 25 mg'.")
    source: SourceId = Field(description="The source.")
    place: Name | None = Field(default=None, description="The place in it.")

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if self.high is not None and self.high < self.low:
            raise ValueError("has its ends the wrong way round")
        return self


class Kinetics(Model):
    """What the drawn time course is computed from: one compartment, first-order uptake, published parameters."""

    bioavailability: Number = Field(gt=0, le=1, description="Share of the dose that reaches the blood, 0 to 1.")
    infusion_minutes: Number | None = Field(default=None, gt=0, description="For a drip: how long it runs.")
    peak_minutes: Number | None = Field(default=None, gt=0, description="Otherwise: time to the highest level.")
    half_life_minutes: Number = Field(gt=0, description="Half-life of elimination.")
    sources: Sources

    @model_validator(mode="after")
    def _has_one_way_in(self) -> Self:
        if (self.infusion_minutes is None) == (self.peak_minutes is None):
            raise ValueError("needs either infusion_minutes or peak_minutes")
        if self.peak_minutes and self.peak_minutes >= self.half_life_minutes / log(2):
            raise ValueError("has its peak later than uptake faster than elimination allows")
        return self


class Route(Record):
    """One way of giving it."""

    name: Name = Field(description="What people call it: 'Infusion into a vein'.")
    route: Annotated[str, TermOf("route")] = Field(description="The route.")
    product: Literal["ketamine", "esketamine"] = Field(description="Which of the two.")
    synonyms: Many[Name] = Field(default=(), description="Other words people search for.")
    order: int = Field(description="Place in the list; lower first.")
    summary: Statement = Field(description="What it is, in one or two sentences.")
    bioavailability: Many[Measured] = Field(default=(), description="Share that reaches the blood; every source apart.")
    onset: Many[Measured] = Field(default=(), description="Time until it is felt or acts.")
    peak: Many[Measured] = Field(default=(), description="Time to the highest level in the blood.")
    duration: Many[Measured] = Field(default=(), description="How long the direct effect lasts.")
    half_life: Many[Measured] = Field(default=(), description="Half-life of elimination.")
    disagreement: Finding | None = Field(default=None, description="Where sources differ, and why they may.")
    given_by: Finding = Field(description="Who gives it and where.")
    used_for: Finding = Field(description="What it is used for.")
    licence: Finding = Field(description="Whether a product for this route is licensed, for what and by whom.")
    kinetics: Kinetics | None = Field(default=None, description="Parameters of the drawn time course, if drawn.")
    treatments: Many[TreatmentId] = Field(default=(), description="Treatment records that use this route.")
