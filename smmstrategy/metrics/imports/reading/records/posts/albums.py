"""Telegram tells an album as several messages a second apart at most: together they are one post."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from smmstrategy.metrics.imports.reading.draft import FIGURES, FORMAT, KEY, PUBLISHED_AT, ROW, TEXT, TITLE, Draft, Subject
from smmstrategy.metrics.imports.reading.messages import say

IN_ALBUMS = frozenset({"", "image", "video", "audio", "carousel"})
ONCE = ("likes", "comments")  # Telegram counts them at one message of an album
STEP = timedelta(seconds=1)


def fold(draft: Draft) -> None:
    """Leave of every album the message with the text, or the first, and refuse the rows of its other parts."""
    folded: set[str] = set()
    for subject in draft.subjects.values():
        for album in _albums(subject) if subject.network == "telegram" else ():
            head = max(album, key=lambda post: (_says(post), *(_count(post, code) for code in ONCE)))
            for part in album:
                if part is not head:
                    head[FIGURES] |= {code: part[FIGURES][code] for code in ONCE if _count(part, code)}
                    draft.rejected[part[ROW]] = say("This message is a part of the album {key}.", key=head[KEY])
                    folded.add(part[ROW])
        subject.posts = [post for post in subject.posts if post[ROW] not in folded]
    if folded:
        draft.note(
            "{count} message is a part of an album: an album is one post.",
            "{count} messages are parts of albums: an album is one post.",
            count=len(folded),
        )


def _albums(subject: Subject) -> Iterator[list[list[Any]]]:
    """Runs of messages with consecutive numbers, each of the same second or the next, of which one at most is a post by itself."""
    numbered = [post for post in subject.posts if post[PUBLISHED_AT] and post[KEY].isascii() and post[KEY].isdigit()]
    if not any(_moment(post).second for post in numbered):
        return  # the file tells minutes only
    run: list[list[Any]] = []
    for post in sorted(numbered, key=lambda post: int(post[KEY])):
        if run and not _follows(run[-1], post):
            yield from [run] if _is_album(run) else []
            run = []
        run.append(post)
    yield from [run] if _is_album(run) else []


def _follows(one: list[Any], other: list[Any]) -> bool:
    return int(other[KEY]) == int(one[KEY]) + 1 and timedelta(0) <= _moment(other) - _moment(one) <= STEP


def _is_album(run: list[list[Any]]) -> bool:
    at_one = all(sum(_count(post, code) > 0 for post in run) <= 1 for code in ONCE)
    return len(run) > 1 and at_one and sum(map(_says, run)) <= 1 and all(post[FORMAT] in IN_ALBUMS for post in run)


def _says(post: list[Any]) -> bool:
    return bool(post[TITLE].strip() or post[TEXT].strip())


def _count(post: list[Any], code: str) -> float:
    return float(post[FIGURES].get(code, 0))


def _moment(post: list[Any]) -> datetime:
    return datetime.fromisoformat(post[PUBLISHED_AT])
