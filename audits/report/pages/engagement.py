"""How posts are received: the engagement rate over time and by account, and what stands behind its change."""

from audits.evidence import Change, Decomposition, Number, Subject
from audits.measures.numbers import difference
from audits.report import names
from audits.report.blocks import alt, card, earlier, in_some, middles, table
from audits.report.frame import framed
from audits.report.telling import Telling, value
from audits.report.titles import headline, strongest
from audits.report.words import capitalised, joined
from smmstrategy.reports.document import Card, Cards, Chart, ChartKind, Figure, Layout, Page, Part, Row, Series, Shown, Table, Text

CODES = ("er_change", "interactions_change", "er_steady")
RATE_STEPS = 5


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    if not own.er or not value(own.now, f"{own.er}.median"):
        return ()
    reason = _reason(telling, own)
    found = (_rate(telling, own), _why(telling, *reason) if reason else None)
    return tuple(page for page in found if page)


def _reason(telling: Telling, own: Subject) -> tuple[Subject, Decomposition] | None:
    """The decomposition a finding speaks of, otherwise the first one, and whose it is."""
    said = strongest(telling, "er_why")
    subject = telling.evidence.subject(said.subject) if said else own
    for d in subject.decompositions if said else ():
        if (d.by, d.against) == (said.words["by"], said.words["against"]):
            return subject, d
    return next(((own, d) for d in own.decompositions), None)


def _rate(telling: Telling, own: Subject) -> Page:
    code = f"{own.er}.median"
    number = own.now.numbers[code]
    title = headline(telling, *CODES) or _rate_title(telling, own, number)
    about = _titled_by(telling, own, code)
    subtitle = telling.say(
        "{name}: медиана публикации по месяцам",
        "{name}: the median post by month",
        name=telling.title_label(code),
    )
    lead = () if about is own else (telling.subject(about, 24), ": ")
    subtitle = joined(subtitle, earlier(telling, about, code, lead))
    chart = middles(telling, own, code, title)
    n = telling.posts_known(number)
    blocks = (chart, _accounts(telling, title) if len(telling.evidence.own_accounts) > 1 else _cards(telling, own))
    return framed(telling, "engagement", title, *blocks, subtitle=subtitle, numbers=[number], n=n, layout=Layout.SPLIT, codes=CODES)


def _titled_by(telling: Telling, own: Subject, code: str) -> Subject:
    """Whose rate the title tells of: of one account where nothing of all of them is found."""
    found = strongest(telling, *CODES)
    return telling.evidence.subject(found.subject) if found and found.words["measure"] == code else own


def _rate_title(telling: Telling, own: Subject, number: Number) -> Text:
    parts = {"name": telling.label(own.er), "n": telling.figure(number)}
    words = ("Медианная публикация: {name} {n}", "The median post has {name} of {n}")
    if telling.is_steady(f"{own.er}.median"):
        words = (
            "Без значимых изменений: {name} медианной публикации — {n}",
            "No significant change: {name} of the median post is {n}",
        )
    return in_some(telling, own, telling.say(*words, **parts), number)


def _cards(telling: Telling, own: Subject) -> Cards:
    codes = (f"{own.er}.median", f"{own.er}.mean", "interactions.median")
    return Cards(tuple(card(telling, own, code) for code in codes if value(own.now, code)))


def _accounts(telling: Telling, about: Text) -> Table:
    """Medians beside means, all accounts first."""
    accounts = [s for s in telling.evidence.own_accounts if s.er and value(s.now, f"{s.er}.median")]
    subjects = [telling.evidence.own, *accounts] if len(accounts) > 1 else [telling.evidence.own]
    heads = [
        (telling.word("Аккаунт", "Account"), "left", 4),
        (telling.word("Медиана", "Median"), "right", 3),
        (telling.word("Среднее", "Mean"), "right", 3),
        ("n", "right", 2),
    ]
    return table(telling, heads, [_row(telling, s) for s in subjects], about)


def _row(telling: Telling, subject: Subject) -> Row:
    median, mean = subject.now.numbers[f"{subject.er}.median"], value(subject.now, f"{subject.er}.mean")
    n = telling.posts_known(median)
    name = capitalised(telling.in_accounts(subject, median) or (telling.subject(subject, 22),))
    return Row((name, telling.figure(median), telling.figure(mean) if mean else "—", n), emphasis=subject.kind == "own")


