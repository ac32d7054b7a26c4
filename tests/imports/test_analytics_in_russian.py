"""Google Analytics in Russian, the old one and 4, says the visits of a site by source and by UTM, as it does in English."""

import pytest

from tests.imports.forms_of_files import said, values

UNIVERSAL = """# ----------------------------------------
# Кофе Север
# Весь трафик
# 20260601-20260831
# ----------------------------------------

Источник или канал,Пользователи,Новые пользователи,Сеансы,Показатель отказов,Страниц/сеанс,Сред. длительность сеанса{goal}
vk.com / referral,"2 100","1 800","2 410","41,20 %","2,31",00:01:22{figure}
"""
GOAL = '"Заказ (цель 1, достигнутые переходы к цели)"'
OF_VK = "medium=referral&social_network=vk&source=vk.com"
IN_2026 = ("2026-06-01", "2026-08-31")


def of_slice(span, label, **figures):
    return [(code, *span, figure, label) for code, figure in figures.items()]


def taken(found):
    return [tuple(value[:5]) for value in values(found)]


def test_universal_analytics_by_source(understood):
    found = understood(UNIVERSAL.format(goal="", figure=""))
    assert (found["kind"], taken(found), "not known" in said(found)) == (
        "site_traffic",
        of_slice(IN_2026, OF_VK, visitors="2100", new_visitors="1800", visits="2410", bounce_rate="0.412", avg_visit_s="82"),
        False,
    )


def test_its_only_goal_is_taken_under_its_name_and_said(understood):
    found = understood(UNIVERSAL.format(goal=f",{GOAL}", figure=",29"))
    assert [value[3] for value in values(found) if value[0] == "goal_reaches"] == ["29"]
    assert "«Заказ (цель 1, достигнутые переходы к цели)» counts one goal of the site" in said(found)


def test_of_several_such_goals_none_is_chosen(understood):
    two = f',{GOAL},"Звонок (цель 2, достигнутые переходы к цели)"'
    found = understood(UNIVERSAL.format(goal=two, figure=",29,5"))
    assert [value[3] for value in values(found) if value[0] == "goal_reaches"] == []


@pytest.mark.parametrize(
    "source",
    ["Источник или канал сеанса", "Источник и канал сеанса", "Источник/канал сеанса", "Источник / канал сеанса"],
)
def test_analytics_4_by_source(understood, source):
    found = understood(
        "# Дата начала: 20260601\n# Дата окончания: 20260831\n"
        f"{source},Сеансы,Сеансы с взаимодействием,Доля вовлечения,Среднее время взаимодействия за сеанс,"
        "Событий за сеанс,Количество событий,Ключевые события\nvk.com / referral,2410,1500,0.622,51,5,12050,88\n"
    )
    assert (found["kind"], taken(found), "not known" in said(found)) == (
        "site_traffic",
        of_slice(IN_2026, OF_VK, visits="2410", goal_reaches="88"),
        False,
    )


def test_its_revenue_is_the_whole_one(understood):
    found = understood("Дата,Источник сеанса,Сеансы,Общий доход\n20260901,vk,10,1500\n")
    assert [value[0] for value in values(found)] == ["visits", "revenue"]


def test_analytics_4_by_campaign_and_month(understood):
    found = understood(
        "Месяц,Источник сеанса,Канал сеанса,Кампания сеанса,Сеансы,Пользователи,Ключевые события\n"
        "202606,vk,social,leto,230,178,32\n"
    )
    assert taken(found) == of_slice(
        ("2026-06-01", "2026-06-30"),
        "campaign=leto&medium=social&social_network=vk&source=vk",
        visits="230",
        visitors="178",
        goal_reaches="32",
    )


def test_groups_of_channels_are_media(understood):
    found = understood("Дата,Основная группа каналов сеанса,Сеансы\n20260901,Organic Social,120\n")
    assert taken(found) == of_slice(("2026-09-01", "2026-09-01"), "medium=Organic+Social", visits="120")
