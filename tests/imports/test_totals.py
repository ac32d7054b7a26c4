"""Rows that add up others, whatever they are called: counted once, checked against what was taken, and never a post."""

import pytest

from tests.imports.forms_of_files import accounts, posts, rejected, said, values

DAYS = "Дата;Подписчики;Подписались\n30.09.2026;100;4\n01.10.2026;101;5\n02.10.2026;102;10\n"


@pytest.mark.parametrize(
    ("row", "total"),
    [("Октябрь 2026;;15", "19"), ("01.10.2026 – 02.10.2026;;15", "19"), ("Сентябрь 2026;;400", "415")],
    ids=["a month of its days", "a week of its days", "a month with more days than the file"],
)
def test_days_within_a_longer_row_count_once(understood, row, total):
    found = understood(f"{DAYS}{row}\n", "vk.csv")
    assert (found["totals"], found["rejected"]) == ({"followers_gained": total}, [])


HEADER = "Date,Post link,Text,Likes,Views\n"
POSTS = f"{HEADER}2026-10-01,https://vk.com/wall-1_1,a,5,10\n2026-10-02,https://vk.com/wall-1_2,b,6,20\n"


@pytest.mark.parametrize(
    "row", [",,,11,30", "\nExported by Tool on 2026-10-05,,,,", ",,Всего постов: 2,11,30", "Итого за месяц,,,11,30"]
)
def test_a_row_that_is_no_post_is_refused(understood, row):
    found = understood(f"{POSTS}{row}\n")
    assert (len(posts(found)), len(rejected(found)), found["totals"]) == (2, 1, {"likes": "11", "views": "30"})


def test_a_footer_in_the_column_of_links_is_no_post(understood):
    found = understood("Post link,Date,Text,Likes\nhttps://vk.com/wall-1_1,2026-10-01,a,5\nExported by Tool,,,\n")
    assert (len(posts(found)), rejected(found)) == (1, ["3"])


def test_a_total_in_words_is_known_by_its_figures(understood):
    found = understood("Text,Likes,Views\nпривет,5,10\nВсего два дня,6,20\nВсего постов: 2,11,30\n", account="vk:brand")
    assert ([post[7] for post in posts(found)], rejected(found)) == (["привет", "Всего два дня"], ["4"])


SOURCES = "Источник,Визиты,Посетители\n"


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("vk,10,9\nm.vk,5,5\nИтого VK,15,14\ntg,7,7\nt.me,3,3\nИтого Telegram,10,10\nИтого,25,24\n", ["4", "7", "8"]),
        ("Всего VK,15,14\nvk,10,9\nm.vk,5,5\nВсего Telegram,10,10\ntg,7,7\nt.me,3,3\n", ["2", "5"]),
        ("Итого: 4 источника,25,20\nvk,10,9\nm.vk,5,5\ntg,7,7\nt.me,3,3\n", ["2"]),
        ("vk,10,9\nm.vk,5,5\ntg,7,7\nt.me,3,3\nСреднее,6,6\n", ["6"]),
    ],
    ids=["below their rows", "above their rows", "above all, people counted once", "an average"],
)
def test_subtotals_and_averages_are_no_sources(understood, text, refused):
    found = understood(SOURCES + text, period="2026-09-01:2026-09-30")
    assert (found["totals"], rejected(found), "add up" in said(found)) == ({"visits": "25"}, refused, False)


def test_a_source_without_parts_counts_among_those_that_have_some(understood):
    text = "Источник,Источник (детально),Визиты\nИтого,,150\nСоцсети,,100\nСоцсети,VK,60\nСоцсети,Telegram,40\nПрямые,,50\n"
    assert "add up" not in said(understood(text, period="2026-09-01:2026-09-30"))


VIDEOS = "Контент,Название видео,Время публикации видео,Просмотры,Лайки\n"
THREE = "dQw4w9WgXcQ,Первое,2026-08-01,100,5\naQw4w9WgXcQ,Второе,2026-08-02,50,3\nbQw4w9WgXcQ,Третье,2026-08-03,7,1\n"


@pytest.mark.parametrize("word", ["Итоговые значения", "Итоговое значение", "Всё вместе"])
def test_a_row_without_name_and_date_that_adds_up_all_others_is_no_post_whatever_it_is_called(understood, word):
    for rows, number in ((f"{word},,,157,9\n{THREE}", "2"), (f"{THREE}{word},,,157,9\n", "5")):
        found = understood(VIDEOS + rows, account="youtube:brand")
        assert (found["totals"], rejected(found)) == ({"views": "157", "likes": "9"}, [number])


