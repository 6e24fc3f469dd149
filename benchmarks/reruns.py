"""What visitors cost while they read: reruns of every page, twenty readers at once, memory for each."""

import asyncio
import time
from collections.abc import Mapping
from contextlib import AsyncExitStack
from importlib import import_module
from typing import Any

from benchmarks.report import Bar, Row, Table
from benchmarks.servers import Server, explorer, two_line_app
from benchmarks.websocket import Page, Session, medians, session
from content.library import OWN_FOLDER

TYPICAL: Mapping[str, str] = {
    "compare": "condition=treatment-resistant-depression&t=ect&t=ketamine-iv",
    "visit": "condition=ptsd&t=ketamine-iv&t=talking-therapy&m=memory&country=gb",
    "regulation": "country=gb",
    "country": "c=gb&c=ie",
    "search": "q=bladder",
    "study": "id=murrough-2013",
}
"""What visitors of a fixed page ask for."""
FRONT = Page()
TURN_SECONDS = 2.5
"""How long all sessions of one side run before it is the other's turn."""
WARM_RUNS = 20


def pages() -> list[Page]:
    """Return every page: the fixed ones, then one per topic and one per condition."""
    sitemap: Any = import_module("components.sitemap")  # by name: what draws pages is not type-checked
    fixed = [page.address for page in sitemap.FIXED]
    records = [path.stem for kind in ("topics", "conditions") for path in sorted((OWN_FOLDER / kind).glob("*.yaml"))]
    return [Page(address, TYPICAL.get(address, "")) for address in dict.fromkeys([*fixed, *records])]


def condition_page() -> Page:
    """Return a typical condition page."""
    ids = sorted(path.stem for path in (OWN_FOLDER / "conditions").glob("*.yaml"))
    return Page("ptsd" if "ptsd" in ids else ids[0])


def rerun(count: int) -> Table:
    """Measure a rerun of every page for one visitor."""
    return Table(
        "Rerun, every page",
        f"One session over the websocket, from the request to the end of the script; median of {count} reruns, in "
        "turns of ten with the two-line app's.",
        asyncio.run(_rerun(count)),
    )


async def _rerun(count: int) -> list[Row]:
    rows = []
    with explorer() as server, two_line_app() as two_lines:
        async with session(server) as ours, session(two_lines) as other:
            await other.visit(FRONT)
            await ours.visit(FRONT)
            await server.settled()
            for page in pages():
                await ours.visit(page)
                mine, theirs = await medians(ours, other, count)
                rows.append(Row(str(page), mine, theirs, "ms", Bar(0.6)))
    return rows


def concurrency(visitors: int, seconds: float) -> Table:
    """Measure how many reruns a second many visitors get in all."""
    return Table(
        "Many readers at once",
        f"{visitors} sessions that ask again as soon as they are answered, for about {seconds:g} seconds in turns; "
        "reruns a second in all.",
        [asyncio.run(_concurrency(visitors, seconds))],
    )


async def _concurrency(visitors: int, seconds: float) -> Row:
    page = condition_page()
    async with AsyncExitStack() as stack:
        servers = [stack.enter_context(explorer()), stack.enter_context(two_line_app())]
        sides = []
        for server, wanted in zip(servers, (page, FRONT), strict=True):
            crowd = [await stack.enter_async_context(session(server)) for _ in range(visitors)]
            for visitor in crowd:
                await visitor.visit(wanted)
            await server.settled()
            sides.append(crowd)
        counts, spent = [0, 0], [0.0, 0.0]
        while spent[0] < seconds:
            for side, crowd in enumerate(sides):
                begun = time.perf_counter()
                turns = await asyncio.gather(*(_asking(visitor, begun + TURN_SECONDS) for visitor in crowd))
                counts[side] += sum(turns)
                spent[side] += time.perf_counter() - begun
    ours, other = (count / taken for count, taken in zip(counts, spent, strict=True))
    return Row(f"{page}, {visitors} sessions", ours, other, "a second", Bar(6.0, "at least"))


async def _asking(visitor: Session, until: float) -> int:
    runs = 0
    while time.perf_counter() < until:
        await visitor.rerun()
        runs += 1
    return runs


def memory(further: int) -> Table:
    """Measure the server's memory with one visitor and with many who stay."""
    page = condition_page()
    with explorer() as server:
        ours = asyncio.run(_megabytes(server, page, further))
    with two_line_app() as server:
        other = asyncio.run(_megabytes(server, FRONT, further))
    mine, theirs = ((after - before) / further for before, after in (ours, other))
    return Table(
        "Memory",
        f"Resident memory of the server with one session on {page}, then with {further} more, all kept open.",
        [
            Row("1 session", ours[0], other[0], "MB"),
            Row(f"{1 + further} sessions", ours[1], other[1], "MB"),
            Row("each further session", mine, theirs, "MB", Bar(0.3, of="value")),
        ],
    )


async def _megabytes(server: Server, page: Page, further: int) -> tuple[float, float]:
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(session(server))
        await first.visit(page)
        for _ in range(WARM_RUNS):
            await first.rerun()
        await server.settled()
        before = server.megabytes()
        for _ in range(further):
            visitor = await stack.enter_async_context(session(server))
            await visitor.visit(page)
        await server.settled()
        return before, server.megabytes()
