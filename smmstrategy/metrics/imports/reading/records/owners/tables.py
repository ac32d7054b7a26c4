"""The account a whole table is about, when its rows name none: the one a person has named, or known of the brand, or asked for.

A table called exactly as a known account is that account's, beside another that a person has named a competitor's alone, and so
is its file, unless a person has named another for it; one that only mentions another's is asked about.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import names, networks, pages, whose
from smmstrategy.metrics.imports.reading.cells.links import Link
from smmstrategy.metrics.imports.reading.columns import titled
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.messages import Message, Refused, first_of, say
from smmstrategy.metrics.imports.reading.options import ANY
from smmstrategy.metrics.imports.reading.records.owners import same_page
from smmstrategy.metrics.imports.reading.records.owners.said import Said
from smmstrategy.metrics.imports.reading.records.owners.same_page import Owner, is_among
from smmstrategy.metrics.imports.reading.tables.layout import Table

TAKEN_FOR = (
    "The file does not say whose account it is about; taken for {account}. To change that, name it (--account NETWORK:HANDLE); "
    "undo the import first if it was written."
)
AT = re.compile(r"@\w[\w.-]*")


def of_table(kind: Kind, table: Table, words: Sequence[str], draft: Draft, context: Context, network: str = "") -> Owner | None:
    """The account a whole table is about, when its rows name none. Asks when nobody can know.

    What its title mentions, and the `words` its rows have in place of one, is never more than what the question proposes.
    """
    owner = _known_of_table(kind, table, words, draft, context, network)
    draft.asked_of += [] if owner else [table.title]
    return owner


def _known_of_table(kind: Kind, table: Table, words: Sequence[str], draft: Draft, context: Context, network: str) -> Owner | None:
    account = named_for(kind, table, context, network)
    if account and account[1] != ANY:
        return account
    if _is_of_stranger(kind, table, context, network):
        raise Refused(
            "Rows {rows} stand below the line «{title}», and nobody knows whose account that is. Write the account in each row, in "
            "a column «Account», or leave these rows out (--leave-out NAME).",
            rows=table.lines,
            title=table.title,
        )
    network = network or kind.network or titled.network(table) or draft.of_archive or (account or [""])[0]
    network = network or networks.spoken_in(context.file_name)
    of_others = _networks_of_others(context)
    network = network or _only_named(kind, context) or (context.network if context.network in of_others else "")
    handle = "" if network in of_others else context.options.handle_named(network)
    if context.account and not (account or handle or network in of_others):
        _warn_of_another_network(kind, table, draft, context)
    if handle:
        warn_of_title((network, handle), kind, table, draft, context)
        return network, handle
    maybe = [*_mentioned(kind, table), *_names_of_others([table.name, *table.notes, context.file_name], context), *words]
    proposed = [page for word in maybe if (page := _of_page(network, word, context))]
    if not network:
        likely = [page for page in [*proposed, *_all_known(context)] if page[0] in kind.networks or not kind.networks]
        draft.ask("account", _which_network(kind), choices=codes(likely))
        return None
    return _known_account(network, [page for page in proposed if page[0] == network], draft, context)


def _networks_of_others(context: Context) -> set[str]:
    """In which networks the name of the file is in doubt: it has that of another known account, and what was said of the account
    was said of several files."""
    names_there = _names_of_others([context.file_name], context) if context.options.is_one_of_several else []
    return {network for network, known in context.known.names.items() if any(name in known for name in names_there)}


def _only_named(kind: Kind, context: Context) -> str:
    """The only network of those the kind may be of in which a person has named an account."""
    named = [network for network in kind.networks if context.options.handle_named(network)]
    return named[0] if len(named) == 1 else ""


def _which_network(kind: Kind) -> Message:
    if kind.networks:
        text = "The file does not say which account of {networks} it is about. Name one (--account NETWORK:HANDLE)."
        return say(text, networks=" / ".join(kind.networks))
    return say("The file does not say which network and account it is about. Name them (--account NETWORK:HANDLE).")


def propose(draft: Draft) -> None:
    """Where nothing says of which network and account a table is, those that others of the file name are proposed first.

    Not what stands on sheets that are called by networks: each has its own.
    """
    asked, there = draft.question, codes((subject.network, subject.handle) for subject in draft.subjects.values())
    apart = {name for table in draft.tables if networks.called(table["name"]) for name in table.get("accounts", ())}
    named = [name for name in there if name not in apart]
    if named and asked.get("asks") == "account" and "networks" not in asked:
        text = say(
            "The file does not say whose account it is about. It may be: {handles}. Name it (--account NETWORK:HANDLE).",
            handles=first_of(named),
        )
        draft.question = asked | {"choices": list(dict.fromkeys([*named, *asked["choices"]])), "message": text}


def _warn_of_another_network(kind: Kind, table: Table, draft: Draft, context: Context) -> None:
    if named_for(kind, table, context):
        draft.warn("Rows of another network than that of the account you named were not taken for it.")
    else:
        draft.warn(
            "A table under the title «{title}» was not taken for the account you named, which is in another network.",
            title=table.title,
        )


def _network_of(kind: Kind, table: Table, context: Context) -> str:
    """The network of the handles and words in a table's rows that name none, as far as one is known."""
    account = named_for(kind, table, context)
    return kind.network or (account[0] if account else titled.network(table) or networks.spoken_in(context.file_name))


