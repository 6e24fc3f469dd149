"""Records changed while they are served: new ones appear, bad ones are left out, hostile ones are text."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from components.elements.text import WORD_JOINER
from tests.browser.conftest import Visiting, serving

HOSTILE = "<script>alert(1)</script> [click](javascript:alert(1)) :material/home: $x$ **bold** :red[red]"


def rewritten(path: Path, new: Path, **changes: object) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    new.write_text(yaml.safe_dump(data | changes, allow_unicode=True), encoding="utf-8")


def test_a_file_of_each_kind_appears_without_code(visiting: Visiting, copied: Path) -> None:
    with serving(content=copied) as server:
        visit = visiting(address=server)
        visit.open("/conditions")
        rewritten(
            copied / "treatments/ketamine-iv.yaml", copied / "treatments/new-drug.yaml",
            name="Newdrug tablets", short_name="Newdrug", synonyms=["Brandnew"], product=None,
        )  # fmt: skip
        ptsd = yaml.safe_load((copied / "conditions/ptsd.yaml").read_text(encoding="utf-8"))
        option = {**ptsd["options"][0], "treatment": "new-drug"}
        rewritten(
            copied / "conditions/ptsd.yaml", copied / "conditions/new-illness.yaml",
            name="New illness", synonyms=["Novitis"], options=[option, *ptsd["options"]],
        )  # fmt: skip
        rewritten(
            copied / "jurisdictions/no.yaml", copied / "jurisdictions/dk.yaml",
            name="Denmark", code="DK", synonyms=["Danmark"],
        )  # fmt: skip
        rewritten(copied / "sources/feder-2014.yaml", copied / "sources/new-source.yaml", title="A new source")
        rewritten(copied / "studies/feder-2014.yaml", copied / "studies/new-study.yaml", acronym="NEWTRIAL")
        rewritten(
            copied / "helplines/gb.yaml",
            copied / "helplines/dk.yaml",
            country="DK",
            country_name="Denmark",
            name="Livslinien",
        )
        page = visit.open("/conditions")
        page.get_by_test_id("stMain").get_by_role("link", name="New illness").click()
        visit.settled()
        expect(page.get_by_test_id("stSidebar")).to_contain_text("New illness")
        page = visit.open("/compare?condition=new-illness&t=new-drug&t=no-change")
        expect(page.get_by_role("table").first).to_contain_text("Newdrug")
        page = visit.open("/regulation?country=dk")
        expect(page.get_by_role("heading", name="Denmark")).to_be_visible()
        assert page.request.get(f"{server}/api/v1/sources/new-source").json()["data"]["title"] == "A new source"
        expect(visit.open("/help?country=dk").get_by_text("Livslinien")).to_be_visible()
        page = visit.open("/ptsd")
        page.get_by_text("Every comparison in a table").click()
        expect(page.get_by_text("NEWTRIAL").last).to_be_visible()
        page = visit.open("/")
        page.get_by_role("textbox", name="Search everything").fill("novitis")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=novitis")
        expect(page.get_by_test_id("stMain").get_by_role("link", name="New illness")).to_be_visible()
        page.close()


def test_a_bad_record_is_named_and_the_rest_is_served(visiting: Visiting, copied: Path) -> None:
    (copied / "conditions/ocd.yaml").write_text("name: [", encoding="utf-8")
    (copied / "sources/feder-2014.yaml").unlink()
    with serving(content=copied) as server:
        visit = visiting(address=server)
        page = visit.open("/method")
        expect(page.get_by_text("conditions/ocd.yaml")).to_be_visible()
        for address in ("/ptsd", "/conditions", "/compare?condition=ptsd", "/"):
            assert visit.open(address).get_by_test_id("stException").count() == 0
        page.close()


@pytest.mark.parametrize("width", [1280, 375])
def test_hostile_text_in_a_record_is_shown_as_text(visiting: Visiting, copied: Path, width: int) -> None:
    ptsd = yaml.safe_load((copied / "conditions/ptsd.yaml").read_text(encoding="utf-8"))
    ptsd["short_answer"][0]["text"] = HOSTILE
    rewritten(
        copied / "conditions/ptsd.yaml", copied / "conditions/ptsd.yaml",
        name=f"PTSD {HOSTILE}", question=f"{HOSTILE}?", description=HOSTILE, short_answer=ptsd["short_answer"],
    )  # fmt: skip
    rewritten(copied / "jurisdictions/no.yaml", copied / "jurisdictions/no.yaml", name=HOSTILE)
    rewritten(
        copied / "treatments/ketamine-iv.yaml", copied / "treatments/ketamine-iv.yaml", name=HOSTILE, short_name=HOSTILE
    )
    with serving(content=copied) as server:
        visit = visiting(width, address=server)
        visit.page.on("dialog", lambda _: pytest.fail("a script ran"))
        for address in ("/ptsd", "/conditions", "/compare?condition=ptsd", "/regulation?country=no", "/"):
            page = visit.open(address)
            assert page.get_by_test_id("stException").count() == 0
            assert page.locator("a[href^='javascript']").count() == 0
            assert page.locator("main script, .katex, strong:text-is('bold')").count() == 0
        page = visit.open("/ptsd")
        heading = page.locator("h1").inner_text().replace(WORD_JOINER, "")
        assert "<script>alert(1)</script> [click](javascript:alert(1))" in heading
        page.close()
