"""Where a value comes from: its file, who brought it, when, and what it was before."""

from datetime import date

import pytest
from django.core.files.base import ContentFile

from smmstrategy.clients.models import Account
from smmstrategy.metrics.history import queries
from smmstrategy.metrics.imports import actions as imports
from smmstrategy.metrics.imports.reading.columns.headers import signature
from smmstrategy.metrics.models import Observation, Post

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)


def bring(brand, name, by, followers, views):
    posts = f"Ссылка;Дата;Просмотры;Лайки\nhttps://vk.com/wall-1_1;01.06.2026;{views};1\n"
    days = f"Дата;Подписчики\n01.06.2026;{followers}\n02.06.2026;700\n"
    said = {"rows": "values", "fields": {"Дата": "day", "Подписчики": "followers"}}
    told = {"columns_by_signature": {signature(["Дата", "Подписчики"]): said}}
    return written(brand, f"{name}-posts.csv", posts, by), written(brand, f"{name}-days.csv", days, by, **told)


def written(brand, name, text, by, **options):
    file = ContentFile(text.encode(), name=name)
    import_ = imports.keep(brand, file, by=by, options={"account": "vk:umosta", **options})
    found = imports.read(import_)
    return imports.write(imports.show(import_, found), found, by=by)


@pytest.fixture
def twice(agency, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    first = bring(agency.brand_a, "june", agency.strategist, 500, 10)
    second = bring(agency.brand_a, "july", agency.manager, 512, 25)
    return first, second


def words(answer):
    return " ".join(answer.content.decode().split())


def ever(history):
    return [history.now, *history.earlier]


def held(history):
    origins = [(value, value.imported_in, getattr(value, "replaced_in", None)) for value in ever(history)]
    return [(value.value, origin.file_name, str(origin.created_by), by) for value, origin, by in origins]


def test_a_value_of_an_account_with_what_it_was(agency, twice, signed_in):
    account = Account.objects.get()
    one = f"/values/accounts/{account.pk}/?metric=followers&starts_on={DAY}&ends_on={DAY}"
    answer = signed_in(agency.strategist).get(one)
    (history,) = answer.context["histories"]
    assert held(history) == [
        (512, "july-days.csv", "Manager", None),
        (500, "june-days.csv", "Strategist", twice[1][1]),
    ]
    page = words(answer)
    assert "<del>500</del>" in page
    assert [f"/imports/{import_.pk}/" in page for import_ in (twice[0][1], twice[1][1])] == [True, True]


def test_a_day_says_in_which_zone_it_was_counted_and_an_amount_its_currency(agency, signed_in, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    days = "Дата;Подписчики;Доход\n01.06.2026;500;1200\n"
    said = {"rows": "values", "fields": {"Дата": "day", "Подписчики": "followers", "Доход": "revenue"}}
    columns = {signature(["Дата", "Подписчики", "Доход"]): said}
    told = {"account": "youtube:umosta", "columns_by_signature": columns, "time_zone": "Asia/Vladivostok"}
    written(agency.brand_a, "days.csv", days, agency.strategist, **told)
    browser, account = signed_in(agency.strategist), Account.objects.get()
    one = f"/values/accounts/{account.pk}/?starts_on={DAY}&ends_on={DAY}&metric="
    page = words(browser.get(f"{one}revenue"))
    assert "1 June 2026</span> · Asia/Vladivostok" in page
    assert "1,200 RUB" in page
    assert "RUB" not in words(browser.get(f"{one}followers"))


def test_a_post_s_values_and_one_of_them(agency, twice, signed_in):
    browser, post = signed_in(agency.strategist), Post.objects.get()
    metrics = [h.now.metric for h in browser.get(f"/values/posts/{post.pk}/").context["histories"]]
    (history,) = browser.get(f"/values/posts/{post.pk}/?metric=views").context["histories"]
    assert (metrics, [v.value for v in ever(history)]) == (["likes", "views"], [25, 10])


def test_without_a_day_an_account_shows_what_was_corrected(agency, twice, signed_in):
    account = Account.objects.get()
    answer = signed_in(agency.strategist).get(f"/values/accounts/{account.pk}/")
    assert [(h.now.starts_on, h.now.value) for h in answer.context["histories"]] == [(DAY, 512)]
    assert Observation.objects.filter(account=account).count() == 2


def test_an_import_says_what_it_corrected(agency, twice, signed_in):
    browser, (posts, days) = signed_in(agency.manager), twice[1]
    assert f"/imports/{posts.pk}/corrections/" in words(browser.get(f"/imports/{posts.pk}/"))
    answer = browser.get(f"/imports/{posts.pk}/corrections/")
    assert ([h.now.value for h in answer.context["histories"]], answer.context["counts"]) == ([25], {"posts": 1, "accounts": 0})
    answer = browser.get(f"/imports/{days.pk}/corrections/?of=accounts")
    assert [h.now.value for h in answer.context["histories"]] == [512]
    imports.undo(posts, by=agency.manager)
    assert "The file corrected no value here." in words(browser.get(f"/imports/{posts.pk}/corrections/"))
    (history,) = browser.get(f"/values/posts/{Post.objects.get().pk}/?metric=views").context["histories"]
    assert history.now.value == 10


def test_a_value_that_never_stood_is_told_as_such_and_corrects_nothing(agency, twice, signed_in):
    old = written(agency.brand_a, "1-2 June 2026-06-02.csv", "Дата;Подписчики\n02.06.2026;690\n", agency.manager)
    browser, account = signed_in(agency.strategist), Account.objects.get()
    (history,) = browser.get(one := f"/values/accounts/{account.pk}/?metric=followers&starts_on=2026-06-02").context["histories"]
    assert [(value.value, value.imported_in) for value in history.earlier] == [(690, old)]
    assert "never stood: another value was collected later, measured or exact" in words(browser.get(one))
    answer = browser.get(f"/values/accounts/{account.pk}/")
    assert [h.now.starts_on for h in answer.context["histories"]] == [DAY]
    assert "The file corrected no value here." in words(browser.get(f"/imports/{old.pk}/corrections/?of=accounts"))


def test_what_is_not_known_is_said_to_be_not_known(agency, twice, signed_in):
    browser, address = signed_in(agency.strategist), f"/values/accounts/{Account.objects.get().pk}/"
    asked = ("metric=tinkered", "metric=followers&starts_on=2020-01-01", "starts_on=x&slice=y")
    assert [a for a in asked if "There is no such value: it is not known." not in words(browser.get(f"{address}?{a}"))] == []


def test_a_metric_that_cannot_be_one_asks_for_nothing(agency, twice, signed_in):
    browser = signed_in(agency.strategist)
    addresses = (f"/values/accounts/{Account.objects.get().pk}/", f"/values/posts/{Post.objects.get().pk}/")
    assert [len(browser.get(f"{a}?metric=%00").context["histories"]) for a in addresses] == [1, 2]


def test_only_those_who_work_for_the_client(agency, twice, signed_in):
    of_account, of_post = f"/values/accounts/{Account.objects.get().pk}/", f"/values/posts/{Post.objects.get().pk}/"
    addresses = (of_account, of_post, f"/imports/{twice[0][0].pk}/corrections/")
    browsers = {who: signed_in(getattr(agency, who)) for who in ("owner", "client_user", "stranger", "removed")}
    answers = {who: [browser.get(a).status_code for a in addresses] for who, browser in browsers.items()}
    assert answers == {"owner": [200] * 3, "client_user": [404] * 3, "stranger": [404] * 3, "removed": [404] * 3}


def test_a_page_of_histories_is_two_queries(twice, django_assert_num_queries):
    values = list(queries.of_account(Account.objects.get()))
    with django_assert_num_queries(2):
        assert [len(ever(history)) for history in queries.histories(values)] == [1, 2]
