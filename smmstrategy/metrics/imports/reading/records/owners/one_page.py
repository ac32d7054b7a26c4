"""Which account a page of the file is that is known by its name alone, or by another page: by a number in place of a name.

An import keeps by which pages its file knows an account. A page is the account of its name that is known by no page of its
sort, a number or a name, so one known by its name alone too, where the name stands beside no other page of that sort, in the
file or in those in force, and no list or table of days names both; else it is asked, or said where both are accounts already.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import names, numbers
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft, Page, page
from smmstrategy.metrics.imports.reading.messages import first_of, say


def known_as(at: Page, draft: Draft, context: Context) -> Page:
    """The account, known before, that a page of the file is for certain, as a person or its names say; else the page itself."""
    for name in [names.compared(at[1]), *draft.names_tied_to(at)]:
        told = (at[0], context.options.handle_meant(at[0], name))
        if told[1] and (page(*told) == page(*at) or _may_be(told, at, context)) and not _beside(at, name, draft):
            return at if page(*told) == page(*at) else told
    for name in [] if is_there(at, context) else draft.names_tied_to(at):
        maybe, is_sure = _maybe(at, name, draft, context)
        if is_sure:
            _say(at, maybe[0], name, draft, context)
            return maybe[0]
    return at


def settle(at: Page, draft: Draft, context: Context) -> Page | None:
    """Another account of the file, or known before, that this page is; where that is not certain it is asked, or said."""
    owner = (at[0], draft.subjects[at].handle)
    known = known_as(owner, draft, context)
    if known != owner or _is_told(owner, draft, context):
        return known
    for name in draft.names_tied_to(at):
        of_name = context.known.called.get(at[0], {}).get(name, [])
        maybe, _is_sure = _maybe(owner, name, draft, context)
        if is_there(at, context):
            if maybe and at not in {page(at[0], one) for one in of_name}:
                _warn(owner, maybe, name, draft, context)
            continue
        beside = _new_beside(at, name, draft, context)
        if len(beside) == 1 and not of_name and not _beside(at, name, draft) and not _beside(beside[0], name, draft):
            return beside[0]
        perhaps = [(at[0], one) for one in context.known.perhaps.get(at[0], {}).get(name, []) if _may_be((at[0], one), at, context)]
        if maybe or beside or perhaps:
            _ask(owner, [*maybe, *beside, *perhaps], name, draft)
    return None


def _maybe(at: Page, name: str, draft: Draft, context: Context) -> tuple[list[Page], bool]:
    """The accounts of that name that the page may be, and whether it is for certain the only one.

    It is where the name stands beside no other page of its sort, a number or a name, in the file or in those before.
    """
    of_name = [(at[0], one) for one in context.known.called.get(at[0], {}).get(name, []) if page(at[0], one) != page(*at)]
    if known := [one for one in of_name if page(*at) in _pages(one, context) and not is_there(at, context)]:
        return known, len(known) == 1
    maybe = [one for one in of_name if _may_be(one, at, context)]
    return maybe, len(maybe) == len(of_name) == 1 and not _beside(at, name, draft)


def _may_be(account: Page, at: Page, context: Context) -> bool:
    """No other page of that sort is known of the account, and none known of the page is another than the account's."""
    both = product(_pages(account, context), _pages(at, context))
    return not any(one != other and _is_number(one) == _is_number(other) for one, other in both)


def _pages(account: Page, context: Context) -> set[Page]:
    """By which it is known, none where its name alone is."""
    return {page(account[0], one) for one in context.known.pages.get(account[0], {}).get(account[1], [account[1]])}


def _beside(at: Page, name: str, draft: Draft) -> list[Page]:
    """The other pages that stand beside the name in the file and are not the same: of its sort, or named apart in one table."""
    there = draft.tied.get(name, {})
    return [one for one in there if one[0] == at[0] and one != page(*at) and _are_apart(one, page(*at), draft)]


def _are_apart(one: Page, other: Page, draft: Draft) -> bool:
    return _is_number(one) == _is_number(other) or any({one, other} <= there for there in draft.apart)


def _new_beside(at: Page, name: str, draft: Draft, context: Context) -> list[Page]:
    """For a number, the accounts new with this file that stand beside the name by a name of their page."""
    if not _is_number(at):
        return []
    there = {page(*owner): owner for owner in draft.tied.get(name, {}).values()}
    return [
        owner
        for one, owner in there.items()
        if one[0] == at[0]
        and one in draft.subjects
        and not (_is_number(one) or is_there(one, context) or _are_two(at, one, draft) or _is_told(one, draft, context))
    ]


def _are_two(at: Page, other: Page, draft: Draft) -> bool:
    """They have other figures of the same days, and not for being rounded."""
    figures = dict(_figures(at, draft))
    return any(key in figures and not numbers.agree(figure, figures[key]) for key, figure in _figures(other, draft))


def _figures(at: Page, draft: Draft) -> Iterator[tuple[tuple[str, ...], tuple[str, bool]]]:
    """What it has figures of, each with whether it is rounded."""
    for _row, code, *days, number, label, is_rounded in draft.subjects[at].values:
        yield (code, *days, label), (number, is_rounded)


def _is_number(at: Page) -> bool:
    return bool(handles.number(*at))


def is_there(at: Page, context: Context) -> bool:
    """The client has an account of that page."""
    return page(*at)[1] in context.known.there.get(at[0], [])


def _is_told(at: Page, draft: Draft, context: Context) -> bool:
    """A person has said that the page is an account of its own."""
    said = [names.compared(at[1]), *(name for name in draft.names_tied_to(at) if not _beside(at, name, draft))]
    return any(handles.key(*at) == handles.key(at[0], context.options.handle_meant(at[0], name)) for name in said)


def _say(at: Page, known: Page, name: str, draft: Draft, context: Context) -> None:
    if page(*at) not in _pages(known, context):
        draft.assume(
            "{account} is called «{name}», as {known} is: it was taken for the same page, and its rows went to {known}. If it "
            "is another page, add it to the brand's accounts first (--name {handle}={account}).",
            account=":".join(at),
            handle=at[1],
            name=draft.spelt[name],
            known=":".join(known),
        )


def _warn(at: Page, maybe: Sequence[Page], name: str, draft: Draft, context: Context) -> None:
    imports = {number for network, handle in maybe for number in context.known.brought_in.get(network, {}).get(handle, [])}
    said = {"account": ":".join(at), "handle": at[1], "name": draft.spelt[name]}
    said |= {"known": first_of(list(map(":".join, maybe)))}
    if imports:
        draft.warn(
            "The name «{name}» is that of {account} and of {known}. If they are one page, its figures stand under two accounts: "
            "undo every import that brought {known} ({imports}), and only then import their files again.",
            **said,
            imports=", ".join(map(str, sorted(imports))),
        )
    else:
        draft.warn(
            "The name «{name}» is that of {account} and of {known}. If they are one page, its figures stand under two accounts: "
            "say whose these rows are (--name {handle}=NETWORK:HANDLE), and take the other off the brand's list.",
            **said,
        )


def _ask(at: Page, maybe: Sequence[Page], name: str, draft: Draft) -> None:
    choices = list(dict.fromkeys(map(":".join, [*maybe, at])))
    text = say(
        "The name «{name}» is that of {account} and of others: {others}. Say which of these {account} is, or that it is another "
        "page (--name {handle}=NETWORK:HANDLE).",
        account=":".join(at),
        handle=at[1],
        name=draft.spelt[name],
        others=first_of(choices[:-1]),
    )
    draft.ask("name", text, choices=choices, name=f"{at[0]}:{names.compared(at[1])}")
