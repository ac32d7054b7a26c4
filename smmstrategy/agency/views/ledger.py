"""The pages of the ledger: who did what and when, for one client or for the whole agency."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from smmstrategy.agency import entries, queries
from smmstrategy.agency.forms import LedgerForm
from smmstrategy.clients.access import MANAGER, OWNER, policy
from smmstrategy.ledger.models import Entry
from smmstrategy.ledger.queries import entries as all_entries

PER_PAGE = 50


@policy(OWNER, MANAGER)
def client_ledger(request: HttpRequest, slug: str) -> HttpResponse:
    client = queries.served(request.user, slug, OWNER, MANAGER)
    return _page(request, all_entries().filter(client=client), client=client, zone=client.time_zone)


@policy(OWNER)
def agency_ledger(request: HttpRequest) -> HttpResponse:
    """Everything that happened: to the agency's people and to every client."""
    return _page(request, all_entries(), client=None, zone=queries.zone())


def _page(request: HttpRequest, found: QuerySet[Entry], **context: Any) -> HttpResponse:
    form = LedgerForm(request.GET, entries=found, zone=context["zone"])
    page = Paginator(found.filter(*form.conditions()), PER_PAGE).get_page(request.GET.get("page"))
    context |= {"section": "ledger", "form": form, "page": page, "lines": entries.lines(page.object_list)}
    return render(request, "agency/ledger.html", context)
