"""What follows: strengths and problems, opportunities by impact and effort, the roadmap, and the risks of law."""

from collections.abc import Sequence

from audits.criteria import Group
from audits.evidence import Finding, Severity
from audits.findings.codes import ABOUT_DATA
from audits.opportunities import QuickWin
from audits.report.blocks import alt, table
from audits.report.frame import framed
from audits.report.opportunities import ListedOpportunity, figures_of, opportunities
from audits.report.pages import risks
from audits.report.pages.opening import SHOWN
from audits.report.pages.quality import of_criteria, score_of, scored_groups, scores, weak_criteria
from audits.report.telling import Telling
from audits.report.titles import all_of_severity, of_brand_first, of_severity, varied
from audits.report.wording.findings import said
from audits.report.words import capitalised, joined
from smmstrategy.reports.document import Bullets, Figure, Layout, Matrix, Page, Quote, Row, SlideNumber, Text

IN_MATRIX = 10
IN_TABLE = 10
IN_ROADMAP = 6
FEW = 4  # so few opportunities stand on one page
HORIZONS = (30, 60, 90)


OF_DATA = (
    "Самые весомые, суммы одного источника — одним выводом; все выводы — в книге, лист «Выводы»",
    "The weightiest, sums of one source as one; all are in the workbook, sheet “Findings”",
)
OF_EXPERTS_TOO = (
    "Самые весомые, суммы одного источника — одним выводом; все — в книге, листы «Выводы» и «Качественная оценка»",
    "The weightiest, sums of one source as one; all are in the workbook, sheets “Findings” and “Qualitative scores”",
)


def pages(telling: Telling) -> tuple[Page, ...]:
    chosen = opportunities(telling)
    planned = (_matrix, _table, _roadmap) if len(chosen) > FEW else () if _all_told(telling, chosen) else (_matrix,)
    candidates = (_balance(telling, chosen), *(page(telling, chosen) for page in planned), risks.page(telling))
    return tuple(page for page in candidates if page)


def _all_told(telling: Telling, chosen: list[ListedOpportunity]) -> bool:
    """Whether the summary says all there is to do, and nobody has weighed it yet."""
    return not chosen or (telling.website_alone is not None and not telling.facts.opportunities and len(chosen) <= SHOWN)


def _balance(telling: Telling, chosen: list[ListedOpportunity]) -> Page | None:
    """What gets in the way or needs attention is a weakness; a threat is what the data lacks and what the law says."""
    good = varied(of_severity(telling, Severity.GOOD))
    warned = varied(of_severity(telling, Severity.BAD, Severity.WARNING))
    bad, lacking = [f for f in warned if f.code not in ABOUT_DATA], [f for f in warned if f.code in ABOUT_DATA]
    strengths = _told(telling, _of_brand_first(good)) + _scored(telling, _groups(telling, True))
    weak = _groups(telling, False)
    weaknesses = _told(telling, _of_brand_first(bad)) + _scored(telling, weak) + _weak_alone(telling, weak)
    if not strengths + weaknesses:
        return None
    threats = _told(telling, lacking) + [(rule.name.in_language(telling.language),) for rule in risks.rules(telling)]
    columns = [
        Bullets(tuple(strengths[:SHOWN]), (telling.word("Сильные стороны", "Strengths"),), "good"),
        Bullets(tuple(weaknesses[:SHOWN]), (telling.word("Слабые стороны", "Weaknesses"),), "bad"),
        Bullets(tuple(o.text for o in chosen[:SHOWN]), (telling.word("Возможности", "Opportunities"),), "action"),
        Bullets(tuple(threats[:SHOWN]), (telling.word("Угрозы", "Threats"),), "neutral"),
    ]
    by_experts = len(strengths + weaknesses) > len(good + bad)
    title = _balance_title(telling, len(strengths), len(weaknesses), by_experts) if good + bad else _unfounded(telling)
    cut = max(len(strengths), len(weaknesses), len(threats)) > SHOWN or len(good + warned) < _in_the_workbook(telling)
    subtitle = telling.say(*(OF_EXPERTS_TOO if by_experts else OF_DATA))
    shown = (column for column in columns if column.items)
    return framed(telling, "balance", title, *shown, subtitle=subtitle if cut else (), layout=Layout.GRID)


