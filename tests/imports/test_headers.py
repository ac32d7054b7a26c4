"""Names of columns with units, marks of footnotes and notes: known by what they are called without them."""

import pytest

from smmstrategy.metrics.catalogue import METRICS
from tests.imports.forms_of_files import posts, said, values


@pytest.mark.parametrize(
    ("header", "cell", "kept"),
    [
        ("Подписчики*", "12480", ["followers", "12480", False]),
        ("Подписчики, чел.", "12480", ["followers", "12480", False]),
        ("Подписчики (на конец дня)", "12480", ["followers", "12480", False]),
        ("Подписчики, тыс.", "12,48", ["followers", "12480", True]),
        ("Подписчики (тыс. чел.)", "1,234", ["followers", "1234", True]),
        ("Подписчики, тыс.", "12,5 тыс.", ["followers", "12500", True]),
        ("Охват¹, млн", "1.1", ["account_reach", "1100000", True]),
        ("Лайки, шт.", "6", ["likes", "6", False]),
    ],
)
def test_units_and_notes_leave_a_column_what_it_is(understood, header, cell, kept):
    found = understood(f"Дата (дд.мм.гггг);{header}\n26.09.2026;{cell}\n", "vk.csv")
    assert [[value[0], value[3], value[5]] for value in values(found)] == [kept]


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("views", ["Просм.", "Просм., шт.", "Кол-во просмотров"]),
        ("likes", ["Лайки (шт.)", "Лайк", "Кол-во лайков", "Число лайков", "Реакц."]),
        ("comments", ["Комменты", "Коммент.", "Комм.", "Комменты (шт.)", "Кол-во комментов", "Коментарии"]),
        ("shares", ["Репосты", "Репост", "Кол-во репостов", "Пересл."]),
        ("saves", ["Сохр.", "Сохранёнки", "К-во сохранений"]),
        ("reach", ["Охв.", "Охваты", "Общий охват"]),
    ],
)
def test_hand_made_tables_of_posts_are_known_by_everyday_names(understood, field, names):
    for name in names:
        found = understood(f"Дата публ.;Линк;{name}\n26.09.2026;https://vk.com/wall-1_1;5\n")
        assert (found["question"], [(post[3][:10], post[10]) for post in posts(found)]) == ({}, [("2026-09-26", {field: "5"})])


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("followers", ["Подписч.", "Кол-во подписчиков", "Число подписчиков", "Подписчиков всего", "Фолловеры"]),
        ("followers_gained", ["Новые подп."]),
        ("followers_net", ["Прирост подп."]),
        ("followers_lost", ["Кол-во отписок"]),
        ("posts_published", ["Кол-во постов", "Кол-во публикаций"]),
        ("account_reach", ["Охв.", "Охват общий"]),
        ("comments", ["Комменты", "Комм."]),
    ],
)
def test_so_are_those_of_days(understood, field, names):
    for name in names:
        found = understood(f"Дата;{name};Показы\n26.09.2026;5;6\n", account="vk:a")
        assert (found["question"], values(found)[0][::3]) == ({}, [field, "5"])


def test_what_may_be_a_caption_is_only_proposed_as_followers(understood):
    question = understood("Дата;Подп.\n26.09.2026;5\n", account="vk:a")["question"]
    assert (question["asks"], question["guess"]["fields"]) == ("columns", {"Дата": "day", "Подп.": "followers"})


@pytest.mark.parametrize(
    "name",
    ["Ср. охват", "ERR по просмотрам", "ER (лайки)", "Доля репостов", "Стоимость клика по ссылке", "Средние просмотры на пост"],
)
def test_a_rate_is_not_proposed_as_what_it_is_of(understood, name):
    question = understood(f"Когда;{name}\n26.09.2026;5\n", account="vk:a")["question"]
    assert question["guess"]["fields"] == {"Когда": "day"}


