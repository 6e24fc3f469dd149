"""Exhibits of explanatory pages: what a section draws from other records, above or instead of its points."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.analysis.absolute import AbsoluteRow, adverse_effect_rows, harms_without_rival
from components.analysis.doses import ADULT_KG, ladder
from components.analysis.research import trials_under_way
from components.analysis.time_course import level_words, levels
from components.analysis.wording import lower_first
from components.elements import address, experiences, pressure, rates, reading, routes, treatments
from components.elements.charts import chart
from components.elements.citations import cited, marks
from components.elements.links import inside
from components.elements.replay import Replay, replay_of
from components.elements.studies import running_line
from components.elements.text import plain
from components.figures.ladder import ladder_figure
from components.figures.per_hundred import per_hundred_figure, shared_detail
from components.figures.time_course import time_course_figure
from content.interaction import Interaction
from content.library import Library
from content.topic import Point, Section, Topic
from content.treatment import Treatment

Exhibit = Callable[[Topic, Section, int, Library], None]
MOST_DRAWN = 12


def _forms(library: Library) -> list[Treatment]:
    found = (treatment for treatment in library.treatments.values() if treatment.product)
    return sorted(found, key=lambda treatment: (treatment.order, treatment.name))


def _rates(topic: Topic, section: Section, denominator: int, library: Library) -> None:
    forms = replay_of(library, topic.id)
    rows = forms.once("unwanted", lambda: {form.id: _unwanted(form, library) for form in _forms(library)})
    names = {form.id: plain(form.short_name or form.name) for form in _forms(library) if rows[form.id]}
    if not names:
        return
    first = max(names, key=lambda form: len(harms_without_rival(library.treatments[form], library)))
    form = address.switch("Form", "form", names, first, page=topic.id)
    address.denominator_switch(topic.id)
    shown = sorted(rows[form], key=lambda row: -row.treated.rate.share)
    replay_of(library, topic.id, form, denominator)("rates", lambda: _drawn_rates(shown, section, denominator, library))


def _drawn_rates(shown: Sequence[AbsoluteRow], section: Section, denominator: int, library: Library) -> None:
    st.markdown(f"**Most frequent.** {rates.cited_sentence(shown[0], denominator, library)}")
    alt = " ".join(row.sentence(denominator) for row in shown[:MOST_DRAWN])
    chart(per_hundred_figure(shown[:MOST_DRAWN], denominator), section.id, alt)
    rival = " · ◇ with another treatment" if any(row.has_rival for row in shown) else ""
    where = " · ".join(dict.fromkeys(plain(shared_detail(row)) for row in shown[:MOST_DRAWN]))
    st.markdown(f":small[{where}. ● with it · ○ with placebo{rival} · line: 95% interval, where counts are known]")
    with st.expander("All of them in numbers"):
        rates.rate_table(shown, section.heading, denominator, library)


def _unwanted(form: Treatment, library: Library) -> list[AbsoluteRow]:
    return harms_without_rival(form, library) or adverse_effect_rows(form, library)


def _contraindications(topic: Topic, _section: Section, denominator: int, library: Library) -> None:
    forms = {form.id: form for form in _forms(library) if form.contraindications}
    names = {form.id: plain(form.short_name or form.name) for form in forms.values()}
    if not names:
        return
    form = address.switch("Form", "who", names, next(iter(names)), page=topic.id)
    found = forms[form].contraindications
    replay_of(library, form, denominator)("not-for", lambda: treatments.contraindications(found, library, denominator))


def _interactions(_topic: Topic, _section: Section, denominator: int, library: Library) -> None:
    for item in sorted(library.interactions.values(), key=lambda item: (item.order, item.name)):
        effect = library.term("interaction-effect", item.effect).label
        with st.expander(f"{plain(item.name)} · **{plain(effect)}**"):
            _interaction(item, denominator, library)


def _interaction(item: Interaction, denominator: int, library: Library) -> None:
    st.markdown(cited(item.what, library, denominator))
    evidence = library.term("interaction-evidence", item.evidence).label
    st.markdown(f"**What that rests on: {plain(lower_first(evidence))}.** {plain(item.evidence_words)}")
    if item.disagreement:
        st.markdown(f"**Where sources differ.** {cited(item.disagreement, library, denominator)}")


def _ladder(_topic: Topic, _section: Section, denominator: int, library: Library) -> None:
    steps = ladder(library)
    if not steps:
        return
    alt = ". ".join(f"{found.context.name}: {found.words}" for found in steps)
    chart(ladder_figure(steps), "ladder", alt)
    st.markdown(
        ":small[● trials · ■ licensed use · ◆ repeated treatment · ✕ use outside care. Each mark on the scale is about "
        f"three times the one before. Amounts per kilogram are worked out for {ADULT_KG} kg. By mouth or nose less "
        "of it reaches the blood, so steps of different routes do not compare. This is no advice.]"
    )
    rows = [
        {
            "Setting": f"**{plain(found.context.name)}: {plain(found.words)}** "
            f":small[{plain(found.context.printed)}] {marks(found.context.sources, library)}",
            "Harm seen at this step": "\n\n".join(cited(harm, library, denominator) for harm in found.context.harms),
        }
        for found in steps
    ]
    st.table(rows, border="horizontal", hide_index=True, alt="Amounts in context, with harm")


def _time_course(_topic: Topic, _section: Section, _denominator: int, library: Library) -> None:
    found = levels(library)
    if not found:
        st.markdown("**Not checked yet.** We hold no published parameters to draw this from.")
        return
    words = level_words(found)
    chart(time_course_figure(found), "time-course", " ".join(words))
    names = " · ".join(f"**{at}** {plain(level.route.name)}" for at, level in enumerate(found, start=1))
    st.markdown(f":small[{names}]")
    st.markdown(":small[A model, not a measurement, and not for dosing: the same dose by each way, one compartment.]")
    with st.expander("The same in words, and what it is drawn from"):
        for level, said in zip(found, words, strict=True):
            assert level.route.kinetics
            st.markdown(f"- {plain(said)} {marks(level.route.kinetics.sources, library)}")


def _pathway(_topic: Topic, section: Section, denominator: int, library: Library) -> None:
    for at, point in enumerate(section.points):
        if at:
            st.markdown("↓", text_alignment="center")
        with st.container(border=True):
            standing = library.term("standing", point.standing).label if point.standing else ""
            st.markdown(f"**{at + 1}. {plain(point.label or '')}**" + (f" · *{plain(standing)}*" if standing else ""))
            st.markdown(cited(point, library, denominator))


def _checklist(topic: Topic, section: Section, denominator: int, library: Library) -> None:
    for at, point in enumerate(section.points):
        st.checkbox(f"**{plain(point.label or '')}**", key=f"{topic.id}-{section.id}-{at}")
        st.markdown(f":small[{cited(point, library, denominator)}]")
    st.markdown(":small[Ticks stay on this page while it is open. Nothing is kept or sent.]")


def _running_trials(topic: Topic, _section: Section, denominator: int, library: Library) -> None:
    lines = []
    for found in trials_under_way(topic, library):
        about = ", ".join(inside(page.name, page.id) for page in found.conditions)
        line = running_line(found.trial, library, denominator)
        lines.append(f"- {line} See {about}." if about else f"- {line}")
    st.markdown("\n".join(lines))


def _experiences(_topic: Topic, _section: Section, denominator: int, library: Library) -> None:
    experiences.stories(library, denominator)


def _reading(_topic: Topic, _section: Section, _denominator: int, library: Library) -> None:
    reading.places(library)


def _pressure(_topic: Topic, _section: Section, denominator: int, library: Library) -> None:
    pressure.section(library, denominator)


def _routes(_topic: Topic, _section: Section, denominator: int, library: Library) -> None:
    routes.table(library, denominator)


EXHIBITS: Mapping[str, Exhibit] = {
    "rates": _rates,
    "blood-pressure": _pressure,
    "contraindications": _contraindications,
    "interactions": _interactions,
    "dose-ladder": _ladder,
    "routes": _routes,
    "time-course": _time_course,
    "pathway": _pathway,
    "checklist": _checklist,
    "running-trials": _running_trials,
    "experiences": _experiences,
    "further-reading": _reading,
}
DRAWS_POINTS = frozenset({"pathway", "checklist"})
"""Exhibits that are made of the section's own points."""
HOLDS_CHOICES = frozenset({"rates", "contraindications", "checklist"})
"""Exhibits in which a reader chooses or ticks, so that they are drawn anew each time."""


def draw(topic: Topic, section: Section, denominator: int, library: Library, replay: Replay) -> Sequence[Point]:
    """Draw a section's exhibit, if it has one, and return the points that are still to be drawn."""
    if section.exhibit in HOLDS_CHOICES:
        EXHIBITS[section.exhibit](topic, section, denominator, library)
    elif section.exhibit:
        exhibit = EXHIBITS[section.exhibit]
        replay(f"exhibit-{section.id}", lambda: exhibit(topic, section, denominator, library))
    return () if section.exhibit in DRAWS_POINTS else section.points