def _in_the_workbook(telling: Telling) -> int:
    return len(all_of_severity(telling, Severity.GOOD, Severity.BAD, Severity.WARNING))


def _unfounded(telling: Telling) -> Text:
    return telling.say(
        "Данные не выделяют ни сильных, ни слабых сторон: здесь — оценки экспертов и возможности",
        "Data sets apart neither strengths nor weaknesses: here are the experts’ scores and opportunities",
    )


def _balance_title(telling: Telling, strong: int, weak: int, scored: bool) -> Text:
    """Counts all that the lists are of, `scored`: experts' scores among it."""
    counted = "findings, sums of one source once, and groups by experts' scores"
    parts = {
        "who": telling.word("Данные и оценки экспертов показывают", "Data and experts’ scores show")
        if scored
        else telling.word("Данные подтверждают", "Data confirms"),
        "a": telling.own("balance.good", strong, f"strengths: good {counted} from three on"),
        "b": telling.own("balance.bad", weak, f"weaknesses: {counted} below two, and criteria below it in other groups"),
    }
    if not weak:
        return telling.say(
            "{who} {a} {a:сильную сторону|сильные стороны|сильных сторон}, слабых не видно",
            "{who} {a} {a:strength|strengths}, no weakness seen",
            **parts,
        )
    if not strong:
        return telling.say(
            "{who} {b} {b:слабую сторону|слабые стороны|слабых сторон}, сильных не видно",
            "{who} {b} {b:weakness|weaknesses}, no strength seen",
            **parts,
        )
    return telling.say(
        "{who} {a} {a:сильную сторону|сильные стороны|сильных сторон} и {b} {b:слабую|слабые|слабых}",
        "{who} {a} {a:strength|strengths} and {b} {b:weakness|weaknesses}",
        **parts,
    )


def _of_brand_first(findings: list[Finding]) -> list[Finding]:
    """The weightiest as the summary has them, then the others."""
    return [*of_brand_first(findings[:SHOWN]), *findings[SHOWN:]]


def _told(telling: Telling, findings: Sequence[Finding]) -> list[Text]:
    return [capitalised(said(telling, finding, "clause")) for finding in findings]


def _groups(telling: Telling, strong: bool) -> list[tuple[Group, Figure]]:
    chosen = [(group, score) for group, score in scored_groups(telling) if (score.value >= 3 if strong else score.value < 2)]
    return sorted(chosen, key=lambda item: item[1].value, reverse=strong)


def _scored(telling: Telling, groups: list[tuple[Group, Figure]]) -> list[Text]:
    return [
        joined(group.name.in_language(telling.language), ": ", score, *((" ", *of) if (of := of_criteria(telling, group)) else ()))
        for group, score in groups
    ]


def _weak_alone(telling: Telling, groups: list[tuple[Group, Figure]]) -> list[Text]:
    """Criteria that need attention in groups that are not weak themselves."""
    in_groups, given = {group.id for group, _score in groups}, scores(telling)
    return [
        joined(one.name.in_language(telling.language), ": ", score_of(telling, one, given[one.id]))
        for one in weak_criteria(telling)
        if one.group not in in_groups
    ]


def _matrix(telling: Telling, chosen: list[ListedOpportunity]) -> Page:
    title = _matrix_title(telling, chosen)
    points = tuple((_label(telling, o, len(chosen) <= FEW), o.effort, o.impact) for o in chosen[:IN_MATRIX])
    across, up = telling.word("Усилия", "Effort"), telling.word("Эффект", "Impact")
    matrix = Matrix(points, across, up, alt(telling, title), little=QuickWin().effort, much=QuickWin().impact)
    subtitle = joined(
        telling.say("Эффект и усилия по шкале от одного до пяти", "Impact and effort from one to five"),
        *(("; ", *_first(telling, IN_MATRIX)) if len(chosen) > IN_MATRIX else ()),
    )
    return framed(telling, "opportunities", title, matrix, subtitle=subtitle)


