"""Strict reading of YAML: no duplicate keys, no surprise booleans or dates, and every value knows its line."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, ClassVar, TypeVar, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from content.base import Record
from content.vocabulary import Vocabulary

LARGEST_FILE_BYTES = 400_000
Path_ = tuple[str | int, ...]
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one file, and how to mend it."""

    file: str
    line: int
    field: str
    what: str
    value: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        shown = f" ({self.value})" if self.value else ""
        remedy = f" — {self.remedy}" if self.remedy else ""
        return f"{self.file}:{self.line}: {self.field}: {self.what}{shown}{remedy}"


class Unreadable(Exception):
    """A file that cannot become a record; carries every problem found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


_Base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class StrictLoader(_Base):  # type: ignore[valid-type, misc]
    """PyYAML's safe loader with the plain scalars of YAML 1.2: NO is a word, 012 is a word, a date is its text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def _resolve(tag: str, pattern: str, first: str) -> None:
    StrictLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


_resolve("bool", r"^(?:true|false)$", "tf")
_resolve("null", r"^(?:null|~|)$", "n~")
StrictLoader.yaml_implicit_resolvers.setdefault("", []).extend(StrictLoader.yaml_implicit_resolvers["~"])
_resolve("int", r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789")
_resolve("float", r"^[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$", "-+0123456789")


@dataclass(frozen=True)
class Document:
    """A parsed file: its data, and where each value stands."""

    file: str
    data: Any
    node: yaml.Node | None

    def line_of(self, path: Path_) -> int:
        """Return the line of the value a path leads to, or of its nearest parent."""
        node, line = self.node, 1
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            key, node = found
            line = key.start_mark.line + 1
        return line

    def problem(self, path: Path_, what: str, value: object = "", remedy: str = "") -> Problem:
        """Return a problem placed at the line of the value a path leads to."""
        shown = value if isinstance(value, str) else repr(value)
        shown = shown if len(shown) <= 80 else f"{shown[:77]}…"
        return Problem(self.file, self.line_of(path), field_name(path), what, shown, remedy)


def field_name(path: Path_) -> str:
    """Return a path as an author would say it: 'comparisons[1].arms[0].people'."""
    name = ""
    for step in path:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
    return name or "file"


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _repeated_keys(node: yaml.Node | None, path: Path_ = ()) -> Iterator[tuple[Path_, int]]:
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if key.value in seen:
                yield (*path, key.value), key.start_mark.line + 1
            seen.add(key.value)
            yield from _repeated_keys(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _repeated_keys(item, (*path, index))


def document(path: Path, root: Path) -> Document:
    """Parse one file; raise Unreadable for what is not strict YAML."""
    file = path.relative_to(root).as_posix()
    if path.stat().st_size > LARGEST_FILE_BYTES:
        raise Unreadable([Problem(file, 1, "file", "is too large to be one record", remedy="split it")])
    try:
        text = path.read_text(encoding="utf-8")
        loader = StrictLoader(text)
        try:
            node = loader.get_single_node()
            repeated = list(_repeated_keys(node))
            data = loader.construct_document(node) if node is not None else None
        finally:
            loader.dispose()
    except UnicodeDecodeError as error:
        raise Unreadable([Problem(file, 1, "file", "is not UTF-8 text", remedy="save it as UTF-8")]) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        what = f"is not YAML: {error.problem or error.context}"
        raise Unreadable([Problem(file, line, "file", what, remedy="mend the line or the one before it")]) from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        what = f"is not YAML: {str(error).splitlines()[0]}"
        raise Unreadable([Problem(file, 1, "file", what, remedy="remove what is not plain YAML")]) from error
    if repeated:
        raise Unreadable(
            [Problem(file, line, field_name(at), "is written twice", remedy="keep one") for at, line in repeated]
        )
    return Document(file, data, node)


def record(path: Path, root: Path, model: type[R], vocabulary: Vocabulary) -> R:
    """Read one file as a record; raise Unreadable with every problem in it."""
    doc = document(path, root)
    if not isinstance(doc.data, dict):
        raise Unreadable([doc.problem((), "is not a mapping of fields", remedy="write 'field: value' lines")])
    if "id" in doc.data:
        raise Unreadable([doc.problem(("id",), "is the file's name", doc.data["id"], "remove the line")])
    try:
        return model.model_validate({"id": path.stem, **doc.data}, context=vocabulary)
    except ValidationError as error:
        raise Unreadable([_problem(doc, model, detail) for detail in error.errors()]) from error


_PLAIN = {
    "missing": "is missing",
    "int_type": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_type": "should be a number",
    "string_type": "should be text",
    "bool_type": "should be true or false",
    "tuple_type": "should be a list",
    "model_type": "should be a mapping of fields",
    "string_too_short": "is empty",
    "string_too_long": "is too long",
    "string_pattern_mismatch": "is not written as it should be",
    "too_short": "has too few entries",
}
_REMEDY = {
    "int_type": "write digits only, without quotes",
    "float_type": "write digits only, without quotes",
    "string_type": "put it in quotes",
    "bool_type": "write true or false",
    "tuple_type": "start each entry with '- '",
}


def _problem(doc: Document, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    path = tuple(step for step in detail["loc"])
    kind, value = detail["type"], detail["input"]
    if path == ("id",):
        return Problem(doc.file, 1, "file", "has a name that is not an id", str(value), "use a-z, 0-9 and '-' only")
    if kind == "extra_forbidden":
        owner = _model_at(model, path[:-1])
        fields = [name for name in owner.model_fields if name != "id"] if owner else []
        close = difflib.get_close_matches(str(path[-1]), fields, n=1)
        remedy = f"did you mean '{close[0]}'?" if close else f"remove it; fields are: {', '.join(fields)}"
        return doc.problem(path, "is not a field here", remedy=remedy)
    about = _description(model, path)
    if kind == "value_error":
        what, _, remedy = detail["msg"].removeprefix("Value error, ").partition("; ")
    else:
        what = _PLAIN.get(kind, detail["msg"][0].lower() + detail["msg"][1:])
        remedy = _REMEDY.get(kind, "")
    shown = "" if kind == "missing" or isinstance(value, dict | list | tuple) else value
    return doc.problem(path, what, shown, "; ".join(part for part in (remedy, about) if part))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Annotated, Union, UnionType, tuple, dict):
        for part in get_args(annotation):
            yield from _models_in(part)


def _model_at(model: type[BaseModel], path: Path_) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, int):
            continue
        field = current.model_fields.get(step) if current else None
        current = next(_models_in(field.annotation), None) if field else None
    return current


def _description(model: type[BaseModel], path: Path_) -> str:
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return ""
    owner = _model_at(model, tuple(names[:-1]))
    field = owner.model_fields.get(names[-1]) if owner else None
    return field.description or "" if field else ""
