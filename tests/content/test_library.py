"""The library follows its files, and one bad file never takes the rest away."""

import os
from pathlib import Path

import pytest

from content.library import KINDS, Library, Shelf, content_root, library

KIND_WITH_FILE = list(KINDS)


def test_an_edit_shows_on_the_next_look(copied: Path) -> None:
    shelf = Shelf(copied)
    path = copied / "conditions" / "ptsd.yaml"
    before = shelf.library().conditions["ptsd"]
    path.write_text(path.read_text(encoding="utf-8").replace(f"name: {before.name}", "name: Renamed"), encoding="utf-8")
    after = shelf.library()
    assert after.conditions["ptsd"].name == "Renamed"
    assert after.conditions["ocd"] is Shelf.library(shelf).conditions["ocd"]


def test_unchanged_files_give_the_same_library(copied: Path) -> None:
    shelf = Shelf(copied)
    assert shelf.library() is shelf.library()


@pytest.mark.parametrize("kind", KIND_WITH_FILE)
def test_a_record_broken_while_serving_is_left_out_and_named(kind: str, copied: Path) -> None:
    shelf = Shelf(copied)
    victim = sorted((copied / kind).glob("*.yaml"))[0]
    others = set(shelf.library().records(kind)) - {victim.stem}
    victim.write_text("broken: [", encoding="utf-8")
    after = shelf.library()
    assert set(after.records(kind)) == others
    assert f"{kind}/{victim.name}" in {problem.file for problem in after.problems}


def test_a_broken_vocabulary_keeps_the_last_good_one(copied: Path) -> None:
    shelf = Shelf(copied)
    before = shelf.library()
    (copied / "vocabulary.yaml").write_text("missing: [{id: x}]", encoding="utf-8")
    after = shelf.library()
    assert after.vocabulary == before.vocabulary
    assert set(after.conditions) == set(before.conditions)
    assert {problem.file for problem in after.problems} == {"vocabulary.yaml"}


def test_a_removed_file_is_gone(copied: Path) -> None:
    shelf = Shelf(copied)
    assert "ptsd" in shelf.library().conditions
    os.remove(copied / "conditions" / "ptsd.yaml")
    assert "ptsd" not in shelf.library().conditions


def test_another_folder_can_be_served(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXPLORER_CONTENT", str(copied))
    assert content_root() == copied
    assert library().root == copied


def test_every_record_is_linked_to_its_studies(records: Library) -> None:
    for condition in records.conditions.values():
        assert all(condition.id in study.conditions for study in records.studies_on(condition.id))
