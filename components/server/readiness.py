"""Getting ready: everything a first visitor would wait for is done while the server starts."""

import gc
import importlib
import logging
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st

from components.analysis.search import index
from components.server.packed import pack
from components.server.sockets import send_at_once
from content.shelf import content_root, library, shelf

log = logging.getLogger(__name__)

FRAMEWORK_FILES = Path(st.__file__).parent / "static"
HEAD_START_SECONDS = 4
"""How long the first visitor has the processor alone."""
IMPORTED_ON_USE = ("pandas", "plotly.graph_objects", "components.analysis.pooling", "statsmodels.stats.meta_analysis")
"""Modules that pages import where they need them."""


def get_ready() -> None:
    """Read the records; when the first visitor has had time, do what later ones would wait for.

    The framework collects garbage after every run of a page, which walks every object alive. What lives for ever is
    frozen, so that it is walked no more.
    """
    library()
    time.sleep(HEAD_START_SECONDS)
    index(library())
    for name in IMPORTED_ON_USE:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    pack(FRAMEWORK_FILES)


def _ready_or_logged() -> None:
    try:
        get_ready()
    except Exception:
        log.exception("could not get ready ahead of the first visitor")
        raise


@asynccontextmanager
async def ready(_app: Any) -> AsyncIterator[None]:
    """Get ready beside the server's start, so that it answers at once; follow the content folder while it serves."""
    send_at_once()
    shelf(content_root()).follow()
    threading.Thread(target=_ready_or_logged, name="get-ready", daemon=True).start()
    yield
