"""Rows that are posts: their key, their time, their words and what was measured of them."""

import re
from collections import defaultdict
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import formats, links, pages
from smmstrategy.metrics.imports.reading.cells.dates import Moment
from smmstrategy.metrics.imports.reading.cells.links import Link
from smmstrategy.metrics.imports.reading.cells.names import cleaned
from smmstrategy.metrics.imports.reading.columns.accounts import Heading
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import KEY, PUBLISHED_AT, ROW, Draft
from smmstrategy.metrics.imports.reading.kinds.kind import Kind
from smmstrategy.metrics.imports.reading.messages import Message, Refused, first_of, say
from smmstrategy.metrics.imports.reading.records import judged, network_rows, owners, planned
from smmstrategy.metrics.imports.reading.records.owners import column_words, named_in_links, one_name
from smmstrategy.metrics.imports.reading.records.posts import addresses, identity, message_numbers, repeats
from smmstrategy.metrics.imports.reading.records.posts.identity import TELLING

SIGNS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#39": "'", "#039": "'"}
ESCAPED = re.compile(f"&({'|'.join(SIGNS)});")
YES, NO = frozenset({"1", "true", "yes", "да"}), frozenset({"0", "false", "no", "нет"})
DIGIT = re.compile(r"\d")  # a day, and no word for the whole life of a post


class Posts(NamedTuple):
    """What a table says of its posts, row by row."""

    rows: list[str]  # what they are called in the draft
    urls: list[str]
    leads: list[Link | None]
    whose: owners.Whose
    moments: list[Moment | None]
    keys: list[str | None]


def add(columns: Columns, kind: Kind, draft: Draft, context: Context, name_row: Any) -> None:
    """Put the table's posts into the draft; `name_row` turns a row number into its name in the draft."""
    urls = _as_shown(kind, addresses.of_rows(columns))
    leads = [links.post(url) if url else None for url in urls]
    if (said := judged.of_posts(columns, kind, leads, draft, context)) is None:
        return
    said = named_in_links.filled(said, urls, context)
    rows = [name_row(number) for number, _cells in columns.table.rows]
    whose = owners.of_posts(said, rows, draft, context)
    are_sure = said.is_explained or said.heading not in (Heading.AUTHORS, Heading.WRITERS)
    are_names = are_sure or owners.are_of_pages(said, context)
    one_name.note(whose.owners, said.accounts if are_names else [""] * len(rows), said.words, leads, draft)
    one_name.note_only_word(whose.owners, said, draft)
    if not are_names:
        one_name.note_only_writer(whose.owners, said, draft)
    moments = columns.moments() if "published_at" in columns else [None] * len(rows)
    columns.texts["permalink"] = addresses.of_one_post(urls, columns, moments)
    posts = Posts(rows, urls, leads, whose, moments, identity.of_rows(columns, moments, urls, whose.owners))
    for row, link, key in zip(rows, leads, posts.keys, strict=True):
        message_numbers.note(row, _message_number(link, key, kind), draft)
    if not kind.of_one_page:
        _check_holders(posts, column_words.of_pages(columns.accounts(), leads))
    taken = _take(posts, columns, kind, draft, context)
    if kind.of_videos:
        _set_apart(rows, draft)
    _tell_days(columns, rows, posts.keys, kind, draft)
    of_any = [*network_rows.of_any(columns.table), *addresses.of_several(columns.table), *planned.of_any(columns.table)]
    draft.lost |= dict.fromkeys(map(name_row, [*columns.table.broken, *of_any]))
    _tell_lost(posts, said.accounts, columns, draft, is_account_named=bool(context.account))
    draft.without_day |= {
        rows[n]: columns.text("published_at")[n] if moments[n] else "" for n in taken if not _is_dated(moments[n])
    }
    lost = [n for n in taken if identity.is_made(posts.keys[n])] if any(urls) else []
    _warn_of_links({rows[n]: (urls[n], whose.owners[n]) for n in lost}, draft)


