"""Questions people ask of the law, each as a filter."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from components.analysis.law import STRICTEST, LawFilter


@dataclass(frozen=True)
class Preset:
    """A question in words and the choices that answer it."""

    id: str
    question: str
    product: str
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def filter(self) -> LawFilter:
        """The choices as a filter."""
        values = {axis: frozenset(wanted) for axis, wanted in self.values.items()}
        return LawFilter(products=frozenset({self.product}), values=values)


PRESETS: tuple[Preset, ...] = (
    Preset(
        "esketamine-funded",
        "Where is esketamine licensed and publicly funded?",
        "esketamine",
        {"licence": ("licensed",), "funding": ("funded", "restricted")},
    ),
    Preset(
        "esketamine-not-funded",
        "Where is esketamine licensed but not funded by some public body?",
        "esketamine",
        {"licence": ("licensed",), "funding": ("not-funded",)},
    ),
    Preset(
        "off-label",
        "Where may ketamine be prescribed outside its licence?",
        "ketamine",
        {"off_label": ("permitted", "restricted")},
    ),
    Preset(
        "remote",
        "Where may ketamine be prescribed outside its licence and by telehealth?",
        "ketamine",
        {"off_label": ("permitted", "restricted"), "setting": ("remote-possible",)},
    ),
    Preset("controlled", "Where is ketamine a controlled drug?", "ketamine", {"schedule": ("controlled",)}),
    Preset("strictest", "Where is ketamine in the strictest class?", "ketamine", {"schedule": (STRICTEST,)}),
    Preset("travel", "Where are the rules on driving or travel known?", "ketamine", {"travel": ("rules-known",)}),
)
