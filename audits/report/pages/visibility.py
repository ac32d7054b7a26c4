"""How much the brand is seen: views by month, reach and frequency."""

from audits.evidence import Subject
from audits.report.blocks import card, timeline
from audits.report.frame import framed
from audits.report.telling import Telling, value
from audits.report.titles import headline
from smmstrategy.reports.document import Cards, ChartKind, Page, Text

CODES = ("views_change", "reach_change", "frequency", "views_steady", "reach_steady")
SEEN = ("views", "views.median", "reach.median", "frequency", "account_reach", "impressions")


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    code = next((code for code in ("views", "impressions", "account_views") if value(own.now, code)), None)
    if code is None:
        return ()
    title = headline(telling, *CODES) or _title(telling, own, code)
    subtitle = telling.say(
        "{name} по месяцам; охват — уникальные люди, его не складывают",
        "{name} by month; reach counts unique people and is never added up",
        name=telling.title_label(code),
    )
    chart = timeline(telling, own, code, ChartKind.STACKED, title)
    cards = Cards(tuple(card(telling, own, seen) for seen in SEEN if value(own.now, seen)))
    numbers = [own.now.numbers[code]]
    return (framed(telling, "visibility", title, cards, chart, subtitle=subtitle, numbers=numbers, codes=CODES),)


def _title(telling: Telling, own: Subject, code: str) -> Text:
    total = telling.figure(own.now.numbers[code], short=True)
    if own.change(code) is None:
        return telling.say("{name} за период — {n}", "{name} over the period: {n}", name=telling.title_label(code), n=total)
    return telling.say(
        "{name} — {n}: без значимых изменений к прошлому периоду",
        "{name}: {n}, no significant change against the previous period",
        name=telling.title_label(code),
        n=total,
    )
