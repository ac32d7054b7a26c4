"""The accounts a file speaks of, each with what it is to the brand."""

from dataclasses import dataclass

from smmstrategy.clients.models import Account, Brand, Tracking
from smmstrategy.metrics.imports.queries import There

Name = tuple[str, str]  # network and handle, as the file has them


@dataclass
class Accounts:
    """The account of each subject by network and handle; which of them are new, and which the brand tracks only now.

    What was `there` before are all of the client in the networks of the file.
    """

    of: dict[Name, Account]
    made: list[Account]
    trackings: list[Tracking]
    tracked: dict[Account, Tracking]  # what each is to the brand
    there: There

    @property
    def roles(self) -> dict[Account, str]:
        return {account: tracking.role for account, tracking in self.tracked.items()}

    @property
    def new(self) -> set[Name]:
        return {(account.network, account.handle) for account in self.made}


def kept_by(brand: Brand) -> list[Tracking]:
    """Whom the brand looks at, with the accounts, by their handles."""
    return list(Tracking.objects.filter(brand=brand).select_related("account").order_by("account__handle"))
