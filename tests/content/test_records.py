"""Rules on every record of the project, and each rule shown to be able to fail."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from content.checks import problems_in
from content.library import KINDS, OWN_FOLDER, Library
from content.reading import document, record
from content.rules import RULES
from content.rules.breach import Rule
from content.rules.words import numbers_in
from content.schema import schema_of
from content.shelf import Shelf


def test_every_record_was_read(records: Library) -> None:
    assert records.problems == ()
    for kind in KINDS:
        assert len(records.records(kind)) == len(list((OWN_FOLDER / kind).glob("*.yaml")))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_content_keeps_the_rule(rule: Rule, records: Library) -> None:
    assert [f"{b.folder}/{b.record.id}: {b.path} {b.what} {b.value}" for b in rule(records)] == []


def edit(root: Path, file: str, change: Callable[[dict[str, Any]], object]) -> None:
    path = root / file
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


PTSD = "conditions/ptsd.yaml"
HARD = "Extraordinarily incomprehensible multidisciplinary considerations. " * 9
RESISTANT = "conditions/treatment-resistant-depression.yaml"
MURROUGH = "studies/murrough-2013.yaml"
BREACHES: dict[str, tuple[str, Callable[[dict[str, Any]], object], str]] = {
    "references_lead_somewhere": (MURROUGH, lambda d: d.update(source="nobody-1900"), "names no record"),
    "names_are_unique": (RESISTANT, lambda d: d.update(name="Post-traumatic stress disorder"), "is also the name of"),
    "descriptions_are_short": (PTSD, lambda d: d.update(description="word " * 121), "longer than 120 words"),
    "staying_as_now_is_an_option": (
        PTSD,
        lambda d: d.update(options=[o for o in d["options"] if o["treatment"] != "no-change"]),
        "staying as now",
    ),
    "percentages_fit_counts": (
        MURROUGH,
        lambda d: d["comparisons"][0]["arms"][0].update(percent=46),
        "does not fit the counts",
    ),
    "comparisons_have_two_groups": (
        MURROUGH,
        lambda d: d["comparisons"][0].update(arms=d["comparisons"][0]["arms"][:1]),
        "with one group",
    ),
    "overlaps_are_mutual": (MURROUGH, lambda d: d.update(overlaps=["feder-2014"]), "not said by the other"),
    "history_is_in_order": ("jurisdictions/us.yaml", lambda d: d["history"].reverse(), "not in order"),
    "tiles_do_not_overlap": (
        "jurisdictions/us.yaml",
        lambda d: d.update(tile={"row": 1, "column": 5}),
        "stands on the square of",
    ),
    "parts_have_ids_of_their_own": (
        "topics/safety.yaml",
        lambda d: d["sections"][1].update(id=d["sections"][0]["id"]),
        "is also that of another part",
    ),
    "codes_are_iso": ("jurisdictions/us.yaml", lambda d: d.update(code="XX"), "no ISO 3166"),
    "words_are_plain": (PTSD, lambda d: d["short_answer"][0].update(text="A breakthrough."), "a word we avoid"),
    "one_paper_is_one_source": (
        "sources/feder-2021.yaml",
        lambda d: d.update(doi="10.1001/jamapsychiatry.2014.62"),
        "is also that of",
    ),
    "one_source_is_one_study": ("studies/feder-2021.yaml", lambda d: d.update(source="feder-2014"), "also the source"),
    "sources_are_used": ("sources/unused.yaml", lambda d: d.update(doi="10.1000/unused", pmid=None), "cited nowhere"),
    "treatments_are_offered": ("treatments/unused.yaml", lambda d: d.update(name="Unused", short_name=None), "no cond"),
    "addresses_lead_to_the_document": (
        "sources/feder-2014.yaml",
        lambda d: d.update(url="https://web.archive.org/web/2020/https://example.org"),
        "is a relay",
    ),
    "treated_groups_come_first": (MURROUGH, lambda d: d["comparisons"][0]["arms"].reverse(), "before a treatment"),
    "effects_lie_on_the_side_of_their_counts": (
        MURROUGH,
        lambda d: d["comparisons"][0].update(effect={"measure": "risk-ratio", "value": 0.5}),
        "points the other way",
    ),
    "groups_are_no_larger_than_the_study": (MURROUGH, lambda d: d.update(people=10), "more people than the study"),
    "findings_follow_from_intervals": (
        MURROUGH,
        lambda d: d["comparisons"][0].update(effect={"measure": "odds-ratio", "value": 1.5, "low": 0.5, "high": 4}),
        "holds no effect",
    ),
    "registrations_are_numbers_of_a_register": (MURROUGH, lambda d: d.update(registration="yes"), "no register"),
    "answers_are_short": (PTSD, lambda d: d.update(short_answer=d["short_answer"][:1]), "two to four"),
    "figures_shown_belong_to_the_page": (
        PTSD,
        lambda d: d.update(benefits=[{"study": "murrough-2013", "comparison": "response-24h"}]),
        "does not belong here",
    ),
    "pooled_treatments_are_options": (PTSD, lambda d: d["pools"][0].update(treatments=["ect"]), "no option here"),
    "headlines_were_read_twice": (
        PTSD,
        lambda d: d.update(benefits=[{"study": "read-once", "comparison": "improved-2w"}]),
        "read once",
    ),
    "guidelines_run_from_the_newest": (PTSD, lambda d: d["guidelines"][-1].update(year=2026), "not newest first"),
    "harms_stand_beside_benefits": (PTSD, lambda d: d.update(harms=d["harms"][:1]), "fewer than half"),
    "options_say_how_sure": (PTSD, lambda d: d["options"][0].update(certainty="high"), "no grade this page gives"),
    "dates_are_not_ahead": ("sources/feder-2014.yaml", lambda d: d.update(checked="2099-01"), "lies ahead"),
    "licences_begin_before_they_are_read": (
        "jurisdictions/us.yaml",
        lambda d: d["esketamine"]["licence"].update(as_of="2010"),
        "later than the evidence",
    ),
    "sentences_are_short": (
        "glossary/withdrawal.yaml",
        lambda d: d.update(meaning="It is not so " * 6 + "."),
        "long sentences",
    ),
    "reading_grade_is_low": (
        PTSD,
        lambda d: d.update(
            harms=[{**d["short_answer"][0], "text": HARD}] * 2,
            short_answer=[{**d["short_answer"][0], "text": HARD}] * 2,
            timing=[{"missing": "not-studied"}],
            unknown=[{"missing": "not-studied"}],
        ),
        "too hard to read",
    ),
    "relative_effects_never_stand_alone": (
        PTSD,
        lambda d: d["short_answer"][0].update(text="It was twice as good."),
        "a ratio alone",
    ),
    "doses_are_those_of_a_trial_or_label": (
        PTSD,
        lambda d: d["short_answer"][0].update(text="Take 40 mg.", sources=[{"source": "mountsinai-feder-2021"}]),
        "without a trial or label",
    ),
    "shares_name_their_number": (
        PTSD,
        lambda d: d["short_answer"][0].update(text="Of 100 people, 15 improved."),
        "without the number before it",
    ),
    "numbers_in_prose_have_a_home": (
        PTSD,
        lambda d: d["short_answer"][0].update(text="98765 people improved."),
        "names a number",
    ),
}


UNUSED = {
    "sources/unused.yaml": "sources/feder-2014.yaml",
    "sources/read-once.yaml": "sources/feder-2014.yaml",
    "treatments/unused.yaml": "treatments/ect.yaml",
    "studies/read-once.yaml": "studies/feder-2021.yaml",
}
"""Records that exist only in these tests, and the record each is copied from."""


def test_every_rule_is_shown_to_fail() -> None:
    assert set(BREACHES) | {"addresses_are_free"} == {rule.__name__ for rule in RULES}


def changed(library: Library, root: Path, file: str, change: Callable[[dict[str, Any]], object]) -> Library:
    """Return a library in which one file is another: the project's own, or its model's copy, with a change."""
    kind, _, name = file.partition("/")
    (root / kind).mkdir(exist_ok=True)
    shutil.copy(OWN_FOLDER / UNUSED.get(file, file), root / file)
    edit(root, file, change)
    found = record(root / file, root, KINDS[kind], library.vocabulary)
    return replace(library, root=root, **{kind: {**library.records(kind), name.removesuffix(".yaml"): found}})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_is_found_and_placed(name: str, records: Library, tmp_path: Path) -> None:
    file, change, words = BREACHES[name]
    library = records
    for unused, adapt in (
        ("sources/read-once.yaml", lambda d: d.update(read_twice=False)),
        ("studies/read-once.yaml", lambda d: d.update(source="read-once", second_reading=None)),
        (file, change),
    ):
        library = changed(library, tmp_path, unused, adapt)
    rule = next(rule for rule in RULES if rule.__name__ == name)
    found = [breach for breach in rule(library) if f"{breach.folder}/{breach.record.id}.yaml" == file]
    assert any(words in breach.what for breach in found), found
    assert all(document(tmp_path / file, tmp_path).problem(breach.path, breach.what).line >= 1 for breach in found)


def test_a_condition_may_not_take_the_address_of_a_page(copied: Path) -> None:
    (copied / PTSD).rename(copied / "conditions" / "compare.yaml")
    found = [problem for problem in problems_in(Shelf(copied).library()) if problem.file == "conditions/compare.yaml"]
    assert any("address of another page" in problem.what for problem in found)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_editors_use_is_up_to_date(kind: str, records: Library) -> None:
    import json

    written = json.loads((OWN_FOLDER / "schemas" / f"{kind}.json").read_text(encoding="utf-8"))
    assert written == schema_of(kind, records.vocabulary), "run `make schemas`"


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described(kind: str) -> None:
    schema = KINDS[kind].model_json_schema()
    for model in (schema, *schema.get("$defs", {}).values()):
        for name, field in model.get("properties", {}).items():
            assert field.get("description") or "$ref" in field, f"{model['title']}.{name} has no description"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("64 of 100", {"64", "100"}), ("1,234.50 people", {"1234.5"}), ("−3.2 to 0.07", {"3.2", "0.07"}), ("none", set())],
)
def test_numbers_are_found_in_text(text: str, numbers: set[str]) -> None:
    assert numbers_in(text) == numbers