@pytest.mark.parametrize("last", ["2026-08-15;;;;300;11", ";https://vk.com/wall-64_3;;;300;11"], ids=["its day", "its link"])
def test_a_row_with_a_day_or_a_link_of_its_own_is_a_post_whatever_it_adds_up(understood, last):
    rows = f"2026-08-13;https://vk.com/wall-64_1;One;photo;100;5\n2026-08-14;https://vk.com/wall-64_2;Two;video;200;6\n{last}\n"
    found = understood(f"Date;Link;Text;Type;Views;Likes\n{rows}", account="vk:club64")
    assert (found["totals"], rejected(found)) == ({"views": "600", "likes": "22"}, [])


def test_a_post_without_name_and_date_that_adds_up_nothing_stays(understood):
    found = understood(f"{VIDEOS}cQw4w9WgXcQ,,,157,8\n{THREE}", account="youtube:brand")
    assert (found["totals"], rejected(found)) == ({"views": "314", "likes": "17"}, [])


@pytest.mark.parametrize(
    ("rows", "differs"),
    [
        ("Total,,,11,30\nAverage,,,5.5,15\n", ""),
        ("Total,,,11,31\nAverage,,,5.5,15\n", "differ from its rows: «Views» is 31, but its rows add up to 30."),
        ("Total,,,11,30\n2026-10-03,https://vk.com/wall-1_3,c,1,3\nTotal,,,1,3\nGrand total,,,12,33\n", ""),
        ("Total,,,11,30\n2026-10-03,https://vk.com/wall-1_3,c,1,3\nTotal,,,12,34\n", "is 34, but its rows add up to 33"),
        ("Total,,,11,29\n2026-10-03,https://vk.com/wall-1_3,c,1,3\nTotal,,,12,33\n", "is 29, but its rows add up to 30"),
    ],
    ids=["beside a refused row", "wrong beside a refused row", "within the table", "wrong at the end", "wrong within the table"],
)
def test_a_total_is_held_against_the_rows_it_adds_up(understood, rows, differs):
    told = said(understood(POSTS + rows))
    assert differs in told if differs else "add up" not in told


STUDIO = "Content,Video title,Video publish time,Views,Watch time (hours),Likes,Average view duration\n{}"


@pytest.mark.parametrize(
    ("total", "told"),
    [
        ("30,0.3704,4,0:00:40", ""),
        (
            "30,0.4704,5,1:00",
            ["«Watch time» is 0:28:13, but its rows add up to 0:22:13; «Reactions» is 5, but its rows add"],
        ),
    ],
    ids=["within what rounding hides", "of all that adds up"],
)
def test_every_total_of_a_studio_file_is_held_against_its_rows(understood, total, told):
    rows = '"aaaaaaaaaa1","A","Oct 1, 2026",10,0.1234,1,0:00:30\n"aaaaaaaaaa2","B","Oct 20, 2026",20,0.2469,3,0:00:50\n'
    found = said(understood(STUDIO.format(f"Total,,,{total}\n{rows}")))
    assert all(one in found for one in told) if told else "add up" not in found


def test_a_total_of_days_with_rows_of_months_between(understood):
    october = "01.10.2026;1;10\n02.10.2026;2;20\nОктябрь 2026;3;30\n"
    text = f"Дата;Подписались;Просмотры\n{october}01.11.2026;3;30\nНоябрь 2026;3;30\nВсего;6;60\n"
    assert "add up" not in said(understood(text, "vk.csv"))


def test_a_grand_total_that_says_so_behind_the_last_column_is_the_whole(understood):
    text = "Session source,Sessions,Total users\n,15,9,Grand total\nvk,10,6\nyandex,5,4\n"
    found = understood(text, period="2026-09-01:2026-09-30")
    assert ([value[3:5] for value in values(found)][:2], rejected(found)) == ([["15", ""], ["9", ""]], [])


TREE = "Источник,Источник (детально),Кампания,Визиты\nСоцсети,,,100\nСоцсети,VK,,60\nСоцсети,VK,a,60\n"
TREE += "Соцсети,Telegram,,40\nПрямые,,,50\n"


