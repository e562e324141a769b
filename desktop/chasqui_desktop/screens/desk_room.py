"""The room of the desk: the registration, or in its place the flyer of the point where one stands."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from chasqui_desktop.paper.flyer import Flyer, FlyerPaper
from chasqui_desktop.paper.flyer import flyer_page as flyer_on
from chasqui_desktop.screens.register.desk import RegisterDesk
from chasqui_desktop.screens.slip_page import flyer_page


class DeskRoom(QStackedWidget):
    """What is half typed stays on the desk while the flyer lies over it."""

    def __init__(self, desk: RegisterDesk) -> None:
        super().__init__()
        self.desk = desk
        self.flyer = flyer_page()
        self.addWidget(desk)
        self.addWidget(self.flyer)
        self.flyer.left.connect(self.enter)

    def open_flyer(self, flyer: Flyer) -> None:
        """Show a point's flyer."""
        self.setCurrentWidget(self.flyer)
        self.flyer.open(lambda paper: (flyer_on(flyer, FlyerPaper(paper)),))

    def enter(self) -> None:
        """The room comes to the front, or its key is pressed again: the desk as it was."""
        self.setCurrentWidget(self.desk)
        self.desk.enter()

    def print(self) -> None:
        """F8: what is in front; at the desk, the slip of whoever was saved last."""
        if self.currentWidget() is self.flyer:
            self.flyer.ask_to_print()
        else:
            self.desk.last.print()
