"""A condition: the decision a person faces, what is known for it, and how sure that is."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from content.base import (
    Duration,
    Finding,
    Many,
    Model,
    Name,
    PartialDate,
    Record,
    SourceId,
    Sources,
    Statement,
    StudyId,
    TermOf,
    Text,
    TreatmentId,
)


class ComparisonRef(Model):
    """Points at one comparison of one study: the figures themselves stay there."""

    study: StudyId = Field(description="Id of the study.")
    comparison: Name = Field(description="Id of the comparison in that study.")


class HarmRef(Model):
    """Points at one harm of one study."""

    study: StudyId = Field(description="Id of the study.")
    harm: Name = Field(description="Id of the harm in that study.")


LEVELS = ("high", "moderate", "low", "very-low")
"""GRADE's four words, from sure to unsure: each serious concern is one step down."""
STEPS_DOWN = {"none": 0, "serious": 1, "very-serious": 2}
DOMAINS = ("risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias")


class Domain(Model):
    """One of GRADE's five reasons to be less sure, and whether it holds here."""

    domain: Annotated[str, TermOf("grade-domain")] = Field(description="Which of the five.")
    concern: Annotated[str, TermOf("grade-concern")] = Field(description="How much it weighs here.")
    why: Text = Field(description="The reason, in a sentence.")


class Certainty(Model):
    """How sure the evidence makes us of one effect, in GRADE's four words."""

    treatment: TreatmentId = Field(description="The treatment.")
    outcome: Annotated[str, TermOf("outcome")] = Field(description="The outcome.")
    level: Annotated[str, TermOf("certainty")] = Field(description="GRADE word.")
    graded_by: SourceId | None = Field(
        default=None, description="The review or guideline that graded it; absent: we did."
    )
    against: Text = Field(description="Compared with what, and when: 'an inert infusion, one day later'.")
    start: Literal["high", "low"] = Field(
        default="high", description="Where our own grade starts: high for randomised trials, low for other studies."
    )
    domains: Many[Domain] = Field(default=(), description="Our own grade: the five domains, each once.")
    reasons: Many[Text] = Field(default=(), description="Another body's grade: the reasons it gives, one a line.")
    sources: Sources

    @model_validator(mode="after")
    def _level_follows_from_reasons(self) -> Self:
        if self.graded_by:
            if not self.reasons or self.domains:
                raise ValueError("is another body's grade; give its 'reasons', and no 'domains'")
            return self
        if self.reasons or sorted(item.domain for item in self.domains) != sorted(DOMAINS):
            raise ValueError(f"is our own grade; give each of the five 'domains' once ({', '.join(DOMAINS)})")
        down = sum(STEPS_DOWN[item.concern] for item in self.domains)
        level = LEVELS[min(LEVELS.index(self.start) + down, len(LEVELS) - 1)]
        if self.level != level:
            raise ValueError(f"says {self.level} where its domains lead to {level}; correct one of them")
        return self


class Pool(Model):
    """One question that trials are pooled on: whose outcome, of which treatments, in which window of time."""

    id: Name = Field(description="Short id, unique in the condition: 'response-1d'.")
    title: Name = Field(description="What is pooled, in words: 'Improved within a day'.")
    treatments: Annotated[Many[TreatmentId], Field(min_length=1)] = Field(
        description="Treatments whose arms stand on the treated side."
    )
    outcome: Annotated[str, TermOf("outcome")] = Field(description="The outcome.")
    measure: Literal["RR", "OR", "RD", "MD", "SMD"] = Field(
        description="RR, OR or RD from counts; MD (one scale) or SMD (several scales) from means."
    )
    scale: Annotated[str, TermOf("scale")] | None = Field(default=None, description="For MD: the one scale.")
    earliest: Duration = Field(description="Start of the window of time points that count.")
    target: Duration = Field(description="The time point wanted; of several in the window the nearest is taken.")
    latest: Duration = Field(description="End of the window.")

    @model_validator(mode="after")
    def _window_is_in_order(self) -> Self:
        if not self.earliest.hours <= self.target.hours <= self.latest.hours:
            raise ValueError("has a window out of order; earliest, target and latest must follow each other")
        if self.measure == "MD" and not self.scale:
            raise ValueError("pools a mean difference without naming the scale; add 'scale' or use SMD")
        return self


