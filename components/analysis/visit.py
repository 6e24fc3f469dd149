"""The sheet to take to an appointment: choices, what matters, figures, law and questions, as plain text blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.analysis.comparison import GROUPS, Column, Question
from components.analysis.denominators import text_of
from components.analysis.wording import ended, listed, lower_first, source_label, upper_first
from content.base import Finding
from content.condition import Condition
from content.jurisdiction import Jurisdiction
from content.library import Library
from content.source import Source

ON_THE_SHEET = ("works", "certainty", "lasting", "harms", "risks", "approved", "funded")
"""Rows every sheet has; those a reader marked stand before them."""
QUESTIONS = (
    "Which of these options fit me, and which do not, given my other illnesses and medicines?",
    "What would going on as now most likely bring?",
    "What will we look at to see whether it works, and when do we stop if it does not?",
    "Who watches me during and after a session, and for how long? How do I get home?",
    "What happens when it ends: how is the effect kept, and what if it fades?",
    "What unwanted effects should make me call, whom do I call, and at what hours?",
    "How often will my blood pressure, bladder, liver and memory be checked?",
    "What will it cost me, and what is paid for?",
)
"""What to ask, whatever the condition."""


@dataclass(frozen=True)
class Line:
    """One answer on the sheet: the treatment, what is said, and the numbers of its sources in the list."""

    treatment: str
    text: str
    sources: tuple[int, ...]


@dataclass(frozen=True)
class Block:
    """One question with the answer for each treatment."""

    group: str
    question: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class VisitSheet:
    """One page to take along."""

    title: str
    condition: str
    treatments: str
    matters: str
    country: str
    made: date
    searched: str
    blocks: tuple[Block, ...]
    questions: tuple[str, ...]
    sources: tuple[Source, ...]


def visit_sheet(
    condition: Condition,
    columns: Sequence[Column],
    rows: Sequence[Question],
    marked: Sequence[str],
    country: Jurisdiction | None,
    denominator: int,
    library: Library,
    today: date,
) -> VisitSheet:
    """Return the sheet for a comparison: rows a reader marked first, then what everybody needs."""
    wanted = [row for row in rows if row.group == "matters" or row.id in ON_THE_SHEET]
    cited = [answer for row in wanted for answers in row.answers for answer in answers]
    sources = library.sources_behind(cited)
    numbers = {source.id: number for number, source in enumerate(sources, start=1)}
    names = [column.treatment.short_name or column.treatment.name for column in columns]

    def line(name: str, answers: Sequence[Finding]) -> Line:
        text = " ".join(_said(answer, denominator, library) for answer in answers)
        ids = dict.fromkeys(c.source for answer in answers for c in answer.sources if c.source in numbers)
        return Line(name, text, tuple(numbers[source_id] for source_id in ids))

    return VisitSheet(
        title=f"For my appointment about {lower_first(condition.name)}",
        condition=condition.name,
        treatments=upper_first(listed([lower_first(column.treatment.name) for column in columns])),
        matters=listed([lower_first(library.term("concern", mark).label) for mark in marked]),
        country=country.name if country else "",
        made=today,
        searched=str(condition.searched),
        blocks=tuple(
            Block(
                GROUPS[row.group],
                row.words,
                tuple(line(name, answers) for name, answers in zip(names, row.answers, strict=True)),
            )
            for row in wanted
        ),
        questions=QUESTIONS,
        sources=sources,
    )


def _said(answer: Finding, denominator: int, library: Library) -> str:
    missing = f"{library.term('missing', answer.missing).label}." if answer.missing else ""
    text = ended(text_of(answer.text, answer.sources, library, denominator)) if answer.text else ""
    return " ".join(part for part in (text, missing, answer.why) if part)


def reference(number: int, source: Source) -> str:
    """Return one source as a numbered reference."""
    return f"{number}. {source_label(source)}. {source.title}. {source.address} (checked {source.checked})"
