# make run    sets up and runs the app
# make develop   the same, and draws a page again when its code is saved
# make test   sets up and passes the checks (the same command that CI calls)
# make check-pack   holds the pack against its rules
# make benchmark   measures how fast it is, beside an empty page (docs/performance.md)
# make lock   renews the locks from the short lists of requirements (UPGRADE=--upgrade takes the newest)
# make api   writes docs/api.md from the docstrings
# make schema   writes docs/schema/ from the models
# make licences   lists the licences of what runs, and writes docs/licences.md
export PYTHON
BIN := .venv/bin
SET_UP := python=$$(scripts/python.sh) && "$$python" -m scripts.environment

# Only this machine can open the app, unless another address is named (docs/decisions/0009-two-commands.md).
STREAMLIT_SERVER_ADDRESS ?= localhost

.PHONY: run develop test check-pack format benchmarks benchmark lock api schema licences
run:
	@$(SET_UP) app
	STREAMLIT_SERVER_ADDRESS=$(STREAMLIT_SERVER_ADDRESS) $(BIN)/python -m streamlit run scripts/serve.py

develop: export STREAMLIT_SERVER_FILE_WATCHER_TYPE = auto
develop: run

test:
	@$(SET_UP) checks
	@$(BIN)/python -m scripts.browser
	@$(BIN)/python -m scripts.nginx
	@$(BIN)/python -m scripts.readers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	@for pack in data/*/; do $(BIN)/python -m pathways check $$pack || exit 1; done
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

check-pack:
	@$(SET_UP) app
	@for pack in data/*/; do $(BIN)/python -m pathways check $$pack || exit 1; done

format:
	@$(SET_UP) checks
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

benchmarks:
	@$(SET_UP) checks
	$(BIN)/python -m benchmarks.paths
	$(BIN)/python -m benchmarks.layout
	$(BIN)/python -m benchmarks.house

benchmark:
	@$(SET_UP) checks
	$(BIN)/python -m benchmarks

lock:
	@$(SET_UP) checks
	$(BIN)/python -m scripts.lock $(UPGRADE)

api:
	@$(SET_UP) app
	$(BIN)/python -m scripts.api

schema:
	@$(SET_UP) app
	$(BIN)/python -m scripts.schema

licences:
	@$(SET_UP) app
	$(BIN)/python -m scripts.licences
