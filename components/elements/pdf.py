"""The visit sheet as a PDF, made in memory: nothing of a visitor is kept."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import streamlit as st

from components.analysis.visit import VisitSheet, reference

FONTS = Path(st.__file__).parent / "static" / "static" / "media"
"""The framework's own Source Sans, so that every letter of a name can be printed."""
TEXT_POINTS, SMALL_POINTS, HEADING_POINTS, TITLE_POINTS = 10, 8, 11.5, 16
LINE_MM = 4.6
REGULAR, BOLD = 400, 650
FINE_TYPOGRAPHY = ("GPOS", "GSUB", "GDEF")
"""Tables for kerning and ligatures: the sheet does without, and cutting them takes ten times as long as the rest."""


@cache
def font_file(weight: int) -> Path:
    """Return the font in one weight as a file that lasts as long as this process."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    path = Path(mkdtemp(prefix="font-")) / f"{weight}.ttf"
    font = TTFont(next(FONTS.glob("SourceSansVF-Upright*.woff2")))
    for table in FINE_TYPOGRAPHY:
        del font[table]
    upright = instantiateVariableFont(font, {"wght": weight}, optimize=False)
    upright.flavor = None
    upright.save(path)
    return path


def visit_pdf(sheet: VisitSheet, cautions: str) -> bytes:
    """Return the sheet as a PDF with a title, a language and an outline; the page itself is its HTML twin."""
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.add_font("Sans", style="", fname=font_file(REGULAR))
    pdf.add_font("Sans", style="B", fname=font_file(BOLD))
    pdf.set_lang("en-GB")
    pdf.set_title(sheet.title)
    pdf.set_author("Ketamine explorer")
    pdf.set_auto_page_break(True, margin=15)
    pdf.add_page()

    def write(text: str, points: float = TEXT_POINTS, style: str = "", gap: float = 0) -> None:
        pdf.set_font("Sans", style=style, size=points)
        pdf.multi_cell(0, LINE_MM * points / TEXT_POINTS, _printable(text), align="L", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(gap)

    def heading(text: str) -> None:
        pdf.ln(2)
        pdf.start_section(_printable(text))
        write(text, HEADING_POINTS, "B", 0.5)

    write(sheet.title, TITLE_POINTS, "B", 1)
    write(f"Options: {sheet.treatments}.")
    if sheet.matters:
        write(f"What matters to me: {sheet.matters}.")
    if sheet.country:
        write(f"Law: {sheet.country}.")
    write(f"Made on {sheet.made:%d %B %Y}. Evidence last searched: {sheet.searched}.", gap=1)
    write(cautions, SMALL_POINTS)
    for block in sheet.blocks:
        heading(block.question)
        for line in block.lines:
            numbers = f" [{', '.join(map(str, line.sources))}]" if line.sources else ""
            write(line.treatment, TEXT_POINTS, "B")
            write(f"{line.text}{numbers}", gap=0.8)
    heading("Questions to ask")
    for question in sheet.questions:
        write(f"– {question}")
    heading("Sources and dates")
    for number, source in enumerate(sheet.sources, start=1):
        write(reference(number, source), SMALL_POINTS)
    return bytes(pdf.output())


def _printable(text: str) -> str:
    """Return text without the signs of certainty, which the font does not hold: the word stands beside them."""
    return text.replace("⊕", "").replace("◯", "").strip()
