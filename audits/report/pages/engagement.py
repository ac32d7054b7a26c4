"""How posts are received: the engagement rate over time and by account, and what stands behind its change."""

from collections.abc import Iterator

from audits.evidence import Decomposition, Finding, Number, Subject
from audits.findings.engagement import greatest
from audits.measures.numbers import difference
from audits.report import names
from audits.report.accounts import middles
from audits.report.blocks import card, drawn, earlier, in_some, of_one, table
from audits.report.frame import framed
from audits.report.telling import Telling, value
from audits.report.titles import once_each, strongest, titled
from audits.report.wording.findings import said
from audits.report.words import capitalised, joined, listed
from smmstrategy.reports.beside import told_apart
from smmstrategy.reports.document import Card, Cards, Chart, ChartKind, Figure, Layout, Page, Part, Row, Series, Shown, Table, Text

MOVED = ("er_change", "interactions_change")
RATE_STEPS = 5


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    if not own.er or not value(own.now, f"{own.er}.median"):
        return ()
    reason = strongest(telling, "er_why")
    return (_rate(telling, own), *((_why(telling, reason),) if reason else ()))


def _rate(telling: Telling, own: Subject) -> Page:
    finding = strongest(telling, *MOVED) or strongest(telling, "er_unsure") or strongest(telling, "er_steady")
    about = telling.evidence.subject(finding.subject) if finding else own
    code = finding.words["measure"] if finding else f"{own.er}.median"
    number = about.now.numbers[code]
    title = titled(telling, finding) if finding else _rate_title(telling, own, number)
    chart = middles(telling, about, code, title)
    words = ("{name}: медиана публикации по месяцам", "{name}: the median post by month")
    if chart is None:
        words = (
            "{name}: медиана публикации, ни один месяц не известен по всем этим аккаунтам",
            "{name}: the median post, no month is known of all these accounts",
        )
    subtitle = of_one(telling, telling.say(*words, name=telling.title_label(code)), about)
    beside = _accounts(telling, title) if len(telling.evidence.own_accounts) > 1 else _cards(telling, own)
    return framed(
        telling,
        "engagement",
        title,
        *((chart, beside) if chart else (beside,)),
        subtitle=joined(subtitle, earlier(telling, about, code), *_unsure(telling, about)),
        numbers=[number],
        n=telling.posts_known(number),
        layout=Layout.SPLIT if chart else Layout.CONTENT,
        codes=(finding.code,) if finding else (),
    )


def _unsure(telling: Telling, about: Subject) -> Iterator[Part]:
    """Of accounts that the title is not about: that theirs changed and that this is not sure."""
    for finding in once_each(telling):
        if finding.code == "er_unsure" and finding.subject not in ("own", about.key) and len(telling.evidence.own_accounts) > 1:
            yield from ("; ", *said(telling, finding, "clause"))


def _rate_title(telling: Telling, own: Subject, number: Number) -> Text:
    parts = {"name": telling.label(own.er), "n": telling.figure(number)}
    return in_some(
        telling, own, telling.say("Медианная публикация: {name} {n}", "The median post has {name} of {n}", **parts), number
    )


def _cards(telling: Telling, own: Subject) -> Cards:
    codes = (f"{own.er}.median", f"{own.er}.mean", "interactions.median")
    return Cards(tuple(card(telling, own, code) for code in codes if value(own.now, code)))


def _accounts(telling: Telling, about: Text) -> Table:
    """Medians beside means, all accounts first, and by which formula where it is not the same."""
    accounts = [s for s in telling.evidence.own_accounts if s.er and value(s.now, f"{s.er}.median")]
    subjects = [telling.evidence.own, *accounts] if len(accounts) > 1 else [telling.evidence.own]
    heads = [
        (telling.word("Аккаунт", "Account"), "left", 4),
        (telling.word("Медиана ER", "Median ER"), "right", 3),
        (telling.word("Среднее ER", "Mean ER"), "right", 3),
        ("n", "right", 2),
    ]
    return table(telling, heads, [_row(telling, s) for s in subjects], about)


