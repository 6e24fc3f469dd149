"""The whole state of a view is in its address: cold, shared, bogus, back, forward, reloaded."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit, serving


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def columns(page: Page) -> list[str]:
    sheet = page.get_by_role("table", name="compared").first
    expect(sheet).to_be_visible()
    return sheet.locator("th").all_inner_texts()


@pytest.mark.parametrize("address", ["/ptsd", "/compare?condition=ocd", "/regulation?country=no"])
def test_a_cold_server_answers_a_deep_link_with_frame_and_page(browser: Browser, address: str) -> None:
    with serving() as server:
        visit = Visit(browser.new_page(), server).watch()
        page = visit.open(address)
        assert page.get_by_text("Page not found").count() == 0
        expect(page.get_by_test_id("stSidebar")).to_contain_text("Compare treatments")
        assert visit.outside == []
        page.close()


def test_choosing_a_country_is_kept_by_address_reload_back_and_forward(visit: Visit) -> None:
    page = visit.open("/regulation?country=gb")
    expect(page.get_by_role("heading", name="United Kingdom")).to_be_visible()
    page.get_by_role("combobox", name="Where do you live?").fill("Norway")
    page.get_by_role("option", name="Norway").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Norway")).to_be_visible()
    assert query(page)["country"] == ["gb", "no"]
    page.reload()
    visit.settled()
    expect(page.get_by_role("heading", name="Norway")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Norway")).to_have_count(0)
    page.go_forward()
    expect(page.get_by_role("heading", name="Norway")).to_be_visible()


def test_a_shared_comparison_shows_the_same_columns(visit: Visit) -> None:
    page = visit.open("/compare?condition=treatment-resistant-depression&t=ect&t=ketamine-iv")
    assert len(columns(page)) == 3
    assert "infusion" in columns(page)[2].lower()
    assert query(page)["t"] == ["ect", "ketamine-iv"]


@pytest.mark.parametrize(
    "address",
    [
        "/compare?condition=nonsense",
        "/compare?condition=ptsd&t=nonsense&t=ketamine-iv&t=no-change",
        "/regulation?country=atlantis&licence=maybe",
        "/sources?type=gossip",
        "/ptsd?per=7",
    ],
)
def test_bogus_ids_are_ignored_and_said(visit: Visit, address: str) -> None:
    page = visit.open(address)
    expect(page.get_by_text("The link asks for something we do not have").first).to_be_visible()
    assert page.get_by_test_id("stException").count() == 0


@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", "javascript:alert(1)", "[x](http://evil.example)", "x" * 10_000]
)
def test_hostile_text_in_an_address_is_shown_as_text(visit: Visit, value: str) -> None:
    page = visit.page
    page.on("dialog", lambda _: pytest.fail("a script ran"))
    visit.open("/")
    page.goto(f"{visit.server}/compare?condition=ptsd&t={value}")
    visit.settled()
    notice = page.get_by_text("The link asks for something we do not have").first
    expect(notice).to_be_visible()
    assert notice.locator("a, script").count() == 0
    assert len(notice.inner_text()) < 200


def test_an_unknown_page_says_so_and_offers_home(browser: Browser, server: str) -> None:
    visit = Visit(browser.new_page(), server).watch()
    page = visit.open("/no-such-page")
    expect(page.get_by_text("Page not found")).to_be_visible()
    page.close()


def test_switching_the_denominator_changes_every_figure_and_the_address(visit: Visit) -> None:
    page = visit.open("/treatment-resistant-depression")
    page.get_by_text("1,000", exact=True).first.click()
    expect(page.get_by_text("Of 1,000 people").first).to_be_visible()
    page.wait_for_url("**per=1000*")


def test_the_link_to_a_view_brings_it_back(visit: Visit) -> None:
    page = visit.open("/regulation?country=se&product=esketamine")
    page.get_by_text("Link to this view").click()
    expect(page.get_by_test_id("stCode")).to_contain_text("/regulation?country=se&product=esketamine")
