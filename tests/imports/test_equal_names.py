"""Columns of one name, each with an answer of its own."""

import pytest

from smmstrategy.metrics.imports.forms import answering
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.draft import FIGURES
from smmstrategy.metrics.models import Import

TWINS = (
    "Дата;Тема;Ссылка ВК;Лайки;Ссылка ТГ;Лайки\n"
    "01.09.2026;Старт;https://vk.com/wall-1_5;10;https://t.me/chan/6;20\n"
    "02.09.2026;Финиш;https://vk.com/wall-1_6;11;https://t.me/chan/7;21\n"
)
SIGNATURE = headers.signature(TWINS.splitlines()[0].split(";"))


@pytest.mark.parametrize(
    ("names", "apart"),
    [
        (["Дата", "Лайки", "лайки"], ["Дата", "Лайки", "лайки (2)"]),
        (["Лайки", "Лайки", "Лайки (2)"], ["Лайки", "Лайки (3)", "Лайки (2)"]),
        (["", "A", ""], ["", "A", ""]),
    ],
)
def test_equal_names_are_told_apart(names, apart):
    assert headers.apart(names) == headers.apart(apart) == apart


def question(understood) -> dict:
    return understood(TWINS, change_columns=SIGNATURE)["question"]


def remembered(fields: dict[str, str]) -> dict:
    return {SIGNATURE: {"rows": "post", "network": "", "fields": fields}}


def test_an_answer_for_the_second_of_two_equal_names_reads_the_second(understood):
    asked = question(understood)
    told = {"rows": "post", "network": "", "column_0": "published_at", "column_4": "permalink", "column_5": "likes"}
    form = answering(Import(question=asked), told)
    assert form.is_valid() and form.options()["columns"]["fields"] == {
        "Дата": "published_at",
        "Ссылка ТГ": "permalink",
        "Лайки (2)": "likes",
    }
    found = understood(TWINS, context={"mappings": remembered(form.options()["columns"]["fields"])})
    posts = [(s["network"], post[1], post[FIGURES]) for s in found["subjects"] for post in s["posts"]]
    assert posts == [("telegram", "6", {"likes": "20"}), ("telegram", "7", {"likes": "21"})]
    assert found["tables"][0]["columns"] == {"Дата": "published_at", "Ссылка ТГ": "permalink", "Лайки (2)": "likes"}
    assert not any("stands twice" in warning["text"] for warning in found["warnings"])


def test_what_is_said_of_one_name_alone_is_of_the_first_and_says_so(understood):
    found = understood(TWINS, context={"mappings": remembered({"Ссылка ВК": "permalink", "Лайки": "likes"})})
    assert [post[FIGURES] for s in found["subjects"] for post in s["posts"]] == [{"likes": "10"}, {"likes": "11"}]
    assert [w["params"]["column"] for w in found["warnings"] if "stands twice" in w["text"]] == ["Лайки"]


def test_both_of_two_equal_names_may_be_taken(understood):
    fields = {"Дата": "published_at", "Ссылка ТГ": "permalink", "Лайки": "views", "Лайки (2)": "likes"}
    found = understood(TWINS, context={"mappings": remembered(fields)})
    assert [post[FIGURES] for s in found["subjects"] for post in s["posts"]] == [
        {"views": "10", "likes": "20"},
        {"views": "11", "likes": "21"},
    ]
