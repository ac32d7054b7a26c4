"""The list of a client's audits, and one audit: being filled in, being made, finished, or as the client reads it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from audits import drafts, queries
from audits.models import Audit
from smmstrategy.clients.access import EVERYONE, MANAGER, OWNER, STAFF, fetch, policy, require, roles, visible
from smmstrategy.clients.models import Client, Language, User
from smmstrategy.clients.queries import brands_of
from smmstrategy.ledger.queries import newest
from smmstrategy.ledger.verbs import Verb
from smmstrategy.reports.queries import downloads, files

PER_PAGE = 25
DOWNLOADS_SHOWN = 20


@policy(*EVERYONE)
def audits(request: HttpRequest, slug: str) -> HttpResponse:
    """Staff see every audit of the client; the client's own people those delivered to them."""
    client = fetch(Client, request.user, slug=slug)
    rows = visible(Audit, request.user).filter(client=client).annotate(replaced_by=Audit.replaced_by())
    rows = rows.select_related("brand", "job", "created_by")
    page = Paginator(rows.order_by("-created_at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    is_staff = bool(roles(request.user, client) & STAFF)
    brands = brands_of(client) if is_staff else ()
    context = {"client": client, "page": page, "brands": brands, "is_staff": is_staff}
    return render(request, "audits/audits.html", {"section": "audits", **context})


@policy(*EVERYONE)
def audit(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, fetch(_audits(request.user), request.user, pk=pk))


def page(request: HttpRequest, audit: Audit, **more: Any) -> HttpResponse:
    """The audit as far as it has come, for whoever asks."""
    mine = roles(request.user, audit.client)
    context = {"section": "audits", "client": audit.client, "audit": audit, "is_staff": bool(mine & STAFF)}
    context |= {"told": audit.told(get_language() or "")} | more
    if not mine & STAFF:
        delivered = files(request.user).filter(snapshot=audit.snapshot_id).order_by("created_at", "pk")
        return render(request, "audits/delivered.html", context | {"files": delivered})
    if audit.status == Audit.Status.DRAFT:
        return render(request, "audits/draft.html", context | _filled(audit))
    if audit.status == Audit.Status.RENDERING:
        return render(request, "audits/rendering.html", context)
    return render(
        request, "audits/result.html", context | _filled(audit) | _made(audit) | {"may_deliver": bool(mine & {OWNER, MANAGER})}
    )


def worked_on(request: HttpRequest, pk: int, *allowed: str) -> Audit:
    """The audit for somebody who works on it: 404 when it is out of sight, 403 when it takes another role."""
    audit = fetch(_audits(request.user), request.user, pk=pk)
    require(request.user, audit.client, *(allowed or STAFF))
    return audit


def _audits(user: User) -> Any:
    """With when and as what they were sealed; the sealed facts themselves are megabytes that no page shows."""
    related = ("client", "brand__client", "job", "snapshot")
    return visible(Audit, user).annotate(**Audit.naming()).select_related(*related).defer("snapshot__content")


def _filled(audit: Audit) -> dict[str, Any]:
    """How far the half that people fill in is."""
    scores, levels = queries.scores_of(audit), queries.levels_of(audit)
    return {
        "scored": drafts.criteria_done(scores),
        "levelled": drafts.maturity_done(levels),
        "planned": len(queries.opportunities_of(audit)),
    }


def _made(audit: Audit) -> dict[str, Any]:
    made = queries.documents(audit)
    withdrawal = None if audit.delivered_at else newest(Verb.WITHDRAWN, audit)
    return {
        "withdrawal": withdrawal,
        "files": made,
        "undelivered": [file for file in made if file.delivered_at is None],
        "lacking": [language for language in Language.values if language not in {file.language for file in made}],
        "downloads": downloads(*made)[:DOWNLOADS_SHOWN],
    }
