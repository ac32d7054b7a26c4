"""How much is published and how evenly: posts by month, posts by week, silences."""

from datetime import date

from audits.evidence import Subject
from audits.report.blocks import alt, timeline
from audits.report.frame import framed
from audits.report.pages.audience import card
from audits.report.telling import Telling, value
from audits.report.titles import headline
from smmstrategy.reports.document import Bullets, Cards, Chart, ChartKind, Day, Layout, Page, Series, Text

PACE = ("posts_per_week", "active_days", "gap.median", "silence.longest")
SILENCES_SHOWN = 4


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    if not value(own.now, "posts") or not own.now.numbers["posts"].value:
        return ()
    return (_volume(telling, own), *((_rhythm(telling, own),) if own.now.weeks else ()))


def _volume(telling: Telling, own: Subject) -> Page:
    posts = own.now.numbers["posts"]
    title = headline(telling, "volume_change", "volume") or _volume_title(telling, own)
    subtitle = telling.say("Публикации по месяцам", "Posts by month")
    chart = timeline(telling, own, "posts", ChartKind.STACKED, subtitle)
    cards = Cards(tuple(card(telling, own, code) for code in ("posts", *PACE[:3]) if value(own.now, code)))
    return framed(telling, "volume", title, chart, cards, subtitle=subtitle, numbers=[posts], layout=Layout.SPLIT)


def _volume_title(telling: Telling, own: Subject) -> Text:
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


def _rhythm(telling: Telling, own: Subject) -> Page:
    weeks = [(telling.week(part.key), telling.figure(part.numbers["posts"])) for part in own.now.weeks]
    title = headline(telling, "rhythm_uneven", "silence") or _rhythm_title(telling, own)
    subtitle = telling.say("Публикации по неделям; неделя подписана понедельником", "Posts by week; a week is named by its Monday")
    series = Series(telling.word("Публикации", "Posts"), tuple(figure for _, figure in weeks), accent=True)
    chart = Chart(ChartKind.COLUMNS, subtitle, tuple(name for name, _ in weeks), (series,), alt(telling, title))
    silences = _silences(telling)
    blocks = (chart, silences) if silences else (chart,)
    numbers = [own.now.numbers["posts"]]
    layout = Layout.SPLIT if silences else Layout.CONTENT
    return framed(telling, "rhythm", title, *blocks, subtitle=subtitle, numbers=numbers, layout=layout)


def _rhythm_title(telling: Telling, own: Subject) -> Text:
    weekly = [part.numbers["posts"] for part in own.now.weeks]
    least, most = min(weekly, key=lambda n: n.value), max(weekly, key=lambda n: n.value)
    if least.value == most.value:
        return telling.say("Публикации выходят ровно: {n} в неделю", "Posts come evenly: {n} a week", n=telling.figure(most))
    return telling.say(
        "Публикации выходят от {a} до {b} раз в неделю",
        "Between {a} and {b} posts come out a week",
        a=telling.figure(least),
        b=telling.figure(most),
    )


def _silences(telling: Telling) -> Bullets | None:
    own = [a for a in telling.evidence.accounts if a.role == "own"]
    spans = sorted(((s.last - s.first, a, s) for a in own for s in a.silences), key=lambda item: (-item[0], item[1].account_id, item[2].first))
    if not spans:
        return None
    items = tuple(_silence(telling, account.account_id, span.first, span.last) for _, account, span in spans[:SILENCES_SHOWN])
    return Bullets(items, (telling.word("Паузы от двух недель", "Silences of two weeks and more"),), "bad")


def _silence(telling: Telling, account_id: int, first: date, last: date) -> Text:
    key = f"account-{account_id}.silence.{first}"
    days = telling.own(key, (last - first).days + 1, "days without a post")
    return telling.say(
        "{name}: {n} {n:день|дня|дней}, {a} — {b}",
        "{name}: {n} {n:day|days}, {a} — {b}",
        name=telling.account(account_id, 24),
        n=days,
        a=Day(first, with_year=False),
        b=Day(last, with_year=False),
    )

