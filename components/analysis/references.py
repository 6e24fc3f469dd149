"""Sources as reference managers read them: BibTeX and RIS."""

import re
from collections.abc import Sequence
from typing import ClassVar

from components.analysis.wording import PAPERS
from content.source import Source

_PERSON = re.compile(r"^(.+) ([A-Z]{1,3}(?: Jr| Sr| II| III)?)$")
_BIBTEX = {"book": "book"} | dict.fromkeys(PAPERS, "article")
_RIS = {"book": "BOOK", "law": "STAT"} | dict.fromkeys(PAPERS, "JOUR")


def bibtex(sources: Sequence[Source]) -> str:
    """Return sources as BibTeX, each under its id."""
    from pybtex.database import BibliographyData, Entry

    entries = {}
    for source in sources:
        fields = [
            ("author", _bibtex_authors(source)),
            ("title", source.title),
            ("journal", source.container),
            ("year", str(source.year or "")),
            ("doi", source.doi),
            ("pmid", source.pmid),
            ("url", source.address),
        ]
        entries[source.id] = Entry(_BIBTEX.get(source.type, "misc"), [(name, text) for name, text in fields if text])
    text: str = BibliographyData(entries).to_string("bibtex")
    return text


def _bibtex_authors(source: Source) -> str | None:
    if not source.authors:
        return None
    names, others = _authors(source)
    kept_whole = (name if "," in name else f"{{{name}}}" for name in names)
    return " and ".join([*kept_whole, *(["others"] if others else [])])


def _authors(source: Source) -> tuple[list[str], bool]:
    """Return the printed authors one by one as 'Family, IN', and whether more were left out as 'et al.'."""
    parts = [part.strip() for part in (source.authors or "").split(",") if part.strip()]
    names = [_PERSON.sub(r"\1, \2", part) for part in parts if part.rstrip(".").casefold() != "et al"]
    return names, len(names) < len(parts)


def ris(sources: Sequence[Source]) -> str:
    """Return sources as RIS."""
    import rispy

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        """RIS as reference managers expect it: no running number before an entry."""

        IGNORE: ClassVar[list[str]] = []

        def set_header(self, count: int) -> str:  # noqa: ARG002
            return ""

    entries = [
        {
            name: value
            for name, value in {
                "type_of_reference": _RIS.get(source.type, "GEN"),
                "id": source.id,
                "title": source.title,
                "authors": _authors(source)[0],
                "secondary_title": source.container,
                "year": str(source.year or ""),
                "doi": source.doi,
                "urls": [source.address],
            }.items()
            if value
        }
        for source in sources
    ]
    text: str = rispy.dumps(entries, implementation=Writer)
    return text.lstrip("\n")
