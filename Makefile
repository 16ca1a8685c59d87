# Every command sets up by itself what it needs; `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
# compiled modules are kept also where the environment says otherwise: tests start some hundred processes
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
PY := $(VENV)/bin/python
ROLE ?= reviewer
ARGS ?=
# test processes at the same time; 0 runs them in this one
WORKERS ?= 2
TESTS ?= tests/unit tests/ui tests/e2e tests/architecture
PYTEST := $(PY) -m pytest -q -n $(WORKERS) --dist loadfile
TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard translations/*.ts))
BENCHMARKS ?= $(notdir $(basename $(filter-out benchmarks/_%,$(wildcard benchmarks/*.py))))

##@ The two commands
.PHONY: demo
demo: setup ## a server, a sample programme and the app (ROLE=reviewer, chair, head or staff); plays by itself without a display
	@$(PY) -m reviewer_app.demo --role $(ROLE) $(ARGS)

.PHONY: test
test: lint types contracts ## lint, types, import contracts and tests
	@$(PYTEST) -m 'not campaign' $(TESTS) $(ARGS)

##@ Use
.PHONY: run
run: setup ## open the app, on a display (ARGS="…" go to it)
	@$(PY) -m reviewer_app $(ARGS)

.PHONY: serve
serve: setup ## run a central server (ARGS="…" go to it; found it first: docs/operating.md)
	@$(PY) -m central_server serve $(ARGS)

##@ Work on it
.PHONY: setup
setup: $(VENV)/.qt-tried $(TRANSLATIONS) ## make .venv and install what is needed (the others do it too)
	@:

.PHONY: test-system
test-system: setup ## tests that take long or need a display server, a keyring daemon, other users
	@scripts/bootstrap.sh system
	@status=0; $(PYTEST) -m campaign $(TESTS) $(ARGS) || status=1; \
	$(PY) -m pytest -q tests/system $(ARGS) || status=1; exit $$status

.PHONY: torture
torture: setup ## kill desks and server on a bad network, and look what is left (ARGS="--seed N"; some minutes)
	@$(PY) -m tests.torture $(ARGS)

.PHONY: screens
screens: setup ## picture every screen in every look, into docs/screens (ARGS="--to DIR")
	@$(PY) -m reviewer_app.demo.screens $(ARGS)

.PHONY: fuzz
fuzz: setup ## mutate documents of every kind against their readers, and let chance run a desk's days (ARGS="--seed N")
	@HYPOTHESIS_PROFILE=deep $(PY) -m pytest -q --timeout=1200 tests/unit/machine
	@$(PY) -m tests.fuzz $(ARGS)

.PHONY: lint
lint: setup ## look for mistakes with ruff
	@$(VENV)/bin/ruff check --quiet .

.PHONY: types
types: setup ## check types with mypy --strict
	@$(VENV)/bin/mypy --no-error-summary

.PHONY: contracts
contracts: setup ## check who may import whom
	@$(VENV)/bin/lint-imports >$(VENV)/contracts.log || { cat $(VENV)/contracts.log; exit 1; }

.PHONY: format
format: setup ## format the code and sort the imports
	@$(VENV)/bin/ruff format --quiet . && $(VENV)/bin/ruff check --quiet --fix .

.PHONY: bench
bench: setup ## measure against the bare libraries (BENCHMARKS="…" picks some)
	@status=0; for name in $(filter-out __init__,$(BENCHMARKS)); \
	do $(PY) -m benchmarks.$$name $(ARGS) || status=1; done; exit $$status

.PHONY: translations
translations: $(VENV)/.qt-tried ## take new texts into the .ts files and build the .qm files
	@for file in $(wildcard translations/*.ts); do \
	$(VENV)/bin/pyside6-lupdate -silent -no-obsolete -locations none \
	$$(git ls-files -co --exclude-standard 'reviewer_app/*.py') -ts $$file || exit 1; done
	@$(MAKE) setup

.PHONY: clean
clean: ## remove what was built (.venv stays; rm -r .venv removes that too)
	@rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@rm -f translations/*.qm
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

.PHONY: help
help: ## list these commands
	@awk 'BEGIN { FS = ":.*## " } \
	/^##@/ { printf "\n%s\n", substr($$0, 5) } \
	/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

$(VENV)/.installed: pyproject.toml setup.py constraints.txt
	@python=$$(scripts/bootstrap.sh python) && { test -x $(VENV)/bin/pip || "$$python" -m venv --clear $(VENV); }
	@echo 'Installing the pinned dependencies into $(VENV) …'
	@$(VENV)/bin/pip install -qq --disable-pip-version-check -c constraints.txt setuptools
	@$(VENV)/bin/pip install -qq --disable-pip-version-check -c constraints.txt \
	--no-build-isolation -e '.[dev]'
	@touch $@

$(VENV)/.qt-tried: $(VENV)/.installed scripts/bootstrap.sh
	@scripts/bootstrap.sh qt
	@touch $@

translations/%.qm: translations/%.ts $(VENV)/.qt-tried
	@$(VENV)/bin/pyside6-lrelease -silent $< -qm $@
