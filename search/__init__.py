"""Search: documents from the register, an index of them, and an API that reads queries."""
