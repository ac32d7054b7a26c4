"""Every rate of a post by its code: the median of each own account as a live formula, with how many posts it stands on.

And what the rates of all posts together changed by.
"""

from collections.abc import Iterator

from audits.evidence import Decomposition, Subject
from audits.measures.rates import RATES
from audits.report.pages.engagement import part_name
from audits.report.telling import Telling, value
from audits.report.words import joined
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.document import Cell, Field, Grid, LiveFormula, Sheet


def sheet(telling: Telling) -> Sheet:
    subjects = [s for s in telling.evidence.own_accounts if any(value(s.now, f"{code}.median") for code in RATES)]
    codes = [code for code in RATES if any(value(s.now, f"{code}.median") for s in subjects)]
    fields = [
        Field(telling.word("Показатель", "Measure"), width=46),
        Field(telling.word("Код и версия", "Code and version"), width=18),
    ]
    for one in subjects:
        fields += [Field(telling.account(one.account_ids[0]), width=20), Field("n", width=8)]
        fields += [Field(telling.word("Не считается", "Not counted"), width=14)] * _is_partial(one)
    rows = [(telling.named(f"{c}.median"), RATES[c].id, *(cell for s in subjects for cell in _cells(telling, s, c))) for c in codes]
    if any(value(s.now, "amplification") for s in subjects):
        each = (cell for s in subjects for cell in _cells(telling, s, "amplification"))
        rows.append((telling.title_label("amplification"), identity("amplification"), *each))
    intro = telling.say(
        "Медиана публикации каждого аккаунта по каждой формуле; формулы с разными кодами между собой не сравнивают",
        "The median post of each account by each formula; values of different codes are not compared with each other",
    )
    if any(map(_is_partial, subjects)):
        intro = joined(
            intro,
            telling.say(
                "; не считаются публикации, которые исключает правило в примечании к формуле, лист «Методика»",
                "; not counted are posts that the rule in the formula’s note leaves out, sheet “Method”",
            ),
        )
    grids = (Grid(tuple(fields), tuple(rows)), _effects(telling))
    return Sheet(telling.word("Коэффициенты", "Rates"), tuple(grid for grid in grids if grid.rows), intro=(intro,))


def _effects(telling: Telling) -> Grid:
    """Also of changes that no finding claims."""
    fields = (
        Field(telling.word("Показатель", "Measure"), width=46),
        Field(telling.word("Чей", "Whose"), width=18),
        Field(telling.word("С чем сравнение", "Compared with"), width=20),
        Field(telling.word("Было", "Then"), width=20),
        Field(telling.word("Стало", "Now"), width=20),
        Field(telling.word("Часть", "Part"), width=20),
        Field(telling.word("Состав", "Mix"), width=20),
        Field(telling.word("Отклик", "Response"), width=20),
    )
    subjects = (telling.evidence.own, *telling.evidence.own_accounts)
    rows = tuple(row for s in subjects for d in s.decompositions for row in _parts(telling, s, d))
    title = telling.word("Что изменило ER всех публикаций вместе", "What changed the rate of all posts together")
    return Grid(fields, rows, title)


def _parts(telling: Telling, subject: Subject, d: Decomposition) -> Iterator[tuple[Cell, ...]]:
    common = (telling.named(d.measure), telling.subject(subject), telling.window(d.against))
    common += (telling.figure(d.start), telling.figure(d.end))
    for effect in d.effects:
        yield *common, part_name(telling, d, effect.key), telling.points(effect.mix), telling.points(effect.rate)


def _is_partial(subject: Subject) -> bool:
    """Whether a formula does not count all its posts."""
    return any((number := value(subject.now, f"{code}.median")) and number.uncounted for code in RATES)


def _cells(telling: Telling, subject: Subject, code: str) -> tuple[Cell, ...]:
    measure = f"{code}.median" if code in RATES else code
    number = value(subject.now, measure)
    if number is None:
        return (None, None, None)[: 2 + _is_partial(subject)]
    figure, n = telling.figure(number), telling.posts_known(number)
    function, column = ("MEDIAN", f"{{posts_{code}}}") if code in RATES else ("AVERAGE", "{posts_shares}")
    text = f'=IFERROR({function}(IF(({{posts_account}}={subject.account_ids[0]})*({column}<>""),{column})),"")'
    left = (telling.posts_uncounted(number) if number.uncounted else None,) * _is_partial(subject)
    return LiveFormula(text, figure, array=True), n, *left
