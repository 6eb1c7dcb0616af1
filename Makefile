# All that is done to this project from a terminal. CI calls the same recipes.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help lab test check fast bench sbc lock bundles clean

# Where Python may not keep its byte code, `import bambi` takes seconds longer at every start.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= $(shell for python in python3.11 python3 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
RUN := .venv/bin/python
PIP := $(RUN) -m pip --quiet --disable-pip-version-check
TRIALS ?= my-trials
LAB_ARGS ?=
TEST_ARGS ?=

# A stamp stands for work that is done; it grows old with the lock file that the work was done from.
INSTALLED := .venv/installed
MODULES := widgets/node_modules/installed
CHROMIUM := .venv/chromium

help: ## what can be done here
	@grep -hE '^[a-z]+:.* ## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.* ## /  make \1\t/' | expand -t 16

lab: $(INSTALLED) | $(TRIALS) ## sets all up and opens JupyterLab on an example trial (LAB_ARGS="--no-browser --port 8899")
	exec .venv/bin/nof1-lab lab $(TRIALS) $(LAB_ARGS)

test: $(INSTALLED) $(MODULES) $(CHROMIUM) ## sets all up and runs everything: checks, laws, fits, notebooks, browser
	@$(RUN) tests/everything.py $(TEST_ARGS)

check: $(INSTALLED) $(MODULES) ## style, types, bundles, floors, names, README
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/pyright
	cd widgets && npm run --silent check && npm run --silent fresh
	$(RUN) -m pytest -q tests/ground -m "not slow"

fast: $(INSTALLED) ## the tests that take less than a minute together
	$(RUN) -m pytest -q -n 2 -m "not slow and not fit and not browser and not sbc" $(TEST_ARGS)

bench: $(INSTALLED) $(MODULES) $(CHROMIUM) ## measures speed, side by side with plain Bambi
	for bench in tests/benchmarks/bench_*.py; do $(RUN) $$bench; done

sbc: $(INSTALLED) ## simulation-based calibration of the primary model (minutes)
	$(RUN) -m pytest -q -s -m sbc --timeout 5400 $(TEST_ARGS)

lock: $(INSTALLED) ## newest allowed versions, with their hashes, into constraints.txt
	$(RUN) -m piptools compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-annotate --no-header \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--extra lfm --extra server --extra test --extra dev --output-file constraints.txt pyproject.toml
	@# pip-tools drops the marker of what comes with an extra; there is no atheris elsewhere.
	sed -i 's/^\(atheris==[^ ;]*\) \\/\1 ; sys_platform == "linux" \\/' constraints.txt

bundles: $(MODULES) ## builds the browser half into nof1_lab/views/static
	cd widgets && npm run --silent build

clean: ## takes away all that these recipes made, except your trials
	rm -rf .venv widgets/node_modules .pytest_cache .ruff_cache .hypothesis test-results build dist

$(INSTALLED): constraints.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found."; exit 1; }
	@echo "Installing into .venv (under a minute the first time)"
	test -x $(RUN) || $(PYTHON) -m venv .venv
	@# Byte code is made at the first import of what is used: that halves the time to the first picture.
	$(PIP) install --require-hashes --no-deps --no-compile --requirement constraints.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(MODULES): widgets/package-lock.json
	cd widgets && npm ci --no-audit --no-fund --loglevel=error
	touch $@

$(CHROMIUM): | $(INSTALLED)
	$(RUN) tests/chromium.py
	touch $@

$(TRIALS): | $(INSTALLED)
	.venv/bin/nof1-lab demo $@
