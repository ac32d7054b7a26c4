"""What somebody sent from a page that may be older than what is stored: what they touched, and where others were first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

Said = dict[str, str]


def said(row: object, names: Iterable[str]) -> Said:
    """The fields of a row as its form sends them."""
    return {name: word(getattr(row, name)) for name in names}


def word(value: object) -> str:
    return "" if value is None else str(value)


def meanwhile(who: object | None, theirs: str) -> str:
    return _("%(who)s has meanwhile written here: “%(theirs)s”.") % {"who": who or _("Somebody"), "theirs": theirs or "—"}


@dataclass(frozen=True, slots=True)
class Edit:
    """`told` is what the page sends, `was` what it was drawn with, `stored` what is there now."""

    told: Said
    was: Said
    stored: Said

    @classmethod
    def of(cls, sent: Mapping[str, str], stored: Said) -> "Edit":
        told = {name: sent[name] for name in stored if name in sent}
        return cls(told, {name: sent.get(f"was-{name}", value) for name, value in stored.items()}, stored)

    @property
    def touched(self) -> Said:
        return {name: value for name, value in self.told.items() if not _same(value, self.was[name])}

    @property
    def late(self) -> list[str]:
        """The touched fields in which something new stands by now that is not the same either."""
        return [
            name
            for name, value in self.touched.items()
            if not _same(self.stored[name], self.was[name]) and not _same(self.stored[name], value)
        ]


def _same(one: str, other: str) -> bool:
    """A browser may send other ends of lines than it was given."""
    return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()
