"""Posts as they come in the wild: translated headers, times, zones, ruined ids, services that count for others."""

import json

import pytest

from smmstrategy.metrics.imports.reading.draft import FIGURES
from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import accounts, posts, rejected, said, workbook

LINK = "https://vk.com/wall-1_2"


def test_studio_in_russian_in_the_encoding_of_windows(understood):
    text = (
        "Контент;Название видео;Время публикации видео;Просмотры;Время просмотра (часы);CTR для значков видео (%)\n"
        "Итог;;;1 234;12,5;4,56\nabcdefghijk;Видео 1;26 сент. 2026 г.;1 000;10,5;4,5\n"
        "abcdefghij2;Видео 2;1 окт. 2026 г.;234;2,0;5,1\n"
    )
    found = understood(text.encode("cp1251"), "Данные таблицы.csv")
    assert [post[10] for post in posts(found)] == [
        {"views": "1000", "watch_seconds": "37800", "impressions_ctr": "0.045"},
        {"views": "234", "watch_seconds": "7200", "impressions_ctr": "0.051"},
    ]
    assert (rejected(found), [post[3][:10] for post in posts(found)]) == (["2"], ["2026-09-26", "2026-10-01"])


def test_unicode_text_of_excel(understood):
    text = "Контент\tНазвание видео\tВремя публикации видео\tПросмотры\r\nabcdefghijk\tВидео 1\t26 сент. 2026 г.\t1\u00a0000\r\n"
    assert posts(understood(text.encode("utf-16"), "Данные таблицы.txt"))[0][10] == {"views": "1000"}


def test_money_of_another_country_stays_outside(understood):
    text = (
        "Content,Video title,Video publish time,Views,Estimated revenue (USD)\n"
        'abcdefghijk,"A, ""quoted"" title\nof two lines","Sep 26, 2026","1,234","1,234.56"\n'
    )
    found = understood(text, "Table data.csv")
    assert (posts(found)[0][6:7], posts(found)[0][10]) == (['A, "quoted" title\nof two lines'], {"views": "1234"})
    assert "is in USD" in said(found)


def test_meta_in_russian(understood):
    text = (
        "Идентификатор публикации,Имя пользователя аккаунта,Название аккаунта,Описание,Продолжительность (с),Время публикации,"
        'Постоянная ссылка,Тип публикации,Дата,Просмотры,Охват,"Отметки ""Нравится""",Репосты,Комментарии,Сохранения\n'
        '17900,brand,Brand,Text,15,23/10/2026 08:31,https://www.instagram.com/reel/AbC/,Reels,За все время,"12,400",900,7,1,2,3\n'
    )
    found = understood(text, "Oct.csv")
    assert (found["kind"], accounts(found)) == ("meta_instagram", ["instagram:brand"])
    assert posts(found)[0][10] == {"views": "12400", "reach": "900", "likes": "7", "shares": "1", "comments": "2", "saves": "3"}


@pytest.mark.parametrize(
    "header",
    [
        "Beitrags-ID;Veröffentlichungszeit;Permalink;Aufrufe;Reichweite;Kommentare",
        "Identificação do post;Horário da publicação;Link permanente;Visualizações;Alcance;Comentários",
    ],
)
def test_a_language_nobody_here_reads_is_asked_about_column_by_column(understood, header):
    question = understood(f"{header}\n17900;23.10.2026 08:31;https://www.instagram.com/reel/AbC/;12.400;900;2\n", "Oct.csv")[
        "question"
    ]
    fields = question["guess"]["fields"]
    assert (question["asks"], set(fields.values()) >= {"published_at", "permalink"}) == ("columns", True)


def test_tweets_without_links_are_guessed_with_their_times_and_retweets(understood):
    text = "Tweet id,Tweet text,time,impressions,likes,retweets\n1.22158E+17,a,2026-01-01 10:00 +0000,10,3,2\n"
    guessed = understood(text)["question"]["guess"]
    (post,) = posts(understood(text, columns=guessed, account="x:brand"))
    assert (guessed["fields"]["Tweet id"], post[3]) == ("key", "2026-01-01T10:00:00+00:00")
    assert post[10] == {"impressions": "10", "likes": "3", "shares": "2"}


def test_a_column_of_times_beside_one_of_days_is_guessed_as_such(understood):
    question = understood("Когда вышло;Время;Сердечки;Текст поста тут\n26.09.2026;9:05;5;a\n")["question"]
    assert question["guess"]["fields"] == {"Когда вышло": "published_at", "Время": "clock", "Текст поста тут": "text"}


