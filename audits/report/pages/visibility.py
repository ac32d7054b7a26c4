"""How much the brand is seen: views by month, reach and frequency."""

from decimal import Decimal

from audits.evidence import Finding, Number, Subject
from audits.report.blocks import card, earlier, in_some, of_one, timeline
from audits.report.frame import framed, views_apart
from audits.report.telling import Telling, value
from audits.report.titles import headline, strongest, told_of
from audits.report.wording.parts import against
from audits.report.words import joined
from smmstrategy.reports.document import Callout, Cards, ChartKind, Page, Text

OF_DAYS = "account_views_change"  # what it counts are not posts
CODES = ("views_change", "reach_change", OF_DAYS, "frequency", "post_frequency", "views_steady", "reach_steady")
LARGE = Decimal("0.1")
SEEN = ("views", "views.median", "reach.median", "frequency", "account_reach", "impressions")


def pages(telling: Telling) -> tuple[Page, ...]:
    found, whose = strongest(telling, *CODES), (told_of(telling, *CODES), telling.evidence.own)
    subject = next((one for one in whose if _charted(one, found)), None)
    if subject is None:
        return ()
    code = _charted(subject, found)
    title = headline(telling, *CODES) or _title(telling, subject, code)
    subtitle = telling.say(
        "{name} по месяцам; охват — уникальные люди, его не складывают",
        "{name} by month; reach counts unique people and is never added up",
        name=of_one(telling, (telling.title_label(code),), subject),
    )
    by_month = any(value(month, code) for month in subject.now.months)
    months = (timeline(telling, subject, code, ChartKind.STACKED, title),) if by_month else ()
    seen = {code: number for code in (code, *SEEN) if (number := value(subject.now, code))}
    if _is_counted_once(seen):
        del seen["impressions"]
    cards = Cards(tuple(card(telling, subject, one) for one in SEEN if one in seen))
    blocks = (cards, *months, *_totals(telling, subject, code))
    posts = found.numbers.get("n") if found and found.code != OF_DAYS else None
    posts = posts or value(subject.now, "posts")
    if found and "measure" in found.words:
        measure = found.words["measure"]
        lead = telling.say("медианная публикация: ", "the median post: ") if measure.endswith(".median") else ()
        subtitle = joined(subtitle, earlier(telling, subject, measure, lead))
    return (
        framed(
            telling,
            "visibility",
            title,
            *blocks,
            subtitle=subtitle,
            numbers=[*seen.values(), *([found.numbers["now"]] if found and "now" in found.numbers else [])],
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


def _charted(subject: Subject, found: Finding | None) -> str | None:
    """What the title says of accounts' own counts; otherwise the first that is known."""
    if found and found.code == OF_DAYS:
        return found.words["measure"]
    return next((code for code in ("views", "impressions", "account_views") if value(subject.now, code)), None)


def _totals(telling: Telling, subject: Subject, code: str) -> tuple[Callout, ...]:
    """Why the total may differ much while the median post does not."""
    change, found = subject.change(code), strongest(telling, *CODES)
    is_large = change is not None and change.relative.value is not None and abs(change.relative.value) >= LARGE
    if not is_large or found is None or not found.code.endswith("_steady"):
        return ()
    text = telling.say(
        "{name} {whole} {by} {against}, но медианная публикация — в пределах обычных колебаний",
        "{name} {whole} {by} {against}, yet the median post stays within its usual variation",
        whole=telling.word("в день", "per day") if change.is_per_day else telling.word("в сумме", "in total"),
        against=against(telling, "before"),
        name=telling.title_label(code),
        by=telling.percent(change.relative, signed=True),
    )
    return (Callout(text),)


def _title(telling: Telling, own: Subject, code: str) -> Text:
    """The sum over posts is put to no test, that of accounts convinces of nothing: not a word on how it changed."""
    total = telling.figure(own.now.numbers[code], short=True)
    said = telling.say("{name} за период — {n}", "{name} over the period: {n}", name=telling.title_label(code), n=total)
    return in_some(telling, own, said, own.now.numbers[code])
