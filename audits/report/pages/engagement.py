"""How posts are received: the engagement rate over time and by account, and what stands behind its change."""

from audits.evidence import Decomposition, Number, Subject
from audits.report import names
from audits.report.blocks import alt, dash, table, timeline
from audits.report.frame import framed
from audits.report.telling import Telling, value
from audits.report.titles import headline, strongest
from smmstrategy.reports.document import Chart, ChartKind, Figure, Layout, Page, Row, Series, Shown, Text

RATE_STEPS = 5
MEAN_ABOVE = 1.5


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    if not own.er or not value(own.now, f"{own.er}.median"):
        return ()
    reason = _reason(telling, own)
    found = (_rate(telling, own), _accounts(telling), _why(telling, reason) if reason else None)
    return tuple(page for page in found if page)


def _reason(telling: Telling, own: Subject) -> Decomposition | None:
    """The decomposition a finding speaks of, otherwise the first one."""
    said = strongest(telling, "er_why")
    for d in own.decompositions:
        if said and (d.by, d.against) == (said.words["by"], said.words["against"]):
            return d
    return next(iter(own.decompositions), None)


def _rate(telling: Telling, own: Subject) -> Page:
    code = f"{own.er}.median"
    number = own.now.numbers[code]
    title = headline(telling, "er_change", "interactions_change", "er_steady") or _rate_title(telling, own, number)
    subtitle = telling.say("{name}: медиана публикации по месяцам", "{name}: the median post of each month", name=telling.label(code))
    chart = timeline(telling, own, code, ChartKind.LINE, subtitle)
    n = telling.own(f"n.{number.id}", number.n, "posts of which the rate is known")
    return framed(telling, "engagement", title, chart, subtitle=subtitle, numbers=[number], n=n)


def _rate_title(telling: Telling, own: Subject, number: Number) -> Text:
    parts = {"name": telling.label(own.er), "n": telling.figure(number)}
    if own.change(f"{own.er}.median") is None:
        return telling.say("Медианная публикация: {name} {n}", "The median post has {name} of {n}", **parts)
    return telling.say("Без значимых изменений: {name} медианной публикации — {n}", "No significant change: {name} of the median post is {n}", **parts)


def _accounts(telling: Telling) -> Page | None:
    subjects = [s for s in telling.evidence.own_accounts if s.er and value(s.now, f"{s.er}.median")]
    if not subjects:
        return None
    heads = [
        (telling.word("Аккаунт", "Account"), "left", 4),
        (telling.word("Формула", "Formula"), "left", 3),
        (telling.word("Медиана", "Median"), "right", 2),
        (telling.word("Среднее", "Mean"), "right", 2),
        (telling.word("Δ медианы", "Δ of median"), "right", 2),
        (telling.word("Взаимодействий на публикацию", "Interactions per post"), "right", 3),
        ("n", "right", 1),
    ]
    rows = [_row(telling, s) for s in subjects]
    title = headline(telling, "outliers") or _accounts_title(telling, subjects)
    subtitle = telling.say(
        "Формула подписана: значения разных формул между собой не сравнивают",
        "The formula is named: values of different formulas are not compared",
    )
    numbers = [s.now.numbers[f"{s.er}.median"] for s in subjects]
    return framed(telling, "reactions", title, table(telling, heads, rows, title), subtitle=subtitle, numbers=numbers)


def _row(telling: Telling, s: Subject) -> Row:
    median, mean = value(s.now, f"{s.er}.median"), value(s.now, f"{s.er}.mean")
    middle = value(s.now, "interactions.median")
    n = telling.own(f"n.{median.id}", median.n, "posts of which the rate is known")
    return Row(
        (
            telling.subject(s, 28),
            telling.label(s.er),
            telling.figure(median),
            telling.figure(mean) if mean else "—",
            dash(telling.delta(s.change(f"{s.er}.median"))),
            telling.figure(middle) if middle else "—",
            n,
        )
    )


