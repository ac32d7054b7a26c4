"""The brand among its competitors on the networks they share, for each such comparison: a table, a map, places."""

from dataclasses import replace
from decimal import Decimal

from audits.evidence import Comparison, Finding, Missing, Number, Standing, Subject
from audits.findings.codes import BESIDE_ONE
from audits.report.blocks import alt, table
from audits.report.compared import (
    beside,
    charted,
    comparisons,
    days_compared,
    keyed,
    measures,
    name,
    networks,
    of_posts,
    posts_compared,
    shared,
    sides,
    there,
)
from audits.report.frame import framed
from audits.report.telling import Telling
from audits.report.titles import strongest, titled
from audits.report.wording.parts import during
from audits.report.words import joined
from smmstrategy.reports.document import Chart, ChartKind, Figure, Layout, Page, Part, Row, Series, Text
from smmstrategy.reports.formats import write

PLACES = ("rank", "soe")
PACES = {  # beside several competitors, and beside one
    "busier": (
        (
            "Чаще бренда {busier:публикует|публикуют|публикуют} {busier} из {of} {of:конкурента|конкурентов|конкурентов}: "
            "у бренда {w} в неделю",
            "{busier} of {of} {of:competitor|competitors} {busier:posts|post} more often than the brand’s {w} a week",
        ),
        ("Конкурент публикует чаще бренда: у бренда {w} в неделю", "The competitor posts more often than the brand’s {w} a week"),
    ),
    "as_busy": (
        (
            "Чаще бренда не публикует никто: {w} в неделю, столько же — у {as_busy} из {of} "
            "{of:конкурента|конкурентов|конкурентов}",
            "No competitor posts more often than the brand’s {w} a week, and {as_busy} of {of} {as_busy:posts|post} as often",
        ),
        ("Конкурент публикует так же часто, как бренд: {w} в неделю", "The competitor posts as often as the brand: {w} a week"),
    ),
    "slower": (
        (
            "Бренд публикует чаще всех: {w} в неделю, конкурентов в сравнении — {of}",
            "The brand posts more often than all {of} competitors: {w} a week",
        ),
        ("Бренд публикует чаще конкурента: {w} в неделю", "The brand posts more often than the competitor: {w} a week"),
    ),
}


def pages(telling: Telling) -> tuple[Page, ...]:
    candidates = (page(telling, one) for one in comparisons(telling) for page in (_table, _map, _ranking))
    return tuple(page for page in candidates if page)


def _table(telling: Telling, comparison: Comparison) -> Page | None:
    codes = measures(telling, comparison)
    if not codes:
        return None
    heads = [(telling.word("Бренд", "Brand"), "left", 4), (telling.word("Площадки", "Networks"), "left", 4)]
    heads += [(telling.named(code), "right", 2) for code in codes]
    placed = _placed(comparison, codes)
    first = placed or codes[0]
    ordered = sorted(sides(telling, comparison), key=lambda s: -(n.value if (n := beside(comparison, s, first)) else -1))
    rows = [Row(_cells(telling, comparison, s, codes), emphasis=s.kind == "own") for s in ordered]
    numbers = [beside(comparison, s, code) or _unknown(comparison, s, code) for s in ordered for code in codes]
    title = (placed and _ranked_title(telling, comparison, placed)) or _table_title(telling, comparison)
    dashed = any(beside(comparison, s, code) is None for s in ordered for code in codes)
    dash = telling.say("; прочерк — данных нет или мало дней", "; a dash means no data or too few days") if dashed else ()
    return framed(
        telling,
        keyed(telling, comparison, "competitors"),
        title,
        table(telling, heads, rows, title),
        subtitle=joined(shared(telling, comparison, codes), dash),
        numbers=[*numbers, *days_compared(telling, comparison)],
        n=posts_compared(telling, comparison),
        of_posts=of_posts(telling, comparison),
        codes=("soe",) if "soe" in codes else (),
    )


def _placed(comparison: Comparison, codes: list[str]) -> str | None:
    """The measure whose place titles the table: not the one that titles the charts."""
    placed = [s.measure for s in comparison.standings if s not in charted(comparison)[:1]]
    return next((code for code in ("soe", "interactions.median", *codes) if code in placed and code in codes), None)


