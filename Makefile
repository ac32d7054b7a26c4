# make run: the whole system on this machine. make test: the whole suite. Nothing but Python 3.11 and make is needed before.
PYTHON ?= python3
PY = .venv/bin/python
PORT ?= 8000
DEMO ?= 1
TESTS ?= tests
# one more than the cores of a small machine: many tests wait for a browser or for processes
WORKERS ?= 3
export PORT DEMO
# a run starts many Pythons: what one of them has compiled the others read
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run setup test bench lint format lock messages clean installed installed-for-tests machine

run: installed ## everything, until Ctrl-C; PORT=8001 for another port, DEMO=0 without the demo agency
	@$(PY) manage.py up

setup: installed ## the database and the demo agency alone
	@$(PY) manage.py setup

test: installed-for-tests machine ## the whole suite; TESTS=tests/metrics for a part, REAL_FILES=DIR for trials over real exports
	@$(PY) -m pytest $(TESTS) -n $(WORKERS) --dist loadfile --no-loadscope-reorder

bench: installed-for-tests ## side-by-side speed ratios
	@$(PY) -m benchmarks

lint: ## format, imports, insecure calls, templates
	@bash .ci/run lint

format: installed-for-tests ## put code and templates into their one format
	@.venv/bin/ruff check -q --fix --exit-zero . && .venv/bin/ruff format -q .
	@find templates smmstrategy audits -name '*.html' -print0 | xargs -0 .venv/bin/djade --target-version 5.2

lock: installed-for-tests ## requirements*.in -> requirements*.txt with hashes
	@.venv/bin/uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 requirements.in -o requirements.txt
	@.venv/bin/uv pip compile -q --generate-hashes --no-emit-index-url --python-version 3.11 requirements-dev.in -o requirements-dev.txt

messages: installed-for-tests ## add new words to every django.po and compile the translations
	@$(PY) -m tests.messages

clean: ## forget what was made here: caches and .venv; the data in var/ stays
	@rm -rf .venv .venv.lock .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

installed:
	@$(PYTHON) smmstrategy/local/installation.py requirements.txt

installed-for-tests:
	@$(PYTHON) smmstrategy/local/installation.py requirements.txt requirements-dev.txt

machine:
	@$(PY) -m tests.machine
