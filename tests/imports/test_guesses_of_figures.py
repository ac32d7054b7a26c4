"""What is guessed of visits of a site, of clicks on something, and of times that are no clock."""

import pytest

X = (
    "Идентификатор твита,Постоянная ссылка на твит,Текст твита,время,показы,ретвиты,ответы,отметки «Нравится»,"
    "клики по хештегу,клики по профилю пользователя,клики по URL-адресу,клики по постоянной ссылке\n"
    "1800000000000000001,https://x.com/brand/status/1800000000000000001,Привет,2026-06-01 10:00 +0000,100,1,2,3,4,5,6,7\n"
)


def test_a_table_of_visits_is_guessed_to_be_of_a_site(understood):
    found = understood("Откуда,Сеансы,Пользователи,Среднее время взаимодействия за сеанс\nvk.com,120,80,44.2\nt.me,45,30,51\n")
    assert found["question"]["guess"] == {
        "rows": "values",
        "network": "website",
        "fields": {"Откуда": "by откуда", "Сеансы": "visits", "Пользователи": "visitors"},
    }


def test_what_accounts_alone_have_makes_it_none_of_a_site(understood):
    found = understood("Неделя;Сила;Визиты;Охват\n01.09.2026;10;20;30\n")
    assert found["question"]["guess"] == {"rows": "values", "fields": {"Неделя": "day", "Охват": "account_reach"}}


def test_an_export_of_x_in_russian_is_guessed(understood):
    assert understood(X)["question"]["guess"] == {
        "rows": "post",
        "fields": {
            "Идентификатор твита": "key",
            "Постоянная ссылка на твит": "permalink",
            "Текст твита": "text",
            "время": "published_at",
            "показы": "impressions",
            "ретвиты": "shares",
            "ответы": "comments",
            "отметки «Нравится»": "likes",
            "клики по профилю пользователя": "profile_clicks",
            "клики по URL-адресу": "link_clicks",
        },
    }


@pytest.mark.parametrize(("cell", "field"), [("18:05", "clock"), ("44.2", None)])
def test_a_time_inside_a_name_is_a_clock_where_times_of_day_stand(understood, cell, field):
    found = understood(f"Когда,Ссылка куда,Время нажатия\n2026-06-01,https://vk.com/wall-1_2,{cell}\n")
    assert found["question"]["guess"]["fields"].get("Время нажатия") == field
