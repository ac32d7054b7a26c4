"""Telegram puts what happens in a channel among its posts: that it was made, that it has another name or picture."""

from typing import Any

from smmstrategy.metrics.imports.reading.draft import FIGURES, PUBLISHED_AT, ROW, TEXT, TITLE, Draft
from smmstrategy.metrics.imports.reading.messages import say

SERVICE = say("This message has no views, text or reactions: it is a service message of Telegram, not a post.")


def reject(draft: Draft) -> None:
    """Refuse, where the file gives views and texts, the rows that have none of them and no figure else."""
    channels = [subject for subject in draft.subjects.values() if subject.network == "telegram"]
    posts = [post for subject in channels for post in subject.posts]
    if not any("views" in post[FIGURES] for post in posts) or not any(post[TEXT] for post in posts):
        return
    for subject in channels:
        services = [post for post in subject.posts if _is_service(post)]
        draft.rejected |= (rows := dict.fromkeys((post[ROW] for post in services), SERVICE))
        for post in services:
            draft.add_service(subject.network, subject.handle, post[ROW], post[PUBLISHED_AT])
        subject.posts = [post for post in subject.posts if post[ROW] not in rows]


def _is_service(post: list[Any]) -> bool:
    return not (post[TITLE].strip() or post[TEXT].strip() or any(map(float, post[FIGURES].values())))
