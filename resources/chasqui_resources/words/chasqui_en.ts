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
        <source>Todavía es corta: faltan {n} letras, o usa cuatro palabras.</source>
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
    <name>Line</name>
    <message>
        <source>Conectado</source>
        <translation type="unfinished">Online</translation>
    </message>
    <message>
        <source>Enviando…</source>
        <translation type="unfinished">Sending…</translation>
    </message>
    <message>
        <source>Sin conexión</source>
        <translation type="unfinished">Offline</translation>
    </message>
    <message>
        <source>En pausa</source>
        <translation type="unfinished">Paused</translation>
    </message>
    <message>
        <source>La sede no responde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisa la hora</source>
        <translation type="unfinished">Check the clock</translation>
    </message>
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
        <source>Paso {at} de {whole}, {name}</source>
        <translation>Step {at} of {whole}, {name}</translation>
    </message>
    <message>
        <source>Paso {at} de {whole}, {name}, completo</source>
        <translation>Step {at} of {whole}, {name}, complete</translation>
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
</context>
</TS>
