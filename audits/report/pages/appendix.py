"""What a careful reader asks for: gaps in the data, a card of every account, formulas, files the numbers came from."""

from collections import Counter

from audits.evidence import UNCOUNTED, ImportNote, Missing, Subject
from audits.report.blocks import table
from audits.report.frame import PLAIN, framed, posts_of_all
from audits.report.gaps import alike, gaps, incomplete, missing, named, without_value
from audits.report.names import OF_A_LINE
from audits.report.pages import alone
from audits.report.pages.scorecard import posted
from audits.report.telling import Telling, value
from audits.report.wording.formulas import in_words
from audits.report.words import joined
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.reports.document import Bullets, Layout, Page, Quote, Row, Text

ACCOUNTS_ON_PAGE = 5
FILES_SHOWN = 6
NAMES_AT_MOST = 400  # characters; longer lists of files would go on on a slide of their own
GAPS_SHOWN = 10
FORMULAS_ASIDE = 6  # so few formulas leave room for the files at their side
CARD = (
    "followers_end",
    "growth_abs",
    "growth_rate",
    "posts",
    "posts_published",
    "posts_per_week",
    "views",
    "views.median",
    "reach.median",
    "interactions",
    "account_interactions",
    "er_day",
)


def pages(telling: Telling) -> tuple[Page, ...]:
    candidates = (_gaps(telling), *_accounts(telling), _method(telling))
    return tuple(page for page in candidates if page)


def _gaps(telling: Telling) -> Page | None:
    lacking = gaps(telling)
    groups = alike(lacking)
    if not lacking or (len(telling.evidence.own_accounts) == 1 and len(groups) <= alone.ROWS_AT_MOST):
        return None  # said beside the data
    heads = [
        (telling.word("Аккаунт", "Account"), "left", 2),
        (telling.word("Показатели", "Measures"), "left", 5),
        (telling.word("Известно", "Known"), "right", 1),
        (telling.word("Чего нет", "What is missing"), "left", 5),
    ]
    rows = [
        Row((telling.account(g[0].account_id, OF_A_LINE), named(telling, g), telling.percent(g[0].share), missing(telling, g[0])))
        for g in groups[:GAPS_SHOWN]
    ]
    title = _gaps_title(telling)
    subtitle = telling.say(
        "У каждого аккаунта свои; сначала самые неполные из нужных; каждый показатель и пробел — в книге, лист «Пробелы данных»",
        "Counted account by account; of the wanted the least known first; every measure and gap: workbook, sheet “Data gaps”",
    )
    return framed(telling, "gaps", title, table(telling, heads, rows, title), subtitle=subtitle, numbers=[c.share for c in lacking])


def _gaps_title(telling: Telling) -> Text:
    """The wanted measures that are incomplete, which the share of those known lacks, and beside them what has no value."""
    n = telling.own("gaps", len(incomplete(telling)), "wanted measures of own accounts of which something is missing")
    rest = telling.own("without_value", len(without_value(telling)), "other measures of own accounts without a value")
    if not rest.value:
        return telling.say(
            "Неполных показателей — {n}: выводы по ним сделаны с оговоркой или не сделаны",
            "{n} {n:measure is|measures are} incomplete: said with caution or not at all",
            n=n,
        )
    if not n.value:
        return telling.say(
            "Нужные показатели известны полностью; без значения за период — ещё {m} {m:показатель|показателя|показателей}",
            "The wanted measures are known in full; {m} {m:other has|others have} no value for the period",
            m=rest,
        )
    return telling.say(
        "Неполных показателей — {n}, без значения за период — ещё {m}: выводы по ним сделаны с оговоркой или не сделаны",
        "{n} {n:measure is|measures are} incomplete, {m} {m:other has|others have} no value: said with caution or not at all",
        n=n,
        m=rest,
    )


def _accounts(telling: Telling) -> list[Page]:
    subjects = [s for s in telling.evidence.own_accounts if s.is_social and any(value(s.now, code) for code in CARD)]
    if sum(map(posted, subjects)) < 2:
        return []  # the scorecard has said it
    groups = [subjects[at : at + ACCOUNTS_ON_PAGE] for at in range(0, len(subjects), ACCOUNTS_ON_PAGE)]
    title = _accounts_title(telling, subjects)
    first, *others = groups
    continued = joined(title, telling.word(" (продолжение)", " (continued)"))
    return [
        _account_page(telling, 1, first, title),
        *(_account_page(telling, place, group, continued) for place, group in enumerate(others, 2)),
    ]


def _account_page(telling: Telling, place: int, subjects: list[Subject], title: Text) -> Page:
    codes = [code for code in CARD if any(value(s.now, code) for s in subjects)]
    heads = [(telling.word("Показатель", "Measure"), "left", 4), *((telling.subject(s), "right", 2) for s in subjects)]
    rows = [
        Row(
            (
                telling.named(code),
                *(telling.figure(n) if (n := value(s.now, code)) else "—" for s in subjects),
            )
        )
        for code in codes
    ]
    rows.append(Row((telling.word("ER, медиана", "ER, median"), *(_er(telling, s) for s in subjects))))
    rows.append(Row((telling.word("Формула ER", "ER formula"), *(telling.label(s.er) if s.er else "—" for s in subjects))))
    numbers = [number for s in subjects if (number := value(s.now, "posts"))]
    cards = table(telling, heads, rows, title)
    return framed(telling, f"accounts:{place}", title, cards, numbers=numbers, n=posts_of_all(telling))


