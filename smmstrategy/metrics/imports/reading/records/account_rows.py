"""Rows that are accounts: who they are and how many follow them at the end of the days of the list."""

from collections.abc import Sequence
from typing import Any

from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports.reading.cells import links, networks, pages
from smmstrategy.metrics.imports.reading.cells.names import cleaned
from smmstrategy.metrics.imports.reading.columns import titled
from smmstrategy.metrics.imports.reading.columns.networks import FIELD
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.messages import Message, say
from smmstrategy.metrics.imports.reading.records import owners
from smmstrategy.metrics.imports.reading.records.owners import competitors, named, one_name
from smmstrategy.metrics.imports.reading.records.owners.same_page import Owner, better_handle
from smmstrategy.metrics.imports.reading.records.values import periods


def add(columns: Columns, kind: Kind, draft: Draft, context: Context, name_row: Any) -> None:
    """Put the accounts of a list into the draft."""
    metrics = list(columns.metrics())
    days = _days([code for code, _values in metrics], columns, draft, context)
    if len(days) < len(metrics):
        return
    accounts, names = columns.accounts(), list(map(cleaned, columns.text("account_name")))
    urls = list(map(links.lower_scheme, columns.text("account_url")))
    said = owners.of_rows(columns, kind, context)
    says, words = _said(accounts, urls), [name or account for name, account in zip(names, accounts, strict=True)]
    owner_of = _by_names(_owners(columns, said, context), says, words, draft, context)
    own = [owner if all(owner) else None for owner in owner_of]
    competitors.named_by(said, own, draft, context)
    owners.warn_of_other_networks(owner_of, draft, context)
    one_name.note(own, says, words, [None] * len(words), draft)
    for index, (number, _cells) in enumerate(columns.table.rows):
        row, owner = name_row(number), owner_of[index]
        if index in columns.wrong:
            draft.rejected[row] = columns.wrong[index]
        elif not owner[1]:
            draft.rejected[row] = _of_no_account(columns, index, kind, owner[0])
        elif not owner[0]:
            draft.ask_network()
            return
        else:
            _add(
                draft,
                row,
                owner,
                names[index] or said.name(index, owner) or _words(accounts[index]),
                urls[index],
                [(code, *days[code], values[index]) for code, values in metrics],
            )


def _said(accounts: Sequence[str], urls: Sequence[str]) -> list[str]:
    """By what each row says its account, the address before a word."""
    return [url if pages.profile(url) else account for account, url in zip(accounts, urls, strict=True)]


def _days(codes: Sequence[str], columns: Columns, draft: Draft, context: Context) -> dict[str, periods.Days]:
    """What stands at an end is of the last day of the list, all else of all its days: of which is asked where it has but one."""
    days = periods.of_list(columns.table, draft, context) if codes else (context.today, context.today)
    stretch = days if days[0] < days[1] else context.period
    known = {code: (days[1], days[1]) if METRICS[code].totals is Totals.LAST else stretch for code in codes}
    if None in known.values():
        periods.ask(columns.table.header, draft)
    return {code: of for code, of in known.items() if of}


def _of_no_account(columns: Columns, index: int, kind: Kind, network: str) -> Message:
    """Why a row names no account of its network: its address is of another one, or it has none."""
    addresses = [columns.text("account")[index], links.lower_scheme(columns.text("account_url")[index])]
    elsewhere = next((address for address in addresses if pages.network_of(address) not in ("", network)), "")
    if not elsewhere:
        return say("The row does not say which account it is.")
    if kind.network:
        return say("The row is of another network than its table: «{value}».", value=elsewhere)
    return say("The row is of another network than the one you named: «{value}».", value=elsewhere)


def _owners(columns: Columns, said: owners.Said, context: Context) -> list[Owner]:
    """The network and the handle of each row, as far as it, its table or a person says them; an address says more than a name."""
    network_named, owner_of = context.network, []
    of_table = titled.network(columns.table) or networks.spoken_in(context.file_name)
    urls = map(links.lower_scheme, columns.text("account_url"))
    for network, account, page in zip(columns.networks(), columns.accounts(), map(pages.profile, urls), strict=True):
        at_address = pages.network_of(account) or (page[0] if page else "")
        of_row = network or (at_address if FIELD in columns else "")
        network = said.kind.network or of_row or network_named or at_address or of_table
        in_address = page[1] if page and page[0] == network else ""
        is_name = bool(account) and named.is_of_name(said, network, account, context)
        known = named.meant(network, account, said.heading, context, is_alone=not in_address)
        owner_of.append((network, (is_name and in_address) or better_handle(network, known or account, in_address)))
    return owner_of


def _by_names(owner_of: Sequence[Owner], says: Sequence[str], words: Sequence[str], draft: Draft, context: Context) -> list[Owner]:
    """The account of each row, as far as it says one, by the names and addresses of all."""
    own = [owner if all(owner) else None for owner in owner_of]
    addressed = [one != word for one, word in zip(says, words, strict=True)]
    draft.set_apart(own)
    settled = named.by_names(own, [network for network, _handle in owner_of], words, addressed, draft, context)
    return [by_name or owner for by_name, owner in zip(settled, owner_of, strict=True)]


def _add(draft: Draft, row: str, owner: tuple[str, str], name: str, url: str, measured: list) -> None:
    subject = draft.subject(*owner)
    subject.name, subject.url = subject.name or name[:200], subject.url or (url if url.startswith("http") else "")[:500]
    subject.rows.append(row)
    subject.values += [
        [row, code, first.isoformat(), last.isoformat(), value[0], "", value[1]] for code, first, last, value in measured if value
    ]


def _words(handle: str) -> str:
    return "" if handle.isascii() else handle
