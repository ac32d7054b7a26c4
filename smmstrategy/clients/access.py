"""Who may see and do what: the only door to a client's objects, and the declared policy of every address."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from smmstrategy.clients.models import Client, Membership, User

OWNER, MANAGER, STRATEGIST, CLIENT = (role.value for role in Membership.Role)
STAFF = frozenset({OWNER, MANAGER, STRATEGIST})
EVERYONE = STAFF | {CLIENT}
ANYBODY = frozenset({"anybody"})
READ, FORM = ("GET", "HEAD"), ("GET", "HEAD", "POST")


def memberships(user: User) -> QuerySet[Membership]:
    """The user's memberships that are in force."""
    return Membership.objects.filter(user=user, user__is_active=True, ended_at=None)


def remember(user: User) -> None:
    """What the sender of a request may do is read once for all that the request asks; whoever changes it reads it anew."""
    user.held = tuple(memberships(user).values_list("client", "role"))


def roles(user: User, client: Client | None = None) -> frozenset[str]:
    """The user's roles for a client; without a client, all roles the user has anywhere."""
    return frozenset(role for where, role in _held(user) if client is None or where in (client.pk, None))


def clients(user: User, allowed: frozenset[str] = EVERYONE) -> QuerySet[Client]:
    """The clients for which the user has one of the `allowed` roles."""
    return Client.objects.all() if _works_everywhere(user, allowed) else Client.objects.filter(pk__in=_own(user, allowed))


def visible(source: type[Model] | QuerySet[Any], user: User) -> QuerySet[Any]:
    """Those of the rows the user may read: staff see what is their clients', a client only what was delivered.

    What is no client's own is seen by those who work for the whole agency.
    """
    rows = source if isinstance(source, QuerySet) else source._default_manager.all()
    if _works_everywhere(user, STAFF):
        return rows
    if rows.model is Client:
        return rows.filter(pk__in=_own(user, EVERYONE))
    seen = Q(client__in=_own(user, STAFF))
    if (delivered := getattr(rows.model, "delivered", None)) is not None:
        seen |= delivered & Q(client__in=_own(user, frozenset({CLIENT})))
    return rows.filter(seen)


def fetch(source: type[Model] | QuerySet[Any], user: User, *related: str, **lookup: Any) -> Any:
    """One object the user may read, with those it is `related` to; anything else, foreign or missing, is the same 404."""
    rows = visible(source, user)
    return get_object_or_404(rows.select_related(*related) if related else rows, **lookup)


def require(user: User, client: Client, *allowed: str) -> None:
    """Raise 403 unless the user has one of the `allowed` roles for a client they can already see."""
    if not roles(user, client) & frozenset(allowed):
        raise PermissionDenied


def _held(user: User) -> tuple[tuple[int | None, str], ...]:
    """The user's roles and where each is held: at a client, by its id, or in the whole agency (None)."""
    if user.held is None:
        return tuple(memberships(user).values_list("client", "role"))
    return user.held


def _works_everywhere(user: User, allowed: frozenset[str]) -> bool:
    return any(where is None and role in allowed for where, role in _held(user))


def _own(user: User, allowed: frozenset[str]) -> set[int]:
    """The clients the user has one of these roles for, each by itself."""
    return {where for where, role in _held(user) if where is not None and role in allowed}


def policy(*allowed: str, methods: tuple[str, ...] = READ) -> Callable:
    """Declare who may call a view and how; a view without it fails the system check, and so the build."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if frozenset(allowed) != ANYBODY and not roles(request.user) & frozenset(allowed):
                raise Http404
            if request.method not in methods:
                return _elsewhere(request, methods)
            return view(request, *args, **kwargs)

        wrapped = guarded if frozenset(allowed) == ANYBODY else _signed_in(guarded)
        wrapped.policy = {"roles": frozenset(allowed), "methods": methods}
        return wrapped

    return decorate


def _elsewhere(request: HttpRequest, methods: tuple[str, ...]) -> HttpResponse:
    """A link to an address that only takes forms leads to the page above it, where the form is."""
    if request.method in READ and "HX-Request" not in request.headers:
        messages.info(
            request, _("Nothing was done: this step begins on a page. If you typed something before signing in, type it again.")
        )
        return redirect(_page_above(request.path))
    return HttpResponseNotAllowed(methods, content=render(request, "405.html").content)


def _page_above(path: str) -> str:
    above = path.rstrip("/").rpartition("/")[0] + "/"
    try:
        declared = getattr(resolve(above).func, "policy", {"methods": ()})
    except Resolver404:
        return _page_above(above)
    return above if "GET" in declared["methods"] else _page_above(above)


def _signed_in(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Whoever is nobody is led to the sign-in; a script that asks for a part of a page is told so instead."""
    led = login_required(view)

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated and "HX-Request" in request.headers:
            return HttpResponse(status=401)
        return led(request, *args, **kwargs)

    return asked
