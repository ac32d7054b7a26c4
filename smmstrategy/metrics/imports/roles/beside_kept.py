"""New accounts beside those that are kept: called as a competitor is, or in a network where the brand has one of its own."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from smmstrategy.clients import handles
from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.outcomes import Subject
from smmstrategy.metrics.imports.queries import There
from smmstrategy.metrics.imports.reading.cells.names import compared
from smmstrategy.metrics.imports.reading.draft import page
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.imports.reading.records.owners.same_page import is_another
from smmstrategy.metrics.imports.roles.accounts import Name

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
BESIDE_ANOTHER = say(
    "The brand has {kept} in this network already, and {accounts} is new and another page. Say what it is to the brand (--role "
    "own, competitor or influencer).",
    "The brand has {kept} in these networks already, and {accounts} are new and other pages. Say what they are to the brand "
    "(--role own, competitor or influencer).",
)


def of(
    maybe: Sequence[Subject], trackings: Sequence[Tracking], options: Options
) -> tuple[dict[Name, list[str]], dict[Name, list[Account]]]:
    """Of accounts that no person has named, those called as others' are, and those with the brand's own in their networks."""
    as_others, beside_own, own, others = {}, {}, defaultdict[str, list[Account]](list), defaultdict[str, list[str]](list)
    for kept in trackings:
        if kept.role == Tracking.Role.OWN:
            own[kept.account.network].append(kept.account)
        else:
            for name in {*map(compared, _words([kept.account.handle, kept.account.name], kept.account.network))}:
                others[name].append(f"{kept.account.network}:{kept.account.handle}")
    by_person = {page(network, handle) for network, _name, handle in options.names_told}
    for subject in maybe:
        name, network = (subject["network"], subject["handle"]), subject["network"]
        if options.is_named(*name) or page(*name) in by_person or network == SITE:
            continue
        called = _words([subject["handle"], subject["name"], *subject["other_names"]], network)
        if alike := [code for one in {*map(compared, called)} for code in others.get(one, [])]:
            as_others[name] = alike
        if network in own:
            beside_own[name] = own[network]
    return as_others, beside_own


def may_be(new: Mapping[Name, Sequence[Account]], there: There) -> dict[Name, list[Account]]:
    """Of the brand's own beside each new account those that may be its page; an answer that names another would not be obeyed."""
    called = {pk: page_there for pk, ((_network, page_there), _is_only) in there.walls.items()}
    return {
        name: [one for one in own if not is_another(name, name[0], [one.handle, *filter(None, [called.get(one.pk)])])]
        for name, own in new.items()
    }


def _words(called: Sequence[str], network: str) -> list[str]:
    """Names: a number says nothing."""
    return [one for one in called if one and not handles.number(network, one)]