def network_of_names(said: Said, context: Context) -> str:
    """The same of names, or the only network to which links of the table lead."""
    leads_to = linked(said.leads)
    return _network_of(said.kind, said.table, context) or (leads_to.pop() if len(leads_to) == 1 else "")


def linked(leads: Iterable[Link | None]) -> set[str]:
    return {link.network for link in leads if link}


def _of_page(network: str, account: str, context: Context) -> Owner | None:
    """The page that an address, a handle, a number or the name of one of the brand's accounts stands for."""
    network = pages.network_of(account) or network
    known = context.known.names.get(network, {}).get(names.compared(account))
    handle = known or pages.handle_in(network, account)[: handles.LONGEST]
    return (network, handle) if network and handle else None


def _mentioned(kind: Kind, table: Table) -> list[str]:
    """The pages that the lines above a table or the name of its sheet mention, whatever they say of them."""
    words = [word.strip("«»\"'(),.;:") for line in [table.name, *table.notes] for word in line.split()]
    return [word for word in words if _is_page(word, kind.network)]


def _names_of_others(lines: Sequence[str], context: Context) -> list[str]:
    """The names of known accounts of others than the brand that stand in these lines as whole words, but within its own names."""
    known = [(name, (network, handle)) for network, there in context.known.names.items() for name, handle in there.items()]
    own = {name for name, owner in known if is_among(owner, context.known.own)} | {context.brand}
    text = "\n".join(names.compared(line.replace("_", " ")) for line in lines)
    for name in sorted((name for name in own if name and name in text), key=len, reverse=True):
        text = _whole(name).sub(" ", text)
    there = dict.fromkeys(name for name, _owner in known if name and name in text)
    return [name for name in there if name not in own and _whole(name).search(text)]


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def warn_of_title(taken_for: Owner, kind: Kind, table: Table, draft: Draft, context: Context) -> None:
    """Say which pages a title mentions that a person has not named, beside the one whose rows they were `taken_for`."""
    known = context.known.names.get(taken_for[0], {})
    named = [name for name in _names_of_others([table.name, *table.notes], context) if name in known]
    pages_there = (_of_page(taken_for[0], word, context) for word in [*_mentioned(kind, table), *named])
    mentioned = dict.fromkeys(same_page.spelt_once(pages_there))
    spelt = [taken_for[1], *context.walls]
    strange = [page for page in mentioned if page and not context.options.is_named(*page)]
    if others := [page for page in strange if not is_among(page, {taken_for[0]: spelt})]:
        draft.warn(
            "The title above the rows names another account than the one you named ({accounts}): whose the rows are was not taken "
            "from it.",
            accounts=first_of(codes(others)),
        )


def codes(owners: Iterable[Owner]) -> list[str]:
    """How accounts are called in sentences and answers, each once."""
    return list(dict.fromkeys(map(":".join, same_page.spelt_once(owners))))


def _all_known(context: Context) -> list[Owner]:
    return sorted((network, handle) for network, known in context.known.own.items() for handle in known)


def _is_page(word: str, network: str) -> bool:
    """A handle with its @, or the address of a page, of that network if one is known; a site has neither."""
    if page := pages.profile(word):
        return network in ("", page[0])
    return bool(AT.fullmatch(word)) and network != "website"


def named_for(kind: Kind, table: Table, context: Context, network: str = "") -> Owner | None:
    """The account a person has named, unless the table's title, or the `network` of its rows, is another one.

    A table of which a person has said it by its title is the account's that they said; one that is called as a competitor is, or a
    known account where nobody has named one, is that account's.
    """
    if meant := meant_by_title(kind, table, context, network):
        return meant
    called = called_as(kind, table, context, network)
    if called and (context.account is None or table.section or is_among(called, context.known.competitors)):
        return called
    if _is_of_stranger(kind, table, context, network):
        return None
    spoken = network or ("" if kind.network else titled.network(table))
    if context.account and (spoken not in ("", context.account[0]) or context.network in _networks_of_others(context)):
        return None
    return context.account


