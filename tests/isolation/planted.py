"""Faults of every kind that let people at what is not theirs, and beside each the same view as it should be."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from types import ModuleType
from typing import Any

from django.db import connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.test import override_settings
from django.urls import URLPattern, path

from smmstrategy import urls
from smmstrategy.clients.access import CLIENT, EVERYONE, FORM, MANAGER, OWNER, STAFF, fetch, policy, require, roles, visible
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Brand, Client, Membership, Tracking, User
from smmstrategy.files import path_of
from smmstrategy.reports.models import ReportFile
from smmstrategy.reports.queries import files


@dataclass(frozen=True)
class Fault:
    """A fault and the rule that must speak up."""

    route: str
    faulty: Any
    sound: Any
    rule: str


def declared(*allowed: str, methods: tuple[str, ...] = ("GET", "HEAD")):
    """A policy that is declared but not enforced."""

    def decorate(view):
        view.policy = {"roles": frozenset(allowed), "methods": methods}
        return view

    return decorate


def say(*words: object) -> HttpResponse:
    return HttpResponse(" ".join(map(str, words)))


@policy(*STAFF)
def read_any(request, slug):
    return say(get_object_or_404(Brand, slug=slug).name)


@policy(*STAFF)
def read_own(request, slug):
    return say(_brand(request, slug).name)


@policy(*STAFF)
def child_of_anybody(request, slug, pk):
    _brand(request, slug)
    return say(get_object_or_404(Tracking, pk=pk).group)


@policy(*STAFF)
def child_of_its_parent(request, slug, pk):
    return say(fetch(visible(Tracking, request.user).filter(brand=_brand(request, slug)), request.user, pk=pk).group)


@policy(*STAFF, methods=FORM)
def write_then_look(request, slug):
    if request.method == "POST":
        Brand.objects.filter(slug=slug).update(website="https://example.com/")
    return say(_brand(request, slug).name)


@policy(*STAFF, methods=FORM)
def look_then_write(request, slug):
    brand = _brand(request, slug)
    if request.method == "POST":
        Brand.objects.filter(pk=brand.pk).update(website="https://example.com/")
    return say(brand.name)


@policy(OWNER, MANAGER, methods=FORM)
def reading_is_checked(request, slug):
    client = fetch(Client, request.user, slug=slug)
    if request.method != "POST":
        require(request.user, client, OWNER, MANAGER)
    return _saved(request, client)


@policy(OWNER, MANAGER, methods=FORM)
def writing_is_checked_too(request, slug):
    client = fetch(Client, request.user, slug=slug)
    require(request.user, client, OWNER, MANAGER)
    return _saved(request, client)


@policy(*STAFF)
def search_all(request):
    return say(*Brand.objects.filter(name__contains=request.GET.get("q", "")).values_list("name", flat=True))


@policy(*STAFF)
def search_own(request):
    return say(*visible(Brand, request.user).filter(name__contains=request.GET.get("q", "")).values_list("name", flat=True))


@policy(*STAFF, methods=("POST",))
def brand_of_the_body(request, slug):
    _brand(request, slug)
    Brand.objects.filter(pk=request.POST.get("brand", 0)).update(website="https://example.com/")
    return say("done")


@policy(*STAFF, methods=("POST",))
def brand_of_the_address(request, slug):
    Brand.objects.filter(pk=_brand(request, slug).pk).update(website="https://example.com/")
    return say("done")


@policy(*STAFF, CLIENT)
def any_file(request, pk):
    return FileResponse(path_of(get_object_or_404(ReportFile, pk=pk).path).open("rb"))


@policy(*STAFF, CLIENT)
def own_file(request, pk):
    return FileResponse(path_of(fetch(files(request.user), request.user, pk=pk).path).open("rb"))


@policy(*STAFF, CLIENT)
def handed_over_to_all(request, pk):
    handed_over = ReportFile.objects.filter(pk=pk, delivered_at__isnull=False)
    return FileResponse(path_of(handed_over.get().path).open("rb")) if handed_over else own_file(request, pk)


@policy(OWNER, MANAGER, methods=("POST",))
def any_role(request, slug):
    return say(fetch(Client, request.user, slug=slug).name)


@policy(OWNER, MANAGER, methods=("POST",))
def managers_only(request, slug):
    client = fetch(Client, request.user, slug=slug)
    require(request.user, client, OWNER, MANAGER)
    return say(client.name)


@policy(*STAFF)
def unless_head(request, slug):
    return say(_brand(request, slug).name) if request.method == "GET" else say()


@policy(*STAFF)
def unless_htmx(request, slug):
    return say(get_object_or_404(Brand, slug=slug).name if request.htmx else _brand(request, slug).name)


@policy(*STAFF)
def refuses_what_exists(request, slug):
    brand = get_object_or_404(Brand, slug=slug)
    require(request.user, brand.client, *STAFF)
    return say(brand.name)


@declared(*STAFF)
def remembered_roles(request, slug):
    """Asks who somebody was when they signed in."""
    remembered = Membership.objects.filter(user_id=request.session.get("_auth_user_id", 0), role__in=STAFF)
    if not request.user.is_authenticated:
        return read_own(request, slug)
    clients = Client.objects.all() if remembered.filter(client=None).exists() else Client.objects.filter(memberships__in=remembered)
    return say(get_object_or_404(Brand, client__in=clients, slug=slug).name)


@policy(*STAFF)
def deletes_by_get(request, pk):
    tracking = fetch(Tracking, request.user, pk=pk)
    tracking.delete()
    return say("done")


@policy(*STAFF, methods=("POST",))
def deletes_by_post(request, pk):
    return deletes_by_get.__wrapped__.__wrapped__(request, pk)


@policy(*EVERYONE)
def everybody(request):
    return say(*User.objects.values_list("email", "name"))


@policy(*EVERYONE)
def oneself(request):
    return say(request.user.email, request.user.name)


@policy(*EVERYONE, methods=("POST",))
def switches_others_off(request):
    User.objects.exclude(pk=request.user.pk).update(is_active=False)
    return say("done")


@policy(*EVERYONE, methods=("POST",))
def switches_own_language(request):
    User.objects.filter(pk=request.user.pk).update(language="ru")
    return say("done")


def anybody(request, slug):
    return say("done")


def _saved(request: HttpRequest, client: Client) -> HttpResponse:
    if request.method == "POST":
        Client.objects.filter(pk=client.pk).update(currency="USD")
    return say(client.name)


def _brand(request: HttpRequest, slug: str) -> Brand:
    """404 to whoever does not work on it, as the product's own pages do."""
    brand = fetch(Brand, request.user, slug=slug)
    if not roles(request.user, brand.client) & STAFF:
        raise Http404
    return brand


