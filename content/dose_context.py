"""A step of the dose-context ladder: how much people had in one setting, and what harm was seen there."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from content.base import Finding, Many, Name, Number, Record, Sources, TermOf, Text


class DoseContext(Record):
    """One setting, the amounts reported in it and the harm evidence at that step. Context, never advice."""

    name: Name = Field(description="The setting: 'Depression trials, one infusion'.")
    setting: Annotated[str, TermOf("dose-setting")] = Field(description="Trial, licensed use, maintenance, misuse.")
    product: Literal["ketamine", "esketamine"] = Field(description="Which of the two.")
    printed: Text = Field(description="The amount and how often, as the source prints it.")
    low: Number = Field(gt=0, description="The amount, or the lower end, in the unit.")
    high: Number | None = Field(default=None, gt=0, description="The upper end; absent for a single amount.")
    unit: Literal["mg", "mg/kg", "g"] = Field(description="Unit of the amount.")
    per: Literal["dose", "day", "week"] = Field(description="What the amount is per.")
    doses_per_week: Number | None = Field(
        default=None, gt=0, description="With per: dose, how often, where it repeats."
    )
    route: Annotated[str, TermOf("route")] = Field(description="How it was taken.")
    harms: Annotated[Many[Finding], Field(min_length=1)] = Field(
        description="Harm seen at this step, or a missing word."
    )
    sources: Sources

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if self.high is not None and self.high < self.low:
            raise ValueError("has its ends the wrong way round")
        if self.doses_per_week is not None and self.per != "dose":
            raise ValueError("has doses_per_week though the amount is per day or week")
        return self
