"""A person's fields by the names a promoter knows them by."""

from __future__ import annotations

from chasqui_desktop.words import Words, say

FIELDS: dict[str, Words] = {
    "phones": say("Review", "Celular"),
    "document": say("Review", "Documento"),
    "given_names": say("Review", "Nombres"),
    "paternal_surname": say("Review", "Apellido paterno"),
    "maternal_surname": say("Review", "Apellido materno"),
    "nationality": say("Review", "Nacionalidad"),
    "group": say("Review", "Cómo se reconoce"),
    "migration_status": say("Review", "Papeles en el Perú"),
    "arrival_year": say("Review", "Año en que llegó"),
    "birth_date": say("Review", "Nacimiento"),
    "birth_year": say("Review", "Año de nacimiento"),
    "gender": say("Review", "Género"),
    "languages": say("Review", "Lenguas"),
    "disability": say("Review", "Accesibilidad"),
    "dependants": say("Review", "Personas a su cargo"),
    "email": say("Review", "Correo"),
    "alternative_contact": say("Review", "Contacto alterno"),
    "preferred_channel": say("Review", "Cómo prefiere que la busquen"),
    "home_district": say("Review", "Distrito"),
    "address_reference": say("Review", "Referencia de la casa"),
    "business_name": say("Review", "Nombre del negocio"),
    "sector": say("Review", "Rubro"),
    "stage": say("Review", "Etapa del negocio"),
    "since_year": say("Review", "Desde qué año"),
    "people_working": say("Review", "Cuántas personas trabajan"),
    "sells_at": say("Review", "Dónde vende"),
    "has_ruc": say("Review", "Tiene RUC"),
    "ruc": say("Review", "RUC"),
    "tax_regime": say("Review", "Régimen"),
    "digital_tools": say("Review", "Qué usa para vender"),
    "sales_band": say("Review", "Ventas al mes"),
    "main_need": say("Review", "Qué necesita más"),
    "edition": say("Review", "Edición"),
    "outreach_point": say("Review", "Punto de difusión"),
    "partner": say("Review", "Oficina"),
    "promoter": say("Review", "Quién la registró"),
    "channel": say("Review", "Canal"),
    "channel_detail": say("Review", "Detalle del canal"),
    "schedule": say("Review", "Cuándo puede asistir"),
    "devices": say("Review", "Equipo que usa"),
    "connectivity": say("Review", "Cómo se conecta"),
    "consent": say("Review", "Cómo aceptó"),
    "support": say("Review", "Derivación"),
    "not_same_as": say("Review", "Parecidas que son otras"),
    "recognised": say("Review", "Reconocida otra vez"),
    "notes": say("Review", "Notas"),
}
OTHER_FIELD = say("Review", "Otro dato")


def field_words(field: str) -> Words:
    """Name a field; one of a newer version has no name here."""
    return FIELDS.get(field, OTHER_FIELD)
