"""The framework's scripts and styles, packed once: about a third of the bytes for phones and slow lines.

The framework leaves packing to whatever stands before it, since packing anew for every visitor would cost more than it
saves. Here each file is packed once, in the background, and kept in memory; until then it is sent as it is.
"""

import gzip
import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

SUFFIXES = frozenset({".css", ".js"})
FEWEST_BYTES = 1_000
AS_THE_FRAMEWORK_SAYS = "public, immutable, max-age=31536000"
"""The names hold a digest of the content, so a file never changes."""

_NONE_OF_IT = re.compile(r"\s*q=0(\.0*)?\s*")
_packed: dict[str, bytes] = {}


def pack(folder: Path) -> None:
    """Pack every script and style of the framework; a folder holds them as addresses name them."""
    _packed.update(_pairs(folder))


def _pairs(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if file.suffix in SUFFIXES and file.stat().st_size >= FEWEST_BYTES:
            yield f"/{file.relative_to(folder).as_posix()}", gzip.compress(file.read_bytes(), mtime=0)


def _takes_gzip(scope: Scope) -> bool:
    wanted = Headers(scope=scope).get("accept-encoding", "")
    named = {name.strip(): quality for name, _, quality in (part.partition(";") for part in wanted.split(","))}
    return "gzip" in named and not _NONE_OF_IT.fullmatch(named["gzip"])


class PackedFiles:
    """Answers with the packed form of a file where there is one and the browser takes it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a packed file, or pass the request on."""
        packed = _packed.get(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
        if packed is None or not _takes_gzip(scope):
            await self.app(scope, receive, send)
            return
        headers = {
            "cache-control": AS_THE_FRAMEWORK_SAYS,
            "content-encoding": "gzip",
            "vary": "Accept-Encoding",
        }
        kind = mimetypes.guess_type(scope["path"])[0]
        await Response(packed, headers=headers, media_type=kind)(scope, receive, send)
