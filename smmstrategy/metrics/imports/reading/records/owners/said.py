"""What the rows of a table say of whose they are, and whether the words of their column are accounts."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import names, pages
from smmstrategy.metrics.imports.reading.cells.links import Link
from smmstrategy.metrics.imports.reading.columns import accounts as columns_of
from smmstrategy.metrics.imports.reading.columns.headers import normalise
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.draft import Context
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.records import callings
from smmstrategy.metrics.imports.reading.records.same_page import Owner
from smmstrategy.metrics.imports.reading.tables.grids import address_of
from smmstrategy.metrics.imports.reading.tables.layout import Table


class Words(StrEnum):
    """What the words in a column of accounts are."""

    ACCOUNTS = "accounts"
    OTHERS = "others"  # of something else: they say nothing of whose a row is
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Said:
    """Row by row the network its column names, its account, what it calls that in words, and where its link leads."""

    kind: Kind
    table: Table
    column: str  # what the column is called that names the accounts
    is_told: bool  # a person has said that it does
    networks: Sequence[str]
    accounts: Sequence[str]
    words: Sequence[str]
    named: Sequence[str]  # what stands in the column that names accounts, words or addresses
    leads: Sequence[Link | None]

    @property
    def of_competitors(self) -> bool:
        return columns_of.is_of(self.column, columns_of.COMPETITORS)

    @property
    def of_brands(self) -> bool:
        return columns_of.is_of(self.column, columns_of.BRANDS)

    @property
    def may_be_anything(self) -> bool:
        """Its column may be one of authors, or of where readers come from."""
        return columns_of.is_of(self.column, columns_of.ORIGINS)

    @property
    def of_authors(self) -> bool:
        """Its column is one of authors, and neither its kind nor a person says that these are accounts."""
        return columns_of.is_of(self.column, columns_of.AUTHORS) and not (self.kind.names_accounts or self.is_told)

    @property
    def are_names(self) -> bool:
        return columns_of.is_of(self.column, columns_of.NAMES)

    def name(self, index: int, owner: Owner | None) -> str:
        """What the row calls its account, where that is more than a spelling of its handle."""
        word = self.words[index] if self.accounts[index] and not self.of_authors else ""
        is_name = word and not callings.is_plain("", word) and (self.are_names or not word.isascii())
        return word[:200] if is_name and owner and handles.key(owner[0], word) != handles.key(*owner) else ""


def of_rows(columns: Columns, kind: Kind, context: Context, leads: Sequence[Link | None] = ()) -> Said:
    """What each row says, the address behind a name before it and a name where there is no address."""
    of_accounts, has_names = columns.accounts(), columns_of.NAME in columns
    named = [names.cleaned(text) for text in columns.text(columns_of.NAME)] if has_names else of_accounts
    words = ["" if pages.network_of(name) else name for name in named]
    cells = [
        name if pages.network_of(name) else account
        for name, account in zip(map(address_of, columns.text("account")), of_accounts, strict=True)
    ]
    header = _column(columns)
    return Said(
        kind,
        columns.table,
        header,
        bool(header) and _is_told(header, kind, context),
        columns.networks(),
        [cell or (word if columns_of.ACCOUNT in columns else "") for cell, word in zip(cells, words, strict=True)],
        words,
        named,
        leads or [None] * len(words),
    )


def _is_told(header: str, kind: Kind, context: Context) -> bool:
    """A command says it of this column, or what was said of all does."""
    by_command = {normalise(name) for name, field in context.options.fields_by_header.items() if field == columns_of.ACCOUNT}
    return normalise(header) in by_command or kind.is_explained


def _column(columns: Columns) -> str:
    there = [columns.header(name) for name in (columns_of.NAME, columns_of.ACCOUNT) if name in columns]
    return next((header for header in there if columns_of.is_of(header, columns_of.NAMES)), there[-1] if there else "")


def words_of(said: Said, callings_: Set[str], network: str, context: Context, *, of_networks: bool = False) -> Words:
    """What these words of the column are, `network` being that of the table.

    A column of competitors names them, one of brands where one of them is known; of any other a person says it, the words look like
    it, or, `of_networks`, another column says the network of each.
    """
    is_known = said.of_brands and bool(callings.known(network, {*callings_, *said.words} - {""}, context))
    are_others = said.of_competitors or (said.of_brands and context.of_others)
    is_told = bool(context.account or context.options.accounts_by_network)
    is_alone = len(callings_) == 1 and context.of_others and not is_told and not said.may_be_anything
    in_words = said.is_told or are_others or is_alone or is_known
    if callings_ and callings.are_accounts(
        network, callings_, context, in_words=in_words, of_networks=of_networks and not said.of_brands
    ):
        return Words.ACCOUNTS
    if said.of_brands and callings_ and not (is_told and len(callings_) == 1):
        return Words.DOUBTFUL
    return Words.DOUBTFUL if len(callings_) > 1 or (callings_ and said.is_told) else Words.OTHERS
