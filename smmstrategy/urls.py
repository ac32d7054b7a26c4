"""Every address of the product; each product brings its own."""

from allauth.account import urls as account_urls
from django.http import Http404, HttpRequest
from django.urls import include, path

from smmstrategy.clients.access import policy


@policy()
def closed(request: HttpRequest, **_kwargs: str) -> None:
    """Nobody changes their own e-mail: it says who somebody is, and an invitation goes by it."""
    raise Http404


handler500 = "smmstrategy.home.views.broken"

CLOSED = {"account_email": "email/", "account_confirm_email": "confirm-email/<key>/"}

urlpatterns = [
    path("", include("smmstrategy.home.urls")),
    path("", include("smmstrategy.agency.urls")),
    path("", include("smmstrategy.numbers.urls")),
    path("", include("smmstrategy.metrics.imports.urls")),
    path("", include("smmstrategy.metrics.history.urls")),
    path("", include("audits.urls")),
    path("", include("smmstrategy.reports.urls")),
    path("account/", include([path(route, closed, name=name) for name, route in CLOSED.items()])),
    path("account/", include([pattern for pattern in account_urls.urlpatterns if pattern.name not in CLOSED])),
    path("account/2fa/", include("allauth.mfa.urls")),
]
