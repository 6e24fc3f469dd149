"""A source: the paper, label, law or page a figure or statement rests on."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from content.base import Link, Many, Model, Name, PartialDate, Record, TermOf, Text


class Figure(Model):
    """One figure a source prints that no study record holds: its only home, cited wherever it is shown."""

    what: Text = Field(description="What the figure counts or measures, in whom and when.")
    value: Name = Field(description="The figure as printed, with its unit: '23%', '2 hours', '72 of 75'.")
    place: Name = Field(description="Where in the source it stands: 'abstract', 'table 3', 'section 6.1'.")
    note: Text | None = Field(default=None, description="How it was derived, or what to beware of.")


class Source(Record):
    """A published document, how it was read and when it was checked."""

    type: Annotated[str, TermOf("source-type")] = Field(description="What kind of document it is.")
    title: Name = Field(description="Title as printed; a descriptive label for an untitled web page.")
    authors: Name | None = Field(default=None, description="First author and 'et al.', or the issuing body.")
    year: int | None = Field(default=None, ge=1900, le=2100, description="Year of publication.")
    container: Name | None = Field(default=None, description="Journal, publisher, register or website.")
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = Field(
        default=None, description="Digital object identifier, without an address before it."
    )
    pmid: Annotated[str, StringConstraints(pattern=r"^\d{1,8}$")] | None = Field(
        default=None, description="PubMed number, in quotes."
    )
    nct: Annotated[str, StringConstraints(pattern=r"^NCT\d{8}$")] | None = Field(
        default=None, description="ClinicalTrials.gov number."
    )
    url: Link | None = Field(default=None, description="The document's own address; never a mirror or a search.")
    read: Annotated[str, TermOf("reading")] = Field(description="How it was read: full text, abstract, label …")
    read_twice: bool = Field(default=False, description="true where a second reader confirmed the figures.")
    checked: PartialDate = Field(description="When it was last read against what we say.")
    note: Text | None = Field(default=None, description="What a reader should know of how it was read.")
    figures: Many[Figure] = Field(default=(), description="Figures of this source that no study record holds.")

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not (self.doi or self.pmid or self.nct or self.url):
            raise ValueError("cannot be found by a reader; give it a doi, pmid, nct or url")
        return self

    @property
    def address(self) -> str:
        """Where a reader can open it: the DOI first, then its own page, PubMed or the trial register."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.url:
            return self.url
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return f"https://clinicaltrials.gov/study/{self.nct}"
