"""Addresses of the history of values, and how to link to those of an account."""

from urllib.parse import urlencode

from django.urls import path, reverse

from smmstrategy.metrics.history import views

urlpatterns = [
    path("values/accounts/<int:account>/", views.account_values, name="account_values"),
    path("values/posts/<int:post>/", views.post_values, name="post_values"),
    path("imports/<int:pk>/corrections/", views.corrections, name="corrections"),
]


def address_of_account_values(account: int, metric: str) -> str:
    """The page of every value of one metric of an account."""
    return f"{reverse('account_values', args=[account])}?{urlencode({'metric': metric})}"
