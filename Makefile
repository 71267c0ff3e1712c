# Everything that a fresh Debian or Ubuntu with Python 3.11+, make and the package registries needs.
# `make demo` builds the reference playbook, `make test` runs the whole suite; both are quick the second time.

SHELL := /bin/sh
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := $(UV) run --no-sync
APT_PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
EXTRAS := --extra scale
DEMO := datasets/samples/jordan-chen

.PHONY: demo test scale-test deploy lint types imports check bench bench-intake bench-writing bench-model bench-render bench-batch intake-report intake-fuzz
.PHONY: matching-report claims-report mutation-report metamorphic-report variety-report eval-report agreement-report document-report
.PHONY: document-sheets test-gx test-night batch-report chaos clean

demo: .venv/demo.stamp pango
	@$(RUN) playbook build $(DEMO)/resume.txt $(DEMO)/job.txt --company Amazon --role SDE --out out/jordan-chen

test: .venv/test.stamp pango
	@$(RUN) pytest -q -n 2 -m "not postgres and not night"

# Whole batches from the outside, killed, on a full disk, with a provider that is down: minutes.
test-night: .venv/test.stamp pango
	@$(RUN) pytest -q -n 2 -m night

# Beyond one machine, on loopback: PostgreSQL, a Prefect server, the workers of two machines, and what befalls them. A line a scene.
SCENES :=
scale-test: .venv/scale.stamp pango
	@$(RUN) pytest -v -m postgres $(SCENES) tests/test_scale.py

# The tests of the expectations of batches, in an environment of their own: Great Expectations brings pandas, and pandera imports
# that wherever it is installed, so that every process that checks an artifact would start more slowly.
test-gx: pango
	@UV_PROJECT_ENVIRONMENT=.venv-gx $(UV) sync --quiet --locked --extra gx
	@UV_PROJECT_ENVIRONMENT=.venv-gx $(RUN) pytest -q -m gx

# Lint, types and imports are what CI runs before the tests.
check: lint types imports

lint: .venv/test.stamp
	@$(RUN) ruff check . && $(RUN) ruff format --check .

types: .venv/test.stamp
	@$(RUN) mypy

imports: .venv/test.stamp
	@$(RUN) lint-imports

bench: .venv/test.stamp pango
	@$(RUN) python benchmarks/build.py

# The work pools, the deployments of prefect.yaml and the automations, on the Prefect API that is configured. `WEBHOOK=URL` is told of
# what went wrong; a flow run without a heartbeat for `LOST_AFTER` seconds is lost. Run again, it brings them up to date.
deploy: .venv/test.stamp
	@for pool in default shards; do ( $(RUN) prefect work-pool create $$pool --type process >/dev/null 2>&1 || \
	  $(RUN) prefect work-pool inspect $$pool >/dev/null ) & done; wait
	@$(RUN) prefect --no-prompt deploy --all
	@$(RUN) python -m flows.automations $(if $(WEBHOOK),--webhook $(WEBHOOK)) $(if $(LOST_AFTER),--lost-after $(LOST_AFTER))

# What the printed document costs: beside no style, the first version, Chromium and Typst; memory; a second process.
bench-render: .venv/test.stamp pango
	@$(RUN) python -m benchmarks.render

# What it costs to read a document, by kind.
bench-intake: .venv/test.stamp
	@$(RUN) python -m benchmarks.intake

# What a playbook costs outside of rendering: packs, reading and writing, checks.
bench-writing: .venv/test.stamp pango
	@$(RUN) python -m benchmarks.writing

# How much of a model provider's throughput the written stages use, and what a call costs here.
bench-model: .venv/test.stamp
	@$(RUN) python -m benchmarks.model

# What a night costs beyond its playbooks: against a plain loop and Dagster, by size, by process, and with nothing changed.
BENCH_BATCH :=
bench-batch: .venv/test.stamp pango
	@$(UV) sync --quiet --locked --inexact --group bench && $(RUN) python -m benchmarks.batch $(BENCH_BATCH)

