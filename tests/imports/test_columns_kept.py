"""What was understood of the columns of which a command says nothing, where it says of another what the rows are."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.metrics.models import Observation, Post

OF_DAYS = "Дата;Что вышло;Комментарии;Охват\n2026-05-01;Раз и два;1;10\n2026-05-02;Три;2;11\n"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("columns", "text"), [("Что вышло=text", "text"), ("Что вышло=title", "title"), ("Что вышло=title;Дата=published_at", "title")]
)
@pytest.mark.parametrize("dated", ["Дата", "Дата выхода"])
def test_what_was_understood_of_days_is_kept_where_a_command_says_that_they_are_posts(
    agency, import_export, tmp_path, columns, text, dated
):
    path = tmp_path / "days.csv"
    path.write_text(OF_DAYS.replace("Дата", dated))
    (file,) = import_export(path, "--account", "vk:aaa", "--columns", columns.replace("Дата", dated), brand="brand-a")["files"]
    with scope("system"):
        found = list(Post.objects.order_by("published_at").values_list(text, "published_at__day"))
    assert (file["error"], file["totals"], found) == ("", {"comments": "3"}, [("Раз и два", 1), ("Три", 2)])


@pytest.mark.django_db
@pytest.mark.parametrize("network", ["Соцсеть", "Сервис"])
def test_the_other_columns_are_kept_where_one_is_said_to_hold_accounts(agency, import_export, tmp_path, network):
    path = tmp_path / "days.csv"
    rows = [f"2026-05-0{day};ВК;https://vk.com/{page};{n + day}\n" for day in (1, 2) for n, page in ((10, "aaa"), (20, "bbb"))]
    path.write_text(f"Дата;{network};Автор;Подписчики\n" + "".join(rows))
    (file,) = import_export(path, "--columns", "Автор=account", "--role", "competitor", brand="brand-a")["files"]
    with scope("system"):
        found = list(Observation.objects.order_by("value").values_list("account__handle", "starts_on__day", "value"))
    assert (file["error"], file["rejected"], found) == ("", 0, [("aaa", 1, 11), ("aaa", 2, 12), ("bbb", 1, 21), ("bbb", 2, 22)])
