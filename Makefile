# One list of verbs for everyone: `make help` shows it, CI calls it.
PYTHON ?= python3
BIN := .venv/bin
ARGS ?=
TORTURE = TORTURE=$(if $(NIGHT),night,ci) SEED=$(SEED) $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help setup demo test torture lint bench shots bundle lock clean

help:  ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

setup:  ## make this machine ready: Qt's libraries, .venv, locked releases
	@$(PYTHON) packaging/setup/prepare.py

demo: setup  ## headquarters and a laptop with made-up people; HEADLESS=1 without a window
	@$(BIN)/python -m chasqui_desktop.demo $(if $(HEADLESS),--headless) $(ARGS)

test: setup  ## every test; ARGS="-k name" for some of them
	@$(BIN)/python -m pytest --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

torture: setup  ## try hard to lose something; NIGHT=1 for hours, SEED=n to replay one
	@# 5: ARGS chose nothing of one half. Ages of drafts are measured where nothing else of ours takes the cores
	@$(TORTURE) --numprocesses logical --maxprocesses 4 --dist load --maxschedchunk 1 \
		--ignore tests/torture/test_kills.py tests/torture $(ARGS); first=$$?; \
	test $$first = 0 -o $$first = 5 || exit $$first; \
	$(TORTURE) tests/torture/test_kills.py $(ARGS); second=$$?; \
	test $$second = 0 -o $$second-$$first = 5-0

lint: setup  ## style, format, types, walls between the rooms, secrets, the lock
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python packaging/setup/audit.py

bench: setup  ## what is fast, how fast, against what
	@$(BIN)/python -m bench $(ARGS)

shots: setup  ## draw the screens again into docs/screenshots
	@$(BIN)/python -m tests.shots docs/screenshots $(ARGS)
	@$(BIN)/python -m tests.shots.states docs/screenshots/states

bundle: setup  ## the program with all it needs in one folder, under build/bundle
	@$(BIN)/pyinstaller --noconfirm --distpath build/bundle --workpath build/work packaging/desktop.spec

lock:  ## resolve the dependencies anew and write requirements/*.txt
	@$(PYTHON) packaging/setup/lock.py

clean:  ## remove what was built and every cache; .venv stays
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .demo
	@find desktop sync resources tests bench packaging -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
