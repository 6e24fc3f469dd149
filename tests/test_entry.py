"""The entry page: its own head for every page, nothing else touched."""

import html
import re
import tomllib
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from app import FRAMEWORK_PAGE
from components.server.entry import EntryPage, entry_html
from content.library import Library

THEME = Path(__file__).parent.parent / ".streamlit" / "config.toml"
PAGE = FRAMEWORK_PAGE.read_text(encoding="utf-8")


def title_of(page: str) -> str:
    found = re.search(r"<title>(.*?)</title>", page)
    assert found
    return html.unescape(found.group(1))


def test_every_page_has_a_title_and_description_of_its_own(records: Library) -> None:
    for condition in records.conditions.values():
        page = entry_html(PAGE, f"/{condition.id}")
        assert title_of(page) == f"{condition.name} · Ketamine explorer"
        assert f'content="{html.escape(condition.question)}"' in page
    assert title_of(entry_html(PAGE, "/")) == "Ketamine explorer"
    assert title_of(entry_html(PAGE, "/help")) == "Help in a crisis · Ketamine explorer"


@pytest.mark.parametrize("address", ["/no-such-page", "/<script>", "/ptsd/../x", "//", "/" + "x" * 5000])
def test_an_unknown_address_gets_the_head_of_the_site(address: str) -> None:
    page = entry_html(PAGE, address)
    assert title_of(page) == "Ketamine explorer"
    assert address not in page or address == "//"


def test_the_framework_s_own_scripts_stay_as_they_are() -> None:
    page = entry_html(PAGE, "/")
    assert re.findall(r"<script[^>]*>.*?</script>", page, re.DOTALL) == re.findall(
        r"<script[^>]*>.*?</script>", PAGE, re.DOTALL
    )
    assert '<html lang="en-GB">' in page
    assert "/api/v1/datapackage.zip" in page


def test_links_take_the_theme_s_colours() -> None:
    theme = tomllib.loads(THEME.read_text(encoding="utf-8"))["theme"]
    light, dark = theme["light"]["linkColor"], theme["dark"]["linkColor"]
    assert f"--link: light-dark({light}, {dark})" in entry_html(PAGE, "/")


def other(request: Request) -> Response:
    if request.url.path == "/data":
        return JSONResponse({"title": "<title>x</title>"})
    return HTMLResponse(PAGE, headers={"etag": '"framework"'})


def test_only_pages_are_changed_and_their_length_is_right() -> None:
    app = Starlette(routes=[Route("/{rest:path}", other)], middleware=[Middleware(EntryPage)])
    client = TestClient(app)
    page = client.get("/ptsd", headers={"accept": "text/html"})
    assert "Post-traumatic" in page.text
    assert int(page.headers["content-length"]) == len(page.content)
    assert "etag" not in page.headers
    assert client.get("/data", headers={"accept": "text/html"}).json() == {"title": "<title>x</title>"}
    assert client.get("/ptsd", headers={"accept": "application/json"}).text == PAGE
