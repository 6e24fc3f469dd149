"""A correction: what we had wrong, what it says now and why."""

from pydantic import Field

from content.base import Name, PartialDate, Record, Text


class Correction(Record):
    """One correction of something readers could see."""

    date: PartialDate = Field(description="When it was corrected.")
    page: Name = Field(description="The page or record it stood on, by its name.")
    was: Text = Field(description="What it said.")
    now: Text = Field(description="What it says now.")
    why: Text = Field(description="How it was found.")
