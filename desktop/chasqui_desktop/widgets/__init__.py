"""Reusable controls with the finish of the drawings; they know tokens and words, and no record, store or network."""
