"""The page on which a person's own data are seen before they are handed to her, on paper or as files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from chasqui_desktop.paper.sheet import Page
from chasqui_desktop.screens.paper_page import PRINT, PaperPage
from chasqui_desktop.words import Words, say

OWN_DATA = say("Dossier", "Sus datos, para ella")
MORE = say(
    "Dossier", "Lleva todo lo que guardamos de ella, a la vista de cualquiera. Entrégaselo solo a ella, en la mano."
)
SAVE = say("Dossier", "Guardar los archivos")


class Way(Enum):
    """How she takes it."""

    PAPER = "paper"
    FILES = "files"


WAYS: tuple[tuple[Way, Words], ...] = (
    (Way.PAPER, say("Dossier", "En papel")),
    (Way.FILES, say("Dossier", "En archivos: PDF y JSON")),
)
HOW = say("Dossier", "Cómo se lo lleva")


class DossierPage(PaperPage):
    """Says what its key does: print, or save for her to copy. Holds nothing of her once it is left."""

    def __init__(self) -> None:
        super().__init__(OWN_DATA, WAYS, MORE, HOW)
        self.document = b""
        """The same as is seen, as JSON."""

    def show_data(self, pages_of: Callable[[], Sequence[Page]], document: bytes) -> None:
        """Show what is kept of a person; ``pages_of`` lays it out in the language in use."""
        self.document = document
        self.open(lambda _way: pages_of(), Way.PAPER)

    def forget(self) -> None:
        """Let what is shown go."""
        self.document = b""
        self._pages_of = lambda _way: ()
        self._preview.show_page(None, "")

    def _show(self) -> None:
        super()._show()
        is_on_paper = self.paper() is Way.PAPER
        self._print.say(PRINT if is_on_paper else SAVE)
        self._print.set_icon("printer" if is_on_paper else "download-simple")