@pytest.mark.parametrize(
    "text",
    [
        "Источник,Источник (детально),Визиты\nСоцсети,,100\nСоцсети,VK,60\nСоцсети,Telegram,40\nПрямые,,50\n",
        TREE,
        "City,Sessions\nMoscow,100\nKazan,50\n\nDevice,Sessions\nphone,90\ndesktop,40\n",
    ],
    ids=["parents and children", "branches of several lengths", "two ways to slice"],
)
def test_slices_count_once(understood, text):
    assert understood(text, period="2026-09-01:2026-09-30")["totals"] == {"visits": "150"}


def test_a_parent_of_several_branches_is_no_slice_of_its_own(understood):
    found = values(understood(TREE, period="2026-09-01:2026-09-30"))
    assert [value[4].count("not+set") for value in found] == [0, 0, 0, 1, 2]


TWICE = (
    "Date,Post link,Views\n2026-10-01,https://t.me/acme/1,10\n2026-10-02,https://t.me/acme/2,5\n2026-10-02,https://t.me/acme/2,5\n"
)


@pytest.mark.parametrize(
    ("total", "warning"),
    [
        (20, ""),
        (15, ""),
        (21, "The file's own totals differ from its rows: «Views» is 21, but its rows add up to 15."),
    ],
)
def test_a_total_may_count_a_row_that_the_file_says_twice(understood, total, warning):
    found = understood(f"{TWICE}Total,,{total}\n")
    assert (rejected(found), found["totals"], said(found)) == (["5", "4"], {"views": "15"}, warning)


CALLED_AS_TOTALS = [
    *("Итого", "ИТОГО:", "Итого ВК", "Всего (Telegram)", "Итого по конкурентам", "Всего конкуренты", "Total competitors", "Total"),
    *("Среднее", "Среднее значение", "Среднее по рынку", "В среднем", "Медиана", "Median", "Mean", "Avg.", "Average VK"),
]
CALLED_AS_ACCOUNTS = ["Всего лучшего", "Total Fitness", "Медиана Плюс", "Итоги года", "Meanwhile", "@total"]
IN_PLACE_OF_AN_ACCOUNT = {
    "values": "Месяц;Конкурент;Соцсеть;Подписчики\nиюнь 2026;Даблби;ВК;100\nиюнь 2026;{};ВК;60\nиюнь 2026;Кофе Хауз;ВК;20\n",
    "posts": (
        "Дата;Аккаунт;Соцсеть;Текст;Лайки\n01.06.2026;Даблби;ВК;раз;5\n02.06.2026;{};ВК;два;6\n03.06.2026;Кофе Хауз;ВК;три;8\n"
    ),
    "a list": "Аккаунт;Соцсеть;Подписчики\nдаблби;ВК;100\n{};ВК;60\nхауз;ВК;20\n",
    "a list by names": "Название;Ссылка;Подписчики\nД;https://vk.com/d;100\n{};;60\nХ;https://vk.com/h;20\n",
}


@pytest.mark.parametrize("text", IN_PLACE_OF_AN_ACCOUNT.values(), ids=IN_PLACE_OF_AN_ACCOUNT)
def test_a_total_or_an_average_in_place_of_an_account_is_none(understood, text):
    for name in CALLED_AS_TOTALS:
        found = understood(text.format(name))
        reasons = [(row, reason["text"]) for row, reason in found["rejected"]]
        of_what = "average" if name.casefold()[:5] in ("средн", "в сре", "медиа", "media", "mean", "avg.", "avera") else "total"
        assert (len(accounts(found)), found["question"]) == (2, {})
        assert [(row, of_what in reason) for row, reason in reasons] == [("3", True)], name


@pytest.mark.parametrize("text", list(IN_PLACE_OF_AN_ACCOUNT.values())[:3], ids=list(IN_PLACE_OF_AN_ACCOUNT)[:3])
@pytest.mark.parametrize("name", CALLED_AS_ACCOUNTS)
def test_an_account_may_be_called_as_a_total_begins(understood, text, name):
    found = understood(text.format(name))
    assert (len(accounts(found)), rejected(found)) == (3, [])


def test_rows_that_all_are_of_the_whole_stay(understood):
    found = understood("Месяц;Аккаунт;Подписчики\nиюнь 2026;Итого;100\nиюль 2026;Итого;110\n", "vk.csv")
    assert ([value[3] for value in values(found)], rejected(found)) == (["100", "110"], [])
