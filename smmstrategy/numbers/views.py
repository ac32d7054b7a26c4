"""The page of a brand's numbers."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from audits.queries import default_until
from smmstrategy.agency import queries as agency
from smmstrategy.clients.access import STAFF, policy
from smmstrategy.clients.models import Account, Brand, Tracking
from smmstrategy.numbers import cards, charts, choice, posts, steps, words
from smmstrategy.numbers.calendars import calendars
from smmstrategy.numbers.windows import Window, window


@policy(*STAFF)
def of_client(request: HttpRequest, slug: str) -> HttpResponse:
    """The numbers of the client's first brand; without a brand, the page that offers to add one."""
    client = agency.served(request.user, slug)
    brand = agency.brands(client, request.user).first()
    return redirect("numbers", brand.slug) if brand else redirect("client", client.slug)


@policy(*STAFF)
def numbers(request: HttpRequest, slug: str) -> HttpResponse:
    brand = agency.brand(request.user, slug)
    tracked = agency.tracked(brand)
    context: dict[str, Any] = {
        "section": "numbers",
        "client": brand.client,
        "brand": brand,
        "brands": agency.brands(brand.client, request.user),
    }
    own, others = ([row.account for row in tracked[role]] for role in (Tracking.Role.OWN, Tracking.Role.COMPETITOR))
    until = default_until(brand)
    if not own or until is None:
        return render(request, "numbers/nothing.html", context | {"own": own})
    chosen = choice.choice(request.GET, until)
    view = _view(brand, chosen, own, others)
    tabs = {"own": _tabs(own, chosen), "competitors": _tabs(others, chosen), "all_own": chosen.address(account=None)}
    return render(request, "numbers/numbers.html", context | tabs | _shown(view, chosen))


def _tabs(accounts: list[Account], chosen: choice.Choice) -> list[tuple[Account, str, bool]]:
    return [(account, chosen.address(account=account.pk), account.pk == chosen.account) for account in accounts]


@dataclass(frozen=True)
class View:
    """The accounts in view, their rows in the period and in the one it is compared with."""

    account: Account | None
    now: Window
    then: Window | None


def _view(brand: Brand, chosen: choice.Choice, own: list[Account], competitors: list[Account]) -> View:
    account = None
    if chosen.account:
        account = next((a for a in own + competitors if a.pk == chosen.account), None)
        if account is None:
            raise Http404
    accounts, zone = [account] if account else own, ZoneInfo(brand.client.time_zone)
    then = window(accounts, chosen.compared, zone) if chosen.compared else None
    return View(account, window(accounts, chosen.period, zone), then)


def _shown(view: View, chosen: choice.Choice) -> dict[str, Any]:
    language = get_language()
    drawn = charts.charts(view.now, view.then, language)
    return {
        "choice": chosen,
        "account": view.account,
        "period": steps.in_words(chosen.period, language),
        "compared": chosen.compared and steps.in_words(chosen.compared, language),
        "presets": [(words.preset(name), chosen.address(preset=name), name == chosen.preset) for name in choice.PRESETS],
        "against": [(words.against(name), chosen.address(against=name), name == chosen.against) for name in choice.AGAINST],
        "rankings": [(words.ranking(name), chosen.address(ranking=name), name == chosen.ranking) for name in choice.RANKINGS],
        "cards": cards.cards(view.now, view.then, language),
        "charts": drawn,
        "chart_data": {chart.key: chart.data for chart in drawn},
        "calendars": calendars(list(view.now.accounts), chosen.period, language),
        "posts": posts.best(view.now, chosen.ranking, language),
        "post_columns": [words.column(name) for name in posts.COLUMNS],
    }
