"""Numbers of Telegram's messages that run on over a month without a post show that it was silent."""

import json
from datetime import UTC, datetime

import pytest

Message = tuple[int, str] | tuple[int, str, str]
BEFORE: list[Message] = [(n, f"2026-06-{n:02}") for n in range(1, 6)]


def export(*messages: Message) -> str:
    """Each its number, its day and, unless it is a post by itself, that it is a part of an album or of service."""
    rows = [
        {
            "id": number,
            "type": "service" if kind == ["service"] else "message",
            "date_unixtime": str(int(datetime.fromisoformat(f"{day}T10:00:05").replace(tzinfo=UTC).timestamp())),
            "text": "" if kind else "A",
            **({"photo": "A"} if kind == ["part"] else {}),
        }
        for number, day, *kind in messages
    ]
    return json.dumps({"name": "Brand", "type": "public_channel", "id": 7, "messages": rows})


@pytest.mark.parametrize(
    ("later", "silent"),
    [
        ([(6, "2026-08-01")], ["2026-07-01"]),
        ([(6, "2026-09-01")], ["2026-07-01", "2026-08-01"]),
        ([(8, "2026-08-01")], ["2026-07-01"]),  # two were deleted
        ([(9, "2026-08-01")], []),
        ([(6, "2026-07-20", "service"), (7, "2026-08-01")], ["2026-07-01"]),
        ([(20, "2026-07-20", "service"), (40, "2026-08-01")], ["2026-07-01"]),
        ([(20, "2026-07-20", "service"), (40, "2026-09-01")], ["2026-07-01"]),
        ([(6, "2026-07-01"), (7, "2026-08-01")], []),
        ([(6, "2026-07-20", "service")], []),  # nobody knows of what came after the last post
    ],
)
def test_months_over_which_numbers_run_on_or_in_which_service_messages_stand_were_silent(understood, later, silent):
    (subject,) = understood(export(*BEFORE, *later), "result.json")["subjects"]
    assert subject["silent"] == silent


def test_parts_of_an_album_have_numbers_too(understood):
    album = [(n, "2026-06-20", "part") for n in range(6, 10)]
    (subject,) = understood(export(*BEFORE, *album, (10, "2026-08-01")), "result.json")["subjects"]
    assert (len(subject["posts"]), subject["silent"]) == (7, ["2026-07-01"])
