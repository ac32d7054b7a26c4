"""What people set for themselves, without an entry in the ledger."""

from smmstrategy.clients.models import User


def choose_language(user: User, *, language: str) -> None:
    user.language = language
    user.save(update_fields=["language"])
