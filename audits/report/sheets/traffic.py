"""The sheet of traffic: by month, source and tag, of the websites that are told together and then of each other one."""

from collections.abc import Iterator, Sequence

from audits.evidence import Number, Segment, Subject, Window
from audits.measures.traffic import VISITED
from audits.report import names
from audits.report.blocks import in_some
from audits.report.pages.traffic import COLUMNS, beside_visits
from audits.report.telling import Telling, value
from audits.report.wording.parts import as_in_the_file, source_name
from audits.report.words import joined
from smmstrategy.reports.document import Cell, ChartKind, Field, Grid, Part, Sheet, SheetChart, Text

OF_A_SOURCE = 200  # characters of a source


def sheet(telling: Telling) -> Sheet:
    now = telling.evidence.own.now
    counted = [code for code in VISITED if value(now, code)]
    by_month = [code for code in COLUMNS if counted and any(code in beside_visits(part.numbers) for part in now.months)]
    months = names.months([part.key for part in now.months], telling.language)
    by_source = [source_name(part.key, telling.language, OF_A_SOURCE) for part in now.sources]
    by_tag = [as_in_the_file(part.key, OF_A_SOURCE) for part in now.tags]
    month, source = telling.word("Месяц", "Month"), telling.word("Источник", "Source")
    tables = [
        (telling.word("По месяцам", "By month"), month, months if by_month else [], now.months),
        (telling.word("По источникам", "By source"), source, by_source, now.sources),
        (
            telling.word("По меткам, как в файлах", "By tag, as in the files"),
            source,
            by_tag if by_tag != by_source else [],
            now.tags,
        ),
    ]
    grids = tuple(_broken_down(telling, *one) for one in tables if one[2]) + tuple(_of_others(telling))
    chart = SheetChart(ChartKind.COLUMNS, telling.title_label(by_month[0]), 0, 0, (1,)) if by_month else None
    intro = telling.say("Визиты на сайт и их результат", "Visits to the website and what came of them")
    intro = in_some(telling, telling.evidence.own, intro, now.numbers[counted[0]]) if counted else intro
    of_parts = telling.of_parts(now.numbers[counted[0]]) if counted else ""
    lead = joined(intro, f"; {of_parts}") if of_parts else intro
    lead = joined(lead, _of_some_days(telling, now.sources), _beside_visits_alone(telling, (*now.months, *now.sources, *now.tags)))
    return Sheet(telling.word("Трафик", "Traffic"), grids, (chart,) if chart else (), (lead,))


def _of_some_days(telling: Telling, sources: tuple[Segment, ...]) -> Text:
    known = [number for one in sources for number in one.numbers.values() if number.coverage is not None]
    least = min(known, key=lambda number: number.coverage, default=None)
    if least is None or least.coverage == 1:
        return ()
    words = "; источники известны не за все дни, покрытие от {share}", "; sources are not known of all days, coverage from {share}"
    return telling.say(*words, share=telling.coverage_of(least))


def _beside_visits_alone(telling: Telling, parts: Sequence[Segment]) -> Text:
    if all(beside_visits(part.numbers).keys() >= part.numbers.keys() & {*COLUMNS} for part in parts):
        return ()
    return telling.say(
        "; показатели не тех же сайтов или дней, что визиты, здесь не показаны",
        "; measures that are not of the same websites and days as the visits are not shown here",
    )


def _broken_down(telling: Telling, title: str, head: str, labels: Sequence[Part], parts: tuple[Segment, ...]) -> Grid:
    """A line for each part, those of visits first."""
    codes = [code for code in COLUMNS if any(code in beside_visits(part.numbers) for part in parts)]
    fields = (Field(head, width=34), *(Field(telling.named(code), width=18) for code in codes))
    named = zip(labels, parts, strict=True)
    ordered = named if parts is telling.evidence.own.now.months else sorted(named, key=lambda one: "visits" not in one[1].numbers)
    rows = tuple((label, *(_cell(telling, beside_visits(part.numbers).get(code)) for code in codes)) for label, part in ordered)
    return Grid(fields, rows, title)


def _of_others(telling: Telling) -> Iterator[Grid]:
    """What is known of websites of which nothing stands in the brand's numbers or the tables above: each has rows of its own."""
    kinds = {
        "whole": telling.word("За весь период, другие сайты", "Over the whole period, other websites"),
        "months": telling.word("По месяцам, другие сайты", "By month, other websites"),
        "sources": telling.word("По источникам, другие сайты", "By source, other websites"),
        "tags": telling.word("По меткам, как в файлах, другие сайты", "By tag, as in the files, other websites"),
    }
    for kind, title in kinds.items():
        above = {account for part in _lines(telling.evidence.own.now, kind) for account in _accounts(part)}
        sites = (one for one in telling.evidence.own_accounts if not one.is_social and above.isdisjoint(one.account_ids))
        rows = [(site, part) for site in sites for part in _lines(site.now, kind) if _accounts(part)]
        if rows:
            yield _by_website(telling, title, kind, rows)


def _lines(window: Window, kind: str) -> tuple[Segment, ...]:
    return (Segment("", window.numbers),) if kind == "whole" else getattr(window, kind)


def _accounts(part: Segment) -> set[int]:
    """Of whose traffic a line is."""
    return {account for code in COLUMNS if (number := value(part, code)) for account in number.accounts}


def _by_website(telling: Telling, title: str, kind: str, rows: Sequence[tuple[Subject, Segment]]) -> Grid:
    beside = [beside_visits(part.numbers) for _site, part in rows]
    codes = [code for code in COLUMNS if any(code in numbers for numbers in beside)]
    heads = [telling.word("Сайт", "Website")]
    heads += {"whole": [], "months": [telling.word("Месяц", "Month")]}.get(kind, [telling.word("Источник", "Source")])
    fields = (*(Field(head, width=34) for head in heads), *(Field(telling.named(code), width=18) for code in codes))
    names_of_lines = _named(telling, kind, [part.key for _site, part in rows])
    cells = tuple(
        (telling.subject(site, names.WHOLE), *label, *(_cell(telling, numbers.get(code)) for code in codes))
        for (site, _part), label, numbers in zip(rows, names_of_lines, beside, strict=True)
    )
    return Grid(fields, cells, title)


def _named(telling: Telling, kind: str, keys: Sequence[str]) -> list[tuple[Part, ...]]:
    """What stands between a website and its numbers."""
    if kind == "whole":
        return [()] * len(keys)
    if kind == "months":
        labels = dict(zip(every := list(dict.fromkeys(keys)), names.months(every, telling.language), strict=True))
        return [(labels[key],) for key in keys]
    return [
        (source_name(key, telling.language, OF_A_SOURCE) if kind == "sources" else as_in_the_file(key, OF_A_SOURCE),)
        for key in keys
    ]


def _cell(telling: Telling, number: Number | None) -> Cell:
    return telling.figure(number) if number is not None and number.value is not None else None
