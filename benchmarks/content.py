"""The content many times over: every record copied under a new id, its references renamed with it."""

import asyncio
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from benchmarks.report import Bar, Row, Table
from benchmarks.reruns import condition_page
from benchmarks.servers import ROOT, explorer
from benchmarks.websocket import Page, Session, medians, session
from content.library import KINDS, OWN_FOLDER
from content.reading import StrictLoader

REFERENCES: Mapping[str, str] = {
    "source": "sources",
    "graded_by": "sources",
    "study": "studies",
    "overlaps": "studies",
    "treatment": "treatments",
    "treatments": "treatments",
    "condition": "conditions",
    "conditions": "conditions",
    "jurisdiction": "jurisdictions",
    "jurisdictions": "jurisdictions",
    "part_of": "jurisdictions",
    "topics": "topics",
}
"""Fields that name a record, and the folder it stands in."""
NAMES = ("name", "short_name", "term")
"""Fields of a record that readers choose by: a copy's get its number."""
LONGEST_FIRST_PAGE_SECONDS = 900.0
HOME = Page()
STORE = ROOT / ".cache"
"""Where the explorer keeps what it read for its next start."""


@dataclass(frozen=True)
class Mould:
    """A record's text, cut where a copy's ids and names get their number."""

    pieces: tuple[str, ...]
    marks: tuple[str, ...]

    def cast(self, number: int) -> str:
        """Return the text of one copy."""
        marks = [mark.format(number) for mark in self.marks]
        return "".join(piece for pair in zip(self.pieces, [*marks, ""], strict=True) for piece in pair)


def _scalars(node: yaml.Node, key: str = "", depth: int = 0) -> Iterator[tuple[str, int, yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield key, depth, node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, key, depth)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _scalars(value, name.value, depth + 1)


def mould(text: str, ids: Mapping[str, frozenset[str]]) -> Mould:
    """Find in a record's text where it names other records and itself."""
    loader = StrictLoader(text)
    try:
        node = loader.get_single_node()
    finally:
        loader.dispose()
    cuts = []
    for key, depth, scalar in _scalars(node):
        quoted = scalar.style in ("'", '"')
        if scalar.value in ids.get(REFERENCES.get(key, ""), ()):
            cuts.append((scalar.end_mark.index - quoted, "-c{:02}"))
        elif key in NAMES and depth == 1 and scalar.style not in ("|", ">"):
            cuts.append((scalar.end_mark.index - quoted, " {:02}"))
    cuts.sort()
    edges = [0, *(position for position, _ in cuts), len(text)]
    pieces = tuple(text[first:last] for first, last in pairwise(edges))
    return Mould(pieces, tuple(mark for _, mark in cuts))


def multiply(root: Path, target: Path, copies: int) -> int:
    """Write a content folder that holds every record so many times, once as it is; return how many files it has."""
    files = {kind: sorted((root / kind).glob("*.yaml")) for kind in KINDS}
    ids = {kind: frozenset(path.stem for path in paths) for kind, paths in files.items()}
    target.mkdir()
    shutil.copy(root / "vocabulary.yaml", target)
    written = 0
    for kind, paths in files.items():
        folder = target / kind
        folder.mkdir()
        for path in paths:
            text = path.read_text(encoding="utf-8")
            (folder / path.name).write_text(text, encoding="utf-8")
            made = mould(text, ids)
            for number in range(1, copies):
                (folder / f"{path.stem}-c{number:02}.yaml").write_text(made.cast(number), encoding="utf-8")
        written += len(paths) * copies
    return written


@contextmanager
def _nothing_left_in(store: Path) -> Iterator[None]:
    """Remove what the explorer keeps of folders that were only made to be measured."""
    before = set(store.glob("*"))
    try:
        yield
    finally:
        for path in set(store.glob("*")) - before:
            path.unlink(missing_ok=True)


def size(copies: int, count: int) -> Table:
    """Measure reruns and the first page with the content many times over, against the content as it is."""
    with TemporaryDirectory(prefix="bench-content-") as folder, _nothing_left_in(STORE):
        small, large = Path(folder) / "once", Path(folder) / "many"
        multiply(OWN_FOLDER, small, 1)
        files = multiply(OWN_FOLDER, large, copies)
        rows = asyncio.run(_size(small, large, copies, count))
    return Table(
        f"Content {copies} times as large",
        f"{files:,} records, every one of the content's {copies} times under new ids. First page: from the start of "
        "the process until the home page's script has finished, on the first start with a folder and on the next; "
        f"reruns: median of {count}.",
        rows,
        ours=f"{copies} times the content",
        other="content as it is",
    )


async def _size(small: Path, large: Path, copies: int, count: int) -> list[Row]:
    rows = []
    for begin in ("first start", "next start"):
        async with AsyncExitStack() as stack:
            many, long = await _first_page(stack, large)
            once, short = await _first_page(stack, small)
            rows.append(Row(f"{begin} to first page", long, short, "s", Bar(copies)))
            if begin == "next start":
                rows += [await _rerun(page, many, once, count) for page in (HOME, condition_page())]
    return rows


async def _first_page(stack: AsyncExitStack, folder: Path) -> tuple[Session, float]:
    server = stack.enter_context(explorer(folder))
    reader = await stack.enter_async_context(session(server))
    await reader.visit(HOME, LONGEST_FIRST_PAGE_SECONDS)
    seconds = time.perf_counter() - server.started
    await server.settled()
    return reader, seconds


async def _rerun(page: Page, large: Session, small: Session, count: int) -> Row:
    await large.visit(page)
    await small.visit(page)
    ours, other = await medians(large, small, count)
    return Row(f"rerun of {page}", ours, other, "ms", Bar(1.3))
