"""What the choices and columns of the numbers page are called."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from audits.measures.calendar import why_one
from smmstrategy.days import moment
from smmstrategy.metrics.periods import Period
from smmstrategy.numbers.choice import EARLIEST, LONGEST, Choice


def preset(name: str) -> str:
    return {"half": _("Six months"), "quarter": _("Three months"), "month": _("Last month")}[name]


def against(name: str) -> str:
    return {"before": _("The period before"), "year_earlier": _("A year earlier"), "nothing": _("No comparison")}[name]


def one_window(period: Period) -> str:
    """Why these days are not compared with a year earlier by themselves, "" where they are."""
    return {
        "": "",
        "same": _("The same days a year earlier are the period before: they are compared once."),
        "overlap": _("The same days a year earlier overlap the period before: only that is compared."),
    }[why_one(period)]


def ranking(name: str) -> str:
    return {
        "interactions": _("By interactions"),
        "views": _("By views"),
        "er": _("By engagement rate"),
        "comments": _("By comments"),
        "shares": _("By shares"),
    }[name]


def refused(choice: Choice) -> str:
    """Why the custom period of an address is not shown, "" when it is."""
    first, last = choice.typed if choice.refused == "unreadable" else map(moment, choice.typed)
    longest = number_format(LONGEST, force_grouping=True)
    sentences = {
        "": "",
        "reversed": _("The period ends (%(last)s) before it begins (%(first)s): the usual one is shown."),
        "unreadable": _("“%(first)s” and “%(last)s” are not two dates: the usual period is shown."),
        "early": _("There are no numbers of %(earliest)s or earlier: the usual period is shown."),
        "coming": _("%(last)s is still to come: the usual period is shown."),
        "long": _("A period has at most %(longest)s days: the usual one is shown."),
    }
    return sentences[choice.refused] % {"first": first, "last": last, "earliest": EARLIEST, "longest": longest}
