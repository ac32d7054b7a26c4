"""When posts work: weekday × hour in the client's zone, with the posts each cell's median stands on."""

from dataclasses import replace
from decimal import Decimal

from audits.evidence import Number, Segment, Subject
from audits.measures.breakdowns import of_hours
from audits.measures.listing import uncounted
from audits.report import measure_names, names
from audits.report.blocks import alt, in_some
from audits.report.frame import framed
from audits.report.telling import Telling, value
from audits.report.titles import headline, strongest
from audits.report.untested import Untested, all_alike, untested
from audits.report.wording.parts import among, when
from audits.report.words import capitalised, joined
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.beside import told_apart
from smmstrategy.reports.document import Card, Cards, Figure, Heatmap, Page, Part, Quote, Text

ENOUGH = 3
CODES = ("best_time", "worst_time", "time_steady")
TEN_PERCENT, WHOLE = Decimal("0.1"), Decimal(1)


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    code = f"{own.judged_by}.median"
    return (_hours(telling, own, code),) if any(code in segment.numbers for segment in own.now.hours) else ()


def _hours(telling: Telling, own: Subject, code: str) -> Page:
    cells = {segment.key: segment for segment in own.now.hours}
    shown = shown_hours(own)
    places = _places(own, code)
    values = tuple(
        tuple(_value(telling, cells.get(f"{day}-{hour}"), own, f"{day}-{hour}.{code}", places) for hour in shown)
        for day in range(7)
    )
    counts = tuple(tuple(_count(cells.get(f"{day}-{hour}"), code) for hour in shown) for day in range(7))
    timed_rows = [row for row in telling.evidence.posts if row.account_id in own.account_ids and row.hour is not None]
    networks = dict(zip(own.account_ids, own.networks, strict=True))
    of_map = of_hours(own.now, code, uncounted(timed_rows, own.judged_by, networks))
    timed = telling.own("posts_timed", of_map.n, "posts of which the hour and the measure are known")
    title = headline(telling, *CODES) or _title(telling, timed)
    heatmap = Heatmap(
        rows=tuple(names.WEEKDAYS[telling.language]),
        columns=tuple(_hour(telling, hour) for hour in shown),
        values=values,
        counts=counts,
        alt=alt(telling, title),
        enough=ENOUGH,
    )
    subtitle = telling.say(
        "{name}: медиана публикации по дню недели и часу, часовой пояс {zone}",
        "{name}: the median post by weekday and hour, time zone {zone}",
        name=telling.title_label(code),
        zone=Quote(telling.evidence.time_zone),
    )
    hatched = telling.say("; штриховка — публикаций мало", "; hatched cells have few posts")
    return framed(
        telling,
        "hours",
        title,
        *_claimed(telling),
        heatmap,
        subtitle=joined(in_some(telling, own, subtitle, of_map), hatched),
        numbers=[of_map],
        n=timed,
        codes=CODES,
    )


def _claimed(telling: Telling) -> tuple[Cards, ...]:
    """The hours or the weekday of the title, beside what they are set against: single cells of the map do not add up to it."""
    finding = strongest(telling, *CODES)
    if finding is None or "part" not in finding.numbers:
        return ()
    numbers = finding.numbers
    n = telling.say("n = {n}", "n = {n}", n=telling.figure(numbers["n"]))
    label = capitalised(when(telling, finding.words["kind"], finding.words["key"]))
    every = capitalised((among(telling, finding),))
    part, whole = told_apart((telling.figure(numbers["part"]), telling.figure(numbers["whole"])))
    return (Cards((Card(label, part, note=n), Card(every, whole))),)


def shown_hours(own: Subject) -> list[int]:
    """From the first to the last hour with a post, so that the night does not squeeze the day."""
    used = [int(segment.key.split("-")[1]) for segment in own.now.hours]
    return list(range(min(used), max(used) + 1))


def _value(telling: Telling, segment: Segment | None, own: Subject, key: str, places: int | None) -> Figure:
    number = segment.numbers.get(key.partition(".")[2]) if segment else None
    missing = Number(f"own.now.hour:{key}", None, identity(own.judged_by), reason="no_posts")
    figure = telling.figure(number or missing, places=places)
    return replace(figure, places=0) if places and (figure.value or 0) >= WHOLE else figure


def _places(own: Subject, code: str) -> int | None:
    """One decimal where two would not fit a cell of a day of twenty-four hours, and none of a hundred per cent and more."""
    known = [segment.numbers[code].value or 0 for segment in own.now.hours if code in segment.numbers]
    return 1 if measure_names.measure(code).is_rate and max(known, default=0) >= TEN_PERCENT else None


def _count(segment: Segment | None, code: str) -> int:
    number = value(segment, code)
    return (number.n or 0) if number else 0


def _hour(telling: Telling, hour: int) -> Part:
    return telling.own(f"hour.{hour}", hour, "hour of the day")


def _title(telling: Telling, timed: Figure) -> Text:
    """Where no finding is told: nothing was tested, or a test convinces of what no median shows."""
    if not telling.tested("weekday:", "slot:"):
        return _untested(telling, timed)
    return telling.say(
        "Публикации разного времени различаются, хотя по медианам этого не видно: n = {n}",
        "Posts differ by time of posting, though their medians do not show it: n = {n}",
        n=timed,
    )


def _untested(telling: Telling, timed: Figure) -> Text:
    now = telling.evidence.own.now
    match untested(telling, now.weekdays, now.slots):
        case Untested.FEW:
            return telling.say(
                "Время выхода сравнивать рано: n = {n} {n:публикация|публикации|публикаций}",
                "Too early to compare times of posting: n = {n} {n:post|posts}",
                n=timed,
            )
        case Untested.ALIKE:
            rest = telling.say(": время выхода не сравнить, n = {n}", ": no time of posting to tell apart, n = {n}", n=timed)
            return joined(all_alike(telling), rest)
    return telling.say(
        "Внутри аккаунта и месяца сравнивать время выхода не по чему: n = {n}",
        "Within an account and a month nothing tells times of posting apart: n = {n}",
        n=timed,
    )
