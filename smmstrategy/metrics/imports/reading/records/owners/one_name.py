"""Accounts that are called by several names: put under one handle, as this file, an earlier one or a person says.

An address says more than a name, and a name beside an address is the same account's in the whole file: rows with the name alone
go there. What else a file calls an account (a name, a number, an address) its import keeps (`summary["called"]`); while it is
in force, later files of the client find it by that among a brand's accounts, the newest word counting
(`imports/queries/names.py`). A name of several is asked about, an answer of its own. Under whatever heading words stand, where
each stands beside one page, and each page beside one, they are the pages' names; beside posts a single one is where the kind of
export has accounts there.
"""

from collections.abc import Iterable, Sequence

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import names, pages
from smmstrategy.metrics.imports.reading.cells.links import Link
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import ROW, Draft, Page, Subject, page
from smmstrategy.metrics.imports.reading.messages import Refused, first_of, say
from smmstrategy.metrics.imports.reading.records.owners import Said, column_words, one_page

TOLD_IN_VAIN = (
    "What you said of the name «{name}» (--name) counts for no row of {account}: the file has no such name in that network, or "
    "its rows say the address of another page."
)


def note(
    owners: Iterable[Page | None], accounts: Sequence[str], words: Sequence[str], leads: Sequence[Link | None], draft: Draft
) -> None:
    """Keep what rows call the accounts they are of, and which pages they say by more than a name."""
    for owner, account, word, link in dict.fromkeys(zip(owners, accounts, words, leads, strict=True)):
        if owner is not None:
            handle = pages.handle_in(owner[0], account)
            is_name = account == word and not column_words.is_plain(owner[0], account)
            linked = link.handle if link and link.network == owner[0] else ""
            draft.names_of(*owner).add([word, handle] if account else [], [linked], [] if is_name else [handle])


def note_only_writer(owners: Iterable[Page | None], said: Said, draft: Draft) -> None:
    """Keep the one name under which all posts of a page were written, where that may be a person's."""
    words, there = {*said.words, said.only_writer} - {""}, {*owners} - {None}
    if len(words) == len(there) == 1:
        draft.names_of(*there.pop()).perhaps |= words


def note_only_word(owners: Iterable[Page | None], said: Said, draft: Draft) -> None:
    """Keep the word by which nobody knew the account of a whole table."""
    there = {*owners} - {None}
    if said.only_word and len(there) == 1:
        draft.names_of(*there.pop()).add([said.only_word])


def unite(draft: Draft, context: Context) -> None:
    """Put what was taken for an account of some name to the one that is meant, and note what else the file calls each."""
    for at in [*draft.subjects]:
        _move(at, one_page.settle(at, draft, context), draft)
    for at in [*draft.subjects]:
        _move(at, _meant(at, draft, context), draft)
    for at, subject in draft.subjects.items():
        known = draft.names_of(*at)
        subject.other_names = sorted(name for name in known.sure if page(at[0], name) != at)
        subject.perhaps = sorted(known.perhaps - known.sure)
        subject.pages = sorted(known.sure_pages or ({subject.handle} if known.linked else ()))
        if _is_told(at, context) and handles.is_possible(*at):
            subject.pages = sorted({*subject.pages, subject.handle})
        _say_where_known_from(subject.other_names, at, draft, context)
    _say_told_in_vain(draft, context)


def _is_told(at: Page, context: Context) -> bool:
    """A person has named the account, for the file or for a name in it."""
    return context.options.is_named(*at) or at in {page(network, told) for network, _name, told in context.options.names_told}


def _meant(at: Page, draft: Draft, context: Context) -> Page | None:
    """The account for which a name stands, as a person says or files said; of several the one named, else that is asked."""
    network, handle = at[0], draft.subjects[at].handle
    told, name = (network, context.options.handle_named(network)), names.compared(handle)
    if meant := context.options.handle_meant(network, name):
        _refuse_another_page(at, (network, meant), draft)
        return network, meant
    if page(*told) == at:
        return None
    maybe = draft.tied_in(name, network) if at in draft.by_name_alone else []
    maybe = maybe or [(network, one) for one in context.known.bearers.get(network, {}).get(name, [])]
    if len(maybe) < 2:
        return maybe[0] if maybe else None
    if page(*told) in {page(*one) for one in maybe}:
        return told
    choices = [":".join(one) for one in maybe]
    text = say(
        "Rows name «{name}» without an address, and several accounts are called so: {accounts}. Name the one that is meant "
        "(--name NAME=NETWORK:HANDLE), or say its address in the rows.",
        name=handle,
        accounts=first_of(choices),
    )
    draft.ask("name", text, choices=choices, name=f"{network}:{name}")
    return None


