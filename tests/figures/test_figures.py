"""What a figure draws is what its rows say."""

import pytest

from components.analysis.absolute import Side, benefit_rows
from components.analysis.forest import forest_lines
from components.analysis.pools import pool_view
from components.analysis.proportions import rate_from
from components.analysis.timeline import Course, Moment
from components.figures.forest import forest_figure
from components.figures.funnel import funnel_figure
from components.figures.icon_array import icon_array_figure
from components.figures.per_hundred import per_hundred_figure
from components.figures.pressure import pressure_figure
from components.figures.style import literal
from components.figures.timeline import timeline_figure
from content.base import Duration
from content.library import Library

RESISTANT = "treatment-resistant-depression"


def test_a_hundred_circles_stand_for_a_hundred_people() -> None:
    side = Side("Ketamine", rate_from(30, 47), "Ketamine", True)
    (square,) = icon_array_figure([side], 100).data
    assert len(square.x) == 100
    assert square.marker.symbol.count("circle") == round(100 * side.rate.high)
    assert sum(opacity < 1 for opacity in square.marker.opacity) == round(100 * side.rate.high) - round(
        100 * side.rate.low
    )


@pytest.mark.parametrize("denominator", [100, 1000])
def test_rates_are_drawn_where_they_lie(denominator: int, records: Library) -> None:
    rows = benefit_rows(records.conditions[RESISTANT], records)
    treated, compared, numbers = per_hundred_figure(rows, denominator).data
    assert list(treated.x) == [row.treated.rate.share * denominator for row in rows]
    assert list(compared.x) == [row.compared.rate.share * denominator for row in rows if row.compared]
    assert list(numbers.text[: len(rows)]) == [str(row.treated.rate.of(denominator)) for row in rows]


def test_a_forest_plot_draws_every_trial_and_diamond(records: Library) -> None:
    condition = records.conditions[RESISTANT]
    for pool in condition.pools:
        view = pool_view(pool, condition, records)
        if view.result is None:
            continue
        lines = forest_lines(view, records)
        figure = forest_figure(lines, view.result.measure, "axis")
        trials, diamonds, _ = figure.data
        assert len(trials.x) == sum(line.kind == "trial" for line in lines) == view.result.k
        assert list(diamonds.x).count(None) == sum(line.kind in ("subgroup", "overall") for line in lines)
        assert len(figure.layout.annotations) == len(lines)
        assert len(funnel_figure(view).data[0].x) == view.result.k


def test_groups_over_time_never_run_into_each_other() -> None:
    looks = (Moment(Duration(value=1, unit="days"), 0.6), Moment(Duration(value=7, unit="days"), 0.4))
    courses = [
        Course("A", "Ketamine", True, looks),
        Course("B", "Ketamine", True, looks),
        Course("A", "x", False, looks),
    ]
    treated, compared = timeline_figure(courses, 100).data
    assert list(treated.y) == [60, 40, None, 60, 40, None]
    assert list(compared.y) == [60, 40, None]


def test_text_in_a_figure_is_never_markup() -> None:
    assert literal("<b>x</b> & <a href='y'>") == "&lt;b&gt;x&lt;/b&gt; &amp; &lt;a href='y'&gt;"


def test_blood_pressure_is_drawn_at_the_times_its_sources_print(records: Library) -> None:
    courses = sorted(records.pressure_courses.values(), key=lambda course: course.order)
    _, highest, back = pressure_figure(courses).data
    assert list(highest.x) == [course.peak_minutes for course in courses if course.peak_minutes]
    assert list(back.x) == [course.back_minutes for course in courses if course.back_minutes]
