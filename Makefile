# crosswire from a clone: `make demo` shows what it does, `make test` says whether it still does it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/strait
REPORTS := $(EXAMPLE)/01-harbour-post.txt $(EXAMPLE)/02-nordwire.txt $(EXAMPLE)/03-daily-ledger.html \
           $(EXAMPLE)/04-orsk-courier.md $(EXAMPLE)/05-belmark-monitor.txt
GATES := bench.quality.gate bench.quality.grouping bench.quality.distort bench.quality.paraphrase bench.quality.tagger \
         bench.quality.quotes bench.speed
SOURCES := pyproject.toml $(shell find src -type f -not -name '*.pyc' -not -path '*.egg-info/*' 2>/dev/null)
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq

export DO_NOT_TRACK := 1

.PHONY: help demo test test-slow check tests bench speed picture requirements clean

help:
	@echo "make demo       set five example reports side by side, in the terminal and as demo.html"
	@echo "make test       lint, types and the fast tests"
	@echo "make test-slow  the slow tests too"
	@echo "make bench      the quality and speed gates (needs ../shared/bench)"
	@echo "make clean      remove what these made"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "crosswire needs Python 3.11 or later; give one: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt requirements/build.txt | $(BIN)/python
	@echo "installing what crosswire needs into $(VENV) (once)"
	@$(PIP) install --require-hashes -r requirements/build.txt -r requirements/run.txt
	@touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/run.stamp
	@echo "installing what the tests need into $(VENV) (once)"
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

# A plain install, not an editable one: what runs is what a user gets, shipped data files included.
$(VENV)/crosswire.stamp: $(SOURCES) $(VENV)/run.stamp
	@rm -rf build
	@$(PIP) install --no-deps --no-build-isolation --force-reinstall .
	@rm -rf build
	@touch $@

demo: $(VENV)/crosswire.stamp
	@$(BIN)/crosswire compare $(REPORTS)
	@$(BIN)/crosswire compare $(REPORTS) --output demo.html
	@echo
	@echo "The same as a page: $(CURDIR)/demo.html (open it in a browser)"
	@rm -f demo.db demo.db-wal demo.db-shm
	@$(BIN)/crosswire add demo.db $(REPORTS) >/dev/null
	@echo "The same as a desk, live: $(BIN)/crosswire serve demo.db --open"

check: $(VENV)/test.stamp $(VENV)/crosswire.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

tests: $(VENV)/test.stamp $(VENV)/crosswire.stamp
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
		echo "no Chromium in PATH: the browser tests are skipped (Debian: apt-get install chromium)"
	$(BIN)/python -m pytest -rs

test: check tests

test-slow: $(VENV)/test.stamp $(VENV)/crosswire.stamp
	$(BIN)/python -m pytest -rs -m slow

bench: $(VENV)/test.stamp $(VENV)/crosswire.stamp
	@failed=; for gate in $(GATES); do echo "== $$gate"; $(BIN)/python -m $$gate || failed="$$failed $$gate"; done; \
		test -z "$$failed" || { echo "failed:$$failed"; exit 1; }

speed: $(VENV)/crosswire.stamp
	$(BIN)/python -m bench.speed

picture: $(VENV)/test.stamp $(VENV)/crosswire.stamp
	$(BIN)/python docs/picture.py

# Needs uv (https://docs.astral.sh/uv/): it resolves for every platform and Python at once.
requirements:
	cd requirements && for list in build run test train; do \
		uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q $$list.in -o $$list.txt; done

clean:
	rm -rf $(VENV) build demo.html demo.db demo.db-wal demo.db-shm .mypy_cache .ruff_cache .pytest_cache .hypothesis src/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
