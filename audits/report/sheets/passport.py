"""The first sheet: whose audit, which period and zone, from which snapshot, and what every sheet holds."""

from audits.measures.calendar import why_one
from audits.report.telling import Telling
from smmstrategy.law.meta import META_NOTE, names_meta
from smmstrategy.reports.document import Cell, Day, Field, Grid, Quote, Sheet


def sheet(telling: Telling, others: tuple[Sheet, ...]) -> Sheet:
    evidence, about = telling.evidence, telling.facts.about
    rows: list[tuple[str, Cell]] = [
        (telling.word("Бренд", "Brand"), Quote(evidence.brand)),
        (telling.word("Клиент", "Client"), Quote(evidence.client)),
        (telling.word("Номер аудита", "Audit number"), telling.own("audit_number", about.id, "number of the audit")),
        (telling.word("Версия", "Version"), telling.own("issue", about.issue, "sealed audits of the brand for these months")),
        *([(telling.word("Автор", "Author"), Quote(about.author))] if about.author else ()),
        (telling.word("Первый день", "First day"), Day(evidence.period.first)),
        (telling.word("Последний день", "Last day"), Day(evidence.period.last)),
        *_windows(telling),
        (telling.word("Часовой пояс", "Time zone"), Quote(evidence.time_zone)),
        (telling.word("Валюта", "Currency"), Quote(evidence.currency)),
        (telling.word("Нулевой замер", "Baseline"), telling.word("да", "yes") if about.is_baseline else telling.word("нет", "no")),
        (telling.word("Собрано", "Collected"), telling.day(evidence.collected_until) if evidence.collected_until else None),
        (telling.word("Критерии, версия", "Criteria, version"), Quote(telling.facts.criteria_version)),
        (telling.word("Модель зрелости, версия", "Maturity model, version"), Quote(telling.facts.maturity_version)),
        (telling.word("Рекомендации, версия", "Recommendations, version"), Quote(telling.facts.opportunities_version)),
        (telling.word("Правовые нормы, версия", "Rules of law, version"), Quote(telling.facts.law_version)),
        *((_version(telling, name), Quote(version)) for name, version in sorted(telling.facts.versions.items())),
    ]
    about_sheets = tuple((other.name, other.intro[0] if other.intro else None) for other in others)
    grids = (
        Grid((Field(telling.word("Паспорт", "Passport"), width=34), Field("", width=60)), tuple(rows)),
        Grid(
            (Field(telling.word("Лист", "Sheet"), width=34), Field(telling.word("Что на нём", "What it holds"), width=60)),
            about_sheets,
        ),
    )
    return Sheet(telling.word("Паспорт", "Passport"), grids, intro=_intro(telling))


def _version(telling: Telling, name: str) -> Cell:
    return telling.word("Методика, версия", "Methodology, version") if name == "methodology" else Quote(name)


def _windows(telling: Telling) -> list[tuple[str, Cell]]:
    evidence = telling.evidence
    earlier = (("before", evidence.before), ("year_earlier", evidence.year_earlier))
    return [
        (
            telling.say("Сравнение: {name}", "Compared with {name}", name=telling.window(name)),
            telling.period(period.first, period.last),
        )
        for name, period in earlier
        if period
    ] + _one_window(telling)


def _one_window(telling: Telling) -> list[tuple[str, Cell]]:
    """Why nothing is compared with a year earlier by itself."""
    why = {
        "same": ("те же дни, что прошлый период: сравнение одно", "the same days as the previous period: compared once"),
        "overlap": (
            "те же месяцы заходят на прошлый период: сравнение с ним одним",
            "overlaps the previous period: only that is compared",
        ),
    }.get(why_one(telling.evidence.period))
    return [(telling.word("Год назад", "A year earlier"), telling.word(*why))] if why and telling.evidence.before else []


def _intro(telling: Telling) -> tuple:
    lines = [
        telling.say("Пустая ячейка — значение неизвестно, это не ноль.", "An empty cell means not known, which is not nought.")
    ]
    named = " ".join(f"{a.network} {a.name} {a.handle}" for a in telling.evidence.accounts)
    if telling.language == "ru" and names_meta(named):
        lines.append((META_NOTE,))
    return tuple(lines)
