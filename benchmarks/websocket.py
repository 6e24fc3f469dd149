"""One visitor over the websocket, as the browser's side of Streamlit speaks it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from statistics import median

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.servers import HOST, Server

LONGEST_RUN_SECONDS = 60.0
ROUND = 10
"""Reruns of one side before it is the other's turn."""
DROPPED = 2
"""Reruns at the start of each turn that do not count."""


@dataclass(frozen=True)
class Page:
    """A page by its address and what its query asks for."""

    address: str = ""
    query: str = ""

    def __str__(self) -> str:
        return f"/{self.address}?{self.query}" if self.query else f"/{self.address}"


@dataclass
class Session:
    """An open session; it keeps in mind what a browser does between two runs."""

    connection: ClientConnection
    server: Server
    page: Page = field(default_factory=Page)
    page_hash: str = ""
    query: str = ""
    cached: set[str] = field(default_factory=set)

    async def visit(self, page: Page, longest: float = LONGEST_RUN_SECONDS) -> float:
        """Go to a page by its address and return how many seconds it took."""
        self.page, self.page_hash, self.query = page, "", page.query
        return await self.rerun(longest)

    async def rerun(self, longest: float = LONGEST_RUN_SECONDS) -> float:
        """Run the page again and return how many seconds passed until its script had finished."""
        message = self._request().SerializeToString()
        begun = time.perf_counter()
        async with asyncio.timeout(longest):
            await self.connection.send(message)
            async for data in self.connection:
                if isinstance(data, bytes) and self._ends_with(ForwardMsg.FromString(data)):
                    return time.perf_counter() - begun
        raise RuntimeError(f"{self.page}: the server closed the connection")

    def _request(self) -> BackMsg:
        message = BackMsg()
        state = message.rerun_script
        state.query_string = self.query
        state.page_script_hash = self.page_hash
        state.page_name = "" if self.page_hash else self.page.address
        state.cached_message_hashes.extend(self.cached)
        state.context_info.url = f"{self.server.address}/{self.page.address}"
        state.context_info.timezone = "Europe/London"
        state.context_info.locale = "en-GB"
        return message

    def _ends_with(self, message: ForwardMsg) -> bool:
        """Take in one message; return whether it says that the run is over."""
        kind = message.WhichOneof("type")
        if message.metadata.cacheable and message.hash:
            self.cached.add(message.hash)
        if kind == "navigation":
            self.page_hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "page_not_found":
            raise RuntimeError(f"{self.page} is no page of the app")
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(f"{self.page} failed: {message.delta.new_element.exception.message}")
        elif kind == "script_finished":
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise RuntimeError(f"{self.page} does not compile")
            return bool(message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY)
        return False


@asynccontextmanager
async def session(server: Server) -> AsyncIterator[Session]:
    """Open a session; nothing runs before its first visit."""
    async with connect(
        f"ws://{HOST}:{server.port}/_stcore/stream", max_size=None, proxy=None, close_timeout=1
    ) as connection:
        yield Session(connection, server)


async def medians(
    ours: Session, other: Session, count: int, longest: float = LONGEST_RUN_SECONDS
) -> tuple[float, float]:
    """Return the median rerun of either side, in turns; turns end early where they take too long."""
    sides = (ours, other)
    taken: tuple[list[float], list[float]] = ([], [])
    ends = time.perf_counter() + longest
    while len(taken[0]) < count and (not taken[0] or time.perf_counter() < ends):
        for side, times in zip(sides, taken, strict=True):
            turn = [await side.rerun() for _ in range(min(ROUND, count - len(times)) + DROPPED)]
            times += turn[DROPPED:]
    return median(taken[0]), median(taken[1])
