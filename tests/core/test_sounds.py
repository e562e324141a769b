"""Names that are heard alike have one sound; names that are heard otherwise do not."""

from __future__ import annotations

import pytest

from chasqui_sync.core.sounds import sound, words


@pytest.mark.parametrize(
    "spellings",
    [
        "Velásquez Belázquez VELASQUES velazques",
        "Núñez Nuñes Nunez",
        "Huamán Guamán Wamán Uaman",
        "Zevallos Cevallos Sevallos Zevayos",
        "Quispe Kispe Qispe",
        "Giménez Jiménez Jimenes",
        "Hilda Ilda",
        "Yessica Jéssica Yésica Jesica",
        "Ximena Jimena",
        "Ccori Cori Kori",
        "Wálter Walther",
        "Estefany Stefany Stephany Estefani",
        "Jhon Jon Yon",
        "Shirley Chirley",
        "Iris Yris",
        "Llanos Yanos",
        "Bárbara Várvara",
    ],
)
def test_spellings_of_one_name_sound_alike(spellings: str) -> None:
    assert len({sound(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    "names",
    ["Rosa Rocha", "Luis Luz", "Elsa Elba", "Ramos Rojas", "Quispe Quiroz", "Juan Julián", "Ana Aida", "Carla Carlo"],
)
def test_other_names_sound_otherwise(names: str) -> None:
    one, other = names.split()
    assert sound(one) != sound(other)


def test_particles_and_hyphens_come_and_go() -> None:
    for same in ("De la Cruz", "de la cruz", "Cruz", "Dela Cruz", "LA CRUZ"):
        assert [word.sound for word in words(same)] == ["krus"]
    assert [word.spelled for word in words("Ana-María del Pilar")] == ["ana", "maria", "pilar"]
    assert words("  ") == words("de la") == []