@pytest.mark.parametrize(
    ("moment", "utc"),
    [
        ("26.09.2026;9:05", "2026-09-26T06:05:00+00:00"),
        ("09/26/2026;9:05 PM", "2026-09-26T18:05:00+00:00"),
        ("2026-09-26T10:00:00+0300;", "2026-09-26T07:00:00+00:00"),
        ("2026-09-26 10:00 MSK;", "2026-09-26T07:00:00+00:00"),
        ("26.09.2026 10:00 (МСК);", "2026-09-26T07:00:00+00:00"),
        ("2026-09-26 10:00:00 UTC;", "2026-09-26T10:00:00+00:00"),
        ("2026-09-26T10:00:00.000Z;", "2026-09-26T10:00:00+00:00"),
        ("2026-09-26 10:00 EDT;", "2026-09-26T14:00:00+00:00"),
        ("2026-09-26 10:00 UTC+05:00;", "2026-09-26T05:00:00+00:00"),
        ("26 сентября 2026 в 09:05;", "2026-09-26T06:05:00+00:00"),
        ("1790000000;", "2026-09-21T14:13:20+00:00"),
    ],
)
def test_a_time_in_any_dress(understood, moment, utc):
    assert posts(understood(f"Дата;Время;Ссылка;Лайки\n{moment};{LINK};5\n"))[0][3] == utc


def test_a_workbook_of_livedune(understood):
    rows = [
        ["Дата", "Время", "Ссылка", "Тип", "Текст", "Лайки", "Комментарии", "Репосты", "Просмотры", "Охват", "ER, %"],
        ["26.09.2026", "9:05", LINK, "Фото", "Текст", 5, 1, 0, 100, 80, "1,5"],
    ]
    (post,) = posts(understood(workbook(rows), "LiveDune.xlsx"))
    assert (post[3], post[5], post[10]) == (
        "2026-09-26T06:05:00+00:00",
        "image",
        {"likes": "5", "comments": "1", "shares": "0", "views": "100", "reach": "80"},
    )


def test_a_name_in_words_is_no_handle(understood):
    text = f"Ссылка;Текст;Автор;Дата;Лайки;ER day\n{LINK};Т;Наш бренд;26.09.2026 09:05;5;0,1\n"
    (subject,) = understood(text.encode("cp1251"), "popsters.csv")["subjects"]
    assert (subject["network"], subject["handle"], subject["name"]) == ("vk", "club1", "Наш бренд")


@pytest.mark.parametrize(
    ("link", "names", "account"),
    [
        ("https://t.me/acme/{}", ("Telegram", "Telegram"), "telegram:acme"),
        ("https://t.me/acme/{}", ("ivan", "ivan"), "telegram:acme"),
        ("https://vk.com/wall-1_{}", ("ВКонтакте", "vk.com"), "vk:club1"),
        ("https://vk.com/wall-1_{}", ("ivan", "maria"), "vk:club1"),
        ("https://vk.com/wall-1_{}", ("acme", "acme"), "vk:acme"),
    ],
)
def test_a_network_or_an_author_is_no_page(understood, link, names, account):
    rows = "".join(f"0{n}.09.2026;{link.format(n)};{name};a;5\n" for n, name in enumerate(names, 1))
    assert accounts(understood(f"Дата;Ссылка;Источник;Текст;Лайки\n{rows}")) == [account]


@pytest.mark.parametrize(("name", "asks"), [("vk.csv", "columns"), ("export.csv", "network")])
def test_several_handles_that_nobody_knows_are_asked_about(understood, name, asks):
    found = understood("ID поста,Аккаунт,Дата,Текст,Лайки\n1,acme,01.09.2026,a,5\n2,other,02.09.2026,b,6\n", name)
    assert (accounts(found), found["question"]["asks"], found["warnings"]) == ([], asks, [])


@pytest.mark.parametrize("header", ["Пересылки", "Репосты", "Forwards", "Поделились"])
def test_forwards_of_tgstat_have_many_names(understood, header):
    text = f"Дата;Ссылка;Текст;Просмотры;{header};Реакции;ERR\n01.10.2026 10:00;https://t.me/acme/1;a;1,2K;5;3;12,5%\n"
    found = understood(text)
    assert (found["kind"], posts(found)[0][10]) == ("tgstat_posts", {"views": "1200", "shares": "5", "likes": "3"})


