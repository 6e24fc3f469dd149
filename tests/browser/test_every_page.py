"""Every page, wide and narrow, light and dark: drawn whole, accessible, and from this server alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from content.library import OWN_FOLDER
from tests.browser.conftest import Visiting

FIXED = [
    "/",
    "/conditions",
    "/compare",
    "/regulation",
    "/regulation?country=gb",
    "/country?c=gb",
    "/country?c=gb&c=ie&c=us-tx",
    "/changes",
    "/claims",
    "/glossary",
    "/search?q=bladder",
    "/studies",
    "/study?id=murrough-2013",
    "/visit?condition=ptsd&t=ketamine-iv&t=talking-therapy&m=memory&country=gb",
    "/sources",
    "/method",
    "/accessibility",
    "/style",
    "/help",
]
TOPICS = [f"/{path.stem}" for path in sorted((OWN_FOLDER / "topics").glob("*.yaml"))]
CONDITIONS = [f"/{path.stem}" for path in sorted((OWN_FOLDER / "conditions").glob("*.yaml"))]
SIDEWAYS = "(main => main.scrollWidth - main.clientWidth)(document.querySelector('[data-testid=stMain]'))"
LOOKS = [(1280, "light"), (1280, "dark"), (375, "light"), (375, "dark")]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("address", [*FIXED, *TOPICS, *CONDITIONS])
def test_a_page_is_whole_and_accessible(visiting: Visiting, address: str, width: int, scheme: str) -> None:
    page = visiting(width, scheme).open(address)
    assert page.locator("h1").count() == 1
    assert page.get_by_test_id("stException").count() == 0
    expect(page.get_by_test_id("stMain").get_by_role("link", name="Help now").first).to_be_visible()
    assert page.evaluate(SIDEWAYS) <= 0
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
