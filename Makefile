# Every rule is lines that one can type by hand.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed

.PHONY: demo test setup lint golden bench clean

setup: $(STAMP)

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $(STAMP)

demo: setup          ## the main job on the bundled example pages
	$(BIN)/runut dossier examples/pages --html dossier.html

test: setup lint     ## all checks and tests
	$(BIN)/python -m pytest -n auto

lint: setup
	$(BIN)/ruff format --check src tests bench training
	$(BIN)/ruff check src tests bench training
	$(BIN)/mypy
	$(BIN)/lint-imports

golden: setup        ## show what changed in the golden dossiers; ACCEPT=1 writes them
	$(BIN)/python -m tests.golden.rewrite $(if $(ACCEPT),--accept)

bench: setup         ## measure, write docs/scores.md
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) build dist *.egg-info
