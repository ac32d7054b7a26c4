"""What works: formats, lengths of text, the best and the weakest posts."""

from collections.abc import Sequence
from decimal import Decimal

from audits.evidence import Number, Segment, Subject
from audits.findings.formats import most_used
from audits.measures.breakdowns import standing_on
from audits.report import names
from audits.report.blocks import alt, drawn, in_some, of_one, table
from audits.report.frame import framed
from audits.report.pages import posts
from audits.report.telling import Telling, value
from audits.report.titles import headline, told_of
from audits.report.words import capitalised, joined
from smmstrategy.reports.document import (
    Chart,
    ChartKind,
    Figure,
    Layout,
    Page,
    Part,
    Row,
    Series,
    Table,
    Text,
)

FORMATS_TITLED_BY = ("format_best", "format_worst")
FORMAT_CODES = (*FORMATS_TITLED_BY, "format_share")
OF_ONE_LENGTH = Decimal("0.9")  # of the posts; the others are too few to compare with
DRAWN_FROM = 3  # posts behind a column; the table has them all


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    found = (_formats(telling, told_of(telling, *FORMATS_TITLED_BY)), _lengths(telling, own), posts.page(telling, own))
    return tuple(page for page in found if page)


def _formats(telling: Telling, subject: Subject) -> Page | None:
    segments = subject.now.formats
    code = f"{subject.judged_by}.median"
    if len(segments) < 2 or not subject.judged_by:
        return None
    title = headline(telling, *FORMATS_TITLED_BY) or _formats_title(telling, segments)
    categories = tuple(names.format_name(segment.key, telling.language) for segment in segments)
    measured = [c for c in ("posts_share", "interactions_share") if any(c in segment.numbers for segment in segments)]
    subtitle = telling.say(
        "Доля публикаций и доля взаимодействий по форматам", "Share of posts and share of interactions by format"
    )
    shares = tuple(
        Series(telling.title_label(c), tuple(_share(telling, s, c) for s in segments), accent=c == "interactions_share")
        for c in measured
    )
    chart = Chart(ChartKind.BARS, (), categories, shares, drawn(telling, subject, title))
    blocks = (chart, _rates(telling, subject, segments, code, categories))
    numbers = [segment.numbers[code] for segment in segments if code in segment.numbers]
    n = telling.figure(subject.now.numbers["posts"])
    subtitle = of_one(telling, subtitle, subject)
    return framed(
        telling,
        "formats",
        title,
        *blocks,
        subtitle=subtitle,
        numbers=numbers,
        n=n,
        layout=Layout.SPLIT,
        codes=FORMAT_CODES,
        of=[subject.key],
    )


def _share(telling: Telling, segment: Segment, code: str) -> Figure:
    number = segment.numbers.get(code)
    return telling.figure(number) if number else telling.own(f"own.format:{segment.key}.{code}", None, "not known")


def _rates(telling: Telling, subject: Subject, segments: Sequence[Segment], code: str, words: Sequence[str]) -> Table:
    about = telling.say("{name}: медиана по форматам", "{name}: median by format", name=telling.label(code))
    head = telling.word("Формат", "Format")
    return _compared(telling, subject, value(subject.now, code), segments, code, head, words, about)


