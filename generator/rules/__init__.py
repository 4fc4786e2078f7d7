"""What makes correct-looking content wrong, one theme a module. Pure: values in, findings out."""
