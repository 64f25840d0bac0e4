# waqai: `make demo` to see it work, `make test` to see it tested. Both set themselves up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared

.PHONY: demo test check eval corpus bench crash fuzz clean help
MINUTES ?= 10
.DEFAULT_GOAL := help

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

# The environment: made once, renewed when pyproject.toml changes. What developers need comes second.
$(VENV)/waqai-installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed: $(VENV)/waqai-installed $(VENV)/system-installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(VENV)/bench-installed: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	@touch $@

demo: $(VENV)/waqai-installed  ## the main job on the sample pages, its result on the screen
	@mkdir -p out
	@rm -f out/demo.db
	$(BIN)/waqai build examples -o out/demo.db
	$(BIN)/waqai timeline out/demo.db
	$(BIN)/waqai annotate examples --format html > out/demo.html
	@echo "The same pages with all that was found marked: out/demo.html (open it in a browser)"

# What the tests need of the system: a browser for the site, ICU for the reader of one export.
$(VENV)/system-installed:
	@mkdir -p $(VENV)
	@if command -v chromium >/dev/null && pkg-config --exists icu-i18n 2>/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y \
			--no-install-recommends chromium fonts-noto-core libicu-dev pkg-config g++ >/dev/null; \
	else \
		echo "The tests need Chromium and ICU: install chromium, libicu-dev, pkg-config and g++."; \
		exit 1; \
	fi
	@touch $@

test: $(VENV)/installed  ## everything the tests need, then the tests
	$(BIN)/python -m pytest

check: $(VENV)/installed  ## style, types, layers, knowledge
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m waqai.knowledge

eval: $(VENV)/installed  ## scores on the gold pages, against their floors
	$(BIN)/python -m eval --shared $(SHARED)

corpus: $(VENV)/installed  ## what many pages say together: scores on the whole corpus (minutes)
	$(BIN)/python -m eval.corpus --shared $(SHARED)

bench: $(VENV)/bench-installed  ## speeds, beside other tools in one run
	$(BIN)/python -m eval.bench --shared $(SHARED)
	$(BIN)/python -m eval.bench_chronicle --shared $(SHARED)
	$(BIN)/python -m eval.bench_site --shared $(SHARED)

crash: $(VENV)/installed  ## fifty builds killed at any moment, and what is left of them
	KILLS=50 $(BIN)/python -m pytest tests/store/test_disturbed.py -k killed

fuzz: $(VENV)/installed  ## the page reader and the grammar of times on any input, MINUTES each
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,fuzz]'
	$(BIN)/python tests/attack/fuzz.py pages $(MINUTES)
	$(BIN)/python tests/attack/fuzz.py times $(MINUTES)

clean:  ## remove the environment and what was made
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis
