"""Text from records and addresses is shown, never run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from components.analysis.csv import csv_text
from components.elements.text import WORD_JOINER, link, plain, to_call

MARKDOWN = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])


def shown(text: str) -> str:
    """The text a reader sees, where Markdown made nothing but one paragraph of text."""
    tokens = MARKDOWN.parse(plain(text))
    if not tokens:
        return ""
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children or []} <= {"text", "text_special"}
    return "".join(child.content for child in tokens[1].children or [])


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_any_text_is_shown_as_it_is_written(text: str) -> None:
    assert shown(text).replace(WORD_JOINER, "") == " ".join(text.split()).replace(WORD_JOINER, "")


@given(
    st.sampled_from(["# x", "1. x", "- x", "> x", "| x |", "<b>x</b>", "[x](y)", "![x](y)", "`x`", "**x**", "~~x~~"])
)
def test_markdown_in_a_record_stays_text(text: str) -> None:
    assert shown(text) == text


def test_shortcodes_and_addresses_are_broken_up() -> None:
    assert plain(":material/home: http://x.org") == f":{WORD_JOINER}material/home: http:{WORD_JOINER}//x.org"


def test_a_link_keeps_its_address_within_its_brackets() -> None:
    assert link("a (b)", "https://x.org/a(b)") == "[a \\(b\\)](https://x.org/a%28b%29)"
    assert link("a", "javascript:alert(1)") == "a"


@given(st.lists(st.dictionaries(st.sampled_from(["a", "b"]), st.text(max_size=20), min_size=2, max_size=2), min_size=1))
def test_a_download_reads_back_as_it_was_and_runs_nothing(rows: list[dict[str, str]]) -> None:
    back = list(csv.DictReader(io.StringIO(csv_text(rows), newline="")))
    assert [{name: value.removeprefix("'") for name, value in row.items()} for row in back] == [
        {name: value.removeprefix("'") for name, value in row.items()} for row in rows
    ]
    assert not [value for row in back for value in row.values() if value[:1] in tuple("=+@")]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("988", ["988"]),
        ("116 123", ["116123"]),
        ("0120-279-338", ["0120279338"]),
        ("*4141 (from mobiles)", ["*4141"]),
        ("135 in the Buenos Aires area, or (011) 5275-1135", ["135", "01152751135"]),
        ("101 (ambulance) or 100 (police)", ["101", "100"]),
        ("no number", []),
    ],
)
def test_a_phone_calls_the_numbers_it_is_shown(text: str, called: list[str]) -> None:
    tokens = MARKDOWN.parse(to_call(text))
    children = [child for token in tokens for child in token.children or []]
    hrefs = [str(child.attrs["href"]) for child in children if child.type == "link_open"]
    assert hrefs == [f"tel:{number}" for number in called]
    said = "".join(child.content for child in children if child.type in ("text", "text_special"))
    assert said.replace(" ", "").replace(WORD_JOINER, "") == text.replace(" ", "")
