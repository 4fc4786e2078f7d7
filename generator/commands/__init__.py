"""What can be asked of `xizmat`, by who asks: publishers, editors, owners of lists."""
