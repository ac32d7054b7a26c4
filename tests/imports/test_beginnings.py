"""Posts told alike elsewhere are found by their words: many of one moment are not each held against each."""

import random
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from smmstrategy.metrics.imports.reading.records.posts import alike
from smmstrategy.metrics.imports.reading.records.posts.beginnings import Beginnings

MANY = 300
AT = datetime(2026, 5, 14, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("least", [0, 2])
def test_words_are_found_by_those_that_they_begin_or_that_begin_them(least):
    chance = random.Random(0)
    said = ["".join(chance.choices("аб", k=chance.randrange(6))) for _word in range(60)]
    index = Beginnings((words, n) for n, words in enumerate(said))

    def are_beside(one, other):
        shorter, longer = sorted((one, other), key=len)
        return one == other or (len(shorter) >= least and longer.startswith(shorter))

    for words in said:
        assert sorted(index.beside(words, least)) == [n for n, other in enumerate(said) if are_beside(words, other)]


def posts(name: str, words: str, at: datetime = AT) -> list[alike.Told]:
    """Many posts of one moment, whose words are these with their number in place of «{}»."""
    said = [words.format(f"{n:04} {name}") for n in range(MANY)]
    return [alike.told("vk", ZoneInfo("Europe/Moscow"), f"{name}{n}", "", at, True, "", text) for n, text in enumerate(said)]


UNLIKE = {
    "words of their own": "{}: новость дня",
    "one beginning": "Скидки на всё до пятницы {}",
    "the same": "Доброе утро",
    "none": "",
}


@pytest.mark.parametrize("words", UNLIKE.values(), ids=UNLIKE)
@pytest.mark.parametrize("minute", [30, 37])
def test_many_posts_of_one_moment_are_held_against_few_of_as_many_known_ones(monkeypatch, words, minute):
    held, meet = [], alike._may_meet
    monkeypatch.setattr(alike, "_may_meet", lambda *both: held.append(both) or meet(*both))
    same, unsure = alike.pairs(posts("row-", words), posts("-1_", words, AT.replace(minute=minute)))
    may_be = MANY if minute == 30 or "{}" not in words else 0
    assert (same, len(unsure.posts), len(unsure.others), len(held) <= 2 * MANY) == ({}, may_be, may_be, True)
