#!/usr/bin/env python
"""The command line: finds the services (or starts the embedded ones), then runs the command."""

import os
import sys

from django.db.utils import OperationalError

from smmstrategy.files import disk_is_full
from smmstrategy.local import environment, state
from smmstrategy.local.words import Problem, language, teach_argparse


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smmstrategy.settings")
    teach_argparse()
    try:
        environment.prepare(sys.argv[1:])
        import django
        from django.core.management import execute_from_command_line
        from django.utils import translation

        django.setup()
        translation.activate(language())
        execute_from_command_line(sys.argv)
    except Problem as problem:
        sys.exit(str(problem))
    except OperationalError as error:
        sys.exit(environment.failure(error))
    except OSError as error:
        if not disk_is_full(error):
            raise
        sys.exit(state.no_room())
    except KeyboardInterrupt:
        sys.exit(environment.interrupted(*sys.argv[1:2]))


if __name__ == "__main__":
    main()
