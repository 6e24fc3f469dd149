"""HTTP answers: records as JSON or CSV, paged, with validators and clear errors."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

import mimeparse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.analysis.csv import csv_text
from components.api.resources import Choices, Resource
from content.base import Record
from content.library import Library
from content.shelf import library

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
JSON_TYPE, CSV_TYPE = "application/json", "text/csv"
PROBLEM_TYPE = "application/problem+json"
FIRST_LIMIT = 100
HIGHEST_LIMIT = 500
PAGING = ("limit", "offset")
MAX_AGE = 300
TAG_LENGTH = 16


def listing(request: Request, resource: Resource) -> Response:
    """Answer with the records a query asks for; raise HTTPException 400 for a query we do not understand."""
    records = library()
    chosen, limit, offset = _query(request, resource, records)
    found = resource.matching(records, chosen)
    if _wants_csv(request):
        if any(name in request.query_params for name in PAGING):
            raise HTTPException(400, f"a table holds every row: {' and '.join(PAGING)} are for {JSON_TYPE}")
        rows = resource.rows(records, chosen)
        name = f"{resource.name}.csv"
        return _fresh(request, csv_text(rows, list(resource.table.columns)), CSV_TYPE, file_name=name)
    shown = found[offset : offset + limit]
    body = {
        "data": [as_json(record) for record in shown],
        "meta": {
            "total": len(found),
            "limit": limit,
            "offset": offset,
            "version": records.version,
            "licence": LICENCE,
        },
        "links": _links(request, len(found), limit, offset),
    }
    return _fresh(request, json.dumps(body, ensure_ascii=False), JSON_TYPE)


def single(request: Request, resource: Resource) -> Response:
    """Answer with one record; raise HTTPException 404 where there is none of that id."""
    records = library()
    _refuse_unknown(request.query_params.keys(), ())
    record_id = request.path_params["record_id"]
    record = records.records(resource.name).get(record_id)
    if record is None:
        raise HTTPException(404, f"there is no record '{record_id[:60]}' among {resource.name}")
    body = {"data": as_json(record), "meta": {"version": records.version, "licence": LICENCE}}
    return _fresh(request, json.dumps(body, ensure_ascii=False), JSON_TYPE)


def document(request: Request, body: Mapping[str, Any]) -> Response:
    """Answer with a description of the interface."""
    return _fresh(request, json.dumps(body, ensure_ascii=False, indent=1), JSON_TYPE)


def download(request: Request, content: bytes, file_name: str, media_type: str) -> Response:
    """Answer with a file to keep."""
    return _fresh(request, content, media_type, file_name=file_name)


def problem(_request: Request, error: Exception) -> Response:
    """Answer an error as a problem document (RFC 9457)."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else "something went wrong on our side"
    headers = {**(getattr(error, "headers", None) or {}), "access-control-allow-origin": "*"}
    body = {"type": "about:blank", "status": status, "detail": detail}
    return JSONResponse(body, status, headers, media_type=PROBLEM_TYPE)


def as_json(record: Record) -> dict[str, Any]:
    """Return a record as JSON, absent fields left out."""
    return record.model_dump(mode="json", exclude_none=True)


def _query(request: Request, resource: Resource, records: Library) -> tuple[Choices, int, int]:
    known = {parameter.name: parameter for parameter in resource.parameters}
    _refuse_unknown(request.query_params.keys(), (*known, *PAGING))
    chosen = {}
    for name, parameter in known.items():
        asked = request.query_params.getlist(name)
        allowed = list(parameter.values(records))
        for value in asked:
            if value not in allowed:
                raise HTTPException(400, f"'{name}' cannot be '{value[:60]}'; it can be: {', '.join(allowed)}")
        chosen[name] = frozenset(asked)
    limit = _whole_number(request, "limit", FIRST_LIMIT, 1, HIGHEST_LIMIT)
    return chosen, limit, _whole_number(request, "offset", 0, 0, None)


def _refuse_unknown(asked: Sequence[str] | Any, known: Sequence[str]) -> None:
    for name in asked:
        if name not in known:
            names = ", ".join(known) or "none"
            raise HTTPException(400, f"there is no parameter '{name[:60]}'; there are: {names}")


def _whole_number(request: Request, name: str, default: int, least: int, most: int | None) -> int:
    value = request.query_params.get(name)
    if value is None:
        return default
    limits = f"{least} to {most}" if most else f"{least} or more"
    if not (value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= (most or int(value))):
        raise HTTPException(400, f"'{name}' must be a whole number, {limits}")
    return int(value)


def _wants_csv(request: Request) -> bool:
    if request.url.path.endswith(".csv"):
        return True
    accept = request.headers.get("accept") or "*/*"
    try:
        best = mimeparse.best_match([CSV_TYPE, JSON_TYPE], accept)
    except mimeparse.MimeTypeParseException as error:
        raise HTTPException(400, "the Accept header cannot be read") from error
    if not best:
        raise HTTPException(406, f"answers are {JSON_TYPE} or {CSV_TYPE}")
    return bool(best == CSV_TYPE)


def _links(request: Request, total: int, limit: int, offset: int) -> dict[str, str]:
    links = {"self": _page(request, limit, offset)}
    if offset + limit < total:
        links["next"] = _page(request, limit, offset + limit)
    if offset > 0:
        links["prev"] = _page(request, limit, max(0, offset - limit))
    return links


def _page(request: Request, limit: int, offset: int) -> str:
    query = [(name, value) for name, value in request.query_params.multi_items() if name not in PAGING]
    return f"{request.url.path}?{urlencode([*query, ('limit', limit), ('offset', offset)])}"


def _has(request: Request, tag: str) -> bool:
    """Return whether the asker says it holds what a tag names; weak and strong tags compare alike."""
    known = [part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")]
    return tag in known or "*" in known


def _fresh(request: Request, body: str | bytes, media_type: str, *, file_name: str | None = None) -> Response:
    """Answer with a validator made of the content, or 304 where the asker has it already."""
    content = body.encode() if isinstance(body, str) else body
    tag = f'"{sha256(content).hexdigest()[:TAG_LENGTH]}"'
    headers = {
        "etag": tag,
        "cache-control": f"public, max-age={MAX_AGE}",
        "vary": "Accept",
        "access-control-allow-origin": "*",
        "link": f'<{LICENCE}>; rel="license"',
    }
    if _has(request, tag):
        return Response(status_code=304, headers=headers)
    if file_name:
        headers["content-disposition"] = f'attachment; filename="{file_name}"'
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    return Response(content, headers=headers, media_type=f"{media_type}{charset}")
