"""The live sheets: a summary and the months, counted by formulas over the posts, with the same values as the deck beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from audits.evidence import Change, Number, Segment, Subject, Window
from audits.measures.calendar import windows
from audits.measures.days import OF_ACCOUNTS
from audits.measures.traffic import is_given
from audits.report import measure_names, names
from audits.report.blocks import by_number, compared_in, in_some
from audits.report.pages.scorecard import all_lines
from audits.report.sheets.data import PostMeasures
from audits.report.sheets.live import SUMS, earlier_posts, filled, formula, live, own_posts
from audits.report.telling import Telling, value
from audits.report.words import joined
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.beside import told_apart
from smmstrategy.reports.document import Cell, ChartKind, Day, Field, Grid, LiveFormula, Origin, Sheet, SheetChart, Shown, Text

BESIDE = ("growth_abs", "growth_net", *OF_ACCOUNTS)
OF_VALUES = ("followers_end", *BESIDE)


def sheets(telling: Telling, measured: PostMeasures) -> tuple[Sheet, ...]:
    months = [month for subject in _socials(telling) for month in subject.now.months]
    sums = [code for code in SUMS if any(value(month, code) for month in months)]
    return (_summary(telling, measured, sums), _months(telling, measured, sums))


def _summary(telling: Telling, measured: PostMeasures, sums: list[str]) -> Sheet:
    own = telling.evidence.own
    rows = tuple(row for line in all_lines(telling, own) for row in _kpis(telling, measured, own, line.code))
    kpis = Grid(_kpi_fields(telling), rows, telling.word("Показатели всех аккаунтов", "Measures of all accounts"))
    totals = _totals(telling, sums)
    grids = [grid for grid in (filled(kpis), totals, filled(_accounts(telling, measured, sums))) if grid.rows]
    drawn = [code for code in ("views", "interactions") if code in sums] or ["posts"]
    places = [1 + ["posts", *sums].index(code) for code in drawn if totals in grids]
    charts = tuple(SheetChart(ChartKind.COLUMNS, totals.fields[at].heading, grids.index(totals), 0, (at,)) for at in places)
    return Sheet(telling.word("Сводка", "Summary"), tuple(grids), charts, (_counted_over(telling),))


def _counted_over(telling: Telling) -> Text:
    """What the sheet holds, and over which sheets its formulas count."""
    if telling.evidence.earlier_posts:
        return telling.say(
            "Итоги периода и сравнение: формулы считают по листам «Публикации» и «Публикации прошлых периодов»",
            "Results and comparison: formulas count over the sheets “Posts” and “Posts of earlier periods”",
        )
    if telling.evidence.posts:
        return telling.say(
            "Итоги периода и сравнение: формулы считают по листу «Публикации»",
            "Results and comparison: formulas count over the sheet “Posts”",
        )
    return telling.say("Итоги периода и сравнение", "Results and comparison")


def _kpi_fields(telling: Telling) -> tuple[Field, ...]:
    return (
        Field(telling.word("Показатель", "Measure"), width=36),
        Field(telling.word("Сейчас", "Now"), width=15, name="summary_now"),
        *(field for window in _compared_with(telling) for field in _change_fields(telling, window)),
        Field(telling.word("Методика", "Method"), width=24),
    )


def _compared_with(telling: Telling) -> list[str]:
    known = {change.against for change in telling.evidence.own.changes if change.then.value is not None}
    return [name for name in windows(telling.evidence.period) if name in known]


def _change_fields(telling: Telling, window: str) -> tuple[Field, ...]:
    then = {"before": ("Прошлый период", "Previous period"), "year_earlier": ("Год назад", "A year earlier")}
    return (
        Field(telling.word(*then[telling.called(window)]), width=15, name=f"summary_{window}"),
        Field("Δ", width=13),
        Field("Δ, %", width=11),
        Field(telling.word("Вывод", "Verdict"), width=24),
    )


def _kpis(telling: Telling, measured: PostMeasures, own: Subject, code: str) -> Iterator[tuple[Cell, ...]]:
    """The number of all own accounts that have it, with the changes of it; the others, of some or of a day, beside their own."""
    compared_with = _compared_with(telling)

    def row(name: Cell, number: Number, changes: Mapping[str, Change], accounts: Sequence[int] = ()) -> tuple[Cell, ...]:
        compared = (_compared(telling, measured, own, changes.get(window)) for window in compared_with)
        cells = (live(telling, own_posts(accounts), measured, code, number), *chain.from_iterable(compared))
        return (name, *_told_apart(cells), telling.method(number))

    name, whole = (telling.named(code),), own.now.numbers[code]
    by_window = {window: change for window in compared_with if (change := own.change(code, window))}
    partly = {window: change for window, change in by_window.items() if own.is_apart(change)}
    yield row(
        in_some(telling, own, name, whole), whole, {window: change for window, change in by_window.items() if window not in partly}
    )
    for first, *others in by_number(partly.values()):
        same = {change.against: change for change in (first, *others)}
        yield row(joined(name, ", ", compared_in(telling, own, first)), first.now, same, first.accounts)


def _told_apart(cells: tuple[Cell, ...]) -> Iterator[Cell]:
    """What it is and what it was never read alike, unless they are."""
    shown = told_apart(tuple(cell.figure if isinstance(cell, LiveFormula) else cell for cell in cells))
    for cell, figure in zip(cells, shown, strict=True):
        yield replace(cell, figure=figure) if isinstance(cell, LiveFormula) else figure


def _compared(telling: Telling, measured: PostMeasures, own: Subject, change: Change | None) -> tuple[Cell, Cell, Cell, Cell]:
    """Then, difference (of shares in points), relative difference, verdict; formulas over the cells of the row."""
    if change is None:
        return None, None, None, None
    is_rate = measure_names.measure(change.measure).is_rate
    absolute = telling.points(change.absolute) if is_rate else telling.figure(change.absolute, signed=True)
    relative = telling.percent(change.relative, places=1, signed=True)
    verdict = names.VERDICTS[change.verdict].in_language(telling.language)
    difference = f"({{@summary_now}}-{{@summary_{change.against}}})"
    delta = LiveFormula(f'=IFERROR({difference}{"*100" if is_rate else ""},"")', absolute)
    share = LiveFormula(f'=IFERROR({difference}/ABS({{@summary_{change.against}}}),"")', relative)
    return _then(telling, measured, own, change), delta, share, verdict


def _then(telling: Telling, measured: PostMeasures, own: Subject, change: Change) -> Cell:
    """What the measure was, counted over the earlier posts where they give it."""
    figure = telling.figure(change.then)
    accounts = () if own.windows[change.against].numbers[change.measure] == change.then else change.accounts
    period = telling.evidence.before if change.against == "before" else telling.evidence.year_earlier
    is_of_posts = telling.evidence.earlier_posts and period and not change.is_per_day
    found = formula(earlier_posts(period, accounts), measured, change.measure) if is_of_posts else None
    return LiveFormula(f"={found[0]}", figure, array=found[1]) if found and figure.value is not None else figure


def _totals(telling: Telling, codes: list[str]) -> Grid:
    """Own accounts together, month by month, over the sheet of months."""
    fields = [
        Field(telling.word("Месяц", "Month"), width=36, name="totals_month"),
        Field(telling.word("Публикации", "Posts"), width=15),
        *(Field(telling.title_label(code), width=15) for code in codes),
    ]
    months = telling.evidence.own.now.months if _posts(telling, telling.evidence.own.now) else ()
    rows = tuple(_total_row(telling, month, codes) for month in months)
    return Grid(tuple(fields), rows, telling.word("Все аккаунты по месяцам", "All accounts by month"))


def _total_row(telling: Telling, segment: Segment, codes: list[str]) -> tuple[Cell, ...]:
    """Of the accounts that the number is of: beside what posts add up to may stand what a table says of another account."""
    cells: list[Cell] = [_first_day(segment.key)]
    for code in ("posts", *codes):
        number = segment.numbers.get(code)
        figure = telling.figure(number) if number else telling.own(f"own.month:{segment.key}.{code}", None, "not known")
        chosen = "{months_month},{@totals_month}"
        text = f'=IF(COUNTIFS({chosen},{{months_{code}}},">=0")=0,"",SUMIFS({{months_{code}}},{chosen}))'
        if number and _has_others(telling, segment, code):
            accounts = ",".join(map(str, number.accounts))
            text = f"=SUMPRODUCT(SUMIFS({{months_{code}}},{chosen},{{months_account}},{{{accounts}}}))"
        cells.append(LiveFormula(text, figure))
    return tuple(cells)


def _has_others(telling: Telling, segment: Segment, code: str) -> bool:
    """Whether the sheet of months has the measure of an account, in the month, that the number of all accounts is not of."""
    each = ((s, month) for s in _socials(telling) for month in s.now.months if month.key == segment.key)
    return any(value(month, code) and s.account_ids[0] not in segment.numbers[code].accounts for s, month in each)


def _first_day(key: str) -> Day:
    return Day(date(int(key[:4]), int(key[5:7]), 1), with_day=False)


def _socials(telling: Telling) -> list[Subject]:
    """Own accounts with posts to count, or with anything that the sheets tell of a month."""
    subjects = [s for s in telling.evidence.own_accounts if s.is_social]
    told = (*SUMS, *OF_VALUES)
    return [s for s in subjects if _posts(telling, s.now) or any(value(month, code) for month in s.now.months for code in told)]


def _posts(telling: Telling, holder: Window | Segment) -> Number | None:
    """How many posts it has, where there is a sheet of posts to count them over."""
    return value(holder, "posts") if telling.evidence.posts else None


def _counted(telling: Telling, measured: PostMeasures, code: str, number: Number | None, text: str) -> Cell:
    """The formula where posts give the number; what a source gives for the days stands by itself, as what no post has."""
    if number is None or is_given(number):
        return telling.figure(number) if number else None
    is_of_posts = telling.evidence.posts and code in measured.metrics
    return LiveFormula(text, telling.figure(number)) if is_of_posts else telling.figure(number)


def _accounts(telling: Telling, measured: PostMeasures, codes: list[str]) -> Grid:
    fields = (
        Field(telling.word("Аккаунт", "Account"), width=36),
        Field(telling.word("Публикации", "Posts"), width=15),
        *(Field(telling.title_label(code), width=15) for code in codes),
        Field(telling.word("ER, медиана", "ER, median"), width=13),
        Field(telling.word("Формула ER", "ER formula"), width=18),
        Field(telling.word("Подписчики в конце", "Followers at the end"), width=15),
        *(Field(telling.title_label(code), width=15) for code in OF_ACCOUNTS),
    )
    rows = tuple(_account_row(telling, measured, s, codes) for s in _socials(telling))
    return Grid(fields, rows, telling.word("По аккаунтам", "By account"))


def _account_row(telling: Telling, measured: PostMeasures, subject: Subject, codes: list[str]) -> tuple[Cell, ...]:
    account = subject.account_ids[0]
    posts = _posts(telling, subject.now)
    cells: list[Cell] = [
        telling.account(account),
        LiveFormula(f"=COUNTIFS({{posts_account}},{account})", telling.figure(posts)) if posts else None,
    ]
    for code in codes:
        text = f"=SUMIFS({{posts_{code}}},{{posts_account}},{account})"
        cells.append(_counted(telling, measured, code, value(subject.now, code), text))
    median = value(subject.now, f"{subject.er}.median")
    text = f'=IFERROR(MEDIAN(IF(({{posts_account}}={account})*({{posts_{subject.er}}}<>""),{{posts_{subject.er}}})),"")'
    cells.append(LiveFormula(text, telling.figure(median), array=True) if median else None)
    cells.append(telling.label(subject.er) if subject.er else None)
    known = (value(subject.now, code) for code in ("followers_end", *OF_ACCOUNTS))
    return (*cells, *(telling.figure(number) if number else None for number in known))


def _months(telling: Telling, measured: PostMeasures, codes: list[str]) -> Sheet:
    fields = (
        Field(telling.word("№ аккаунта", "Account no."), Shown.INTEGER, 9, "months_account"),
        Field(telling.word("Аккаунт", "Account"), width=28),
        Field(telling.word("Месяц", "Month"), width=12, name="months_month"),
        Field(telling.word("Публикации", "Posts"), width=13, name="months_posts"),
        *(Field(telling.title_label(code), width=15, name=f"months_{code}") for code in codes),
        Field(telling.word("ER, медиана", "ER, median"), width=13),
        Field(telling.word("Подписчики на конец", "Followers at the end"), width=15),
        *(Field(telling.title_label(code), width=12) for code in BESIDE),
    )
    telling.origins["months_account"] = Origin(identity("count"), "number of the account")
    rows = tuple(_month_row(telling, measured, s, segment, codes) for s in _socials(telling) for segment in s.now.months)
    intro = telling.say("Свои аккаунты по месяцам", "Own accounts by month")
    if telling.evidence.posts:
        intro = joined(intro, telling.say(", формулами по листу «Публикации»", ", by formulas over the sheet “Posts”"))
    return Sheet(telling.word("По месяцам", "By month"), (filled(Grid(fields, rows)),), intro=(intro,))


def _month_row(telling: Telling, measured: PostMeasures, subject: Subject, segment: Segment, codes: list[str]) -> tuple[Cell, ...]:
    chosen = "{posts_account},{@months_account},{posts_month},{@months_month}"
    cells: list[Cell] = [subject.account_ids[0], telling.account(subject.account_ids[0]), _first_day(segment.key)]
    cells.append(LiveFormula(f"=COUNTIFS({chosen})", telling.figure(posts)) if (posts := _posts(telling, segment)) else None)
    for code in codes:
        text = f'=IF(COUNTIFS({chosen},{{posts_{code}}},"<>")=0,"",SUMIFS({{posts_{code}}},{chosen}))'
        cells.append(_counted(telling, measured, code, segment.numbers.get(code), text))
    median = segment.numbers.get(f"{subject.er}.median")
    where = f'({{posts_account}}={{@months_account}})*({{posts_month}}={{@months_month}})*({{posts_{subject.er}}}<>"")'
    text = f'=IFERROR(MEDIAN(IF({where},{{posts_{subject.er}}})),"")'
    cells.append(LiveFormula(text, telling.figure(median), array=True) if median else None)
    for code in OF_VALUES:
        number = value(segment, code)
        cells.append(telling.figure(number) if number else None)
    return tuple(cells)
