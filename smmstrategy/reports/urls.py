"""Addresses of files made for clients."""

from django.urls import path

from smmstrategy.reports import views

urlpatterns = [
    path("clients/<slug:slug>/reports/", views.reports, name="client_reports"),
    path("files/<int:pk>/", views.download, name="download"),
]
