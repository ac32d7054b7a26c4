"""The data: every post a row, every day of every account a row. Other sheets count over these columns by their names."""

from collections.abc import Sequence
from dataclasses import dataclass

from audits.evidence import Evidence, PostRow
from audits.measures.rates import RATES
from audits.report import measure_names, names
from audits.report.telling import Telling
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.document import Cell, Day, Field, Grid, Origin, Quote, Sheet, Shown

METRICS = ("views", "impressions", "reach", "likes", "comments", "shares", "saves", "clicks", "link_clicks", "interactions")


@dataclass(frozen=True, slots=True)
class PostMeasures:
    """The metrics that any post has, and the rates by code with their code@version."""

    metrics: tuple[str, ...]
    rates: dict[str, str]


def sheets(telling: Telling, measured: PostMeasures) -> tuple[Sheet, ...]:
    return (_posts(telling, measured), _earlier(telling, measured), _days(telling))


def measured_of(evidence: Evidence) -> PostMeasures:
    known = {code for row in evidence.posts for code in row.metrics}
    rates = {code.split("@")[0]: code for row in evidence.posts for code in row.rates}
    metrics = (*(c for c in METRICS if c in known), *sorted(known - set(METRICS)))
    return PostMeasures(metrics, {code: rates[code] for code in (*RATES, *sorted(rates.keys() - set(RATES))) if code in rates})


def _posts(telling: Telling, measured: PostMeasures) -> Sheet:
    intro = telling.say(
        "Каждая публикация периода — строка, ссылка ведёт на неё", "Every post of the period is a row; the link opens it"
    )
    grid = _grid(telling, measured, "posts", telling.evidence.posts)
    return Sheet(telling.word("Публикации", "Posts"), (grid,), intro=(intro,))


def _earlier(telling: Telling, measured: PostMeasures) -> Sheet:
    """Where formulas find what the summary compares with."""
    intro = telling.say(
        "Свои публикации периодов, с которыми сравнивает «Сводка»", "Own posts of the periods the sheet “Summary” compares with"
    )
    grid = _grid(telling, measured, "earlier", telling.evidence.earlier_posts)
    return Sheet(telling.word("Публикации прошлых периодов", "Posts of earlier periods"), (grid,), intro=(intro,))


def _grid(telling: Telling, measured: PostMeasures, name: str, posts: Sequence[PostRow]) -> Grid:
    own = {a.account_id for a in telling.evidence.accounts if a.role == "own"}
    labels = {a.account_id: telling.account(a.account_id) for a in telling.evidence.accounts}
    rows = tuple(
        (
            *_about(telling, row, labels, row.account_id in own),
            *(row.metrics.get(code) for code in measured.metrics),
            *(row.rates.get(code) for code in measured.rates.values()),
        )
        for row in posts
    )
    return Grid((*_post_fields(telling, name), *_value_fields(telling, measured, name)), rows)


def _post_fields(telling: Telling, name: str) -> tuple[Field, ...]:
    _declare(telling, f"{name}_account", "number of the account")
    _declare(telling, f"{name}_own", "one for a post of the brand, nought for a competitor’s")
    _declare(telling, f"{name}_hour", "hour of the day in the client’s zone")
    _declare(telling, f"{name}_length", "characters of the text")
    return (
        Field(telling.word("№ аккаунта", "Account no."), Shown.INTEGER, 9, f"{name}_account"),
        Field(telling.word("Аккаунт", "Account"), width=24),
        Field(telling.word("Свой", "Own"), Shown.INTEGER, 7, f"{name}_own"),
        Field(telling.word("Площадка", "Network"), width=14),
        Field(telling.word("Опубликовано", "Published"), width=13),
        Field(telling.word("Время", "Time"), width=8),
        Field(telling.word("Месяц", "Month"), width=12, name=f"{name}_month"),
        Field(telling.word("День недели", "Weekday"), width=9, name=f"{name}_weekday"),
        Field(telling.word("Час", "Hour"), Shown.INTEGER, 7, f"{name}_hour"),
        Field(telling.word("Формат", "Format"), width=16, name=f"{name}_format"),
        Field(telling.word("Текст", "Text"), width=60),
        Field(telling.word("Ссылка", "Link"), width=30, link=True),
        Field(telling.word("Знаков", "Characters"), Shown.INTEGER, 9, f"{name}_length"),
        Field(telling.word("Удалён", "Deleted"), width=12),
    )


def _value_fields(telling: Telling, measured: PostMeasures, name: str) -> tuple[Field, ...]:
    fields = []
    for code, metric in [(code, identity(code)) for code in measured.metrics] + list(measured.rates.items()):
        _declare(telling, f"{name}_{code}", telling.evidence.formulas.get(metric, "given by the source"), metric)
        fields.append(Field(telling.title_label(code), measure_names.measure(code).shown, 15, f"{name}_{code}"))
    return tuple(fields)


def _declare(telling: Telling, name: str, formula: str, metric: str = identity("count")) -> None:
    telling.origins[name] = Origin(
        metric, formula, source="", period=f"{telling.evidence.period.first}/{telling.evidence.period.last}"
    )


def _about(telling: Telling, row: PostRow, labels: dict[int, Quote], is_own: bool) -> tuple[Cell, ...]:
    account = labels[row.account_id]
    network = next(a.network for a in telling.evidence.accounts if a.account_id == row.account_id)
    return (
        row.account_id,
        account,
        int(is_own),
        names.network(network, telling.language),
        Day(row.day) if row.day else None,
        _clock(telling, row),
        Day(row.day.replace(day=1), with_day=False) if row.day else None,
        names.WEEKDAYS[telling.language][row.day.weekday()] if row.day else None,
        row.hour,
        names.format_name(row.format, telling.language),
        Quote(row.text or row.title) if row.text or row.title else None,
        Quote(row.url, row.url) if row.url else None,
        row.text_length,
        Day(row.gone_on) if row.gone_on else None,
    )


def _clock(telling: Telling, row: PostRow) -> Quote | None:
    """The time of day, of a post whose source says it."""
    return Quote(f"{telling.clock(row.published_at):%H:%M}") if row.published_at and row.hour is not None else None


def _days(telling: Telling) -> Sheet:
    days = telling.evidence.days
    known = {code for row in days for code in row.metrics}
    codes = [code for code in measure_names.MEASURES if code in known] + sorted(known - measure_names.MEASURES.keys())
    _declare(telling, "days_account", "number of the account")
    fields = [
        Field(telling.word("№ аккаунта", "Account no."), Shown.INTEGER, 9, "days_account"),
        Field(telling.word("Аккаунт", "Account"), width=26),
        Field(telling.word("День", "Day"), width=12, name="days_day"),
    ]
    for code in codes:
        _declare(telling, f"days_{code}", "given by the source", identity(code))
        fields.append(Field(telling.title_label(code), measure_names.measure(code).shown, 14, f"days_{code}"))
    labels = {a.account_id: telling.account(a.account_id) for a in telling.evidence.accounts}
    rows = tuple((row.account_id, labels[row.account_id], Day(row.day), *(row.metrics.get(code) for code in codes)) for row in days)
    intro = telling.say("Что известно об аккаунтах за каждый день", "What is known of accounts on each day")
    return Sheet(telling.word("Аккаунты по дням", "Accounts by day"), (Grid(tuple(fields), rows),), intro=(intro,))
