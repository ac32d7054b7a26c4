"""What changed without being sure is said to have, with its figures; nothing is called unmoved in its place."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from audits.evidence import Change, Evidence, Subject, Verdict
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report.sheets import judgement
from audits.report.telling import Telling
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.synthetic import RESPONSE, records


def unsure(*judged: tuple[str, str], known: tuple[int, ...] = (1, 2), rare: int = 0) -> Evidence:
    """Two accounts in which nothing moves, but for what of them is not sure against the half-year before: of whom, and which.

    What posts get is known of these accounts; a `rare` one published a third of what the other did.
    """
    base = records(3, own=2, competitors=0, posts=400)
    posts = base.rows.posts[(base.rows.posts["account_id"] != rare) | (base.rows.posts["post_id"] % 3 == 0)]
    given = {code: posts[code].where(posts["account_id"].isin(known)) for code in RESPONSE}
    quiet = assemble(replace(base, rows=replace(base.rows, posts=posts.assign(**given))))
    return replace(quiet, subjects=tuple(replace(one, changes=tuple(_judged(one, judged))) for one in quiet.subjects))


def _judged(subject: Subject, judged: tuple[tuple[str, str], ...]) -> Iterator[Change]:
    for change in subject.changes:
        is_unsure = (subject.key, change.measure) in judged and change.against == "before"
        yield replace(change, verdict=Verdict.UNSURE) if is_unsure else change


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "ВКонтакте: ER по просмотрам в медиане вырос с 3,54 % до 3,61 %, но это не подтверждено"),
        ("en", "VK: median ER by views rose from 3.54% to 3.61%, which is not confirmed"),
    ],
)
def test_an_account_that_may_have_moved_comes_before_those_that_did_not(language: str, title: str) -> None:
    evidence = unsure(("account-1", "er_view.median"))
    assert {f.subject for f in findings(evidence) if f.code == "er_steady"} == {"own", "account-2"}
    assert text(pages(evidence, language)["engagement"].title, language) == title


@pytest.mark.parametrize(
    ("rare", "title"),
    [
        (2, "VK: median ER by views rose from 3.54% to 3.61%, which is not confirmed"),
        (1, "Followers at the end 20.1K; median ER by views 3.54%: no significant change"),
    ],
)
def test_of_accounts_that_may_have_moved_the_summary_speaks_first_of_one_that_published_most(rare: int, title: str) -> None:
    told = pages(unsure(("account-1", "er_view.median"), rare=rare))
    assert text(told["summary"].title) == title


def test_under_a_title_about_all_accounts_stands_which_of_them_may_have_moved() -> None:
    page = pages(unsure(("own", "er_view.median"), ("account-1", "er_view.median")))["engagement"]
    assert text(page.title).startswith("ER by views of the median post ")
    assert "; VK: median ER by views " in text(page.subtitle)


def test_the_rate_of_the_only_account_that_has_one_is_not_said_again_under_that_of_the_brand() -> None:
    page = pages(unsure(("own", "er_view.median"), ("account-1", "er_view.median"), known=(1,)))["engagement"]
    assert text(page.title).endswith(", in 1 of 2 accounts, which is not confirmed")
    assert "not confirmed" not in text(page.subtitle)


@pytest.mark.parametrize(
    ("language", "said", "row"),
    [
        ("ru", "о том, что может быть обычным колебанием, так и сказано", ", но это не подтверждено"),
        ("en", "what may be usual variation says so", ", which is not confirmed"),
    ],
)
def test_the_sheet_of_findings_does_not_deny_what_stands_on_it(language: str, said: str, row: str) -> None:
    sheet = judgement.sheets(Telling(facts(unsure(("own", "er_view.median"))), language))[0]
    assert text(sheet.intro[0], language).endswith(f"; {said}")
    assert [text(cells[2], language).endswith(row) for cells in sheet.grids[0].rows].count(True) == 1


def test_a_pace_that_may_have_changed_is_no_pace_without_changes() -> None:
    told = pages(unsure(("own", "posts_per_week")))
    title = text(told["volume"].title)
    assert title.startswith("The pace ") and title.endswith("on the previous half-year, which is not confirmed")
    assert [f.code for f in findings(unsure()) if f.code.endswith("_unsure")] == []