def _unknown(comparison: Comparison, side: Subject, code: str) -> Number:
    """The number in place of which a dash stands, or that it would be a share of, so that the footer says how little is known."""
    if withheld := comparison.beside[side.key].get("interactions" if code == "soe" else code):
        return withheld
    metric = comparison.own[code].metric
    return Number(f"{side.key}.beside.{code}", None, metric, coverage=Decimal(0), reason=Missing.NOT_IMPORTED)


def _cells(telling: Telling, comparison: Comparison, side: Subject, codes: list[str]) -> tuple[Part | Text, ...]:
    numbers = [_cell(telling, there(side, comparison), beside(comparison, side, code)) for code in codes]
    return (name(telling, side), networks(telling, side, comparison), *numbers)


def _cell(telling: Telling, side: Subject, number: Number | None) -> Part | Text:
    """With on how many of the side's accounts it stands, where these are not all."""
    if number is None:
        return "—"
    some = telling.in_accounts(side, number)
    return joined(telling.figure(number), " ", some) if some else telling.figure(number)


def _table_title(telling: Telling, comparison: Comparison) -> Text:
    """Where no place titles the table alone: with whom the brand is compared, and by how much."""
    count = telling.own(keyed(telling, comparison, "competitors_compared"), len(comparison.beside) - 1, "competitors compared")
    if not comparison.networks:
        return telling.say(
            "В сравнении {n} {n:конкурент|конкурента|конкурентов}, общих с брендом площадок нет",
            "{n} {n:competitor|competitors} compared, with no network shared with the brand",
            n=count,
        )
    if not comparison.standings:
        return telling.say(
            "В сравнении {n} {n:конкурент|конкурента|конкурентов}, данных для сравнения мало",
            "{n} {n:competitor|competitors} compared, with little data to compare by",
            n=count,
        )
    return telling.say(
        "В сравнении {n} {n:конкурент|конкурента|конкурентов}, место бренда известно по {m} {m:показателю|показателям|показателям}",
        "{n} {n:competitor|competitors} compared, the brand’s place is known by {m} {m:measure|measures}",
        n=count,
        m=telling.own(
            keyed(telling, comparison, "competitors_places"), len(comparison.standings), "measures by which the brand has a place"
        ),
    )


def _ranked_title(telling: Telling, comparison: Comparison, measure: str) -> Text | None:
    """The brand's place by the measure or its share, where it has one."""
    placed = [f for f in telling.facts.findings if f.code in PLACES and f.words.get("networks") == " ".join(comparison.networks)]
    places = (f for f in placed if f.words.get("measure", f.code) == measure)
    return next((titled(telling, place) for place in places), None)


def _map(telling: Telling, comparison: Comparison) -> Page | None:
    """Who is ahead or behind, if their points are drawn: those of whoever has a place by both measures."""
    y = f"{comparison.er}.median" if comparison.er else "interactions.median"
    ranked = _ranked_by(comparison, "posts_per_week").keys() & _ranked_by(comparison, y).keys()
    placed = [s for s in sides(telling, comparison) if s.key in ranked]
    if len(placed) < 2:
        return None
    numbers = {s.key: comparison.beside[s.key] for s in placed}
    series = tuple(
        Series(
            name(telling, s),
            (telling.figure(numbers[s.key][y]),),
            (telling.figure(numbers[s.key]["posts_per_week"]),),
            accent=s.kind == "own",
        )
        for s in placed
    )
    finding = _ahead_or_behind(telling, comparison, [s.key for s in placed])
    title = titled(telling, finding) if finding else _map_title(telling, comparison)
    chart = Chart(
        ChartKind.SCATTER,
        (),
        (),
        series,
        alt(telling, title),
        x_title=telling.title_label("posts_per_week"),
        y_title=telling.named(y),
    )
    return framed(
        telling,
        keyed(telling, comparison, "competitors_map"),
        title,
        chart,
        subtitle=shared(telling, comparison, (y,)),
        numbers=[*(known[y] for known in numbers.values()), *days_compared(telling, comparison, numbers.keys())],
        n=posts_compared(telling, comparison, numbers.keys()),
        of_posts=of_posts(telling, comparison),
        codes=BESIDE_ONE if finding else (),
        of=[key for key in numbers if telling.evidence.comparison(key) == comparison],
        advises=finding == strongest(telling, *BESIDE_ONE),
    )


