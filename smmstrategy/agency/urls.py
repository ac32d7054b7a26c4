"""Addresses of the agency's pages."""

from django.urls import path

from smmstrategy.agency.views import clients, ledger, people

urlpatterns = [
    path("clients/", clients.clients, name="clients"),
    path("new-client/", clients.new_client, name="new_client"),
    path("clients/<slug:slug>/", clients.client, name="client"),
    path("clients/<slug:slug>/change/", clients.change_client, name="change_client"),
    path("clients/<slug:slug>/ledger/", ledger.client_ledger, name="client_ledger"),
    path("ledger/", ledger.agency_ledger, name="ledger"),
    path("clients/<slug:slug>/brands/new/", clients.new_brand, name="new_brand"),
    path("brands/<slug:slug>/", clients.brand, name="brand"),
    path("brands/<slug:slug>/change/", clients.change_brand, name="change_brand"),
    path("brands/<slug:slug>/accounts/new/", clients.new_account, name="new_account"),
    path("accounts/<int:pk>/", clients.change_account, name="change_account"),
    path("accounts/<int:pk>/stop/", clients.stop_tracking, name="stop_tracking"),
    path("people/", people.people, name="people"),
    path("people/invite/", people.invite, name="invite"),
    path("people/<int:pk>/invite/", people.invite_again, name="invite_again"),
    path("people/<int:pk>/role/", people.change_role, name="change_role"),
    path("people/<int:pk>/end/", people.end_membership, name="end_membership"),
]
