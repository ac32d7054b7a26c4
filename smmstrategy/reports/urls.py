"""Addresses of files made for clients, and of their manifests."""

from django.urls import path

from smmstrategy.reports import views

urlpatterns = [
    path("clients/<slug:slug>/reports/", views.reports, name="client_reports"),
    path("files/<int:pk>/", views.download, name="download"),
    path("files/<int:pk>/manifest/", views.manifest, name="download_manifest"),
]
