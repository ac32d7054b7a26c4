"""Names as people see them: whether there is anything to see, and what makes two of them look the same."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters and signs that show nothing


def as_seen(name: str) -> str:
    """The name without what shows nothing, and without the case of its letters."""
    shown = "".join(sign for sign in unicodedata.normalize("NFKC", name) if sign.isspace() or _shows(sign))
    return " ".join(shown.split()).casefold()


def validate_visible(name: str) -> None:
    """Raise ValidationError unless there is something to read and to click."""
    if all(sign.isspace() or unicodedata.category(sign)[0] == "M" for sign in as_seen(name)):
        raise ValidationError(_("There is nothing to see here: write at least one letter, digit or sign."))


def _shows(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMNPS" and sign not in BLANK
