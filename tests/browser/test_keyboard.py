"""Every task by keyboard alone, with the focus in sight."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

MOST_TABS = 120
MOST_ARROWS = 5
ACTIVE_OPTION = """() => {
    const option = document.activeElement.getAttribute('aria-activedescendant');
    return option ? document.getElementById(option).innerText : '';
}"""
FOCUSED = """() => {
    const found = document.activeElement;
    const label = found.getAttribute('aria-label') || found.innerText || found.placeholder || '';
    const named = found.id ? document.querySelector(`label[for="${CSS.escape(found.id)}"]`) : null;
    return `${label} ${named ? named.innerText : ''}`;
}"""
OUTLINED = """() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
}"""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what is focused carries a name."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if name.casefold() in page.evaluate(FOCUSED).casefold():
            return
    raise AssertionError(f"{name} is not within {MOST_TABS} presses of Tab")


def down_to(page: Page, name: str) -> None:
    """Press the arrow key until an option of an open list carries a name."""
    for _ in range(MOST_ARROWS):
        page.keyboard.press("ArrowDown")
        if name in page.evaluate(ACTIVE_OPTION):
            return
    raise AssertionError(f"{name} is not among the first options")


def skip_to_content(page: Page) -> None:
    """Use the link that skips the menu."""
    page.keyboard.press("Tab")
    assert "Skip to main content" in page.evaluate(FOCUSED)
    page.keyboard.press("Enter")


def test_a_condition_is_found_and_its_options_compared(visit: Visit) -> None:
    page = visit.open("/")
    page.get_by_role("textbox", name="Search everything").wait_for()
    skip_to_content(page)
    tab_to(page, "Search everything")
    page.keyboard.type("ocd")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=ocd")
    visit.settled()
    tab_to(page, "Obsessive-compulsive disorder")
    assert page.evaluate(OUTLINED)
    page.keyboard.press("Enter")
    page.wait_for_url("**/ocd")
    visit.settled()
    link = page.get_by_role("link", name="side by side")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare?**")


def test_a_country_is_chosen_and_the_rows_are_taken_home(visit: Visit) -> None:
    page = visit.open("/regulation")
    page.get_by_role("combobox", name="Where do you live?").wait_for()
    skip_to_content(page)
    tab_to(page, "Where do you live?")
    page.keyboard.type("norway")
    expect(page.get_by_role("option", name="Sweden")).to_have_count(0)
    down_to(page, "Norway")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Norway")).to_be_visible()
    page.wait_for_url("**country=no*")
    tab_to(page, "Download these rows as CSV")
    assert page.evaluate(OUTLINED)
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    assert "Norway" in Path(started.value.path()).read_text(encoding="utf-8")
