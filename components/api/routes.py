"""The addresses of the interface."""

from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from components.api import answers, package
from components.api.openapi import PREFIX, description
from components.api.resources import RESOURCES
from content.shelf import library


def _index(request: Request) -> Response:
    links = {resource.name: f"{PREFIX}/{resource.name}" for resource in RESOURCES}
    described = {"openapi": f"{PREFIX}/openapi.json", "datapackage": f"{PREFIX}/datapackage.zip"}
    return answers.document(request, {"version": library().version, "licence": answers.LICENCE, **links, **described})


def _openapi(request: Request) -> Response:
    return answers.document(request, description(library()))


def _package(request: Request) -> Response:
    records = library()
    made = _archives.get(records.version)
    if made is None:
        made = package.archive(records)
        _archives.clear()
        _archives[records.version] = made
    return answers.download(request, made, package.FILE_NAME, "application/zip")


_archives: dict[str, bytes] = {}
"""The package of the content as it is now, made when it is first asked for."""


def api() -> Mount:
    """Return the interface, to be mounted beside the pages; its errors are problem documents."""
    routes = [
        Route("/", _index),
        Route("/openapi.json", _openapi),
        Route("/datapackage.zip", _package),
    ]
    for resource in RESOURCES:
        routes += [
            Route(f"/{resource.name}", partial(answers.listing, resource=resource)),
            Route(f"/{resource.name}.csv", partial(answers.listing, resource=resource)),
            Route(f"/{resource.name}/{{record_id}}", partial(answers.single, resource=resource)),
        ]
    handlers = {HTTPException: answers.problem, Exception: answers.problem}
    return Mount(PREFIX, app=Starlette(routes=routes, exception_handlers=handlers))
