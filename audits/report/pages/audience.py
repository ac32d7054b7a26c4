"""How many people follow the brand: followers of every account over time, and how they came and left."""

from dataclasses import replace

from audits.evidence import Number, Subject
from audits.measures.followers import by_month, joined_and_left, moves, taken_away, unexplained
from audits.measures.numbers import of_same_accounts
from audits.report.accounts import by_account, with_months
from audits.report.blocks import card, drawn, in_some, of_a_day, of_one
from audits.report.frame import framed
from audits.report.names import months
from audits.report.telling import Telling, value
from audits.report.titles import headline, subject_of
from audits.report.wording.findings import said
from audits.report.words import joined
from smmstrategy.reports.document import Cards, Chart, ChartKind, Figure, Layout, Page, Part, Series, Text

CODES = ("followers_growth", "followers_peak", "followers_steady", "joined_or_left_change", "churn")


def pages(telling: Telling) -> tuple[Page, ...]:
    own, about = telling.evidence.own, subject_of(telling, *CODES)
    end = value(own.now, "followers_end")
    title = headline(telling, *CODES) or (_title(telling, own, end) if end else ())
    growth = by_account(telling, "followers_end", ChartKind.LINE, title, title=telling.say("По аккаунтам", "By account"))
    if end is None or growth is None:
        return _without_level(telling, about, title)
    flow = _flow(telling, about, title)
    subtitle = joined(_subtitle(telling, about), _beside(telling, about, title, flow))
    blocks = (growth, flow) if flow else (growth,)
    layout = Layout.SPLIT if flow else Layout.CONTENT
    page = framed(
        telling,
        "audience",
        title,
        *blocks,
        subtitle=subtitle,
        numbers=_by_days(telling, end),
        layout=layout,
        codes=CODES,
        footnote=_of_another_day(telling),
    )
    return (page,)


def _without_level(telling: Telling, about: Subject, title: Text) -> tuple[Page, ...]:
    """How followers moved, in figures and by month, where nobody knows how many there are."""
    codes = moves(about.now)
    if not codes:
        return ()
    title = title or _title_of(telling, about, codes[0])
    cards = Cards(tuple(card(telling, about, code) for code in codes))
    chart = by_account(telling, codes[0], ChartKind.COLUMNS, title)
    lead = telling.say("{name} по месяцам", "{name} by month", name=telling.title_label(codes[0]))
    unknown = telling.say("; сколько всего подписчиков, неизвестно", "; how many followers there are is not known")
    numbers = [*(about.now.numbers[code] for code in codes), *of_a_day(about, codes)]
    drawn_of = with_months(telling, codes[0])
    whose = drawn_of[0] if len(drawn_of) == 1 < len(telling.evidence.own_accounts) else about
    subtitle = joined(of_one(telling, lead, whose), unknown)
    return (
        framed(telling, "audience", title, cards, *([chart] if chart else []), subtitle=subtitle, numbers=numbers, codes=CODES),
    )


def _title_of(telling: Telling, own: Subject, code: str) -> Text:
    number = own.now.numbers[code]
    parts = {"name": telling.title_label(code), "n": telling.figure(number)}
    return in_some(telling, own, telling.say("{name} за период — {n}", "{name} over the period: {n}", **parts), number)


def _beside(telling: Telling, subject: Subject, title: Text, flow: Chart | None) -> Text:
    """«; X: пришли 362, ушёл 181 подписчик» where neither the title nor the steps tell who left; of one account by its name."""
    known = joined_and_left(subject.now)
    drawn = [figure for series in flow.series for figure in series.values] if flow else []
    told = {part.id.removesuffix(".left") for part in (*title, *drawn) if isinstance(part, Figure)}
    if known is None or known[1].id in told:
        return ()
    found = [f for f in telling.facts.findings if f.code == "churn" and of_same_accounts(f.numbers["lost"], known[1])]
    return joined(*(part for finding in found[-1:] for part in ("; ", *said(telling, finding, "clause"))))


def _of_another_day(telling: Telling) -> Text:
    """The footnote where an end of a month, or of the period, is drawn by another day than its last."""
    last_days = {f"{month.first:%Y-%m}": month.last for month in telling.evidence.period.each_month()}
    drawn = ((s, last_days[m.key]) for s in telling.evidence.own_accounts for m in s.now.months if value(m, "followers_end"))
    if not any(telling.lacks_followers(s.account_ids, day) for s, day in drawn):
        return ()
    return telling.say(
        "конец месяца — по ближайшему известному дню, и соседнего месяца тоже",
        "ends of months by the nearest known day, of a neighbouring month too",
    )


