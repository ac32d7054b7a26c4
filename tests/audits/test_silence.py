"""An account is silent where its days are known; where they end, nobody knows, and every slide says so alike."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from audits.evidence import Evidence, Finding
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.opportunities import QuickWin, recommendation, recommended
from audits.report.facts import About, Facts
from audits.report.pages import data, opening, plan
from audits.report.telling import Telling
from audits.report.wording.findings import said
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Bullets
from smmstrategy.reports.formats import write
from tests.audits.synthetic import BEFORE, NOW, YEAR_EARLIER, records

MARCH = Period.months(date(2026, 3, 1), 1)


def evidence(until: date, last: date, *, posts: int = 400) -> Evidence:
    """Two accounts; the first has posts until `last` and is known until then or `until`."""
    base = records(6, own=2, competitors=0, posts=posts)
    kept = base.rows.posts[(base.rows.posts["account_id"] == 2) | (base.rows.posts["day"] <= last)]
    watched = base.rows.watched | {1: (Period(YEAR_EARLIER.first, until),)}
    return assemble(replace(base, rows=replace(base.rows, posts=kept, watched=watched, days={})))


def told(found: Evidence) -> Telling:
    return Telling(Facts(About(1), found, findings(found)), "en")


def states(telling: Telling) -> list[tuple[str, str]]:
    """What the two slides say of the first account."""
    tables = [page.blocks[0] for page in data.pages(telling)]
    return [tuple(table.rows[0].cells[-1] for table in tables)]


def of(found: Evidence, code: str) -> list[Finding]:
    return [finding for finding in findings(found) if finding.code == code]


def test_posts_known_to_the_end_of_the_period_make_an_account_dormant() -> None:
    found = evidence(NOW.last, date(2026, 3, 1))
    days = (NOW.last - found.accounts[0].last_post_on).days
    assert found.accounts[0].silent_days == of(found, "dormant_account")[0].numbers["days"].value == days
    assert states(told(found)) == [("enough", "dormant")]


def test_of_a_dormant_account_it_is_not_said_besides_that_its_posts_are_few() -> None:
    found = evidence(NOW.last, date(2026, 2, 1), posts=100)
    assert "few_posts" in found.accounts[0].reasons
    assert [f.code for f in findings(found) if f.code in ("few_posts", "dormant_account") and f.subject == "account-1"] == [
        "dormant_account"
    ]


def test_a_few_days_that_nobody_knows_at_the_end_do_not_wake_it() -> None:
    found = evidence(NOW.last - timedelta(13), date(2026, 3, 1))
    assert found.accounts[0].silent_days == (NOW.last - found.accounts[0].last_post_on).days - 13


@pytest.mark.parametrize(
    ("last", "said_of_it"), [(BEFORE.last, ("no data", "no data")), (date(2026, 3, 31), ("little", "not known"))]
)
def test_posts_that_end_with_the_file_make_no_account_dormant(last: date, said_of_it: tuple[str, str]) -> None:
    found = evidence(last, last)
    assert (found.accounts[0].silent_days, of(found, "dormant_account")) == (0, [])
    assert states(told(found)) == [said_of_it]


def without(first: date, last: date, *, posts: int) -> list[Finding]:
    """The silences of an account that has no posts in these days, and otherwise many."""
    base = records(6, own=1, competitors=0, posts=posts)
    day: pd.Series = base.rows.posts["day"]
    kept = base.rows.posts[(day < first) | (day > last)]
    found = assemble(replace(base, rows=replace(base.rows, posts=kept)))
    return [f for f in of(found, "silence") if f.numbers["days"].value >= (last - first).days + 1]


def in_words(finding: Finding) -> list[str]:
    telling = told(evidence(NOW.last, NOW.last))
    return [write(said(telling, finding, form), "en").replace("\u00a0", " ") for form in ("title", "clause")]


def lacking_march(pause: Period = MARCH) -> Evidence:
    """An account of ten posts a day, of which none is known of these days, and of March not whether there were any."""
    base = records(6, own=1, competitors=0, posts=2000)
    day: pd.Series = base.rows.posts["day"]
    kept = base.rows.posts[(day < pause.first) | (day > pause.last)]
    return assemble(replace(base, rows=replace(base.rows, posts=kept, days={}, in_doubt={1: (MARCH,)})))


@pytest.mark.parametrize(
    ("language", "words", "advice"),
    [
        (
            "ru",
            "неизвестно, были ли публикации: 1 месяц",
            "Загрузить публикации за неизвестные месяцы или подтвердить, что их не было",
        ),
        (
            "en",
            "not known whether there were posts: 1 month",
            "Import the posts of the unknown months or confirm that there were none",
        ),
    ],
)
def test_a_month_that_nobody_knows_is_a_gap_and_no_silence(language: str, words: str, advice: str) -> None:
    """It is told once, as what the data lacks, and what is to be done about it is to import it or to say that it was silent."""
    found = lacking_march()
    (gap,) = of(found, "months_in_doubt")
    assert (of(found, "silence"), of(found, "few_months"), found.own.now.numbers["silence.longest"].value < 14) == ([], [], True)
    telling = replace(told(found), language=language)
    assert write(said(telling, gap, "clause"), language).replace("\u00a0", " ").endswith(words)
    assert recommendation(gap).title.in_language(language) == advice


def test_a_month_that_nobody_knows_is_no_title_no_weakness_and_not_what_is_to_be_done_first() -> None:
    """Of the only account with nothing else to be said of: the summary tells its figures, the balance has a threat at most."""
    found = lacking_march()
    telling = told(found)
    pages = {page.key: page for page in (*opening.pages(telling), *plan.pages(telling))}
    title = write(pages["summary"].title, "en")
    assert ("without a post" in title, "not known whether" in title) == (False, False)
    weak = [block for page in pages.values() for block in page.blocks if isinstance(block, Bullets) and block.tone == "bad"]
    titles = [write(item, "en") for block in weak for item in block.items if write(block.heading, "en") == "Weaknesses"]
    assert [text for text in titles if "whether there were posts" in text] == []
    _first, *others = recommended(findings(found), found.own)
    assert ("months_in_doubt" in {one.finding for one in others}, QuickWin().includes(others[-1])) == (True, False)


def test_of_a_pause_that_goes_on_into_a_month_nobody_knows_the_known_days_are_told() -> None:
    found = lacking_march(Period(date(2026, 2, 9), MARCH.last))
    (finding,) = of(found, "silence")
    told_of = {"days": finding.numbers["days"].value, "first": finding.words["first"], "last": finding.words["last"]}
    assert told_of == {"days": 21, "first": "2026-02-08", "last": "2026-02-28"}
    assert "months" not in finding.numbers
    assert found.own.now.numbers["silence.longest"].value == 21


def test_months_that_nobody_knows_do_not_make_an_account_dormant() -> None:
    """Its last post of the period is of March; in July it posts again."""
    base = records(6, own=1, competitors=0, posts=2000)
    kept = base.rows.posts[base.rows.posts["day"] <= MARCH.last]
    rows = replace(base.rows, posts=kept, days={}, in_doubt={1: tuple(Period.months(date(2026, n, 1), 1) for n in (4, 5, 6))})
    assert of(assemble(replace(base, rows=rows)), "dormant_account") == []


def test_a_whole_month_known_to_be_silent_is_missing_from_no_file() -> None:
    (finding,) = without(MARCH.first, MARCH.last, posts=2000)
    assert "months" not in finding.numbers
    assert "lacks" not in "".join(in_words(finding))


@pytest.mark.parametrize(
    ("own", "in_doubt", "counted", "judged"),
    [
        (1, (), "of 6; 1 without posts", ("enough", ("silences",))),
        (2, (), "6 of 6; 1 without posts", ("enough", ("silences",))),
        (1, (MARCH,), "of 6", ("little", ("few_months", "months_in_doubt"))),
        (2, (MARCH,), "5 of 6", ("little", ("few_months", "months_in_doubt"))),
    ],
)
def test_months_with_data_are_those_known_and_say_how_many_of_them_are_without_a_post(
    own: int, in_doubt: tuple[Period, ...], counted: str, judged: tuple[str, tuple[str, ...]]
) -> None:
    base = records(6, own=own, competitors=0, posts=2000)
    march = [(day.year, day.month) == (2026, 3) for day in base.rows.posts["day"]]
    kept = base.rows.posts[~(pd.Series(march, base.rows.posts.index) & (base.rows.posts["account_id"] == 1))]
    found = assemble(replace(base, rows=replace(base.rows, posts=kept, days={}, in_doubt={1: in_doubt})))
    assert (found.accounts[0].sufficiency, found.accounts[0].reasons) == judged
    block = data.pages(told(found))[0].blocks[0]
    shown = block.cards[0].note if own == 1 else block.rows[0].cells[1]
    assert write(shown, "en") == counted


def test_a_pause_inside_two_months_is_a_pause() -> None:
    (finding,) = without(date(2026, 3, 2), date(2026, 4, 29), posts=2000)
    assert "months" not in finding.numbers
    assert "lacks" not in "".join(in_words(finding))


def test_of_four_posts_no_silence_is_told() -> None:
    base = records(6, own=1, competitors=0, posts=400)
    inside = base.rows.posts[base.rows.posts["day"] >= NOW.first]
    told_of = [of(assemble(replace(base, rows=replace(base.rows, posts=inside.head(n)))), "silence") for n in (1, 4, 5)]
    assert [len(found) for found in told_of] == [0, 0, 1]


@pytest.mark.parametrize(
    ("first", "last", "ending"),
    [(0, 11, "unless the file ends there"), (18, 29, "unless the file begins later"), (0, 29, "without a post, 9 June — 22 June")],
)
def test_a_silence_at_the_edge_of_few_known_months_may_be_the_end_of_the_file(first: int, last: int, ending: str) -> None:
    """Twelve posts of June, or two days of posts at both ends, in a file that knows of June alone."""
    base = records(6, own=1, competitors=0, posts=400)
    june = [date(2026, 6, 1) + timedelta(n) for n in range(first, last + 1) if n < 8 or n > 21 or last - first == 11]
    posts = base.rows.posts.head(len(june)).assign(day=june)
    watched = {1: (Period(date(2026, 6, 1), date(2026, 6, 30)),)}
    found = assemble(replace(base, rows=replace(base.rows, posts=posts, watched=watched, days={})))
    (finding,) = of(found, "silence")
    assert in_words(finding)[0].endswith(ending)
    assert [f.code for f in findings(found) if f.code in ("few_posts", "few_months")] == ["few_months"]


@pytest.mark.parametrize(("in_doubt", "caution"), [((MARCH,), ", unless the file lacks 1 month"), ((), "")])
def test_weeks_uneven_beside_a_month_in_doubt_may_be_those_of_a_month_the_file_lacks(
    in_doubt: tuple[Period, ...], caution: str
) -> None:
    """No post from the ninth of February to the end of March: the weeks of February are known all the same."""
    base = records(6, own=1, competitors=0, posts=2000)
    day: pd.Series = base.rows.posts["day"]
    kept = base.rows.posts[(day < date(2026, 2, 9)) | (day > MARCH.last)]
    said_of_it = uneven(assemble(replace(base, rows=replace(base.rows, posts=kept, in_doubt={1: in_doubt}))), "en")
    assert (said_of_it.partition(" and ")[0], said_of_it.partition(" a week")[2]) == ("Posts come unevenly: between 0", caution)


def uneven(found: Evidence, language: str) -> str:
    own = next(finding for finding in of(found, "rhythm_uneven") if finding.subject == "own")
    return write(said(replace(told(found), language=language), own, "title"), language).replace("\u00a0", " ")


def test_of_several_files_it_is_said_whose_lacks_the_months() -> None:
    base = records(6, own=2, competitors=0, posts=2000)
    day: pd.Series = base.rows.posts["day"]
    silent = (base.rows.posts["account_id"] == 2) & (day >= date(2026, 2, 9)) & (day <= date(2026, 4, 30))
    in_doubt = {2: (MARCH, Period.months(date(2026, 4, 1), 1))}
    found = assemble(replace(base, rows=replace(base.rows, posts=base.rows.posts[~silent], in_doubt=in_doubt)))
    assert uneven(found, "en").endswith(", unless the file of Telegram lacks 2 months")
    assert uneven(found, "ru").endswith(", если в файле Telegram не пропущены 2 месяца")


def test_a_silence_in_which_the_fullest_week_lies_too_explains_no_unevenness() -> None:
    """The second account is silent but for both ends of the period, and the others publish more in every third month."""
    base = records(3, own=3, competitors=0, posts=600)
    posts = base.rows.posts
    months = posts["day"].map(lambda day: day.month)
    inside = (posts["day"] >= NOW.first + timedelta(3)) & (posts["day"] <= NOW.last - timedelta(3))
    silent = (posts["account_id"] == 2) & inside
    rare = (posts["account_id"] != 2) & (posts["day"] >= NOW.first) & (months % 3 != 0) & (pd.RangeIndex(len(posts)) % 4 != 0)
    found = assemble(replace(base, rows=replace(base.rows, posts=posts[~(silent | rare)])))
    assert "lacks" not in uneven(found, "en")
