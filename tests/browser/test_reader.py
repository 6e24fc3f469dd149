"""What a reader comes for, done as a reader does it."""

import csv
import io
from pathlib import Path

from playwright.sync_api import Browser, expect

from content.library import Library
from tests.browser.conftest import Visit, Visiting, serving


def test_ptsd_is_three_clicks_away_and_says_the_largest_trial_found_no_benefit(visit: Visit) -> None:
    page = visit.open("/")
    page.get_by_role("link", name="My condition").click()
    page.get_by_test_id("stMain").get_by_role("link", name="Post-traumatic stress disorder").click()
    expect(page.get_by_text("largest trial").first).to_be_visible()
    expect(page.get_by_role("link", name="Abdallah 2022").first).to_be_visible()


def test_infusion_ect_and_esketamine_show_their_head_to_head_trials(visit: Visit) -> None:
    page = visit.open("/compare?condition=treatment-resistant-depression&t=ketamine-iv&t=ect&t=esketamine-nasal")
    expect(page.get_by_text("Head-to-head").first).to_be_visible()
    expect(page.get_by_text("ELEKT-D").first).to_be_visible()
    expect(page.get_by_text("KetECT").first).to_be_visible()


def test_esketamine_in_the_united_kingdom_is_licensed_and_funded_only_in_scotland(visit: Visit) -> None:
    page = visit.open("/regulation?country=gb&product=esketamine")
    table = page.get_by_role("table").first
    expect(table).to_contain_text("Licensed")
    expect(table).to_contain_text("England: not publicly funded (NICE)")
    expect(table).to_contain_text("Scotland: publicly funded (Scottish Medicines Consortium)")


def test_the_search_box_finds_a_brand_name(visit: Visit) -> None:
    page = visit.open("/")
    page.get_by_role("textbox", name="Search everything").fill("spravatto")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=spravatto")
    page.get_by_test_id("stMain").get_by_role("link", name="Esketamine nasal spray", exact=True).click()
    page.wait_for_url("**/compare?**")
    expect(page.get_by_role("heading", name="Compare treatments")).to_be_visible()
    page.get_by_role("button", name="Navigate to home page").click()
    expect(page.get_by_role("textbox", name="Search everything")).to_have_value("")


def test_the_download_holds_exactly_the_rows_shown(visit: Visit, records: Library) -> None:
    page = visit.open("/regulation?region=oceania&product=esketamine")
    table = page.get_by_role("table", name="The law by place and product")
    expect(table).to_be_visible()
    shown = table.locator("tbody tr").count()
    with page.expect_download() as started:
        page.get_by_role("button", name="Download these rows as CSV").click()
    text = Path(started.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["product"] for row in rows] == ["esketamine"] * len(rows)
    expected = {place.name for place in records.jurisdictions.values() if place.region == "oceania"}
    assert {row["jurisdiction"] for row in rows} == expected
    assert shown == len(rows)


def test_a_square_of_the_map_narrows_the_table(visit: Visit) -> None:
    page = visit.open("/regulation")
    square = page.locator(".barlayer .point path").first
    square.scroll_into_view_if_needed()
    box = square.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/regulation?country=*")
    expect(page.get_by_role("table", name="The law by place and product").locator("tbody tr")).to_have_count(2)


def test_the_bladder_facts_are_two_clicks_away(visit: Visit) -> None:
    page = visit.open("/")
    page.get_by_test_id("stMain").get_by_role("link", name="Safety").click()
    page.get_by_role("link", name="What does it do to the bladder?").click()
    expect(page.get_by_role("heading", name="What does it do to the bladder?")).to_be_in_viewport()


def test_a_program_gets_data_beside_the_pages(visit: Visit) -> None:
    answer = visit.page.request.get(f"{visit.server}/api/v1/studies?condition=ptsd&limit=1")
    assert answer.json()["meta"]["total"] > 5
    assert "content-security-policy" in answer.headers


def test_help_is_one_click_away_on_a_phone(visiting: Visiting) -> None:
    visit = visiting(width=375)
    page = visit.open("/suicidal-thoughts")
    page.get_by_role("link", name="Find a helpline in your country").click()
    page.wait_for_url("**/help")
    expect(page.get_by_role("link", name="Samaritans").first).to_be_visible()


def test_search_and_help_lie_in_reach_on_a_phone_and_a_number_can_be_called(visiting: Visiting) -> None:
    page = visiting(width=375).open("/glossary")
    inside = page.get_by_test_id("stMain")
    inside.get_by_role("link", name="Search").click(trial=True)
    inside.get_by_role("link", name="Help now").click()
    page.wait_for_url("**/help")
    expect(page.get_by_role("link", name="116 123").first).to_have_attribute("href", "tel:116123")


def test_a_way_to_each_part_of_a_page_leads_there(visit: Visit) -> None:
    page = visit.open("/ptsd")
    page.get_by_role("link", name="What guidelines say").first.click()
    expect(page.get_by_role("heading", name="What guidelines say")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Should I try ketamine for PTSD?")).not_to_be_in_viewport()


def test_a_killed_server_comes_back_with_the_same_view(browser: Browser) -> None:
    with serving() as server:
        port = int(server.rsplit(":", 1)[1])
        visit = Visit(browser.new_page(), server)
        page = visit.open("/regulation?country=se")
        heading = page.get_by_role("heading", name="Sweden")
        expect(heading).to_be_visible()
    with serving(port=port):
        page.reload()
        visit.settled()
        expect(heading).to_be_visible()
        page.close()
