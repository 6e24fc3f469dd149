"""The same library in clinical words: labels and names change, no figure does."""

from dataclasses import replace

from content.library import Library
from content.vocabulary import Vocabulary

_known: dict[tuple[str, str], Library] = {}


def in_clinical_words(library: Library) -> Library:
    """Return the library with the clinician's label for every term and treatment that has one; kept per version."""
    key = (library.version, str(library.root))
    known = _known.get(key)
    if known is None:
        lists = {
            name: tuple(term.model_copy(update={"label": term.clinical or term.label}) for term in terms)
            for name, terms in library.vocabulary.lists.items()
        }
        treatments = {
            treatment.id: treatment.model_copy(update={"name": treatment.clinical_name or treatment.name})
            for treatment in library.treatments.values()
        }
        found = replace(library, vocabulary=Vocabulary.model_construct(lists=lists), treatments=treatments)
        _known.clear()
        _known[key] = found
        return found
    return known
