"""One study whole: people, groups, outcomes, harms, limits, and how we read it."""

import json
from collections.abc import Sequence

import streamlit as st

from components.analysis.studies import arm_words, effect_words
from components.analysis.wording import arm_name, listed, lower_first, study_label, upper_first
from components.elements import links
from components.elements.citations import marks
from components.elements.downloads import text_button
from components.elements.links import inside
from components.elements.text import plain
from content.base import Citation
from content.library import Library
from content.study import Arm, Comparison, Harm, Study


def facts(study: Study, library: Library) -> None:
    """Draw how the study was built and paid for, as a list of facts."""
    design = study.design
    people = f"{study.people:,}. {study.population}" if study.people else study.population
    blinding = library.term("blinding", design.blinding)
    rows = {
        "People": plain(people),
        "Design": plain(f"{library.term('study-design', design.type).label}. {design.words}"),
        "Compared with": plain(library.term("control-type", design.control).label),
        "Blinding": plain(f"{blinding.label}. {design.blinding_note or blinding.definition}"),
        "Paid for by": plain(library.term("funding", study.funding).label),
        "Registration": plain(study.registration or "Not printed on the pages read"),
        "How we read it": _reading(study, library),
    }
    st.table(
        [{"What": f"**{name}**", "In this study": value} for name, value in rows.items()],
        border="horizontal",
        hide_index=True,
        hide_header=True,
        alt="Facts of the study",
    )


def _reading(study: Study, library: Library) -> str:
    source = library.sources.get(study.source)
    read = library.term("reading", source.read).label if source else "Source left out"
    again = study.second_reading
    if again is None:
        return plain(f"{read}. Read once: its figures wait for a second reading.")
    term = library.term("second-reading", again.result)
    note = f" {again.note}" if again.note else ""
    return plain(
        f"{read}. Second reading in {again.date}, {lower_first(again.where)}: {lower_first(term.label)}.{note}"
    )


def results(study: Study, library: Library) -> None:
    """Draw every comparison: the groups with their figures, the effect, and what it showed."""
    if not study.comparisons:
        st.markdown("It compares no groups in figures.")
        return
    rows = [_result(study, comparison, library) for comparison in study.comparisons]
    st.table(rows, border="horizontal", hide_index=True, alt="What was compared and found")


def _result(study: Study, comparison: Comparison, library: Library) -> dict[str, str]:
    outcome = library.term("outcome", comparison.outcome)
    scale = library.term("scale", comparison.scale) if comparison.scale else None
    when = f"after {comparison.after}" if comparison.after else "time not printed"
    definition = comparison.definition or outcome.definition
    finding = library.term("finding", comparison.finding)
    counts = library.term("counts", comparison.counts)
    how = f" {comparison.derivation}" if comparison.derivation else ""
    effect = effect_words(comparison.effect, library) if comparison.effect else ""
    cite = marks([Citation(source=study.source, place=comparison.place)], library)
    return {
        "Outcome": f"**{plain(outcome.label)}**, {plain(when)}. {plain(definition)}"
        + (f" {plain(scale.label)}: {plain(lower_first(scale.definition))}" if scale else ""),
        "Groups": _groups(comparison.arms, library),
        "Result": " ".join(
            part
            for part in (
                f"{finding.symbol} **{plain(finding.label)}.**",
                plain(f"{upper_first(effect)}." if effect else ""),
                plain(comparison.note or ""),
                f":small[{plain(f'Counts: {lower_first(counts.label)}.{how}')}]",
                cite,
            )
            if part
        ),
    }


def _groups(arms: Sequence[Arm], library: Library) -> str:
    lines = []
    for arm in arms:
        size = f"{arm.people:,} people" if arm.people and arm.events is None else ""
        figures = arm_words(arm)
        dose = f" ({arm.dose})" if arm.dose else ""
        lines.append(
            plain(f"{arm_name(arm, library)}{dose}: {', '.join(p for p in (size, figures) if p) or 'no figures'}")
        )
    return "\n\n".join(lines)


def harms(study: Study, library: Library) -> None:
    """Draw unwanted effects, in figures and in words."""
    if study.harms:
        rows = [_harm(study, harm, library) for harm in study.harms]
        st.table(rows, border="horizontal", hide_index=True, alt="Unwanted effects")
    if study.harm_notes:
        st.markdown("\n".join(f"- {plain(note)}" for note in study.harm_notes))
    if not study.harms and not study.harm_notes:
        st.markdown("**Not checked yet.** The pages read print nothing on unwanted effects.")


def _harm(study: Study, harm: Harm, library: Library) -> dict[str, str]:
    when = f", over {harm.after}" if harm.after else ""
    cite = marks([Citation(source=study.source, place=harm.place)], library)
    return {
        "Unwanted effect": f"**{plain(harm.event)}**{plain(when)} {plain(harm.note or '')} {cite}",
        "Groups": _groups(harm.arms, library),
    }


def cautions(study: Study, library: Library) -> None:
    """Draw what weakens the study, and whose people it counts again."""
    notes = [*study.limitations, *([study.note] if study.note else [])]
    if notes:
        st.markdown("\n".join(f"- {plain(note)}" for note in notes))
    others = [library.studies[other] for other in study.overlaps if other in library.studies]
    if others:
        named = listed([inside(study_label(other, library), "study", {"id": other.id}) for other in others])
        st.markdown(f"It counts some of the same people as {named}. No estimate here counts them twice.")


def ways_on(study: Study, library: Library) -> None:
    """Draw where the study is used, and its record to take home."""
    for condition_id in study.conditions:
        if condition_id in library.conditions:
            name = library.conditions[condition_id].name
            links.to(condition_id, plain(f"All about {lower_first(name)}"), icon=":material/arrow_forward:")
    record = json.dumps(study.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False, indent=1)
    text_button("Download this record as JSON", lambda: record, f"{study.id}.json", "application/json")
