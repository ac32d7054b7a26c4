"""What a careful reader asks for: gaps in the data, a card of every channel, formulas, files the numbers came from."""

from audits.evidence import ImportNote, Subject
from audits.report.blocks import table
from audits.report.frame import framed
from audits.report.gaps import gaps, missing
from audits.report.pages import alone
from audits.report.pages.scorecard import posted
from audits.report.telling import Telling, value
from audits.report.words import shortened
from smmstrategy.metrics.formulas import FORMULAS, identity
from smmstrategy.reports.document import Bullets, Day, Layout, Page, Quote, Row, Text

CHANNELS_ON_PAGE = 5
FILES_SHOWN = 6
GAPS_SHOWN = 10
FORMULAS_ASIDE = 6  # so few formulas leave room for the files at their side
PLAIN = {identity(code) for code in ("count", "share", "times", "coverage", "change")}  # plain arithmetic: in the workbook alone
CARD = (
    "followers_end",
    "growth_rate",
    "posts",
    "posts_per_week",
    "views",
    "views.median",
    "reach.median",
    "interactions",
    "er_day",
)


def pages(telling: Telling) -> tuple[Page, ...]:
    found = (_gaps(telling), *_channels(telling), _method(telling))
    return tuple(page for page in found if page)


def _gaps(telling: Telling) -> Page | None:
    rows_of = gaps(telling)
    if not rows_of or (len(telling.evidence.own_accounts) == 1 and len(rows_of) <= alone.ROWS_AT_MOST):
        return None  # said beside the data
    heads = [
        (telling.word("Аккаунт", "Account"), "left", 3),
        (telling.word("Показатель", "Measure"), "left", 3),
        (telling.word("Известно", "Known"), "right", 2),
        (telling.word("Чего нет", "What is missing"), "left", 6),
    ]
    rows = [
        Row((telling.account(c.account_id, 26), telling.title_label(c.metric), telling.percent(c.share), missing(telling, c)))
        for c in rows_of[:GAPS_SHOWN]
    ]
    count = telling.own("gaps", len(rows_of), "measures of own accounts known only in part")
    title = telling.say(
        "Неполных показателей — {n}: выводы по ним сделаны с оговоркой или не сделаны",
        "{n} {n:measure is|measures are} known only in part: said with caution or not at all",
        n=count,
    )
    subtitle = telling.say(
        "Сначала самые неполные; все — в книге, лист «Пробелы данных»", "The least known first; all of them are in the workbook"
    )
    if len(rows_of) <= GAPS_SHOWN:
        subtitle = ()
    return framed(telling, "gaps", title, table(telling, heads, rows, title), subtitle=subtitle, numbers=[c.share for c in rows_of])


def _channels(telling: Telling) -> list[Page]:
    subjects = [s for s in telling.evidence.own_accounts if s.networks[0] != "website" and posted(s)]
    if len(subjects) < 2:
        return []  # the scorecard has said it
    groups = [subjects[at : at + CHANNELS_ON_PAGE] for at in range(0, len(subjects), CHANNELS_ON_PAGE)]
    return [_channel_page(telling, place, group) for place, group in enumerate(groups, 1)]


def _channel_page(telling: Telling, place: int, subjects: list[Subject]) -> Page:
    codes = [code for code in CARD if any(value(s.now, code) for s in subjects)]
    heads = [(telling.word("Показатель", "Measure"), "left", 4), *((telling.subject(s, 18).text, "right", 2) for s in subjects)]
    rows = [
        Row((telling.named(code), *(telling.figure(n) if (n := value(s.now, code)) else "—" for s in subjects))) for code in codes
    ]
    rows.append(Row((telling.word("ER, медиана", "ER, median"), *(_er(telling, s) for s in subjects))))
    rows.append(Row((telling.word("Формула ER", "ER formula"), *(telling.label(s.er) if s.er else "—" for s in subjects))))
    busiest = max(subjects, key=lambda s: s.now.numbers["posts"].value)
    title = telling.say(
        "Карточки каналов: больше всего публикаций — {name}, {n}",
        "Channel cards: the most posts come out in {name}, {n}",
        name=telling.subject(busiest, 30),
        n=telling.figure(busiest.now.numbers["posts"]),
    )
    return framed(
        telling, f"channels:{place}", title, table(telling, heads, rows, title), numbers=[s.now.numbers["posts"] for s in subjects]
    )


def _er(telling: Telling, subject: Subject):
    number = value(subject.now, f"{subject.er}.median")
    return telling.figure(number) if number else "—"


def formulas(telling: Telling) -> list[tuple[str, str, str]]:
    """(code@version, name, formula) of the formulas whose figures the document shows."""
    used = {origin.metric for origin in telling.origins.values()}
    return [(f.id, f.name(telling.language), f.text) for f in FORMULAS.values() if f.id in used]


def _method(telling: Telling) -> Page | None:
    found = [row for row in formulas(telling) if row[0] not in PLAIN]
    if not found:
        return None
    heads = [
        (telling.word("Код", "Code"), "left", 2),
        (telling.word("Показатель", "Measure"), "left", 5),
        (telling.word("Формула", "Formula"), "left", 5),
    ]
    title = telling.say(
        "Показатели посчитаны по {n} {n:формуле|формулам|формулам} с версиями",
        "The measures follow {n} versioned {n:formula|formulas}",
        n=telling.own("formulas", len(found), "formulas used in this document"),
    )
    subtitle = telling.say(
        "Взаимодействия — сумма реакций, комментариев, репостов и сохранений, которые отдаёт площадка",
        "Interactions are the reactions, comments, shares and saves the network gives",
    )
    blocks = (table(telling, heads, [Row(row) for row in found], title), *_files(telling))
    layout = Layout.SPLIT if len(found) <= FORMULAS_ASIDE else Layout.CONTENT
    return framed(telling, "method", title, *blocks, subtitle=subtitle, layout=layout)


def _files(telling: Telling) -> tuple[Bullets, ...]:
    """The latest files the numbers came from; all of them stand in the workbook."""
    files = telling.evidence.imports
    if not files:
        return ()
    count = telling.own("imports", len(files), "files the numbers came from")
    heading = telling.say("Источники: {n} {n:файл|файла|файлов}", "Sources: {n} {n:file|files}", n=count)
    return (Bullets(tuple(_file(telling, f) for f in files[:FILES_SHOWN]), heading),)


def _file(telling: Telling, note: ImportNote) -> Text:
    name = Quote(shortened(note.file_name, 60))
    return (name, ", ", Day(note.applied_at.date())) if note.applied_at else (name,)