def _accounts_title(telling: Telling, subjects: list[Subject]) -> Text:
    """The widest gap between mean and median is what a reader must know before quoting either."""
    gaps = [(s.now.numbers[f"{s.er}.mean"].value / m.value, s) for s in subjects if (m := value(s.now, f"{s.er}.median")) and m.value]
    if not gaps:
        return telling.say("Показатели вовлечённости по аккаунтам: {n}", "Engagement by account: {n}", n=telling.own("er_accounts", len(subjects), "accounts with an engagement rate"))
    times, widest = max(gaps, key=lambda gap: gap[0])
    figures = [telling.figure(widest.now.numbers[f"{widest.er}.{ending}"]) for ending in ("mean", "median")]
    ratio = telling.own("mean_to_median", times, "mean ÷ median", *figures, shown=Shown.DECIMAL, places=1)
    return telling.say(
        "{name}: среднее выше медианы в {times} раза, его поднимают отдельные публикации",
        "{name}: the mean is {times} times the median, lifted by single posts",
        name=telling.subject(widest, 30),
        times=ratio,
    ) if times >= MEAN_ABOVE else telling.say(
        "Среднее и медиана близки (до {times} раза): единичные всплески не искажают ER",
        "Mean and median are close (up to {times} times): single bursts do not distort ER",
        times=ratio,
    )


def _why(telling: Telling, d: Decomposition) -> Page | None:
    if d.start.value is None or d.end.value is None:
        return None
    steps = _steps(telling, d)
    row = [(telling.window(d.against), telling.figure(d.start)), *steps, (telling.window("now"), telling.figure(d.end))]
    title = headline(telling, "er_why") or _why_title(telling, d)
    subtitle = telling.say(
        "{name} в целом: что изменил состав форматов и что — отклик внутри каждого формата",
        "{name} overall: what the mix of formats changed and what the response inside each format did",
        name=telling.label(d.measure),
    ) if d.by == "format" else telling.say(
        "{name} в целом: что изменил вес аккаунтов и что — отклик внутри каждого аккаунта",
        "{name} overall: what the weight of accounts changed and what the response inside each account did",
        name=telling.label(d.measure),
    )
    series = Series(telling.label(d.measure), tuple(figure for _, figure in row), accent=True)
    chart = Chart(ChartKind.WATERFALL, subtitle, tuple(name for name, _ in row), (series,), alt(telling, title))
    return framed(telling, "er_change", title, chart, subtitle=subtitle, numbers=[d.start, d.end])


def _steps(telling: Telling, d: Decomposition) -> list[tuple[str, Figure]]:
    """The mix as one step, then the rate of each of the most moving parts, and the rest as one step."""
    moving = sorted(d.effects, key=lambda e: -abs(e.rate.value or 0))
    shown, rest = moving[:RATE_STEPS], moving[RATE_STEPS:]
    steps = [(telling.word("Состав", "Mix"), telling.points(d.mix))]
    steps += [(_part_name(telling, d, e.key), telling.points(e.rate)) for e in shown]
    if rest:
        figures = [telling.points(e.rate) for e in rest]
        other = telling.own("er_change.other", sum(e.rate.value or 0 for e in rest), "Σ of the other rate effects", *figures, shown=Shown.POINTS, places=2)
        steps.append((telling.word("Остальные", "Others"), other))
    return steps


def _part_name(telling: Telling, d: Decomposition, key: str) -> str:
    if d.by == "format":
        return names.format_name(key, telling.language)
    return telling.account(int(key), 20).text


def _why_title(telling: Telling, d: Decomposition) -> Text:
    return telling.say(
        "{name} в пределах обычных колебаний: {start} → {end}",
        "{name} within its usual variation: {start} → {end}",
        name=telling.title_label(d.measure),
        start=telling.figure(d.start),
        end=telling.figure(d.end),
    )