def _compared(
    telling: Telling,
    subject: Subject,
    every: Number | None,
    segments: Sequence[Segment],
    code: str,
    head: str,
    words: Sequence[str],
    about: Text,
) -> Table:
    """The segments and all of them; where not all accounts have posts of each, what each is set against stands beside it."""
    apart = every and any(number.n != every.n for s in segments if (number := value(s, f"among.{code}")))
    codes = (code, f"among.{code}") if apart else (code,)
    heads = [(head, "left", 3), ("n", "right", 1), (telling.named(code), "right", 2)]
    heads += [(telling.word("В тех же аккаунтах", "The same accounts"), "right", 2)] if apart else []
    rows = [Row((word, *_cells(telling, s, codes))) for s, word in zip(segments, words, strict=True)]
    if every:
        cells = (telling.posts_known(every), *(telling.figure(every) for _ in codes))
        rows.append(Row((in_some(telling, subject, (telling.word("Все", "All"),), every), *cells), emphasis=True))
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
            "Чаще всего формат неизвестен: {n} {n:публикация|публикации|публикаций} без формата",
            "Most often the format is not known: {n} {n:post|posts} without one",
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
    code = f"{own.judged_by}.median"
    shown = [segment for segment in own.now.lengths if code in segment.numbers]
    if len(shown) < 2:
        return None
    codes = (
        "text_length",
        "text_length_worst",
    )
    title = headline(telling, *codes) or _lengths_title(telling, shown, code)
    subtitle = telling.say(
        "{name}: медиана по длине текста, знаков", "{name}: median by length of text, characters", name=telling.title_label(code)
    )
    columns = [segment for segment in shown if segment.numbers[code].n >= DRAWN_FROM] or shown
    series = Series(telling.named(code), tuple(telling.figure(segment.numbers[code]) for segment in columns), accent=True)
    chart = Chart(ChartKind.COLUMNS, (), tuple(_band(telling, segment.key) for segment in columns), (series,), alt(telling, title))
    bands = [_band(telling, segment.key) for segment in shown]
    every = own.now.of_lengths.get(code)
    counts = _compared(telling, own, every, shown, code, telling.word("Знаков", "Characters"), bands, subtitle)
    numbers = [segment.numbers[code] for segment in shown]
    n = telling.own("posts_worded", standing_on(shown, code), "posts of which the text and the measure are known")
    return framed(
        telling, "lengths", title, chart, counts, subtitle=subtitle, numbers=numbers, n=n, layout=Layout.SPLIT, codes=codes
    )


def _band(telling: Telling, key: str) -> str:
    low, _, high = key.partition("-")
    if key == "0":
        return telling.word("без текста", "no text")
    return f"{low}–{high}" if high else telling.word(f"от {low}", f"{low} and more")


def _posts_of_lengths(telling: Telling, segments: Sequence[Segment], code: str) -> Figure:
    counts = [telling.posts_known(segment.numbers[code]) for segment in segments]
    return telling.own("posts_of_lengths", sum(n.value for n in counts), "Σ posts of which length and measure are known", *counts)


def _lengths_title(telling: Telling, segments: Sequence[Segment], code: str) -> Text:
    most, every = max(segments, key=lambda segment: segment.numbers[code].n), _posts_of_lengths(telling, segments, code)
    n = telling.posts_known(most.numbers[code])
    if not telling.tested("length:") and n.value >= OF_ONE_LENGTH * every.value:
        return telling.say(
            "Длина текста почти не меняется ({band}): {n} из {every} публикаций, сравнивать не с чем",
            "{n} of {every} posts are of one length ({band}), so there is nothing to compare",
            band=_band(telling, most.key),
            n=n,
            every=every,
        )
    if not telling.tested("length:"):
        return telling.say(
            "Сравнивать длину текста рано: у самой частой ({band}) n = {n}",
            "Too few posts to compare lengths of text; the most common ({band}) has n = {n}",
            band=_band(telling, most.key),
            n=n,
        )
    if telling.told_apart("length:"):
        lead = telling.say(
            "Тексты разной длины различаются, хотя по медианам не видно; ",
            "Texts of different length differ, though their medians do not show it; ",
        )
    else:
        lead = telling.say("Длина текста без значимых различий; ", "Length of text makes no significant difference; ")
    return joined(lead, _most_common(telling, most.key, n))


def _most_common(telling: Telling, key: str, n: Figure) -> Text:
    if key == "0":
        return telling.say("чаще всего текста нет, n = {n}", "most posts have none, n = {n}", n=n)
    band = _band(telling, key)
    return telling.say("чаще всего — {band} знаков, n = {n}", "most common: {band} characters, n = {n}", band=band, n=n)
