"""What works: formats, lengths of text, the best and the weakest posts."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from audits.evidence import Number, Segment, Subject
from audits.findings.formats import has_both_shares, most_used
from audits.measures.breakdowns import standing_on
from audits.report import names
from audits.report.blocks import alt, drawn, in_some, of_one, table
from audits.report.frame import framed, so_what
from audits.report.pages import posts
from audits.report.telling import Telling, value
from audits.report.titles import fitting, headline, subject_of
from audits.report.untested import Untested, all_alike, untested
from audits.report.words import capitalised, joined, listed
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
    candidates = (_formats(telling, subject_of(telling, *FORMATS_TITLED_BY)), _lengths(telling, own), posts.page(telling, own))
    return tuple(page for page in candidates if page)


def _formats(telling: Telling, subject: Subject) -> Page | None:
    segments = subject.now.formats
    code = f"{subject.judged_by}.median"
    if len(segments) < 2 or not subject.judged_by:
        return None
    title = headline(telling, *FORMATS_TITLED_BY) or _formats_title(telling, segments)
    categories = tuple(names.format_name(segment.key, telling.language) for segment in segments)
    wanted = ("posts_share", "interactions_share") if has_both_shares(subject) else ("posts_share",)
    measured = [c for c in wanted if any(c in segment.numbers for segment in segments)]
    words = ("Доля публикаций по форматам", "Share of posts by format")
    if "interactions_share" in measured:
        words = ("Доля публикаций и доля взаимодействий по форматам", "Share of posts and share of interactions by format")
    subtitle = telling.say(*words)
    shares = tuple(
        Series(telling.title_label(c), tuple(_share(telling, s, c) for s in segments), accent=c == "interactions_share")
        for c in measured
    )
    chart = Chart(ChartKind.BARS, (), categories, shares, drawn(telling, subject, title))
    blocks = (chart, _rates(telling, subject, segments, code, categories))
    numbers = [segment.numbers[code] for segment in segments if code in segment.numbers]
    n = telling.figure(subject.now.numbers["posts"])
    subtitle = joined(of_one(telling, subtitle, subject), _of_which(telling, value(subject.now, code), n))
    return framed(
        telling,
        "formats",
        title,
        *blocks,
        *(so_what(telling, FORMATS_TITLED_BY) or so_what(telling, FORMAT_CODES)),
        subtitle=subtitle,
        numbers=numbers,
        n=n,
        layout=Layout.SPLIT,
        codes=FORMAT_CODES,
        of=[subject.key],
        advises=False,
    )


def _of_which(telling: Telling, every: Number | None, posts: Figure) -> Text:
    """What shares and n are of, where the measure is not known of all posts."""
    if every is None or every.n == posts.value:
        return ()
    return telling.say(
        "; доли — из {all} {all:публикации|публикаций|публикаций}, n — где показатель известен",
        "; shares are of {all} {all:post|posts}, n of those whose measure is known",
        all=posts,
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
    if not most_used(segments):
        unknown = telling.figure(segments[-1].numbers["posts"])
        return telling.say(
            "Чаще всего формат неизвестен: {n} {n:публикация|публикации|публикаций} без формата",
            "Most often the format is not known: {n} {n:post|posts} without one",
            n=unknown,
        )
    return fitting(telling, *(partial(_formats_worded, segments, usual) for usual in (_usual_formats, _as_usual_formats)))


def _formats_worded(segments: tuple[Segment, ...], usual: Callable[[Telling, Sequence[Segment]], Text], telling: Telling) -> Text:
    most = usual(telling, most_used(segments))
    if not telling.tested("format:"):
        return capitalised(most)
    if telling.differs("format:"):
        lead = telling.say(
            "Форматы различаются, хотя по медианам не видно; ", "Formats differ, though their medians do not show it; "
        )
    else:
        lead = telling.say("Форматы без значимых различий; ", "No significant difference between formats; ")
    return joined(lead, most)


def _usual_formats(telling: Telling, most: Sequence[Segment]) -> Text:
    parts = {
        "which": listed([(names.format_name(one.key, telling.language),) for one in most], telling.language),
        "share": telling.figure(most[0].numbers["posts_share"]),
    }
    if len(most) > 1:
        return telling.say(
            "чаще всего, поровну, выходят {which} — по {share} публикаций", "posts are most often {which}, {share} each", **parts
        )
    return telling.say("чаще всего выходят {which} — {share} публикаций", "posts are most often {which} ({share})", **parts)


def _as_usual_formats(telling: Telling, most: Sequence[Segment]) -> Text:
    """Several that have no room for their names."""
    return telling.say(
        "{n} {n:формат|формата|форматов} поровну, по {share} публикаций",
        "{n} {n:format|formats} alike, {share} of posts each",
        n=telling.own("formats_alike", len(most), "formats of as many posts as each other, and of more than any other"),
        share=telling.figure(most[0].numbers["posts_share"]),
    )


def _lengths(telling: Telling, own: Subject) -> Page | None:
    """A chart and a table; the table alone where the columns would be alike."""
    code = f"{own.judged_by}.median"
    shown = [segment for segment in own.now.lengths if code in segment.numbers]
    columns = [segment for segment in shown if segment.numbers[code].n >= DRAWN_FROM] or shown
    is_drawn = len({segment.numbers[code].value for segment in columns}) > 1
    if len(shown) < 2:
        return None
    codes = ("text_length", "text_length_worst")
    title = headline(telling, *codes) or _lengths_title(telling, shown, code)
    subtitle = telling.say(
        "{name}: медиана по длине текста, знаков", "{name}: median by length of text, characters", name=telling.title_label(code)
    )
    series = Series(telling.named(code), tuple(telling.figure(segment.numbers[code]) for segment in columns), accent=True)
    chart = Chart(ChartKind.COLUMNS, (), tuple(_band(telling, segment.key) for segment in columns), (series,), alt(telling, title))
    bands = [_band(telling, segment.key) for segment in shown]
    every = own.now.of_lengths.get(code)
    counts = _compared(telling, own, every, shown, code, telling.word("Знаков", "Characters"), bands, subtitle)
    numbers = [every] if every else [segment.numbers[code] for segment in shown]
    n = telling.own("posts_worded", standing_on(shown, code), "posts of which the text and the measure are known")
    blocks, layout = ((chart, counts), Layout.SPLIT) if is_drawn else ((counts,), Layout.CONTENT)
    return framed(telling, "lengths", title, *blocks, subtitle=subtitle, numbers=numbers, n=n, layout=layout, codes=codes)


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
            "Длина текста почти не меняется ({band}): {n} из {every} {every:публикации|публикаций|публикаций}, сравнивать не с чем",
            "{n} of {every} {every:post|posts} {n:is|are} of one length ({band}), so there is nothing to compare",
            band=_band(telling, most.key),
            n=n,
            every=every,
        )
    usual = [segment for segment in segments if segment.numbers[code].n == n.value]
    return fitting(telling, *(partial(_lengths_worded, usual, code, wording) for wording in (_usual_lengths, _as_usual_lengths)))


def _lengths_worded(
    usual: Sequence[Segment], code: str, wording: Callable[[Telling, Sequence[Segment], Figure], Text], telling: Telling
) -> Text:
    if not telling.tested("length:"):
        lead = _untested(telling)
    elif telling.differs("length:"):
        lead = telling.say(
            "Тексты разной длины различаются, хотя по медианам не видно; ",
            "Texts differ by length, though their medians do not show it; ",
        )
    else:
        lead = telling.say("Длина текста без значимых различий; ", "Length of text makes no significant difference; ")
    return joined(lead, wording(telling, usual, telling.posts_known(usual[0].numbers[code])))


def _untested(telling: Telling) -> Text:
    match untested(telling, telling.evidence.own.now.lengths):
        case Untested.FEW:
            return telling.say("Сравнивать длину текста рано; ", "Too few posts to compare lengths of text; ")
        case Untested.ALIKE:
            return joined(all_alike(telling), "; ")
    return telling.say(
        "Внутри аккаунта и месяца сравнивать длину текста не по чему; ",
        "Within an account and a month nothing tells lengths of text apart; ",
    )


def _usual_lengths(telling: Telling, usual: Sequence[Segment], n: Figure) -> Text:
    bands = listed([(_band(telling, segment.key),) for segment in usual], telling.language)
    if len(usual) > 1:
        return telling.say("поровну чаще всего: {bands}, по n = {n}", "equally common: {bands}, n = {n} each", bands=bands, n=n)
    if usual[0].key == "0":
        return telling.say("чаще всего текста нет, n = {n}", "most often there is none, n = {n}", n=n)
    return telling.say("чаще всего — {bands} знаков, n = {n}", "most common: {bands} characters, n = {n}", bands=bands, n=n)


def _as_usual_lengths(telling: Telling, usual: Sequence[Segment], n: Figure) -> Text:
    """Several that have no room for their names."""
    return telling.say(
        "{k} {k:длина|длины|длин} поровну, по n = {n}",
        "{k} {k:length|lengths} alike, n = {n} each",
        k=telling.own("lengths_alike", len(usual), "lengths of as many posts as each other, and of more than any other"),
        n=n,
    )