def _matrix_title(telling: Telling, chosen: list[ListedOpportunity]) -> Text:
    quick = [o for o in chosen if QuickWin().includes(o)]
    parts = {
        "n": telling.own("opportunities.quick", len(quick), "opportunities of high impact, low effort, soon"),
        "all": telling.own("opportunities.all", len(chosen), "opportunities"),
        "days": figures_of(telling, min(quick or chosen, key=lambda opportunity: opportunity.horizon_days))[2],
    }
    if len(quick) == len(chosen):
        return telling.say(
            "{all} {all:возможность|возможности|возможностей} быстрой победы: первый результат через {days} {days:день|дня|дней}",
            "{all} quick {all:win|wins} to start with, the first result in {days} {days:day|days}",
            **parts,
        )
    if quick:
        return telling.say(
            "Быстрых побед — {n} из {all} {all:возможности|возможностей|возможностей}: {n:с неё|с них|с них} и стоит начать",
            "{n} of {all} opportunities {n:is a quick win|are quick wins}: start there",
            **parts,
        )
    return telling.say(
        "К работе — {all} {all:возможность|возможности|возможностей}, первый результат через {days} {days:день|дня|дней}",
        "{all} {all:opportunity|opportunities} to work on, the first result in {days} {days:day|days}",
        **parts,
    )


def _label(telling: Telling, opportunity: ListedOpportunity, in_full: bool) -> Text:
    """With what it rests on and when it is due where no table of them follows."""
    if not in_full:
        return opportunity.text
    days = figures_of(telling, opportunity)[2]
    due = telling.say("{days} {days:день|дня|дней}", "{days} {days:day|days}", days=days)
    where = _where(telling, opportunity)
    return joined(opportunity.text, " (", *((*where, ", ") if where else ()), *due, ")")


def _where(telling: Telling, opportunity: ListedOpportunity) -> Text:
    """The slide that tells what the opportunity rests on, of one of those it is about, else one that lists it or the change.

    Where none does, the sheet of all findings; () where it rests on none.
    """
    of_findings = (telling.pages.get((f.code, f.subject)) for f in opportunity.rests_on)
    listed = (telling.lists.get(f.code) or telling.changes.get(_change(f)) for f in opportunity.rests_on)
    page = next((page for page in (*of_findings, *listed) if page), None)
    if page:
        return telling.say("слайд {n}", "slide {n}", n=SlideNumber(page))
    return telling.say("книга, «Выводы»", "workbook, “Findings”") if opportunity.rests_on else ()


def _change(finding: Finding) -> tuple[str, str, str]:
    """Whose change it is about, of which measure, against which window; a reason is one of a change of the median post."""
    measure, against = (finding.words.get(word, "") for word in ("measure", "against"))
    return finding.subject, f"{measure.split('.')[0]}.median" if finding.code == "er_why" else measure, against


