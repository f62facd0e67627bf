# The commands of the README. Everything is installed into .venv, from the hash-locked files, once.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes --no-deps
RUNTIME := .venv/runtime-ready
DEV := .venv/dev-ready

.PHONY: demo test check ui bench docs lock clean

demo: $(RUNTIME)
	@$(BIN)/board-returns demo

ui: $(RUNTIME)
	@$(BIN)/board-returns ui

test: $(DEV)
	@$(BIN)/python -m pytest -n 2 --dist worksteal

# Lint, format, types, import contract, Dagster's own check.
check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dg check defs

bench: $(DEV)
	@$(BIN)/python -m benchmarks.run

# Writes what is generated: data dictionary, error catalogue.
docs: $(DEV)
	@$(BIN)/python -m pipelines.cli.docs

# Needs uv; names no registry.
lock:
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header -q -o requirements.lock
	uv pip compile pyproject.toml --group build --extra postgres --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header -q -o requirements-postgres.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header -q -o requirements-dev.lock

clean:
	rm -rf .venv build *.egg-info

$(RUNTIME): requirements.lock pyproject.toml
	@echo "Setting up (once; a minute or two) ..."
	@$(PYTHON) -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))" \
	  || { echo "Board Returns needs Python 3.11, 3.12 or 3.13. Name one: make PYTHON=python3.12 ..."; exit 2; }
	@$(PYTHON) -m venv .venv
	@$(PIP) -r requirements.lock
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	@echo "Setting up for tests (once) ..."
	@$(PIP) -r requirements-dev.lock
	@touch $@
