"""Rows of one file about the same post or the same days: the last counts, and what became of the others is said."""

from collections import defaultdict
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from smmstrategy.metrics.imports.reading.cells import links, numbers
from smmstrategy.metrics.imports.reading.draft import (
    DURATION,
    FIGURES,
    FORMAT,
    IS_PAID,
    KEY,
    PERMALINK,
    PUBLISHED_AT,
    ROUNDED,
    ROW,
    TEXT,
    TITLE,
    Draft,
    Subject,
)
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.records.posts import alike, several_tables
from smmstrategy.metrics.imports.reading.records.posts.moments import Moments
from smmstrategy.metrics.imports.reading.records.values import exact, periods

Record = list[Any]
DETAILS = slice(PERMALINK, FIGURES)
LEFT_OPEN = {PERMALINK, FORMAT, TITLE, TEXT, DURATION, IS_PAID}
SAID_TWICE = say("This row says the same as an earlier one in every cell; it was counted once.")
TOO_MANY = 3  # contradictions for corrections
TWO_PLACES = (
    "«{one}» and «{other}» name one network, and their rows say different things about the same days: they may be two "
    "accounts. Import the rows of each in a file of its own and name its account (--account NETWORK:HANDLE)."
)
TWO_POSTS = (
    "«{one}» and «{other}» name one network, and under the same number they have different posts: they may be two accounts. "
    "Import the rows of each in a file of its own and name its account (--account NETWORK:HANDLE)."
)
OF_POSTS = (
    "{count} row ({rows}) says something else about the same post than a later one, which counts; it was taken in part.",
    "{count} rows ({rows}) say something else about the same posts than later ones, which count; they were taken in part.",
)
OF_DAYS = (
    "{count} row ({rows}) says something else about the same days than a later or exact one, which counts; it was taken in part.",
    "{count} rows ({rows}) say something else about the same days than later or exact ones, which count; they were taken in part.",
)
AGAIN = (
    "{count} row ({rows}) says again what others say; that was counted once.",
    "{count} rows ({rows}) say again what others say; that was counted once.",
)


def settle(draft: Draft, time_zone: str) -> None:
    """Leave each thing said once; a row of which nothing is left because a later one differs is refused with the reason."""
    for subject in draft.subjects.values():
        _number_by_link(subject)
    several_tables.unite(draft, time_zone)
    of_posts, of_days, again = list[str](), list[str](), list[str]()
    for subject in draft.subjects.values():
        _refuse_two_places(subject, draft)
        of_posts += _settle_posts(subject, draft, Moments(ZoneInfo(time_zone)))
        differing, same = _settle_values(subject, draft)
        of_days, again = [*of_days, *differing], [*again, *same]
    for tell, text, rows in ((draft.warn, OF_POSTS, of_posts), (draft.warn, OF_DAYS, of_days), (draft.note, AGAIN, again)):
        if rows:
            tell(*text, count=len(rows), rows=first_of(rows))


def _number_by_link(subject: Subject) -> None:
    """Rows that know their post by its link alone are about the one of the row that has that link and a number."""
    linked = [(post, links.key_in(subject.network, post[PERMALINK])) for post in subject.posts]
    numbered = {key: post[KEY] for post, key in linked if key and key != post[KEY]}
    for post, key in linked if numbered else ():
        if key == post[KEY]:
            post[KEY] = numbered.get(key, key)


def _settle_posts(subject: Subject, draft: Draft, moments: Moments) -> list[str]:
    """Rows that complete one another stay: the figures of a post, or of a day of it, are united, and so is what tells of it.

    Which were taken in part.
    """
    _complete(subject, moments)
    repeated = [posts for posts in _by_number(subject, draft) if len(posts) > 1]
    for posts in repeated:
        _make_exact(posts)
    partly = [post[ROW] for posts in repeated for post in _cut_down(posts)]
    refused = {id(post): reason for posts in repeated for post, reason in _overruled(posts)}
    draft.rejected |= {post[ROW]: refused[id(post)] for post in subject.posts if id(post) in refused}
    subject.posts = [post for post in subject.posts if id(post) not in refused]
    return partly


