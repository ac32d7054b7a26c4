"""One transaction for each request, narrowed to whom it turns out to be from; and pages in which words keep their order."""

import re
from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_cache_control

from smmstrategy.clients.access import remember
from smmstrategy.clients.isolation import enter, scope
from smmstrategy.words import TURNS, unturned

_FIELD = re.compile("(<textarea\\b.*?</textarea>|<input\\b[^>]*>)", re.DOTALL)


class TransactionMiddleware:
    """Everything a request writes is committed together, or not at all when it ends in a server error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with scope(""):
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response


class ScopeMiddleware:
    """From here on the database shows only what this user may see, in a language they chose; no copy of a page is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        was_known = request.user.is_authenticated
        if was_known:
            enter(f"user:{request.user.pk}")
            remember(request.user)
            if chosen := request.user.language:
                translation.activate(chosen)
                request.LANGUAGE_CODE = chosen
        response = self.get_response(request)
        if was_known or request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """A forgotten password may be that of somebody else than who is signed in here: such an address stays nobody's."""
        if request.user.is_authenticated and (request.resolver_match.url_name or "").startswith("account_reset_password"):
            enter("")


class DirectionMiddleware:
    """No name or text on a page turns the words beside it round; what stands in a field is as it was typed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not response.streaming and response.get("Content-Type", "").startswith("text/html"):
            page = response.content.decode(response.charset)
            if TURNS.search(page):
                response.content = "".join(one if n % 2 else unturned(one) for n, one in enumerate(_FIELD.split(page)))
        return response
