"""The application: the main script, the interface for programs, the headers. `streamlit run app.py` serves it."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from components.api.routes import api
from components.server.entry import EntryPage
from components.server.headers import SecurityHeaders, security_headers
from components.server.packed import PackedFiles
from components.server.readiness import FRAMEWORK_FILES, ready

SHELL = Path(__file__).resolve().parent / "components" / "shell.py"
FRAMEWORK_PAGE = FRAMEWORK_FILES / "index.html"

app = st.App(
    SHELL,
    lifespan=ready,
    routes=[api()],
    middleware=[
        Middleware(SecurityHeaders, headers=security_headers(FRAMEWORK_PAGE.read_text(encoding="utf-8"))),
        Middleware(EntryPage),
        Middleware(PackedFiles),
    ],
)