class Option(Model):
    """One treatment as an answer to this condition: what a person compares."""

    treatment: TreatmentId = Field(description="The treatment.")
    works: Finding = Field(description="Does it work for this condition?")
    benefit: ComparisonRef | None = Field(default=None, description="The comparison whose figures stand for 'works'.")
    speed: Finding = Field(description="How fast, in this condition.")
    lasting: Finding = Field(description="How long it lasts, in this condition.")
    certainty: Annotated[str, TermOf("certainty")] | None = Field(
        default=None, description="GRADE word for 'works'; absent where nobody graded it and we have not."
    )
    certainty_why: Finding = Field(description="Who graded it and why, or why there is no grade.")
    session: Finding | None = Field(
        default=None,
        description="What having it in this condition is like, where the treatment's record tells of another.",
    )
    visits: Finding | None = Field(
        default=None, description="How often, how long and with what monitoring in this condition, where that differs."
    )
    approval: Finding | None = Field(
        default=None,
        description="Approved for this? Leave out for ketamine and esketamine: the regulation records answer.",
    )


class Position(Model):
    """What one guideline body says."""

    body: Name = Field(description="Who: 'NICE', 'VA/DoD'.")
    year: int = Field(ge=1980, le=2100, description="Year of the guideline.")
    stance: Annotated[str, TermOf("stance")] = Field(description="Its stance in one of our words.")
    treatment: TreatmentId | None = Field(default=None, description="The treatment it is about.")
    text: Text = Field(description="What it says, in our own words.")
    sources: Sources


class RunningTrial(Model):
    """A trial whose result could change the answer."""

    registration: Name = Field(description="Registry number.")
    text: Text = Field(description="What it tests and what its result would change.")
    expected: PartialDate | None = Field(default=None, description="When it is expected to end.")
    sources: Sources


class Condition(Record):
    """One condition page."""

    name: Name = Field(description="Name shown everywhere.")
    group: Annotated[str, TermOf("condition-group")] = Field(description="Where it stands in the navigation.")
    order: int = Field(description="Place in its group; lower first.")
    synonyms: Many[Name] = Field(default=(), description="Other words people search for.")
    description: Text = Field(description="What the condition is, in plain words, at most 120 words.")
    question: Name = Field(description="The decision as a question.")
    short_answer: Annotated[Many[Statement], Field(min_length=1)] = Field(
        description="The answer in two to four statements."
    )
    main_outcome: Annotated[str, TermOf("outcome")] = Field(description="The outcome the forest plot shows.")
    about_suicide: bool = Field(default=False, description="true: help in a crisis stands at the top of the page.")
    pools: Many[Pool] = Field(default=(), description="What trials are pooled on; the main one first.")
    benefits: Many[ComparisonRef] = Field(
        default=(), description="Comparisons shown per 100 people; most telling first."
    )
    harm_rates: Many[HarmRef] = Field(
        default=(), description="Harms shown per 100 people, from trials in this condition."
    )
    harms: Annotated[Many[Finding], Field(min_length=1)] = Field(description="Harms that matter here.")
    certainty: Annotated[Many[Certainty], Field(min_length=1)] = Field(
        description="How sure, per treatment and outcome."
    )
    timing: Annotated[Many[Finding], Field(min_length=1)] = Field(
        description="How fast, how long, what happens after stopping."
    )
    studied: Annotated[Many[Finding], Field(min_length=1)] = Field(description="Who took part in the trials.")
    left_out: Annotated[Many[Finding], Field(min_length=1)] = Field(description="Who was kept out of them.")
    guidelines: Many[Position] = Field(default=(), description="What guideline bodies say; newest first.")
    options: Annotated[Many[Option], Field(min_length=3)] = Field(description="What people really choose between.")
    unknown: Annotated[Many[Finding], Field(min_length=1)] = Field(description="What nobody knows yet.")
    running_trials: Many[RunningTrial] = Field(default=(), description="What would change our mind.")
    searched: PartialDate = Field(description="When the evidence was last searched.")

    def option(self, treatment: str) -> Option | None:
        """Return a treatment's answers for this condition."""
        return next((option for option in self.options if option.treatment == treatment), None)

    @model_validator(mode="after")
    def _options_are_unique(self) -> Self:
        ids = [option.treatment for option in self.options]
        if len(set(ids)) != len(ids):
            raise ValueError("lists an option twice")
        return self
