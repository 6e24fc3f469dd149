"""The elements pages are made of, each drawn in its states from real records."""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from components.analysis.absolute import benefit_rows, harm_rows
from components.elements import address, citations, claims, notices, pools, tiles
from components.elements.certainty import certainty_lines
from components.elements.charts import chart
from components.elements.rates import rate_table
from components.elements.replay import replay_of
from components.figures.icon_array import icon_array_figure
from components.figures.per_hundred import per_hundred_figure
from content.base import Finding, PartialDate
from content.condition import Condition
from content.library import Library

LONG_AGO = PartialDate(date.today().year - 3)


def _example(library: Library) -> Condition:
    """Return the condition with the most to show."""
    return max(library.conditions.values(), key=lambda condition: len(condition.pools) * 100 + len(condition.benefits))


def _words(_library: Library) -> None:
    st.header("A heading of a part")
    st.subheader("A heading within a part")
    st.markdown("A paragraph with **what matters**, a [link](https://example.org) and :small[what is small].")
    st.markdown("- A list\n- of points")


def _notices(library: Library) -> None:
    notices.crisis()
    notices.evidence_age(LONG_AGO)
    notices.law_age(LONG_AGO)
    st.info("Nothing matches all of these at once. Take one choice away.", icon=":material/filter_alt_off:")
    for term in library.vocabulary.lists["missing"]:
        st.markdown(citations.cited(Finding(missing=term.id, why=term.definition), library))


def _answers(library: Library) -> None:
    condition = _example(library)
    citations.answer(condition.short_answer, library)
    certainty_lines(condition.certainty, library, 100)
    citations.bullets(condition.harms, library)


def _choices(_library: Library) -> None:
    options = {"one": "One", "two": "Two", "three": "Three"}
    address.choice("One of several", "choice", options, "one", page="style")
    address.switch("One of few", "switch", options, "two", page="style")
    address.choices("Several", "choices", options, ["one", "three"], page="style")
    address.words("Words", "words", page="style", placeholder="Type here")
    st.checkbox("To tick", key="style-tick")
    st.download_button("Download", "text", file_name="example.txt", icon=":material/download:")
    with st.expander("A fold"):
        st.markdown("What is folded away.")


def _figures(library: Library) -> None:
    condition = _example(library)
    replay = replay_of(library, "style")
    replay("figures", lambda: _rates(condition, library))
    pools.section(condition, 100, library, replay)
    tiles.section(library)


def _rates(condition: Condition, library: Library) -> None:
    benefits, harms = benefit_rows(condition, library), harm_rows(condition, library)
    chart(icon_array_figure(benefits[0].sides, 100), "style-icons", benefits[0].sentence(100))
    shown = (benefits + harms)[:4]
    chart(per_hundred_figure(shown, 100), "style-rates", " ".join(row.sentence(100) for row in shown))
    rate_table(shown, "Rates", 100, library)


def _claims(library: Library) -> None:
    by_verdict = {claim.verdict: claim for claim in library.claims.values()}
    claims.listing(list(by_verdict.values()), None, library)


PARTS: Mapping[str, Callable[[Library], None]] = {
    "Words": _words,
    "Notices and missing words": _notices,
    "Answers": _answers,
    "Choices": _choices,
    "Figures": _figures,
    "Claims": _claims,
}
"""Each kind of element and what draws it."""