def _refuse_another_page(at: Page, meant: Page, draft: Draft) -> None:
    """Rows that say their page by more than its name are no other page's, whatever is said of the name."""
    if page(*meant) != at and draft.names_of(*at).sure_pages:
        raise Refused(
            "Rows say by a handle or an address that they are of {account}: what a name means (--name) cannot make them {meant}'s. "
            "If both are one page, change the handle of {meant} on the account's page; if not, leave --name out.",
            account=f"{at[0]}:{draft.subjects[at].handle}",
            meant=":".join(meant),
        )


def _move(at: Page, owner: Page | None, draft: Draft) -> None:
    if owner is None or page(*owner) == at:
        return
    subject, to = draft.subjects.pop(at), draft.subject(*owner)
    to.name = to.name or subject.name
    for taken in ("posts", "values", "rows", "united"):
        getattr(to, taken).extend(getattr(subject, taken))
    draft.lost |= {row: owner for row, lost in draft.lost.items() if lost and page(*lost) == at}
    draft.others |= {page(*owner): draft.others[at]} if at in draft.others else {}
    draft.of_brand |= {page(*owner)} if at in draft.of_brand else set()
    draft.take((at[0], subject.handle), owner)
    known = draft.names_of(*at)
    draft.names_of(*owner).add(known.said | {subject.handle}, known.linked, known.pages)
    draft.names_of(*owner).perhaps |= known.perhaps


def _say_where_known_from(other_names: Sequence[str], at: Page, draft: Draft, context: Context) -> None:
    """Say which names were taken for an account because an earlier file, or a person with it, said so, and no address here."""
    said_in, known = context.known.said_in.get(at[0], {}), context.known.names.get(at[0], {})
    by_address = {*draft.names_tied_to(at)} if at not in draft.by_name_alone else set()
    is_named = bool(context.options.handle_named(at[0]))
    spelt = {name: one for name in other_names if not is_named and (one := names.compared(name)) not in by_address}
    recalled = [name for name, one in spelt.items() if one in said_in and one in known and page(at[0], known[one]) == at]
    imports = sorted({said_in[names.compared(name)] for name in recalled})
    if recalled:
        draft.assume(
            "Rows of {names} went to {account}, as with an earlier file (import {imports}). To change that, name the account "
            "(--account NETWORK:HANDLE).",
            "Rows of {names} went to {account}, as with earlier files (imports {imports}). To change that, name the account "
            "(--account NETWORK:HANDLE).",
            count=len(imports),
            names=first_of([f"«{name}»" for name in recalled]),
            account=f"{at[0]}:{draft.subjects[at].handle}",
            imports=first_of(list(map(str, imports))),
        )


def _say_told_in_vain(draft: Draft, context: Context) -> None:
    """Say which names a person has explained that no row and no table has, or none but beside the address of another page; not
    while a table waits for its columns to be explained."""
    if draft.question.get("asks") == "columns":
        return
    for network, name, handle in context.options.names_told:
        at = page(network, handle)
        called = [names.compared(one) for one in [*draft.names_of(*at).said, handle]]
        if at not in draft.subjects or not (name in called or _is_in_titles(name, draft.subjects[at], draft)):
            draft.warn(TOLD_IN_VAIN, name=name, account=f"{network}:{handle}")


def _is_in_titles(name: str, subject: Subject, draft: Draft) -> bool:
    """A table of which rows went to the account is called so."""
    titles = {draft.titles.get(record[ROW], "") for record in subject.posts + subject.values}
    return any(name in names.compared(title) for title in titles)
