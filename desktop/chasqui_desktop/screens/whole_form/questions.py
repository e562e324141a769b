"""The questions the desk does not ask, with the answers offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from chasqui_desktop.widgets.chip_groups import Choice, numbered
from chasqui_desktop.words import Words, say

SEVERAL = say("WholeForm", "Puedes marcar varias.")
SENSITIVE = say("WholeForm", "Dato sensible: pregunta solo si aceptó. Nunca sale con su nombre.")
NONE = "none"
"""The answer that rules the others out."""


@dataclass(frozen=True, slots=True)
class Question:
    """One field. ``chips`` pick one, ``many`` several, ``number`` and ``text`` are typed (``size``: digits, or px).

    ``part`` names an entry of a field that is a map.
    """

    field: str
    words: Words
    kind: Literal["chips", "many", "number", "text"]
    choices: tuple[Choice, ...] = ()
    size: int = 0
    hint: Words = ""
    placeholder: Words = ""
    part: str = ""


Row = tuple[Question, ...]

SITUATION: tuple[Row, ...] = (
    (
        Question(
            "group",
            say("WholeForm", "¿Cómo se reconoce?"),
            "chips",
            numbered(
                ("host", say("WholeForm", "De la comunidad de acogida")),
                ("migrant", say("WholeForm", "Migrante")),
                ("refugee", say("WholeForm", "Refugiada o refugiado")),
                ("asylum_seeker", say("WholeForm", "Pidió refugio")),
                ("returnee", say("WholeForm", "Volvió a su país")),
            ),
            hint=say("WholeForm", "Lo propone el documento; decide la persona."),
        ),
    ),
    (
        Question(
            "migration_status",
            say("WholeForm", "¿Con qué papeles está en el Perú?"),
            "chips",
            numbered(
                ("residence", say("WholeForm", "Carné o residencia")),
                ("temporary", say("WholeForm", "Permiso temporal")),
                ("refuge", say("WholeForm", "Refugio")),
                ("in_process", say("WholeForm", "Trámite en curso")),
                ("undisclosed", say("WholeForm", "No dice")),
            ),
            hint=SENSITIVE,
        ),
    ),
    (
        Question(
            "languages",
            say("WholeForm", "¿Qué lenguas habla?"),
            "many",
            numbered(
                ("es", say("WholeForm", "Castellano")),
                ("qu", say("WholeForm", "Quechua")),
                ("ay", say("WholeForm", "Aimara")),
                ("cni", say("WholeForm", "Asháninka")),
                ("shp", say("WholeForm", "Shipibo")),
                ("ht", say("WholeForm", "Criollo haitiano")),
                ("other", say("WholeForm", "Otra")),
            ),
            hint=SEVERAL,
        ),
    ),
    (
        Question("arrival_year", say("WholeForm", "Llegó el año"), "number", size=4),
        Question("dependants", say("WholeForm", "Personas a su cargo"), "number", size=2),
    ),
)

HOW_HARD = numbered(
    (1, say("WholeForm", "No")),
    (2, say("WholeForm", "Algo")),
    (3, say("WholeForm", "Mucho")),
    (4, say("WholeForm", "No puede")),
)
"""The answers of the Washington Group short set on functioning, 1 to 4."""


def _how_hard(part: str, words: Words) -> Question:
    return Question("disability", words, "chips", HOW_HARD, part=part)


ACCESS: tuple[Row, ...] = (
    (
        _how_hard("seeing", say("WholeForm", "¿Le cuesta ver, aun con lentes?")),
        _how_hard("hearing", say("WholeForm", "¿Le cuesta oír, aun con audífono?")),
    ),
    (
        _how_hard("walking", say("WholeForm", "¿Le cuesta caminar o subir gradas?")),
        _how_hard("remembering", say("WholeForm", "¿Le cuesta recordar o concentrarse?")),
    ),
    (
        _how_hard("self_care", say("WholeForm", "¿Le cuesta bañarse o vestirse?")),
        _how_hard("communicating", say("WholeForm", "¿Le cuesta entender o hacerse entender?")),
    ),
)

SALES: tuple[Row, ...] = (
    (
        Question(
            "digital_tools",
            say("WholeForm", "¿Qué usa para vender?"),
            "many",
            numbered(
                ("whatsapp", "WhatsApp"),
                ("facebook", "Facebook"),
                ("instagram", "Instagram"),
                ("tiktok", "TikTok"),
                ("wallet", say("WholeForm", "Yape o Plin")),
                (NONE, say("WholeForm", "Nada aún")),
            ),
            hint=SEVERAL,
        ),
    ),
    (
        Question(
            "sales_band",
            say("WholeForm", "Ventas al mes"),
            "chips",
            numbered(
                ("under_500", say("WholeForm", "Menos de S/ 500")),
                ("500_1500", say("WholeForm", "500 a 1,500")),
                ("1500_4000", say("WholeForm", "1,500 a 4,000")),
                ("over_4000", say("WholeForm", "Más de 4,000")),
                ("undisclosed", say("WholeForm", "No dice")),
            ),
            hint=SENSITIVE,
        ),
    ),
    (
        Question(
            "main_need",
            say("WholeForm", "¿Qué necesita más para crecer?"),
            "chips",
            numbered(
                ("customers", say("WholeForm", "Clientes")),
                ("money", say("WholeForm", "Dinero")),
                ("accounts", say("WholeForm", "Ordenar cuentas")),
                ("formalising", say("WholeForm", "Formalizarse")),
                ("internet", say("WholeForm", "Vender por internet")),
            ),
        ),
    ),
)

CONTACT: tuple[Row, ...] = (
    (Question("email", say("WholeForm", "Correo electrónico"), "text", size=420),),
    (
        Question(
            "preferred_channel",
            say("WholeForm", "¿Cómo prefiere que la busquen?"),
            "chips",
            numbered(
                ("whatsapp", "WhatsApp"),
                ("call", say("WholeForm", "Llamada")),
                ("sms", say("WholeForm", "Mensaje de texto")),
                ("email", say("WholeForm", "Correo")),
            ),
        ),
    ),
    (
        Question(
            "address_reference",
            say("WholeForm", "Referencia de la casa"),
            "text",
            placeholder=say("WholeForm", "A media cuadra de…"),
            hint=say("WholeForm", "Solo si quiere. Sirve para visitas."),
        ),
    ),
)

PROGRAMME: tuple[Row, ...] = (
    (
        Question(
            "schedule",
            say("WholeForm", "¿Cuándo puede asistir?"),
            "chips",
            numbered(
                ("morning", say("WholeForm", "Mañana")),
                ("afternoon", say("WholeForm", "Tarde")),
                ("evening", say("WholeForm", "Noche")),
                ("weekend", say("WholeForm", "Fin de semana")),
            ),
        ),
    ),
    (
        Question(
            "devices",
            say("WholeForm", "¿Qué equipo puede usar?"),
            "many",
            numbered(
                ("smartphone", say("WholeForm", "Celular con internet")),
                ("basic_phone", say("WholeForm", "Celular sencillo")),
                ("computer", say("WholeForm", "Computadora")),
                ("shared", say("WholeForm", "Uno prestado")),
                (NONE, say("WholeForm", "Ninguno")),
            ),
            hint=SEVERAL,
        ),
    ),
    (
        Question(
            "connectivity",
            say("WholeForm", "¿Cómo se conecta?"),
            "chips",
            numbered(
                ("home", say("WholeForm", "Internet en casa")),
                ("plan", say("WholeForm", "Plan de celular")),
                ("prepaid", say("WholeForm", "Recargas")),
                ("public", say("WholeForm", "Wifi público o prestado")),
                (NONE, say("WholeForm", "No se conecta")),
            ),
        ),
    ),
)
