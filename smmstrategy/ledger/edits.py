"""What somebody sent from a page that may be older than what is stored: what they touched, and where others were first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.forms import Field
from django.http import QueryDict
from django.utils.translation import gettext as _

Texts = dict[str, str]  # by the name of a field, as its form sends it


def texts(row: object, names: Iterable[str]) -> Texts:
    """The fields of a row as its form sends them."""
    return {name: word(getattr(row, name)) for name in names}


def word(value: object) -> str:
    return "" if value is None else str(value)


def meanwhile(who: object | None, theirs: str, *, reader: object) -> str:
    """That something stands by now which this page has not sent: the reader's own, from another page, or somebody else's."""
    if who == reader:
        return _("You have meanwhile written here on another page: “%(theirs)s”.") % {"theirs": theirs or "—"}
    return _("%(who)s has meanwhile written here: “%(theirs)s”.") % {"who": who or _("Somebody"), "theirs": theirs or "—"}


@dataclass(frozen=True, slots=True)
class Edit:
    """`sent` is what the page sends, `was` what it was drawn with and has sent since, `stored` what is there now."""

    sent: Texts
    was: dict[str, list[str]]
    stored: Texts

    @classmethod
    def of(cls, posted: QueryDict, stored: Texts, fields: Mapping[str, Field]) -> "Edit":
        cleaned = {name: _cleaned(fields[name], posted[name]) for name in stored if name in posted}
        return cls(cleaned, {name: posted.getlist(f"was-{name}") or [value] for name, value in stored.items()}, stored)

    @property
    def drawn(self) -> Texts:
        return {name: values[0] for name, values in self.was.items()}

    @property
    def touched(self) -> Texts:
        return {name: value for name, value in self.sent.items() if not all(_same(value, was) for was in self.was[name])}

    @property
    def late(self) -> list[str]:
        """The touched fields in which something stands by now that is not from this page, nor the same."""
        return [
            name
            for name, value in self.touched.items()
            if not any(_same(self.stored[name], known) for known in (value, *self.was[name]))
        ]


def _cleaned(field: Field, value: str) -> str:
    """What is sent as it would be stored, so that it can be compared with what is; what is refused stays as it was typed."""
    try:
        return word(field.clean(value))
    except ValidationError:
        return value


def _same(one: str, other: str) -> bool:
    """A browser may send other ends of lines than it was given."""
    return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()