def _row(telling: Telling, subject: Subject) -> Row:
    median, mean = subject.now.numbers[f"{subject.er}.median"], value(subject.now, f"{subject.er}.mean")
    n = telling.posts_known(median)
    name = capitalised(telling.in_accounts(subject, median) or (telling.subject(subject, names.OF_A_LINE),))
    by = (", ", telling.label(subject.er)) if telling.mixes_rates else ()
    cells = (joined(name, *by), telling.figure(median), telling.figure(mean) if mean else "—", n)
    return Row(cells, emphasis=subject.kind == "own")


def _why(telling: Telling, finding: Finding) -> Page:
    """What a change that may be claimed is made of: other weights of the parts, and another response in them."""
    subject = telling.evidence.subject(finding.subject)
    d = next(d for d in subject.decompositions if (d.by, d.against) == (finding.words["by"], finding.words["against"]))
    steps = _steps(telling, d)
    start, end = told_apart((telling.figure(d.start), telling.figure(d.end)))
    row = [(telling.window(d.against), start), *steps, (telling.window("now"), end)]
    title = titled(telling, finding)
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
    chart = Chart(ChartKind.WATERFALL, (), tuple(name for name, _ in row), (series,), drawn(telling, subject, title))
    now = subject.change(d.measure, d.against).now
    subtitle, n = in_some(telling, subject, subtitle, now), telling.posts_known(now)
    blocks = (_parts(telling, d), chart)
    return framed(telling, "er_change", title, *blocks, subtitle=subtitle, numbers=[now], n=n, codes=("er_why",))


def _parts(telling: Telling, d: Decomposition) -> Cards:
    """The two effects as sums, over the steps they are made of."""
    change = difference(d.end.id.removesuffix(".end"), "delta", d.end, d.start, metric=d.end.metric)
    inside = telling.word("Отклик внутри форматов", "Response inside formats")
    if d.by == "account":
        inside = telling.word("Отклик внутри аккаунтов", "Response inside accounts")
    return Cards(
        (
            Card((telling.word("Изменение", "Change"),), telling.points(change)),
            Card((telling.word("Состав", "Mix"),), telling.points(d.mix), note=_weights(telling, d)),
            Card((inside,), telling.points(d.rate)),
        )
    )


def _weights(telling: Telling, d: Decomposition) -> Text:
    """The parts whose weights are among the greatest effects: the title names or counts them."""
    counted = [effect for effect in d.effects if (effect.key, "mix", effect.mix.value) in greatest(d)]
    each = [_weight(telling, part_name(telling, d, effect.key), telling.points(effect.mix)) for effect in counted]
    return telling.say("в том числе {each}", "of it {each}", each=listed(each, telling.language)) if each else ()


def _weight(telling: Telling, name: Part, effect: Figure) -> Text:
    return telling.say("«{name}»: {effect}", "“{name}”: {effect}", name=name, effect=effect)


def _steps(telling: Telling, d: Decomposition) -> list[tuple[str, Figure]]:
    """The mix as one step, then the rate of each part that is among the greatest effects or moves most, the rest as one step."""
    counted = [key for key, part, _value in greatest(d) if part == "rate"]
    moving = sorted((e for e in d.effects if e.rate.value), key=lambda e: (e.key not in counted, -abs(e.rate.value)))
    shown, rest = moving[: max(RATE_STEPS, len(counted))], moving[max(RATE_STEPS, len(counted)) :]
    shown.sort(key=lambda e: -abs(e.rate.value))
    steps = [(telling.word("Состав", "Mix"), telling.points(d.mix))]
    steps += [(part_name(telling, d, e.key), telling.points(e.rate)) for e in shown]
    if rest:
        figures = [telling.points(e.rate) for e in rest]
        other = telling.own(
            "er_change.other",
            sum(e.rate.value for e in rest),
            "Σ of the other rate effects",
            *figures,
            shown=Shown.POINTS,
            places=2,
            metric=rest[0].rate.metric,
        )
        steps.append((telling.word("Остальные", "Others"), other))
    return steps


def part_name(telling: Telling, d: Decomposition, key: str) -> Part:
    if d.by == "format":
        return names.format_name(key, telling.language)
    return telling.account(int(key))
