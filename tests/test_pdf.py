"""The visit sheet as a PDF says what the page says."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from components.analysis.comparison import columns, questions
from components.analysis.visit import QUESTIONS, VisitSheet, visit_sheet
from components.elements.pdf import visit_pdf
from content.library import Library


@pytest.fixture
def made(records: Library) -> VisitSheet:
    condition = records.conditions["treatment-resistant-depression"]
    chosen = columns(condition, ["ketamine-iv", "ect", "esketamine-nasal"], records)
    ireland = records.jurisdictions["ie"]
    rows = questions(chosen, condition, records, 100, ireland, ["memory", "cost"])
    return visit_sheet(condition, chosen, rows, ["memory", "cost"], ireland, 100, records, date(2026, 11, 25))


def test_every_answer_question_and_source_is_in_the_pdf(made: VisitSheet) -> None:
    reader = PdfReader(io.BytesIO(visit_pdf(made, "Not advice.")))
    said = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    squeezed = said.replace(" ", "")
    for block in made.blocks:
        assert block.question.replace(" ", "") in squeezed
        for line in block.lines:
            text = line.text.replace("⊕", "").replace("◯", "").strip()
            assert "".join(text.split()) in squeezed, line.text
    for question in QUESTIONS:
        assert question.replace(" ", "") in squeezed
    for source in made.sources:
        assert source.address.replace(" ", "") in squeezed


def test_the_pdf_names_itself_its_language_and_its_parts(made: VisitSheet) -> None:
    reader = PdfReader(io.BytesIO(visit_pdf(made, "Not advice.")))
    assert reader.metadata is not None
    assert reader.metadata.title == made.title
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert len(reader.outline) == len(made.blocks) + 2


def test_marked_rows_come_first_and_every_figure_has_a_numbered_source(made: VisitSheet) -> None:
    assert [block.question for block in made.blocks[:2]] == ["Memory and thinking", "Cost"]
    numbers = {number for block in made.blocks for line in block.lines for number in line.sources}
    assert numbers <= set(range(1, len(made.sources) + 1))
