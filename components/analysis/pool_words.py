"""What a pool says, in words: the finding, the people behind it, and what to beware of."""

from collections.abc import Iterator

from components.analysis.effects import MEASURES
from components.analysis.pooling import Pooled
from components.analysis.pools import Group, LeaveOut, PoolView
from components.analysis.proportions import Rate, rate_from, whole
from components.analysis.wording import counted, listed, lower_first, number, treatment_name, upper_first
from content.condition import Certainty, Condition
from content.library import Library

MUCH_DISAGREEMENT = 50.0
"""I² in per cent from which trials are said to disagree more than chance explains."""
FEWEST_FOR_RANDOM_EFFECTS = 3


def treated_name(view: PoolView, library: Library) -> str:
    """Return what the treated people had."""
    return listed([lower_first(treatment_name(item, library)) for item in view.pool.treatments], "or")


def direction(result: Pooled) -> int:
    """Return 1 where the interval lies above no difference, −1 where it lies below, 0 where it holds it."""
    return int(result.overall.low > 0) - int(result.overall.high < 0)


def finding(view: PoolView, library: Library) -> str:
    """Return the finding as a title: 'More people improved by half or more with ketamine by infusion'."""
    if view.result is None:
        return "No trial is left to pool"
    outcome = library.term("outcome", view.pool.outcome)
    treated = treated_name(view, library)
    side = direction(view.result)
    if MEASURES[view.pool.measure].needs == "counts":
        happened = outcome.happened or f"had {lower_first(outcome.label)}"
        found = f"{'more' if side > 0 else 'fewer'} people {happened} with {treated}"
        open_ = f"no clear difference in how many {happened}"
    else:
        found = f"{lower_first(outcome.label)} {'higher' if side > 0 else 'lower'} with {treated}"
        open_ = f"no clear difference in {lower_first(outcome.label)}"
    words = found if side else open_
    return f"In one trial, {words}" if view.result.k == 1 else upper_first(words)


def sentence(view: PoolView, library: Library, denominator: int) -> str:
    """Return the pooled result as one sentence: absolute first where there are counts, then who is behind it."""
    if view.result is None:
        return "Take a choice away to see an estimate."
    behind = f"{counted(len(view.rows), 'trial')} with {counted(view.people, 'person', 'people')}"
    window = f"between {view.pool.earliest} and {view.pool.latest} after the start"
    absolute = view.absolute
    outcome = library.term("outcome", view.pool.outcome)
    if MEASURES[view.pool.measure].needs == "means":
        scale = f" points on the {library.term('scale', view.pool.scale).label}" if view.pool.scale else ""
        units = scale or " standard deviations"
        return f"Difference {figures(view.result)}{units}, from {behind}, {window}."
    happened = outcome.happened or f"had {lower_first(outcome.label)}"
    treated = treated_name(view, library)
    if absolute:
        span = f"{whole(absolute.low, denominator)} to {whole(absolute.high, denominator)}"
        share, baseline = (whole(at, denominator) for at in (absolute.share, absolute.baseline))
        said = f"{share} ({span}) {happened} with {treated} and {baseline} without"
    else:
        with_it, without = (_together(groups) for groups in _sides(view))
        said = (
            f"{with_it.of(denominator)} ({with_it.interval_of(denominator)}) {happened} with {treated} "
            f"and {without.of(denominator)} ({without.interval_of(denominator)}) without"
        )
    return f"Of {denominator:,} people, {said}, from {behind}, {window}."


def _sides(view: PoolView) -> tuple[list[Group], list[Group]]:
    return [row.treated for row in view.rows], [row.compared for row in view.rows]


def _together(groups: list[Group]) -> Rate:
    return rate_from(sum(group.events or 0 for group in groups), sum(group.people for group in groups))


def figures(result: Pooled) -> str:
    """Return the pooled value and its 95% interval as a reader sees them."""
    value, low, high = (number(result.measure.shown(at)) for at in _ends(result))
    return f"{value} ({low} to {high})"


def _ends(result: Pooled) -> tuple[float, float, float]:
    return result.overall.value, result.overall.low, result.overall.high


def statistics(result: Pooled) -> str:
    """Return the estimate and how far the trials disagree, as a methodologist wants them."""
    words = [f"{result.measure.label} {figures(result)}"]
    if result.k > 1:
        words.append(f"I² {result.i2:.0f}%, τ² {number(result.tau2)} ({result.method}), Q {number(result.q)}")
    if result.prediction:
        low, high = (number(result.measure.shown(end)) for end in result.prediction)
        words.append(f"a new trial may fall between {low} and {high}")
    return "; ".join(words)


def cautions(view: PoolView, chosen: LeaveOut, everything: PoolView) -> Iterator[str]:
    """Yield what to beware of in a pool, most important first."""
    result = view.result
    if result is None:
        return
    if chosen != LeaveOut() and everything.result:
        yield _changed(view, everything)
    if result.k == 1:
        yield "One trial only: nothing is pooled."
    elif result.k < FEWEST_FOR_RANDOM_EFFECTS:
        common = result.common
        value, low, high = (number(result.measure.shown(at)) for at in (common.value, common.low, common.high))
        yield (
            f"Two trials cannot tell how far trials differ, so this interval is uncertain itself. If both had the "
            f"same true effect it would be {value} ({low} to {high})."
        )
    if result.k > 1 and result.i2 >= MUCH_DISAGREEMENT:
        yield f"The trials disagree more than chance explains (I² {result.i2:.0f}%)."
    if len(view.subgroups) > 1:
        yield "The kind of control changes the answer: look at each kind on its own."
    if any(row.is_crossover for row in view.rows):
        yield (
            "Crossover trials gave both treatments to the same people. They are counted here as two groups, "
            "which makes their intervals too wide, and each person is counted once."
        )
    if view.repeats:
        names = listed([row.label for row in view.repeats])
        yield f"Not counted, since other trials here hold the same people: {names}."


def _changed(view: PoolView, everything: PoolView) -> str:
    assert view.result is not None and everything.result is not None  # noqa: PT018
    left = counted(len(view.left_out), "trial")
    said = f"You left out {left}: {len(view.rows)} of {len(everything.rows)} remain. Our grade is for all of them."
    if direction(view.result) != direction(everything.result):
        said += " Without them the finding changes, so be less sure of it."
    return said


def graded(view: PoolView, condition: Condition) -> list[Certainty]:
    """Return the grades a condition holds for what is pooled here."""
    return [
        item
        for item in condition.certainty
        if item.treatment in view.pool.treatments and item.outcome == view.pool.outcome
    ]
