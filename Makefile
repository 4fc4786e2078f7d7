# Every command a newcomer needs. `make serve` and `make test` set up what is missing.
PYTHON := .venv/bin/python
XIZMAT := .venv/bin/xizmat

.PHONY: setup site serve build edit test check audit bench soak fuzz lint

setup: .work/debian .work/python .work/node

serve: setup
	$(XIZMAT) build
	$(XIZMAT) serve

# The site without waiting for its audio, which comes with `make serve` and `make build`.
site: setup
	$(XIZMAT) build

# For readers: axe looks at what changed before the switch, and all the audio is waited for.
build: setup
	$(XIZMAT) build --axe
	$(XIZMAT) publish-audio

# The form for editors, at 127.0.0.1: what is saved becomes a branch of this repository.
edit: setup
	$(XIZMAT) edit

check: setup
	$(XIZMAT) check

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

test: setup lint
	$(PYTHON) -m pytest -n 2 --dist loadfile

# Accessibility, markup, layout and budgets of the built site: AUDIT=--all looks at every page.
# Built once more, the site's accessibility statement quotes what was found, whatever it was.
audit: site
	$(PYTHON) -m a11y $(AUDIT); found=$$?; $(XIZMAT) build; exit $$found

# Search quality and speed against two baselines.
bench: site
	$(PYTHON) -m search.bench
	PYTHONPATH=. $(PYTHON) tests/audio/bench.py

# What takes long: 50 edits of a full register, 25 killed publishers.
soak: setup
	KILLS=25 $(PYTHON) -m pytest -o addopts="-q" tests/soak tests/build/test_killed.py

# Hostile queries and random texts, longer than in `make test`.
fuzz: setup
	HYPOTHESIS_PROFILE=fuzz $(PYTHON) -m pytest -o addopts="-q" tests/search -k "hostile or schema"

# Debian packages by name; they install themselves when run as root.
.work/debian: deploy/debian-packages.sh
	@mkdir -p .work
	@sh deploy/debian-packages.sh
	@touch $@

.work/python: requirements.txt pyproject.toml .work/debian
	@test -x $(PYTHON) || python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	.venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.work/node: package-lock.json .work/debian
	npm ci --ignore-scripts --loglevel=error
	@touch $@
