"""Telegram Desktop's result.json: one chat or a whole account. It holds no views, forwards or subscribers."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import links, names, numbers
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft, Page
from smmstrategy.metrics.imports.reading.kinds.kind import TELEGRAM_EXPORT, TELEGRAM_EXPORT_NAME
from smmstrategy.metrics.imports.reading.messages import Message, Refused, say
from smmstrategy.metrics.imports.reading.records.owners import one_page
from smmstrategy.metrics.imports.reading.records.posts import message_numbers

CHANNELS = frozenset({"public_channel", "private_channel", "public_supergroup", "private_supergroup"})
FIRST_YEAR = 2013  # of Telegram
PRIVATE = say("This message is from a private conversation, not from a channel.")
SERVICE = say("This is a service message of Telegram, not a post.")
FORMATS = {
    "video_file": "video",
    "animation": "video",
    "voice_message": "audio",
    "audio_file": "audio",
    "video_message": "short_video",
    "sticker": "image",
}


def add(value: dict[str, Any], file: str, draft: Draft, context: Context, name_row: Callable[[int], str]) -> None:
    """Put the channels' messages into the draft; a row is a message, counted from 1 over the whole file."""
    if context.account and context.account[0] != "telegram":
        raise Refused("This is an export of Telegram, and the account you named is in another network. Name one in Telegram.")
    if context.options.kind not in ("", TELEGRAM_EXPORT):
        raise Refused("The file does not fit the kind you named: it is of the kind «{kind}».", kind=TELEGRAM_EXPORT_NAME)
    number, zone = 0, ZoneInfo(context.options.time_zone or context.time_zone)
    draft.note("A Telegram Desktop export holds no views, forwards or subscribers.")
    for chat in _chats(value):
        title, network, number_of_chat = str(chat.get("name") or "")[:200], "telegram", str(chat.get("id", ""))
        handle = context.options.handle_named(network) if "messages" in value else ""
        handle = handle or context.known.names.get(network, {}).get(number_of_chat, "")
        handle = handle or _known_as((network, number_of_chat), title, draft, context)
        draft.names_of(network, handle).add([number_of_chat, title], pages=[number_of_chat])
        for message in chat.get("messages") or []:
            number += 1
            draft.rows.add(row := name_row(number))
            moment = _moment(message, zone) if isinstance(message, dict) else None
            if _is_numbered(message):
                message_numbers.note(row, str(message["id"]), draft)
            if reason := _refusal(chat, message, moment, context.today):
                draft.rejected[row] = reason
                if reason is SERVICE and moment:
                    draft.add_service(network, handle, row, moment.isoformat())
                draft.lost |= {row: (network, handle)} if reason not in (PRIVATE, SERVICE) else {}
                draft.keys_of_lost |= {row: [str(message["id"])]} if _is_numbered(message) else {}
                continue
            subject = draft.subject(network, handle)
            subject.name = title
            subject.posts.append([row, *_post(message, moment, handle)])
            if not _has_unix_time(message):
                draft.warn(
                    "An old export of Telegram gives times as the clock of the exporting machine showed them; they were read as "
                    "times in {zone}.",
                    zone=str(zone),
                )
    described = {"name": file or "result.json", "kind": TELEGRAM_EXPORT, "kind_name": TELEGRAM_EXPORT_NAME, "rows": number}
    unasked = {"title": described["name"], "is_list": False, "signature": "", "of_header": ""}
    draft.tables.append({**described, **unasked, "header": [], "columns": {}, "sample": []})


def _known_as(at: Page, title: str, draft: Draft, context: Context) -> str:
    """The handle of the channel's account, which another file may have told of by the name of its page."""
    draft.tie(names.compared(title), title, at)
    account = one_page.known_as(at, draft, context)
    draft.take(at, account)
    return account[1]


def _chats(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if isinstance(value.get("messages"), list):
        yield value
        return
    for part in ("chats", "left_chats"):
        chats = value.get(part)
        if isinstance(chats, dict):
            yield from (chat for chat in chats.get("list") or [] if isinstance(chat, dict))


def _refusal(chat: dict[str, Any], message: Any, moment: datetime | None, today: date) -> Message | None:
    if chat.get("type") not in CHANNELS:
        return PRIVATE
    if not _is_numbered(message):
        return say("This message has no number.")
    if message.get("type") != "message":
        return SERVICE
    if moment is None:
        return say("This message has no date.")
    if moment.date() > today + timedelta(days=1):
        return say("The date lies in the future.")
    if moment.year < FIRST_YEAR:
        return say("The date {value} is older than Telegram.", value=moment.date())
    return None


def _is_numbered(message: Any) -> bool:
    return isinstance(message, dict) and type(message.get("id")) is int and abs(message["id"]) < 2**63


def _has_unix_time(message: dict[str, Any]) -> bool:
    return "date_unixtime" in message


def _moment(message: dict[str, Any], zone: ZoneInfo) -> datetime | None:
    """UTC; exports of before 2021 have only the time a clock showed."""
    try:
        if _has_unix_time(message):
            return datetime.fromtimestamp(int(message["date_unixtime"]), UTC)
        moment = datetime.fromisoformat(message.get("date"))
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, OSError):
        return None


def _post(message: dict[str, Any], moment: datetime, handle: str) -> list[Any]:
    text = _text(message.get("text"))
    reactions = message.get("reactions")
    metrics = {"likes": str(sum(_count(reaction) for reaction in reactions))} if isinstance(reactions, list) else {}
    permalink = links.address("telegram", handles.key("telegram", handle), str(message["id"]), "")
    duration = message.get("duration_seconds")
    return [str(message["id"]), permalink, moment.isoformat(), True, _format(message), "", text, duration
            if isinstance(duration, int) and 0 <= duration < numbers.LONGEST else None, None, metrics, [], False]  # fmt: skip


def _count(reaction: Any) -> int:
    count = reaction.get("count") if isinstance(reaction, dict) else 0
    return count if isinstance(count, int) and 0 <= count < 10**12 else 0


def _text(value: Any) -> str:
    parts = value if isinstance(value, list) else [value]
    return "".join(part if isinstance(part, str) else str(part.get("text", "")) for part in parts if isinstance(part, str | dict))


def _format(message: dict[str, Any]) -> str:
    if "poll" in message:
        return "poll"
    return FORMATS.get(str(message.get("media_type")), "image" if "photo" in message else "text")
