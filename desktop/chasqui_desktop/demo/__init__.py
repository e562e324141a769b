"""The show: headquarters on loopback, an enrolled laptop in a temporary profile, and a line that can be cut."""
