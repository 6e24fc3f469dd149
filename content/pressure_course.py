"""The course of blood pressure after a dose, as one source describes it: when it is highest and when it is back."""

from typing import Literal, Self

from pydantic import Field, model_validator

from content.base import Model, Name, Number, Record, SourceId, Text


class PressureSource(Model):
    """Where one point of the course stands."""

    source: SourceId = Field(description="The source.")
    place: Name | None = Field(default=None, description="The place in it.")


class PressureCourse(Record):
    """One course: no source read here prints a curve, so its known points are drawn."""

    name: Name = Field(description="After what: 'Esketamine spray'.")
    order: int = Field(description="Place in the figure; lower first.")
    product: Literal["ketamine", "esketamine"] = Field(description="Which of the two.")
    peak_minutes: Number | None = Field(default=None, gt=0, description="Minutes to the highest value, if printed.")
    back_minutes: Number | None = Field(default=None, gt=0, description="Minutes until it is back, if printed.")
    rise: Text = Field(description="How far it rises, in words, with the figures of the source.")
    who: Text = Field(description="In whom.")
    peak_source: PressureSource | None = Field(default=None, description="Where the highest value stands.")
    back_source: PressureSource | None = Field(default=None, description="Where the return stands.")

    @model_validator(mode="after")
    def _has_a_point_with_its_source(self) -> Self:
        for minutes, source in ((self.peak_minutes, self.peak_source), (self.back_minutes, self.back_source)):
            if (minutes is None) != (source is None):
                raise ValueError("has a time without its source, or a source without its time")
        if self.peak_minutes is None and self.back_minutes is None:
            raise ValueError("has no point of time; add one or remove the record")
        if self.peak_minutes and self.back_minutes and self.back_minutes <= self.peak_minutes:
            raise ValueError("is back before it is highest")
        return self
