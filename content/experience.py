"""An experience: one person's story, told as a story and never as evidence."""

from pydantic import Field

from content.base import ConditionId, Name, Record, Text
from content.condition import ComparisonRef


class Experience(Record):
    """One unverified story beside the trial figure of the same condition."""

    name: Name = Field(description="Who: 'A woman of 45 with resistant depression'.")
    condition: ConditionId = Field(description="The condition page whose figures stand beside it.")
    story: Text = Field(description="The story in our own words.")
    untold: Text = Field(description="What the story does not say and a reader would have to know.")
    figure: ComparisonRef | None = Field(default=None, description="The trial figure that stands beside it.")
    origin: Text = Field(description="Where it was read and that nobody could check it.")
    order: int = Field(description="Place in the list; lower first.")
