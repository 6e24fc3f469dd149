"""Trials under way, from every page that waits for one."""

from collections.abc import Iterator
from dataclasses import dataclass

from content.condition import Condition, RunningTrial
from content.library import Library
from content.topic import Topic


@dataclass(frozen=True)
class UnderWay:
    """One trial and the condition pages whose answer it could change."""

    trial: RunningTrial
    conditions: tuple[Condition, ...]


def trials_under_way(topic: Topic, library: Library) -> list[UnderWay]:
    """Return every trial once, the soonest expected first, those without a date last."""
    found: dict[str, UnderWay] = {}
    for trial, condition in _named(topic, library):
        known = found.get(trial.registration)
        pages = (*known.conditions, *condition) if known else condition
        found[trial.registration] = UnderWay(known.trial if known else trial, pages)
    return sorted(found.values(), key=lambda item: item.trial.expected.iso if item.trial.expected else "9999")


def _named(topic: Topic, library: Library) -> Iterator[tuple[RunningTrial, tuple[Condition, ...]]]:
    for condition in library.conditions.values():
        for trial in condition.running_trials:
            yield trial, (condition,)
    for trial in topic.running_trials:
        yield trial, ()
