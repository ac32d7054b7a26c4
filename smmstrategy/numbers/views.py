"""The page of a brand's numbers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from audits.measures.glance import Glance
from audits.measures.subjects import has_data
from audits.queries import default_until, glance
from smmstrategy.agency import queries as agency
from smmstrategy.clients.access import STAFF, policy
from smmstrategy.clients.models import Account, Tracking
from smmstrategy.clients.zones import today
from smmstrategy.numbers import cards, charts, choice, posts, steps, words
from smmstrategy.numbers.calendars import calendars


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
    day = today(brand.client.time_zone)
    context: dict[str, Any] = {
        "section": "numbers",
        "client": brand.client,
        "brand": brand,
        "brands": agency.brands(brand.client, request.user),
        "today": day.isoformat(),
    }
    own, others = tracked[Tracking.Role.OWN], tracked[Tracking.Role.COMPETITOR]
    until = default_until(brand)
    if not own or until is None:
        return render(request, "numbers/nothing.html", context | {"own": own})
    chosen = choice.choice(request.GET, until, day)
    account = _chosen_account(chosen, own + others)
    seen = glance(brand, account and account.account_id, chosen.period, [w for w in ("now", chosen.window) if w])
    tabs = {"own": _tabs(own, chosen), "competitors": _tabs(others, chosen), "all_own": chosen.address(account=None)}
    return render(request, "numbers/numbers.html", context | tabs | {"account": account and account.account} | _shown(seen, chosen))


def _tabs(tracked: list[Tracking], chosen: choice.Choice) -> list[tuple[Account, str, bool]]:
    return [(row.account, chosen.address(account=row.account_id), row.account_id == chosen.account) for row in tracked]


def _chosen_account(chosen: choice.Choice, tracked: list[Tracking]) -> Tracking | None:
    """None stands for all own accounts."""
    if not chosen.account:
        return None
    found = next((row for row in tracked if row.account_id == chosen.account), None)
    if found is None:
        raise Http404
    return found


def _shown(seen: Glance, chosen: choice.Choice) -> dict[str, Any]:
    language = get_language()
    stepwise = {name: seen.steps(name, steps.cut(window.period)) for name, window in seen.subject.windows.items()}
    drawn, known = charts.charts(seen, stepwise, language), calendars(seen, language)
    told = cards.cards(seen, chosen.window, stepwise["now"], language)
    return {
        "choice": chosen,
        "refused": words.refused(chosen),
        "longest": choice.LONGEST,
        "period": steps.in_words(chosen.period, language),
        "compared": chosen.compared and steps.in_words(chosen.compared, language),
        "presets": [(words.preset(name), chosen.address(preset=name), name == chosen.preset) for name in choice.PRESETS],
        "against": [
            (words.against(name), chosen.address(against=name), name == (chosen.window or "nothing")) for name in chosen.offered
        ],
        "one_window": words.one_window(chosen.period),
        "rankings": [(words.ranking(name), chosen.address(ranking=name), name == chosen.ranking) for name in choice.RANKINGS],
        "cards": told,
        "has_numbers": bool(drawn) or any(card.is_known for card in told),
        "has_data": any(has_data(account.id, seen.material, chosen.period) for account in seen.accounts),
        "charts": drawn,
        "chart_data": {chart.key: chart.data for chart in drawn},
        "calendars": known,
        "gappy": sum(bool(one.gaps) for one in known),
        "posts": posts.best(seen, chosen.ranking, language),
        "post_columns": posts.titles(seen, language),
    }