def test_the_reach_of_tgstat_is_views(understood):
    found = understood("Ссылка;Дата;Охват;ERR;Пересылки\nhttps://t.me/acme/1;01.10.2026 10:00;1200;12,5%;5\n")
    assert (found["kind"], posts(found)[0][10]) == ("tgstat_posts", {"views": "1200", "shares": "5"})


def test_a_table_of_tgstat(understood):
    text = (
        "Ссылка на пост;Дата публикации;Текст;Просмотры;Пересылки;Комментарии;Реакции;ERR %\n"
        "https://t.me/brand/5;26.09.2026 10:05;Пост;1,2 тыс.;10;1;5;12,3%\n"
    )
    (post,) = posts(understood(text, "export.csv"))
    assert (post[10], post[11]) == ({"views": "1200", "shares": "10", "comments": "1", "likes": "5"}, ["views"])


def test_a_russian_excel_has_ruined_the_ids(understood):
    text = "id;Дата;Ссылка;Лайки\n1,22158E+17;01.09.2026;https://www.facebook.com/brand/posts/122158000000000001;5\n"
    assert posts(understood(text))[0][1] == "122158000000000001"


def test_an_id_kept_as_text_by_a_formula(understood):
    assert (
        posts(understood('Post ID,Date,Text,Likes\n"=""17900123456789012""",2026-09-01,A,5\n', "vk.csv"))[0][1]
        == "17900123456789012"
    )


def test_an_address_inside_a_formula(understood):
    assert posts(understood(f'Дата;Ссылка;Лайки\n01.09.2026;"=HYPERLINK(""{LINK}"";""пост"")";5\n'))[0][1:3] == ["-1_2", LINK]


def test_a_post_called_total_is_a_post(understood):
    found = understood(f"Название;Дата;Ссылка;Лайки\nИтоги;01.09.2026;{LINK};5\nВсего;;;5\n")
    assert ([post[6] for post in posts(found)], rejected(found)) == (["Итоги"], ["3"])


def test_percent_are_no_count(understood):
    assert rejected(understood(f"Дата;Ссылка;Лайки\n01.09.2026;{LINK};45%\n")) == ["2"]


def test_a_header_of_a_bare_percent_sign(understood):
    assert posts(understood(f"Дата;Ссылка;Лайки;%\n01.09.2026;{LINK};5;12\n"))[0][10] == {"likes": "5"}


def test_a_full_export_of_telegram_keeps_private_chats_private(understood):
    message = {"id": 1, "type": "message", "date_unixtime": "1767607200", "text": "x"}
    chats = [
        {"name": "Me", "type": "saved_messages", "id": 1, "messages": [message]},
        {
            "name": "Brand",
            "type": "public_channel",
            "id": 5,
            "messages": [{**message, "reactions": [{"type": "emoji", "count": 3}]}],
        },
    ]
    found = understood(json.dumps({"chats": {"list": chats}, "left_chats": {"list": []}}), "result.json")
    assert (accounts(found), rejected(found), posts(found)[0][10]) == (["telegram:5"], ["1"], {"likes": "3"})


@pytest.mark.parametrize("text", ["", "\ufeff", "Дата;Подписчики\n", "\n\n\n"])
def test_a_file_without_rows_is_refused(understood, text):
    with pytest.raises(Refused):
        understood(text)


def test_a_post_without_an_address_is_the_same_post_when_a_column_nobody_knows_has_changed(understood):
    first, later = (
        understood(f"Дата,Текст,Просмотры,ERR24\n05.03.2026 12:30,Привет,{views},{rate}\n", "vk.csv")
        for views, rate in ((10, 7), (12, 9))
    )
    assert [post[1] for post in posts(first)] == [post[1] for post in posts(later)]
    assert posts(later)[0][10] == {"views": "12"}


def test_posts_without_words_are_told_apart_by_their_other_cells(understood):
    found = posts(understood("Type;Page total likes;Lifetime Post Total Reach;like\nPhoto;10;100;7\nPhoto;11;100;7\n"))
    assert [post[1][-1] for post in found] == ["1", "1"]


