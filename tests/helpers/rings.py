"""Keyrings for tests: one that works, one that forgets, one that is not there."""

from __future__ import annotations


class Ring:
    """Keeps words, as the keyring of a desktop does."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service_name: str, username: str) -> str | None:
        return self.kept.get((service_name, username))

    def set_password(self, service_name: str, username: str, password: str) -> None:
        self.kept[service_name, username] = password

    def delete_password(self, service_name: str, username: str) -> None:
        del self.kept[service_name, username]


class ForgetfulRing(Ring):
    """Says yes to everything and keeps nothing."""

    def set_password(self, service_name: str, username: str, password: str) -> None:
        """Keep nothing."""


class NoRing(Ring):
    """Where there is none, each call fails in the ring's own way."""

    def get_password(self, service_name: str, username: str) -> str | None:
        raise RuntimeError("no recommended backend was available")

    def set_password(self, service_name: str, username: str, password: str) -> None:
        raise RuntimeError("no recommended backend was available")
