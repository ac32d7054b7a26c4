"""The best and the weakest posts of the period, against what is usual of their accounts."""

from collections.abc import Sequence
from decimal import Decimal

from audits.evidence import PostRow, RankedPost, Subject
from audits.report import names
from audits.report.blocks import in_some
from audits.report.frame import framed
from audits.report.shortening import shortened
from audits.report.telling import Telling, value
from audits.report.titles import headline
from smmstrategy.reports.document import Day, Gallery, Page, PostTile, Quote, Text

TEXT_SHOWN = 140


def page(telling: Telling, own: Subject) -> Page | None:
    best = _gallery(telling, own.now.best, telling.say("Лучшие", "Best"))
    worst = _gallery(telling, own.now.worst, telling.say("Слабые", "Weakest"))
    if not best.tiles:
        return None
    title = headline(telling, "outliers") or _title(telling, own)
    code = _ranked_by(own)
    numbers = [*(post.number for post in (*own.now.best, *own.now.worst)), own.now.numbers.get(code)]
    return framed(
        telling,
        "posts",
        title,
        best,
        worst,
        subtitle=_subtitle(telling, own),
        numbers=[number for number in numbers if number],
        n=telling.posts_known(own.now.numbers[f"{code}.median"]),
        codes=("outliers",),
        advises=False,
    )


def _subtitle(telling: Telling, own: Subject) -> Text:
    """By which measure they are ranked, and what is usual of it where accounts have it in common."""
    code = _ranked_by(own)
    median, mean = value(own.now, f"{code}.median"), value(own.now, f"{code}.mean")
    if not (median and mean) or any(telling.mixes_networks(one) for one in (code, f"{code}.median")):
        return telling.say(
            "{name} против медианы своего аккаунта",
            "{name} of posts against the median of their account",
            name=telling.title_label(code),
        )
    subtitle = telling.say(
        "{name} против медианы своего аккаунта; в целом медиана {median}, среднее {mean}",
        "{name} against the median of the account; overall the median is {median}, the mean {mean}",
        name=telling.title_label(code),
        median=telling.figure(median),
        mean=telling.figure(mean),
    )
    return in_some(telling, own, subtitle, median)


def _ranked_by(own: Subject) -> str:
    return own.now.best[0].number.id.rsplit(".", 1)[-1]


def _gallery(telling: Telling, ranked: Sequence[RankedPost], heading: Text) -> Gallery:
    rows = {row.id: row for row in telling.evidence.posts}
    return Gallery(tuple(_tile(telling, rows[post.post_id], post) for post in ranked if post.post_id in rows), heading)


def _tile(telling: Telling, row: PostRow, post: RankedPost) -> PostTile:
    period = telling.evidence.period
    return PostTile(
        account=telling.account(row.account_id, names.OF_A_TILE),
        published_on=Day(row.day or period.first, with_year=period.first.year != period.last.year),
        text=Quote(shortened(row.text or row.title, TEXT_SHOWN) or "—", row.url),
        figure=telling.figure(post.number),
        label=_label(telling, post),
        format=names.one_post(row.format, telling.language),
    )


def _label(telling: Telling, post: RankedPost) -> Text:
    if post.times_median.value is None:
        return telling.say("медиана аккаунта — ноль", "the account’s median is nought")
    times = ("×", telling.figure(post.times_median, places=_places(post.times_median.value)))
    return telling.say("{times} к медиане", "{times} the median", times=times)


def _places(times: Decimal) -> int:
    """Digits enough to tell a small multiple from none at all."""
    return max(1, -times.adjusted()) if times else 0


def _title(telling: Telling, own: Subject) -> Text:
    """Posts are ordered by how many times the median of their account they have, not by what they have."""
    first = own.now.best[0]
    parts = {"name": telling.label(first.number.id), "m": telling.figure(first.number)}
    if first.times_median.value is None:
        return telling.say(
            "Лучшая публикация: {name} — {m}, медиана — ноль", "The best post: {name} {m}, the median is nought", **parts
        )
    if round(first.times_median.value, 1) <= 1 and own.now.worst:
        return _alike_title(telling, first, own.now.worst[0])
    return telling.say(
        "Лучшая публикация к медиане своего аккаунта: {name} — {m}, в {n} раза больше",
        "The best post against the median of its account: {name} {m}, {n} times as many",
        n=telling.figure(first.times_median, places=1),
        **parts,
    )


def _alike_title(telling: Telling, best: RankedPost, weakest: RankedPost) -> Text:
    """Where the best post is the usual one the weakest tells whether posts differ at all."""
    parts = {"name": telling.label(best.number.id), "m": telling.figure(best.number), "w": telling.figure(weakest.number)}
    if weakest.times_median.value is None or round(weakest.times_median.value, 1) < 1:
        return telling.say(
            "Лучшая публикация собрала не больше обычного ({name}): {m}, слабейшая — {w}",
            "The best post drew no more {name} than usual, {m}, the weakest {w}",
            **parts,
        )
    return telling.say(
        "Отклик публикаций почти одинаков ({name}): у лучшей {m}, у слабейшей {w}",
        "Posts hardly differ in {name}: the best drew {m}, the weakest {w}",
        **parts,
    )