def _table(telling: Telling, chosen: list[ListedOpportunity]) -> Page:
    columns = {  # those that no opportunity fills are left out
        telling.word("Основание", "Rests on"): ("left", 2, [_where(telling, opportunity) for opportunity in chosen]),
        telling.word("Показатель", "Measure"): ("left", 3, [_measure(telling, opportunity) for opportunity in chosen]),
        telling.word("Эффект", "Impact"): ("right", 1, [figures_of(telling, opportunity)[0] for opportunity in chosen]),
        telling.word("Усилия", "Effort"): ("right", 1, [figures_of(telling, opportunity)[1] for opportunity in chosen]),
        telling.word("Дней", "Days"): ("right", 1, [figures_of(telling, opportunity)[2] for opportunity in chosen]),
        telling.word("Кто", "Who"): ("left", 2, [Quote(opportunity.owner) if opportunity.owner else () for opportunity in chosen]),
    }
    kept = {name: column for name, column in columns.items() if any(column[2])}
    heads = [
        (telling.word("Что сделать", "What to do"), "left", 7),
        *((name, align, wide) for name, (align, wide, _) in kept.items()),
    ]
    rows = [Row((o.text, *(cells[n] or "—" for _, _, cells in kept.values()))) for n, o in enumerate(chosen[:IN_TABLE])]
    soonest = min(chosen, key=lambda opportunity: opportunity.horizon_days)
    title = telling.say(
        "План — {n} {n:возможность|возможности|возможностей}, первый результат через {days} {days:день|дня|дней}",
        "A plan of {n} {n:opportunity|opportunities}, the first result in {days} {days:day|days}",
        n=telling.own("opportunities.all", len(chosen), "opportunities"),
        days=figures_of(telling, soonest)[2],
    )
    subtitle = capitalised(_first(telling, IN_TABLE)) if len(chosen) > IN_TABLE else ()
    return framed(telling, "plan", title, table(telling, heads, rows, title), subtitle=subtitle)


def _first(telling: Telling, shown: int) -> Text:
    n = telling.own(f"opportunities.first.{shown}", shown, "opportunities on the slide")
    return joined(telling.say("показаны первые {n}; ", "the first {n} are shown; ", n=n), _more(telling))


def _more(telling: Telling) -> Text:
    return telling.say("все — в книге, лист «Возможности»", "all are in the workbook, sheet “Opportunities”")


def _measure(telling: Telling, opportunity: ListedOpportunity) -> str:
    return telling.title_label(opportunity.metric) if opportunity.metric else ""


def _roadmap(telling: Telling, chosen: list[ListedOpportunity]) -> Page | None:
    """The horizons that have opportunities; none when all are due at the same time."""
    columns = []
    for days, after in zip(HORIZONS, (0, *HORIZONS), strict=False):
        if due := [a for a in chosen if after < a.horizon_days <= days]:
            limit = telling.own(f"roadmap.{days}", days, "days from the start")
            heading = telling.say("До {n} {n:дня|дней|дней}", "Within {n} {n:day|days}", n=limit)
            columns.append((limit, len(due), Bullets(_due(telling, due, f"{days}"), heading, "action")))
    later = [a for a in chosen if a.horizon_days > HORIZONS[-1]]
    blocks = [column for *_, column in columns]
    if later:
        blocks.append(Bullets(_due(telling, later, "later"), telling.say("Позже", "Later"), "neutral"))
    if len(blocks) < 2 or not columns:
        return None
    first, count, _ = columns[0]
    title = telling.say(
        "В первые {days} {days:день|дня|дней} — {n} {n:возможность|возможности|возможностей} из {all}, остальные — следом",
        "{n} of {all} opportunities in the first {days} {days:day|days}, the rest follows",
        n=telling.own("roadmap.soon", count, "opportunities within the first horizon"),
        all=telling.own("opportunities.all", len(chosen), "opportunities"),
        days=first,
    )
    cut = any(len(column.items) > IN_ROADMAP for column in blocks)
    return framed(telling, "roadmap", title, *blocks, subtitle=capitalised(_more(telling)) if cut else (), layout=Layout.GRID)


def _due(telling: Telling, due: Sequence[ListedOpportunity], key: str) -> tuple[Text, ...]:
    """As many as there is room for, and how many more there are."""
    shown, more = tuple(opportunity.text for opportunity in due[:IN_ROADMAP]), len(due) - IN_ROADMAP
    if more <= 0:
        return shown
    n = telling.own(f"roadmap.{key}.more", more, "opportunities not listed here")
    return (*shown, telling.say("и ещё {n}", "and {n} more", n=n))
