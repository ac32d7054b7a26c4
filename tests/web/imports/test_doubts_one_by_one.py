"""Several doubts about one table, on the page of its file: each is asked, and an answer settles that alone."""

import pytest

from smmstrategy.metrics.models import Import
from tests.web.imports.conftest import bring, words, work

pytestmark = pytest.mark.django_db
TEXT = "План\nДата;Подписчики;Тип;Возраст\n01.09.2025;+5;Обычный;18-24\n02.09.2025;+5;План;25-34\n"
ASKED = [
    "The table «План» is called as a plan or a forecast is",
    "The column «Тип» says of some rows that they are of a plan («План»)",
    "Each number of «Подписчики» has a sign in front",
    "The figures may be of a part of the account, as the column «Возраст» says",
]


def as_drawn(page):
    """What a person sends who leaves the mapper as it is."""
    return {name: field.initial or "" for name, field in page.context["form"].fields.items()}


def test_one_after_another_is_answered_and_none_comes_again(strategist):
    address = bring(strategist, TEXT, account="vk:brand").url
    for question in ASKED:
        page = strategist.get(address)
        assert question in words(page)
        assert "--columns" not in words(page)
        strategist.post(address, as_drawn(page))
        work()
    assert Import.objects.get().question["asks"] != "columns"
