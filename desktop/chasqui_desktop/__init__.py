"""The laptop: a window in which promoters register entrepreneurs, with or without a line."""

__version__ = "0.1.0"
