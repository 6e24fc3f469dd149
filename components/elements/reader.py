"""Who reads: plain words for everybody, clinical words for those who ask. Figures are the same."""

from collections.abc import Mapping

import streamlit as st

from components.elements import address
from content import shelf
from content.library import Library
from content.wording import in_clinical_words

PARAM, CLINICAL = "words", "clinical"
WORDS: Mapping[str, str] = {"plain": "Plain", CLINICAL: "Clinical"}


def library() -> Library:
    """Return the library in the words the address asks for."""
    records = shelf.library()
    return in_clinical_words(records) if wants_clinical() else records


def wants_clinical() -> bool:
    """Return whether the address asks for clinical words."""
    return st.query_params.get(PARAM) == CLINICAL


def carried() -> dict[str, str | list[str]]:
    """Return what a link within the site takes along."""
    return {PARAM: CLINICAL} if wants_clinical() else {}


def switch() -> None:
    """Draw the choice of words."""
    address.switch("Words", PARAM, WORDS, "plain", page="reader")
