# Two commands: `make run` shows the whole product, `make test` runs everything that CI runs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8080
LAN ?=
ZALO_PORT ?= 8090
export HAILONG_HOME ?= $(CURDIR)/var/sample

.PHONY: run demo-zalo admin test lint format bench bundle clean

run: $(VENV)/.run
	@$(BIN)/python -m hailong.running --port $(PORT) $(if $(LAN),--lan)

# The same product in a home of its own, with a simulated Zalo to chat with it in a browser.
demo-zalo: export HAILONG_HOME := $(CURDIR)/var/demo-zalo
demo-zalo: $(VENV)/.run
	@$(BIN)/python -m tests.standins.demo --port $(PORT) --zalo-port $(ZALO_PORT) $(if $(LAN),--lan)

admin: $(VENV)/.run
	@$(BIN)/hailong admin

test: $(VENV)/.dev
	@$(BIN)/python -m scripts.test

lint: $(VENV)/.dev
	@$(BIN)/python -m scripts.test --lint

format: $(VENV)/.dev
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

bench: $(VENV)/.dev
	@$(BIN)/python -m benchmarks

bundle: $(VENV)/.dev
	@$(BIN)/python -m scripts.bundle

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; say PYTHON=python3.12, for example."; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python requirements.lock pyproject.toml
	@echo "Making the environment (the first time only) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python requirements-dev.lock pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) var/sample var/demo-zalo
