<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="es_PE">
<context>
    <name>Enrol</name>
    <message>
        <source>Código de la sede</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tu oficina te da dos cosas: la dirección de la sede y un código que sirve una vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dirección de la sede</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puedes pegar aquí el mensaje entero de tu oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta la dirección. Está en el mensaje de tu oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letras y números, como te los dictan. Vence en pocos minutos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el código. Si venció, pide otro: no se pierde nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continuar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hablando con la sede…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuatro palabras, o 12 letras o más.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le faltan letras: {n} más, o usa cuatro palabras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repite mucho lo mismo. Prueba con palabras distintas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sirve. Con cuatro palabras sería más fuerte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buena frase: difícil de adivinar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta es tu frase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hola, {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apréndela y no la pegues en el equipo. También puedes escribir una tuya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otras palabras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escribe tu frase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escríbela otra vez</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Son iguales.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No son iguales. Revisa con Ver (Ctrl R).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usar esta frase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparando tu archivo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palabras propuestas: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo para registrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desde ahora este equipo trabaja también sin señal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trayendo las ediciones y los puntos de la sede…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las ediciones y los puntos llegarán cuando haya señal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empezar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ediciones: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puntos de difusión: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distritos: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rubros: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primer uso de este equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se hace una sola vez, con señal. Toma unos 3 minutos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Las llaves nacen en este equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varias personas, cada una con su frase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadie más puede leer lo que guardas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tu frase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paso {at} de {whole}, {name}</source>
        <translation type="unfinished">Step {at} of {whole}, {name}</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Punto de difusión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edición</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elige uno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elige una</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llegan con la primera señal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ayuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bloquear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo las de tu lista en este equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envío</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué está aquí y qué ya llegó</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Ayuda: {screen}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teclas de esta pantalla</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En todas las pantallas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerrar la ayuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo lo que escribes se guarda solo. Nada se pierde al cerrar, bloquear o cambiar de pantalla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>esta ayuda; otra vez la cierra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registrar · también Ctrl N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>personas · también Ctrl F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>envío · también Alt 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ocultar la pantalla · también Ctrl H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pantalla completa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bloquear · también Ctrl L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colores: claro, oscuro, sol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>español o inglés</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letra más grande; Ctrl − más chica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>siguiente campo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>campo anterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ir a una tarjeta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elegir la opción de ese número</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guardar y siguiente persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completar después</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no quiere registrarse; en Cierre, no preguntar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cambiar el grupo propuesto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mostrar el aviso a la persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corregir el último guardado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buscar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mover en la lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abrir a la persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>una página arriba; Av Pág abajo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>si nadie aparece, registrar ese nombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volver a la búsqueda; nada se borra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empezar, pausar o seguir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasar a los filtros y volver</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Conectado. Nada espera en este equipo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conectado. 1 registro está por enviar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conectado. {n} registros están por enviar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que registres sale solo, sin que hagas nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo llegó: {n} con recibo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo llegó: 1 con recibo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin conexión desde las {t}. Sigue registrando.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin conexión. Sigue registrando.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo queda guardado y cifrado aquí. El envío empieza solo cuando haya señal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envío en pausa. Sigue registrando.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo queda guardado y cifrado aquí. Nada sale hasta que pulses Seguir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La sede no responde bien. No es tu equipo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probamos de nuevo a las {t}. Lo tuyo sigue guardado aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probamos de nuevo en un momento. Lo tuyo sigue guardado aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisa la hora de este equipo. Sigue registrando.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No coincide con la de la sede. Ponla bien: los registros se envían igual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviando {i} de {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviando y recibiendo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} KB enviados</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{a} de {b} KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kb} · faltan unos {t} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kb} · faltan unos {t} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>hoy, {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ayer, {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>DNI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasaporte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cédula VE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solic. refugio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACNUR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Televisión</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amistad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version} · {n} de {m}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ocultar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se ve 10 segundos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Celular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vive en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consentimiento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camino del registro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Historia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ficha completa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} de {m}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suma a la cuota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elige a una persona de la lista para ver dónde está su registro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta corregir</source>
        <translation type="unfinished">Needs correcting</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distrito</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negocio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dónde está su registro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todas {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por enviar {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faltan datos {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suman a la cuota {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aún no hay registros. F2 para el primero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadie bajo este filtro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nadie con «{q}». ¿Registrar?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leyendo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} de {m} · por apellido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abrir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buscar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nombre, celular, código o documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardado en este equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vino de la sede</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation type="unfinished">Office</translation>
    </message>
    <message>
        <source>directo a la sede</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sede</source>
        <translation type="unfinished">HQ</translation>
    </message>
    <message>
        <source>Sede y su respaldo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibo {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>al tener señal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La sede la apartó: falta corregir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrada por {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cambio de {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retiró un permiso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{point} · edición {edition}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Pantalla privada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tu registro sigue abierto y guardado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En 2 min pedirá tu frase.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>Puedes marcar varias. Enter para seguir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viene de este punto. Cámbialo si trae otro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contándola a ella</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contándolo a él</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>con esta persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué vende o hace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rubro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nombre del negocio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Cómo va el negocio?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desde el año</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trabajan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Dónde vende?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Tiene RUC?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Número de RUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Régimen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Cómo se enteró del programa?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antes de guardar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poner: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lee esto en voz alta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Está de acuerdo?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Cómo lo dijo?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aviso {version} · desde {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} s en voz alta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostrar a la persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No quiere registrarse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo suma 1 a la cuenta anónima.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volver al registro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aviso {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idioma del aviso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasaporte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cédula VE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solic. refugio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin doc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carné de extranjería</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permiso temporal (PTP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carné de permiso (CPP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cédula venezolana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carné de solicitante de refugio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carné del ACNUR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peruana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venezolana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mujer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefiere no decir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De familia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De otra persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es una idea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En pausa</source>
        <translation type="unfinished">Paused</translation>
    </message>
    <message>
        <source>Cerró</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puesto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En la calle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En casa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local propio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sí</source>
        <translation type="unfinished">Yes</translation>
    </message>
    <message>
        <source>S</source>
        <translation type="unfinished">Y</translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished">No</translation>
    </message>
    <message>
        <source>N</source>
        <translation type="unfinished">N</translation>
    </message>
    <message>
        <source>En trámite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nuevo RUS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sabe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amistad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Código del volante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Qué radio?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Qué canal de TV?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Qué red?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Qué grupo, o de quién?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Qué aliado?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Quién le contó?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Cómo?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De palabra, con testigo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firma en papel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dice</source>
        <translation type="unfinished">Won&apos;t say</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Número</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para ubicarla si cambia de número</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para ubicarlo si cambia de número</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para ubicar a esta persona si cambia de número</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Cuál?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nacionalidad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>País</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apellido paterno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apellido materno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nombres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fecha de nacimiento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Género</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tres letras</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distrito donde vive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nombre y teléfono de alguien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Celular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Tiene WhatsApp?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El celular es</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacto alterno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>este punto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>otro país</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El DNI solo lleva números.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un RUC tiene 11 números y empieza con 10, 15, 16, 17 o 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ese RUC no cuadra. Revisa los últimos números.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poco común para este documento. Si está así en el papel, sigue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poco común para un celular. Si es así, sigue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa fecha aún no llega.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tendría {years} años. ¿Está bien?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escribe día, mes y año, o solo la edad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Ese año está bien?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ningún distrito se llama así. Prueba con 3 letras, o «otro país».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Ese número está bien?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es muy largo. Deja lo más importante.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta que diga si está de acuerdo, y cómo lo dijo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para guardar hace falta un nombre o un apellido.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para guardar: un documento, un celular o «Sin doc.».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta {missing} número: el DNI tiene 8 y escribiste {typed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faltan {missing} números: el DNI tiene 8 y escribiste {typed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El DNI tiene 8 números y escribiste {typed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ningún rubro se llama así. Prueba con 3 letras, o «otro».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ningún país se llama así. Prueba con 3 letras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esas líneas del pasaporte no cuadran. Léelas otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} números. Válido.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se le da un código interno.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} años</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comunidad de acogida.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suma a la cuota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refugio reconocido. Suma a la cuota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solicitante de refugio. Suma a la cuota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volvió a su país.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propuesto desde el DNI. Enter lo acepta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propuesto desde el DNI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>11 números. Válido.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta. Puedes guardar igual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta para poder guardar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Míralo otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trade} · desde {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falta el número</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{document} {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{age} años · {gender}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{age} años</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phone} · WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{channel} {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mujer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>otro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vive en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negocio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consentimiento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Necesita apoyo ahora?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pregunta solo si nadie más escucha. F9 oculta la pantalla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preguntar hoy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoy no se pregunta. Ctrl 0 vuelve a preguntar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derivación sellada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Acepta que avisemos?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punto focal de protección</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué conviene saber para ayudar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Al guardar se cierra. Ni tú ni tu oficina podrán volver a leerla.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esta edición no tiene a quién avisar: aquí no se pregunta por apoyo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lo que se preguntó al registrar ya está sellado. Aquí no se vuelve a abrir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punto focal de protección · {contact}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>1 llegó a la sede</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} llegaron a la sede</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con recibo firmado.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cambio recibido</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} cambios recibidos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tu copia ya los tiene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 necesita que la mires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} necesitan que las mires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los demás siguieron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se cortó la señal. Llegó 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se cortó la señal. Llegaron {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El resto espera aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La sede no respondió bien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No es tu equipo. Se prueba de nuevo solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation type="unfinished">Office</translation>
    </message>
    <message>
        <source>Sede</source>
        <translation type="unfinished">HQ</translation>
    </message>
    <message>
        <source>por enviar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>esperan pasar a la sede</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>con recibo firmado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{post}: {n} {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qué pasó con cada envío</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todavía no hubo envíos desde que abriste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Último recibo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ninguno todavía</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En riesgo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 registros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} sin recibo ni copia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigue registrando</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cada registro queda guardado y cifrado en este equipo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuando haya señal, sale solo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tienes que hacer nada. Para probar antes, F5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puedes cerrar la tapa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada se pierde. Al abrir, lo que falta sigue en la cola.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para enviar, pulsa Seguir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>También con la tecla F5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No es tu equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La sede tiene un problema. Se prueba de nuevo solo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si dura más de un día</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avisa a tu oficina. No borres nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pon la hora y la fecha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En los ajustes del equipo, con hora automática si puedes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Los registros se envían igual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La sede anota su propia hora junto a la tuya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin señal: qué puedes hacer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En pausa: qué puedes hacer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La sede no responde bien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisa la hora del equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guardado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recibo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>al tener señal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>espera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>directo a la sede</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>por corregir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probar ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enviar ahora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seguir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} en riesgo</source>
        <translation type="unfinished">{n} at risk</translation>
    </message>
    <message>
        <source>Por enviar {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con recibo {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Por corregir {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada por enviar. Lo que registres aparecerá aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aún no llega ningún recibo. Lo guardado sigue seguro aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nada por corregir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} necesita que la mires. Los demás siguieron.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Colores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tamaño de letra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idioma</source>
        <translation type="unfinished">Language</translation>
    </message>
    <message>
        <source>Claro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oscuro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Para el sol</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Esa no es la frase. Lo que escribiste sigue aquí.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hace falta una frase más larga: cuatro palabras, o 12 letras.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este equipo guarda registros de una versión más nueva de Chasqui. Nada se tocó: abre la versión nueva o llama a tu oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El archivo de registros está dañado. No lo borres: llama a tu oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hay espacio para guardar. Lo escrito sigue aquí: libera espacio y pulsa Ctrl Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este equipo no deja guardar en la carpeta de Chasqui. Llama a tu oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chasqui ya está abierto en este equipo. Usa esa ventana.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sin conexión. Todo queda guardado; se enviará cuando haya señal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La señal es muy lenta. Probamos de nuevo en un momento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La sede no responde bien. No es tu equipo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La sede está ocupada. Probamos de nuevo en un momento.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No se entiende lo que responde la sede. No es tu equipo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llegó un recibo que no es de la sede. No lo contamos: llama a tu oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No es seguro que esa sea la sede. No se envió nada: llama a tu oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esa dirección no es segura. Cópiala como te la dio tu oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>El código venció o no es ese. Pide otro; no se pierde nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Van muchos intentos. Espera un minuto y prueba otra vez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La sede no conoce este equipo. Llama a tu oficina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Este equipo fue cerrado por tu oficina. Llama para saber más.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La sede tiene otra historia de este equipo. Sigue registrando: nada se pierde. Llama a tu oficina.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Registro de campo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guerrero Emprendedor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cada registro llega. Con señal o sin señal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funciona sin internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Todo queda cifrado en este equipo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se envía solo cuando hay señal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¿Quién registra ahora?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigues donde estabas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tu frase secreta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuatro palabras. Sin conexión también funciona.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parece que Bloq Mayús está puesto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escribe tu frase y pulsa Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ocultar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abrir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abriendo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otra persona</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} registros esperan envío en este equipo. {r} en riesgo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 registro espera envío en este equipo. {r} en riesgo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promotoría</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinación</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sede</source>
        <translation type="unfinished">HQ</translation>
    </message>
    <message>
        <source>Auditoría</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Widgets</name>
    <message>
        <source>Sí</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No dice</source>
        <translation>Won&apos;t say</translation>
    </message>
    <message>
        <source>S</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>dd/mm/aaaa o edad</source>
        <translation>dd/mm/yyyy or age</translation>
    </message>
    <message>
        <source>opcional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Código de país: {country}</source>
        <translation>Country code: {country}</translation>
    </message>
    <message>
        <source>En este equipo</source>
        <translation>On this laptop</translation>
    </message>
    <message>
        <source>En la oficina</source>
        <translation>At the office</translation>
    </message>
    <message>
        <source>En la sede</source>
        <translation>At headquarters</translation>
    </message>
    <message>
        <source>En la sede, respaldada</source>
        <translation>At headquarters, backed up</translation>
    </message>
    <message>
        <source>Falta corregir</source>
        <translation>Needs correcting</translation>
    </message>
    <message>
        <source>mínimo {share}</source>
        <translation>minimum {share}</translation>
    </message>
    <message>
        <source>{share} de {minimum} como mínimo</source>
        <translation>{share} of at least {minimum}</translation>
    </message>
    <message>
        <source>{name}, {n} por ver</source>
        <translation>{name}, {n} to look at</translation>
    </message>
    <message>
        <source>Conectado</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Enviando…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Sin conexión</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>En pausa</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>La sede no responde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo USB</source>
        <translation>USB only</translation>
    </message>
    <message>
        <source>Revisa la hora</source>
        <translation>Check the clock</translation>
    </message>
    <message>
        <source>Lectura cerrada</source>
        <translation>Reading closed</translation>
    </message>
    <message>
        <source>Equipo</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Sede</source>
        <translation>HQ</translation>
    </message>
    <message>
        <source>{n} en riesgo</source>
        <translation>{n} at risk</translation>
    </message>
    <message>
        <source>Equipo {laptop}, oficina {office}, sede {hq}, {risk} en riesgo</source>
        <translation>Laptop {laptop}, office {office}, headquarters {hq}, {risk} at risk</translation>
    </message>
    <message>
        <source>Idioma</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Cambiar colores</source>
        <translation>Change colours</translation>
    </message>
    <message>
        <source>Ocultar la pantalla</source>
        <translation>Hide the screen</translation>
    </message>
    <message>
        <source>Ajustes</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Más</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Paso {at} de {whole}, {name}, completo no</source>
        <translation>Step {at} of {whole}, {name}, not complete</translation>
    </message>
    <message>
        <source>Paso {at} de {whole}, {name}, completo sí</source>
        <translation>Step {at} of {whole}, {name}, complete</translation>
    </message>
</context>
</TS>
