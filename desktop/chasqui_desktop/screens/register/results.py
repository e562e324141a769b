"""What the header says of what was just done."""

from __future__ import annotations

from chasqui_desktop.words import say

SAVED = say("Register", "Guardado: {name}")
SAVED_HERE = say("Register", "{code} · ya está en este equipo")
SLIP_WENT = say("Register", "{code} · {where}")
CORRECT = say("Register", "Corregir")
PRINT = say("Register", "Imprimir")
NOBODY_TO_PRINT = say("Register", "Aún no hay comprobante")
SAVE_FIRST = say("Register", "Sale al guardar; los de antes, en Personas")
REFUSED = say("Register", "Anotado: no quiere registrarse")
REFUSED_COUNTED = say("Register", "Solo suma 1 a la cuenta anónima")
UNDO = say("Register", "Deshacer")
PUT_AWAY = say("Register", "Guardado para completar después")
PUT_AWAY_WHERE = say("Register", "Está arriba, en «Por completar»")
RESTORED = say("Register", "El archivo de registros estaba dañado")
RESTORED_FROM_COPY = say("Register", "Lo rehicimos de su copia: {n} registros y cambios")
UNCHANGED = say("Register", "Nada cambió")
OPENED = say("Register", "Abierta: lo que escribiste la corrige")
OPENED_SAME = say("Register", "Abierta: dice lo mismo")
STILL_THERE = say("Register", "Sigue como estaba")
TOUCHED_IN_VAIN = say("Register", "Lo que tocaste mientras se guardaba no entró")
