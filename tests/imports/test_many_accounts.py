"""A file of many accounts asks the database as often as one of a few, and keeps what each account says apart."""

from collections.abc import Iterable

import pytest

from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.models import Import, PostObservation
from tests.imports.test_actions import apply, brought, taken  # noqa: F401
from tests.imports.test_by_day import HEAD, POST

LINKED = "Date;Link;Likes\n"


def listed(days: dict[int, Iterable[int]]) -> str:
    """Posts of Telegram channels, by the number of each the days of March on which it has them, which number them too."""
    rows = [f"2026-03-{day:02};https://t.me/brand{n}/{day};{day}\n" for n, of in days.items() for day in of]
    return LINKED + "".join(rows)


def of_shops(numbers: range, cells: str) -> str:
    """A post of each of these shops, with what its columns from «Date» on hold."""
    return HEAD + "".join(POST.format(n).replace("shop", f"shop{n}") + f"{cells}\n" for n in numbers)


def shown_again(import_: Import) -> Import:
    """The preview of an import that was looked at before, made anew."""
    found = actions.read(import_)
    Import.objects.filter(pk=import_.pk).update(status=Import.Status.READING)
    return actions.show(import_, found)


@pytest.mark.parametrize("count", [12, 24])
def test_posts_that_a_file_lacks_are_asked_of_all_its_accounts_at_once(brought, taken, django_assert_num_queries, count):  # noqa: F811
    taken(listed(dict.fromkeys(range(count), range(1, 5))), role="own")
    import_ = brought(listed(dict.fromkeys(range(count), (1, 2, 4))))
    with django_assert_num_queries(40):
        shown_again(import_)
    assert queries.preview(import_)["absent"]["count"] == count


def test_each_account_lacks_posts_of_its_own_days_alone(brought, taken):  # noqa: F811
    taken(listed({0: range(1, 5), 1: range(1, 5)}), role="own")
    lacking = queries.preview(brought(listed({0: (1, 2, 4), 1: (2, 3)})))["absent"]["posts"]
    assert [(post["account"], post["link"]) for post in lacking] == [("brand0", "https://t.me/brand0/3")]


@pytest.mark.parametrize("count", [12, 24])
def test_what_counts_less_than_is_stored_is_asked_of_all_accounts_at_once(brought, taken, agency, django_assert_num_queries, count):  # noqa: F811
    taken(of_shops(range(count), "Lifetime,900,700,40,5"), role="own")
    import_ = brought(of_shops(range(count), "10/13/2026,100,80,10,1"))
    with django_assert_num_queries(38):
        shown_again(import_)
    apply(import_, agency)
    assert set(PostObservation.objects.filter(metric="views").values_list("value", flat=True)) == {900}
