"""The library follows its files, and one bad file never takes the rest away."""

import os
from pathlib import Path

import pytest

from content.library import KINDS, Library
from content.shelf import Shelf, content_root, library

KIND_WITH_FILE = list(KINDS)


def test_an_edit_shows_on_the_next_look(few: Path) -> None:
    shelf = Shelf(few)
    path = sorted((few / "conditions").glob("*.yaml"))[0]
    before = shelf.library().conditions[path.stem]
    path.write_text(path.read_text(encoding="utf-8").replace(f"name: {before.name}", "name: Renamed"), encoding="utf-8")
    after = shelf.library()
    assert after.conditions[path.stem].name == "Renamed"
    assert all(after.conditions[other] is Shelf.library(shelf).conditions[other] for other in after.conditions)


def test_unchanged_files_give_the_same_library(few: Path) -> None:
    shelf = Shelf(few)
    assert shelf.library() is shelf.library()


@pytest.mark.parametrize("kind", KIND_WITH_FILE)
def test_a_record_broken_while_serving_is_left_out_and_named(kind: str, few: Path) -> None:
    shelf = Shelf(few)
    victim = sorted((few / kind).glob("*.yaml"))[0]
    others = set(shelf.library().records(kind)) - {victim.stem}
    victim.write_text("broken: [", encoding="utf-8")
    after = shelf.library()
    assert set(after.records(kind)) == others
    assert f"{kind}/{victim.name}" in {problem.file for problem in after.problems}


def test_a_broken_vocabulary_keeps_the_last_good_one(few: Path) -> None:
    shelf = Shelf(few)
    before = shelf.library()
    (few / "vocabulary.yaml").write_text("missing: [{id: x}]", encoding="utf-8")
    after = shelf.library()
    assert after.vocabulary == before.vocabulary
    assert set(after.conditions) == set(before.conditions)
    assert {problem.file for problem in after.problems} == {"vocabulary.yaml"}


def test_a_removed_file_is_gone(few: Path) -> None:
    shelf = Shelf(few)
    victim = sorted(shelf.library().conditions)[0]
    os.remove(few / "conditions" / f"{victim}.yaml")
    assert victim not in shelf.library().conditions


def test_another_folder_can_be_served(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXPLORER_CONTENT", str(few))
    assert content_root() == few
    assert library().root == few


def test_every_record_is_linked_to_its_studies(records: Library) -> None:
    for condition in records.conditions.values():
        assert all(condition.id in study.conditions for study in records.studies_on(condition.id))
