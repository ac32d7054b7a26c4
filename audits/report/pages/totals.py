"""What accounts count of themselves, by month or day, where nobody knows their posts: how many there were and what they got."""

from audits.evidence import Subject
from audits.measures.days import OF_ACCOUNTS
from audits.measures.numbers import of_same_accounts
from audits.report.blocks import card, chip, dash, drawn_months, in_some, of_a_day, table, timeline, uncompared, windows
from audits.report.frame import framed
from audits.report.names import OF_A_LINE
from audits.report.pages.scorecard import TO
from audits.report.telling import Telling, value
from audits.report.words import capitalised, joined
from smmstrategy.reports.document import Block, Cards, ChartKind, Delta, Page, Part, Row, Text


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    codes = [code for code in reversed(OF_ACCOUNTS) if value(own.now, code)]
    if not codes:
        return ()
    title = _title(telling, own, codes)
    page = framed(
        telling,
        "totals",
        title,
        *_blocks(telling, own, codes, title),
        subtitle=_subtitle(telling, _subjects(telling, codes), codes),
        numbers=[*(own.now.numbers[code] for code in codes), *of_a_day(own, codes)],
        changes=[(s.key, code, "before") for s in (own, *_subjects(telling, codes)) for code in codes if s.change(code)],
        advises=False,
    )
    return (page,)


def _subtitle(telling: Telling, subjects: list[Subject], codes: list[str]) -> Text:
    """Whose they are where it is one account of several; of several, against what they changed."""
    lead = telling.say(
        "из таблиц по дням или месяцам: публикации этого не говорят; к суммам по публикациям не прибавляется",
        "from tables by day or month, where posts do not tell as much; not added to sums over posts",
    )
    if len(subjects) == 1 < len(telling.evidence.own_accounts):
        return joined(telling.subject(subjects[0], OF_A_LINE), ": ", lead)
    if not (compared := _compared(subjects, codes)):
        return capitalised(lead)
    against = telling.say("; Δ — к {to}", "; Δ against {to}", to=telling.word(*TO[telling.called("before")]))
    missing = [(s, code, "before") for s in subjects for code in compared if value(s.now, code) and not s.change(code)]
    return uncompared(telling, joined(capitalised(lead), against), *missing)


def _title(telling: Telling, own: Subject, codes: list[str]) -> Text:
    """Both totals where they are of the same accounts, else the first alone."""
    numbers = [own.now.numbers[code] for code in codes]
    parts = {code: telling.figure(number, short=True) for code, number in zip(codes, numbers, strict=True)}
    if len(numbers) == len(OF_ACCOUNTS) and of_same_accounts(*numbers):
        title = telling.say(
            "По итогам аккаунтов: взаимодействий — {account_interactions}, публикаций — {posts_published}",
            "By the accounts’ own totals: {account_interactions} {account_interactions:interaction|interactions}, "
            "{posts_published} {posts_published:post|posts}",
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
    compared = _compared(subjects, codes)
    heads: list[tuple[Part, str, int]] = [(telling.word("Аккаунт", "Account"), "left", 4)]
    for code in codes:
        heads += [(telling.title_label(code), "right", 3), *([("Δ", "right", 3)] if code in compared else [])]
    return cards, table(telling, heads, [_row(telling, s, codes, compared) for s in subjects], title)


def _compared(subjects: list[Subject], codes: list[str]) -> list[str]:
    """What of several accounts has a column of changes: where any of them has one."""
    return [code for code in codes if any(s.change(code) for s in subjects)] if len(subjects) > 1 else []


def _row(telling: Telling, subject: Subject, codes: list[str], compared: list[str]) -> Row:
    cells: list[Part | Text | Delta] = [telling.subject(subject, OF_A_LINE)]
    for code in codes:
        number = value(subject.now, code)
        cells.append(telling.figure(number) if number else "—")
        if code in compared:
            cells.append(dash(chip(telling, subject, subject.change(code))))
    return Row(tuple(cells))
