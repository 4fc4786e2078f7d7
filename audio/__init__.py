"""Speech: what is said (pure) and, apart from it, the one place that speaks."""
