# Two commands do everything on a machine that has Python 3.11 or later, git and make: `make run` and `make test`.
.DEFAULT_GOAL := help
.PHONY: help setup run test check monkey bench parity package samples screenshots translations

UV = $(shell cat .venv/uv-path 2>/dev/null || command -v uv)

help:
	@echo "make run          open KPI Desk on the sample company (without a display: work it offscreen, results in out/)"
	@echo "make test         run the tests"
	@echo "make check        format, lint, types, import law, tests, and the long random trials"
	@echo "make monkey       20 times 2,000 random actions at the window: no error, nearly everything reached (an hour)"
	@echo "make bench        speed and memory, as ratios to a baseline in the same run"
	@echo "make parity       every measure on Spark and PostgreSQL as on this computer (installs both drivers)"
	@echo "make package      build/packages: what users of this system install; installs and tries it where it may"
	@echo "make samples      write the sample company again"
	@echo "make screenshots  draw the README's pictures again"
	@echo "make translations collect texts, report what is not translated, compile"

setup:
	@sh packaging/setup.sh

run: setup
	@sh packaging/run.sh

test: setup
	@QT_QPA_PLATFORM=offscreen $(UV) run --no-sync pytest -q -n auto --dist loadfile -p no:randomly

check: setup
	$(UV) run --no-sync ruff format --check .
	$(UV) run --no-sync ruff check .
	$(UV) run --no-sync mypy
	$(UV) run --no-sync lint-imports
	@QT_QPA_PLATFORM=offscreen $(UV) run --no-sync pytest -q -n auto --dist loadfile -m 'not bench and not engines' --hypothesis-profile=searching

monkey: setup
	@rm -rf build/monkey
	@KPIDESK_MONKEY=build/monkey PYTHONHASHSEED=0 QT_QPA_PLATFORM=offscreen $(UV) run --no-sync pytest -q -n auto -m thorough -p no:randomly tests/ui/test_monkey.py; \
		played=$$?; $(UV) run --no-sync python -m tests.ui.monkey_sum build/monkey && exit $$played

bench: setup
	@QT_QPA_PLATFORM=offscreen $(UV) run --no-sync pytest -q -m bench -p no:randomly tests/bench -s

parity: setup
	@$(UV) sync --inexact --extra spark --extra postgres
	@QT_QPA_PLATFORM=offscreen $(UV) run --no-sync pytest -q -m engines -p no:randomly tests/engines

package: setup
	@sh packaging/package.sh

samples: setup
	$(UV) run --no-sync python packaging/sample/write.py

screenshots: setup
	QT_QPA_PLATFORM=offscreen $(UV) run --no-sync python packaging/screenshots.py

translations: setup
	$(UV) run --no-sync python packaging/i18n/update.py
