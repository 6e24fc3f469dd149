"""Phones on slow lines get the framework's scripts packed; who cannot unpack gets them as they are."""

import gzip
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from components.server.packed import PackedFiles, pack

SCRIPT = "export const dose = 1;\n" * 200


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    (tmp_path / "static" / "js").mkdir(parents=True)
    (tmp_path / "static" / "js" / "index.js").write_text(SCRIPT, encoding="utf-8")
    (tmp_path / "static" / "js" / "tiny.js").write_text("1", encoding="utf-8")
    pack(tmp_path)
    other = Route("/{path:path}", lambda _request: PlainTextResponse("as it is"))
    return TestClient(Starlette(routes=[other], middleware=[Middleware(PackedFiles)]))


def test_a_script_comes_packed_and_unpacks_to_itself(client: TestClient) -> None:
    answer = client.get("/static/js/index.js", headers={"accept-encoding": "br, gzip;q=0.8"})
    assert answer.text == SCRIPT
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"].split(";")[0] in ("text/javascript", "application/javascript")
    assert int(answer.headers["content-length"]) == len(gzip.compress(SCRIPT.encode(), mtime=0)) < len(SCRIPT)


@pytest.mark.parametrize("wanted", ["", "br", "gzip;q=0", "identity"])
def test_who_cannot_unpack_is_passed_on(client: TestClient, wanted: str) -> None:
    assert client.get("/static/js/index.js", headers={"accept-encoding": wanted}).text == "as it is"


def test_other_files_are_passed_on(client: TestClient) -> None:
    assert client.get("/static/js/tiny.js").text == "as it is"
    assert client.get("/ptsd").text == "as it is"
