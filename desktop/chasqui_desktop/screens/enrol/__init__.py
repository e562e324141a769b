"""First use of a laptop by somebody: code of headquarters, a phrase, ready."""

from chasqui_desktop.screens.enrol.screen import EnrolScreen

__all__ = ["EnrolScreen"]
