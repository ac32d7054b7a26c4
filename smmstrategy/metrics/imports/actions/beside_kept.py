"""New accounts beside those that are kept: called as a competitor is, or in a network where the brand has one of its own."""

from collections import defaultdict
from collections.abc import Sequence

from smmstrategy.clients import handles
from smmstrategy.clients.models import Brand, Tracking
from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.actions.tracking import Name
from smmstrategy.metrics.imports.outcomes import Subject
from smmstrategy.metrics.imports.reading.cells.names import compared
from smmstrategy.metrics.imports.reading.draft import page
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.options import Options

AS_OTHERS = say(
    "{accounts} is called as one that is kept as another's than the brand: {kept}. Say what it is to the brand (--role own, "
    "competitor or influencer).",
    "{accounts} are called as some that are kept as others' than the brand: {kept}. Say what they are to the brand (--role own, "
    "competitor or influencer).",
)
BESIDE_OWN = say(
    "The brand has {kept} in this network already, and {accounts} is new. If both are one page, name the one it has (--account "
    "NETWORK:HANDLE); if not, say what the new one is to the brand (--role own, competitor or influencer).",
    "The brand has {kept} in these networks already, and {accounts} are new. If some are the same pages, name those it has "
    "(--account NETWORK:HANDLE, once for each network); if not, say what the new ones are to the brand (--role own, competitor or "
    "influencer).",
)


def of(maybe: Sequence[Subject], brand: Brand, told: Options) -> tuple[dict[Name, list[str]], dict[Name, list[str]]]:
    """Of accounts that no person has named, those called as others' are, and those with the brand's own in their networks."""
    as_others, beside_own, own, others = {}, {}, defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for kept in Tracking.objects.filter(brand=brand).select_related("account").order_by("account__handle"):
        code = f"{kept.account.network}:{kept.account.handle}"
        if kept.role == Tracking.Role.OWN:
            own[kept.account.network].append(code)
        else:
            for name in {*map(compared, _words([kept.account.handle, kept.account.name], kept.account.network))}:
                others[name].append(code)
    by_person = {page(network, handle) for network, _name, handle in told.names_told}
    for subject in maybe:
        name, network = (subject["network"], subject["handle"]), subject["network"]
        if told.is_named(*name) or page(*name) in by_person or network == SITE:
            continue
        called = _words([subject["handle"], subject["name"], *subject["other_names"]], network)
        if alike := [code for one in {*map(compared, called)} for code in others.get(one, [])]:
            as_others[name] = alike
        if network in own:
            beside_own[name] = own[network]
    return as_others, beside_own


def _words(called: Sequence[str], network: str) -> list[str]:
    """Names: a number says nothing."""
    return [one for one in called if one and not handles.number(network, one)]
