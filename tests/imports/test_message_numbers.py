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
    assert subject["silent_by_numbers"] == silent


def test_parts_of_an_album_have_numbers_too(understood):
    album = [(n, "2026-06-20", "part") for n in range(6, 10)]
    (subject,) = understood(export(*BEFORE, *album, (10, "2026-08-01")), "result.json")["subjects"]
    assert (len(subject["posts"]), subject["silent_by_numbers"]) == (7, ["2026-07-01"])


def table(header: str, spelt: str) -> str:
    """Six posts of May, June and August each, numbered from 1 on; how a row has the number is `spelt`."""
    days = [f"2026-{month:02}-{day:02}" for month in (5, 6, 8) for day in range(1, 7)]
    return "\n".join([header, *(f"{spelt.format(number)};{day};A{number};9;9" for number, day in enumerate(days, 1))])


@pytest.mark.parametrize(
    ("header", "spelt", "silent"),
    [
        ("ID;Дата;Текст;Просмотры;Лайки", "{}", []),
        ("№;Дата;Текст;Просмотры;Лайки", "{}", []),
        ("Link;Дата;Текст;Просмотры;Лайки", "https://t.me/brand/{}", ["2026-07-01"]),
        ("message_id;date;text;views;forwards", "{}", ["2026-07-01"]),
    ],
)
def test_numbers_of_rows_are_none_of_messages(understood, header, spelt, silent):
    (subject,) = understood(table(header, spelt), account="telegram:brand")["subjects"]
    assert (len(subject["posts"]), subject["silent_by_numbers"]) == (18, silent)


def test_a_link_says_the_number_beside_an_id_of_the_table(understood):
    numbers = enumerate([(7, "06-01"), (8, "08-01"), (70, "10-01")], 1)
    rows = [f"{n};https://t.me/brand/{number};2026-{day};A;9" for n, (number, day) in numbers]
    (subject,) = understood("\n".join(["ID;Link;Date;Text;Views", *rows]))["subjects"]
    assert subject["silent_by_numbers"] == ["2026-07-01"]
