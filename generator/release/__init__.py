"""A built site → a release: kept files, a whole tree, its checks, its compressed twins."""
