PORT ?= 8501
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: help run dev test check bench format schemas chromium clean
help: ## list the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

run: $(VENV)/run.stamp ## set up and open the explorer on PORT (8501)
	$(BIN)/streamlit run app.py --server.port $(PORT)

dev: $(VENV)/dev.stamp ## the same, and code follows your edits
	$(BIN)/streamlit run app.py --server.port $(PORT) --server.fileWatcherType auto

test: check chromium ## set up and pass everything, page and browser tests included
	$(BIN)/python -m pytest tests/pages -n auto
	$(BIN)/python -m pytest tests/browser -n auto

check: $(VENV)/dev.stamp ## the fast part: lint, types, content and unit tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m content
	$(BIN)/python -m pytest tests --ignore tests/pages --ignore tests/browser -n auto

bench: $(VENV)/dev.stamp chromium ## measure against a two-line app and write docs/performance.md
	$(BIN)/python -m benchmarks

format: $(VENV)/dev.stamp ## mend what can be mended by machine
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schemas: $(VENV)/dev.stamp ## write the JSON Schemas editors use
	$(BIN)/python -m content schema

chromium:
	@command -v chromium >/dev/null || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends chromium fonts-liberation; }

clean: ## remove the environment and caches
	rm -rf $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q python3-venv; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp
