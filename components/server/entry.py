"""The entry page: what a browser, a search engine or a printer reads before the application has started.

The framework's own page says 'Streamlit', names no content, shows no focus on links and has no rules for print. It is
answered with the title and description of the page asked for, the language, a style sheet, and words for browsers
without scripts.
"""

import html
import re
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.elements.frame import tab_title
from components.sitemap import FIXED, descriptions
from content.shelf import library

SHEET = Path(__file__).parent / "site.css"
LANGUAGE = "en-GB"
NO_SCRIPT = (
    "This site needs JavaScript to draw its pages. Everything in it can be read without: /api/v1/ answers with all "
    "records, /api/v1/datapackage.zip holds them as tables. In an emergency call your local emergency number."
)


def entry_html(page: str, address: str) -> str:
    """Return the framework's entry page with the head of the page at an address; an unknown one gets the site's."""
    known = {found: (title, words) for found, title, words in descriptions(library())}
    title, words = known.get(address.strip("/"), (FIXED[0].title, FIXED[0].description))
    head = (
        f"<title>{html.escape(tab_title(title))}</title>\n"
        f'    <meta name="description" content="{html.escape(words)}" />\n'
        f"    <style>\n{style_sheet()}</style>"
    )
    page = re.sub(r"<title>.*?</title>", lambda _: head, page, count=1, flags=re.DOTALL)
    page = page.replace('<html lang="en">', f'<html lang="{LANGUAGE}">', 1)
    said = f"<noscript>{html.escape(NO_SCRIPT)}</noscript>"
    return re.sub(r"<noscript>.*?</noscript>", lambda _: said, page, count=1, flags=re.DOTALL)


@cache
def style_sheet() -> str:
    """Return the site's own style sheet; its colours are the theme's."""
    light, dark = (st.get_option(f"theme.{look}.linkColor") for look in ("light", "dark"))
    return f":root {{ --link: light-dark({light}, {dark}); }}\n{SHEET.read_text(encoding='utf-8')}"


def _wants_page(scope: Scope) -> bool:
    return "text/html" in Headers(scope=scope).get("accept", "")


class EntryPage:
    """Answers with the entry page under a head of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; an HTML answer comes back with the head of the page asked for."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _wants_page(scope):
            await self.app(scope, receive, send)
            return
        # Asked for unpacked, so that it can be read here; it is a few kilobytes.
        scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}
        start: Message = {}
        body = b""

        async def send_entry(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if message["status"] == 200 and headers.get("content-type", "").startswith("text/html"):
                    start = message
                    return
            elif start and message["type"] == "http.response.body":
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                text = (await run_in_threadpool(entry_html, body.decode(), scope["path"])).encode()
                headers = MutableHeaders(scope=start)
                headers["content-length"] = str(len(text))
                for name in ("etag", "last-modified"):
                    del headers[name]
                await send(start)
                message = {**message, "body": text}
            await send(message)

        await self.app(scope, receive, send_entry)
