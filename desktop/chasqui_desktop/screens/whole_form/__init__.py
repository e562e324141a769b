"""The whole form: what the queue does not need, asked with calm, each answer kept as it is given."""

from chasqui_desktop.screens.whole_form.screen import WholeForm

__all__ = ["WholeForm"]