def _accounts_title(telling: Telling, subjects: list[Subject]) -> Text:
    """Who of all has the most, on however many pages they stand."""
    publishing = [s for s in subjects if posted(s)]
    most = max(s.now.numbers["posts"].value for s in publishing)
    first, *others = (s for s in publishing if s.now.numbers["posts"].value == most)
    n = telling.figure(first.now.numbers["posts"])
    if others:
        return telling.say(
            "Карточки аккаунтов: больше всего публикаций, по {n}, в {k} {k:аккаунте|аккаунтах|аккаунтах}",
            "Account cards: the most posts come out in {k} {k:account|accounts}, {n} each",
            k=telling.own(f"posts_alike.{1 + len(others)}", 1 + len(others), "accounts with as many posts as the first"),
            n=n,
        )
    return telling.say(
        "Карточки аккаунтов: больше всего публикаций — {name}, {n}",
        "Account cards: the most posts come out in {name}, {n}",
        name=telling.subject(first, OF_A_LINE),
        n=n,
    )


def _er(telling: Telling, subject: Subject):
    number = value(subject.now, f"{subject.er}.median")
    return telling.figure(number) if number else "—"


def formulas(telling: Telling) -> list[tuple[str, str, str]]:
    """(code@version, name, formula) of the formulas whose figures the document shows."""
    used = {origin.metric for origin in telling.origins.values()}
    return [(f.id, f.name(telling.language), in_words(f.text, telling.language)) for f in FORMULAS.values() if f.id in used]


def _method(telling: Telling) -> Page | None:
    used = [row for row in formulas(telling) if row[0] not in PLAIN]
    if not used:
        return None
    heads = [
        (telling.word("Код", "Code"), "left", 2),
        (telling.word("Показатель", "Measure"), "left", 5),
        (telling.word("Формула", "Formula"), "left", 5),
    ]
    title = telling.say(
        "Показатели посчитаны по {n} {n:формуле|формулам|формулам} с версиями",
        "The measures follow {n} versioned {n:formula|formulas}",
        n=telling.own("formulas", len(used), "formulas used in this document"),
    )
    subtitle = joined(_interactions(telling), _left_out(telling), _rules(telling))
    blocks = (table(telling, heads, [Row(row) for row in used], title), *_files(telling))
    layout = Layout.SPLIT if len(used) <= FORMULAS_ASIDE else Layout.CONTENT
    return framed(telling, "method", title, *blocks, subtitle=subtitle, layout=layout)


def _interactions(telling: Telling) -> Text:
    """What interactions are, where a figure of the document is made of them."""
    if not any("interactions" in f"{origin.metric} {origin.formula}" for origin in telling.origins.values()):
        return ()
    return telling.say(
        "Взаимодействия — сумма реакций, комментариев, репостов и сохранений, которые отдаёт площадка",
        "Interactions are the reactions, comments, shares and saves the network gives",
    )


def _left_out(telling: Telling) -> Text:
    """The parts of interactions that do not count, by account."""
    by_account: dict[int, list[str]] = {}
    for row in gaps(telling):
        if row.reason == Missing.LEFT_OUT:
            by_account.setdefault(row.account_id, []).append(telling.label(row.metric))
    if not by_account:
        return ()
    listed = [(", ".join(labels), " (", telling.account(account_id), ")") for account_id, labels in by_account.items()]
    return telling.say(
        "; не вошли, потому что известны мало где: {parts}",
        "; left out as known of too few posts: {parts}",
        parts=joined(listed[0], *(piece for one in listed[1:] for piece in ("; ", one))),
    )


def _rules(telling: Telling) -> Text:
    """Where the rules stand by which formulas do not count some posts, where any is without one."""
    if not any(name == UNCOUNTED for origin in telling.origins.values() for name, _value in origin.inputs):
        return ()
    return telling.say(
        "; какие публикации формула не считает — в книге, лист «Методика»",
        "; which posts a formula does not count: in the workbook, sheet “Method”",
    )


def _files(telling: Telling) -> tuple[Bullets, ...]:
    """The files the numbers came from; of many how many there are of each kind: each of them stands in the workbook."""
    files = telling.evidence.imports
    if not files:
        return ()
    count = telling.own("imports", len(files), "files the numbers came from")
    if len(files) <= FILES_SHOWN and sum(len(f.file_name) for f in files) <= NAMES_AT_MOST:
        heading = telling.say("Источники: {n} {n:файл|файла|файлов}", "Sources: {n} {n:file|files}", n=count)
        return (Bullets(tuple(_file(telling, f) for f in files), heading),)
    heading = telling.say(
        "Источники: {n} {n:файл|файла|файлов}, поимённо — в книге, лист «Журнал»",
        "Sources: {n} {n:file|files}, each in the workbook, sheet “Log”",
        n=count,
    )
    return (Bullets((_kinds(telling, files),), heading),)


def _file(telling: Telling, note: ImportNote) -> Text:
    return (Quote(note.file_name), ", ", telling.day(note.applied_at)) if note.applied_at else (Quote(note.file_name),)


def _kinds(telling: Telling, files: tuple[ImportNote, ...]) -> Text:
    counted = Counter(telling.file_kind(f.kind) for f in files)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    figures = [(kind, telling.own(f"imports.{place}", n, f"files: {kind}")) for place, (kind, n) in enumerate(ordered)]
    return joined(*(part for place, (kind, n) in enumerate(figures) for part in ("; " if place else "", Quote(kind), " — ", n)))
