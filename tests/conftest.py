"""What tests share: the project's own library, and a copy of its records to change."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from content.library import KINDS, OWN_FOLDER, Library
from content.shelf import shelf

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def records() -> Library:
    return shelf(OWN_FOLDER).library()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A content folder of one's own, with every record of the project."""
    root = tmp_path / "records"
    root.mkdir()
    shutil.copy(OWN_FOLDER / "vocabulary.yaml", root)
    for kind in KINDS:
        shutil.copytree(OWN_FOLDER / kind, root / kind)
    return root


FEW = 4


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A small content folder of one's own, with the first records of every kind."""
    root = tmp_path / "few"
    root.mkdir()
    shutil.copy(OWN_FOLDER / "vocabulary.yaml", root)
    for kind in KINDS:
        (root / kind).mkdir()
        for path in sorted((OWN_FOLDER / kind).glob("*.yaml"))[:FEW]:
            shutil.copy(path, root / kind)
    return root
