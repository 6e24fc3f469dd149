"""Text is dark enough on its ground, in light and in dark."""

import tomllib
from pathlib import Path

import pytest

THEME = tomllib.loads((Path(__file__).parent.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))[
    "theme"
]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize("ink", ["textColor", "linkColor", "grayTextColor"])
def test_text_can_be_read(mode: str, ground: str, ink: str) -> None:
    assert contrast(THEME[mode][ground], THEME[mode][ink]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_accent_carries_white_text_and_stands_out(mode: str) -> None:
    assert contrast(THEME[mode]["primaryColor"], "#ffffff") >= 4.5
    assert contrast(THEME[mode]["primaryColor"], THEME[mode]["backgroundColor"]) >= 3


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_marks_in_charts_can_be_seen(mode: str) -> None:
    for colour in THEME[mode]["chartCategoricalColors"]:
        assert contrast(THEME[mode]["backgroundColor"], colour) >= 3


def test_black_on_white_is_the_reference() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
