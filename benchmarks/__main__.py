"""Runs all benchmarks, or those named, and prints their tables: python -m benchmarks [ingestion audit_query …]"""

import os
import platform
import sys
from importlib import import_module
from pkgutil import iter_modules

import benchmarks
from benchmarks import table
from benchmarks.database import scratch_database


def main(wanted: list[str]) -> None:
    names = [module.name for module in iter_modules(benchmarks.__path__) if not module.name.startswith("_")]
    with scratch_database():
        modules = [module for name in wanted or names if hasattr(module := import_module(f"benchmarks.{name}"), "run")]
        print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()} {platform.machine()}", flush=True)
        for module in modules:
            print(f"\n{module.__name__.removeprefix('benchmarks.')}: {module.__doc__.splitlines()[0]}\n", flush=True)
            for line in table(module.run()):
                print(line, flush=True)


main(sys.argv[1:])
