"""The WSGI entry point that the web server loads."""

import os

from django.core.wsgi import get_wsgi_application

from smmstrategy.memory import collect_rarely

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smmstrategy.settings")
application = get_wsgi_application()
collect_rarely()
