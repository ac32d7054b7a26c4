"""Walks every chain of the ledger; with --heads FILE it also finds a cut tail."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from smmstrategy.clients.isolation import scope
from smmstrategy.ledger import queries


class Command(BaseCommand):
    help = "Check that no entry of the ledger was changed, moved or removed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--heads", type=Path, help="a file kept elsewhere: compared with first, then written anew")

    def handle(self, *, heads: Path | None, **options) -> None:
        kept = _kept(heads) if heads and heads.exists() else {}
        with scope("system"):
            found = queries.breaks() + queries.lost(kept)
            now = queries.heads()
        if found:
            lines = [f"client {b.client_id}, entry {b.number}: {b.reason}" for b in found]
            raise CommandError("The ledger is not whole:\n" + "\n".join(lines))
        if heads:
            _keep(heads, [[client, *head] for client, head in now.items()])
        self.stdout.write(f"The ledger is whole: {len(now)} chains, {sum(number for number, _ in now.values())} entries.")


def _kept(heads: Path) -> dict[int | None, tuple[int, str]]:
    try:
        return {client: (number, digest) for client, number, digest in json.loads(heads.read_text())}
    except (OSError, ValueError, TypeError) as error:
        raise CommandError(f"{heads} holds no heads that this command has written.") from error


def _keep(heads: Path, now: list[list]) -> None:
    try:
        heads.write_text(json.dumps(now))
    except OSError as error:
        raise CommandError(f"The heads cannot be written to {heads}: {error.strerror}.") from error
