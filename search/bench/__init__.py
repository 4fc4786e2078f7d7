"""How well and how fast search finds: `python -m search.bench`."""
