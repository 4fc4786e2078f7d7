"""Files made from the register for other programs; pure functions."""