def _why(telling: Telling, subject: Subject, d: Decomposition) -> Page | None:
    change = subject.change(d.measure, d.against)
    if change is None or d.start.value is None or d.end.value is None:
        return None
    steps = _steps(telling, d)
    row = [(telling.window(d.against), telling.figure(d.start)), *steps, (telling.window("now"), telling.figure(d.end))]
    codes = ("er_why",)
    title = headline(telling, *codes) or _why_title(telling, d, change)
    subtitle = (
        telling.say(
            "{name}: что изменил состав форматов и что — отклик внутри каждого формата",
            "{name}: what the mix of formats changed and what the response inside each format did",
            name=telling.named(d.measure),
        )
        if d.by == "format"
        else telling.say(
            "{name}: что изменил вес аккаунтов и что — отклик внутри каждого аккаунта",
            "{name}: what the weight of accounts changed and what the response inside each account did",
            name=telling.named(d.measure),
        )
    )
    series = Series(telling.label(d.measure), tuple(figure for _, figure in row), accent=True)
    chart = Chart(ChartKind.WATERFALL, (), tuple(name for name, _ in row), (series,), alt(telling, title))
    n = telling.posts_known(change.now)
    blocks = (_parts(telling, d), chart)
    subtitle = in_some(telling, subject, subtitle, change.now)
    return framed(telling, "er_change", title, *blocks, subtitle=subtitle, numbers=[change.now], n=n, codes=codes)


def _parts(telling: Telling, d: Decomposition) -> Cards:
    """The two effects as sums, over the steps they are made of."""
    change = difference(d.end.id.removesuffix(".end"), "delta", d.end, d.start, metric=d.end.metric)
    inside = telling.word("Отклик внутри форматов", "Response inside formats")
    if d.by == "account":
        inside = telling.word("Отклик внутри аккаунтов", "Response inside accounts")
    return Cards(
        (
            Card((telling.word("Изменение", "Change"),), telling.points(change)),
            Card((telling.word("Состав", "Mix"),), telling.points(d.mix), note=_weight(telling, d)),
            Card((inside,), telling.points(d.rate)),
        )
    )


def _weight(telling: Telling, d: Decomposition) -> Text:
    """The part whose weight the title speaks of."""
    found = strongest(telling, "er_why")
    if found is None or found.words["part"] != "mix" or (found.words["by"], found.words["against"]) != (d.by, d.against):
        return ()
    name, effect = _part_name(telling, d, found.words["key"]), telling.points(found.numbers["effect"])
    return telling.say("в том числе «{name}»: {effect}", "of it “{name}”: {effect}", name=name, effect=effect)


def _steps(telling: Telling, d: Decomposition) -> list[tuple[str, Figure]]:
    """The mix as one step, then the rate of each of the most moving parts, and the rest as one step."""
    moving = sorted((e for e in d.effects if e.rate.value), key=lambda e: -abs(e.rate.value or 0))
    shown, rest = moving[:RATE_STEPS], moving[RATE_STEPS:]
    steps = [(telling.word("Состав", "Mix"), telling.points(d.mix))]
    steps += [(_part_name(telling, d, e.key), telling.points(e.rate)) for e in shown]
    if rest:
        figures = [telling.points(e.rate) for e in rest]
        other = telling.own(
            "er_change.other",
            sum(e.rate.value or 0 for e in rest),
            "Σ of the other rate effects",
            *figures,
            shown=Shown.POINTS,
            places=2,
            metric=d.end.metric,
        )
        steps.append((telling.word("Остальные", "Others"), other))
    return steps


def _part_name(telling: Telling, d: Decomposition, key: str) -> Part:
    if d.by == "format":
        return names.format_name(key, telling.language)
    return telling.account(int(key), 20)


def _why_title(telling: Telling, d: Decomposition, change: Change) -> Text:
    """Not a claim of change: what the difference is made of, and what may be said of it."""
    return telling.say(
        "{name} {start} → {end}, {verdict}: состав {mix}, отклик {rate}",
        "{name} {start} → {end}, {verdict}: mix {mix}, response {rate}",
        name=telling.named(d.measure),
        verdict=names.VERDICTS[change.verdict].in_language(telling.language),
        start=telling.figure(d.start),
        end=telling.figure(d.end),
        mix=telling.points(d.mix),
        rate=telling.points(d.rate),
    )
