# make run: the whole system on this machine. make test: the whole suite. Nothing but Python 3.11 and make is needed before.
PYTHON ?= python3
PY = .venv/bin/python
PORT ?= 8000
DEMO ?= 1
TESTS ?= tests
WORKERS ?= 2
export PORT DEMO

.PHONY: run setup test bench lint lock messages clean installed installed-for-tests machine

run: installed ## everything, until Ctrl-C; PORT=8001 for another port, DEMO=0 without the demo agency
	@$(PY) manage.py up

setup: installed ## the database and the demo agency alone
	@$(PY) manage.py setup

test: installed-for-tests machine ## the whole suite; TESTS=tests/metrics for a part, REAL_FILES=DIR for trials over real exports
	@$(PY) -m pytest $(TESTS) -n $(WORKERS) --dist loadfile

bench: installed ## side-by-side speed ratios
	@$(PY) -m benchmarks

lint: installed-for-tests ## format, imports, insecure calls, templates
	@$(PY) -m tests.checks

lock: installed-for-tests ## requirements*.in -> requirements*.txt with hashes
	@.venv/bin/uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 requirements.in -o requirements.txt
	@.venv/bin/uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 requirements-dev.in -o requirements-dev.txt

messages: installed-for-tests ## collect the words of every app (needs gettext) and compile the translations
	@for app in smmstrategy audits $(shell ls -d smmstrategy/*/locale | xargs -n1 dirname); do \
	  (cd $$app && ../$(if $(findstring /,$$app),../,)$(PY) -m django makemessages -l ru --no-obsolete) && \
	  .venv/bin/pybabel compile -q -f -d $$app/locale -D django; done

clean: ## forget what was made here: caches and .venv; the data in var/ stays
	@rm -rf .venv .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

installed:
	@$(PYTHON) smmstrategy/local/installation.py requirements.txt

installed-for-tests:
	@$(PYTHON) smmstrategy/local/installation.py requirements.txt requirements-dev.txt

machine:
	@$(PY) -m tests.machine
