"""Days as numbers, so that they can be subtracted."""

from datetime import date


def day_number(day: str | None) -> int | None:
    """The number of a day (YYYY-MM-DD), or None where there is none or it is not written so.

    >>> day_number("2024-03-01") - day_number("2024-02-28")
    2
    >>> day_number("2024/03/01") is None
    True
    """
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None
