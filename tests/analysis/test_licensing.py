"""Where a product is licensed, said in one cell however many places there are."""

from dataclasses import replace

import pytest

from components.analysis.licensing import MOST_NAMED, licensed_for
from content.library import Library


@pytest.mark.parametrize("product", ["ketamine", "esketamine"])
def test_every_condition_gets_a_short_answer(product: str, records: Library) -> None:
    for condition in records.conditions.values():
        found = licensed_for(product, condition, records)
        assert len(found.text or "") < 300
        assert len(found.sources) <= MOST_NAMED


def test_a_few_places_are_named_and_many_are_counted(records: Library) -> None:
    condition = records.conditions["treatment-resistant-depression"]
    few = replace(records, jurisdictions={place: records.jurisdictions[place] for place in ("us", "gb")})
    assert "United States (FDA)" in (licensed_for("esketamine", condition, few).text or "")
    place = records.jurisdictions["us"]
    many = replace(records, jurisdictions={f"x{n}": place.model_copy(update={"id": f"x{n}"}) for n in range(300)})
    assert "Licensed for this in 300 places" in (licensed_for("esketamine", condition, many).text or "")
