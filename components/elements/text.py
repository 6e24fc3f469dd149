"""Content drawn as text: whatever stands in a record or an address is shown, never run."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$&^=])")
_SHORTCODE = re.compile(r":(?=[\w+-])")
_LINE_START = re.compile(r"\s+")
WORD_JOINER = "\u2060"


def plain(text: str) -> str:
    """Return text with every sign Markdown or Streamlit would act on made literal."""
    escaped = _MARKUP.sub(r"\\\1", _LINE_START.sub(" ", text))
    return _SHORTCODE.sub(f":{WORD_JOINER}", escaped)


def link(label: str, address: str) -> str:
    """Return a Markdown link to a web address; the label is made literal, the address is kept within its brackets."""
    safe = address.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
    return f"[{plain(label)}]({safe})" if address.startswith(("https://", "http://")) else plain(label)
