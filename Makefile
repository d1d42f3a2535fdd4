# Everything a person or the forge does with this repository. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
export YES

IN := . scripts/env.sh;
BATCH := . scripts/env.sh; headless;
PY := .venv/bin/python
TESTS ?= tests
PYTEST_ARGS ?=

.PHONY: help setup setup-dev demo test lint format rooms i18n i18n-check dictionary styles samples real bench fuzz crashtest quality-seeds
.PHONY: qgis package deploy test-next clean distclean

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /  \1\t/' | expand -t 16

setup: ## QGIS >= 3.34 and what the plugin needs, in .venv (asks before apt; YES=1 does not)
	@scripts/setup.sh

setup-dev:
	@scripts/setup.sh --dev

demo: setup ## the four-city sample into out/: store, project, report, map.png, map.pdf
	@$(BATCH)
	$(PY) scripts/i18n.py compile --quiet
	scripts/demo.sh samples out

test: lint ## everything that .ci/run runs: checks, then all tests
	@$(BATCH)
	$(PY) -m pytest $(TESTS) $(PYTEST_ARGS)

lint: setup-dev i18n-check ## ruff, flake8-qgis, Qt 6 check, bandit, detect-secrets, import rules, translations
	@$(BATCH)
	scripts/lint.sh

format: setup-dev ## let ruff tidy the code
	@$(IN) ruff check --fix --quiet . || true; ruff format --quiet .

rooms: ## only the import rules of docs/architecture.md
	@$(IN) $(PY) scripts/lint_rooms.py

i18n: setup-dev ## collect the texts, merge MERGE="a.tsv b.tsv", compile the Japanese
	@$(IN)
	$(PY) scripts/i18n.py update $(foreach file,$(MERGE),--merge $(file))
	$(PY) scripts/i18n.py compile

i18n-check: setup-dev # fails where a text has no Japanese
	@$(IN) $(PY) scripts/i18n.py check; $(PY) scripts/i18n.py compile --quiet

dictionary: setup ## docs: the data dictionary, written from schema/
	@$(BATCH) $(PY) scripts/make_dictionary.py

styles: setup ## styles/: symbols and .qml, written from schema/ and the palette
	@$(BATCH) $(PY) scripts/make_styles.py

samples: setup ## samples/: the four cities, from a fixed seed
	@$(BATCH) $(PY) scripts/make_samples.py

real: setup ## the same main job on real open data (needs ../shared)
	@$(BATCH) scripts/real.sh out/real

bench: setup ## speed and memory of the import, beside ogr2ogr
	@$(BATCH) $(PY) benchmarks/import.py

fuzz: setup ## damaged ledgers: CASES=3000 SEED=1, ONLY=n replays one; writes docs/reliability.md
	@$(BATCH) export PYTHONPATH=scripts:$$PYTHONPATH
	nice $(PY) -m fuzz --seed $(or $(SEED),1) --cases $(or $(CASES),3000) $(if $(ONLY),--only $(ONLY)) $(FUZZ_ARGS)

crashtest: setup ## 50 imports killed at random moments: SEED=1; writes docs/reliability.md
	@$(BATCH) export PYTHONPATH=scripts:$$PYTHONPATH
	nice $(PY) -m fuzz.crash --seed $(or $(SEED),1) $(CRASH_ARGS)

quality-seeds: setup ## checkdata on samples of fresh seeds, pooled: SEEDS=1009,2027; writes docs/reliability.md
	@$(BATCH)
	nice $(PY) -W ignore scripts/quality_seeds.py --write $(if $(SEEDS),--seeds $(SEEDS)) $(QUALITY_ARGS)

qgis: setup ## QGIS Desktop with the plugin, in a profile of its own (.build/profile)
	@$(IN)
	$(PY) scripts/i18n.py compile --quiet
	scripts/desktop.sh $(PROJECT)

package: setup-dev ## dist/gunmane-<version>.zip for the plugin manager
	@$(BATCH)
	$(PY) scripts/i18n.py compile --quiet
	$(PY) scripts/package.py

deploy: setup-dev ## copy the plugin with pb_tool into PLUGINS=<profile>/python/plugins
	@$(IN)
	test -n "$(PLUGINS)" || { echo 'Say where: make deploy PLUGINS=~/.local/share/QGIS/QGIS3/profiles/default/python/plugins' >&2; exit 1; }
	$(PY) scripts/i18n.py compile --quiet
	mkdir -p "$(PLUGINS)"
	pb_tool deploy --no-confirm --plugin_path "$(PLUGINS)"
	$(PY) scripts/package.py --bundle "$(PLUGINS)/gunmane/vendor"

test-next: ## the same tests on Debian 13's QGIS 3.44, in a chroot under .build/next (needs root)
	@scripts/next-qgis.sh .build/next

clean: ## remove what was made (keeps .venv and .build/next)
	@rm -rf out dist .build/profile .build/profile-batch .build/check .ruff_cache .pytest_cache .hypothesis i18n/*.qm
	find . -name __pycache__ -not -path './.venv/*' -not -path './.build/*' -prune -exec rm -rf {} +

distclean: clean ## and the venv
	@rm -rf .venv .build/plugins .build/wheels
