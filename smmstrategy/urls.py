"""Every address of the product; each product brings its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("smmstrategy.home.urls")),
    path("", include("smmstrategy.agency.urls")),
    path("", include("smmstrategy.numbers.urls")),
    path("", include("smmstrategy.metrics.imports.urls")),
    path("", include("audits.urls")),
    path("", include("smmstrategy.reports.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
]
