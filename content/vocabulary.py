"""The closed lists a reader meets: each term's id, label and plain definition."""

from typing import Literal

from pydantic import Field

from content.base import Many, Model, Name, Text


class Term(Model):
    """One word of a closed list."""

    id: Name = Field(description="Short id used in records and addresses.")
    label: Name = Field(description="What a reader sees.")
    definition: Text = Field(description="What it means, in plain words.")
    short: Name | None = Field(default=None, description="A shorter label for narrow places.")
    symbol: Name | None = Field(default=None, description="A sign shown beside the label.")
    clinical: Name | None = Field(
        default=None,
        description="What a clinician calls it, for those who ask for clinical words. No figures.",
    )
    clause: Name | None = Field(
        default=None, description="For a legal answer: what follows the product's name in a sentence."
    )
    verb: Name | None = Field(default=None, description="For a certainty: the verb that goes with it.")
    good: bool | None = Field(default=None, description="For an outcome: true when having it is what people want.")
    happened: Name | None = Field(default=None, description="For an outcome: what people did or had, past tense.")
    highest: int | None = Field(default=None, description="For a scale: its highest score.")
    controls: Literal["inert", "active", "waiting"] | None = Field(
        default=None, description="For a control: what kind it is."
    )


class Vocabulary(Model):
    """All closed lists, by name."""

    lists: dict[str, Many[Term]]

    def ids(self, name: str) -> tuple[str, ...]:
        """Return the ids of one list, in its order; raise KeyError for a list that does not exist."""
        return tuple(term.id for term in self.lists[name])

    def term(self, name: str, term_id: str) -> Term:
        """Return one term; raise KeyError where the list or the term does not exist."""
        for term in self.lists[name]:
            if term.id == term_id:
                return term
        raise KeyError(f"{name}: {term_id}")