def _complete(subject: Subject, moments: Moments) -> None:
    """What a row leaves open of its post is as the last one has it that says it; a time is more than a day, as are whole words."""
    rows: dict[str, list[Record]] = defaultdict(list)
    for post in subject.posts:
        rows[post[KEY]].append(post)
    for posts in rows.values():
        if len(posts) > 1:
            _complete_each(posts)
            moments.complete(posts)


def _complete_each(posts: list[Record]) -> None:
    details = {part: said for post in posts for part, said in enumerate(post) if part in LEFT_OPEN and said not in ("", None)}
    for post in posts:
        for part, said in details.items():
            post[part] = said if post[part] in ("", None) else post[part]
        for part in (TITLE, TEXT):
            post[part] = max((post[part], *(one[part] for one in posts if _goes_on(post[part], one[part]))), key=len)


def _goes_on(words: str, others: str) -> bool:
    one, other = alike.compared(words), alike.compared(others)
    return len(other) > len(one) and alike.is_beginning(one, other)


def _by_number(subject: Subject, draft: Draft) -> list[list[Record]]:
    """The rows about a post, or about a day of it, each in a list of its own."""
    by_number: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for post in subject.posts:
        by_number[post[KEY], draft.of_day.get(post[ROW], "")].append(post)
    return list(by_number.values())


def _make_exact(posts: list[Record]) -> None:
    """A rounded figure is the exact one that another row has of the post, where it may be that one rounded."""
    exact = {code: value for post in posts for code, value in post[FIGURES].items() if code not in post[ROUNDED]}
    for post in posts:
        figures = post[FIGURES]
        known = [code for code in post[ROUNDED] if code in exact and numbers.may_be_rounded(exact[code], figures[code])]
        post[FIGURES] = figures | {code: exact[code] for code in known}
        post[ROUNDED] = [code for code in post[ROUNDED] if code not in known]


def _cut_down(posts: list[Record]) -> list[Record]:
    """Those that a later one contradicts, without the figures that it has, where they have others and tell of the same post."""
    figures, cut = dict(posts[-1][FIGURES]), []
    for post in reversed(posts[:-1]):
        rest = {code: value for code, value in post[FIGURES].items() if figures.get(code, value) == value}
        if rest == post[FIGURES]:
            figures |= rest
        elif rest.keys() - figures.keys() and not _tells_otherwise(post, posts[-1]):
            post[FIGURES], post[ROUNDED] = rest, [code for code in post[ROUNDED] if code in rest]
            figures |= rest
            cut.append(post)
    return cut[::-1]


def _tells_otherwise(post: Record, other: Record) -> bool:
    return any(post[part] and other[part] and post[part] != other[part] for part in (PUBLISHED_AT, TITLE, TEXT))


def _overruled(posts: list[Record]) -> list[tuple[Record, Message]]:
    last, overruled = posts[-1], []
    figures = dict(last[FIGURES])
    for post in reversed(posts[:-1]):
        differs = any(figures.get(code, value) != value for code, value in post[FIGURES].items())
        if differs or post[FIGURES].keys() <= figures.keys():
            overruled.append((post, _reason(post, last, differs)))
        else:
            figures |= post[FIGURES]
    return overruled


def _reason(post: Record, last: Record, differs: bool) -> Message:
    if differs or any(detail and detail != other for detail, other in zip(post[DETAILS], last[DETAILS], strict=True)):
        return say("A later row says something else about the same post ({row}).", row=last[ROW])
    return say("A later row says the same about the same post ({row}); it was counted once.", row=last[ROW])