def _take(posts: Posts, columns: Columns, kind: Kind, draft: Draft, context: Context) -> list[int]:
    """Put each row among the posts of its account, or where the rows are of which nothing is taken; which became posts."""
    metrics, details = _metrics(columns, kind), _details(columns, kind)
    instants, names, taken = _instants(columns, posts.moments, kind, context), _names(columns, posts.whose), []
    for n, (row, key, owner) in enumerate(zip(posts.rows, posts.keys, posts.whose.owners, strict=True)):
        values = {code: column[n] for code, column in metrics.items() if column[n] is not None}
        if reason := _refusal(columns, n, key, _leads_elsewhere(posts.leads[n], owner, context)):
            draft.rejected[row] = reason
            draft.keys_of_lost |= {row: named} if (named := identity.said(columns, n, key, owner)) else {}
        elif not values and _is_blank(columns, n):
            draft.empty.append(row)
        elif owner is not None:
            subject = draft.subject(*owner)
            subject.name = subject.name or names[n]
            permalink = _permalink(columns, n, owner, posts.whose.named, key)
            figures = {code: value[0] for code, value in values.items()}
            rounded = [code for code, value in values.items() if value[1]]
            subject.posts.append([row, key, permalink, *instants[n], *details[n], figures, rounded, identity.is_made(key)])
            taken.append(n)
    return taken


def _message_number(link: Link | None, key: str | None, kind: Kind) -> str:
    """As Telegram has given it: an id of the table's own says nothing."""
    if link and link.network == "telegram":
        return link.key
    return key or "" if kind.numbers_messages else ""


def _tell_lost(posts: Posts, accounts: list[str], columns: Columns, draft: Draft, *, is_account_named: bool) -> None:
    """Which rows say nothing of whose they are, and whose posts the refused rows could have been, where they say so."""
    says_whose = [bool(account or link) for account, link in zip(accounts, posts.leads, strict=True)]
    draft.nameless |= {row for row, says in zip(posts.rows, says_whose, strict=True) if not says}
    for n in columns.wrong:
        if _says_more_than_one_thing(columns, n):
            draft.lost[posts.rows[n]] = posts.whose.owners[n] if is_account_named or says_whose[n] else None


def _refusal(columns: Columns, index: int, key: str | None, leads_elsewhere: bool) -> Message | None:
    if index in columns.wrong:
        return columns.wrong[index]
    if leads_elsewhere:
        return say("The link leads to another network than the one of the account you named.")
    if _is_no_post(columns, index):
        return say("The row has no date, link, number or text: it is no post.")
    return repeats.SAID_TWICE if key is None else None


def _set_apart(rows: list[str], draft: Draft) -> None:
    """Where videos alone are listed, a day without one may have had other posts."""
    draft.of_videos.update(rows)
    draft.warn("The file lists videos alone, not the account's other posts: it does not tell on which days nothing was published.")


def _tell_days(columns: Columns, rows: list[str], keys: list[str | None], kind: Kind, draft: Draft) -> None:
    """Which rows have the figures of one day, which posts lack one, and whether any lack those of their whole life."""
    draft.of_day |= {row: day for row, day in zip(rows, columns.text("day"), strict=True) if DIGIT.search(day)}
    draft.lacking |= {keys[index] for index in columns.wrong if rows[index] in draft.of_day}
    draft.of_window |= kind.of_window or bool(draft.of_day)


def _says_more_than_one_thing(columns: Columns, index: int) -> bool:
    """A title between the rows has a single cell."""
    return sum(map(bool, columns.table.rows[index][1])) > 1


def warn_of_undated(draft: Draft) -> None:
    """Each post once, whatever rows are about it: what those without a day have for their date is nothing, a month or a week."""
    undated = {key: [post for post in subject.posts if not post[PUBLISHED_AT]] for key, subject in draft.subjects.items()}
    posts = {(*key, post[KEY]): post[ROW] for key, rows in undated.items() for post in rows}
    dates = [draft.without_day[row] for row in posts.values() if row in draft.without_day]
    if longer := list(filter(None, dates)):
        draft.warn(
            "{count} post has more than a day («{value}») for its date: it is kept and counted, but belongs to no period.",
            "{count} posts have more than a day («{value}») for their dates: they are kept and counted, but belong to no period.",
            count=len(longer),
            value=longer[0],
        )
    if count := dates.count(""):
        draft.warn(
            "{count} post has no date in the file: it is kept and counted, but belongs to no period.",
            "{count} posts have no date in the file: they are kept and counted, but belong to no period.",
            count=count,
        )


def _warn_of_links(lost: dict[str, tuple[str, owners.Owner]], draft: Draft) -> None:
    """`lost` has for each row the address that is no post's, and whose post the row was taken for."""
    if lost:
        draft.warn(
            "{count} row has no link to one post ({rows}): it is known by its date and text, and counted for {accounts}.",
            "{count} rows have no links to one post each ({rows}): they are told apart by their dates and texts, and counted for "
            "{accounts}.",
            count=len(lost),
            rows=first_of([f"{row} «{url[:40]}»" if url else row for row, (url, _owner) in lost.items()]),
            accounts=first_of([":".join(owner) for owner in dict.fromkeys(owner for _url, owner in lost.values())]),
        )


