"""What has been understood of a file so far: accounts with their records, rows refused, things to say and to ask."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.messages import Message, Refused, first_of, note, say

# The record of a post in a plan is a list; what stands where. A record of a value begins with its row, too.
ROW, KEY, PERMALINK, PUBLISHED_AT, HAS_TIME, FORMAT, TITLE, TEXT, DURATION, IS_PAID, FIGURES, ROUNDED, BY_HAND = range(13)


Page = tuple[str, str]  # a network, and a handle there or the key of one


@dataclass
class Subject:
    """An account the file speaks of. `posts` and `values` are records in plain JSON, each after its row."""

    network: str
    handle: str
    name: str = ""
    url: str = ""
    posts: list[list[Any]] = field(default_factory=list)
    values: list[list[Any]] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    united: list[list[str]] = field(default_factory=list)  # rows that are one slice together
    rejected: int = 0  # rows not taken that could have been posts of this account
    untold: int = 0  # of these, rows that do not say which post they are about
    refused: list[str] = field(default_factory=list)  # keys of the posts that rows not taken say they are about
    videos: list[str] = field(default_factory=list)  # keys of the posts that only lists of videos have
    silent_by_numbers: list[str] = field(default_factory=list)  # first days of the months without a post, as messages' numbers say
    other_in: str = ""  # the column that names it as another's than the brand
    other_names: list[str] = field(default_factory=list)  # what else the file calls it
    perhaps: list[str] = field(default_factory=list)  # who alone wrote its posts: its name, or a person's
    pages: list[str] = field(default_factory=list)  # the handles and numbers that say it, none where the file has its name alone
    is_of_brand: bool = False  # a row calls it by the brand's name


@dataclass
class Names:
    """What rows call their account: the names they say, the handles to which their links lead, the pages which they say it is.

    Beside these the one that perhaps is its name, being that of the only writer of its posts.
    """

    said: set[str] = field(default_factory=set)
    linked: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    perhaps: set[str] = field(default_factory=set)

    @property
    def sure(self) -> set[str]:
        """Links to several pages say of none that it is the account's."""
        return self.said | (self.linked if len(self.linked) == 1 else set())

    @property
    def sure_pages(self) -> set[str]:
        return self.pages | (self.linked if len(self.linked) == 1 else set())

    def add(self, said: Collection[str], linked: Collection[str] = (), pages: Collection[str] = ()) -> None:
        self.said |= {*said} - {""}
        self.linked |= {*linked} - {""}
        self.pages |= {*pages} - {""}


class Dateless(NamedTuple):
    """A table without dates, of whose days nothing says anything but a person may: its title, its columns and its accounts."""

    title: str
    columns: list[str]
    owners: frozenset[Page]


class Undated(NamedTuple):
    """A table without dates, whose days a name alone says: its rows and columns, and what is to be said of that, if anything."""

    rows: frozenset[str]
    columns: list[str]
    said: list[Message]


