# Two commands set everything up: `make run` and `make test`. They need python3 (3.11+, with venv) and make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test proof check audit format clean

run: .venv/run.stamp
	@$(BIN)/python bot.py

test: .venv/dev.stamp
	$(BIN)/python -m pytest -q -n auto --dist loadgroup

# What takes minutes: kills under traffic, an hour of the festival, benchmarks.
proof: .venv/dev.stamp
	$(BIN)/python -m pytest -q -s -m proof
	$(BIN)/python -m tests.bench.transport
	$(BIN)/python -m tests.bench.chats

check: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy bot.py kb handlers tests
	$(BIN)/python bot.py check
	$(BIN)/python bot.py kb lint

# Known weaknesses of the locked versions; asks PyPI. A package that it could not ask about is a failure too. A mirror of packages knows none.
audit: .venv/dev.stamp
	@$(BIN)/python -c 'import urllib.request; urllib.request.urlopen("https://pypi.org/pypi/pip/24.0/json", timeout=10)' 2>/dev/null || \
		{ echo 'make audit: PyPI does not tell known weaknesses from here (https://pypi.org/pypi/pip/24.0/json cannot be read), so NOTHING was checked' >&2; exit 2; }
	$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements.lock -r requirements-dev.lock

format: .venv/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv var

.venv/uv.stamp: requirements-uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tyrna needs Python 3.11 or newer, found " + sys.version.split()[0])'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	@touch $@

.venv/run.stamp: requirements.lock .venv/uv.stamp
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/run.stamp
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@
