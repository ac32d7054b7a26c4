"""How much the brand is seen: views by month, reach and frequency."""

from decimal import Decimal

from audits.evidence import Finding, Number, Subject
from audits.report.accounts import middles
from audits.report.blocks import card, earlier, in_some, of_one, timeline
from audits.report.frame import framed, views_apart
from audits.report.telling import Telling, value
from audits.report.titles import headline, strongest, subject_of
from audits.report.wording.parts import against
from audits.report.words import joined
from smmstrategy.reports.document import Callout, Cards, Chart, ChartKind, Page, Text

OF_DAYS = "account_views_change"  # what it counts are not posts
CODES = ("views_change", "reach_change", OF_DAYS, "frequency", "post_frequency", "views_steady", "reach_steady")
COUNTED = ("views", "impressions", "account_views", "account_impressions")
MEDIAN = ".median"
LARGE = Decimal("0.1")
SHOWN = {  # by whether it is of the median post, and by month
    (True, True): ("{name}: медиана публикации по месяцам", "{name}: the median post by month"),
    (True, False): ("{name}: медиана публикации за весь период", "{name}: the median post of the whole period"),
    (False, True): ("{name} по месяцам", "{name} by month"),
    (False, False): ("{name} за весь период", "{name} over the whole period"),
}
SEEN = ("views", "views.median", "reach.median", "frequency", "account_reach", "impressions")


def pages(telling: Telling) -> tuple[Page, ...]:
    finding, subject = strongest(telling, *CODES), subject_of(telling, *CODES)
    code = _charted(subject, finding)
    if code is None:
        return ()
    title = headline(telling, *CODES) or _title(telling, subject, code)
    seen = {code: number for code in (code, *SEEN) if (number := value(subject.now, code))}
    if _is_counted_once(seen):
        del seen["impressions"]
    cards = Cards(tuple(card(telling, subject, one) for one in SEEN if one in seen))
    by_month = _months(telling, subject, code, title)
    blocks = (cards, *by_month, *_totals(telling, subject, code, finding))
    posts = finding.numbers.get("n") if finding and finding.code != OF_DAYS else None
    posts = posts or value(subject.now, "posts")
    return (
        framed(
            telling,
            "visibility",
            title,
            *blocks,
            subtitle=_subtitle(telling, subject, code, finding, bool(by_month)),
            numbers=[*seen.values(), *([finding.numbers["now"]] if finding and "now" in finding.numbers else [])],
            n=telling.figure(posts) if posts else None,
            codes=CODES,
            footnote=views_apart(telling, code, *SEEN) if subject.kind == "own" else (),
        ),
    )


def _is_counted_once(seen: dict[str, Number]) -> bool:
    """Whether impressions are the views by another name, as X has it."""
    views, impressions = seen.get("views"), seen.get("impressions")
    return bool(views and impressions) and (views.value, views.n, views.accounts) == (
        impressions.value,
        impressions.n,
        impressions.accounts,
    )


def _charted(subject: Subject, finding: Finding | None) -> str | None:
    """The measure the title speaks of, or else the first count that is known."""
    if finding and "measure" in finding.words:
        return finding.words["measure"]
    return next((code for code in COUNTED if value(subject.now, code)), None)


def _months(telling: Telling, subject: Subject, code: str, about: Text) -> tuple[Chart, ...]:
    if not any(value(month, code) for month in subject.now.months):
        return ()
    if code.endswith(MEDIAN):
        lines = middles(telling, subject, code, about)
        return (lines,) if lines else ()
    return (timeline(telling, subject, code, ChartKind.STACKED, about),)


def _subtitle(telling: Telling, subject: Subject, code: str, finding: Finding | None, by_month: bool) -> Text:
    """What is drawn, and what it was before where the title tells of that."""
    drawn = of_one(telling, telling.say(*SHOWN[code.endswith(MEDIAN), by_month], name=telling.title_label(code)), subject)
    was = earlier(telling, subject, code) if finding and "measure" in finding.words else ()
    unique = telling.say("охват — уникальные люди, его не складывают", "reach counts unique people and is never added up")
    return joined(drawn, was, "; ", unique)


def _totals(telling: Telling, subject: Subject, code: str, finding: Finding | None) -> tuple[Callout, ...]:
    """Why the total may differ much while the median post does not."""
    total = code.removesuffix(MEDIAN)
    change = subject.change(total)
    is_large = change is not None and change.relative.value is not None and abs(change.relative.value) >= LARGE
    if not is_large or finding is None or not finding.code.endswith("_steady"):
        return ()
    if change.accounts != subject.now.numbers[total].accounts:
        return ()
    text = telling.say(
        "{name} {whole} {by} {against}, но медианная публикация — в пределах обычных колебаний",
        "{name} {whole} {by} {against}, yet the median post stays within its usual variation",
        whole=telling.word("в день", "per day") if change.is_per_day else telling.word("в сумме", "in total"),
        against=against(telling, "before"),
        name=telling.title_label(total),
        by=telling.percent(change.relative, signed=True),
    )
    return (Callout(text),)


def _title(telling: Telling, own: Subject, code: str) -> Text:
    """The sum over posts is put to no test, that of accounts convinces of nothing: not a word on how it changed."""
    total = telling.figure(own.now.numbers[code], short=True)
    title = telling.say("{name} за период — {n}", "{name} over the period: {n}", name=telling.title_label(code), n=total)
    return in_some(telling, own, title, own.now.numbers[code])
