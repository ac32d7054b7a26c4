"""Every network beside the others, with what it was before."""

from collections.abc import Sequence

from audits.evidence import Number, Subject
from audits.report.blocks import chip, dash, of_a_day, table, uncompared
from audits.report.frame import framed, posts_of_all
from audits.report.names import OF_A_LINE
from audits.report.pages.scorecard import TO, posted
from audits.report.telling import Telling, value
from audits.report.words import capitalised, joined
from smmstrategy.reports.document import Delta, Page, Part, Row, Text

MEASURES = 4  # followers, views, interactions and ER, in the order of `_codes`


def pages(telling: Telling) -> tuple[Page, ...]:
    """Of accounts two of which publish, with every one whose followers are in the total."""
    publishing = [s for s in telling.evidence.own_accounts if s.is_social and posted(s)]
    shown = [s for s in telling.evidence.own_accounts if s.is_social and (posted(s) or value(s.now, "followers_end"))]
    return (_networks(telling, shown),) if len(publishing) > 1 else ()


def _networks(telling: Telling, subjects: list[Subject]) -> Page:
    own = telling.evidence.own
    ordered = sorted(subjects, key=lambda s: -(s.now.numbers["interactions"].value if value(s.now, "interactions") else 0))
    shown = (*ordered, own)
    compared = [place for place in range(MEASURES) if any(s.change(_codes(s)[place]) for s in shown)]
    rows = [Row((telling.subject(s, OF_A_LINE), *_cells(telling, s, compared))) for s in ordered]
    rows.append(Row((telling.word("Всего", "Total"), *_cells(telling, own, compared)), emphasis=True))
    title = _network_title(telling, ordered)
    numbers = [s.now.numbers["interactions"] for s in ordered if value(s.now, "interactions")]
    numbers += [mean for s in shown for mean in of_a_day(s, _codes(s))]
    side_by_side = table(telling, _heads(telling, compared), rows, title)
    subtitle = _subtitle(telling, shown, compared)
    changes = [(s.key, code, "before") for s in shown for code in _codes(s) if s.change(code)]
    n = posts_of_all(telling)
    return framed(telling, "networks", title, side_by_side, subtitle=subtitle, numbers=numbers, n=n, changes=changes)


def _heads(telling: Telling, compared: Sequence[int]) -> list[tuple[Part, str, int]]:
    """A measure has a column of changes where one of the rows has a change."""
    names = (telling.word("Подписчики", "Followers"), telling.title_label("views"), telling.title_label("interactions"), "ER")
    heads: list[tuple[Part, str, int]] = [(telling.word("Аккаунт", "Account"), "left", 5)]
    for place, (name, wide, delta) in enumerate(zip(names, (4, 4, 4, 3), (3, 3, 3, 4), strict=True)):
        heads += [(name, "right", wide), *([("Δ", "right", delta)] if place in compared else [])]
    return [*heads, *([(telling.word("Формула ER", "ER formula"), "left", 4)] if telling.mixes_rates else [])]


def _subtitle(telling: Telling, shown: Sequence[Subject], compared: Sequence[int]) -> Text:
    how = telling.say("ER — медиана; просмотры и ER площадки считают по-своему", "ER is the median; views and ER differ by network")
    if not compared:
        return capitalised(how)
    against = telling.word(*TO[telling.called("before")])
    lead = telling.say("Значение и изменение к {to}; ", "Value and change against {to}; ", to=against)
    codes = [(s, _codes(s)[place]) for s in shown for place in compared]
    missing = [(s, code, "before") for s, code in codes if value(s.now, code) and not s.change(code)]
    return uncompared(telling, joined(lead, how), *missing)


def _codes(subject: Subject) -> tuple[str, ...]:
    return ("followers_end", "views", "interactions", f"{subject.er}.median")


def _cells(telling: Telling, subject: Subject, compared: Sequence[int]) -> list[Part | Text | Delta]:
    cells: list[Part | Text | Delta] = []
    for place, code in enumerate(_codes(subject)):
        cells.append(_cell(telling, subject, value(subject.now, code)))
        if place in compared:
            cells.append(dash(chip(telling, subject, subject.change(code), short=True)))
    return [*cells, *([telling.label(subject.er) if subject.er else "—"] if telling.mixes_rates else [])]


def _cell(telling: Telling, subject: Subject, number: Number | None) -> Part | Text:
    """The number, and of how many accounts it is where it is not of all of a kind."""
    if number is None:
        return "—"
    some = telling.in_accounts(subject, number)
    return joined(telling.figure(number, short=True), " ", some) if some else telling.figure(number, short=True)


def _network_title(telling: Telling, ordered: list[Subject]) -> Text:
    first, own = ordered[0], telling.evidence.own
    if not (value(first.now, "interactions") and value(own.now, "interactions")):
        posts = telling.figure(own.now.numbers["posts"])
        return telling.say("Публикаций во всех аккаунтах: {n}", "Posts in all accounts: {n}", n=posts)
    most = first.now.numbers["interactions"]
    parts = {"n": telling.figure(most, short=True), "all": telling.figure(own.now.numbers["interactions"], short=True)}
    alike = sum(n.value == most.value for s in ordered if (n := value(s.now, "interactions")))
    if alike > 1:
        return telling.say(
            "Больше всего взаимодействий, по {n} из {all}, дают {k} {k:аккаунт|аккаунта|аккаунтов} сразу",
            "{k} accounts bring the most interactions, {n} of {all} each",
            k=telling.own("interactions_alike", alike, "accounts with as many interactions as the first"),
            **parts,
        )
    return telling.say(
        "Больше всего взаимодействий — {name}: {n} из {all}",
        "{name} brings the most interactions: {n} of {all}",
        name=telling.subject(first, OF_A_LINE),
        **parts,
    )
