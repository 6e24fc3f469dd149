"""The data package: every table as CSV, with a codebook, the licence and the version, in one archive.

Follows the Frictionless Data Package standard, version 1: https://specs.frictionlessdata.io/data-package/
"""

import io
import json
import zipfile
from typing import Any

from components.analysis.csv import csv_text
from components.analysis.tables import TABLES, Table
from content.library import Library

FILE_NAME = "ketamine-explorer-data.zip"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""One date for every file in the archive, so that equal content gives an equal archive."""
README = """Ketamine explorer: data package

Licence: Creative Commons Attribution 4.0 (CC BY 4.0), https://creativecommons.org/licenses/by/4.0/
How to cite: Ketamine explorer, data package, version {version}.
This is information, not medical advice.

Each CSV file is described in datapackage.json and in codebook.csv: every column with its meaning. Empty cells mean that
the source prints nothing. Ids lead from table to table: a result's study is a row of studies, a study's source a row of
sources.
"""


def descriptor(library: Library) -> dict[str, Any]:
    """Return the package's description."""
    return {
        "profile": "tabular-data-package",
        "name": "ketamine-explorer",
        "title": "Ketamine explorer",
        "version": library.version,
        "licenses": [
            {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}
        ],
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                {"name": name, "type": "string", "description": meaning} for name, meaning in table.columns.items()
            ],
            "missingValues": [""],
        },
    }


def archive(library: Library) -> bytes:
    """Return the package as a zip archive."""
    codebook = [
        {"table": table.name, "column": name, "meaning": meaning}
        for table in TABLES
        for name, meaning in table.columns.items()
    ]
    texts = [
        ("datapackage.json", json.dumps(descriptor(library), indent=1)),
        ("README.txt", README.format(version=library.version)),
        ("codebook.csv", csv_text(codebook)),
        *((f"{table.name}.csv", csv_text(table.of(library), list(table.columns))) for table in TABLES),
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in texts:
            package.writestr(zipfile.ZipInfo(name, EPOCH), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()
