# make run    sets up and runs the app
# make test   sets up and passes the checks (the same command that CI calls)
# make check-pack   holds the pack against its rules
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check-pack format benchmarks
run: .venv/app
	$(BIN)/streamlit run app.py

test: .venv/checks
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pathways check data/psps_t2
	$(BIN)/python -m pytest --numprocesses 2 --dist loadgroup

check-pack: .venv/app
	$(BIN)/python -m pathways check data/psps_t2

format: .venv/checks
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

benchmarks: .venv/checks
	$(BIN)/python -m benchmarks.routes
	$(BIN)/python -m benchmarks.layout

.venv/app: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	touch $@

.venv/checks: requirements-dev.txt .venv/app
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	touch $@
