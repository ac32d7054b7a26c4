"""Whose account a row speaks of: what a person said, what the row says, what its link says, what is known of the brand."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from smmstrategy.clients import handles
from smmstrategy.metrics.imports import pages
from smmstrategy.metrics.imports.draft import Context, Draft
from smmstrategy.metrics.imports.kinds.kind import Kind
from smmstrategy.metrics.imports.layout import Table
from smmstrategy.metrics.imports.links import Link
from smmstrategy.metrics.imports.messages import first_of, say
from smmstrategy.metrics.networks import HOSTS, NAMES
from smmstrategy.metrics.sources import MEDIA

Owner = tuple[str, str]
AT = re.compile(r"@\w[\w.-]*")
HANDLE = re.compile(r"@?\w[\w.-]*|-\d+", re.ASCII)  # or the number of a wall or chat
PAGE = r"(?:канал|страниц|аккаунт|групп|сообществ|паблик|профил|channel|page|account|group|community|profile)\w*"
PERSON = r"(?:менеджер|админ|автор|редактор|manager|admin|author|editor)(?!истрац|ск)\w*"
# What stands right before the page a title is about: «канала», «Канал «Акме»», «группы в Telegram»; a person's is not the page.
OF_A_PAGE = re.compile(
    rf"(?P<person>(?<!\w){PERSON}:?\s+(?:\w+[\s-]+){{0,2}})?(?<!\w){PAGE}:?\s+"
    rf"(?:(?:(?:в|на|in|on)\s+)?(?:{'|'.join(NAMES.values())})\s+)?(?:[«\"][^»\"]*[»\"]\s*)?$",
    re.IGNORECASE,
)
# What does not say the name of its page: the number in an address, of a wall, of a Telegram channel as its bots write it.
NUMBERED = re.compile(r"(?:(?:club|id|-(?:100(?=\d{10}$)0*)?)?(\d+))?")
NUMBERS = (NUMBERED, handles.CHANNEL)


def of_table(kind: Kind, title: str, draft: Draft, context: Context, network: str = "") -> Owner | None:
    """The account a whole table is about, when its rows name none; `title` is the table's. Asks when nobody can know."""
    if told := _told(kind, title, context):
        return told
    network = network or kind.network or network_in(title) or network_in(context.file_name)
    if context.account and not context.named_in(network):
        draft.warn(
            "A table under the title «{title}» was not taken for the account you named, which is in another network.", title=title
        )
    if not network:
        draft.ask(
            "account",
            "--account",
            say("The file does not say which network and account it is about. Name them (--account NETWORK:HANDLE)."),
            choices=sorted(f"{network}:{handle}" for network, handles in context.known_accounts.items() for handle in handles),
        )
        return None
    return _known(network, draft, context)


def of_values(kind: Kind, title: str, accounts: Sequence[str], draft: Draft, context: Context) -> list[Owner | None]:
    """The account of each row of values, `accounts` being those the rows name; beside several a row that names none has none.

    A handle in words is in the network of the table: that of its kind, of the account a person has named, of its title or its file.
    """
    told, network = _told(kind, title, context), _network(kind, title, context)
    own = _spelt_once(_of_page(network, account) for account in accounts)
    said = set(filter(None, own))
    found = _beside_named(told, own, set(), draft, context) if told else own
    if len(said) > 1:
        return [owner and one for owner, one in zip(own, found, strict=True)]
    rest = None if all(found) else said.pop() if said else of_table(kind, title, draft, context)
    return [owner or rest for owner in found]


def _network(kind: Kind, title: str, context: Context) -> str:
    told = _told(kind, title, context)
    return kind.network or (told[0] if told else network_in(title) or network_in(context.file_name))


def _of_page(network: str, account: str) -> Owner | None:
    network, handle = pages.profile(account) or (network, pages.handle_in(account)[:120])
    return (network, handle) if network and handle else None


def under_title(kind: Kind, table: Table, accounts: Sequence[str], draft: Draft, context: Context) -> list[str]:
    """The accounts the rows name, and where they name none the only one that the title of their table does.

    Beside an account that a person has named the title must say that it is about that page, which may be that of whoever wrote it.
    """
    said: dict[str, bool] = defaultdict(bool)
    for line in [table.name, *table.notes]:
        for m in re.finditer(r"\S+", line):
            if _is_page(word := m[0].strip("«»\"'(),.;:"), kind.network):
                said[word] |= _is_about(line[: m.start()], line[m.end() :])
    named = {word: _named_beside(word, kind, table.title, context) for word in said}
    found = [word for word, is_about in said.items() if is_about or not named[word]]
    if len(said) == len(found) == 1:
        return [account or found[0] for account in accounts]
    if not all(accounts):
        _warn_of_title(named, draft, context)
    return list(accounts)


