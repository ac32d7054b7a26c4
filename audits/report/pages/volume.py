"""How much is published and how evenly: posts by month, posts by week, silences."""

from datetime import date

from audits.evidence import Subject
from audits.report.blocks import alt, timeline
from audits.report.frame import framed
from audits.report.telling import Telling, value
from audits.report.titles import headline
from smmstrategy.reports.document import Chart, ChartKind, Layout, Page, Series, Text

CODES = ("volume_change", "rhythm_uneven", "silence", "volume")


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    if not value(own.now, "posts") or not own.now.numbers["posts"].value:
        return ()
    title = headline(telling, *CODES) or _title(telling, own)
    months = timeline(telling, own, "posts", ChartKind.STACKED, title, title=telling.say("По месяцам", "By month"))
    blocks = (_weeks(telling, own, title), months) if own.now.weeks else (months,)
    subtitle = telling.say(
        "Сколько публикаций выходит по неделям (подписан понедельник) и по месяцам",
        "How many posts come out by week (named by its Monday) and by month",
    )
    numbers = [own.now.numbers["posts"]]
    n = telling.figure(own.now.numbers["posts"])
    return (framed(telling, "volume", title, *blocks, subtitle=subtitle, numbers=numbers, n=n, layout=Layout.SPLIT, codes=CODES),)


def _weeks(telling: Telling, own: Subject, about: Text) -> Chart:
    weeks = [(_monday(telling, part.key), telling.figure(part.numbers["posts"])) for part in own.now.weeks]
    series = Series(telling.word("Публикации", "Posts"), tuple(figure for _, figure in weeks), accent=True)
    title = telling.say("По неделям", "By week")
    return Chart(ChartKind.COLUMNS, title, tuple(name for name, _ in weeks), (series,), alt(telling, about))


def _monday(telling: Telling, key: str) -> str:
    """«2026-04-06» → «6.04», in English «4/6»."""
    day = date.fromisoformat(key)
    return telling.word(f"{day.day}.{day.month:02}", f"{day.month}/{day.day}")


def _title(telling: Telling, own: Subject) -> Text:
    parts = {"n": telling.figure(own.now.numbers["posts"]), "w": telling.figure(own.now.numbers["posts_per_week"])}
    if own.change("posts") is None:
        return telling.say(
            "За период вышло {n} {n:публикация|публикации|публикаций} — {w} в неделю",
            "{n} {n:post|posts} in the period, {w} a week",
            **parts,
        )
    return telling.say(
        "Темп без значимых изменений: {w} {w:публикация|публикации|публикаций} в неделю",
        "No significant change of pace: {w} {w:post|posts} a week",
        **parts,
    )
