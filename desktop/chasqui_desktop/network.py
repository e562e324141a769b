"""What the system says of the network: a hint to try at once, and whether bytes cost money. Never believed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation

_Feature = QNetworkInformation.Feature


class Network(QObject):
    """Says when there may be a line again. Whether there is one, only headquarters' answer can tell."""

    came_back = Signal()
    """The system thinks that the network is there again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_metered = True
        """Whether bytes cost money; where nobody knows, they do: most of our lines are telephones."""
        if not QNetworkInformation.loadBackendByFeatures(_Feature.Reachability):
            return
        known = QNetworkInformation.instance()
        known.reachabilityChanged.connect(self._reached)
        if known.supports(_Feature.Metered):
            known.isMeteredChanged.connect(self._metered)
            self.is_metered = known.isMetered()

    def _reached(self, reachability: QNetworkInformation.Reachability) -> None:
        if reachability is QNetworkInformation.Reachability.Online:
            self.came_back.emit()

    def _metered(self, metered: bool) -> None:
        self.is_metered = metered
