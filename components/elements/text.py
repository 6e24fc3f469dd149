"""Content drawn as text: whatever stands in a record or an address is shown, never run."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()!|~$&^=])")
_LIST_OR_HEADING = re.compile(r"^(\d+(?=[.)])|(?=[-+#]))")
_SHORTCODE_OR_ADDRESS = re.compile(r":(?=[\w+/-])|(?<=www)(?=\.)")
_NUMBER_TO_CALL = re.compile(r"[*+(]?\d[\d ()-]*\d")
_SPACES = re.compile(r"\s+")
WORD_JOINER = "\u2060"


def plain(text: str) -> str:
    """Return text with every sign Markdown or Streamlit would act on made literal."""
    escaped = _MARKUP.sub(r"\\\1", _SPACES.sub(" ", text).strip())
    escaped = _LIST_OR_HEADING.sub(r"\1\\", escaped)
    return _SHORTCODE_OR_ADDRESS.sub(lambda found: found.group() + WORD_JOINER, escaped)


def link(label: str, address: str) -> str:
    """Return a Markdown link to a web address; the label is made literal, the address is kept within its brackets."""
    safe = address.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
    return f"[{plain(label)}]({safe})" if address.startswith(("https://", "http://")) else plain(label)


def to_call(text: str) -> str:
    """Return text whose phone numbers are links that a phone calls."""
    parts = []
    end = 0
    for found in _NUMBER_TO_CALL.finditer(text):
        number = re.sub(r"[^\d*+]", "", found.group())
        parts += [plain(text[end : found.start()]), f"[{plain(found.group())}](tel:{number})"]
        end = found.end()
    return " ".join(part for part in (*parts, plain(text[end:])) if part)
