"""Prose says its shares of the denominator a reader chose."""

import pytest

from components.analysis.denominators import text_of
from content.base import Citation
from content.library import Library

MURROUGH = (Citation(source="murrough-2013"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # 30 of 47 and 7 of 25 in the record
        ("Of 100 people, 64 improved and 28 of 100 did with midazolam.", None),
        ("64 of 100 people improved.", "638 of 1,000 people improved."),
        ("64 against 28 of 100", "638 against 280 of 1,000"),
        ("51 of 100 people", "about 510 of 1,000 people"),
        ("an infusion of 100 hours, 3 of 100 days", "an infusion of 100 hours, 3 of 100 days"),
        ("165/100 mmHg", "165/100 mmHg"),
        ("30 of 47 people", "30 of 47 people"),
    ],
)
def test_shares_of_a_hundred_become_shares_of_a_thousand(text: str, said: str | None, records: Library) -> None:
    if said is not None:
        assert text_of(text, MURROUGH, records, 1000) == said
    assert text_of(text, MURROUGH, records, 100) == text
