"""The sheets a careful reader checks first: gaps in the data, formulas with versions, the files the numbers came from."""

from audits.evidence import Missing
from audits.report.gaps import gaps, in_doubt
from audits.report.pages.appendix import formulas
from audits.report.reasons import reason
from audits.report.telling import Telling
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.reports.document import Cell, Day, Field, Grid, Quote, Sheet


def sheets(telling: Telling) -> tuple[Sheet, ...]:
    return (_gaps(telling), _method(telling), _log(telling))


def _gaps(telling: Telling) -> Sheet:
    fields = (
        Field(telling.word("Аккаунт", "Account"), width=30),
        Field(telling.word("Показатель", "Measure"), width=26),
        Field(telling.word("Известно", "Known"), width=11),
        Field(telling.word("Ожидалось", "Expected"), width=11),
        Field(telling.word("Доля", "Share"), width=10),
        Field(telling.word("Причина", "Reason"), width=40),
        Field(telling.word("Пробел с", "Gap from"), width=13),
        Field(telling.word("Пробел по", "Gap to"), width=13),
    )
    rows: list[tuple[Cell, ...]] = []
    for c in gaps(telling):
        known = telling.own(f"account-{c.account_id}.known.{c.metric}", c.known, "days or posts of which it is known")
        expected = telling.own(f"account-{c.account_id}.expected.{c.metric}", c.expected, "days or posts of the period")
        whose = (
            telling.account(c.account_id),
            telling.title_label(c.metric),
            known,
            expected,
            telling.percent(c.share),
            reason(c.reason, telling.language),
        )
        rows += [(*whose, Day(gap.first), Day(gap.last)) for gap in c.gaps] or [(*whose, None, None)]
    for account_id, days in in_doubt(telling):
        of = (telling.account(account_id, 60), telling.title_label("posts"), None, None, None)
        rows.append((*of, reason(Missing.IN_DOUBT, telling.language), Day(days.first), Day(days.last)))
    intro = telling.say(
        "Чего нет и почему: сначала нужные показатели (известные за период, а публикации, подписчики и визиты — всегда), "
        "затем остальные; пробел никогда не считается нулём",
        "What is missing and why: the wanted measures first (those known of the period, and posts, followers and visits always), "
        "then the others; a gap is never counted as nought",
    )
    return Sheet(telling.word("Пробелы данных", "Data gaps"), (Grid(fields, tuple(rows)),), intro=(intro,))


def _method(telling: Telling) -> Sheet:
    fields = (
        Field(telling.word("Код и версия", "Code and version"), width=22),
        Field(telling.word("Показатель", "Measure"), width=44),
        Field(telling.word("Формула", "Formula"), width=50),
    )
    note = Field(telling.word("Примечание", "Note"), width=70)
    sourced = (*fields, note, Field(telling.word("Откуда определение", "Where it is defined"), width=44))
    rates = Grid(sourced, tuple(_formula(telling, row) for row in formulas(telling)), telling.word("Формулы", "Formulas"))
    used = {origin.metric.split("@")[0] for origin in telling.origins.values()}
    known = tuple(
        (code, telling.title_label(code), m.note(telling.language) or None) for code, m in METRICS.items() if code in used
    )
    noted = Grid(
        (fields[0], fields[1], note),
        known,
        telling.word("Показатели источников", "Measures of the sources"),
    )
    intro = telling.say(
        "Значения с разными кодами между собой не сравнивают", "Values of different codes are not compared with each other"
    )
    return Sheet(telling.word("Методика", "Method"), (rates, noted), intro=(intro,))


def _formula(telling: Telling, row: tuple[str, str, str]) -> tuple[Cell, ...]:
    """With its note, and with where its definition is taken from."""
    formula = FORMULAS[row[0].split("@")[0]]
    return *row, formula.note(telling.language) or None, Quote(formula.source) if formula.source else None


def _log(telling: Telling) -> Sheet:
    fields = (
        Field(telling.word("Файл", "File"), width=50),
        Field(telling.word("Вид", "Kind"), width=46),
        Field("SHA-256", width=68),
        Field(telling.word("Загружен", "Imported"), width=18),
    )
    rows = tuple(
        (
            Quote(f.file_name),
            Quote(telling.file_kind(f.kind)),
            Quote(f.sha256),
            f.applied_at.replace(tzinfo=None) if f.applied_at else None,
        )
        for f in telling.evidence.imports
    )
    intro = telling.say("Файлы, из которых взяты числа; время — UTC", "The files the numbers came from; times are UTC")
    return Sheet(telling.word("Журнал", "Log"), (Grid(fields, rows),), intro=(intro,))
