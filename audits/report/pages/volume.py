"""How much is published and how evenly: posts by month, posts by week, silences."""

from audits.evidence import Segment, Subject
from audits.report.blocks import drawn, drawn_apart, earlier, in_some, of_one, timeline
from audits.report.frame import framed
from audits.report.names import month_of
from audits.report.reasons import reason
from audits.report.telling import Telling, value
from audits.report.titles import headline, told_of
from audits.report.words import joined
from smmstrategy.reports.document import Chart, ChartKind, Figure, Layout, Page, Series, Text

TITLED_BY = ("volume_change", "volume_unsure", "rhythm_uneven", "silence")
CODES = (*TITLED_BY, "volume")
WEEKS_NAMED = 30
MONTHS_BESIDE_EARLIER = 6


def pages(telling: Telling) -> tuple[Page, ...]:
    own, about = telling.evidence.own, told_of(telling, *TITLED_BY)
    if not value(own.now, "posts") or not own.now.numbers["posts"].value:
        return ()
    title = headline(telling, *TITLED_BY) or _title(telling, own)
    is_long = telling.evidence.month_count > MONTHS_BESIDE_EARLIER
    shown = ("now",) if is_long else ("before", "now")
    months = timeline(telling, about, "posts", ChartKind.STACKED, title, title=telling.say("По месяцам", "By month"), shown=shown)
    by_week = value(about.now, "posts_per_week") and any(value(week, "posts") for week in about.now.weeks)
    beside = _weeks(telling, about, title) if by_week else _paces(telling, about, title)
    blocks = (beside, months) if beside else (months,)
    words = ("Публикации по неделям и по месяцам", "Posts by week and by month") if by_week else ("По месяцам", "By month")
    lead = joined(
        of_one(telling, telling.say(*words), about), _incomplete(telling, about) if by_week else _why_apart(telling, about)
    )
    subtitle = joined(lead, earlier(telling, about, "posts_per_week"))
    numbers = [about.now.numbers["posts"]]
    n, of = telling.figure(about.now.numbers["posts"]), [about.key]
    return (
        framed(telling, "volume", title, *blocks, subtitle=subtitle, numbers=numbers, n=n, layout=Layout.SPLIT, codes=CODES, of=of),
    )


def _weeks(telling: Telling, subject: Subject, about: Text) -> Chart:
    figures = tuple(_of_week(telling, segment) for segment in subject.now.weeks)
    series = Series(telling.word("Публикации", "Posts"), figures, accent=True)
    pace = subject.now.numbers["posts_per_week"]
    words = ("По неделям; за период в целом — {w} в неделю", "By week; {w} a week over the period")
    title = in_some(telling, subject, telling.say(*words, w=telling.figure(pace)), pace)
    return Chart(ChartKind.COLUMNS, title, _week_names(telling, subject), (series,), drawn(telling, subject, about))


def _paces(telling: Telling, subject: Subject, about: Text) -> Chart | None:
    """Of each account, where all of them together have none."""
    known = [(s, pace) for s in telling.evidence.own_accounts if (pace := value(s.now, "posts_per_week"))]
    if value(subject.now, "posts_per_week") or not known:
        return None
    series = Series(telling.title_label("posts_per_week"), tuple(telling.figure(pace) for _s, pace in known), accent=True)
    title = telling.say("Публикаций в неделю, по аккаунтам", "Posts per week, by account")
    return Chart(ChartKind.BARS, title, tuple(telling.subject(s, 24) for s, _pace in known), (series,), drawn_apart(telling, about))


def _why_apart(telling: Telling, subject: Subject) -> Text:
    """Why there is no pace, of all accounts together where they are several; () where there is one."""
    pace = subject.now.numbers["posts_per_week"]
    if pace.value is not None:
        return ()
    why = reason(pace.reason, telling.language)
    if len(subject.now.numbers["posts"].accounts) > 1:
        return telling.say("; общий темп не считается: {why}", "; no pace of all together: {why}", why=why)
    return telling.say("; темп не считается: {why}", "; no pace: {why}", why=why)


def _incomplete(telling: Telling, subject: Subject) -> Text:
    """How many posts stand in no column, as not all days of their week lie in the period and are known."""
    in_weeks = [number for segment in subject.now.weeks if (number := value(segment, "posts"))]
    posts = subject.now.numbers["posts"]
    rest = posts.value - sum(number.value for number in in_weeks)
    if not subject.now.weeks or not rest:
        return ()
    inputs = map(telling.figure, (posts, *in_weeks))
    return telling.say(
        "; в неполных неделях ещё {n}, по неделям их нет",
        "; {n} more in incomplete weeks, not shown by week",
        n=telling.own("posts_of_incomplete_weeks", rest, "posts − Σ posts of whole weeks", *inputs),
    )


def _of_week(telling: Telling, segment: Segment) -> Figure:
    number = value(segment, "posts")
    return telling.figure(number) if number else telling.own(f"own.now.week:{segment.key}.posts", None, "not known")


def _week_names(telling: Telling, subject: Subject) -> tuple[str, ...]:
    """The month at its first week, nothing at the others; its initial where a year of weeks leaves no room for more."""
    months = [month_of(segment.key, telling.language) for segment in subject.now.weeks]
    first = [month if at == 0 or month != months[at - 1] else "" for at, month in enumerate(months)]
    return tuple(month[:1].upper() for month in first) if len(first) > WEEKS_NAMED else tuple(first)


def _title(telling: Telling, own: Subject) -> Text:
    """The pace where it is that of all these posts, or alone."""
    posts, pace = own.now.numbers["posts"], value(own.now, "posts_per_week")
    parts = {"n": telling.figure(posts)} | ({"w": telling.figure(pace)} if pace else {})
    told, words = posts, ("За период вышло {n} {n:публикация|публикации|публикаций}", "{n} {n:post|posts} in the period")
    if pace and telling.is_steady("posts_per_week"):
        told = pace
        words = (
            "Темп без значимых изменений: {w} {w:публикация|публикации|публикаций} в неделю",
            "No significant change of pace: {w} {w:post|posts} a week",
        )
    elif pace and pace.accounts == posts.accounts:
        words = (f"{words[0]} — {{w}} в неделю", f"{words[1]}, {{w}} a week")
    return in_some(telling, own, telling.say(*words, **parts), told)
