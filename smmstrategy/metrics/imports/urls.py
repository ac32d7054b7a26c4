"""Addresses of the pages of imports."""

from django.urls import path

from smmstrategy.metrics.imports import views

urlpatterns = [
    path("clients/<slug:slug>/imports/", views.imports, name="client_imports"),
    path("clients/<slug:slug>/imports/apply/", views.apply_ready, name="apply_ready_imports"),
    path("imports/<int:pk>/", views.import_, name="import"),
    path("imports/<int:pk>/apply/", views.apply, name="apply_import"),
    path("imports/<int:pk>/silent/", views.count_as_silent, name="count_as_silent"),
    path("imports/<int:pk>/undo/", views.undo, name="undo_import"),
    path("imports/<int:pk>/again/", views.again, name="again_import"),
    path("imports/<int:pk>/anew/", views.take_up, name="take_up_import"),
    path("imports/<int:pk>/dismiss/", views.dismiss, name="dismiss_import"),
]
