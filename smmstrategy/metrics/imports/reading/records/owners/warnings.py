"""What is said of accounts that a person has named, where rows are of others."""

from collections.abc import Iterable

from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.imports.reading.records.owners.same_page import Owner
from smmstrategy.metrics.imports.reading.records.owners.tables import codes


def warn_of_other_networks(own: Iterable[Owner], draft: Draft, context: Context) -> None:
    """Say which accounts of a list are in another network than the one a person has named."""
    if others := [owner for owner in own if context.account and all(owner) and owner[0] != context.account[0]]:
        draft.warn(
            "Rows are of another network than the one you named ({accounts}): they were taken for the accounts they name.",
            accounts=first_of(codes(others)),
        )


def warn_of_nothing(draft: Draft, context: Context) -> None:
    """Say that nothing was taken for the account a person has named, where all that was taken is of others named beside it."""
    there = {network for network, _key in draft.subjects}
    if (
        context.account
        and there
        and context.network not in there
        and there <= context.options.accounts_named.keys()
        and not draft.question
    ):
        draft.warn(
            "The file holds nothing of the network of the account you named ({account}): nothing was taken for it.",
            account=":".join(context.account),
        )