# How well documents are read: the corpus of datasets/intake against its gold parses, by split and by layout.
intake-report: .venv/test.stamp
	@$(RUN) python -m evals.intake.report

# How requirements are judged and how much of them the packs know: the labelled set, by split.
matching-report: .venv/test.stamp
	@$(RUN) python -m evals.matching.report

# How good every stage is: the pipeline on the embedded engine over the labelled set, by stage and by family.
eval-report: .venv/test.stamp
	@$(RUN) playbook eval --split all

# How far two labellers agree, and what the free scorers make of good and bad writings.
agreement-report: .venv/test.stamp
	@$(RUN) playbook eval --agreement
	@$(RUN) playbook eval --writings

# How much two playbooks of one trade say in the same words.
variety-report: .venv/test.stamp
	@$(RUN) python -m evals.variety.report

# How well the printed document is made: twelve playbooks, page by page.
document-report: .venv/test.stamp pango
	@$(RUN) python -m evals.document.report

# Contact sheets of three playbooks for docs/pictures.
document-sheets: .venv/test.stamp pango
	@$(RUN) python -m evals.document.sheets

# What is read of a resume, spelled and set in twenty other ways; and whether anything that is true would be held.
metamorphic-report: .venv/test.stamp
	@$(RUN) python -m evals.metamorphic.report --lost

# How well true sentences are told from false ones: the corpus of datasets/claims, by kind of error.
claims-report: .venv/test.stamp
	@$(RUN) python -m evals.claims.report

# Faults planted into finished playbooks: how many of each kind the checks catch.
mutation-report: .venv/test.stamp
	@$(RUN) python -m evals.claims.mutation

# Ten thousand damaged and hostile documents: each is read or refused.
intake-fuzz: .venv/test.stamp
	@$(RUN) python -m evals.intake.fuzz

# A night of two hundred rows, some of them poisonous, run thrice as a user runs it.
batch-report: .venv/test.stamp pango
	@$(RUN) python -m evals.batch.night

# Kills at random moments of batches: nothing lost, nothing double, every file as without kills.
KILLS := 200
ROWS := 20
chaos: .venv/test.stamp pango
	@$(RUN) python -m evals.batch.chaos --kills $(KILLS) --rows $(ROWS)

.venv/demo.stamp: pyproject.toml uv.lock | $(UV)
	@test -e .venv/test.stamp || $(UV) sync --quiet --locked --no-default-groups
	@touch $@

.venv/test.stamp: pyproject.toml uv.lock | $(UV)
	@$(UV) sync --quiet --locked $(EXTRAS)
	@touch $@

.venv/scale.stamp: .venv/test.stamp
	@$(UV) sync --quiet --locked $(EXTRAS) --extra s3 --group s3
	@touch $@

# uv itself, into a folder of the project, where the machine has none.
.uv/bin/uv:
	@python3 -m venv .uv 2>/dev/null || { \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null && python3 -m venv .uv; \
	  else echo "python3-venv is missing: run 'sudo apt-get install python3-venv', then again" >&2; exit 1; fi; }
	@.uv/bin/pip install --quiet --disable-pip-version-check uv

# Pango sets the type of the PDFs, HarfBuzz cuts their fonts down: installed where that is allowed. Pango is asked for else; without
# the other, fonts are cut by Python, more slowly and to other bytes.
.PHONY: pango
pango:
	@has() { ldconfig -p 2>/dev/null | grep -q "$$1"; }; { has 'libpangoft2-1.0' && has libharfbuzz-subset; } || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq $(APT_PANGO) >/dev/null; \
	  elif ! has 'libpangoft2-1.0'; then echo "Pango is missing: run 'sudo apt-get install $(APT_PANGO)', then again" >&2; exit 1; fi; }

clean:
	@rm -rf .venv .venv-gx .uv out
