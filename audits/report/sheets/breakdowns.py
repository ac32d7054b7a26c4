"""Sheets that break the posts down: formats, reach, time, competitors."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from audits.evidence import Comparison, Missing, Number, Segment
from audits.findings.formats import has_both_shares
from audits.measures.breakdowns import paid_share, viral_share
from audits.measures.rates import ENGAGEMENT
from audits.report import names
from audits.report.compared import beside, comparisons, measures, name, networks, shared, sides
from audits.report.pages import reach
from audits.report.pages.timing import ENOUGH
from audits.report.sheets.data import PostMeasures
from audits.report.sheets.live import Counted, blank_where_none, known, live, own_posts
from audits.report.telling import Telling, value
from audits.report.words import joined
from smmstrategy.reports.document import Cell, ChartKind, Field, Grid, Quote, Sheet, SheetChart, Text

MEDIANS_UP_TO = 20_000  # posts: of more, medians of each hour of the week would take a program seconds after each change of a cell


def sheets(telling: Telling, measured: PostMeasures) -> tuple[Sheet, ...]:
    return (_formats(telling, measured), _reach(telling), _time(telling, measured), _competitors(telling))


def _cell(telling: Telling, number: Number | None) -> Cell:
    return telling.figure(number) if number is not None and number.value is not None else None


def _live(telling: Telling, measured: PostMeasures, counted: Counted, segment: Segment | None, code: str) -> Cell:
    number = value(segment, code)
    return live(telling, counted, measured, code, number) if number else None


def _over_posts(telling: Telling, intro: Text) -> Text:
    """With where the formulas of the sheet find what they count."""
    over = telling.say("; формулы считают по листу «Публикации»", "; formulas count over the sheet “Posts”")
    return joined(intro, over) if telling.evidence.posts else intro


def _formats(telling: Telling, measured: PostMeasures) -> Sheet:
    own = telling.evidence.own
    parts, rate = own.now.formats, f"{own.judged_by}.median"
    apart = [f"{c}_share" for c in ("interactions", "views") if not has_both_shares(own, c)]
    wanted = ("posts", "posts_share", "interactions", "interactions_share", "views", "views_share", rate)
    codes = [c for c in wanted if c not in apart and any(c in p.numbers for p in parts)]
    head = Field(telling.word("Формат", "Format"), width=24, name="formats_format")
    fields = (head, *(Field(telling.named(code), width=18) for code in codes))
    counted = own_posts().where(format="{@formats_format}")
    rows = tuple(
        (names.format_name(p.key, telling.language), *(_live(telling, measured, counted, p, code) for code in codes)) for p in parts
    )
    drawn = [c for c in ("posts_share", "interactions_share") if c in codes]
    words = ("Доля публикаций и взаимодействий", "Share of posts and interactions")
    title = telling.word(*words) if len(drawn) > 1 else telling.title_label("posts_share")
    shares = tuple(1 + codes.index(c) for c in drawn)
    chart = SheetChart(ChartKind.BARS, title, 0, 0, shares)
    intro = _over_posts(telling, telling.say("Свои аккаунты вместе", "Own accounts together"))
    return Sheet(telling.word("Форматы", "Formats"), (Grid(fields, rows),), (chart,) if rows and shares else (), (intro,))


def _reach(telling: Telling) -> Sheet:
    """Which parts of reach are organic, viral and paid, month by month; and promoted posts beside the others."""
    own = telling.evidence.own
    months = [part for part in own.now.months if value(part, reach.ORGANIC)]
    rows = tuple(
        (label, *_parts_of_reach(telling, part))
        for label, part in zip(names.months([part.key for part in months], telling.language), months, strict=True)
    )
    words = (("Прямая органика", "Direct organic"), ("Виральный охват", "Viral"), ("Органика", "Organic"), ("Реклама", "Paid"))
    fields = (Field(telling.word("Месяц", "Month"), width=24), *(Field(telling.word(*pair), width=18) for pair in words))
    by_month = Grid(fields, rows, telling.word("Доли охвата, в среднем по публикациям", "Shares of reach, the mean of posts"))
    intro = telling.say(
        "Органика — прямая и виральная, охваченных рекламой в ней нет; в медианы отчёта входят публикации с продвижением и без",
        "Organic is direct and viral, without people whom ads have reached; the report’s medians are of all posts, promoted or not",
    )
    grids = tuple(grid for grid in (by_month, _promoted(telling)) if grid.rows)
    return Sheet(telling.word("Органика и реклама", "Organic and paid"), grids, intro=(intro,))


def _parts_of_reach(telling: Telling, month: Segment) -> tuple[Cell, ...]:
    organic, direct = month.numbers[reach.ORGANIC], value(month, reach.DIRECT)
    split = (direct, viral_share(organic, direct)) if direct and reach.is_in_three(month) else (None, None)
    return tuple(_cell(telling, number) for number in (*split, organic, paid_share(organic)))


def _promoted(telling: Telling) -> Grid:
    """Account by account: posts of different networks have no median in common to compare by."""
    parts = [(s, part) for s in telling.evidence.own_accounts for part in s.now.promotion]
    wanted = ("posts", "posts_share", "reach.median", "views.median", "interactions.median", *(f"{c}.median" for c in ENGAGEMENT))
    codes = [code for code in wanted if any(value(part, code) for _, part in parts)]
    kinds = {"paid": telling.word("с продвижением", "promoted"), "organic": telling.word("без продвижения", "not promoted")}
    fields = (
        Field(telling.word("Аккаунт", "Account"), width=24),
        Field(telling.word("Публикации", "Posts"), width=18),
        *(Field(telling.named(code) if code != "posts" else "n", width=18) for code in codes),
    )
    rows = tuple(
        (telling.subject(s), kinds[part.key], *(_cell(telling, part.numbers.get(code)) for code in codes)) for s, part in parts
    )
    return Grid(fields, rows, telling.word("Публикации с продвижением и без него", "Promoted posts and others"))


def _time(telling: Telling, measured: PostMeasures) -> Sheet:
    own = telling.evidence.own
    code = f"{own.judged_by}.median"
    if not any(code in part.numbers for part in own.now.hours):
        return Sheet(telling.word("Время", "Time"), ())
    is_dear = len(telling.evidence.posts) > MEDIANS_UP_TO
    of_median = partial(_median, telling, PostMeasures((), {}) if is_dear else measured, code)
    medians = replace(_hours(telling, of_median, code, "hour_of_median"), counted_in=1, enough=ENOUGH)
    of_posts = partial(known, telling, measured=measured, code=code)
    counts = replace(_hours(telling, of_posts, code, "hour_of_posts"), title=telling.named("posts"))
    intro = telling.say(
        "Медиана публикации и число публикаций, для которых она известна, по часу и дню недели, часовой пояс {zone}; "
        "штриховка — публикаций мало",
        "The median post and the number of posts of which it is known by hour and weekday, time zone {zone}; "
        "hatched cells have few posts",
        zone=Quote(telling.evidence.time_zone),
    )
    counts_alone = telling.say(
        "; число публикаций формулы считают по листу «Публикации», медианы — готовые значения",
        "; formulas count the number of posts over the sheet “Posts”, medians are plain values",
    )
    lead = joined(intro, counts_alone) if is_dear else _over_posts(telling, intro)
    return Sheet(telling.word("Время", "Time"), (medians, counts), intro=(lead,))


def _median(telling: Telling, measured: PostMeasures, code: str, counted: Counted, number: Number) -> Cell:
    return blank_where_none(live(telling, counted, measured, code, number), counted)


def _hours(telling: Telling, measured: Callable[..., Cell], measure: str, head: str) -> Grid:
    """What is `measured` by each hour and weekday, so that formulas, which know the hours by the name `head`, reach any post."""
    days = names.WEEKDAYS[telling.language]
    cells = {part.key: number for part in telling.evidence.own.now.hours if (number := value(part, measure))}
    metric = next(number.metric for number in cells.values())
    at = [own_posts().where(weekday=f'"{day}"', hour=f"{{@{head}}}") for day in days]

    def cell(day: int, hour: int) -> Cell:
        none = Number(f"own.now.hour:{day}-{hour}.{measure}", None, metric, reason=Missing.NO_POSTS)
        return measured(counted=at[day], number=cells.get(f"{day}-{hour}", none))

    rows = tuple(
        (telling.own(f"hour.{hour}", hour, "hour of the day"), *(cell(day, hour) for day in range(7))) for hour in range(24)
    )
    fields = (Field(telling.word("Час", "Hour"), width=8, name=head), *(Field(day, width=11) for day in days))
    return Grid(fields, rows, telling.named(measure), tuple(range(1, 8)))


def _competitors(telling: Telling) -> Sheet:
    """Of each comparison its measures and the brand's places."""
    compared = [one for one in comparisons(telling) if measures(telling, one)]
    grids = tuple(grid for one in compared for grid in (_measured(telling, one), _places(telling, one)))
    intro = tuple(shared(telling, one, [*measures(telling, one), *(s.measure for s in one.standings)]) for one in compared)
    return Sheet(telling.word("Конкуренты", "Competitors"), grids, intro=intro)


def _measured(telling: Telling, comparison: Comparison) -> Grid:
    codes = measures(telling, comparison)
    fields = (
        Field(telling.word("Бренд", "Brand"), width=30),
        Field(telling.word("Площадки", "Networks"), width=34),
        *(Field(telling.named(code), width=18) for code in codes),
    )
    rows = tuple(
        (
            name(telling, side),
            networks(telling, side, comparison),
            *(_cell(telling, beside(comparison, side, code)) for code in codes),
        )
        for side in sides(telling, comparison)
    )
    return Grid(fields, rows, telling.word("Показатели", "Measures"))


def _places(telling: Telling, comparison: Comparison) -> Grid:
    return Grid(
        (
            Field(telling.word("Показатель", "Measure"), width=30),
            Field(telling.word("Место бренда", "Place of the brand"), width=34),
            Field(telling.word("Из", "Of"), width=18),
        ),
        tuple((telling.named(s.measure), telling.figure(s.own_place), telling.figure(s.of)) for s in comparison.standings),
        telling.word("Места бренда", "Places of the brand"),
    )
