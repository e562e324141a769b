"""Real counterparts for tests: servers, windows, pictures."""