def _ahead_or_behind(telling: Telling, comparison: Comparison, placed: list[str]) -> Finding | None:
    """The strongest that is found of anyone in this comparison, if its point is drawn."""
    candidates = [
        f for f in telling.facts.findings if f.code in BESIDE_ONE and telling.evidence.comparison(f.subject) == comparison
    ]
    finding = max(candidates, key=lambda f: f.strength, default=None)
    return finding if finding and finding.subject in placed else None


def _ranked_by(comparison: Comparison, measure: str) -> dict[str, Number]:
    """The numbers of those who have a place by the measure."""
    return {rank.subject: rank.number for s in comparison.standings if s.measure == measure for rank in s.ranks}


def _map_title(telling: Telling, comparison: Comparison) -> Text:
    """Who posts more often, as written: what reads alike is not called more."""
    paces = _ranked_by(comparison, "posts_per_week")
    own, *theirs = (telling.figure(paces[side.key]) for side in sides(telling, comparison) if side.key in paces)
    as_busy = [figure for figure in theirs if write(figure, telling.language) == write(own, telling.language)]
    busier = [figure for figure in theirs if figure not in as_busy and figure.value > own.value]

    def count(key: str, number: int, formula: str, *inputs: Figure) -> Figure:
        return telling.own(keyed(telling, comparison, key), number, formula, *inputs)

    parts = {
        "busier": count("competitors_busier", len(busier), "competitors that post more often", own, *theirs),
        "as_busy": count("competitors_as_busy", len(as_busy), "competitors that post as often", own, *theirs),
        "of": count("competitors_paced", len(theirs), "competitors whose pace is known"),
        "w": own,
    }
    words, of_one = PACES["busier" if busier else "as_busy" if as_busy else "slower"]
    said = telling.say(*(of_one if len(theirs) == 1 else words), **parts)
    return joined(said, during(telling, telling.evidence.part_compared(comparison)))


def _ranking(telling: Telling, comparison: Comparison) -> Page | None:
    standings = charted(comparison)
    if not standings:
        return None
    charts = tuple(_ranked(telling, standing) for standing in standings)
    title = _ranked_title(telling, comparison, standings[0].measure)
    drawn = [standing.measure for standing in standings]
    subtitle = joined(shared(telling, comparison, drawn), "; ", telling.say("бренд выделен цветом", "the brand is in colour"))
    numbers, ranked = [rank.number for s in standings for rank in s.ranks], {rank.subject for s in standings for rank in s.ranks}
    return framed(
        telling,
        keyed(telling, comparison, "competitors_rank"),
        title,
        *charts,
        subtitle=subtitle,
        numbers=[*numbers, *days_compared(telling, comparison, ranked)],
        n=posts_compared(telling, comparison, ranked),
        of_posts=of_posts(telling, comparison),
        layout=Layout.GRID,
        codes=("rank",),
    )


def _ranked(telling: Telling, standing: Standing) -> Chart:
    """Two series over the same names, so that the brand's bar alone is in colour."""
    brands = tuple(name(telling, telling.evidence.subject(rank.subject)) for rank in standing.ranks)
    blank = telling.own("blank", None, "")
    figures = {r.subject: telling.figure(r.number) for r in standing.ranks}
    gaps = {key: replace(figure, id=blank.id, value=None) for key, figure in figures.items()}
    mine = tuple((figures if key == "own" else gaps)[key] for key in figures)
    theirs = tuple((gaps if key == "own" else figures)[key] for key in figures)
    title = (telling.named(standing.measure),)
    series = (Series(telling.brand(), mine, accent=True), Series(telling.word("Конкуренты", "Competitors"), theirs))
    return Chart(ChartKind.BARS, title, brands, series, alt(telling, title))
