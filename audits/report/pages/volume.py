"""How much is published and how evenly: posts by month, posts by week, silences."""

from collections.abc import Iterable
from decimal import Decimal

from audits.evidence import Finding, Number, Segment, Subject
from audits.report.accounts import BARS, SHOWN, largest, of_largest
from audits.report.blocks import drawn, drawn_apart, earlier, in_some, of_one, timeline
from audits.report.frame import framed, so_what
from audits.report.names import BESIDE, month_of
from audits.report.pages.scorecard import posted
from audits.report.reasons import reason
from audits.report.telling import Telling, value
from audits.report.titles import strongest, titled
from audits.report.wording.findings import said
from audits.report.words import joined
from smmstrategy.reports.document import Chart, ChartKind, Figure, Layout, Page, Series, Text

EVENNESS = ("rhythm_uneven", "silence")
CODES = ("volume_change", "volume_unsure", *EVENNESS, "volume")
WEEKS_NAMED = 30
MONTHS_BESIDE_EARLIER = 6


def pages(telling: Telling) -> tuple[Page, ...]:
    own, finding = telling.evidence.own, _titling(telling)
    if not posted(own):
        return ()
    title = titled(telling, finding) if finding else _title(telling, own)
    about = telling.evidence.subject(finding.subject) if finding else own
    is_long = telling.evidence.month_count > MONTHS_BESIDE_EARLIER
    shown = ("now",) if is_long else ("before", "now")
    months = timeline(telling, about, "posts", ChartKind.STACKED, title, title=telling.say("По месяцам", "By month"), shown=shown)
    by_week = value(about.now, "posts_per_week") and any(value(week, "posts") for week in about.now.weeks)
    beside = _weeks(telling, about, title) if by_week else _paces(telling, about, title)
    blocks = (beside, months) if beside else (months,)
    words = ("Публикации по неделям и по месяцам", "Posts by week and by month") if by_week else ("По месяцам", "By month")
    lead = joined(
        of_one(telling, telling.say(*words), about), _elsewhere(telling, about) if by_week else _why_apart(telling, about)
    )
    posts = about.now.numbers["posts"]
    page = framed(
        telling,
        "volume",
        title,
        *blocks,
        *(so_what(telling, (finding.code,)) if finding else ()),
        subtitle=joined(lead, earlier(telling, about, "posts_per_week"), _also(telling, finding)),
        numbers=[posts],
        n=telling.figure(posts),
        layout=Layout.SPLIT,
        codes=CODES,
        of=[about.key],
        advises=False,
    )
    return (page,)


def _titling(telling: Telling) -> Finding | None:
    """What is found of all accounts before what is of one, and then what is sure before what is not."""
    candidates = strongest(telling, "volume_change", *EVENNESS), strongest(telling, "volume_unsure")
    return max(filter(None, candidates), key=lambda one: one.subject == "own", default=None)


def _also(telling: Telling, titling: Finding | None) -> Text:
    """How unevenly they come whom the title is about, where it speaks of something else."""
    others = [f for f in telling.facts.findings if titling and f.subject == titling.subject and f.code in EVENNESS and f != titling]
    return joined(*(part for one in others for part in ("; ", said(telling, one, "clause"))))


def _weeks(telling: Telling, subject: Subject, about: Text) -> Chart:
    figures = tuple(_of_week(telling, segment) for segment in subject.now.weeks)
    series = Series(telling.word("Публикации", "Posts"), figures, accent=True)
    pace = subject.now.numbers["posts_per_week"]
    words = ("По неделям; за период в целом — {w} в неделю", "By week; {w} a week over the period")
    title = in_some(telling, subject, telling.say(*words, w=telling.figure(pace)), pace)
    return Chart(ChartKind.COLUMNS, title, _week_names(telling, subject), (series,), drawn(telling, subject, about))


def _paces(telling: Telling, subject: Subject, about: Text) -> Chart | None:
    """Of each account, where all of them together have none."""
    known = [s for s in telling.evidence.own_accounts if value(s.now, "posts_per_week")]
    if value(subject.now, "posts_per_week") or not known:
        return None
    shown = largest(known, BARS)
    series = Series(
        telling.title_label("posts_per_week"), tuple(telling.figure(s.now.numbers["posts_per_week"]) for s in shown), accent=True
    )
    title = telling.say("Публикаций в неделю, по аккаунтам", "Posts per week, by account")
    title = of_largest(telling, "posts_per_week", known, BARS, title, SHOWN)
    return Chart(ChartKind.BARS, title, tuple(telling.subject(s, BESIDE) for s in shown), (series,), drawn_apart(telling, about))


def _why_apart(telling: Telling, subject: Subject) -> Text:
    """Why there is no pace, of all accounts together where they are several; () where there is one."""
    pace = subject.now.numbers["posts_per_week"]
    if pace.value is not None:
        return ()
    why = reason(pace.reason, telling.language)
    if len(subject.now.numbers["posts"].accounts) > 1:
        return telling.say("; общий темп не считается: {why}", "; no pace of all together: {why}", why=why)
    return telling.say("; темп не считается: {why}", "; no pace: {why}", why=why)


def _elsewhere(telling: Telling, subject: Subject) -> Text:
    """How many posts no column has: of weeks that do not wholly lie in the period or are not known, and of accounts not drawn."""
    drawn = subject.now.numbers["posts_per_week"].accounts
    accounts = [s for s in telling.evidence.own_accounts if set(s.account_ids) <= set(subject.account_ids)]
    posts = {s.account_ids[0]: number for s in accounts if (number := value(s.now, "posts"))}
    mine, others = [n for a, n in posts.items() if a in drawn], [n for a, n in posts.items() if a not in drawn]
    weeks = [number for segment in subject.now.weeks if (number := value(segment, "posts"))]
    rest, apart = _sum(mine) - _sum(weeks), _sum(others)
    of_mine, of_others = map(telling.figure, (*mine, *weeks)), map(telling.figure, others)
    parts = {
        "n": telling.own("posts_of_incomplete_weeks", rest, "posts of the accounts drawn − Σ posts of whole weeks", *of_mine),
        "m": telling.own("posts_of_accounts_not_drawn", apart, "Σ posts of the accounts not drawn", *of_others),
    }
    wordings = {
        (True, True): ("в неполных неделях ещё {n}, в других аккаунтах {m}", "{n} more in incomplete weeks, {m} in other accounts"),
        (True, False): ("в неполных неделях ещё {n}", "{n} more in incomplete weeks"),
        (False, True): ("в других аккаунтах ещё {m}", "{m} more in other accounts"),
    }
    ru, en = wordings.get((bool(rest), bool(apart)), ("", ""))
    return telling.say(f"; {ru}, по неделям их нет", f"; {en}, not shown by week", **parts) if ru else ()


def _sum(numbers: Iterable[Number]) -> Decimal:
    return sum((number.value for number in numbers), Decimal(0))


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
    number = posts
    words = ("За период {n:вышла|вышли|вышло} {n} {n:публикация|публикации|публикаций}", "{n} {n:post|posts} in the period")
    if pace and telling.is_steady("posts_per_week"):
        number = pace
        words = (
            "Темп без значимых изменений: {w} {w:публикация|публикации|публикаций} в неделю",
            "No significant change of pace: {w} {w:post|posts} a week",
        )
    elif pace and pace.accounts == posts.accounts:
        words = (f"{words[0]} — {{w}} в неделю", f"{words[1]}, {{w}} a week")
    return in_some(telling, own, telling.say(*words, **parts), number)
