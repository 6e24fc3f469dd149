"""What a visitor waits who follows a link to a server that has just started."""

import time
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.report import Bar, Row, Table
from benchmarks.reruns import condition_page
from benchmarks.servers import HOST, explorer, two_line_app

CHROMIUM = "/usr/bin/chromium"
LOCAL_ONLY = f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    LOCAL_ONLY,
]
LONGEST_WAIT_MS = 60_000


def _seconds_until(browser: Browser, address: str, selector: str) -> float:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        begun = time.perf_counter()
        page.goto(address, wait_until="commit", timeout=LONGEST_WAIT_MS)
        page.wait_for_selector(selector, timeout=LONGEST_WAIT_MS)
        return time.perf_counter() - begun
    finally:
        context.close()


def cold_link(times: int) -> Table:
    """Measure from following a link to seeing the heading, in turns, after one of each that warms the browser."""
    page, ours, other = condition_page(), [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        try:
            for _ in range(times + 1):
                with explorer() as server:
                    ours.append(_seconds_until(browser, f"{server.address}{page}", "h1"))
                with two_line_app() as server:
                    other.append(_seconds_until(browser, server.address, "text=Hello"))
        finally:
            browser.close()
    return Table(
        "Cold deep link",
        "Headless Chromium with an empty cache, a server that has just started and has seen nobody: from following the "
        f"link until the heading (the two-line app: its text) shows; median of {times}.",
        [Row(f"{page}, first visitor", median(ours[1:]), median(other[1:]), "s", Bar(1.25))],
    )
