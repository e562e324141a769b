"""Pictures of every screen, drawn by the real program at work: ``make shots``."""
