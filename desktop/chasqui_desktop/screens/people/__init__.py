"""The list of people and one of them beside it."""