def _by_days(telling: Telling, end: Number) -> list[Number]:
    """The number once for each account drawn, with the coverage of that account's days, or with its own, if less."""
    shares = {c.account_id: c.share.value for c in telling.evidence.coverage if c.metric == "followers"}
    known = {s.key: min(end.coverage, shares[s.account_ids[0]]) for s in with_months(telling, "followers_end")}
    return [replace(end, id=f"{key}.now.followers_end.by_days", coverage=share) for key, share in known.items()]


def _subtitle(telling: Telling, subject: Subject) -> Text:
    growth, rate = value(subject.now, "growth_abs"), value(subject.now, "growth_rate")
    if not (growth and rate):
        return telling.say("Подписчики на конец месяца", "Followers at the end of each month")
    subtitle = telling.say(
        "Подписчики на конец месяца и движение за период: {growth} ({rate})",
        "Followers at the end of each month and how they moved over the period: {growth} ({rate})",
        growth=telling.figure(growth, signed=True),
        rate=telling.percent(rate, places=1, signed=True),
    )
    return joined(of_one(telling, subtitle, subject), _in_accounts(telling, subject))


def _in_accounts(telling: Telling, subject: Subject) -> Text:
    """«, по 1 из 2 аккаунтов» after a growth that is not of all accounts."""
    if subject.growth is None or (numbers := subject.some_of(subject.growth.now)) is None:
        return ()
    known, of = map(telling.figure, numbers)
    return telling.say(
        ", по {known} из {of} {of:аккаунта|аккаунтов|аккаунтов} с известным началом",
        ", of the {known} of {of} {of:account|accounts} whose start is known",
        known=known,
        of=of,
    )


def _title(telling: Telling, own: Subject, end: Number) -> Text:
    rate = value(own.now, "growth_rate")
    followers = telling.figure(end)
    if rate is None or own.is_apart(own.growth):
        title = telling.say(
            "Аудитория бренда — {n} {n:подписчик|подписчика|подписчиков}", "The brand has {n} {n:follower|followers}", n=followers
        )
        return in_some(telling, own, title, end)
    title = telling.say(
        "На конец периода {n} {n:подписчик|подписчика|подписчиков}: {change} за период",
        "{n} {n:follower|followers} at the end of the period: {change} over the period",
        n=followers,
        change=telling.percent(rate, places=1, signed=True),
    )
    return joined(title, _in_accounts(telling, own))


def _flow(telling: Telling, subject: Subject, about: Text) -> Chart | None:
    """Start, joined, left, end, or month by month where joined and left are not known; all of the same accounts, or none."""
    start, end = value(subject.now, "followers_start"), value(subject.now, "followers_end")
    if start is None or end is None or not of_same_accounts(start, end):
        return None
    flow = _flow_steps(telling, subject, end)
    steps = flow or _month_steps(telling, subject)
    if not steps:
        return None
    rest = unexplained(start, end, [number for _, number in steps])
    named = telling.word("Не объяснено", "Unexplained") if flow else telling.word("Прочие дни", "Other days")
    first, last = (telling.word("Начало", "Start"), start), (telling.word("Конец", "End"), end)
    row = [first, *steps, *([(named, rest)] if rest.value else []), last]
    series = Series(telling.word("Подписчики", "Followers"), tuple(telling.figure(number) for _, number in row), accent=True)
    title = telling.say("Пришли и ушли", "Joined and left") if flow else telling.say("Прирост по месяцам", "Growth by month")
    return Chart(ChartKind.WATERFALL, title, tuple(name for name, _ in row), (series,), drawn(telling, subject, about))


def _flow_steps(telling: Telling, subject: Subject, end: Number) -> list[tuple[Part, Number]]:
    known = joined_and_left(subject.now)
    if known is None or not of_same_accounts(end, *known):
        return []
    gained, lost = known
    return [(telling.word("Пришли", "Joined"), gained), (telling.word("Ушли", "Left"), taken_away(lost))]


def _month_steps(telling: Telling, subject: Subject) -> list[tuple[Part, Number]]:
    grown = by_month(subject.now, subject.now.numbers["growth_abs"])
    return list(zip(months(list(grown), telling.language), grown.values(), strict=True))
