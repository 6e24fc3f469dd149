"""An interaction: what happens when ketamine meets another medicine or drug."""

from typing import Annotated

from pydantic import Field

from content.base import Finding, Many, Name, Record, Statement, TermOf, Text


class Interaction(Record):
    """One medicine or group of medicines beside ketamine or esketamine."""

    name: Name = Field(description="The medicine or group, by INN: 'Benzodiazepines (such as diazepam)'.")
    synonyms: Many[Name] = Field(default=(), description="Other names people search for.")
    order: int = Field(description="Place in the list; lower first.")
    effect: Annotated[str, TermOf("interaction-effect")] = Field(description="What it does, in one of our words.")
    what: Statement = Field(description="What happens, with figures where a study has them.")
    evidence: Annotated[str, TermOf("interaction-evidence")] = Field(description="What that rests on.")
    evidence_words: Text = Field(description="What it is: 'one trial in 12 people', 'no trial found'.")
    disagreement: Finding | None = Field(default=None, description="Where sources differ.")
    treatments: Many[Name] = Field(default=(), description="Leave out where it holds for every form; else the forms.")