BRAND, CHILD = "planted/brands/<slug:slug>/", "planted/brands/<slug:slug>/accounts/<int:pk>/"
CLIENTS, FILES = "planted/clients/<slug:slug>/", "planted/files/<int:pk>/"
FAULTS = {
    "any id is read": Fault(BRAND, read_any, read_own, "words"),
    "a child of another parent": Fault(CHILD, child_of_anybody, child_of_its_parent, "status"),
    "the effect comes before the check": Fault(BRAND, write_then_look, look_then_write, "refused"),
    "the check is left to the page with the form": Fault(CLIENTS, reading_is_checked, writing_is_checked_too, "refused"),
    "the search finds everybody's": Fault("planted/search/", search_all, search_own, "words"),
    "an id in the body is believed": Fault(BRAND, brand_of_the_body, brand_of_the_address, "rows"),
    "a file without a check": Fault(FILES, any_file, own_file, "words"),
    "what one client was handed everybody reads": Fault(FILES, handed_over_to_all, own_file, "words"),
    "a role is not asked for": Fault(CLIENTS, any_role, managers_only, "status"),
    "HEAD is not checked": Fault(BRAND, unless_head, read_own, "status"),
    "HTMX is not checked": Fault(BRAND, unless_htmx, read_own, "words"),
    "a foreign thing is told from a missing one": Fault(BRAND, refuses_what_exists, read_own, "status"),
    "a removed member's session still opens doors": Fault(BRAND, remembered_roles, read_own, "words"),
    "GET deletes": Fault("planted/accounts/<int:pk>/", deletes_by_get, deletes_by_post, "safe method"),
    "everybody's names are read": Fault("planted/people/", everybody, oneself, "words"),
    "others are kept from signing in": Fault("planted/people/off/", switches_others_off, switches_own_language, "people"),
    "no policy is declared": Fault(BRAND, anybody, read_own, "policy"),
}


def without_walls(view):
    """The view with the database's own wall taken away from behind it: its policies and its grants."""

    @wraps(view)
    def unwalled(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        with scope("system"), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE NONE")
            return view(request, *args, **kwargs)

    return unwalled


@contextmanager
def mounted(route: str, view: Any) -> Iterator[URLPattern]:
    """One more address in the product, before all others."""
    addresses = ModuleType("planted_addresses")
    addresses.urlpatterns = [path(route, view, name="planted"), *urls.urlpatterns]
    with override_settings(ROOT_URLCONF=addresses):
        yield addresses.urlpatterns[0]
