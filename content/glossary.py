"""A glossary entry: one term explained in plain words."""

from pydantic import Field

from content.base import Citation, Finding, JurisdictionId, Many, Model, Name, Record, Text


class ScheduleName(Model):
    """What the name of a drug-control class means, where."""

    jurisdictions: Many[JurisdictionId] = Field(description="Where the name is used.")
    law: Name = Field(description="The law it stands in.")
    for_patients: Finding = Field(description="What it means for someone with a prescription.")


class GlossaryEntry(Record):
    """One term a reader meets."""

    term: Name = Field(description="The term as pages use it.")
    synonyms: Many[Name] = Field(default=(), description="Other forms of it, abbreviations, what people type.")
    meaning: Text = Field(description="What it means, in one or two plain sentences.")
    schedule: ScheduleName | None = Field(default=None, description="For names of drug-control classes.")
    sources: Many[Citation] = Field(default=(), description="Sources, where the meaning is more than a word's sense.")