def _warn_of_title(named: dict[str, Owner | None], draft: Draft, context: Context) -> None:
    """Say which pages of a title are none of the account a person has `named` beside each of them."""
    pairs = [(told, owner) for word, told in named.items() if told and (owner := _of_page(told[0], word))]
    others = [owner for told, owner in pairs if not _is_same(owner, told[0], [told[1], *context.numbered])]
    if others:
        draft.warn(
            "The title above the rows names another account than the one you named ({accounts}), without saying that it is about "
            "that one alone: whose the rows are was not taken from it.",
            accounts=", ".join(f"{network}:{handle}" for network, handle in others),
        )


def _is_about(before: str, after: str) -> bool:
    """A page is what a line of a title is about: it stands there alone, or as the page of some name."""
    of_a_page = OF_A_PAGE.search(before)
    return not (before + after).strip() or bool(of_a_page and not of_a_page["person"])


def _named_beside(word: str, kind: Kind, title: str, context: Context) -> Owner | None:
    """The account a person has named for the network of that page, or else for the table."""
    page = pages.profile(word)
    network = page[0] if page else _network(kind, title, context)
    handle = context.named_in(network)
    return (network, handle) if handle else _told(kind, title, context)


def _is_page(word: str, network: str) -> bool:
    """A handle with its @, or the address of a page, of that network if one is known; a site has neither."""
    if page := pages.profile(word):
        return network in ("", page[0])
    return bool(AT.fullmatch(word)) and network != "website"


def _told(kind: Kind, title: str, context: Context) -> Owner | None:
    """The account a person has named, unless the table's title speaks of another network."""
    spoken = "" if kind.network else network_in(title)
    if context.account and spoken not in ("", context.account[0]):
        return None
    return context.account


def _known(network: str, draft: Draft, context: Context) -> Owner | None:
    if named := context.named_in(network):
        return network, named
    known = context.known_accounts.get(network, [])
    asks = context.may_ask and network != "website"
    if len(known) > 1 or (known and asks):
        draft.ask_which([f"{network}:{handle}" for handle in known], apart=bool(context.account))
        return None
    if asks and not context.account:
        text = say("The file does not say whose account it is about. Name it (--account NETWORK:HANDLE).")
        draft.ask("account", "--account", text, choices=[], network=network)
        return None
    handle = known[0] if known else "site" if network == "website" else context.default_handle
    draft.warn(
        "The file does not say whose account it is about; taken for {account}. To change that, name it (--account NETWORK:HANDLE).",
        account=f"{network}:{handle}",
    )
    return network, handle


def of_posts(
    kind: Kind,
    title: str,
    accounts: Sequence[str],
    found: Sequence[Link | None],
    rows: Sequence[str],
    draft: Draft,
    context: Context,
) -> list[Owner | None]:
    """The account of each post, `accounts` being the pages the rows name and `rows` what they are called.

    Rows that name nobody belong to the only account the others name, if their links lead to its network, else to the table's.
    """
    own = _spelt_once(_of_post(kind, account, link) for account, link in zip(accounts, found, strict=True))
    said = Counter(owner for owner in own if owner)
    told = _told(kind, title, context)
    linked = {link.network for link in found if link}
    if told:
        return _beside_named(told, _one_page(own, said) if kind.of_one_page and said else own, linked, draft, context)
    if not said and (several := len(set(filter(None, accounts)))) > 1:
        draft.warn("The file names {count} accounts but not their network; all its rows were taken for one.", count=several)
    if not said or not all(own):
        of_rest = {link.network for owner, link in zip(own, found, strict=True) if link and not owner}
        if len(said) == 1 and of_rest <= {network for network, _handle in said}:
            rest = next(iter(said))
        else:
            networks = of_rest or linked
            rest = of_table(kind, title, draft, context, networks.pop() if len(networks) == 1 else "")
        if rest is None and said:
            nobodys = [row for row, owner in zip(rows, own, strict=True) if not owner]
            draft.question = {"rows": first_of(nobodys), "row_count": len(nobodys)} | draft.question
        return [owner or rest for owner in own]
    return _one_page(own, said) if kind.of_one_page else list(own)


