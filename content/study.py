"""A study: who was compared with whom, on what, when, and what was found."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from content.base import (
    ConditionId,
    Duration,
    Many,
    Model,
    Name,
    Number,
    PartialDate,
    Record,
    SourceId,
    StudyId,
    TermOf,
    Text,
    TreatmentId,
)


class Design(Model):
    """How a study was built, as far as it bears on trust."""

    type: Annotated[str, TermOf("study-design")] = Field(description="Kind of study.")
    blinding: Annotated[str, TermOf("blinding")] = Field(description="Who knew which treatment was given.")
    blinding_note: Text | None = Field(default=None, description="Whether people guessed, where that was tested.")
    control: Annotated[str, TermOf("control-type")] = Field(description="What the treatment was compared with.")
    words: Text = Field(description="The design in a sentence.")


class Arm(Model):
    """One group of a comparison and what happened in it."""

    treatment: TreatmentId | None = Field(default=None, description="Id of the treatment record given in this arm.")
    control: Annotated[str, TermOf("control")] | None = Field(
        default=None, description="Instead of a treatment: the control condition given in this arm."
    )
    label: Name | None = Field(default=None, description="Own words for the arm, where the name alone misleads.")
    dose: Name | None = Field(default=None, description="Dose and schedule as the trial used it.")
    people: int | None = Field(default=None, ge=1, description="People assessed in this arm.")
    events: int | None = Field(default=None, ge=0, description="People with the outcome.")
    percent: Number | None = Field(default=None, ge=0, le=100, description="Percentage as printed.")
    mean_change: Number | None = Field(default=None, description="Mean change from baseline, in points of the scale.")
    mean_end: Number | None = Field(default=None, description="Mean at the time point, in points of the scale.")
    sd: Number | None = Field(default=None, gt=0, description="Standard deviation of that mean, in points.")

    @model_validator(mode="after")
    def _is_named_and_counts(self) -> Self:
        if (self.treatment is None) == (self.control is None):
            raise ValueError("must name either a treatment or a control, not both or neither")
        if self.events is not None and self.people is None:
            raise ValueError("has events without people; add how many were assessed")
        if self.events is not None and self.people is not None and self.events > self.people:
            raise ValueError(f"counts more events ({self.events}) than people ({self.people})")
        return self


class Effect(Model):
    """An effect as the paper reports it, the first arm against the second."""

    measure: Annotated[str, TermOf("effect-measure")] = Field(description="What kind of effect.")
    value: Number | None = Field(default=None, description="Point estimate.")
    low: Number | None = Field(default=None, description="Lower end of the interval.")
    high: Number | None = Field(default=None, description="Upper end of the interval.")
    interval_percent: Number = Field(default=95.0, description="Confidence level of the interval, in per cent.")
    p: Name | None = Field(default=None, description="p value as printed, in quotes.")
    adjusted: bool = Field(default=False, description="true for an estimate from a model; never pooled with counts.")
    note: Text | None = Field(default=None, description="What to know of the estimate.")

    @model_validator(mode="after")
    def _interval_holds_value(self) -> Self:
        if (self.low is None) != (self.high is None):
            raise ValueError("has one end of an interval; give both or none")
        if None not in (self.low, self.value, self.high) and not self.low <= self.value <= self.high:  # type: ignore[operator]
            raise ValueError(f"lies outside its own interval ({self.value} not in {self.low} to {self.high})")
        return self


class Comparison(Model):
    """The atom of evidence: the groups of a study on one outcome at one time."""

    id: Name = Field(description="Short id, unique in the study: 'response-24h'.")
    outcome: Annotated[str, TermOf("outcome")] = Field(description="What was measured.")
    scale: Annotated[str, TermOf("scale")] | None = Field(default=None, description="The scale it was measured on.")
    definition: Text | None = Field(default=None, description="How the outcome was defined, where that varies.")
    after: Duration | None = Field(default=None, description="Time since the (first) dose or since randomisation.")
    arms: Annotated[Many[Arm], Field(min_length=1)] = Field(description="The groups; the treatment of interest first.")
    effect: Effect | None = Field(default=None, description="The effect as the paper reports it.")
    finding: Annotated[str, TermOf("finding")] = Field(description="What it showed, the first arm against the rest.")
    counts: Annotated[str, TermOf("counts")] = Field(description="Whether the counts are printed or derived.")
    first_period: bool = Field(
        default=False,
        description="For a crossover trial: true where only the first period is counted, so nobody is in both groups.",
    )
    derivation: Text | None = Field(default=None, description="How derived counts were worked out.")
    place: Name = Field(description="Where in the source: 'abstract', 'table 2'.")
    note: Text | None = Field(default=None, description="What a reader should know of this comparison.")

    @model_validator(mode="after")
    def _derived_counts_say_how(self) -> Self:
        if self.counts == "derived" and not self.derivation:
            raise ValueError("has derived counts; say how in 'derivation'")
        if self.counts != "not-printed" and not any(arm.events is not None for arm in self.arms):
            raise ValueError("has no events in any arm; 'counts' is then not-printed")
        return self


class Harm(Model):
    """How many people had an unwanted effect, in each group."""

    id: Name = Field(description="Short id, unique in the record: 'dissociation'.")
    event: Name = Field(description="The unwanted effect, in plain words.")
    arms: Annotated[Many[Arm], Field(min_length=1)] = Field(description="The groups; the treatment of interest first.")
    after: Duration | None = Field(default=None, description="Over how long it was counted.")
    place: Name = Field(description="Where in the source.")
    note: Text | None = Field(default=None, description="What a reader should know.")


class SecondReading(Model):
    """What a second reader found who looked the figures up again."""

    result: Annotated[str, TermOf("second-reading")] = Field(description="Whether the figures held.")
    date: PartialDate = Field(description="When.")
    where: Text = Field(description="Where they were looked up: 'the journal page', 'a review that tables the trial'.")
    note: Text | None = Field(default=None, description="What was confirmed, corrected or not found.")


class Study(Record):
    """A trial, cohort or review that names people and figures."""

    source: SourceId = Field(description="The report of the study.")
    acronym: Name | None = Field(default=None, description="Name it is known by, such as ELEKT-D.")
    conditions: Many[ConditionId] = Field(
        default=(),
        description="Ids of the condition pages it belongs on; none for a study of harm or action in the body.",
    )
    design: Design = Field(description="How it was built.")
    population: Text = Field(description="Who took part and where.")
    people: int | None = Field(default=None, ge=1, description="People randomised, or included without randomisation.")
    funding: Annotated[str, TermOf("funding")] = Field(description="Who paid for it.")
    registration: Name | None = Field(default=None, description="Registry number.")
    comparisons: Many[Comparison] = Field(default=(), description="What was compared.")
    harms: Many[Harm] = Field(default=(), description="Unwanted effects with counts or percentages.")
    harm_notes: Many[Text] = Field(default=(), description="What it says of harms in words.")
    limitations: Many[Text] = Field(default=(), description="What weakens it.")
    overlaps: Many[StudyId] = Field(default=(), description="Studies that count some of the same people.")
    second_reading: SecondReading | None = Field(
        default=None, description="The second reading of its figures; absent: they were read once."
    )
    note: Text | None = Field(default=None, description="What a reader should know of the whole study.")

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        for ids in ([c.id for c in self.comparisons], [h.id for h in self.harms]):
            if len(set(ids)) != len(ids):
                raise ValueError(f"uses an id twice ({', '.join(sorted({i for i in ids if ids.count(i) > 1}))})")
        return self
