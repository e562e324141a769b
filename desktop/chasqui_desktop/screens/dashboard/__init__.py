"""Tablero: how the edition goes, in figures that tell of nobody."""

from chasqui_desktop.screens.dashboard.screen import DashboardScreen

__all__ = ["DashboardScreen"]
