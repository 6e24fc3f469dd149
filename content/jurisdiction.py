"""A jurisdiction: what its law says on six axes, for ketamine and for esketamine apart."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from content.base import (
    Citation,
    ConditionId,
    Finding,
    JurisdictionId,
    Many,
    Model,
    Name,
    PartialDate,
    Record,
    Sources,
    TermOf,
    Text,
)

NOT_CHECKED = "not-checked"
SAYS_NOTHING = (NOT_CHECKED, "does-not-apply")


class Cell(Model):
    """One answer about the law, dated and sourced; or why there is none."""

    value: str = Field(description="The answer, a term of the axis' list.")
    words: Text | None = Field(default=None, description="The answer in our own words.")
    as_of: PartialDate | None = Field(default=None, description="The date the evidence speaks for.")
    sources: Many[Citation] = Field(default=(), description="The sources behind it.")
    why: Text | None = Field(default=None, description="Why it is unclear or not checked, and what was tried.")

    @model_validator(mode="after")
    def _answers_carry_source_and_date(self) -> Self:
        if self.value in SAYS_NOTHING:
            return self
        if not self.sources or self.as_of is None or self.words is None:
            raise ValueError("answers without words, source or date; add them, or set value to not-checked")
        return self


class Indication(Model):
    """One use a regulator has licensed a product for."""

    words: Name = Field(description="The indication, in our own words.")
    condition: ConditionId | None = Field(default=None, description="The condition page it belongs to, if any.")
    since: PartialDate | None = Field(default=None, description="When it was licensed.")
    sources: Sources


class Licence(Cell):
    """Whether the product may be sold for a use, and who said so."""

    value: Annotated[str, TermOf("licence")] = Field(description="Licensed or not.")
    regulator: Name | None = Field(
        default=None, description="The body that licenses: 'FDA', 'MHRA', 'European Commission'."
    )
    indications: Many[Indication] = Field(default=(), description="Each licensed use.")

    @model_validator(mode="after")
    def _licensed_names_regulator_and_indication(self) -> Self:
        if self.value == "licensed" and not (self.regulator and self.indications):
            raise ValueError("says licensed without a regulator and an indication; add both")
        return self


class Schedule(Cell):
    """How the law controls the substance."""

    value: Annotated[str, TermOf("schedule")] = Field(description="Controlled or not.")
    name: Name | None = Field(default=None, description="The schedule's own name: 'Class B, Schedule 2'.")
    law: Name | None = Field(default=None, description="The law it stands in.")
    since: PartialDate | None = Field(default=None, description="In force since.")
    strictest: bool | None = Field(
        default=None,
        description="Whether this is the law's strictest class for a medicine; absent: not checked.",
    )


class OffLabel(Cell):
    """Whether a doctor may prescribe it outside its licence."""

    value: Annotated[str, TermOf("off-label")] = Field(description="Permitted or not.")


class Decision(Model):
    """One body's decision to pay for a product, or not."""

    body: Name = Field(description="Who decided: 'NICE', 'SMC', 'HAS'.")
    area: Name | None = Field(default=None, description="Where it holds, if not everywhere: 'England'.")
    value: Annotated[str, TermOf("funding-decision")] = Field(description="The decision in one of our words.")
    words: Text = Field(description="What it decided, in our own words.")
    date: PartialDate | None = Field(default=None, description="When.")
    sources: Sources


class Funding(Cell):
    """Whether public money pays for it."""

    value: Annotated[str, TermOf("funding-decision")] = Field(description="The answer for the whole jurisdiction.")
    decisions: Many[Decision] = Field(default=(), description="Each body's decision; newest first.")


class Setting(Cell):
    """Where and how it may be given: setting, telehealth, compounding."""

    value: Annotated[str, TermOf("setting")] = Field(description="The answer in one of our words.")


class Travel(Cell):
    """Driving after it, and crossing borders with it."""

    value: Annotated[str, TermOf("travel")] = Field(description="The answer in one of our words.")


class ProductLaw(Model):
    """The six axes for one product."""

    licence: Licence = Field(description="Licensed for what, by whom, since when.")
    schedule: Schedule = Field(description="Control under drug law.")
    off_label: OffLabel = Field(description="Use outside the licence.")
    funding: Funding = Field(description="Public payment.")
    setting: Setting = Field(description="Setting, telehealth and compounding.")
    travel: Travel = Field(description="Driving and travel with a prescription.")


class Change(Model):
    """A dated change of the law."""

    date: PartialDate = Field(description="When it took effect, or was decided.")
    text: Text = Field(description="What changed, in our own words.")
    product: Literal["ketamine", "esketamine"] | None = Field(default=None, description="Absent: both.")
    sources: Sources


class Pending(Model):
    """A change under way and what happens next."""

    text: Text = Field(description="What is proposed and what happens next, in our own words.")
    next_date: PartialDate | None = Field(default=None, description="The next fixed date, if there is one.")
    sources: Sources


class Tile(Model):
    """Where a place's square stands on the tile map: of the world, or of the country it is part of."""

    row: Annotated[int, Field(ge=0, le=20)] = Field(description="Row from the top, 0 first.")
    column: Annotated[int, Field(ge=0, le=20)] = Field(description="Column from the left, 0 first.")


class Jurisdiction(Record):
    """A country, a part of one, or an international body of law."""

    name: Name = Field(description="Short English name.")
    code: Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")] = Field(
        description='ISO 3166 code in quotes: "NO", "US-CA"; "EU" and "UN" for the levels above.'
    )
    level: Annotated[str, TermOf("jurisdiction-level")] = Field(description="Country, part of one, or above.")
    region: Annotated[str, TermOf("region")] = Field(description="Part of the world.")
    part_of: JurisdictionId | None = Field(default=None, description="The country or union whose law also holds here.")
    tile: Tile | None = Field(default=None, description="Its square on the tile map; absent for the levels above.")
    synonyms: Many[Name] = Field(default=(), description="Other names people type.")
    ketamine: ProductLaw = Field(description="The law on ketamine.")
    esketamine: ProductLaw = Field(description="The law on esketamine.")
    possession: Finding = Field(description="What the law says of possession without a prescription.")
    history: Many[Change] = Field(default=(), description="Dated changes, oldest first.")
    pending: Many[Pending] = Field(default=(), description="Changes under way.")
    tried: Many[Text] = Field(default=(), description="What was looked for and not found, a line each.")