def _check_holders(posts: Posts, accounts: list[str]) -> None:
    """Refuse one account for posts of several that have the same numbers: they would overwrite each other.

    A link that says the page has said the network, too: two spellings of one page are no two.
    """
    holders: dict[tuple[owners.Owner | None, str], dict[str, str]] = defaultdict(dict)
    for owner, account, link, key in zip(posts.whose.owners, accounts, posts.leads, posts.keys, strict=True):
        network = owner[0] if owner else ""
        if key and not (link and link.handle) and (name := pages.handle_in(network, account)):
            holders[owner, key].setdefault(handles.key(network, name), name)
    if several := next((names.values() for names in holders.values() if len(names) > 1), None):
        raise Refused(
            "The posts are of several accounts ({accounts}, …) and share their numbers, and their rows do not say the network: "
            "all would go to one account. Import the posts of each account in a file of its own.",
            accounts=", ".join(sorted(several)),
        )


def _instants(columns: Columns, moments: list[Moment | None], kind: Kind, context: Context) -> list[tuple[str | None, bool]]:
    """When each post was published, UTC, and whether that is a time rather than a day; nothing for a month or a week."""
    here = ZoneInfo(context.time_zone)
    named = columns.zone("clock") or columns.zone("published_at")
    zone = named or ZoneInfo(context.options.time_zone or kind.zone or context.time_zone)
    return [(m.instant(zone, here).isoformat(), m.clock is not None) if _is_dated(m) else (None, True) for m in moments]


def _is_dated(moment: Moment | None) -> bool:
    return moment is not None and moment.is_day


def _names(columns: Columns, whose: owners.Whose) -> list[str]:
    """What the row calls its account, where that is more than a handle."""
    return [cleaned(name) or of_owner for name, of_owner in zip(columns.text("account_name"), whose.names, strict=True)]


def _metrics(columns: Columns, kind: Kind) -> dict[str, list]:
    metrics = dict(columns.metrics())
    for code, other in kind.same.items():
        if code in metrics:
            metrics.setdefault(other, metrics[code])
    return metrics | _none_of(kind.blank_is_none, metrics)


def _none_of(codes: tuple[str, ...], metrics: dict[str, list]) -> dict[str, list]:
    """Blanks as 0 in the rows that say anything, where the file counts any of these metrics."""
    if not any(code in metrics for code in codes):
        return {}
    says = [any(value is not None for value in row) for row in zip(*metrics.values(), strict=True)]
    blank = [("0", False) if is_said else None for is_said in says]
    return {code: [value or none for value, none in zip(metrics.get(code, blank), blank, strict=True)] for code in codes}


def _leads_elsewhere(link: Link | None, owner: owners.Owner | None, context: Context) -> bool:
    return bool(link and owner and owner == context.account and link.network != owner[0])


def _is_no_post(columns: Columns, index: int) -> bool:
    """The row leaves empty all that tells its post, where the table has columns for it; words are no address."""
    texts = [columns.text(name)[index] for name in TELLING if name in columns]
    address = columns.text("permalink")[index]
    return bool(texts) and not any(text for text in texts if " " not in address or text != address)


def _is_blank(columns: Columns, index: int) -> bool:
    """The row has at most a date and an account: a title between posts, a line somebody left empty."""
    return not any(columns.text(name)[index] for name in ("key", "permalink", "text", "title"))


def _details(columns: Columns, kind: Kind) -> list[tuple[str, str, str, int | None, bool | None]]:
    texts = [" ".join(filter(None, pair)) for pair in zip(columns.text("text"), columns.text("hashtags"), strict=True)]
    texts, titles = _as_shown(kind, texts), _as_shown(kind, columns.text("title"))
    named, durations, paid = columns.text("format"), columns.duration(), columns.text("is_paid")
    return [(formats.called(named[i]), titles[i], texts[i], durations[i], _yes(paid[i])) for i in range(len(texts))]


def _as_shown(kind: Kind, texts: list[str]) -> list[str]:
    """Texts as the network's readers see them."""
    return [ESCAPED.sub(lambda sign: SIGNS[sign[1]], text) for text in texts] if kind.escapes else texts


def _yes(text: str) -> bool | None:
    return True if text.lower() in YES else False if text.lower() in NO else None


def _permalink(columns: Columns, index: int, owner: owners.Owner, keys_named: set[owners.Owner], key: str | None) -> str:
    """The post's address, with the handle of its account where that is no guess of ours."""
    network, page = owner[0], handles.key(*owner)
    handle = page if (network, page) in keys_named else ""
    return links.address(network, handle, key or "", columns.text("permalink")[index])[:2000]