@dataclass
class Draft:
    """Rows are named «7», «sheet:7» or, in tables beside each other, «A7» and «E7»; `empty` hold nothing to take."""

    tables: list[dict[str, Any]] = field(default_factory=list)
    subjects: dict[tuple[str, str], Subject] = field(default_factory=dict)
    rows: set[str] = field(default_factory=set)
    rejected: dict[str, Message] = field(default_factory=dict)
    empty: list[str] = field(default_factory=list)
    lost: dict[str, tuple[str, str] | None] = field(default_factory=dict)  # rejected rows of posts, and whose if they say so
    keys_of_lost: dict[str, list[str]] = field(default_factory=dict)  # of the post, of lost rows with an owner that say which it is
    of_videos: set[str] = field(default_factory=set)  # rows of tables that list videos alone
    numbers: dict[str, int] = field(default_factory=dict)  # of the messages of Telegram that rows are about
    services: dict[Page, list[tuple[str, str]]] = field(default_factory=dict)  # rows and moments of service messages
    without_day: dict[str, str] = field(default_factory=dict)  # rows of posts without a day, and what they have for their date
    of_day: dict[str, str] = field(default_factory=dict)  # rows of posts with the figures of one day, and which
    lacking: set[str | None] = field(default_factory=set)  # keys of the posts of which the row of a day was refused
    of_window: bool = False  # posts have the figures of some days, not of their whole life
    others: dict[Page, str] = field(default_factory=dict)  # accounts of others than the brand, and the column that names them
    of_brand: set[Page] = field(default_factory=set)  # accounts that rows call by the brand's name
    # By name, as compared, the pages that addresses beside it say, and whose rows they were taken for.
    tied: dict[str, dict[Page, Page]] = field(default_factory=dict)
    names_by_page: dict[Page, dict[str, bool]] = field(default_factory=dict)  # the same by page
    apart: list[set[Page]] = field(default_factory=list)  # the pages that one table of accounts or days tells of
    spelt: dict[str, str] = field(default_factory=dict)  # how the file spells these names
    by_name_alone: set[Page] = field(default_factory=set)  # accounts of rows that have a name and no address
    names: dict[Page, Names] = field(default_factory=dict)  # what rows call each account
    words_of_named: dict[Page, Page] = field(default_factory=dict)  # the name in words that is an account's a person has named
    titles: dict[str, str] = field(default_factory=dict)  # of the table a row stands in
    table_of: dict[str, int] = field(default_factory=dict)  # in which table a row stands, in their order
    nameless: set[str] = field(default_factory=set)  # rows that say nothing of whose they are
    asked_of: list[str] = field(default_factory=list)  # titles of the tables of which it is asked whose they are
    noted: set[tuple[date, date]] = field(default_factory=set)  # days that lines above its tables say they are about
    unused: list[tuple[Message, int]] = field(default_factory=list)  # what was said of columns, and of which table by its place
    hidden: int = 0  # values that a network shows to nobody
    undated: list[Undated] = field(default_factory=list)
    dateless: list[Dateless] = field(default_factory=list)
    network_words: dict[str, str] = field(default_factory=dict)  # what a row calls its network
    of_archive: str = ""  # the only network of which tables of the archive are beyond doubt: so are those that lie beside them
    of_site: bool = False  # a person has named a site: a network is where its visitors came from
    is_account_named: bool = False  # by a person
    strangers: frozenset[str] = frozenset()  # the names of accounts of which the file surely is not, if it names none by rows
    warnings: list[Message] = field(default_factory=list)
    assumed: list[Message] = field(default_factory=list)  # of the warnings, those of whose the rows are
    question: dict[str, Any] = field(default_factory=dict)

    def subject(self, network: str, handle: str) -> Subject:
        """The account of that name, new to the draft or known, however spelt; refuses a name longer than any network has."""
        if len(handle) > handles.LONGEST:
            raise Refused("The file names an account with {count} characters; no network has names that long.", count=len(handle))
        return self.subjects.setdefault(page(network, handle), Subject(network, handle))

    def names_of(self, network: str, handle: str) -> Names:
        return self.names.setdefault(page(network, handle), Names())

    def add_service(self, network: str, handle: str, row: str, published_at: str) -> None:
        """A service message of a channel, which is no post and has a number all the same."""
        if published_at:
            self.services.setdefault(page(network, handle), []).append((row, published_at))

    def tie(self, name: str, spelt: str, owner: Page) -> None:
        """Note that the name, as compared and as it is spelt, stands beside an address of that page."""
        self.spelt.setdefault(name, spelt)
        self.tied.setdefault(name, {}).setdefault(page(*owner), owner)
        self.names_by_page.setdefault(page(*owner), {})[name] = True

    def set_apart(self, owners: Iterable[Page | None]) -> None:
        """Note that one table tells of these pages, each by rows of its own."""
        self.apart.append({page(*owner) for owner in owners if owner})

    def names_tied_to(self, owner: Page) -> list[str]:
        """The names, as compared, that stand beside addresses of that page."""
        return [*self.names_by_page.get(page(*owner), {})]

    def take(self, at: Page, owner: Page) -> None:
        """From here on the page is that account, under whatever name."""
        for there in self.tied.values():
            there |= {one: owner for one, taken in there.items() if page(*taken) == page(*at)}

    def tied_to(self, name: str, network: str = "", meant: str = "") -> Page | None:
        """The account that rows of that name and network have an address of, if it is one alone or the one a person has `meant`."""
        pages = self.tied_in(name, network)
        return next((one for one in pages if meant and page(*one) == page(network, meant)), pages[0] if len(pages) == 1 else None)

    def tied_in(self, name: str, network: str = "") -> list[Page]:
        """The accounts that rows of that name and network have addresses of."""
        return [*{page(*one): one for one in self.tied.get(name, {}).values() if network in ("", one[0])}.values()]

    def sizes(self) -> dict[str, int]:
        """How much each account has of what was read so far."""
        return {f"{s.network}:{s.handle}": len(s.posts) + len(s.values) + len(s.rows) for s in self.subjects.values()}

    def grown_since(self, before: dict[str, int]) -> list[str]:
        """The accounts that have more than then."""
        return [account for account, size in self.sizes().items() if size > before.get(account, 0)]

    def days(self, but: Collection[str] = ()) -> list[str] | None:
        """The first and the last day any value is about, but those of these rows."""
        values = [value for subject in self.subjects.values() for value in subject.values if value[ROW] not in but]
        spans = [(value[2], value[3]) for value in values]
        return [min(first for first, _last in spans), max(last for _first, last in spans)] if spans else None

    def warn(self, text: str, plural: str = "", **params: object) -> None:
        self._add(say(text, plural, **params))

    def note(self, text: str, plural: str = "", **params: object) -> None:
        """Say how the file was read, of which nobody has to decide anything."""
        self._add(note(text, plural, **params))

    def _add(self, message: Message) -> None:
        if message not in self.warnings:
            self.warnings.append(message)

    def warn_of(self, columns: Sequence[str], one: str, several: str) -> None:
        """Warn of columns by their names, if there are any."""
        if columns:
            self.warn(one, several, **_called(columns))

    def note_of(self, columns: Sequence[str], one: str, several: str) -> None:
        if columns:
            self.note(one, several, **_called(columns))

    def assume(self, text: str, plural: str = "", **params: object) -> None:
        """Warn of whose rows were taken for granted to be; while that is asked of others of the file, none are taken."""
        self.assumed.append(say(text, plural, **params))
        self.warn(text, plural, **params)

    def ask(self, asks: str, message: Message, **more: Any) -> None:
        """Open a question; the first one stands until it is answered."""
        self.question = self.question or {"asks": asks, "message": message, **more}

    def ask_network(self) -> None:
        text = "The file does not say which network its accounts are in. Name it (--account NETWORK:ANY)."
        self.ask("network", say(text))

    def ask_whose(self, network: str, likely: list[str], *, only: list[str], apart: bool, of_others: bool = False) -> None:
        """Ask which account a table is about in a network, of those likely there if any are, and at once in each such network.

        `only`: of the likely the only account that the brand has there.
        `apart`: the answers stand beside each other, and beside the account already named for the whole file.
        `of_others`: the brand's own is out of the question.
        """
        asked = self.question if "networks" in self.question else {}
        only = [*asked.get("only", []), *only]
        networks = list(dict.fromkeys([*asked.get("networks", []), network]))
        choices = list(dict.fromkeys([*asked.get("choices", []), *likely]))
        apart = apart or len(networks) > 1
        text = say("The file does not say whose account it is about. Name it (--account NETWORK:HANDLE).")
        if {name.partition(":")[0] for name in choices} == {*networks}:
            text = say(
                "The file does not say whose account it is about. It may be: {handles}. Name it (--account NETWORK:HANDLE).",
                handles=first_of(choices),
            )
        elif of_others:
            text = say(
                "The rows name no account, and those of others are never taken for the brand's own. Name it (--account "
                "NETWORK:HANDLE, once for each network), or say it in each row, in a column «Account»."
            )
        elif apart:
            text = say("The file does not say whose accounts it is about. Name one in each network (--account NETWORK:HANDLE).")
        self.question = {} if asked and asked["networks"] != networks else self.question
        self.ask("account", text, choices=choices, only=only, networks=networks, apart=apart)

    def _videos(self, subject: Subject) -> list[str]:
        elsewhere = {post[KEY] for post in subject.posts if post[ROW] not in self.of_videos}
        return sorted({post[KEY] for post in subject.posts} - elsewhere)

    @property
    def _asks_whose(self) -> bool:
        return self.question.get("asks") in ("account", "network", "name")

    def as_json(self) -> dict[str, Any]:
        taken = {row for s in self.subjects.values() for row in (*s.rows, *(one[ROW] for one in s.posts + s.values))}
        refused = dict.fromkeys(self.empty, say("The row holds no figure.")) | self.rejected
        self._tell_subjects()
        return {
            "tables": self.tables,
            "subjects": [vars(s) for s in self.subjects.values() if s.posts or s.values or s.rows],
            "rows": len(self.rows),
            "rejected": [[row, message] for row, message in refused.items() if row not in taken],
            "warnings": [warning for warning in self.warnings if not (self._asks_whose and warning in self.assumed)],
            "question": self.question,
            "of_window": self.of_window,
        }

    def _tell_subjects(self) -> None:
        """Each account what the whole file says of it: its rows that were not taken, lists of videos, whose it is."""
        lost = Counter(owner and page(*owner) for owner in self.lost.values())
        told: dict[Page, list[list[str]]] = defaultdict(list)
        for row in self.keys_of_lost.keys() & self.lost.keys():
            if owner := self.lost[row]:
                told[page(*owner)].append(self.keys_of_lost[row])
        for key, subject in self.subjects.items():
            subject.rejected = lost[None] + lost[key]
            subject.untold = subject.rejected - len(told[key])
            subject.refused = sorted({name for names in told[key] for name in names})
            subject.videos, subject.is_of_brand = self._videos(subject), key in self.of_brand
            subject.other_in = self.others.get(key, "")


def _called(columns: Sequence[str]) -> dict[str, Any]:
    return {"count": len(columns), "columns": first_of([f"«{name}»" for name in columns])}


def page(network: str, handle: str) -> Page:
    """An account by the key of its handle, however that is spelt."""
    return network, handles.key(network, handle)
