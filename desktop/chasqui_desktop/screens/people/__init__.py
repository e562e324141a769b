"""The list of people and one of them beside it."""

from chasqui_desktop.screens.people.screen import PeopleScreen

__all__ = ["PeopleScreen"]
