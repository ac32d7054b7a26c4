"""One post in several tables of a file, one with links and one without: known across them as it is across files."""

import pytest

from smmstrategy.metrics.imports import actions
from smmstrategy.metrics.models import Post, PostObservation
from tests.imports.forms_of_files import posts, said, workbook
from tests.imports.test_actions import counts, taken  # noqa: F401

ACME = "vk:acme"
TEXTS = [f"Новость номер {n}: как мы живём и чем сейчас заняты" for n in range(14, 20)]
OF_STATISTICS, OF_PLAN = ["Дата", "Ссылка", "Текст", "Лайки"], ["Дата", "Текст", "Охват"]


def statistics(clock: str = " 12:30") -> list[list[object]]:
    return [OF_STATISTICS, *([f"{n}.05.2026{clock}", f"https://vk.com/wall-7_{n}", text, n] for n, text in enumerate(TEXTS, 14))]


def content_plan(clock: str = " 12:30", length: int = 100) -> list[list[object]]:
    return [OF_PLAN, *([f"{n}.05.2026{clock}", text[:length], n * 10] for n, text in enumerate(TEXTS, 14))]


def book(*sheets: list[list[object]]) -> bytes:
    return workbook(*sheets, names=["Статистика", "Контент-план"])


def told(found) -> set[tuple]:
    """Key, link, whether with a time, and words of each post."""
    return {(post[1], post[2], post[4], post[7]) for post in posts(found)}


@pytest.mark.parametrize("clock", [" 12:30", ""])
@pytest.mark.parametrize("planned", [" 12:30", " 12:32", " 15:00", ""])
@pytest.mark.parametrize("length", [100, 30])
def test_a_post_with_a_link_in_one_sheet_and_without_in_another_is_one(understood, clock, planned, length):
    sheets = [statistics(clock), content_plan(planned, length)]
    whole = {(f"-7_{n}", f"https://vk.com/wall-7_{n}", bool(clock or planned), text) for n, text in enumerate(TEXTS, 14)}
    for order in (sheets, sheets[::-1]):
        found = understood(book(*order), account=ACME)
        assert (told(found), found["totals"], found["rejected"]) == (whole, {"likes": "99"}, [])
        assert [post[10].get("reach") for post in posts(found) if "reach" in post[10]] == [f"{n}0" for n in range(14, 20)]
        assert "may be told elsewhere" not in said(found)


def test_a_row_that_has_its_post_by_the_link_alone_leaves_its_words_and_its_time_as_another_has_them(understood):
    figures = [["Ссылка", "Просмотры"], *([row[1], 50] for row in statistics()[1:])]
    found = understood(book(statistics(), figures), account=ACME)
    assert told(found) == {(f"-7_{n}", f"https://vk.com/wall-7_{n}", True, text) for n, text in enumerate(TEXTS, 14)}


def test_posts_of_a_file_that_cannot_be_told_apart_stay_as_many_as_they_are_and_that_is_said(understood):
    twice = [["14.05.2026", f"https://vk.com/wall-7_{n}", TEXTS[0], n] for n in (1, 2)]
    found = understood(book([OF_STATISTICS, *twice], [OF_PLAN, ["14.05.2026", TEXTS[0], 7]]), account=ACME)
    assert len(told(found)) == 3
    assert "1 post of acme may be told elsewhere too" in said(found) and "(rows: Контент-план:2)" in said(found)


def test_words_said_every_day_are_as_many_posts_as_days(understood):
    morning = "Доброе утро! Сегодня мы открыты с девяти"
    linked = [[f"{n}.05.2026", f"https://vk.com/wall-7_{n}", morning, n] for n in range(14, 20)]
    plain = [[f"{n}.05.2026", morning, n] for n in range(14, 20)]
    assert len(told(understood(book([OF_STATISTICS, *linked], [OF_PLAN, *plain]), account=ACME))) == 6


def table(rows: list[list[object]]) -> str:
    return "\n".join(";".join(map(str, row)) for row in rows)


FILES = {
    "book.xlsx": book(statistics(), content_plan(" 12:32")),
    "statistics.csv": table(statistics()),
    "plan.csv": table(content_plan(" 12:32")),
    "days.csv": table(content_plan("")),
}


def known() -> list[tuple]:
    """What is stored, whatever its posts are called."""
    figures = PostObservation.objects.order_by("post__text", "metric").values_list("post__text", "metric", "value")
    return [*figures, *Post.objects.order_by("text").values_list("permalink", "published_at", "has_time", "text")]


@pytest.mark.parametrize("undone", FILES)
def test_whichever_file_of_a_workbook_and_its_sheets_is_undone_leaves_what_the_others_say(taken, agency, undone):  # noqa: F811
    """Whether it came last or first, and in whatever order the others did."""

    def made(*names):
        return {name: taken(FILES[name], name, account=ACME) for name in names}

    def undo(imports, last):
        assert (counts(imports[last])[1], Post.objects.count()) == (0, 6)
        actions.undo(imports.pop(undone), by=agency.strategist)
        assert known() == left
        for import_ in imports.values():
            actions.undo(import_, by=agency.strategist)
        assert known() == []

    rest = [name for name in FILES if name != undone]
    others = made(*rest[::-1])
    left = known()
    assert len(left) == 6 + 6 * len({"likes", "reach"})
    undo(others | made(undone), undone)
    undo(made(undone, *rest), rest[-1])


@pytest.mark.parametrize("planned", [" 12:40", " 0:00"])
def test_a_post_of_two_sheets_was_published_when_the_one_with_its_link_says(understood, planned):
    plan = content_plan(planned)
    plan[-1][0] = plan[-1][0].replace(planned, " 12:31")  # among midnights one time, so that they are no days
    for order in ([statistics(), plan], [plan, statistics()]):
        found = posts(understood(book(*order), account=ACME))
        assert {post[3] for post in found} == {f"2026-05-{n}T09:30:00+00:00" for n in range(14, 20)}
