"""Walks every chain of the ledger; with --heads FILE it also finds a cut tail."""

import json
from pathlib import Path

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from smmstrategy.clients.isolation import scope
from smmstrategy.commands import Spoken
from smmstrategy.files import put_anew, why
from smmstrategy.ledger import queries

REASONS = {
    "changed": gettext_noop("was changed"),
    "entries before it are missing": gettext_noop("entries before it are missing"),
    "does not follow the entry before it": gettext_noop("does not follow the entry before it"),
    "was there before and is not any more": gettext_noop("was there before and is not any more"),
}


class Command(Spoken):
    help = gettext_noop("Check that no entry of the ledger was changed, moved or removed.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--heads", type=Path, metavar=_("FILE"), help=_("a file kept elsewhere: compared with first, then written anew")
        )

    def handle(self, *, heads: Path | None, **options) -> None:
        kept = _kept(heads) if heads and heads.exists() else {}
        with scope("system"):
            breaks = queries.breaks() + queries.lost(kept)
            now = queries.heads()
        if breaks:
            raise CommandError("\n".join([_("The ledger is not whole:"), *map(_line, breaks)]))
        if heads:
            _keep(heads, [[client, *head] for client, head in now.items()])
        self.stdout.write(_whole(len(now), sum(number for number, _hash in now.values())))


def _whole(chains: int, entries: int) -> str:
    counted = {
        "chains": ngettext("%(n)s chain", "%(n)s chains", chains) % {"n": chains},
        "entries": ngettext("%(n)s entry", "%(n)s entries", entries) % {"n": entries},
    }
    return _("The ledger is whole: %(chains)s, %(entries)s.") % counted


def _line(broken: queries.Break) -> str:
    params = {"client": broken.client_id or "—", "number": broken.number, "reason": _(REASONS[broken.reason])}
    return _("client %(client)s, entry %(number)s: %(reason)s") % params


def _kept(heads: Path) -> dict[int | None, tuple[int, str]]:
    try:
        return {client: (number, digest) for client, number, digest in json.loads(heads.read_text())}
    except (OSError, ValueError, TypeError) as error:
        sentence = _("%(file)s holds no heads that this command has written: name the file of an earlier run, or a new one.")
        raise CommandError(sentence % {"file": heads}) from error


def _keep(heads: Path, now: list[list]) -> None:
    try:
        heads.resolve().parent.stat()  # a folder that was mistyped is not made
        put_anew(heads, [json.dumps(now).encode()])
    except OSError as error:
        raise CommandError(_("The heads cannot be written to %(file)s: %(why)s.") % {"file": heads, "why": why(error)}) from error
