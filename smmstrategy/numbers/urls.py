"""Addresses of a brand's numbers."""

from django.urls import path

from smmstrategy.numbers import views

urlpatterns = [
    path("clients/<slug:slug>/numbers/", views.of_client, name="client_numbers"),
    path("brands/<slug:slug>/numbers/", views.numbers, name="numbers"),
]
