"""The OpenAPI 3.1 description of the interface, made from the resources and the records' own schemas."""

from typing import Any

from components.api.answers import CSV_TYPE, FIRST_LIMIT, HIGHEST_LIMIT, JSON_TYPE, LICENCE, PROBLEM_TYPE
from components.api.resources import RESOURCES, Resource
from content.library import Library
from content.schema import schema_of

PREFIX = "/api/v1"


def description(library: Library) -> dict[str, Any]:
    """Return the description of every path."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Ketamine explorer",
            "version": library.version,
            "description": "Read-only. Information, not medical advice.",
            "license": {"name": "CC BY 4.0", "url": LICENCE},
        },
        "paths": {path: item for resource in RESOURCES for path, item in _paths(resource, library).items()}
        | {
            f"{PREFIX}/datapackage.zip": {
                "get": {
                    "summary": "All tables as a Frictionless data package",
                    "responses": {"200": {"description": "The archive", "content": {"application/zip": {}}}},
                }
            }
        },
        "components": {
            "schemas": {resource.name: _schema(resource, library) for resource in RESOURCES},
            "responses": {
                status: {"description": words, "content": {PROBLEM_TYPE: {"schema": {"type": "object"}}}}
                for status, words in (
                    ("400", "The query names a parameter or value that does not exist."),
                    ("404", "There is no such record."),
                    ("406", "Only JSON and CSV are answered."),
                )
            },
        },
    }


def _schema(resource: Resource, library: Library) -> dict[str, Any]:
    """Return a record's schema with its definitions inside and its references made relative to it."""
    schema = schema_of(resource.name, library.vocabulary)
    schema.pop("$schema")
    return _moved(schema, f"#/components/schemas/{resource.name}/$defs/")


def _moved(node: Any, prefix: str) -> Any:
    if isinstance(node, dict):
        return {
            key: value.replace("#/$defs/", prefix) if key == "$ref" else _moved(value, prefix)
            for key, value in node.items()
        }
    return [_moved(item, prefix) for item in node] if isinstance(node, list) else node


def _paths(resource: Resource, library: Library) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{resource.name}"}
    parameters = [
        {
            "name": parameter.name,
            "in": "query",
            "description": parameter.description,
            "schema": {"type": "array", "items": {"type": "string", "enum": list(parameter.values(library))}},
        }
        for parameter in resource.parameters
    ]
    limits = {"type": "integer", "minimum": 1, "maximum": HIGHEST_LIMIT, "default": FIRST_LIMIT}
    paging = [
        {
            "name": "limit",
            "in": "query",
            "description": "How many records (JSON only).",
            "schema": limits,
        },
        {
            "name": "offset",
            "in": "query",
            "description": "How many to skip (JSON only).",
            "schema": {"type": "integer", "minimum": 0},
        },
    ]
    errors = {status: {"$ref": f"#/components/responses/{status}"} for status in ("400", "406")}
    listing = {"type": "object", "properties": {"data": {"type": "array", "items": schema}}}
    one = {"type": "object", "properties": {"data": schema}}
    table = {"type": "string", "description": ", ".join(resource.table.columns)}
    return {
        f"{PREFIX}/{resource.name}": {
            "get": {
                "summary": resource.title,
                "parameters": [*parameters, *paging],
                "responses": {
                    "200": {
                        "description": "Records that match",
                        "content": {JSON_TYPE: {"schema": listing}, CSV_TYPE: {"schema": table}},
                    },
                    **errors,
                },
            }
        },
        f"{PREFIX}/{resource.name}.csv": {
            "get": {
                "summary": f"{resource.title} as a table",
                "parameters": parameters,
                "responses": {
                    "200": {"description": "Rows of all records that match", "content": {CSV_TYPE: {"schema": table}}},
                    "400": errors["400"],
                },
            }
        },
        f"{PREFIX}/{resource.name}/{{record_id}}": {
            "get": {
                "summary": f"{resource.title}: one record",
                "parameters": [{"name": "record_id", "in": "path", "required": True, "schema": {"type": "string"}}],
                "responses": {
                    "200": {"description": "The record", "content": {JSON_TYPE: {"schema": one}}},
                    "404": {"$ref": "#/components/responses/404"},
                },
            }
        },
    }
