"""Whose a file is that does not say it: where its reader has taken that for granted, a command is asked as a page is."""

from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.outcomes import Reading
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.records.owners.tables import TAKEN_FOR
from smmstrategy.metrics.models import Import


def ask(import_: Import, reading: Reading) -> None:
    """Of each network at once; a site is the brand's only one."""
    warnings = reading.plan["warnings"]
    taken = {one["params"]["account"].partition(":")[0] for one in warnings if one["text"] == TAKEN_FOR} - {SITE}
    asked = Draft()
    for network in sorted(taken):
        own = _own(import_, network)
        asked.ask_whose(network, own, only=own if len(own) == 1 else [], apart=False)
    if taken:
        reading.plan["question"] = asked.question
        reading.plan["warnings"] = [one for one in warnings if one["text"] != TAKEN_FOR]


def _own(import_: Import, network: str) -> list[str]:
    """The brand's own accounts there."""
    own = Tracking.objects.filter(brand=import_.brand_id, role=Tracking.Role.OWN)
    accounts = Account.objects.filter(pk__in=own.values("account"), network=network).order_by("handle")
    return [f"{network}:{handle}" for handle in accounts.values_list("handle", flat=True)]
