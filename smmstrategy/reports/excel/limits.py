"""Excel's limits, and what is left of a text or a name that has to fit into them."""

import re

from smmstrategy.reports.text import safe_text

ROWS = 1_048_576
LINKS = 65_530  # on one sheet
UNITS = 32_767  # UTF-16 units in a cell
NAME_UNITS = 31

_ILLEGAL = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_REFERENCE = re.compile(r"[a-z]{1,3}[0-9]+|r[0-9]*(c[0-9]*)?|c[0-9]*|true|false", re.IGNORECASE)


def units(text: str) -> int:
    """Length as Excel counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """The text, or as much of it as fits with «…» at its end; a pair of units that is one character stays whole."""
    if len(text) <= limit // 2 or units(text) <= limit:
        return text
    kept = text.encode("utf-16-le", "surrogatepass")[: (limit - 1) * 2].decode("utf-16-le", "ignore")
    return kept + "…"


def cell_text(text: str) -> str:
    """What a cell can hold of a text."""
    fitting = cut(safe_text(text), UNITS)
    # XlsxWriter would take such a text for ready-made markup; a space of no width makes it text again.
    return fitting[: UNITS - 1] + "\u200b" if fitting.startswith("<r>") and fitting.endswith("</r>") else fitting


def mended_texts(texts: set[str]) -> dict[str, str]:
    """What a cell can hold of those texts that it cannot hold as they are; one look at all tells that there are none."""
    whole = "\n".join(texts)
    if safe_text(whole) == whole and "<r>" not in whole and max(map(len, texts), default=0) <= UNITS // 2:
        return {}
    return {text: fitting for text in texts if (fitting := cell_text(text)) != text}


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A legal name that no sheet has yet (`taken` holds the others in lower case): «Публикации», «Публикации (2)»."""
    legal = _SURROGATES.sub("", _ILLEGAL.sub(" ", safe_text(wanted))).strip(" '") or "—"
    for number in range(1, 10_000):
        ending = f" ({number})" if number > 1 or legal.lower() == "history" else ""
        name = cut(legal, NAME_UNITS - len(ending)) + ending
        if name.lower() not in taken:
            return name
    raise ValueError("ten thousand sheets of one name")


def check_defined_name(name: str) -> None:
    """Raise ValueError for a name that Excel would take for something else, such as a cell."""
    if not re.fullmatch(r"[a-z_][a-z0-9_]{0,200}", name) or _REFERENCE.fullmatch(name):
        raise ValueError(f"{name!r} cannot be the name of a column")
