"""Xizmat: a register of public services becomes accessible pages, files and an index."""
