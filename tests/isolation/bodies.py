"""What is sent: forms filled in so that they are taken, and ids of somebody else's rows slipped in."""

import re
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.utils.http import urlencode

from smmstrategy.clients.isolation import isolated_models
from tests.house.code import PRODUCT, modules
from tests.isolation.world import World

ASKED = re.compile(r"(?:GET|POST)(?:\.get(?:list)?\(|\[)\s*[\"'](\w+)[\"']")
BY_KIND: list[tuple[type[forms.Field], Any]] = [
    (forms.EmailField, "new@example.com"),
    (forms.URLField, "https://example.com/"),
    (forms.DateField, "2026-06-30"),
    (forms.IntegerField, 1),
    (forms.BooleanField, "on"),
    (forms.CharField, "word"),
]


# What is posted to addresses that have no page with a form of their own.
SAID = {"language": {"language": "en"}}


def asked_names() -> set[str]:
    """Every name that the product's code reads from a query string or a body."""
    return {name for module in modules(*PRODUCT) for name in ASKED.findall(module.text)}


def foreign_ids(world: World, label: str) -> dict[str, Any]:
    """Ids of one client's rows under every name they could go by, and words to search for it."""
    ids = dict.fromkeys(asked_names() | {"q", "search"}, "kanar")
    for model in isolated_models():
        if row := world.row(label, model):
            name = model._meta.model_name
            ids |= {name: row.pk, f"{name}_id": row.pk}
    return {name: value for name, value in ids.items() if not isinstance(value, tuple)}


def forms_in(answer: HttpResponse) -> list[forms.BaseForm]:
    """The forms a page was drawn with."""
    found: dict[int, forms.BaseForm] = {}
    for layer in getattr(answer, "context", None) or []:
        for value in (value for scope in getattr(layer, "dicts", [layer]) for value in scope.values()):
            for form in _as_forms(value):
                found[id(form)] = form
    return list(found.values())


def filled(page_forms: list[forms.BaseForm]) -> dict[str, Any]:
    """The fields of a page's forms with what they offer, or with something of their kind."""
    body: dict[str, Any] = {}
    for form in page_forms:
        body |= {form[name].html_name: _value(form[name]) for name in form.fields}
        if isinstance(form, forms.Form | forms.ModelForm) and hasattr(form, "management_form"):
            body |= filled([form.management_form])
    return body


def neutral(body: dict[str, Any]) -> dict[str, Any]:
    """The body without anybody's own words, so that an answer may repeat it."""
    return {name: re.sub(r"kanar[a-z]+", "word", value) if isinstance(value, str) else value for name, value in body.items()}


def sent(body: dict[str, Any]) -> dict[str, Any]:
    """The body as a browser sends it: with files that nobody has read yet in parts, else in one line, which is read faster."""
    if any(isinstance(value, tuple) for value in body.values()):
        return {"data": {name: SimpleUploadedFile(*value) if isinstance(value, tuple) else value for name, value in body.items()}}
    return {"data": urlencode(body, doseq=True), "content_type": "application/x-www-form-urlencoded"}


def _as_forms(value: Any) -> list[forms.BaseForm]:
    if isinstance(value, forms.BaseFormSet):
        return [value.management_form, *value.forms]
    return [value] if isinstance(value, forms.BaseForm) else []


def _value(bound: forms.BoundField) -> Any:
    if isinstance(bound.field, forms.FileField):
        return ("posts.csv", b"date;views\n2026-06-01;5\n")
    if isinstance(bound.field, forms.ChoiceField):
        return _choice(bound)
    if (initial := bound.value()) not in (None, ""):
        return initial
    return next((value for kind, value in BY_KIND if isinstance(bound.field, kind)), "")


def _choice(bound: forms.BoundField) -> Any:
    codes = [str(code) for code, _label in bound.field.widget.choices if not isinstance(_label, list | tuple)]
    if bound.value() not in (None, "") and str(bound.value()) in codes:
        return bound.value()
    return next((code for code in codes if code), "")
