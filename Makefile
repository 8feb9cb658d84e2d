# Two commands do everything on a fresh machine with Python 3.11 or newer: make run, make test.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: help run demo test test-fast bench lint clean

help:            ## Show these targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/'

# uv installs ten times faster where it is at hand; pip does everywhere else.
define install
	@if command -v uv >/dev/null 2>&1; then \
	  uv pip install --quiet --python $(BIN)/python -r $(1); \
	else \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check -r $(1); \
	fi
	@touch $@
endef

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Answerable needs Python 3.11 or newer; set PYTHON=/path/to/python3."; exit 1; }
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python "$$(command -v $(PYTHON))" $(VENV); \
	else \
	  $(PYTHON) -m venv $(VENV); \
	fi

# What running needs, and what tests need beside it.
$(VENV)/installed: requirements.txt | $(BIN)/python
	@echo "Installing what running needs into $(VENV) (a minute at most, once)"
	$(call install,requirements.txt)

$(VENV)/installed-dev: requirements-dev.txt requirements.txt | $(BIN)/python
	@echo "Installing what running and testing need into $(VENV) (a minute or so, once)"
	$(call install,requirements-dev.txt)
	@touch $(VENV)/installed

# The first page need not wait for the whole demo: it shows a few places, and all of them once they are built.
run: $(VENV)/installed  ## Open the dashboard; where there is no release yet, build the demo behind it
	@folder="$${ANSWERABLE_RELEASES:-releases}"; \
	if ! test -e "$$folder/current"; then \
	  test -e "$$folder/preview/current" || $(BIN)/python cli.py demo --preview || exit 1; \
	  nice $(BIN)/python cli.py demo & \
	fi
	$(BIN)/python -m streamlit run app.py --server.port $(PORT) --server.showEmailPrompt false

demo: $(VENV)/installed  ## Build the demo release without opening the dashboard
	$(BIN)/python cli.py demo

# What shares a worker, what comes first, and which marks a test has, stands in tests/conftest.py.
TEST := $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

test: $(VENV)/installed-dev  ## Run every test
	$(TEST)

test-fast: $(VENV)/installed-dev  ## Run what needs no browser, no LibreOffice and no long build, on fewer drawn examples
	$(TEST) -m "not build and not long and not browser and not office" --hypothesis-profile daily

bench: $(VENV)/installed-dev  ## Measure speed, as ratios within one run
	ANSWERABLE_BENCH_GROWTH=$${ANSWERABLE_BENCH_GROWTH:-20000x12} $(BIN)/python -m benchmarks

lint: $(VENV)/installed-dev  ## Check style
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

clean:           ## Remove the environment and caches; vault and releases stay
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis
