"""What a later file tells less finely of when posts were published replaces nothing: midnights, days, minutes, a plan's times."""

import pytest

from smmstrategy.metrics.imports import actions
from smmstrategy.metrics.models import Post
from tests.imports.test_actions import taken  # noqa: F401
from tests.imports.test_posts_without_links import LINKED, ROWS

ACME = "vk:acme"


def links(*clocks: str) -> str:
    """The posts of `LINKED` by their links, at these times."""
    rows = (f"2026-05-{n}{clock};https://vk.com/wall-7_{n};{n}\n" for (n, _text), clock in zip(ROWS, clocks, strict=True))
    return "Дата публикации;Ссылка;Лайки\n" + "".join(rows)


def plan(*clocks: str) -> str:
    """The posts of `LINKED` as a content plan has them: words and times, no links."""
    rows = (f"2026-05-{n}{clock};{text};{n}\n" for (n, text), clock in zip(ROWS, clocks, strict=True))
    return "Дата публикации;Текст;Охват\n" + "".join(rows)


def told_links() -> str:
    """The posts of `LINKED` by their links and words, each on its day."""
    rows = (f"2026-05-{n};https://vk.com/wall-7_{n};{text};{n}\n" for n, text in ROWS)
    return "Дата публикации;Ссылка;Текст;Лайки\n" + "".join(rows)


def times() -> list[str]:
    return [f"{at:%d %H:%M}" for at in Post.objects.order_by("published_at").values_list("published_at", flat=True)]


COARSER = {
    "days alone": links("", "", ""),
    "midnights": links(" 0:00", " 0:00", " 0:00"),
    "midnights in some rows": links(" 0:00", " 12:30", " 0:00"),
    "a plan": plan(" 12:40", " 12:30", " 12:20"),
    "a plan with a day among its times": plan(" 0:00", " 12:30", " 12:20"),
    "a plan under links with days": told_links() + "\n\n" + plan(" 12:40", " 12:50", " 12:20"),
    "a plan over links with days": plan(" 12:40", " 12:50", " 12:20") + "\n\n" + told_links(),
}


@pytest.mark.parametrize("coarser", COARSER.values(), ids=COARSER)
@pytest.mark.parametrize("is_turned", [False, True])
def test_posts_keep_the_finer_times_whichever_file_comes_first(taken, coarser, is_turned):  # noqa: F811
    files = [coarser, LINKED] if is_turned else [LINKED, coarser]
    for n, content in enumerate(files):
        taken(content, f"{n}.csv", account=ACME)
    assert times() == ["14 09:30", "15 09:30", "16 09:30"]


@pytest.mark.parametrize("coarser", COARSER.values(), ids=COARSER)
def test_what_the_coarser_file_says_stands_once_the_finer_is_undone(taken, agency, coarser):  # noqa: F811
    alone = taken(coarser, "alone.csv", account=ACME)
    told = times()
    actions.undo(alone, by=agency.strategist)
    finer = taken(LINKED, account=ACME)
    taken(coarser, "coarser.csv", account=ACME)
    actions.undo(finer, by=agency.strategist)
    assert times() == told


@pytest.mark.parametrize("coarser", COARSER.values(), ids=COARSER)
def test_undoing_the_coarser_file_leaves_the_finer_times(taken, agency, coarser):  # noqa: F811
    later = [taken(content, f"{n}.csv", account=ACME) for n, content in enumerate((LINKED, coarser))][1]
    actions.undo(later, by=agency.strategist)
    assert times() == ["14 09:30", "15 09:30", "16 09:30"]


@pytest.mark.parametrize("is_turned", [False, True])
def test_times_cut_to_minutes_take_no_seconds_away(taken, agency, is_turned):  # noqa: F811
    exact, cut = links(" 12:30:05", " 12:30:17", " 12:30:56"), links(" 12:30", " 12:30", " 12:30")
    files = [cut, exact] if is_turned else [exact, cut]
    made = {content: taken(content, f"{n}.csv", account=ACME) for n, content in enumerate(files)}
    seconds = Post.objects.order_by("published_at").values_list("published_at__second", flat=True)
    assert [*seconds] == [5, 17, 56]
    actions.undo(made[exact], by=agency.strategist)
    assert [*seconds.all()] == [0, 0, 0]
