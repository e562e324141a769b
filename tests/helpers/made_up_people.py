"""Made-up people as a desk would have registered them: names of Peru and Venezuela, the common ones oftener."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

Fields = dict[str, Any]

_WOMEN = """María Rosa Juana Carmen Ana Luz Julia Elena Martha Flor Gladys Nancy Milagros Yolanda Norma Silvia Elizabeth
Patricia Yesenia Vanessa Jessica Karina Maribel Roxana Lourdes Pilar Isabel Teresa Victoria Lucía Yusmary Anyelis
Keyla Génesis Génova Yulimar Yuleidy Greisy Mayerlin Dayana Oriana Nairobis Betzabé Zoraida Haydée Hilda Verónica
Giovanna Graciela Xiomara Ximena Hortencia Noemí Celia Cecilia Benita Beatriz Zenaida Sonia Soledad Estefany
Fiorella Lizbeth Shirley Bertha Raquel Eusebia Guillermina Ángela Úrsula Begoña Nélida Delia Irma Felícita""".split()
_MEN = """José Luis Juan Carlos Jorge Víctor Manuel Jesús Pedro Miguel César Julio Walter Wilmer Edwin Percy Elmer
Segundo Santos Máximo Fidel Hugo Héctor Óscar Raúl Rubén Iván Jhon Jonathan Yorman Yeison Brayan Kevin Anthony
Antony Gerardo Gilberto Sergio Roger Roberto Alberto Gustavo Guillermo Eusebio Bernardo Benjamín Vicente Valentín
Zacarías Ezequiel Ismael Abel Noé Wilfredo Yoel Jeferson Franklin Alexis Darwin Hernán Humberto Eladio Félix""".split()
SURNAMES = """Quispe Mamani Flores Rodríguez Sánchez García Rojas Huamán Díaz Vásquez Torres Ramos López Mendoza
Espinoza Castillo Gonzales González Chávez Pérez Ramírez Condori Cruz Vargas Gutiérrez Fernández Martínez Silva
Romero Salazar Ruiz Medina Castro Reyes Herrera Guerrero Ortiz Guzmán Aguilar Alvarado Ticona Chambi Apaza Ccori
Huanca Choque Yupanqui Núñez Ñaupari Muñoz Peña Zevallos Ceballos Cáceres Villanueva Villalobos Llanos Yáñez Ibáñez
Ávila Becerra Bravo Bustamante Velásquez Valverde Zavaleta Zambrano Hidalgo Hurtado Jiménez Cárdenas Márquez Rondón
Colmenares Urdaneta Barrios Bracho Chacín Briceño Guanipa Escalona Quintero Quevedo Güere Aguirre Palomino Carrillo
Pacheco Cabrera Rivas Olivares Cornejo Salcedo Sosa Tello Zegarra Echevarría""".split()
_COMPOUND = ("De la Cruz", "Del Águila", "De los Santos", "San Martín", "De la Torre")
DISTRICTS = ("150110", "150117", "150132", "150142", "150106", "150112", "150115", "150135", "070101", "150140")
_STREETS = ("Av. Túpac Amaru", "Jr. Los Cedros", "Psje. San Martín", "Calle Las Flores", "Mz. B Lt.")


# -------------------------------------------------------------------- people
def person(chance: random.Random) -> Fields:
    """Give somebody as a desk would have registered her: not everything is known of everybody."""
    woman = chance.random() < 0.65
    peruvian = chance.random() < 0.6
    born = date(1955, 1, 1) + timedelta(days=chance.randrange(49 * 365))
    fields: Fields = {
        "given_names": _given(chance, woman),
        "paternal_surname": surname(chance),
        "maternal_surname": surname(chance) if chance.random() < (0.95 if peruvian else 0.7) else None,
        "nationality": "PER" if peruvian else "VEN",
        "gender": "woman" if woman else "man",
        "document": document(chance, peruvian),
        "phones": [phone(chance)] if chance.random() < 0.92 else None,
        "home_district": {"scheme": "inei", "code": chance.choice(DISTRICTS)} if chance.random() < 0.9 else None,
        "address_reference": f"{chance.choice(_STREETS)} {chance.randrange(900)}",
    }
    if chance.random() < 0.94:
        fields["birth_date"] = born.isoformat()
    else:
        fields["birth_year"] = born.year
    if peruvian and chance.random() < 0.15:
        fields["ruc"] = f"10{fields['document']['number']}5"
    return _known(fields)


def _known(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value is not None}


def _common(chance: random.Random, names: list[str]) -> str:
    """Names at the beginning of a list are common ones."""
    return names[min(chance.randrange(len(names)), chance.randrange(len(names)))]


def _given(chance: random.Random, woman: bool) -> str:
    names = _WOMEN if woman else _MEN
    first = _common(chance, names)
    if chance.random() < 0.35:
        return first
    return f"{first} {chance.choice([name for name in names if name != first])}"


def surname(chance: random.Random) -> str:
    return chance.choice(_COMPOUND) if chance.random() < 0.04 else _common(chance, SURNAMES)


def document(chance: random.Random, peruvian: bool) -> Fields:
    if peruvian:
        return {"scheme": "dni", "number": f"{chance.randrange(7_000_000, 79_999_999):08}"}
    scheme = chance.choice(["ce", "ptp", "cpp", "passport", "cedula_ve", "refugee_applicant"])
    digits = f"{chance.randrange(10**8):08}"
    return {"scheme": scheme, "number": {"cedula_ve": f"V{digits}", "passport": digits}.get(scheme, f"0{digits}")}


def phone(chance: random.Random) -> Fields:
    phone: Fields = {"number": f"+519{chance.randrange(10**8):08}"}
    owner = chance.choices(["own", "family", None], [75, 12, 13])[0]
    if owner is not None:
        phone["owner"] = owner
    return phone
