"""Accounts that are called by several names: put under one handle, as this file, an earlier one or a person says."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from smmstrategy.metrics.imports.reading.cells import names, pages
from smmstrategy.metrics.imports.reading.cells.links import Link
from smmstrategy.metrics.imports.reading.draft import Context, Draft, Page, page
from smmstrategy.metrics.imports.reading.messages import Refused, first_of, say
from smmstrategy.metrics.imports.reading.records import column_words
from smmstrategy.metrics.imports.reading.records.owners import Said


def note(
    owners: Iterable[Page | None], accounts: Sequence[str], words: Sequence[str], leads: Sequence[Link | None], draft: Draft
) -> None:
    """Keep what rows call the accounts they are of, and whether that, or a link, is ever more than a name."""
    handles_linked = [link.handle if link else "" for link in leads]
    for owner, account, word, linked in dict.fromkeys(zip(owners, accounts, words, handles_linked, strict=True)):
        if owner is not None:
            said = [word, pages.handle_in(owner[0], account)] if account else []
            is_name = account == word and not column_words.is_plain(owner[0], account)
            draft.names_of(*owner).add(said, [linked], are_all=not linked and (is_name or not account))


def note_only_word(owners: Iterable[Page | None], said: Said, draft: Draft) -> None:
    """Keep the word by which nobody knew the account of a whole table."""
    there = {*owners} - {None}
    if said.only_word and len(there) == 1:
        draft.names_of(*there.pop()).add([said.only_word], are_all=True)


def are_of_pages(words: Sequence[str], leads: Sequence[Link | None], context: Context) -> bool:
    """Each of several authors stands beside a page of its own; of a single one nobody knows, unless an account is known so."""
    pairs = {((link.network, link.handle), names.compared(word)) for word, link in zip(words, leads, strict=True) if link and word}
    named = {(at[0], word) for at, word in pairs}
    is_known = any(word in context.by_name.get(network, {}) for network, word in named)
    return len(pairs) == len(named) == len({at for at, _word in pairs}) and (len(pairs) > 1 or is_known)


def unite(draft: Draft, context: Context) -> None:
    """Put what was taken for an account of some name to the one that is meant, and note what else the file calls each."""
    for at in [*draft.subjects]:
        _move(at, _meant(at, draft, context), draft)
    for name, bearers in _by_known_names(draft, context).items():
        _take_for_known(name, bearers, draft, context)
    for at, subject in draft.subjects.items():
        known = draft.names_of(*at)
        subject.other_names = sorted(name for name in known.sure if page(at[0], name) != at)
        subject.by_name = known.are_all and not context.options.handle_named(at[0])
        _say_where_known_from(subject.other_names, at, draft, context)


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
    maybe = maybe or [(network, one) for one in context.bearers.get(network, {}).get(name, [])]
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
    draft.ask("name", "--name", text, choices=choices, name=f"{network}:{name}")
    return None


def _refuse_another_page(at: Page, meant: Page, draft: Draft) -> None:
    """Rows that say their page by more than its name are no other page's, whatever is said of the name."""
    if page(*meant) != at and not draft.names_of(*at).are_all:
        raise Refused(
            "Rows say by a handle or an address that they are of {account}: what a name means (--name) cannot make them {meant}'s. "
            "If both are one page, change the handle of {meant} on the account's page; if not, leave --name out.",
            account=f"{at[0]}:{draft.subjects[at].handle}",
            meant=":".join(meant),
        )


def _by_known_names(draft: Draft, context: Context) -> dict[Page, list[Page]]:
    """By name, of those by which alone an account is known, the other accounts that this file calls so."""
    found: dict[Page, list[Page]] = defaultdict(list)
    for at in draft.subjects:
        there = context.by_name.get(at[0], {})
        for name in sorted({*map(names.compared, draft.names_of(*at).said)} & there.keys()):
            if page(at[0], there[name]) != at:
                found[at[0], there[name]].append(at)
    return found


def _take_for_known(known: Page, bearers: Sequence[Page], draft: Draft, context: Context) -> None:
    """An account known by its name alone is the one that bears the name here beside an address, if that is one and new."""
    codes = first_of([f"{at[0]}:{draft.subjects[at].handle}" for at in bearers])
    tracked = {page(network, handle) for network, there in context.names.items() for handle in there.values()}
    if len(bearers) == 1 and bearers[0] not in tracked:
        draft.assume(
            "{known} was known by its name alone. The file says its address ({account}): its rows went to {known}.",
            known=":".join(known),
            account=codes,
        )
        _move(bearers[0], known, draft)
    else:
        draft.warn(
            "{known} is known by its name alone, and the file calls others so: {accounts}. If one of them is the same page, its "
            "figures stand under two accounts: undo the import that brought {known}, and import its file again.",
            known=":".join(known),
            accounts=codes,
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
    known = draft.names_of(*at)
    draft.names_of(*owner).add(known.said | {subject.handle}, known.linked, are_all=known.are_all)


def _say_where_known_from(other_names: Sequence[str], at: Page, draft: Draft, context: Context) -> None:
    """Say which names were taken for an account because an earlier file, or a person with it, said so."""
    said_in = context.said_in.get(at[0], {})
    recalled = [name for name in other_names if names.compared(name) in said_in] if not context.options.handle_named(at[0]) else []
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
