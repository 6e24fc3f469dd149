"""A helpline: who to call in a crisis, by country."""

from typing import Annotated

from pydantic import Field

from content.base import Link, Many, Name, PartialDate, Record, Sources, Text


class Helpline(Record):
    """One crisis service of one country."""

    name: Name = Field(description="The service's name.")
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] = Field(description="ISO 3166 code in quotes.")
    country_name: Name = Field(description="Short English name of the country.")
    phone: Name = Field(description="Number as dialled there.")
    hours: Name = Field(description="When it answers.")
    other: Many[Text] = Field(default=(), description="Other ways to reach it: text, chat, e-mail.")
    emergency: Name | None = Field(default=None, description="Emergency number, only where it was verified.")
    url: Link = Field(description="The service's own page.")
    checked: PartialDate = Field(description="When the number was last seen on a page.")
    sources: Sources
