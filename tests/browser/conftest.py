"""A real server and a real browser. Every page a test opens must stay with this server and log no error."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 20_000
"""How long an expectation may take on a busy machine; none of them states a speed."""
expect.set_options(timeout=PATIENCE_MS)
PROBE = "/_stcore/"
"""On a deep link the framework first looks for its own endpoints below the page: two 404s are its own."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(port: int | None = None, content: Path | None = None) -> Iterator[str]:
    """Serve the application, on a cold server of its own, and give its address."""
    port = port or free_port()
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    if content:
        environment["EXPLORER_CONTENT"] = str(content)
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        try:
            said = []
            for line in process.stdout:
                said.append(line)
                if "URL:" in line:
                    break
            else:
                pytest.fail(f"the server did not start:\n{''.join(said)}")
            yield f"http://localhost:{port}"
        finally:
            process.kill()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with serving() as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield launched
        launched.close()


@dataclass
class Visit:
    """A page of the browser, and what it did that it should not."""

    page: Page
    server: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Open an address of the explorer and wait until it is drawn."""
        self.page.goto(self.server + address)
        return self.settled()

    def settled(self) -> Page:
        """Wait until the script has run and the page shows its heading and its footer."""
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
        self.page.wait_for_selector("h1")
        self.page.wait_for_selector("text=This is information, not medical advice")
        return self.page

    def _requested(self, request: Request) -> None:
        own = (self.server, self.server.replace("http", "ws", 1), "data:", "blob:")
        if not request.url.startswith(own):
            self.outside.append(request.url)

    def _logged(self, message: ConsoleMessage) -> None:
        if message.type == "error" and PROBE not in message.location.get("url", ""):
            self.errors.append(f"{message.text} {message.location.get('url', '')}")

    def watch(self) -> "Visit":
        self.page.on("request", self._requested)
        self.page.on("console", self._logged)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        return self


Visiting = Callable[..., Visit]


@pytest.fixture
def visiting(browser: Browser, server: str) -> Iterator[Visiting]:
    """Give visits; at the end of the test none of them may have left the server or logged an error."""
    visits: list[Visit] = []

    def visit(width: int = 1280, scheme: str = "light", address: str | None = None) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            accept_downloads=True,
        )
        visits.append(Visit(context.new_page(), address or server).watch())
        return visits[-1]

    yield visit
    for made in visits:
        made.page.context.close()
    assert [request for made in visits for request in made.outside] == []
    assert [error for made in visits for error in made.errors] == []


@pytest.fixture
def visit(visiting: Visiting) -> Visit:
    return visiting()
