"""Two lists of services → which are the same, under whatever name and in whatever language."""
