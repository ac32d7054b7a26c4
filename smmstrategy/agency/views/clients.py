"""Pages for clients, brands and the accounts a brand looks at."""

from copy import copy
from functools import partial
from itertools import chain, groupby
from operator import attrgetter

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from smmstrategy.agency import actions, queries
from smmstrategy.agency.forms import BrandForm, ClientForm, TrackingChangeForm, TrackingForm
from smmstrategy.agency.views.changing import asked, locked
from smmstrategy.clients import handles
from smmstrategy.clients.access import EVERYONE, FORM, MANAGER, OWNER, STAFF, fetch, policy, roles
from smmstrategy.clients.models import Client, Tracking

PER_PAGE = 100


@policy(*STAFF)
def clients(request: HttpRequest) -> HttpResponse:
    context = {"section": "clients", "served": queries.clients(request.user), "may_add": OWNER in roles(request.user)}
    return render(request, "agency/clients.html", context)


@policy(OWNER, methods=FORM)
def new_client(request: HttpRequest) -> HttpResponse:
    form = ClientForm(request.POST or None)
    if form.is_valid():
        try:
            client = actions.create_client(by=request.user, **form.cleaned_data)
            messages.success(request, _("“%(name)s” is here. Add its first brand.") % {"name": client.name})
            return redirect("new_brand", client.slug)
        except actions.NameTaken as taken:
            form.add_error("name", _is_taken(taken))
    return render(request, "agency/client_form.html", {"section": "clients", "form": form})


@policy(*EVERYONE)
def client(request: HttpRequest, slug: str) -> HttpResponse:
    """The client for those who serve it; its own people are led to what was delivered to them."""
    found = fetch(Client, request.user, slug=slug)
    mine = roles(request.user, found)
    if not mine & STAFF:
        return redirect("client_audits", found.slug)
    told = [(audit, audit.told(get_language() or "")) for audit in queries.newest_audits(found)]
    context = {
        "brands": queries.brands(found, request.user),
        "audits": told,
        "imports": queries.newest_imports(found),
    }
    context |= {"section": "overview", "client": found, "may_change": bool(mine & {OWNER, MANAGER})}
    return render(request, "agency/client.html", context)


@policy(OWNER, MANAGER, methods=FORM)
def change_client(request: HttpRequest, slug: str) -> HttpResponse:
    found = locked(request, queries.served(request.user, slug, OWNER, MANAGER))
    change = asked(request, partial(ClientForm, instance=copy(found)), {found: ClientForm.Meta.fields})
    form = change.form
    if form.is_valid():
        try:
            actions.change_client(found, by=request.user, **change.fields)
            messages.success(request, _("Saved."))
            return redirect("client", found.slug)
        except actions.NameTaken as taken:
            form.add_error("name", _is_taken(taken))
        except actions.HasNumbers:
            form = ClientForm(change.was | change.touched, instance=found)
            form.add_error(
                None, _("Numbers have come in meanwhile: the zone and the currency stay. Save again to change the rest.")
            )
    context = {"section": "overview", "client": found, "form": form, "was": change.was}
    return render(request, "agency/client_form.html", context)


@policy(*STAFF, methods=FORM)
def new_brand(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.served(request.user, slug)
    form = BrandForm(request.POST or None)
    if form.is_valid():
        try:
            brand = actions.create_brand(found, by=request.user, **form.cleaned_data)
            messages.success(request, _("“%(name)s” is here. Add its accounts and the competitors.") % {"name": brand.name})
            return redirect("brand", brand.slug)
        except actions.NameTaken as taken:
            form.add_error("name", _is_taken(taken))
    return render(request, "agency/brand_form.html", {"section": "overview", "client": found, "form": form})


@policy(*STAFF)
def brand(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.brand(request.user, slug)
    tracked = queries.tracked(found)
    page = Paginator(list(chain.from_iterable(tracked.values())), PER_PAGE).get_page(request.GET.get("page"))
    by_role = groupby(page.object_list, attrgetter("role"))
    groups = [(Tracking.Role(role), len(tracked[role]), list(rows)) for role, rows in by_role]
    context = {"section": "overview", "client": found.client, "brand": found, "groups": groups, "page": page}
    return render(request, "agency/brand.html", context)


@policy(*STAFF, methods=FORM)
def change_brand(request: HttpRequest, slug: str) -> HttpResponse:
    found = locked(request, queries.brand(request.user, slug))
    change = asked(request, partial(BrandForm, instance=copy(found)), {found: BrandForm.Meta.fields})
    if change.form.is_valid():
        try:
            actions.change_brand(found, by=request.user, **change.fields)
            messages.success(request, _("Saved."))
            return redirect("brand", found.slug)
        except actions.NameTaken as taken:
            change.form.add_error("name", _is_taken(taken))
    context = {"section": "overview", "client": found.client, "brand": found, "form": change.form, "was": change.was}
    return render(request, "agency/brand_form.html", context)


@policy(*STAFF, methods=FORM)
def new_account(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.brand(request.user, slug)
    form = TrackingForm(request.POST or None, client=found.client, initial={"role": request.GET.get("role", Tracking.Role.OWN)})
    if form.is_valid():
        try:
            tracking = actions.track(found, by=request.user, **form.cleaned_data)
            messages.success(request, _("“%(name)s” is on the list.") % {"name": tracking.account})
            return redirect("brand", found.slug)
        except actions.AlreadyTracked as already:
            form.add_error("handle", _is_there(already.tracking, form.cleaned_data["handle"]))
    return render(
        request, "agency/account_form.html", {"section": "overview", "client": found.client, "brand": found, "form": form}
    )


def _is_taken(taken: actions.NameTaken) -> str:
    return _("“%(name)s” is here already. Choose a name that can be told from it.") % {"name": taken.row.name}


def _is_there(tracking: Tracking, handle: str) -> str:
    """Which account it is, why the brand looks at it, whom it belongs to, and the way to its page."""
    words = _("“%(name)s” is on the list already (%(why)s). Nothing was changed.")
    why = ", ".join(filter(None, [tracking.get_role_display(), tracking.group]))
    told = words % {"name": tracking.account, "why": why}
    if handles.key(tracking.account.network, handle) != tracking.account.key:
        told += " " + _("Its posts stand on the wall of %(handle)s: it is one page.") % {"handle": handle}
    return format_html('{} <a href="{}">{}</a>', told, reverse("change_account", args=[tracking.pk]), _("Change it there"))


@policy(*STAFF, methods=FORM)
def change_account(request: HttpRequest, pk: int) -> HttpResponse:
    tracking = queries.tracking(request.user, pk)
    account = locked(request, tracking.account)  # first, as an import that is taken back does
    tracking = locked(request, tracking)
    tracking.account = account
    change = asked(request, TrackingChangeForm, {tracking.account: actions.OF_ACCOUNT, tracking: actions.OF_TRACKING})
    if change.form.is_valid():
        actions.change_tracking(tracking, by=request.user, **change.fields)
        messages.success(request, _("Saved."))
        return redirect("brand", tracking.brand.slug)
    context = {"section": "overview", "client": tracking.brand.client, "brand": tracking.brand, "tracking": tracking}
    return render(request, "agency/account_form.html", context | {"form": change.form, "was": change.was})


@policy(*STAFF, methods=("POST",))
def stop_tracking(request: HttpRequest, pk: int) -> HttpResponse:
    tracking = queries.tracking(request.user, pk)
    actions.stop_tracking(tracking, by=request.user)
    messages.success(request, _("“%(name)s” is off the list; its numbers are kept.") % {"name": tracking.account})
    return redirect("brand", tracking.brand.slug)
