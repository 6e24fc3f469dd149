"""The layout of the code: imports run one way, and nothing Streamlit-unsafe slips in."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = (
    "content",
    "components.analysis",
    "components.api",
    "components.figures",
    "components.elements",
    "pages",
    "components.sitemap",
    "components.shell",
    "components.server",
    "app",
)
FORBIDDEN = {
    "content": {"streamlit", "pandas", "plotly"},
    "components.analysis": {"streamlit", "plotly"},
    "components.api": {"streamlit", "plotly", "pandas"},
    "components.figures": {"streamlit"},
}
FILES = [
    *sorted(path for folder in ("content", "components", "pages") for path in (ROOT / folder).rglob("*.py")),
    ROOT / "app.py",
]


def layer_of(module: str) -> str | None:
    return next((layer for layer in reversed(LAYERS) if module == layer or module.startswith(f"{layer}.")), None)


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_imports_run_one_way(path: Path) -> None:
    own = layer_of(module_of(path))
    for name in imports_of(path):
        other = layer_of(name)
        if own and other:
            assert LAYERS.index(other) <= LAYERS.index(own), f"{own} imports {name}"
        assert name.split(".")[0] not in FORBIDDEN.get(own or "", ()), f"{own} imports {name}"


def test_pages_never_import_each_other() -> None:
    for path in (ROOT / "pages").glob("*.py"):
        assert not [name for name in imports_of(path) if name.startswith("pages")], path


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_no_markup_is_injected_and_no_content_is_named(path: Path, records) -> None:  # type: ignore[no-untyped-def]
    text = path.read_text(encoding="utf-8")
    assert "unsafe_allow" not in text
    assert "st.html" not in text
    if path.parent.name != "content":
        words = {node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)}
        named = {*records.conditions, *records.treatments, *records.studies} & {w for w in words if isinstance(w, str)}
        assert named <= {"ketamine", "esketamine"}


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=module_of)
def test_a_page_is_about_a_screen(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 110
