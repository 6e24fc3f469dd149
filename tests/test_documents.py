"""What the documents promise is true: templates are valid records, commands exist."""

import re
from pathlib import Path

import pytest

from content.library import KINDS, OWN_FOLDER
from content.shelf import Shelf

ROOT = Path(__file__).parent.parent
TEMPLATES = re.findall(
    r"### An? [\w -]+: `content/(\w+)/([\w-]+)\.yaml`\n\n```yaml\n(.*?)```",
    (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"),
    flags=re.DOTALL,
)


def test_every_kind_of_record_has_a_template() -> None:
    assert {kind for kind, _, _ in TEMPLATES} == set(KINDS)


@pytest.mark.parametrize(("kind", "name", "text"), TEMPLATES, ids=[kind for kind, _, _ in TEMPLATES])
def test_a_template_is_a_valid_record(kind: str, name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / kind).mkdir()
    (tmp_path / kind / f"{name}.yaml").write_text(text, encoding="utf-8")
    library = Shelf(tmp_path).library()
    assert library.problems == ()
    assert name in library.records(kind)


def test_the_readme_names_only_make_targets_that_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make (\w+)", (ROOT / "README.md").read_text(encoding="utf-8")):
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), target


def test_both_licences_are_stated() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    assert "CC BY 4.0" in (OWN_FOLDER / "LICENSE.md").read_text(encoding="utf-8")