def _refuse_two_places(subject: Subject, draft: Draft) -> None:
    """Rows that contradict each other under two words for one network may be about two places: neither overwrites the other."""
    of_days = [values for values in exact.by_days(subject) if len({value[4] for value in values}) > 1]
    of_posts = [posts for posts in _by_number(subject, draft) if _are_several(posts)]
    refused = _of_two_words(of_days, TWO_PLACES, draft) | _of_two_words(of_posts, TWO_POSTS, draft)
    draft.rejected |= refused
    draft.lost |= {post[ROW]: (subject.network, subject.handle) for post in subject.posts if post[ROW] in refused}
    subject.posts = [post for post in subject.posts if post[ROW] not in refused]
    subject.values = [value for value in subject.values if value[ROW] not in refused]
    subject.rows = [row for row in subject.rows if row not in refused]


def _of_two_words(groups: list[list[Record]], sentence: str, draft: Draft) -> dict[str, Message]:
    refused: dict[str, Message] = {}
    for records in groups:
        words = {word.casefold(): word for record in records if (word := draft.network_words.get(record[ROW], ""))}
        if len(words) > 1:
            one, other, *_others = words.values()
            refused |= {record[ROW]: say(sentence, one=one, other=other) for record in records}
    return refused


def _are_several(posts: list[Record]) -> bool:
    """Neither their words nor their days agree, as those of one post do however it is told."""
    moments = [datetime.fromisoformat(post[PUBLISHED_AT]) for post in posts if post[PUBLISHED_AT]]
    differ = [max(moments) - min(moments) >= timedelta(days=1)] if len(moments) > 1 else []
    for part in (TITLE, TEXT):
        words = [post[part] for post in posts if post[part]]
        differ += [len(set(words)) > 1] if len(words) > 1 else []
    return bool(differ) and all(differ)


def _settle_values(subject: Subject, draft: Draft) -> tuple[list[str], list[str]]:
    """Which rows were taken in part, and which say again what others say."""
    overruled = {id(value): later for values in exact.by_days(subject) for value, later in pairwise(values)}
    if not overruled:
        return [], []
    gone = [(value, overruled[id(value)]) for value in subject.values if id(value) in overruled]
    _ask_of_several_accounts(gone, draft)
    subject.values = [value for value in subject.values if id(value) not in overruled]
    differing = {value[ROW]: later[ROW] for value, later in gone if value[4] != later[4]}
    same = list(dict.fromkeys(value[ROW] for value, _later in gone if value[ROW] not in differing))
    return _refuse(differing, subject, draft), same


def _ask_of_several_accounts(gone: list[tuple[Record, Record]], draft: Draft) -> None:
    """Tables under two titles that mostly contradict each other are about two accounts: neither may overwrite the other."""
    differs: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for value, later in gone:
        titles = draft.titles.get(value[ROW], ""), draft.titles.get(later[ROW], "")
        if all(titles) and titles[0] != titles[1]:
            differs[titles].append(value[4] != later[4])
    for (first, second), differences in differs.items():
        if sum(differences) >= TOO_MANY and sum(differences) * 2 > len(differences):
            text = say(
                "The tables under «{first}» and «{second}» say different things about the same days, as tables of two accounts do. "
                'Say whose each is (--name "TABLE=NETWORK:HANDLE"), or import each of them by itself (--leave-out NAME for the '
                "others) and name its account (--account NETWORK:HANDLE).",
                first=first,
                second=second,
            )
            text = periods.of_two([first, second]) if {first, second} <= {*periods.of_one_account(draft)} else text
            draft.ask("account", text, choices=[], tables=[first, second], of_tables=text)


def _refuse(differing: dict[str, str], subject: Subject, draft: Draft) -> list[str]:
    """Refuse those of which nothing is left; the others were taken in part."""
    left = {value[ROW] for value in subject.values} | {post[ROW] for post in subject.posts}
    refused = {row: later for row, later in differing.items() if row not in left}
    for row, later in refused.items():
        draft.rejected[row] = say("A row that is later or exact says something else about the same days ({row}).", row=later)
    subject.rows = [row for row in subject.rows if row not in refused]
    return [row for row in differing if row in left]
