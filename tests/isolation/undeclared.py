"""Addresses whose views declare no policy, one of them under the name of a library's address."""

from django.urls import path

from tests.isolation.planted import anybody

urlpatterns = [path("planted/", anybody, name="planted"), path("planted/login/", anybody, name="account_login")]
