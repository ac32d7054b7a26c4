"""Addresses of the history of values, and how to link to one."""

from datetime import date
from urllib.parse import urlencode

from django.urls import path, reverse

from smmstrategy.metrics.history import views

urlpatterns = [
    path("values/accounts/<int:account>/", views.account_values, name="account_values"),
    path("values/posts/<int:post>/", views.post_values, name="post_values"),
    path("imports/<int:pk>/corrections/", views.corrections, name="corrections"),
]


def address_of_account_value(account: int, metric: str, starts_on: date, ends_on: date | None = None, slice: str = "") -> str:
    """The page of one value of an account; a day starts and ends on itself."""
    told = {"metric": metric, "starts_on": starts_on, "ends_on": ends_on or starts_on, "slice": slice}
    return f"{reverse('account_values', args=[account])}?{urlencode({name: value for name, value in told.items() if value})}"


def address_of_account_values(account: int, metric: str) -> str:
    """The page of every value of one metric of an account."""
    return f"{reverse('account_values', args=[account])}?{urlencode({'metric': metric})}"


def address_of_post_value(post: int, metric: str) -> str:
    return f"{reverse('post_values', args=[post])}?{urlencode({'metric': metric})}"
