"""What the choices and columns of the numbers page are called."""

from django.utils.translation import gettext as _


def preset(name: str) -> str:
    return {"half": _("Six months"), "quarter": _("Three months"), "month": _("Last month")}[name]


def against(name: str) -> str:
    return {"before": _("The period before"), "year_earlier": _("A year earlier"), "nothing": _("No comparison")}[name]


def ranking(name: str) -> str:
    return {
        "interactions": _("By interactions"),
        "views": _("By views"),
        "er": _("By engagement rate"),
        "comments": _("By comments"),
        "shares": _("By shares"),
    }[name]
