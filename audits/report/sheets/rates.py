"""Every rate of a post by its code: the median of each own account as a live formula, with how many posts it stands on."""

from audits.evidence import Subject
from audits.measures.rates import RATES
from audits.report.telling import Telling, value
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
        fields += [Field(telling.account(one.account_ids[0], 28), width=20), Field("n", width=8)]
    rows = [(telling.named(f"{c}.median"), RATES[c].id, *(cell for s in subjects for cell in _cells(telling, s, c))) for c in codes]
    if any(value(s.now, "amplification") for s in subjects):
        each = (cell for s in subjects for cell in _cells(telling, s, "amplification"))
        rows.append((telling.title_label("amplification"), identity("amplification"), *each))
    intro = telling.say(
        "Медиана публикации каждого аккаунта по каждой формуле; формулы с разными кодами между собой не сравнивают",
        "The median post of each account by each formula; values of different codes are not compared with each other",
    )
    return Sheet(telling.word("Коэффициенты", "Rates"), (Grid(tuple(fields), tuple(rows)),), intro=(intro,))


def _cells(telling: Telling, subject: Subject, code: str) -> tuple[Cell, Cell]:
    measure = f"{code}.median" if code in RATES else code
    number = value(subject.now, measure)
    if number is None:
        return None, None
    figure, n = telling.figure(number), telling.posts_known(number)
    function, column = ("MEDIAN", f"{{posts_{code}}}") if code in RATES else ("AVERAGE", "{posts_shares}")
    text = f'=IFERROR({function}(IF(({{posts_account}}={subject.account_ids[0]})*({column}<>""),{column})),"")'
    return LiveFormula(text, figure, array=True), n
