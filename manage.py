#!/usr/bin/env python
"""The command line: finds the services (or starts the embedded ones), then runs the command."""

import os
import sys

from smmstrategy.local import environment


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smmstrategy.settings")
    environment.prepare(sys.argv[1:])
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
