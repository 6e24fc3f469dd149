"""The pooled trials of a condition: what the reader asks and leaves out, the finding, the forest plot and its table."""

from collections.abc import Mapping, Sequence

import streamlit as st

from components.analysis.forest import ForestLine, forest_lines
from components.analysis.pool_words import cautions, finding, graded, sentence, statistics
from components.analysis.pools import SMALL, LeaveOut, PoolRow, PoolView, pool_view
from components.analysis.studies import result_words
from components.analysis.wording import lower_first, number
from components.elements import address
from components.elements.certainty import certainty_list
from components.elements.charts import chart
from components.elements.citations import marks
from components.elements.downloads import csv_button
from components.elements.links import inside
from components.elements.replay import Replay
from components.elements.studies import finding_line
from components.elements.text import plain
from components.figures.forest import forest_figure
from components.figures.funnel import FEWEST_TRIALS, funnel_figure
from content.base import Citation
from content.condition import Condition, Pool
from content.library import Library

KINDS_LEFT_OUT: Mapping[str, str] = {
    "inert": "Trials against an inert placebo",
    "crossover": "Crossover trials",
    "small": f"Trials with fewer than {SMALL} people",
    "industry": "Trials with industry money",
    "open": "Trials in which people knew",
    "derived": "Trials with derived counts",
}
"""What a reader can leave out, as it stands in the address, and its label."""


def section(condition: Condition, denominator: int, library: Library, replay: Replay) -> None:
    """Draw the pooled trials with their choices; where nothing can be pooled, say why."""
    views = replay.once("pools", lambda: {pool.id: pool_view(pool, condition, library) for pool in condition.pools})
    pools = {pool.id: pool for pool in condition.pools if views[pool.id].rows}
    if not pools:
        st.markdown(
            "Nothing is pooled here: no two trials print the figures it takes on the same outcome at a similar time."
        )
        return
    pool = _chosen(pools, condition)
    everything = views[pool.id]
    leave_out = _leave_out(everything, condition)
    replay = replay.of(pool.id, leave_out)
    view = replay.once("pool-view", lambda: pool_view(pool, condition, library, leave_out))
    replay("pool", lambda: _view(view, everything, leave_out, condition, denominator, library))
    if view.result:
        if view.result.k >= FEWEST_TRIALS:
            _funnel(view)
        name = f"{condition.id}-{view.pool.id}.csv"
        csv_button("These trials as CSV", lambda: _export(view, library), name, "pool-csv")


def _funnel(view: PoolView) -> None:
    """Draw the funnel plot when its fold is open."""
    label = "Were small trials without benefit left unpublished? A funnel plot"
    fold = st.expander(label, key=f"funnel-{view.pool.id}", on_change="rerun")
    if fold.open:
        with fold:
            st.markdown("Each mark is a trial, small ones lower. An empty lower corner hints at missing results.")
            chart(funnel_figure(view), "funnel", "Funnel plot of the trials above")


def _export(view: PoolView, library: Library) -> list[dict[str, str]]:
    return [_flat(line, library) for line in forest_lines(view, library) if line.kind != "heading"]


def _chosen(pools: Mapping[str, Pool], condition: Condition) -> Pool:
    if len(pools) == 1:
        return next(iter(pools.values()))
    titles = {pool.id: pool.title for pool in pools.values()}
    return pools[address.choice("What is pooled", "pool", titles, next(iter(titles)), page=condition.id)]


def _leave_out(everything: PoolView, condition: Condition) -> LeaveOut:
    rows = (*everything.rows, *everything.head_to_head)
    options = dict(KINDS_LEFT_OUT) | {row.study.id: row.label for row in rows}
    picked = set(
        address.choices(
            "Leave out",
            "leave",
            options,
            page=f"{condition.id}:{everything.pool.id}",
            placeholder="Nothing: all trials are in",
            help="See whether the answer still stands without some trials.",
        )
    )
    return LeaveOut(
        inert="inert" in picked,
        crossover="crossover" in picked,
        small="small" in picked,
        industry="industry" in picked,
        open_label="open" in picked,
        derived="derived" in picked,
        studies=frozenset(picked - set(KINDS_LEFT_OUT)),
    )


