"""Helplines drawn: who to call, when, and when the number was last checked."""

from collections.abc import Sequence

import streamlit as st

from components.elements.text import link, plain
from content.helpline import Helpline


def table(lines: Sequence[Helpline]) -> None:
    """Draw helplines, by country."""
    rows = [
        {
            "Country": f"**{plain(line.country_name)}**",
            "Call": f"**{plain(line.phone)}** {link(line.name, line.url)}",
            "When": plain(line.hours),
            "Other ways": plain("; ".join(line.other)) or "–",
            "Emergency": plain(line.emergency) if line.emergency else "Not checked yet",
            "Checked": plain(str(line.checked)),
        }
        for line in sorted(lines, key=lambda line: (line.country_name, line.name))
    ]
    st.table(rows, border="horizontal", hide_index=True, alt="Helplines by country")
