"""The pieces every record is made of: strict models, dates, terms, references and cited statements."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")

Many = Annotated[tuple[T, ...], Field(strict=False)]
"""A YAML list. Kept as a tuple, so that a record is frozen to its leaves."""

LONGEST_TEXT = 1200
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Link = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
Number = Annotated[float, BeforeValidator(lambda value: float(value) if type(value) is int else value)]


class Model(BaseModel):
    """A frozen, strict piece of a record: unknown fields are errors and nothing is coerced."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Record(Model):
    """One YAML file. Its id is the file's stem and is never written inside the file."""

    id: Annotated[str, StringConstraints(pattern=ID_PATTERN)] = Field(
        description="The file's name without its ending; taken from the file, never written in it."
    )


@dataclass(frozen=True)
class TermOf:
    """Marks a string as the id of a term of one closed list in vocabulary.yaml.

    The list is handed to validation as its context, so that a new term needs no code.
    """

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "x-vocabulary": self.vocabulary}

    def _known(self, value: str, info: ValidationInfo) -> str:
        if info.context is None:
            return value
        ids: tuple[str, ...] = info.context.ids(self.vocabulary)
        if value not in ids:
            raise ValueError(f"is not a term of '{self.vocabulary}'; write one of: {', '.join(ids)}")
        return value


@dataclass(frozen=True)
class RefTo:
    """Marks a string as the id of a record of another folder."""

    folder: str


SourceId = Annotated[str, RefTo("sources")]
StudyId = Annotated[str, RefTo("studies")]
TreatmentId = Annotated[str, RefTo("treatments")]
ConditionId = Annotated[str, RefTo("conditions")]
JurisdictionId = Annotated[str, RefTo("jurisdictions")]
TopicId = Annotated[str, RefTo("topics")]

_PARTIAL_DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True)
class PartialDate:
    """A date known to the year, the month or the day, as it is printed in the source."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, value: object) -> Self:
        """Return the date written as 2026, 2026-11 or 2026-11-24; raise ValueError for anything else."""
        if isinstance(value, cls):
            return value
        match = _PARTIAL_DATE.match(str(value)) if type(value) in (str, int) else None
        if not match:
            raise ValueError("is not a date; write it as 2026, 2026-11 or 2026-11-24")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        date(year, month or 1, day or 1)
        return cls(year, month, day)

    @property
    def earliest(self) -> date:
        """The first day the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        if self.month is None:
            return str(self.year)
        month = f"{_MONTHS[self.month - 1]} {self.year}"
        return month if self.day is None else f"{self.day} {month}"

    @property
    def iso(self) -> str:
        """The date as it is written in YAML."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.iso)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "pattern": _PARTIAL_DATE.pattern}


class Citation(Model):
    """Where a statement or a figure comes from."""

    source: SourceId = Field(description="Id of the source.")
    place: Name | None = Field(default=None, description="The place in it: 'table 2', 'section 5.1', 's. 27(1)(b)'.")


Sources = Annotated[Many[Citation], Field(min_length=1, description="The sources behind it, at least one.")]


class Statement(Model):
    """A sentence or two in our own words, with the sources that carry it."""

    text: Text = Field(description="Plain sentences in our own words. Every number in them stands in a cited record.")
    sources: Sources


MissingWord = Annotated[str, TermOf("missing")]


class Finding(Model):
    """A statement with its sources, or one of the five words for why there is none."""

    text: Text | None = Field(default=None, description="Plain sentences in our own words; leave out with 'missing'.")
    missing: MissingWord | None = Field(default=None, description="One of the five words, instead of or beside text.")
    why: Text | None = Field(default=None, description="With 'missing': the reason, or what was tried.")
    sources: Many[Citation] = Field(default=(), description="The sources; at least one where there is text.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text and not self.missing:
            raise ValueError("says nothing; give it a 'text' with sources, or a 'missing' word")
        if self.text and not self.sources:
            raise ValueError("has text without a source; add 'sources'")
        return self


HOURS_IN = {"minutes": 1 / 60, "hours": 1, "days": 24, "weeks": 168, "months": 730.5, "years": 8766}


class Duration(Model):
    """A time span after the start of treatment, in the unit the source uses."""

    value: Number = Field(gt=0, description="How many of the unit.")
    unit: Literal["minutes", "hours", "days", "weeks", "months", "years"] = Field(description="The unit.")

    @property
    def hours(self) -> float:
        """The span in hours (a year counted as 365.25 days)."""
        return self.value * HOURS_IN[self.unit]

    def __str__(self) -> str:
        unit = self.unit[:-1] if self.value == 1 else self.unit
        return f"{self.value:g} {unit}"


def parts_of(model: BaseModel, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    """Yield every model inside a model, itself first, with the path that leads to it."""
    yield path, model
    for field, value in model:
        if isinstance(value, BaseModel):
            yield from parts_of(value, (*path, field))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from parts_of(item, (*path, field, index))