def meant_by_title(kind: Kind, table: Table, context: Context, network: str = "") -> Owner | None:
    """The account that a person has said the title, the sheet or the last line above means."""
    called, network = {*map(names.compared, [table.title, *_lines(table)])}, network or kind.network
    meant = [(one, handle) for one, name, handle in context.options.names_told if name in called and network in ("", one)]
    return meant[0] if len(meant) == 1 else None


def _is_of_stranger(kind: Kind, table: Table, context: Context, network: str = "") -> bool:
    """Its rows stand below a line among those of the file's table that names neither a known account nor the brand."""
    name = whose.name_in(table.section)
    return bool(name) and names.compared(name) != context.brand and not called_as(kind, table, context, network)


def called_as(kind: Kind, table: Table, context: Context, network: str = "") -> Owner | None:
    """The only account known by exactly what the sheet or the line above the table is called, but for words of networks, or else
    what the file is, unless a person has named an account for this very one."""
    spoken = network or kind.network or titled.network(table) or context.network
    is_told_of_file = bool(context.account) and not context.options.is_one_of_several
    of_file = [] if is_told_of_file else _names_of_file(context)
    if table.section:
        elsewhere = network or kind.network or titled.network(table)
        return _called_below_line(table.section, spoken, context) or _called_below_line(table.section, elsewhere, context)
    if page := _page_above(table, spoken, context):
        return page
    return _called(_lines(table), spoken, context) or _called(of_file, spoken or networks.spoken_in(context.file_name), context)


def title_of(owner: Owner, kind: Kind, table: Table, context: Context) -> str:
    """By what the table is called as that account is: by its own title, or by the name of its file."""
    of_table = _called(_lines(table), kind.network or titled.network(table) or context.network, context)
    return table.title if table.section or of_table == owner else context.file_name


def _page_above(table: Table, network: str, context: Context) -> Owner | None:
    line = titled.address(table)
    page = pages.profile(line)
    return _of_page(page[0], line, context) if page and network in ("", page[0]) else None


def _called_below_line(line: str, network: str, context: Context) -> Owner | None:
    """The page that it gives, or the known account of its name; a competitor's is none of the brand's."""
    if page := pages.profile(line):
        return _of_page(page[0], line, context) if network in ("", page[0]) else None
    owner = _called([whose.without_competitor(line).lstrip("@")], network, context)
    return None if owner and whose.is_of_competitor(line) and is_among(owner, context.known.own) else owner


def _called(lines: Sequence[str], network: str, context: Context) -> Owner | None:
    known = [one for one in [*context.known.own, *context.known.competitors] if network in ("", one)]
    names_of = [*map(whose.name_in, lines)]
    pairs = (
        (one, context.known.names.get(one, {}).get(names.compared(name), "")) for one in dict.fromkeys(known) for name in names_of
    )
    found = {owner for owner in pairs if is_among(owner, context.known.own) or is_among(owner, context.known.competitors)}
    return found.pop() if len(found) == 1 else None


def _lines(table: Table) -> list[str]:
    return list(filter(None, [table.name, *table.notes[-1:]]))


def _names_of_file(context: Context) -> list[str]:
    name = PurePath(context.file_name).stem
    return [name, name.replace("_", " ")]


def _known_account(network: str, proposed: list[Owner], draft: Draft, context: Context) -> Owner | None:
    """The brand's only account there, unless somebody can be asked or another is proposed; without any the default one.

    Beside an account named for the whole file one of those shown is chosen: what is only proposed must not be the only one.
    """
    known = [(network, handle) for handle in context.known.own.get(network, [])]
    if proposed and context.account:
        known = known or [(network, context.default_handle)]
    choices, asks = codes([*proposed, *known]), context.of_others or (context.may_ask and network != "website")
    if (choices and (asks or len(choices) > 1 or not known)) or (asks and not context.account):
        only = choices if choices == codes(known) and len(known) == 1 else []
        draft.ask_whose(network, choices, only=only, apart=bool(context.account), of_others=context.of_others)
        return None
    handle = known[0][1] if known else "site" if network == "website" else context.default_handle
    draft.assume(TAKEN_FOR, account=f"{network}:{handle}")
    return network, handle
