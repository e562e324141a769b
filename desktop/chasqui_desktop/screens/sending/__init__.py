"""What is here, what has arrived, and what to do about the rest."""

from chasqui_desktop.screens.sending.screen import SendingScreen

__all__ = ["SendingScreen"]