def _spelt_once(own: Iterable[Owner | None]) -> list[Owner | None]:
    """Each account as the first row that names it spells its handle."""
    first: dict[Owner, Owner] = {}
    return [owner and first.setdefault((owner[0], handles.key(*owner)), owner) for owner in own]


def _beside_named(told: Owner, own: Sequence[Owner | None], linked: set[str], draft: Draft, context: Context) -> list[Owner | None]:
    """Each row to the account it names, to the one a person has named where it names none.

    The only account of its network may be the one named, under a number or a name in words; links that all lead to another
    network make no account. `linked` are the networks the links lead to.
    """
    names = [told[1], *context.numbered]
    said = dict.fromkeys(filter(None, own))
    there = [owner for owner in said if owner[0] == told[0]] or ([] if told[0] in linked else list(said))
    maybe = there if len(there) == 1 and not _is_another(there[0], told[0], names) else []
    others = [owner for owner in said if owner not in maybe and not _is_same(owner, told[0], names)]
    if others:
        draft.warn(
            "Rows, or the title above them, name another account than the one you named ({accounts}): they were taken for the one "
            "they name.",
            accounts=", ".join(f"{network}:{handle}" for network, handle in others),
        )
    return [owner if owner in others else told for owner in own]


def _is_same(owner: Owner, network: str, names: Sequence[str]) -> bool:
    return owner[0] == network and handles.key(*owner) in {handles.key(network, name) for name in names}


def _is_another(owner: Owner, network: str, names: Sequence[str]) -> bool:
    """A handle of that network that is none of the `names` of the account named.

    A number or an identifier may be that of a page named otherwise, not of one known by another number, and a name that of one
    known by numbers alone; words may be anybody's.
    """
    if owner[0] != network:
        return False
    for sort in NUMBERS:
        if found := sort.fullmatch(owner[1]):
            known = {m[1] for name in names if (m := sort.fullmatch(name))}
            return bool(known) and found[1] not in known
    return _is_handle(owner[1]) and not all(any(sort.fullmatch(name) for sort in NUMBERS) for name in names)


def _is_handle(account: str) -> bool:
    return account.isascii() and " " not in account


def is_account(account: str, *, in_words: bool) -> bool:
    """A row of values names an account by its address or its handle, in words where a person has said so, never by a network."""
    if _is_network(account) or MEDIA.fullmatch(account):
        return False
    return bool(pages.handle_in(account)) and (in_words or bool(pages.network_of(account) or HANDLE.fullmatch(account)))


def of_pages(accounts: Sequence[str], found: Sequence[Link | None]) -> list[str]:
    """The accounts without those that are no page: a network («ВКонтакте», vk.com), or the several authors of one page."""
    linked = [(link.network, link.handle) if link and link.handle else None for link in found]
    called: dict[Owner | None, set[str]] = defaultdict(set)
    for page, account in zip(linked, accounts, strict=True):
        called[page].add(account)
    several = {page for page, names in called.items() if page and len(names) > 1}
    return ["" if page in several or _is_network(account) else account for page, account in zip(linked, accounts, strict=True)]


def _of_post(kind: Kind, account: str, link: Link | None) -> Owner | None:
    network = kind.network or (link.network if link else "")
    in_address = link.handle if link else ""
    handle = better_handle(account, in_address)
    if not NUMBERED.fullmatch(in_address) and in_address.casefold() != handle.casefold():
        handle = in_address
    return (network, handle) if network and handle else None


def better_handle(account: str, in_address: str) -> str:
    """What the row calls its account, unless that is a name in words and the address says the handle."""
    return (not _is_handle(account) and in_address) or pages.handle_in(account)[:120] or in_address


def _one_page(own: list[Owner | None], said: Counter[Owner]) -> list[Owner | None]:
    """An export of one page whose links name it now by its name, now by its number."""
    named = [owner for owner, _count in said.most_common() if not owner[1].isdigit()] or list(said)
    return [named[0]] * len(own) if len(named) == 1 else list(own)


def _is_network(account: str) -> bool:
    return account.casefold() in HOSTS or any(re.fullmatch(words, account, re.IGNORECASE) for words in NAMES.values())


def network_in(name: str) -> str:
    """The one network the name of a file or the title of a table speaks of, or nothing."""
    found = [network for network, words in NAMES.items() if re.search(words, name, re.IGNORECASE)]
    return found[0] if len(found) == 1 else ""
