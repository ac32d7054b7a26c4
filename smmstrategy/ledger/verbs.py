"""What an entry says was done: the verbs of all products, each once, as a participle."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verb(TextChoices):
    CREATED = "created", _("created")
    CHANGED = "changed", _("changed")
    DELETED = "deleted", _("deleted")
    TRACKED = "tracked", _("tracked")
    UNTRACKED = "untracked", _("no longer tracked")
    GRANTED = "granted", _("access given")
    REVOKED = "revoked", _("access ended")
    APPLIED = "applied", _("import written")
    UNDONE = "undone", _("import undone")
    DISMISSED = "put_away", _("dismissed")  # as entries already written have it, which nobody changes
    DRAFTED = "drafted", _("drafted")
    SCORED = "scored", _("scored")
    PLANNED = "planned", _("opportunity planned")
    UNPLANNED = "unplanned", _("opportunity dropped")
    SUBMITTED = "submitted", _("sent to be made")
    SEALED = "sealed", _("numbers sealed")
    DRAWN = "drawn", _("document made")
    RENDERED = "rendered", _("documents ready")
    REVISED = "revised", _("new version begun")
    CHOSEN = "chosen", _("made the baseline")
    DELIVERED = "delivered", _("delivered to the client")
    WITHDRAWN = "withdrawn", _("withdrawn")


GOING = frozenset({Verb.DELETED, Verb.UNTRACKED})  # the row is gone afterwards


def choices() -> list[tuple[str, object]]:
    """Asked for by the table's column, so that a new verb leaves the table alone."""
    return Verb.choices
