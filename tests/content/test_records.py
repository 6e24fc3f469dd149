"""Rules on every record of the project, and each rule shown to be able to fail."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from content.checks import problems_in
from content.library import KINDS, OWN_FOLDER, Library, Shelf
from content.rules import RULES
from content.rules.breach import Rule
from content.rules.words import numbers_in
from content.schema import schema_of


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
    "codes_are_iso": ("jurisdictions/us.yaml", lambda d: d.update(code="XX"), "no ISO 3166"),
    "words_are_plain": (PTSD, lambda d: d["short_answer"][0].update(text="A breakthrough."), "a word we avoid"),
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


def test_every_rule_is_shown_to_fail() -> None:
    assert set(BREACHES) | {"addresses_are_free"} == {rule.__name__ for rule in RULES}


@pytest.mark.parametrize("rule", BREACHES)
def test_a_breach_is_found_and_placed(rule: str, copied: Path) -> None:
    file, change, words = BREACHES[rule]
    edit(copied, file, change)
    found = [problem for problem in problems_in(Shelf(copied).library()) if problem.file == file]
    assert any(words in problem.what and problem.line >= 1 for problem in found), found


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
