"""JSON Schemas of the records, so that editors complete and validate fields while one writes."""

import json
from pathlib import Path
from typing import Any

from content.library import KINDS
from content.shelf import vocabulary_in
from content.vocabulary import Vocabulary


def schema_of(kind: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the JSON Schema of one kind of record, closed lists written out."""
    schema = KINDS[kind].model_json_schema()
    schema["properties"].pop("id")
    schema["required"].remove("id")
    _write_out_terms(schema, vocabulary)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _write_out_terms(node: Any, vocabulary: Vocabulary) -> None:
    if isinstance(node, dict):
        if name := node.pop("x-vocabulary", None):
            node["enum"] = list(vocabulary.ids(name))
        for value in node.values():
            _write_out_terms(value, vocabulary)
    elif isinstance(node, list):
        for value in node:
            _write_out_terms(value, vocabulary)


def write_schemas(root: Path) -> list[Path]:
    """Write one schema per kind into the folder's schemas/ and return their paths."""
    folder = root / "schemas"
    folder.mkdir(exist_ok=True)
    vocabulary = vocabulary_in(root / "vocabulary.yaml")
    paths = []
    for kind in KINDS:
        path = folder / f"{kind}.json"
        path.write_text(json.dumps(schema_of(kind, vocabulary), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        paths.append(path)
    return paths
