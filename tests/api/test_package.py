"""The data package: valid by its standard, whole, the same for the same content."""

import csv
import io
import zipfile
from pathlib import Path

from frictionless import Package

from components.analysis.tables import TABLES
from components.api.package import archive
from content.library import Library


def test_the_package_is_valid_by_its_standard(tmp_path: Path, records: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(archive(records))) as package:
        package.extractall(tmp_path)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["message"])[:5]
    assert len(report.tasks) == len(TABLES)


def test_the_codebook_explains_every_column(records: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(archive(records))) as package:
        codebook = list(csv.DictReader(io.StringIO(package.read("codebook.csv").decode())))
        explained = {(row["table"], row["column"]) for row in codebook if row["meaning"]}
        for table in TABLES:
            header = csv.DictReader(io.StringIO(package.read(f"{table.name}.csv").decode())).fieldnames or []
            assert {(table.name, column) for column in header} <= explained
        assert records.version in package.read("README.txt").decode()
        assert "CC BY 4.0" in package.read("README.txt").decode()


def test_equal_content_gives_an_equal_package(records: Library) -> None:
    assert archive(records) == archive(records)


def test_every_row_fits_its_columns(records: Library) -> None:
    for table in TABLES:
        for row in table.of(records):
            assert list(row) == list(table.columns)
