"""Pages of where values come from: those of an account, of a post, and what one import corrected."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from smmstrategy.clients.access import STAFF, fetch, policy
from smmstrategy.clients.models import Account
from smmstrategy.metrics.history import queries
from smmstrategy.metrics.history.forms import ValuesForm
from smmstrategy.metrics.models import Import, Post

PER_PAGE = 25


@policy(*STAFF)
def account_values(request: HttpRequest, account: int) -> HttpResponse:
    """One value when the address names it; else those of the account that were corrected."""
    found = fetch(Account, request.user, "client", pk=account)
    lookup = ValuesForm(request.GET).lookup()
    rows = queries.of_account(found).filter(**lookup) if lookup else queries.corrected(found)
    return _page(request, "history/account.html", rows, client=found.client, account=found, asked=lookup)


@policy(*STAFF)
def post_values(request: HttpRequest, post: int) -> HttpResponse:
    found = fetch(Post, request.user, "client", "account", pk=post)
    metric = ValuesForm(request.GET).lookup().get("metric")
    rows = queries.of_post(found).filter(**{"metric": metric} if metric else {})
    return _page(request, "history/post.html", rows, client=found.client, post=found)


@policy(*STAFF)
def corrections(request: HttpRequest, pk: int) -> HttpResponse:
    """What the file put in the place of earlier values, and what those were."""
    import_ = fetch(Import.objects.in_short(), request.user, "client", pk=pk)
    sides = {"posts": queries.post_values_corrected_by(import_), "accounts": queries.account_values_corrected_by(import_)}
    of = request.GET.get("of", "") if request.GET.get("of") in sides else "posts"
    context = {
        "client": import_.client,
        "import": import_,
        "of": of,
        "counts": {name: rows.count() for name, rows in sides.items()},
    }
    return _page(request, "history/corrections.html", sides[of], **context)


def _page(request: HttpRequest, template: str, rows: QuerySet[Any], **context: Any) -> HttpResponse:
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context |= {"section": "imports", "page": page, "histories": queries.histories(page.object_list)}
    return render(request, template, context)