@pytest.mark.parametrize("header", ["Подписчики, тыс.;Подписчики (на конец дня)", "Подписчики (на конец дня);Подписчики, тыс."])
def test_the_exact_column_counts_more_than_the_one_in_thousands(understood, header):
    cells = "12,5;12480" if "тыс.;" in header else "12480;12,5"
    assert [value[3] for value in values(understood(f"Дата;{header}\n26.09.2026;{cells}\n", "vk.csv"))] == ["12480"]


def test_a_column_that_a_note_may_make_another_is_named_as_not_used(understood):
    found = understood("Дата;Подписчики;Подписчики (новые);Охват, %;Погода\n26.09.2026;100;7;3;дождь\n", "vk.csv")
    assert [value[::3] for value in values(found)] == [["followers", "100"]]
    assert "may make them something else: «Подписчики (новые)», «Охват, %»." in said(found)


def test_times_are_in_the_zone_the_header_names(understood):
    text = "Дата ({});Ссылка;Лайки, шт.\n26.09.2026 01:00;https://vk.com/wall-1_1;5\n"
    found = [posts(understood(text.format(zone), time_zone="Asia/Tokyo"))[0] for zone in ("UTC", "UTC+5", "дд.мм.гггг")]
    assert [post[3][5:16] for post in found] == ["09-26T01:00", "09-25T20:00", "09-25T16:00"]
    assert {post[10]["likes"] for post in found} == {"5"}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("code", ["followers_lost", "followers_gained", "account_views", "account_visitors", "mentions", "clicks"])
def test_what_the_product_calls_a_metric_is_a_header(understood, language, code):
    found = understood(f"Дата;{METRICS[code].name(language)};Охват\n01.09.2026;5;6\n", "vk.csv")
    assert [value[::3] for value in values(found)] == [[code, "5"], ["account_reach", "6"]]


@pytest.mark.parametrize("header", ["Отписавшихся", "Lost followers"])
def test_those_who_left_have_many_names(understood, header):
    found = understood(f"Дата;Подписчики;{header}\n01.09.2026;5;6\n", "vk.csv")
    assert [value[::3] for value in values(found)] == [["followers", "5"], ["followers_lost", "6"]]


def test_columns_that_an_export_of_a_network_is_read_without_are_said_to_be(understood):
    header = "Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,engagement rate,retweets,replies,likes"
    found = understood(f"{header}\n12,https://x.com/kofe/status/12,a,2026-09-01 10:00 +0000,50,7,0.14,1,2,3\n", "x.csv")
    told = "Columns of numbers were not used, because exports of this kind are read without them: «engagements», «engagement rate»."
    assert told in said(found)


def test_unused_columns_of_numbers_are_named_once(understood):
    found = understood("Дата;Подписчики;Гости;Тихие;Погода;ID\n01.09.2026;5;6;7;дождь;9\n02.09.2026;6;7;8;снег;10\n", "vk.csv")
    assert "Columns of numbers were not used, because their names are not known: «Гости», «Тихие»." in said(found)


@pytest.mark.parametrize(("count", "length", "shown"), [(11, 3, 10), (10, 3, 10), (9, 40, 4), (2, 210, 1)])
def test_a_list_of_columns_that_is_cut_says_so(understood, count, length, shown):
    names = [f"{'Г' * (length - 2)}{n:02}" for n in range(count)]
    found = understood(f"Дата;Подписчики;{';'.join(names)}\n2026-10-01;10;{';'.join('5' * count)}\n", account="vk:acme")
    (listed,) = [one["params"]["columns"] for one in found["warnings"] if "columns" in one["params"]]
    assert (listed.count("«"), listed.endswith("…"), len(listed) <= 200) == (shown, shown < count, True)


@pytest.mark.parametrize("header", ["Video Views", "Просмотры видео", "Видеопросмотры"])
def test_views_of_videos_by_day_are_views_of_the_account(understood, header):
    found = understood(f"Дата;{header};Лайки\n01.09.2026;5;6\n", "Overview.csv", account="tiktok:kofe")
    assert [value[::3] for value in values(found)] == [["account_views", "5"], ["likes", "6"]]
