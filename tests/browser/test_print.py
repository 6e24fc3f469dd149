"""Pages on paper, on the narrowest screen, and by name."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import Visit, Visiting
from tests.browser.test_every_page import SIDEWAYS

NARROWEST = 320


@pytest.mark.parametrize("address", ["/ptsd", "/safety", "/country?c=gb", "/study?id=murrough-2013"])
def test_a_page_prints_without_menus_and_with_links_spelt_out(visit: Visit, address: str) -> None:
    page = visit.open(address)
    page.locator("table, [data-testid=stPlotlyChart] svg").first.wait_for()
    printed = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = "".join(part.extract_text() for part in printed.pages).replace("\n", "")
    assert page.locator("h1").inner_text()[:20] in text
    assert "doi.org" in text or ".gov" in text
    assert "All conditions" not in text
    assert "Link to this view" not in text or "Help now" not in text


@pytest.mark.parametrize("address", ["/", "/ptsd", "/safety", "/regulation", "/country?c=gb", "/claims", "/help"])
def test_the_narrowest_screen_never_scrolls_sideways(visiting: Visiting, address: str) -> None:
    page = visiting(width=NARROWEST).open(address)
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/", "Ketamine explorer"),
        ("/ptsd", "Post-traumatic stress disorder · Ketamine explorer"),
        ("/safety?part=bladder", "What does it do to the bladder? · Ketamine explorer"),
        ("/country?c=gb", "Law: United Kingdom · Ketamine explorer"),
        ("/study?id=murrough-2013", "Murrough 2013 · Ketamine explorer"),
    ],
)
def test_every_view_has_a_title_of_its_own(visit: Visit, address: str, title: str) -> None:
    expect(visit.open(address)).to_have_title(title)


def test_what_a_stylesheet_for_print_may_hide_is_nothing_a_reader_needs(visit: Visit) -> None:
    page = visit.open("/ptsd")
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_test_id("stTable").first).to_be_attached()
