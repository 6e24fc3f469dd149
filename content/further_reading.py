"""Further reading: a place outside where a reader can go on."""

from typing import Annotated

from pydantic import Field

from content.base import Link, Name, PartialDate, Record, TermOf, Text


class FurtherReading(Record):
    """One body, register, review or organisation."""

    name: Name = Field(description="Its name.")
    kind: Annotated[str, TermOf("reading-kind")] = Field(description="Regulator, guideline body, register …")
    words: Text = Field(description="What a reader finds there, in one sentence.")
    country: Name | None = Field(default=None, description="The country it speaks for, where it is one.")
    url: Link = Field(description="Its own address.")
    checked: PartialDate = Field(description="When the address was last seen to exist.")
