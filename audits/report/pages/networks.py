"""Every network beside the others, with what it was before."""

from audits.evidence import Subject
from audits.report.blocks import dash, of_a_day, table, uncompared
from audits.report.frame import framed, posts_of_all
from audits.report.pages.scorecard import TO, chip, posted
from audits.report.telling import Telling, value
from smmstrategy.reports.document import Page, Row, Text


def pages(telling: Telling) -> tuple[Page, ...]:
    networks = [s for s in telling.evidence.own_accounts if s.networks[0] != "website" and posted(s)]
    return (_networks(telling, networks),) if len(networks) > 1 else ()


def _networks(telling: Telling, subjects: list[Subject]) -> Page:
    own, heads = telling.evidence.own, [(telling.word("Аккаунт", "Account"), "left", 5)]
    for name in (telling.word("Подписчики", "Followers"), telling.title_label("views"), telling.title_label("interactions")):
        heads += [(name, "right", 4), ("Δ", "right", 3)]
    heads += [("ER", "right", 3), ("Δ", "right", 4)]
    ordered = sorted(subjects, key=lambda s: -(s.now.numbers["interactions"].value if value(s.now, "interactions") else 0))
    rows = [Row((telling.subject(s, 26), *_cells(telling, s))) for s in ordered]
    rows.append(Row((telling.word("Всего", "Total"), *_cells(telling, own)), emphasis=True))
    title = _network_title(telling, ordered)
    numbers = [s.now.numbers["interactions"] for s in ordered if value(s.now, "interactions")]
    numbers += [mean for s in (*ordered, own) for mean in of_a_day(s, _codes(s))]
    subtitle = telling.say(
        "Значение и изменение к {to}; ER — медиана; просмотры и ER площадки считают по-своему",
        "Value and change against {to}; ER is the median; views and ER differ by network",
        to=telling.word(*TO[telling.called("before")]),
    )
    missing = [(s, c, "before") for s in (*ordered, own) for c in _codes(s) if value(s.now, c) and not s.change(c)]
    subtitle = uncompared(telling, subtitle, *missing) if len(missing) < len(rows) * len(_codes(own)) else subtitle
    side_by_side = table(telling, heads, rows, title)
    return framed(telling, "networks", title, side_by_side, subtitle=subtitle, numbers=numbers, n=posts_of_all(telling))


def _codes(subject: Subject) -> tuple[str, ...]:
    return ("followers_end", "views", "interactions", f"{subject.er}.median")


def _cells(telling: Telling, subject: Subject) -> list:
    cells: list = []
    for code in _codes(subject):
        number = value(subject.now, code)
        cells += [
            dash(telling.figure(number, short=True) if number else None),
            dash(chip(telling, subject, subject.change(code), short=True)),
        ]
    return cells


def _network_title(telling: Telling, ordered: list[Subject]) -> Text:
    first, own = ordered[0], telling.evidence.own
    if not (value(first.now, "interactions") and value(own.now, "interactions")):
        posts = telling.figure(own.now.numbers["posts"])
        return telling.say("Публикаций во всех аккаунтах: {n}", "Posts in all accounts: {n}", n=posts)
    return telling.say(
        "Больше всего взаимодействий даёт {name}: {n} из {all}",
        "{name} brings most interactions: {n} of {all}",
        name=telling.subject(first, 30),
        n=telling.figure(first.now.numbers["interactions"], short=True),
        all=telling.figure(own.now.numbers["interactions"], short=True),
    )
