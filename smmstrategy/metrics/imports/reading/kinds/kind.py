"""What makes a kind of export file, and how its columns are called."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.networks import IN_TITLES

PACIFIC = "America/Los_Angeles"
# Read without a signature of headers.
EXPLAINED, EXPLAINED_NAME = "columns", "Table with explained columns"
TELEGRAM_EXPORT, TELEGRAM_EXPORT_NAME = "telegram_export", "Telegram Desktop, export of a channel"


def names_no_network_but(network: str = "") -> str:
    """A pattern for names of files that speak of no other network: it decides where few columns would fit several kinds."""
    return rf"^(?!.*(?:{'|'.join(words for name, words in IN_TITLES.items() if name != network)}))"


class Rows(StrEnum):
    """What a row of the file is."""

    POST = "post"
    VALUES = "values"  # values of one account on a day, over a period, or of a slice
    ACCOUNT = "account"
    NOTHING = "nothing"  # known, and no part of an audit


@dataclass(frozen=True)
class Kind:
    """`columns` maps our field to the headers that hold it, the better name first.

    A field is a metric code ("watch_seconds*3600": multiply), "by NAME" (a dimension), or one of key, permalink,
    published_at, clock, format, title, text, hashtags, duration, is_paid, network, account, account_name, account_url, day.
    """

    code: str
    name: str
    rows: Rows
    columns: Mapping[str, str]
    required: tuple[str, ...] = ()  # fields without which it says nothing, alternatives apart by "|"
    headers: tuple[str, ...] = ()  # normalised headers that must be there, alternatives apart by "|"
    without: tuple[str, ...] = ()  # normalised headers that must not
    file_name: str = ""  # pattern the file's name must hold
    told_by: tuple[
        str, ...
    ] = ()  # fields by which its tables are told from others unless a person names it, alternatives apart by "|"
    network: str = ""
    networks: tuple[str, ...] = ()  # of which it may be, where its headers do not say of which it is
    zone: str = ""
    ends_before: str = ""  # pattern of names of files whose last day is the first that they lack
    same: Mapping[str, str] = field(default_factory=dict)  # metric → another code under which the network means the same
    blank_is_none: tuple[str, ...] = ()  # metrics the source leaves blank, or without a column, where there were none
    unneeded: str = ""  # pattern of normalised headers of numbers that its exports have and no field of ours
    notice: str = ""
    is_guess: bool = False  # the notice says of which network the rows were taken to be
    of_window: bool = False  # posts with the figures of some days, not of their whole life
    of_videos: bool = False  # its posts are videos alone, in a network of other posts too
    of_one_page: bool = False  # all its posts are one page's, though their links name it now by name, now by number
    escapes: bool = False  # its texts and links are written as in HTML: «&amp;»
    writes_slashes: bool = False  # in its days, never dots
    of_own: bool = False  # accounts of whoever exported it, not a list of anybody's
    of_influencers: bool = False  # a list that by its headers is one of influencers
    may_be_posts: bool = False  # its columns fit a table of posts as well as one of days
    names_accounts: bool = False  # its column of authors or channels is always one of accounts
    numbers_messages: bool = False  # its keys are the numbers that Telegram gives messages
    is_explained: bool = False  # a person has said what its columns hold

    @property
    def is_of_anybody(self) -> bool:
        """Days of the account of any network, as its columns are called or as a person has said."""
        return self.rows is Rows.VALUES and (self.may_be_posts or self.code == EXPLAINED)

    def fits(self, header: Sequence[str], names: Set[str], file_name: str) -> bool:
        """`names` are the normalised headers, with their notes and without."""
        return (
            not any(names.isdisjoint(group.split("|")) for group in self.headers)
            and names.isdisjoint(self.without)
            and bool(re.search(self.file_name, file_name, re.IGNORECASE))
            and not self._lacking(header, self.required + self.told_by)
        )

    def has_its_columns(self, header: Sequence[str]) -> bool:
        return not self.lacking(header)

    def lacking(self, header: Sequence[str]) -> list[str]:
        """The fields without which the table says nothing, alternatives apart by "|"."""
        return self._lacking(header, self.required)

    def _lacking(self, header: list[str], groups: Sequence[str]) -> list[str]:
        there = headers.columns(header, self.columns)
        return [group for group in groups if not any(_has(there, choice) for choice in group.split("|"))]

    def may_be(self, network: str) -> bool:
        return not network or not self.network or network == self.network

    def may_hold(self, linked: Set[str]) -> bool:
        """Its rows may be of these networks; in those of a site they are where its visitors came from, if it is no guess."""
        return not self.network or (self.network == SITE and not self.is_guess) or linked <= {self.network}

    def is_read_without(self, header: str) -> bool:
        """A column of the network's own export that is left out on purpose, or of whose field a better one was taken."""
        name = headers.normalise(header)
        is_known = bool(re.fullmatch(self.unneeded, name)) or not {name, headers.plain(name)}.isdisjoint(
            headers.spread(self.columns)
        )
        return bool(self.network) and not self.is_explained and is_known

    def names(self) -> list[str]:
        return [*(name for group in self.headers for name in group.split("|")), *headers.spread(self.columns)]


def _has(there: dict[str, int], choice: str) -> bool:
    return any(name.startswith("by ") for name in there) if choice == "by" else choice in there
