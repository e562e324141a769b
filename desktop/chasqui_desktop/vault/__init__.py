"""Unlocking: from a person's phrase to the key of her encrypted register. No Qt."""
