"""The WSGI entry point that the web server loads."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from smmstrategy.memory import collect_rarely

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smmstrategy.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018  the pages are loaded once, before the server's processes part, not by each at its first request
collect_rarely()
