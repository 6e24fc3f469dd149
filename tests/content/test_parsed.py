"""Parsed records kept between starts: the same library, and never a stale one."""

from pathlib import Path

import pytest

from content import parsed
from content.shelf import Shelf


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "store"
    monkeypatch.setattr(parsed, "STORE", place)
    return place


def kept_file(store: Path) -> Path:
    (file,) = store.glob("*.pickle")
    return file


def test_the_next_start_reads_the_same_records(few: Path, store: Path) -> None:
    first = Shelf(few, keeps=True).library()
    assert kept_file(store).is_file()
    again = Shelf(few, keeps=True).library()
    assert again == first
    assert again.version == first.version


def test_an_edit_between_starts_is_seen(few: Path, store: Path) -> None:
    before = Shelf(few, keeps=True).library()
    path = sorted((few / "conditions").glob("*.yaml"))[0]
    name = before.conditions[path.stem].name
    path.write_text(path.read_text(encoding="utf-8").replace(f"name: {name}", "name: Renamed"), encoding="utf-8")
    after = Shelf(few, keeps=True).library()
    assert after.conditions[path.stem].name == "Renamed"
    assert after.version != before.version


def test_a_broken_record_is_read_again_and_named_again(few: Path, store: Path) -> None:
    victim = sorted((few / "studies").glob("*.yaml"))[0]
    victim.write_text("broken: [", encoding="utf-8")
    for _ in range(2):
        problems = Shelf(few, keeps=True).library().problems
        assert f"studies/{victim.name}" in {problem.file for problem in problems}


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x80\x04K\x01.", b"\x80\x04\x8c\x08builtins."])
def test_a_broken_store_is_not_used(content: bytes, few: Path, store: Path) -> None:
    first = Shelf(few, keeps=True).library()
    kept_file(store).write_bytes(content)
    assert Shelf(few, keeps=True).library() == first


def test_a_store_of_other_code_is_not_used(few: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Shelf(few, keeps=True).library()
    monkeypatch.setattr(parsed, "_key", lambda _vocabulary: "other code")
    library = Shelf(few, keeps=True).library()
    assert parsed.kept(few, library.vocabulary)


def test_a_folder_that_cannot_be_written_to_does_no_harm(few: Path, store: Path) -> None:
    store.write_text("a file where the folder should be", encoding="utf-8")
    assert Shelf(few, keeps=True).library().conditions


def test_a_server_that_outlives_an_edit_of_the_code_does_not_sign_for_it(
    few: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = tmp_path / "edited"
    edited.mkdir()
    (edited / "study.py").write_text("a model with another field", encoding="utf-8")
    monkeypatch.setattr(parsed, "CODE", edited)
    library = Shelf(few, keeps=True).library()
    monkeypatch.setattr(parsed, "CODE_DIGEST", parsed._code_digest())
    assert parsed.kept(few, library.vocabulary) == {}