def test_what_facebook_leaves_blank_among_the_actions_is_none_of_them(understood):
    """Nobody shared any of the posts, so the export has no column for shares; the row that says nothing at all stays unknown."""
    found = understood(
        "Post ID,Permalink,Post Message,Type,Posted,Lifetime Post Total Reach,Lifetime Post Stories by action type - like,"
        "Lifetime Post Stories by action type - comment\n"
        "1_2,https://www.facebook.com/p/posts/2,A,Photo,02/15/2015 10:00:00 AM,90,3,\n"
        "1_3,https://www.facebook.com/p/posts/3,B,Photo,02/16/2015 10:00:00 AM,,,\n"
    )
    counted = [post[FIGURES] for post in found["subjects"][0]["posts"]]
    assert counted == [{"reach": "90", "likes": "3", "comments": "0", "shares": "0"}, {}]


@pytest.mark.parametrize("said_date", ["май 2026", "2026-05", "04.05.2026 – 10.05.2026"])
def test_a_post_dated_by_a_month_or_a_week_has_no_day(understood, said_date):
    found = understood(
        f"Дата;Ссылка;Текст;Лайки\n{said_date};https://vk.com/wall-1_1;a;5\n12.05.2026;https://vk.com/wall-1_2;b;6\n"
    )
    assert [post[3] for post in posts(found)] == [None, "2026-05-12T09:00:00+00:00"]
    assert f"1 post has more than a day («{said_date}») for its date" in said(found)


@pytest.mark.parametrize("header", ["Post ID,Date,Likes,Comments", "ID публикации,Дата,Лайки,Комментарии"])
def test_one_post_a_day_with_its_number_is_a_post_and_no_day(understood, header):
    text = header + "\n" + "".join(f"17890000123400{n},2026-09-0{n},{3 * n},{n}\n" for n in (1, 2, 3))
    question = understood(text)["question"]
    assert (question["asks"], question["guess"]["rows"]) == ("columns", "post")
    told = understood(text, columns=question["guess"], account="instagram:brand")
    assert [(post[1], post[3][:10], post[10]["likes"]) for post in posts(told)] == [
        ("178900001234001", "2026-09-01", "3"),
        ("178900001234002", "2026-09-02", "6"),
        ("178900001234003", "2026-09-03", "9"),
    ]
    assert [subject["values"] for subject in told["subjects"]] == [[]]


@pytest.mark.parametrize("header", ["Post ID;Date;Likes;Views", "ID поста;Дата;Лайки;Просмотры", "ID;Дата;Лайки;Просмотры"])
@pytest.mark.parametrize("last_digits", [(0, 0, 0), (0, 1, 1)])
def test_posts_whose_numbers_excel_has_ruined_are_no_days(understood, header, last_digits):
    rows = "".join(f"1.2215{digit}E+17;2026-09-0{n};{3 * n};{n}\n" for n, digit in enumerate(last_digits, 1))
    question = understood(f"{header}\n{rows}", account="vk:club77")["question"]
    assert (question["asks"], question["guess"]["rows"]) == ("columns", "post")
    told = understood(f"{header}\n{rows}", columns=question["guess"], account="vk:club77")
    assert [(post[3][:10], post[10]["likes"]) for post in posts(told)] == [
        ("2026-09-01", "3"),
        ("2026-09-02", "6"),
        ("2026-09-03", "9"),
    ]


@pytest.mark.parametrize("numbers", [(77, 77, 77), (77, 77, 78), (77, "", "")])
def test_the_number_of_a_post_may_come_again(understood, numbers):
    rows = "".join(f"{number},2026-09-0{n},{n},{n}\n" for n, number in enumerate(numbers, 1))
    question = understood(f"Post ID,Date,Likes,Views\n{rows}", account="vk:club77")["question"]
    assert (question["asks"], question["guess"]["rows"]) == ("columns", "post")


def test_days_beside_the_one_number_of_their_account_are_days(understood):
    found = understood("ID,Date,Likes\n77,2026-09-01,3\n77,2026-09-02,6\n", account="vk:brand")
    assert (found["question"], [value[1:3] for value in found["subjects"][0]["values"]]) == (
        {},
        [["likes", "2026-09-01"], ["likes", "2026-09-02"]],
    )


def test_days_beside_a_number_of_each_account_are_days(understood):
    rows = "".join(f"{number},2026-09-0{day},@{name},{day}\n" for day in (1, 2) for number, name in ((7, "a"), (8, "b")))
    found = understood(f"ID,Date,Account,Likes\n{rows}", "vk.csv")
    assert (found["question"], [(value[1], value[2]) for subject in found["subjects"] for value in subject["values"]]) == (
        {},
        [("likes", "2026-09-01"), ("likes", "2026-09-02")] * 2,
    )