def _view(
    view: PoolView,
    everything: PoolView,
    leave_out: LeaveOut,
    condition: Condition,
    denominator: int,
    library: Library,
) -> None:
    st.subheader(plain(finding(view, library)))
    st.markdown(plain(sentence(view, library, denominator)))
    if view.result:
        st.markdown("\n".join(f"- {plain(words)}" for words in cautions(view, leave_out, everything)))
        grades = graded(view, condition)
        if grades:
            certainty_list(grades, library)
        lines = forest_lines(view, library)
        alt = ". ".join(f"{line.label}: {line.figures}" for line in lines if line.figures)
        chart(forest_figure(lines, view.result.measure, _axis(view, library)), "forest", alt)
        st.markdown(f":small[{_key(lines)}]")
        _table(lines, view, library)
    _head_to_head(view, library)
    _uncounted(view, library)


def _key(lines: Sequence[ForestLine]) -> str:
    """Return what the marks mean that are drawn."""
    kinds = {line.kind for line in lines}
    parts = ["■ a trial, larger with more weight; □ with industry money"]
    if kinds & {"subgroup", "overall"}:
        parts.append("◇ trials together")
    parts.append("line: 95% interval")
    if "prediction" in kinds:
        parts.append("dotted: where a new trial may fall")
    return " · ".join(parts)


def _axis(view: PoolView, library: Library) -> str:
    assert view.result is not None
    counted_in = library.term("outcome", view.pool.outcome).happened
    left, right = ("fewer", "more") if counted_in else ("lower", "higher")
    return f"← {left}   {lower_first(view.result.measure.label)}   {right} →"


def _table(lines: Sequence[ForestLine], view: PoolView, library: Library) -> None:
    assert view.result is not None
    with st.expander("The same in numbers"):
        st.markdown(plain(f"{statistics(view.result)}."))
        st.table(
            [_cells(line, library) for line in lines if line.kind != "heading"],
            border="horizontal",
            hide_index=True,
            alt="Trials and estimates",
        )


def _cells(line: ForestLine, library: Library) -> dict[str, str]:
    row = line.row
    if row is None:
        return {
            "Trial": f"**{plain(line.label)}**",
            "Groups": "",
            "Effect (95% interval)": plain(line.figures),
            "Weight": "",
        }
    cite = marks([Citation(source=row.study.source, place=row.comparison.place)], library)
    when = f"after {row.comparison.after}" if row.comparison.after else ""
    return {
        "Trial": f"{inside(line.label, 'study', {'id': row.study.id})} :small[{plain(line.marks)}] {cite}",
        "Groups": plain(
            f"{row.treated.name} against {row.compared.name}, {when}: {result_words(row.comparison, library)}"
        ),
        "Effect (95% interval)": plain(line.figures),
        "Weight": f"{line.weight:.0f}%",
    }


def _flat(line: ForestLine, library: Library) -> dict[str, str]:
    row = line.row
    source = library.sources.get(row.study.source) if row else None
    return {
        "line": line.kind,
        "trial": line.label,
        "control": row.kind if row else "",
        "treated": row.treated.name if row else "",
        "treated_people": str(row.treated.people) if row else "",
        "treated_events": "" if row is None or row.treated.events is None else str(row.treated.events),
        "compared": row.compared.name if row else "",
        "compared_people": str(row.compared.people) if row else "",
        "compared_events": "" if row is None or row.compared.events is None else str(row.compared.events),
        "value": "" if line.value is None else number(line.value),
        "low": "" if line.low is None else number(line.low),
        "high": "" if line.high is None else number(line.high),
        "weight_percent": "" if line.weight is None else f"{line.weight:.1f}",
        "source": source.address if source else "",
    }


def _head_to_head(view: PoolView, library: Library) -> None:
    if view.head_to_head:
        st.markdown("**Against another treatment**, so not in the estimate above:")
        st.markdown("\n".join(f"- {_head_to_head_line(row, library)}" for row in view.head_to_head))


def _uncounted(view: PoolView, library: Library) -> None:
    if view.uncounted:
        st.markdown("**Not in the estimate**, since these trials print no counts for it:")
        st.markdown("\n".join(f"- {finding_line(*pair, library)}" for pair in view.uncounted))


def _head_to_head_line(row: PoolRow, library: Library) -> str:
    found = library.term("finding", row.comparison.finding)
    words = f"{row.label}: {row.treated.name} against {row.compared.name}, {result_words(row.comparison, library)}."
    cite = marks([Citation(source=row.study.source, place=row.comparison.place)], library)
    return f"{plain(words)} {found.symbol} {plain(found.label)} {cite}"
