"""What works: formats, text lengths, the best and the worst posts."""

from collections.abc import Sequence
from decimal import Decimal

from audits.evidence import PostRow, RankedPost, Segment, Subject
from audits.findings.formats import most_used
from audits.report import names
from audits.report.blocks import alt, table
from audits.report.frame import framed, posts_of_all
from audits.report.telling import Telling, value
from audits.report.titles import headline
from audits.report.words import capitalised, caption, joined
from smmstrategy.reports.document import (
    Chart,
    ChartKind,
    Day,
    Figure,
    Gallery,
    Layout,
    Page,
    Part,
    PostTile,
    Quote,
    Row,
    Series,
    Table,
    Text,
)

FORMAT_CODES = ("format_best", "format_worst", "format_share")
TEXT_SHOWN = 140
OF_ONE_LENGTH = Decimal("0.9")  # of the posts; the others are too few to compare with
DRAWN_FROM = 3  # posts behind a column; the table has them all


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    found = (_formats(telling, own), _lengths(telling, own), _posts(telling, own))
    return tuple(page for page in found if page)


def _formats(telling: Telling, own: Subject) -> Page | None:
    segments = own.now.formats
    code = f"{own.judged_by}.median"
    if len(segments) < 2 or not own.judged_by:
        return None
    title = headline(telling, "format_best", "format_worst") or _formats_title(telling, segments)
    categories = tuple(names.format_name(segment.key, telling.language) for segment in segments)
    measured = [c for c in ("posts_share", "interactions_share") if any(c in segment.numbers for segment in segments)]
    subtitle = telling.say(
        "Доля публикаций и доля взаимодействий по форматам", "Share of posts and share of interactions by format"
    )
    shares = tuple(
        Series(telling.title_label(c), tuple(_share(telling, s, c) for s in segments), accent=c == "interactions_share")
        for c in measured
    )
    chart = Chart(ChartKind.BARS, (), categories, shares, alt(telling, title), of_all=True)
    blocks = (chart, _rates(telling, own, segments, code, categories))
    numbers = [segment.numbers[code] for segment in segments if code in segment.numbers]
    n = telling.figure(own.now.numbers["posts"])
    return framed(
        telling, "formats", title, *blocks, subtitle=subtitle, numbers=numbers, n=n, layout=Layout.SPLIT, codes=FORMAT_CODES
    )


def _share(telling: Telling, segment: Segment, code: str) -> Figure:
    number = segment.numbers.get(code)
    return telling.figure(number) if number else telling.own(f"own.format:{segment.key}.{code}", None, "not known")


def _rates(telling: Telling, own: Subject, segments: Sequence[Segment], code: str, words: Sequence[str]) -> Table:
    about = telling.say("{name}: медиана по форматам", "{name}: median by format", name=telling.label(code))
    return _compared(telling, own, segments, code, telling.word("Формат", "Format"), words, about)


def _compared(
    telling: Telling, own: Subject, segments: Sequence[Segment], code: str, head: str, words: Sequence[str], about: Text
) -> Table:
    """The segments and all posts; where not all accounts have posts of each, what each is set against stands beside it."""
    every = value(own.now, code)
    apart = every and any(number.n != every.n for s in segments if (number := value(s, f"among.{code}")))
    codes = (code, f"among.{code}") if apart else (code,)
    heads = [(head, "left", 3), ("n", "right", 1), (telling.named(code), "right", 2)]
    heads += [(telling.word("В тех же аккаунтах", "The same accounts"), "right", 2)] if apart else []
    rows = [Row((word, *_cells(telling, s, codes))) for s, word in zip(segments, words, strict=True)]
    if every:
        cells = (telling.posts_known(every), *(telling.figure(every) for _ in codes))
        rows.append(Row((telling.word("Все", "All"), *cells), emphasis=True))
    return table(telling, heads, rows, about)


def _cells(telling: Telling, segment: Segment, codes: Sequence[str]) -> list[Part]:
    """On how many posts the first of the measures stands, then the measures."""
    numbers = [value(segment, code) for code in codes]
    return [telling.posts_known(numbers[0]) if numbers[0] else "—", *(telling.figure(n) if n else "—" for n in numbers)]


def _formats_title(telling: Telling, segments: tuple[Segment, ...]) -> Text:
    first = most_used(segments)
    if first is None:
        unknown = telling.figure(segments[-1].numbers["posts"])
        return telling.say(
            "Формат большинства публикаций неизвестен: {n} {n:публикация|публикации|публикаций} без формата",
            "The format of most posts is not known: {n} {n:post|posts} without one",
            n=unknown,
        )
    name = names.format_name(first.key, telling.language)
    if "posts_share" not in first.numbers:
        return telling.say(
            "Чаще всего выходят {name}: {n}", "Most posts are {name}: {n}", name=name, n=telling.figure(first.numbers["posts"])
        )
    most = telling.say(
        "чаще всего выходят {name} — {share} публикаций",
        "most posts are {name} ({share})",
        name=name,
        share=telling.figure(first.numbers["posts_share"]),
    )
    if not telling.tested("format:"):
        return capitalised(most)
    if telling.told_apart("format:"):
        lead = telling.say(
            "Форматы различаются, хотя по медианам не видно; ", "Formats differ, though their medians do not show it; "
        )
    else:
        lead = telling.say("Форматы без значимых различий; ", "No significant difference between formats; ")
    return joined(lead, most)


