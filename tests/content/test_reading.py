"""Strict YAML: what is wrong is named with its line, and nothing is guessed."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.__main__ import main
from content.base import PartialDate
from content.reading import StrictLoader, Unreadable, document
from content.shelf import Shelf

SOURCE = """\
type: trial
title: A trial
authors: Doe J, et al.
year: 2020
doi: 10.1000/x
read: abstract
checked: 2026-11
"""
STUDY = """\
source: a-source
conditions: [ptsd]
design:
  type: randomised
  blinding: double
  control: inert
  words: Two groups.
population: Adults.
people: 20
funding: public
comparisons:
  - id: response
    outcome: response
    arms:
      - {control: placebo, people: 10, events: 4}
      - {control: midazolam, people: 10, events: 2}
    finding: no-difference
    counts: printed
    place: abstract
"""


def folder(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def source(old: str, new: str) -> tuple[str, str]:
    assert old in SOURCE
    return "sources/a-source.yaml", SOURCE.replace(old, new)


def study(old: str, new: str) -> tuple[str, str]:
    assert old in STUDY
    return "studies/a-study.yaml", STUDY.replace(old, new)


BROKEN = {
    "duplicate key": (*source("year: 2020", "year: 2020\nyear: 2021"), 5, "year"),
    "unknown field": (*source("year: 2020", "yaer: 2020"), 4, "did you mean 'year'"),
    "missing field": (*source("read: abstract\n", ""), 1, "read: is missing"),
    "text where a number belongs": (*source("year: 2020", 'year: "2020"'), 4, "whole number"),
    "fraction of a person": (*study("people: 20", "people: 20.5"), 9, "whole number"),
    "a boolean word": (*source("checked: 2026-11", "checked: 2026-11\nread_twice: yes"), 8, "true or false"),
    "no such month": (*source("checked: 2026-11", "checked: 2026-13"), 7, "checked"),
    "a clock for a date": (*source("checked: 2026-11", "checked: 11:30"), 7, "is not a date"),
    "term outside its list": (*source("read: abstract", "read: skimmed"), 6, "is not a term of 'reading'"),
    "doi with an address": (*source("doi: 10.1000/x", "doi: https://doi.org/10.1000/x"), 5, "doi"),
    "script for an address": (*source("doi: 10.1000/x", "url: javascript:alert(1)"), 5, "url"),
    "nothing to find it by": (*source("doi: 10.1000/x\n", ""), 1, "cannot be found"),
    "id in the file": (*source("type: trial", "id: other\ntype: trial"), 1, "id"),
    "a ten-kilobyte title": (*source("title: A trial", f"title: {'x' * 10_000}"), 2, "too long"),
    "tab instead of spaces": (*source("title: A trial", "title:\n\tA trial"), 3, "is not YAML"),
    "a python object": (*source("title: A trial", "title: !!python/object/apply:os.system [ls]"), 2, "is not YAML"),
    "a list where fields belong": ("sources/a-source.yaml", "- one\n- two\n", 1, "mapping"),
    "an empty file": ("sources/a-source.yaml", "", 1, "mapping"),
    "a bad file name": ("sources/A Source.yaml", SOURCE, 1, "name that is not an id"),
    "more events than people": (*study("events: 4", "events: 14"), 15, "more events (14) than people (10)"),
    "an arm without a name": (*study("{control: placebo, people", "{people"), 15, "either a treatment or a control"),
    "no arms": (*study("    arms:\n", "    arms: []\n    note: x\n    arms_:\n"), 14, "arms"),
    "derived without how": (*study("counts: printed", "counts: derived"), 12, "derivation"),
    "two comparisons of one id": (
        *study("    place: abstract\n", "    place: abstract\n" + STUDY[STUDY.index("  - id") :]),
        1,
        "uses an id twice (response)",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_named_with_its_line(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name, text, line, words = BROKEN[case]
    folder(tmp_path, {name: text})
    assert main(["--root", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert any(out.startswith(f"{name}:{line}: ") and words in out for out in said.splitlines()), said


def test_an_interval_must_hold_its_value(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    effect = "    effect: {measure: odds-ratio, value: 3, low: 1, high: 2}\n    finding: no-difference\n"
    name, text = study("    finding: no-difference\n", effect)
    folder(tmp_path, {name: text})
    assert main(["--root", str(tmp_path)]) == 1
    assert f"{name}:17: comparisons[0].effect: lies outside its own interval" in capsys.readouterr().out


def test_one_bad_record_leaves_the_others(tmp_path: Path) -> None:
    root = folder(tmp_path, {"sources/good.yaml": SOURCE, "sources/bad.yaml": "nonsense: ["})
    library = Shelf(root).library()
    assert list(library.sources) == ["good"]
    assert [problem.file for problem in library.problems] == ["sources/bad.yaml"]


def test_plain_words_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("[NO, on, off, yes, 1:30, 012, 2019-03-05, 1e3, true, null]", encoding="utf-8")
    assert document(path, tmp_path).data == [
        "NO", "on", "off", "yes", "1:30", "012", "2019-03-05", 1000.0, True, None,
    ]  # fmt: skip


def test_bytes_that_are_no_text_are_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"title: \xff\xfe")
    with pytest.raises(Unreadable, match="not UTF-8"):
        document(path, tmp_path)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_but_never_breaks(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "x.yaml"
    path.write_text(text, encoding="utf-8", errors="surrogatepass" if text.isascii() else "replace")
    with suppress(Unreadable):
        document(path, path.parent)


@given(st.dates())
def test_a_date_is_read_as_it_is_written(day) -> None:  # type: ignore[no-untyped-def]
    for written in (f"{day.year:04}", f"{day.year:04}-{day.month:02}", day.isoformat()):
        assert PartialDate.parse(written).iso == written
    assert PartialDate.parse(day.isoformat()).earliest == day


@pytest.mark.parametrize("written", ["2026-11-31", "26-11", "soon", "2026/11", True, 2026.5, None])
def test_what_is_no_date_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r"date|day|month"):
        PartialDate.parse(written)


def test_the_loader_makes_no_objects() -> None:
    assert not [tag for tag in StrictLoader.yaml_constructors if tag and "python" in tag]
