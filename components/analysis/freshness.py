"""Content that is overdue for a check says so by itself."""

from datetime import date

from components.analysis.wording import counted
from content.base import PartialDate

LAW_MONTHS = 6
EVIDENCE_MONTHS = 12


def months_since(checked: PartialDate, today: date) -> int:
    """Return whole months between the last day a date may mean and today, never below 0."""
    month = checked.month or 12
    months = (today.year - checked.year) * 12 + today.month - month
    if checked.day and today.day < checked.day:
        months -= 1
    return max(months, 0)


def overdue(checked: PartialDate, limit_months: int, today: date, what: str) -> str | None:
    """Return a sentence where a date is older than its limit, else None."""
    months = months_since(checked, today)
    if months <= limit_months:
        return None
    ago = counted(months, "month") if months < 24 else f"over {months // 12} years"
    return (
        f"{what} {checked}, {ago} ago. "
        f"That is longer than our limit of {limit_months} months: it may have changed since."
    )
