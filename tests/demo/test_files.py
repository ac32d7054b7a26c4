"""The demo's files are of the kinds people really have, and the importer takes every row of them."""

from collections import Counter
from datetime import date

from smmstrategy.demo import cast
from smmstrategy.demo.exports import exports
from smmstrategy.demo.scenario import Scenario
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.imports.reading.plan import plan
from tests.demo.conftest import TODAY

REAL_BRANDS = ("starbucks", "шоколадница", "surf coffee", "cofix", "кофемания", "даблби", "skuratov", "stars coffee", "хлебник")


def resaved(files):
    return next(file for file in files if "date_order" in file.answers)


def test_the_same_seed_gives_the_same_bytes(scenario, files):
    again = Scenario(scenario.until)
    assert [file.sha256 for file in exports(again)] == [file.sha256 for file in files]


def test_another_seed_gives_other_numbers_under_the_same_names(scenario, files):
    others = list(exports(Scenario(scenario.until, seed=2)))
    assert [file.name for file in others] == [file.name for file in files]
    assert not {file.sha256 for file in others} & {file.sha256 for file in files}


def test_each_file_is_of_the_kind_it_pretends_to_be(plans):
    assert Counter(plan["kind"] for plan in plans.values()) == {
        "vk_posts": 4,
        "tgstat_posts": 2,
        "youtube_content": 1,
        "youtube_by_day": 1,
        "youtube_breakdown": 1,
        "posts": 2,
        "days": 10,
        "site_by_day": 1,
        "site_utm": 1,
        "site_traffic": 1,
        "popsters_posts": 3,
        "livedune_posts": 3,
    }


def test_files_of_the_brand_say_which_days_they_are_about_so_that_a_silence_at_their_end_is_known(plans, files, scenario):
    own = [file for file in files if not file.name.startswith("competitors/")]
    silent = [file.name for file in own if not plans[file.name]["days_said"]]
    until = {name.partition("/")[0]: plan["days_said"][1] for name, plan in plans.items() if plan["days_said"]}
    assert silent == [resaved(files).name]
    assert until == dict.fromkeys(("vk", "telegram", "youtube", "ok", "website"), scenario.until.isoformat())


def test_nothing_is_asked_but_which_way_excel_has_turned_the_dates(files, plans):
    asking = {name: plan["question"]["asks"] for name, plan in plans.items() if plan["question"]}
    assert asking == {resaved(files).name: "date_order"}


def test_every_row_is_taken_but_the_total_of_youtube_studio(plans):
    rejected = {name: [row for row, _reason in plan["rejected"]] for name, plan in plans.items() if plan["rejected"]}
    assert list(rejected.values()) == [["2"]]
    assert [name.rpartition("/")[2].split()[0] for name in rejected] == ["Контент"]


def test_the_answer_puts_the_resaved_posts_where_they_belong(files, scenario):
    file = resaved(files)
    options = Options(account=file.options["account"], **file.answers)
    (subject,) = plan(file.content, Context(file_name=file.name, today=TODAY, options=options))["subjects"]
    days = [date.fromisoformat(post[3][:10]) for post in subject["posts"]]
    assert len(days) >= 10
    assert all(scenario.whole.first <= day <= scenario.windows[0].last for day in days)
    assert {post[1][: len(cast.OK.number)] for post in subject["posts"]} == {cast.OK.number}, "keyed by link, not by the ruined id"


def test_files_speak_of_the_accounts_they_are_brought_in_for(files, plans):
    named = {f"{s['network']}:{s['handle']}" for file in files for s in plans[file.name]["subjects"]}
    assert named == {page.account for page in (*cast.SOCIAL, cast.SITE, *cast.COMPETITORS)}


def test_nobody_in_the_demo_is_real(files):
    words = " ".join(file.content.decode("utf-8", "ignore") for file in files if file.name.endswith(".csv")).casefold()
    assert [brand for brand in REAL_BRANDS if brand in words] == []
    assert all("демо" in page.name for page in (*cast.SOCIAL, cast.SITE, *cast.COMPETITORS))
    assert all(person.email.endswith("@demo.example") for person in cast.PEOPLE)
