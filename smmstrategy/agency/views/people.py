"""The owner's page of people: who works for whom, invitations, roles and their end."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from smmstrategy.agency import actions, invitations, queries
from smmstrategy.agency.forms import InviteForm, RoleForm
from smmstrategy.agency.views.changing import asked, locked
from smmstrategy.clients.access import FORM, OWNER, clients, policy, remember, roles
from smmstrategy.clients.models import Membership

LAST_OWNER = gettext_lazy("This is the last owner. Make somebody else an owner first.")


@policy(OWNER)
def people(request: HttpRequest) -> HttpResponse:
    return render(request, "agency/people.html", {"section": "people", "people": queries.people()})


@policy(OWNER, methods=FORM)
def invite(request: HttpRequest) -> HttpResponse:
    form = InviteForm(request.POST or None, clients=clients(request.user), initial={"client": request.GET.get("client")})
    if form.is_valid():
        try:
            membership = actions.invite(by=request.user, **form.invited())
            return _told(request, membership, form.cleaned_data["language"])
        except actions.HasRole as has:
            form.add_error("email", _has_role(has.membership))
    return render(request, "agency/invite.html", {"section": "people", "form": form})


@policy(OWNER, methods=("POST",))
def invite_again(request: HttpRequest, pk: int) -> HttpResponse:
    membership = queries.membership(request.user, pk)
    invitations.send(request, membership.user, membership.user.language or get_language())
    messages.success(request, _("The letter to %(email)s is on its way.") % {"email": membership.user.email})
    return redirect("people")


@policy(OWNER, methods=FORM)
def change_role(request: HttpRequest, pk: int) -> HttpResponse:
    membership = queries.membership(request.user, pk)
    if request.method == "POST" and membership.role == OWNER:
        queries.owners_held()  # before this one: of two owners who let each other go the second waits
    membership = locked(request, membership)
    change = asked(request, partial(RoleForm, membership=membership), {membership: ["role"]})
    if change.form.is_valid():
        _unless_last_owner(request, actions.change_role, membership, role=change.form.cleaned_data["role"])
        return _back(request)
    context = {"section": "people", "membership": membership, "form": change.form, "was": change.was}
    return render(request, "agency/role.html", context)


@policy(OWNER, methods=("POST",))
def end_membership(request: HttpRequest, pk: int) -> HttpResponse:
    _unless_last_owner(request, actions.end_membership, queries.membership(request.user, pk))
    return _back(request)


def _told(request: HttpRequest, membership: Membership, language: str) -> HttpResponse:
    """Who is new gets a letter in the language."""
    if not membership.user.has_usable_password():
        invitations.send(request, membership.user, language)
    messages.success(request, _("%(name)s has access.") % {"name": membership.user})
    return redirect("people")


def _has_role(membership: Membership) -> str:
    words = _("%(name)s has a role there already (%(where)s: %(role)s). It is changed on the page “People”.")
    where = membership.client or _("the whole agency")
    return words % {"name": membership.user, "where": where, "role": membership.get_role_display()}


def _back(request: HttpRequest) -> HttpResponse:
    """To the people, unless an owner has just given that up."""
    remember(request.user)
    return redirect("people" if OWNER in roles(request.user) else "home")


def _unless_last_owner(request: HttpRequest, action, membership, **fields) -> None:
    try:
        action(membership, by=request.user, **fields)
        messages.success(request, _("Saved; it holds from now on."))
    except actions.LastOwner:
        messages.error(request, LAST_OWNER)
