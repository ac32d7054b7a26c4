"""Tables of Meta by day, in which the title says what the column «Primary» counts."""

from decimal import Decimal

import pytest

from tests.imports.forms_of_files import accounts, days, said

TABLE = '"{}"\n"{}","Primary"\n"2026-10-01T00:00:00","{}"\n"2026-10-02T00:00:00","{}"\n'


def suite(*tables: tuple[str, int, int], day: str = "Date") -> bytes:
    """A file of Meta Business Suite with these tables: title, and the figures of two days."""
    return ("sep=,\n" + "\n".join(TABLE.format(title, day, one, two) for title, one, two in tables)).encode("utf-16")


def test_several_tables_of_one_file_are_those_of_the_metrics_in_their_titles(understood):
    found = understood(
        suite(("Reach", 101, 102), ("Follows", 3, 4), ("Link clicks", 5, 6)), "Follows.csv", account="instagram:acme"
    )
    assert days(found) == [
        ("account_reach", "2026-10-01", "101"),
        ("account_reach", "2026-10-02", "102"),
        ("followers_gained", "2026-10-01", "3"),
        ("followers_gained", "2026-10-02", "4"),
        ("link_clicks", "2026-10-01", "5"),
        ("link_clicks", "2026-10-02", "6"),
    ]
    assert (accounts(found), found["question"], found["warnings"], found["rejected"]) == (["instagram:acme"], {}, [], [])


@pytest.mark.parametrize(
    ("title", "metric", "account"),
    [
        ("Охват", "account_reach", "vk:acme"),
        ("Подписки в Instagram", "followers_gained", "instagram:brand"),
        ("Instagram profile visits", "account_visitors", "instagram:brand"),
        ("Facebook visits", "account_visitors", "facebook:brand"),
        ("Просмотры Facebook", "account_views", "facebook:brand"),
        ("Клики по ссылкам", "link_clicks", "vk:acme"),
    ],
)
def test_a_title_may_name_the_network_too(understood, title, metric, account):
    named = {"account": account} if account == "vk:acme" else {}
    found = understood(suite((title, 1, 2), day="Дата"), **named)
    assert (accounts(found), days(found)) == ([account], [(metric, "2026-10-01", "1"), (metric, "2026-10-02", "2")])


def test_a_title_that_nobody_knows_is_asked_about_alone(understood):
    text = suite(("Reach", 101, 102), ("Three-second views", 7, 8))
    found = understood(text, account="facebook:acme")
    assert found["question"]["header"] == ["Date", "Primary: Three-second views"]
    told = {"rows": "values", "fields": {"Date": "day", "Primary: Three-second views": "account_views"}}
    taken = understood(text, columns=told, account="facebook:acme")
    assert [value[0] for value in days(taken)] == ["account_reach", "account_reach", "account_views", "account_views"]


def test_interactions_of_all_kinds_are_left_out_with_the_reason(understood):
    found = understood(suite(("Content interactions", 9, 9), ("Reach", 1, 2)), account="facebook:acme")
    assert ([value[0] for value in days(found)], found["question"]) == (["account_reach", "account_reach"], {})
    assert {reason["text"] for _row, reason in found["rejected"]} == {
        "This row counts interactions of all kinds together; no metric of an account does."
    }


def test_comments_above_a_table_are_quoted_by_their_words(understood):
    text = "# -------\n# Acquisition\n# Start date: 20261001\n# End date: 20261031\n# -------\n\nWhere,Bounces\na,5\nb,6\n"
    found = understood(text, account="vk:acme")
    assert found["question"]["table"] == "Acquisition Start date: 20261001 End date: 20261031"
    assert said(found).startswith("These columns are new: Where, Bounces.")


@pytest.mark.parametrize(
    ("title", "scale"),
    [
        ("Показатели в тыс. чел.", 1_000),
        ("Показатели сообщества, тыс.", 1_000),
        ("Figures in thousands", 1_000),
        ("Данные (млн)", 1_000_000),
        ("Топ 10 тыс. сообществ", 1),
        ("Показатели в тысячный раз", 1),
    ],
)
def test_a_title_may_say_in_what_its_figures_are_counted(understood, title, scale):
    text = f"{title};;;\nМесяц;Подписчики;Охват, чел.;Опубликовано\nСентябрь 2026;10;20,5;12\nОктябрь 2026;11;21;13\n"
    found = understood(text if scale > 1 else text.replace("20,5", "20"), account="vk:iva")
    first = {code: Decimal(number) for code, day, number in days(found) if day == "2026-09-01"}
    reach = Decimal("20.5") if scale > 1 else 20
    assert first == {"followers": 10 * scale, "account_reach": reach * scale, "posts_published": 12}
    assert ("in thousands or millions" in said(found)) == (scale > 1)


def test_a_column_that_says_its_own_scale_keeps_it(understood):
    found = understood("Данные в тыс.\nМесяц;Охват, млн\nОктябрь 2026;2\n", account="vk:iva")
    assert days(found) == [("account_reach", "2026-10-01", "2000000")]
