"""The home page and the language switch."""

import sys
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.defaults import server_error

from smmstrategy.agency.queries import clients
from smmstrategy.clients.access import ANYBODY, CLIENT, OWNER, STAFF, policy, roles
from smmstrategy.clients.actions import choose_language
from smmstrategy.files import disk_is_full
from smmstrategy.home import queries


@policy(*ANYBODY)
@login_required
def home(request: HttpRequest) -> HttpResponse:
    mine, context = roles(request.user), {"section": "home"}
    if not mine:
        return render(request, "home/outside.html", context)
    if CLIENT in mine:
        context["delivered"] = queries.audits_delivered(request.user)
    if not mine & STAFF:
        return render(request, "home/delivered.html", context)
    waiting = {
        "imports": queries.imports_waiting(request.user),
        "audits": queries.audits_in_work(request.user),
    }
    return render(request, "home/home.html", context | waiting | {"served": clients(request.user), "may_add": OWNER in mine})


@policy(*ANYBODY, methods=("POST",))
def language(request: HttpRequest) -> HttpResponse:
    """Remember the language with the user, and in a cookie for the pages before signing in."""
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest()
    if request.user.is_authenticated:
        choose_language(request.user, language=chosen)
    target = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(target if safe else "/")
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=365 * 24 * 3600, samesite="Lax", secure=settings.HTTPS)
    return response


def broken(request: HttpRequest) -> HttpResponse:
    """What a fault of ours comes to: a page that asks nothing of the database, nor who is there."""
    if disk_is_full(sys.exception()):
        return HttpResponse(render_to_string("507.html"), status=HTTPStatus.INSUFFICIENT_STORAGE)
    return server_error(request)