def _lengths(telling: Telling, own: Subject) -> Page | None:
    segments = own.now.lengths
    code = f"{own.judged_by}.median"
    if len(segments) < 2 or not own.judged_by:
        return None
    shown = [segment for segment in segments if code in segment.numbers]
    codes = (
        "text_length",
        "text_length_worst",
    )
    title = headline(telling, *codes) or _lengths_title(telling, shown)
    subtitle = telling.say(
        "{name}: медиана по длине текста, знаков", "{name}: median by length of text, characters", name=telling.title_label(code)
    )
    drawn = [segment for segment in shown if segment.numbers["posts"].value >= DRAWN_FROM] or shown
    series = Series(telling.named(code), tuple(telling.figure(segment.numbers[code]) for segment in drawn), accent=True)
    chart = Chart(ChartKind.COLUMNS, (), tuple(_band(telling, segment.key) for segment in drawn), (series,), alt(telling, title))
    bands = [_band(telling, segment.key) for segment in shown]
    counts = _compared(telling, own, shown, code, telling.word("Знаков", "Characters"), bands, subtitle)
    numbers = [segment.numbers[code] for segment in shown]
    n = telling.figure(own.now.numbers["posts"])
    return framed(
        telling, "lengths", title, chart, counts, subtitle=subtitle, numbers=numbers, n=n, layout=Layout.SPLIT, codes=codes
    )


def _band(telling: Telling, key: str) -> str:
    low, _, high = key.partition("-")
    if key == "0":
        return telling.word("без текста", "no text")
    return f"{low}–{high}" if high else telling.word(f"от {low}", f"{low} and more")


def _lengths_title(telling: Telling, segments: Sequence[Segment]) -> Text:
    most = max(segments, key=lambda segment: segment.numbers["posts"].value)
    counts = [segment.numbers["posts"] for segment in segments]
    every = sum(number.value for number in counts)
    if not telling.tested("length:") and most.numbers["posts"].value >= OF_ONE_LENGTH * every:
        return telling.say(
            "Длина текста почти не меняется ({band}): {n} из {every} публикаций, сравнивать не с чем",
            "{n} of {every} posts are of one length ({band}), so there is nothing to compare",
            band=_band(telling, most.key),
            n=telling.figure(most.numbers["posts"]),
            every=telling.own("posts_of_lengths", every, "Σ posts of the lengths", *map(telling.figure, counts)),
        )
    if not telling.tested("length:"):
        return telling.say(
            "Сравнивать длину текста рано: у самой частой ({band}) n = {n}",
            "Too few posts to compare lengths of text; the most common ({band}) has n = {n}",
            band=_band(telling, most.key),
            n=telling.figure(most.numbers["posts"]),
        )
    if telling.told_apart("length:"):
        lead = telling.say(
            "Тексты разной длины различаются, хотя по медианам не видно; ",
            "Texts of different length differ, though their medians do not show it; ",
        )
    else:
        lead = telling.say("Длина текста без значимых различий; ", "Length of text makes no significant difference; ")
    return joined(lead, _most_common(telling, most))


def _most_common(telling: Telling, most: Segment) -> Text:
    n = telling.figure(most.numbers["posts"])
    if most.key == "0":
        return telling.say("чаще всего текста нет, n = {n}", "most posts have none, n = {n}", n=n)
    band = _band(telling, most.key)
    return telling.say("чаще всего — {band} знаков, n = {n}", "most common: {band} characters, n = {n}", band=band, n=n)


def _posts(telling: Telling, own: Subject) -> Page | None:
    best = _gallery(telling, own.now.best, telling.say("Лучшие", "Best"))
    worst = _gallery(telling, own.now.worst, telling.say("Слабые", "Weakest"))
    if not best.tiles:
        return None
    title = headline(telling, "outliers") or _posts_title(telling, own)
    numbers = [post.number for post in (*own.now.best, *own.now.worst)]
    return framed(
        telling,
        "posts",
        title,
        best,
        worst,
        subtitle=_posts_subtitle(telling, own),
        numbers=[*numbers, own.now.numbers["interactions"]] if value(own.now, "interactions") else numbers,
        n=posts_of_all(telling),
        codes=("outliers",),
        advises=False,
    )


def _posts_subtitle(telling: Telling, own: Subject) -> Text:
    median, mean = value(own.now, "interactions.median"), value(own.now, "interactions.mean")
    if not (median and mean) or telling.mixes_networks("interactions.median"):
        return telling.say("Публикации против медианы своего аккаунта", "Posts against the median of their account")
    return telling.say(
        "Взаимодействия против медианы своего аккаунта; в целом медиана {median}, среднее {mean}",
        "Interactions against the median of the account; overall the median is {median}, the mean {mean}",
        median=telling.figure(median),
        mean=telling.figure(mean),
    )


def _gallery(telling: Telling, ranked: Sequence[RankedPost], heading: Text) -> Gallery:
    rows = {row.id: row for row in telling.evidence.posts}
    return Gallery(tuple(_tile(telling, rows[post.post_id], post) for post in ranked if post.post_id in rows), heading)


def _tile(telling: Telling, row: PostRow, post: RankedPost) -> PostTile:
    period = telling.evidence.period
    return PostTile(
        account=telling.account(row.account_id, 24),
        published_on=Day(row.day or period.first, with_year=period.first.year != period.last.year),
        text=Quote(caption(row.text or row.title, TEXT_SHOWN) or "—", row.url),
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


def _posts_title(telling: Telling, own: Subject) -> Text:
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
