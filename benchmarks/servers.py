"""Cold servers on this machine only: the explorer's and the two-line app's; and how long they take to answer."""

import asyncio
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.report import Bar, Row, Table

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
TWO_LINES = 'import streamlit as st\nst.write("Hello")\n'
LONGEST_START_SECONDS = 120.0
POLL_SECONDS = 0.005
LONGEST_SETTLING_SECONDS = 300.0
LOOK_SECONDS = 0.5
IDLE_SHARE = 0.05
IDLE_LOOKS = 3
"""A server has settled when, in so many looks on end, it used hardly any of a processor."""
LOUD = ("DISPLAY", "WAYLAND_DISPLAY")
"""With a display, Streamlit would open a browser window."""


@dataclass(frozen=True)
class Server:
    """A server that answers."""

    port: int
    pid: int
    started: float
    """When its process was started, on the clock of time.perf_counter."""
    seconds_to_answer: float

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://{HOST}:{self.port}"

    def megabytes(self) -> float:
        """Return its resident memory."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    async def settled(self) -> None:
        """Wait until it has nothing left to do, such as getting ready for its first visitor; not for ever."""
        ends = time.perf_counter() + LONGEST_SETTLING_SECONDS
        idle = 0
        while idle < IDLE_LOOKS and time.perf_counter() < ends:
            before = self._processor_seconds()
            await asyncio.sleep(LOOK_SECONDS)
            idle = idle + 1 if self._processor_seconds() - before <= IDLE_SHARE * LOOK_SECONDS else 0

    def _processor_seconds(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _get(port: int, path: str) -> int:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


@contextmanager
def _serving(script: str, folder: Path, home: Path, content: Path | None = None) -> Iterator[Server]:
    port = _free_port()
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_") and name not in LOUD
    }
    environment |= {"HOME": str(home)} | ({"EXPLORER_CONTENT": str(content)} if content else {})
    command = [sys.executable, "-m", "streamlit", "run", script]
    command += ["--server.port", str(port), "--server.address", HOST]
    log = home / f"{port}.log"
    with log.open("w", encoding="utf-8") as out:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own interpreter on our own scripts
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
        )
        try:
            for path in ("/_stcore/health", "/"):
                while _get(port, path) != http.client.OK:
                    if process.poll() is not None or time.perf_counter() - started > LONGEST_START_SECONDS:
                        raise RuntimeError(f"{script} did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")
                    time.sleep(POLL_SECONDS)
            yield Server(port, process.pid, started, time.perf_counter() - started)
        finally:
            process.kill()
            process.wait()


@contextmanager
def explorer(content: Path | None = None) -> Iterator[Server]:
    """Serve the explorer as its README says, with another content folder if asked."""
    with TemporaryDirectory(prefix="bench-home-") as home, _serving("app.py", ROOT, Path(home), content) as server:
        yield server


@contextmanager
def two_line_app() -> Iterator[Server]:
    """Serve two lines of Streamlit from a folder of their own, where no setting is made."""
    with TemporaryDirectory(prefix="bench-two-lines-") as folder:
        (Path(folder) / "two_lines.py").write_text(TWO_LINES, encoding="utf-8")
        with _serving("two_lines.py", Path(folder), Path(folder)) as server:
            yield server


def start(times: int) -> Table:
    """Measure from the start of the process to an answer, in turns, after one start of each that warms the disk."""
    ours, other = [], []
    for _ in range(times + 1):
        with explorer() as server:
            ours.append(server.seconds_to_answer)
        with two_line_app() as server:
            other.append(server.seconds_to_answer)
    return Table(
        "Start to first answer",
        f"From the start of the process until `/_stcore/health` and then `/` answer; median of {times}.",
        [Row("start", median(ours[1:]), median(other[1:]), "s", Bar(2.0))],
    )
