"""What a file is called never outranks what stands in its rows."""

import pytest

POSTS = "Дата;{link};Просмотры;Лайки;Репосты\n" + "".join(
    f"0{day}.05.2026 1{hour}:00;https://vk.com/wall-777204_{day}{hour};100;7;1\n" for day in (1, 2, 4) for hour in (1, 2)
)


@pytest.mark.parametrize(
    "name", ["итоги полугодия.csv", "VK totals.csv", "tgstat vs vk.csv", "tgstat.csv", "chart.csv", "youtube и vk.csv", "сайт.csv"]
)
def test_rows_with_links_to_posts_are_posts_of_the_network_they_lead_to(understood, name):
    found = understood(POSTS.format(link="Ссылка"), name)
    (subject,) = found["subjects"]
    assert (found["kind"], subject["network"], subject["handle"]) == ("posts", "vk", "club777204")
    assert (len(subject["posts"]), subject["values"], found["rejected"]) == (6, [], [])


@pytest.mark.parametrize("name", ["итоги.csv", "tgstat.csv", "export.csv"])
def test_links_under_a_name_that_says_nothing_are_asked_about_whatever_the_file_is_called(understood, name):
    question = understood(POSTS.format(link="Выход"), name)["question"]
    assert (question["asks"], question["guess"]["rows"], question["guess"]["fields"]["Выход"]) == ("columns", "post", "permalink")


def test_rows_with_words_are_no_days_of_a_channel(understood):
    found = understood("Дата;Текст;Просмотры;Лайки\n01.05.2026;Весна;100;7\n01.05.2026;Май;90;5\n", "итоги.csv", account="vk:brand")
    assert (found["kind"], len(found["subjects"][0]["posts"]), found["rejected"]) == ("posts", 2, [])


def test_a_name_that_speaks_of_another_network_makes_no_days_of_youtube(understood):
    assert understood("Date,Views\n2026-01-05,10\n", "VK totals.csv", account="vk:brand")["kind"] == "days_views"


def test_links_of_several_networks_make_a_table_of_none(understood):
    text = "Ссылка;Дата;Просмотры;Репосты;ERR\n{};01.05.2026;100;3;5\nhttps://t.me/brand/5;02.05.2026;90;1;4\n"
    found = understood(text.format("https://vk.com/wall-1_2"), "tgstat.csv")
    assert [(one["network"], one["handle"]) for one in found["subjects"]] == [("vk", "club1"), ("telegram", "brand")]


def test_posts_that_visitors_of_a_site_came_from_are_not_its_rows(understood):
    found = understood("Дата;Ссылка;utm_campaign;Визиты\n01.05.2026;https://vk.com/wall-1_2;весна;10\n", "итоги.csv")
    assert (found["kind"], found["subjects"][0]["network"]) == ("site_utm", "website")


def test_links_that_stand_in_posts_now_and_then_are_not_their_own(understood):
    rows = "".join(
        f"{n},1325045928,2026-05-0{n}T10:00:00+00:00,T,100,{'https://youtu.be/abcdefghijk' * (n == 1)}\n" for n in (1, 2, 3)
    )
    found = understood(f"tg_message_id,tg_chat_id,published_at,text,view_count,webpage\n{rows}")
    assert (found["kind"], found["subjects"][0]["network"]) == ("telegram_posts", "telegram")
