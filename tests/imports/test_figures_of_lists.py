"""Figures of days in a list of accounts are not unknown: of which days they are is said, and then they are taken."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.metrics.models import Observation

LIST = "Аккаунт;Соцсеть;Подписчики;Прирост;Лайки;Сила\niva;VK;12801;241;777;50\niva.shop;Instagram;3400;12;900;40\n"
SAID = (
    "Columns of numbers were not used, because a list of accounts rarely says of which days they count: «Прирост», «Лайки». If "
    'these are the days of the list, say what they hold (--columns "HEADER=FIELD;…").'
)


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "LiveDune_01.09.2026-30.09.2026.csv"
    path.write_text(LIST)
    return path


@pytest.mark.django_db
def test_they_are_said(import_export, listed):
    (file,) = import_export(listed, "--role", "competitor", "--dry-run")["files"]
    assert [one for one in file["warnings"] if "of numbers" in one] == [
        SAID,
        "A column of numbers was not used, because its name is not known: «Сила».",
    ]


@pytest.mark.django_db
def test_as_it_is_said_they_are_taken(import_export, listed):
    import_export(listed, "--role", "competitor", "--columns", "Прирост=followers_net;Лайки=likes")
    with scope("system"):
        kept = Observation.objects.filter(account__network="vk").values_list("metric", "starts_on", "ends_on", "value")
        told = {metric: (first.isoformat(), last.isoformat(), int(value)) for metric, first, last, value in kept}
    assert told == {
        "followers": ("2026-09-30", "2026-09-30", 12801),
        "followers_net": ("2026-09-01", "2026-09-30", 241),
        "likes": ("2026-09-01", "2026-09-30", 777),
    }
