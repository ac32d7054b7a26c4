"""What accounts count of themselves, by month or day, where nobody knows their posts: how many there were and what they got."""

from audits.evidence import Subject
from audits.measures.days import OF_ACCOUNTS
from audits.measures.numbers import of_same_accounts
from audits.report.blocks import card, chip, dash, drawn_months, in_some, of_a_day, table, timeline, windows
from audits.report.frame import framed
from audits.report.names import OF_A_LINE
from audits.report.telling import Telling, value
from audits.report.words import capitalised, joined
from smmstrategy.reports.document import Block, Cards, ChartKind, Page, Part, Row, Text


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    codes = [code for code in reversed(OF_ACCOUNTS) if value(own.now, code)]
    if not codes:
        return ()
    title = _title(telling, own, codes)
    lead = telling.say(
        "из таблиц по дням или месяцам: публикации этого не говорят; к суммам по публикациям не прибавляется",
        "from tables by day or month, where posts do not tell as much; not added to sums over posts",
    )
    page = framed(
        telling,
        "totals",
        title,
        *_blocks(telling, own, codes, title),
        subtitle=_of_one(telling, lead, _subjects(telling, codes)),
        numbers=[*(own.now.numbers[code] for code in codes), *of_a_day(own, codes)],
        changes=[(s.key, code, "before") for s in (own, *_subjects(telling, codes)) for code in codes if s.change(code)],
        advises=False,
    )
    return (page,)


def _of_one(telling: Telling, lead: Text, subjects: list[Subject]) -> Text:
    """With whose they are where it is one account of several."""
    is_named = len(subjects) == 1 < len(telling.evidence.own_accounts)
    return joined(telling.subject(subjects[0], OF_A_LINE), ": ", lead) if is_named else capitalised(lead)


def _title(telling: Telling, own: Subject, codes: list[str]) -> Text:
    """Both totals where they are of the same accounts, else the first alone."""
    numbers = [own.now.numbers[code] for code in codes]
    parts = {code: telling.figure(number, short=True) for code, number in zip(codes, numbers, strict=True)}
    if len(numbers) == len(OF_ACCOUNTS) and of_same_accounts(*numbers):
        title = telling.say(
            "По итогам аккаунтов: взаимодействий — {account_interactions}, публикаций — {posts_published}",
            "By the accounts’ own totals: {account_interactions} interactions, {posts_published} posts",
            **parts,
        )
    else:
        name = telling.in_a_sentence(codes[0])
        title = telling.say(
            "По итогам аккаунтов: {name} — {n}", "By the accounts’ own totals: {name} {n}", name=name, n=parts[codes[0]]
        )
    return in_some(telling, own, title, numbers[0])


def _subjects(telling: Telling, codes: list[str]) -> list[Subject]:
    return [s for s in telling.evidence.own_accounts if any(value(s.now, code) for code in codes)]


def _blocks(telling: Telling, own: Subject, codes: list[str], title: Text) -> tuple[Block, ...]:
    """Both totals, and a row of each account or, of one alone, its months where any is known."""
    cards, subjects = Cards(tuple(card(telling, own, code) for code in codes)), _subjects(telling, codes)
    if len(subjects) == 1:
        months = drawn_months(windows(own, "now"), codes[0])
        if not any(value(month, codes[0]) for month in months):
            return (cards,)
        chart = timeline(telling, subjects[0], codes[0], ChartKind.STACKED, title, title=(telling.title_label(codes[0]),))
        return cards, chart
    heads: list[tuple[Part, str, int]] = [(telling.word("Аккаунт", "Account"), "left", 4)]
    for code in codes:
        heads += [(telling.title_label(code), "right", 3), ("Δ", "right", 3)]
    return cards, table(telling, heads, [_row(telling, s, codes) for s in subjects], title)


def _row(telling: Telling, subject: Subject, codes: list[str]) -> Row:
    cells: list = [telling.subject(subject, OF_A_LINE)]
    for code in codes:
        number = value(subject.now, code)
        cells += [telling.figure(number) if number else "—", dash(chip(telling, subject, subject.change(code)))]
    return Row(tuple(cells))
