"""What a page hands to its scripts."""

from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import html
from django.utils.safestring import SafeString

register = template.Library()


class Readable(DjangoJSONEncoder):
    """Letters as they are, not under their numbers: what is taken out of a page is taken out of its data too."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"ensure_ascii": False})


@register.filter(is_safe=True)
def json_script(value: Any, element_id: str) -> SafeString:
    """In place of Django's filter in every template (`TEMPLATES`)."""
    return html.json_script(value, element_id, encoder=Readable)
