"""Addresses of the home page."""

from django.urls import path

from smmstrategy.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("language/", views.language, name="language"),
]
