"""What entries are about: every product tells its kinds of rows when Django starts; those of clients, who stand below, are here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, "Fact"]


@dataclass(frozen=True, slots=True)
class Fact:
    """What a person calls something that entries say of a row and no field of it names; and how its value is said."""

    word: Any
    said: Callable[[Any], str] | None = None


def no_words() -> Words:
    return {}


@dataclass(frozen=True, slots=True)
class ObjectKind:
    """A kind of row that entries are about: its word, its own name, what that name needs, and its page.

    `facts` are those that no field names, asked for in the reader's language; entries also have facts of rows of the model `also`.
    """

    word: Any
    name: Callable[[Any], str] | None = str
    needs: tuple[str, ...] = ()
    page: tuple[str, str] | None = None
    facts: Callable[[], Words] = no_words
    also: str = ""


_kinds: dict[str, ObjectKind] = {}


def add(model: str, kind: ObjectKind) -> None:
    _kinds[model] = kind


def of(model: str) -> ObjectKind:
    """One that nobody has told, of another version maybe, is called as its model."""
    return _kinds.get(model) or ObjectKind(model, None)


def called(name: str) -> Any:
    """The word for rows of the model of that name: what a snapshot was sealed of."""
    return next((kind.word for model, kind in _kinds.items() if model.endswith(f".{name}")), name)


add("clients.client", ObjectKind(_("client"), page=("client", "slug")))
add("clients.brand", ObjectKind(_("brand"), page=("brand", "slug")))
add("clients.account", ObjectKind(_("account")))
add("clients.tracking", ObjectKind(_("tracking of an account"), lambda row: str(row.account), ("account",), also="clients.account"))
add(
    "clients.membership",
    ObjectKind(_("access"), lambda row: str(row.user), ("user",), facts=lambda: {"ended_at": Fact(_("ended"))}),
)
OF_PEOPLE = {"password": Fact(_("password"), lambda _new: gettext("a new one was given"))}
add("clients.user", ObjectKind(_("person"), facts=lambda: OF_PEOPLE))
