<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="es_PE">
<context>
    <name>Alike</name>
    <message>
        <source>Mismo documento</source>
        <translation>Same document</translation>
    </message>
    <message>
        <source>Mismo número, otro tipo de documento</source>
        <translation>Same number, another type of document</translation>
    </message>
    <message>
        <source>El RUC lleva ese DNI</source>
        <translation>The RUC holds that DNI</translation>
    </message>
    <message>
        <source>Documento con un número distinto</source>
        <translation>Document with one digit different</translation>
    </message>
    <message>
        <source>Documento con dos números cambiados de lugar</source>
        <translation>Document with two digits swapped</translation>
    </message>
    <message>
        <source>Mismo celular</source>
        <translation>Same mobile</translation>
    </message>
    <message>
        <source>Mismos apellidos</source>
        <translation>Same surnames</translation>
    </message>
    <message>
        <source>Apellidos que suenan igual</source>
        <translation>Surnames that sound alike</translation>
    </message>
    <message>
        <source>Mismos apellidos en otro orden</source>
        <translation>Same surnames in another order</translation>
    </message>
    <message>
        <source>Apellidos casi iguales</source>
        <translation>Surnames nearly the same</translation>
    </message>
    <message>
        <source>Mismo apellido</source>
        <translation>Same surname</translation>
    </message>
    <message>
        <source>Mismo nombre</source>
        <translation>Same given name</translation>
    </message>
    <message>
        <source>Nombre que suena igual</source>
        <translation>Given name that sounds alike</translation>
    </message>
    <message>
        <source>Nombre casi igual</source>
        <translation>Given name nearly the same</translation>
    </message>
    <message>
        <source>Misma fecha de nacimiento</source>
        <translation>Same date of birth</translation>
    </message>
    <message>
        <source>Nacimiento con día y mes cambiados</source>
        <translation>Birth date with day and month swapped</translation>
    </message>
    <message>
        <source>Nacimiento con un número distinto</source>
        <translation>Birth date with one digit different</translation>
    </message>
    <message>
        <source>Mismo día, un año de diferencia</source>
        <translation>Same day, one year apart</translation>
    </message>
    <message>
        <source>Edad parecida</source>
        <translation>Similar age</translation>
    </message>
    <message>
        <source>Mismo distrito</source>
        <translation>Same district</translation>
    </message>
    <message>
        <source>Otro documento</source>
        <translation>Another document</translation>
    </message>
    <message>
        <source>Otro nombre</source>
        <translation>Another given name</translation>
    </message>
    <message>
        <source>Otros apellidos</source>
        <translation>Other surnames</translation>
    </message>
    <message>
        <source>Otra fecha de nacimiento</source>
        <translation>Another date of birth</translation>
    </message>
    <message>
        <source>Otro género</source>
        <translation>Another gender</translation>
    </message>
    <message>
        <source>{reason}: {typed} / {known}</source>
        <translation>{reason}: {typed} / {known}</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Tablero</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Mi punto</source>
        <translation>My point</translation>
    </message>
    <message>
        <source>Mi oficina</source>
        <translation>My office</translation>
    </message>
    <message>
        <source>Toda la edición</source>
        <translation>Whole edition</translation>
    </message>
    <message>
        <source>hoy</source>
        <translation>today</translation>
    </message>
    <message>
        <source>los últimos 7 días</source>
        <translation>the last 7 days</translation>
    </message>
    <message>
        <source>desde el comienzo</source>
        <translation>since the start</translation>
    </message>
    <message>
        <source>Edición {edition} · {area} · {period}</source>
        <translation>Edition {edition} · {area} · {period}</translation>
    </message>
    <message>
        <source>Impreso el {day}, {hour}</source>
        <translation>Printed {day}, {hour}</translation>
    </message>
    <message>
        <source>Datos de la sede: {day}, {hour}</source>
        <translation>Headquarters&apos; data: {day}, {hour}</translation>
    </message>
    <message>
        <source>{n} de este equipo sin enviar</source>
        <translation>{n} on this laptop not sent</translation>
    </message>
    <message>
        <source>Registros</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Datos completos</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>mínimo {share}</source>
        <translation>minimum {share}</translation>
    </message>
    <message>
        <source>Registros por día</source>
        <translation>Records per day</translation>
    </message>
    <message>
        <source>Camino de la edición</source>
        <translation>The edition&apos;s path</translation>
    </message>
    <message>
        <source>Por dónde se enteraron</source>
        <translation>How they heard</translation>
    </message>
    <message>
        <source>Distrito</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Por lugar</source>
        <translation>By place</translation>
    </message>
    <message>
        <source>Migrante o refugiado</source>
        <translation>Migrant or refugee</translation>
    </message>
    <message>
        <source>Peruano</source>
        <translation>Peruvian</translation>
    </message>
    <message>
        <source>{n} · sin detalle</source>
        <translation>{n} · no detail</translation>
    </message>
    <message>
        <source>Grupos de menos de 5 personas: sin detalle. Cuenta lo que conoce este equipo. Uso interno.</source>
        <translation>Groups under 5 people: no detail. Counts what this laptop knows. Internal use.</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Migrante o refugiado</source>
        <translation>Migrant or refugee</translation>
    </message>
    <message>
        <source>Peruano</source>
        <translation>Peruvian</translation>
    </message>
    <message>
        <source>{n} · sin detalle</source>
        <translation>{n} · no detail</translation>
    </message>
    <message>
        <source>{name}: {n}; {counted} migrantes o refugiados, {others} peruanos</source>
        <translation>{name}: {n}; {counted} migrants or refugees, {others} Peruvians</translation>
    </message>
    <message>
        <source>{name}: {n}, sin detalle</source>
        <translation>{name}: {n}, no detail</translation>
    </message>
    <message>
        <source>{name}: {n}</source>
        <translation>{name}: {n}</translation>
    </message>
    <message>
        <source>{name}: {n}, {share} del paso anterior</source>
        <translation>{name}: {n}, {share} of the step before</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>Lectura cerrada: 30 días sin contacto</source>
        <translation>Reading closed: 30 days without contact</translation>
    </message>
    <message>
        <source>Puedes registrar y enviar; para leer la lista, conéctate o trae un USB de tu oficina.</source>
        <translation>You can register and send; to read the list, connect or bring a USB from your office.</translation>
    </message>
    <message>
        <source>Tu oficina cerró este equipo</source>
        <translation>Your office has closed this laptop</translation>
    </message>
    <message>
        <source>Lo que registras se guarda y se envía; después este equipo se vacía solo. Llama para saber más.</source>
        <translation>What you register is kept and sent; then this laptop empties itself. Call to know more.</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>Volante</source>
        <translation>Flyer</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>TV</source>
        <translation>TV</translation>
    </message>
    <message>
        <source>Redes</source>
        <translation>Social media</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Aliado</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Amistad</source>
        <translation>Friend</translation>
    </message>
    <message>
        <source>Otro medio</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Sin dato</source>
        <translation>Not asked</translation>
    </message>
    <message>
        <source>Otros {n}</source>
        <translation>{n} others</translation>
    </message>
    <message>
        <source>Se les ofreció</source>
        <translation>Were offered</translation>
    </message>
    <message>
        <source>Registrados</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Datos completos</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Falta 1 persona migrante o refugiada</source>
        <translation>1 migrant or refugee missing</translation>
    </message>
    <message>
        <source>Faltan {n} personas migrantes o refugiadas</source>
        <translation>{n} migrants or refugees missing</translation>
    </message>
    <message>
        <source>Cuota cumplida</source>
        <translation>Quota met</translation>
    </message>
    <message>
        <source>Aún sin registros</source>
        <translation>No records yet</translation>
    </message>
    <message>
        <source>De los {left} que faltan para la meta, {need} deben sumar: 1 de cada {each}.</source>
        <translation>Of the {left} left to the target, {need} must count: 1 in {each}.</translation>
    </message>
    <message>
        <source>De los {left} que faltan para la meta, todos deben sumar.</source>
        <translation>All {left} left to the target must count.</translation>
    </message>
    <message>
        <source>Los {left} que faltan para la meta pueden ser de cualquier grupo.</source>
        <translation>The {left} left to the target may be of any group.</translation>
    </message>
    <message>
        <source>La meta de {target} está cumplida.</source>
        <translation>The target of {target} is met.</translation>
    </message>
    <message>
        <source>{channel} rinde más: {n} de {m} suman</source>
        <translation>{channel} does best: {n} of {m} count</translation>
    </message>
    <message>
        <source>{n} de {m}</source>
        <translation>{n} of {m}</translation>
    </message>
    <message>
        <source>Cuota de tu punto</source>
        <translation>Quota of your point</translation>
    </message>
    <message>
        <source>Cuota de tu oficina</source>
        <translation>Quota of your office</translation>
    </message>
    <message>
        <source>Cuota de la edición {name}</source>
        <translation>Quota of edition {name}</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Migrante o refugiado</source>
        <translation>Migrant or refugee</translation>
    </message>
    <message>
        <source>Peruano</source>
        <translation>Peruvian</translation>
    </message>
    <message>
        <source>sin detalle</source>
        <translation>no detail</translation>
    </message>
    <message>
        <source>Del paso anterior</source>
        <translation>Of the step before</translation>
    </message>
    <message>
        <source>{title}: tabla</source>
        <translation>{title}: table</translation>
    </message>
    <message>
        <source>Mi punto</source>
        <translation>My point</translation>
    </message>
    <message>
        <source>Mi oficina</source>
        <translation>My office</translation>
    </message>
    <message>
        <source>Toda la edición</source>
        <translation>Whole edition</translation>
    </message>
    <message>
        <source>Por punto</source>
        <translation>By point</translation>
    </message>
    <message>
        <source>Por oficina</source>
        <translation>By office</translation>
    </message>
    <message>
        <source>Hoy</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>7 días</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>Edición</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>De quién</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Desde cuándo</source>
        <translation>Since when</translation>
    </message>
    <message>
        <source>Datos de la sede: {when}</source>
        <translation>Headquarters&apos; data: {when}</translation>
    </message>
    <message>
        <source>Datos de la sede: aún no llegan</source>
        <translation>Headquarters&apos; data: not here yet</translation>
    </message>
    <message>
        <source>{n} de este equipo, sin enviar</source>
        <translation>{n} on this laptop, not sent</translation>
    </message>
    <message>
        <source>Tablas</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>Gráficos</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Registros</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>de {n} previstos</source>
        <translation>of {n} planned</translation>
    </message>
    <message>
        <source>hoy</source>
        <translation>today</translation>
    </message>
    <message>
        <source>en 7 días</source>
        <translation>in 7 days</translation>
    </message>
    <message>
        <source>en la edición</source>
        <translation>in the edition</translation>
    </message>
    <message>
        <source>Hoy en tu punto</source>
        <translation>Today at your point</translation>
    </message>
    <message>
        <source>Hoy en tu oficina</source>
        <translation>Today in your office</translation>
    </message>
    <message>
        <source>Hoy en la edición</source>
        <translation>Today in the edition</translation>
    </message>
    <message>
        <source>{n} suman ({share})</source>
        <translation>{n} count ({share})</translation>
    </message>
    <message>
        <source>menos de 5: sin detalle</source>
        <translation>under 5: no detail</translation>
    </message>
    <message>
        <source>nadie todavía</source>
        <translation>nobody yet</translation>
    </message>
    <message>
        <source>En riesgo</source>
        <translation>At risk</translation>
    </message>
    <message>
        <source>{n} en la oficina, por subir</source>
        <translation>{n} at the office, to go up</translation>
    </message>
    <message>
        <source>{n} en este equipo, por enviar</source>
        <translation>{n} on this laptop, to send</translation>
    </message>
    <message>
        <source>todo tiene recibo</source>
        <translation>all have receipts</translation>
    </message>
    <message>
        <source>{n} por completar</source>
        <translation>{n} to complete</translation>
    </message>
    <message>
        <source>no falta nada</source>
        <translation>nothing is missing</translation>
    </message>
    <message>
        <source>Registros por día</source>
        <translation>Records per day</translation>
    </message>
    <message>
        <source>Día</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Camino de la edición</source>
        <translation>The edition&apos;s path</translation>
    </message>
    <message>
        <source>Paso</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Contactados y clases: aún sin datos. Grupos de menos de 5: sin detalle.</source>
        <translation>Contacted and classes: no data yet. Groups under 5: no detail.</translation>
    </message>
    <message>
        <source>Por dónde se enteraron</source>
        <translation>How they heard</translation>
    </message>
    <message>
        <source>Canal</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Distrito</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Punto de difusión</source>
        <translation>Outreach point</translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Contando…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>Aún no hay una edición</source>
        <translation>No edition yet</translation>
    </message>
    <message>
        <source>Llega con la primera señal. Si hay varias abiertas, elige una en Registrar.</source>
        <translation>It comes with the first signal. If several are open, choose one in Register.</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Hay señal</source>
        <translation>The line is up</translation>
    </message>
    <message>
        <source>Señal cortada</source>
        <translation>The line is cut</translation>
    </message>
    <message>
        <source>Cortar la señal</source>
        <translation>Cut the line</translation>
    </message>
    <message>
        <source>Devolver la señal</source>
        <translation>Raise the line</translation>
    </message>
</context>
<context>
    <name>Dossier</name>
    <message>
        <source>Lo que guardamos de ti</source>
        <translation>What we keep about you</translation>
    </message>
    <message>
        <source>Es tuyo: puedes verlo, corregirlo, retirar tus permisos o pedir que se borre, gratis, cuando quieras.</source>
        <translation>It is yours: you can see it, correct it, take back your permissions or have it erased, free, at any time.</translation>
    </message>
    <message>
        <source>{title} (sigue)</source>
        <translation>{title} (continued)</translation>
    </message>
    <message>
        <source>Página {n} de {m}</source>
        <translation>Page {n} of {m}</translation>
    </message>
    <message>
        <source>Hecho el {day}, {hour}, por {name}</source>
        <translation>Made on {day}, {hour}, by {name}</translation>
    </message>
    <message>
        <source>Para corregir, retirar o borrar: {number}, o vuelve al punto con tu código.</source>
        <translation>To correct, take back or erase: {number}, or come back to the point with your code.</translation>
    </message>
    <message>
        <source>Para corregir, retirar o borrar: vuelve al punto o llama a tu oficina, con tu código.</source>
        <translation>To correct, take back or erase: come back to the point or call your office, with your code.</translation>
    </message>
    <message>
        <source>En el programa</source>
        <translation>In the programme</translation>
    </message>
    <message>
        <source>Tus permisos</source>
        <translation>Your permissions</translation>
    </message>
    <message>
        <source>Otros datos</source>
        <translation>Other data</translation>
    </message>
    <message>
        <source>Qué se hizo con tu registro</source>
        <translation>What was done with your registration</translation>
    </message>
    <message>
        <source>Aviso que escuchaste</source>
        <translation>Notice you heard</translation>
    </message>
    <message>
        <source>Tu firma</source>
        <translation>Your signature</translation>
    </message>
    <message>
        <source>{version} · {how} · {moment}</source>
        <translation>{version} · {how} · {moment}</translation>
    </message>
    <message>
        <source>Lo que contaste en confianza</source>
        <translation>What you told in confidence</translation>
    </message>
    <message>
        <source>Está sellado: solo lo abre la persona de protección. Pídeselo a ella.</source>
        <translation>It is sealed: only the protection focal point opens it. Ask her for it.</translation>
    </message>
    <message>
        <source>Se te preguntó, y no quedó nada guardado.</source>
        <translation>You were asked, and nothing of it was kept.</translation>
    </message>
    <message>
        <source>{day}, {hour}</source>
        <translation>{day}, {hour}</translation>
    </message>
    <message>
        <source>Nota del {moment}</source>
        <translation>Note of {moment}</translation>
    </message>
    <message>
        <source>{number} ({owner})</source>
        <translation>{number} ({owner})</translation>
    </message>
    <message>
        <source>Registrada también como</source>
        <translation>Also registered as</translation>
    </message>
    <message>
        <source>{n} más</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>{moment} · {name}</source>
        <translation>{moment} · {name}</translation>
    </message>
    <message>
        <source>Se registró</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Cambió: {fields}</source>
        <translation>Changed: {fields}</translation>
    </message>
    <message>
        <source>Se retiró un permiso: {fields}</source>
        <translation>A permission was taken back: {fields}</translation>
    </message>
    <message>
        <source>Se anotó: {fields}</source>
        <translation>Noted: {fields}</translation>
    </message>
    <message>
        <source>En otros equipos</source>
        <translation>On other laptops</translation>
    </message>
    <message>
        <source>Lo que se hizo en otros equipos, y quién vio tu registro, lo da la sede.</source>
        <translation>What was done on other laptops, and who saw your registration, headquarters gives.</translation>
    </message>
    <message>
        <source>Sus datos, para ella</source>
        <translation>Her data, for her</translation>
    </message>
    <message>
        <source>Lleva todo lo que guardamos de ella, a la vista de cualquiera. Entrégaselo solo a ella, en la mano.</source>
        <translation>It holds all we keep about her, for anyone to read. Give it to her alone, into her hand.</translation>
    </message>
    <message>
        <source>Guardar los archivos</source>
        <translation>Save the files</translation>
    </message>
    <message>
        <source>En papel</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>En archivos: PDF y JSON</source>
        <translation>As files: PDF and JSON</translation>
    </message>
    <message>
        <source>Cómo se lo lleva</source>
        <translation>How she takes it</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Código de la sede</source>
        <translation>Code from headquarters</translation>
    </message>
    <message>
        <source>Tu oficina te da dos cosas: la dirección de la sede y un código que sirve una vez.</source>
        <translation>Your office gives you two things: the address of headquarters and a code that works once.</translation>
    </message>
    <message>
        <source>Dirección de la sede</source>
        <translation>Address of headquarters</translation>
    </message>
    <message>
        <source>Puedes pegar aquí el mensaje entero de tu oficina.</source>
        <translation>You can paste the whole message from your office here.</translation>
    </message>
    <message>
        <source>Falta la dirección. Está en el mensaje de tu oficina.</source>
        <translation>The address is missing. It is in the message from your office.</translation>
    </message>
    <message>
        <source>Código</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Letras y números, como te los dictan. Vence en pocos minutos.</source>
        <translation>Letters and digits, as they are read to you. It expires in a few minutes.</translation>
    </message>
    <message>
        <source>Falta el código. Si venció, pide otro: no se pierde nada.</source>
        <translation>The code is missing. If it expired, ask for another: nothing is lost.</translation>
    </message>
    <message>
        <source>Continuar</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Hablando con la sede…</source>
        <translation>Talking to headquarters…</translation>
    </message>
    <message>
        <source>Cuatro palabras, o 12 letras o más.</source>
        <translation>Four words, or 12 letters or more.</translation>
    </message>
    <message>
        <source>Le faltan letras: {n} más, o usa cuatro palabras.</source>
        <translation>Too short: {n} more letters, or use four words.</translation>
    </message>
    <message>
        <source>Repite mucho lo mismo. Prueba con palabras distintas.</source>
        <translation>It repeats itself a lot. Try different words.</translation>
    </message>
    <message>
        <source>Sirve. Con cuatro palabras sería más fuerte.</source>
        <translation>It will do. Four words would be stronger.</translation>
    </message>
    <message>
        <source>Buena frase: difícil de adivinar.</source>
        <translation>A good phrase: hard to guess.</translation>
    </message>
    <message>
        <source>Esta es tu frase</source>
        <translation>This is your phrase</translation>
    </message>
    <message>
        <source>Léele estas palabras a tu oficina</source>
        <translation>Read these words to your office</translation>
    </message>
    <message>
        <source>Hola, {name}.</source>
        <translation>Hello, {name}.</translation>
    </message>
    <message>
        <source>Por teléfono o en persona. Allá ven las mismas seis, en el mismo orden.</source>
        <translation>By telephone or in person. They see the same six there, in the same order.</translation>
    </message>
    <message>
        <source>Si son las mismas, este equipo habla con tu sede y con nadie más.</source>
        <translation>If they are the same, this laptop speaks to your headquarters and to nobody else.</translation>
    </message>
    <message>
        <source>Son las mismas</source>
        <translation>They are the same</translation>
    </message>
    <message>
        <source>No son las mismas</source>
        <translation>They are not the same</translation>
    </message>
    <message>
        <source>Palabras para leer: {words}</source>
        <translation>Words to read out: {words}</translation>
    </message>
    <message>
        <source>Apréndela y no la pegues en el equipo. También puedes escribir una tuya.</source>
        <translation>Learn it; don&apos;t stick it on the laptop. You can also write one of your own.</translation>
    </message>
    <message>
        <source>Otras palabras</source>
        <translation>Other words</translation>
    </message>
    <message>
        <source>Escribe tu frase</source>
        <translation>Type your phrase</translation>
    </message>
    <message>
        <source>Escríbela otra vez</source>
        <translation>Type it again</translation>
    </message>
    <message>
        <source>Son iguales.</source>
        <translation>They match.</translation>
    </message>
    <message>
        <source>No son iguales. Revisa con Ver (Ctrl R).</source>
        <translation>They don&apos;t match. Check with Show (Ctrl R).</translation>
    </message>
    <message>
        <source>Usar esta frase</source>
        <translation>Use this phrase</translation>
    </message>
    <message>
        <source>Preparando tu archivo…</source>
        <translation>Preparing your file…</translation>
    </message>
    <message>
        <source>Palabras propuestas: {words}</source>
        <translation>Words offered: {words}</translation>
    </message>
    <message>
        <source>Listo para registrar</source>
        <translation>Ready to register</translation>
    </message>
    <message>
        <source>Desde ahora este equipo trabaja también sin señal.</source>
        <translation>From now on this laptop works without signal too.</translation>
    </message>
    <message>
        <source>Trayendo las ediciones y los puntos de la sede…</source>
        <translation>Fetching editions and points from headquarters…</translation>
    </message>
    <message>
        <source>Las ediciones y los puntos llegarán cuando haya señal.</source>
        <translation>Editions and points will come when there is signal.</translation>
    </message>
    <message>
        <source>Empezar</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Ediciones: {n}</source>
        <translation>Editions: {n}</translation>
    </message>
    <message>
        <source>Puntos de difusión: {n}</source>
        <translation>Outreach points: {n}</translation>
    </message>
    <message>
        <source>Distritos: {n}</source>
        <translation>Districts: {n}</translation>
    </message>
    <message>
        <source>Rubros: {n}</source>
        <translation>Lines of business: {n}</translation>
    </message>
    <message>
        <source>Primer uso de este equipo</source>
        <translation>First use of this laptop</translation>
    </message>
    <message>
        <source>Se hace una sola vez, con señal. Toma unos 3 minutos.</source>
        <translation>Done once, with signal. It takes about 3 minutes.</translation>
    </message>
    <message>
        <source>Las llaves nacen en este equipo</source>
        <translation>Keys are made on this laptop</translation>
    </message>
    <message>
        <source>Varias personas, cada una con su frase</source>
        <translation>Several people, each with a phrase</translation>
    </message>
    <message>
        <source>Lo que guardas aquí queda cifrado</source>
        <translation>What you save here is encrypted</translation>
    </message>
    <message>
        <source>Seis palabras</source>
        <translation>Six words</translation>
    </message>
    <message>
        <source>Tu frase</source>
        <translation>Your phrase</translation>
    </message>
    <message>
        <source>Listo</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>No sigas: puede haber alguien en medio. Díselo a tu oficina.</source>
        <translation>Go no further: somebody may stand in between. Tell your office.</translation>
    </message>
    <message>
        <source>Ella cierra este equipo y te da otro código. Aquí no se guardó nada.</source>
        <translation>They close this laptop and give you another code. Nothing was kept here.</translation>
    </message>
    <message>
        <source>Paso {at} de {whole}, {name}</source>
        <translation>Step {at} of {whole}, {name}</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Tu oficina cerró este equipo. Todo lo registrado llegó a la sede y aquí ya no queda nada.</source>
        <translation>Your office has closed this laptop. Everything registered has arrived at headquarters and nothing is left here.</translation>
    </message>
</context>
<context>
    <name>Erasures</name>
    <message>
        <source>Personas borradas</source>
        <translation>People who were erased</translation>
    </message>
    <message>
        <source>De ellas no queda nada aquí, tampoco el nombre: solo cuándo se pidió y en qué equipos ya no están.</source>
        <translation>Nothing of them is left here, not even the name: only when it was asked for and on which laptops they are gone.</translation>
    </message>
    <message>
        <source>Volver a la lista</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Preguntando a la sede…</source>
        <translation>Asking headquarters…</translation>
    </message>
    <message>
        <source>No se ha borrado a nadie.</source>
        <translation>Nobody has been erased.</translation>
    </message>
    <message>
        <source>Aquí ya no queda nada de ella</source>
        <translation>Nothing of her is left here</translation>
    </message>
    <message>
        <source>La sede y los demás equipos la borran cuando haya línea; la copia de la sede, con la siguiente.</source>
        <translation>Headquarters and the other laptops erase her when there is a line; headquarters&apos; backup, with its next one.</translation>
    </message>
    <message>
        <source>Pedido · {moment}</source>
        <translation>Asked for · {moment}</translation>
    </message>
    <message>
        <source>Pedido antes de que la sede lo anotara</source>
        <translation>Asked for before headquarters wrote it down</translation>
    </message>
    <message>
        <source>Borrada en los {n} equipos que la tenían a la vista</source>
        <translation>Erased on all {n} laptops that could see her</translation>
    </message>
    <message>
        <source>Borrada en el único equipo que la tenía a la vista</source>
        <translation>Erased on the only laptop that could see her</translation>
    </message>
    <message>
        <source>Borrada en la sede; ningún equipo la tenía a la vista</source>
        <translation>Erased at headquarters; no laptop could see her</translation>
    </message>
    <message>
        <source>Borrada en {n} de {m} equipos</source>
        <translation>Erased on {n} of {m} laptops</translation>
    </message>
    <message>
        <source>Falta el equipo de {name} · con la sede por última vez {moment}</source>
        <translation>Missing: {name}&apos;s laptop · last in touch with headquarters {moment}</translation>
    </message>
    <message>
        <source>Falta el equipo de {name} · la sede aún no lo ha oído</source>
        <translation>Missing: {name}&apos;s laptop · headquarters has not heard it yet</translation>
    </message>
    <message>
        <source>{n} equipos cerrados, que se borran solos</source>
        <translation>{n} closed laptops, which wipe themselves</translation>
    </message>
    <message>
        <source>1 equipo cerrado, que se borra solo</source>
        <translation>1 closed laptop, which wipes itself</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Punto de difusión</source>
        <translation>Outreach point</translation>
    </message>
    <message>
        <source>Edición</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Punto</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>Elige uno</source>
        <translation>Choose one</translation>
    </message>
    <message>
        <source>Elige una</source>
        <translation>Choose one</translation>
    </message>
    <message>
        <source>Volante de este punto…</source>
        <translation>Flyer of this point…</translation>
    </message>
    <message>
        <source>Llegan con la primera señal</source>
        <translation>They come with the first signal</translation>
    </message>
    <message>
        <source>Ayuda</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Bloquear</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Solo las de tu lista en este equipo</source>
        <translation>Only those on your list on this laptop</translation>
    </message>
    <message>
        <source>Tablero</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Lo que conoce este equipo</source>
        <translation>What this laptop knows</translation>
    </message>
    <message>
        <source>Envío</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Qué está aquí y qué ya llegó</source>
        <translation>What is here and what has arrived</translation>
    </message>
    <message>
        <source>Revisar</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Lo que pide que alguien decida</source>
        <translation>What asks for a decision</translation>
    </message>
    <message>
        <source>Derivaciones</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>Se abren solo aquí, con tu llave</source>
        <translation>They open only here, with your key</translation>
    </message>
    <message>
        <source>Aquí no se escanea</source>
        <translation>No scanning here</translation>
    </message>
    <message>
        <source>Nada cambió. Se escanea en Registrar, F2.</source>
        <translation>Nothing changed. Scan in Register, F2.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Ayuda: {screen}</source>
        <translation>Help: {screen}</translation>
    </message>
    <message>
        <source>Teclas de esta pantalla</source>
        <translation>Keys of this screen</translation>
    </message>
    <message>
        <source>En todas las pantallas</source>
        <translation>On every screen</translation>
    </message>
    <message>
        <source>Cerrar la ayuda</source>
        <translation>Close help</translation>
    </message>
    <message>
        <source>Todo lo que escribes se guarda solo. Nada se pierde al cerrar, bloquear o cambiar de pantalla.</source>
        <translation>Everything you type saves itself. Nothing is lost when you close, lock or change screens.</translation>
    </message>
    <message>
        <source>esta ayuda; otra vez la cierra</source>
        <translation>this help; again closes it</translation>
    </message>
    <message>
        <source>registrar · también Ctrl N</source>
        <translation>register · also Ctrl N</translation>
    </message>
    <message>
        <source>personas · también Ctrl F</source>
        <translation>people · also Ctrl F</translation>
    </message>
    <message>
        <source>envío · también Alt 4</source>
        <translation>sending · also Alt 4</translation>
    </message>
    <message>
        <source>tablero · también Alt 5</source>
        <translation>dashboard · also Alt 5</translation>
    </message>
    <message>
        <source>revisar · también Alt 6</source>
        <translation>review · also Alt 6</translation>
    </message>
    <message>
        <source>imprimir · también Ctrl P</source>
        <translation>print · also Ctrl P</translation>
    </message>
    <message>
        <source>ocultar la pantalla · también Ctrl H</source>
        <translation>hide the screen · also Ctrl H</translation>
    </message>
    <message>
        <source>pantalla completa</source>
        <translation>full screen</translation>
    </message>
    <message>
        <source>bloquear · también Ctrl L</source>
        <translation>lock · also Ctrl L</translation>
    </message>
    <message>
        <source>colores: claro, oscuro, sol</source>
        <translation>colours: light, dark, sun</translation>
    </message>
    <message>
        <source>español o inglés</source>
        <translation>Spanish or English</translation>
    </message>
    <message>
        <source>letra más grande; Ctrl − más chica</source>
        <translation>larger text; Ctrl − smaller</translation>
    </message>
    <message>
        <source>siguiente campo</source>
        <translation>next field</translation>
    </message>
    <message>
        <source>campo anterior</source>
        <translation>field before</translation>
    </message>
    <message>
        <source>ir a una tarjeta</source>
        <translation>go to a card</translation>
    </message>
    <message>
        <source>elegir la opción de ese número</source>
        <translation>pick the choice with that number</translation>
    </message>
    <message>
        <source>escanear un documento · también Ctrl E</source>
        <translation>scan a document · also Ctrl E</translation>
    </message>
    <message>
        <source>dejar lo que estaba antes de escanear</source>
        <translation>keep what stood before scanning</translation>
    </message>
    <message>
        <source>se parece a otra: es la misma, abrirla; Alt N es otra</source>
        <translation>like somebody: same person, open; Alt N someone else</translation>
    </message>
    <message>
        <source>guardar y siguiente persona</source>
        <translation>save and next person</translation>
    </message>
    <message>
        <source>completar después</source>
        <translation>finish later</translation>
    </message>
    <message>
        <source>no quiere registrarse; en Cierre, no preguntar</source>
        <translation>does not want to register; in Finish, do not ask</translation>
    </message>
    <message>
        <source>en Cierre: comprobante impreso, PDF o solo código</source>
        <translation>at Finish: slip printed, as PDF or only the code</translation>
    </message>
    <message>
        <source>cambiar el grupo propuesto</source>
        <translation>change the group proposed</translation>
    </message>
    <message>
        <source>mostrar el aviso a la persona</source>
        <translation>show the notice to the person</translation>
    </message>
    <message>
        <source>corregir el último guardado</source>
        <translation>correct the last one saved</translation>
    </message>
    <message>
        <source>comprobante del último guardado</source>
        <translation>slip of the last one saved</translation>
    </message>
    <message>
        <source>buscar</source>
        <translation>search</translation>
    </message>
    <message>
        <source>mover en la lista</source>
        <translation>move in the list</translation>
    </message>
    <message>
        <source>abrir a la persona</source>
        <translation>open the person</translation>
    </message>
    <message>
        <source>su ficha completa; Ctrl ↓ otra sección, Esc volver</source>
        <translation>the whole form; Ctrl ↓ another section, Esc back</translation>
    </message>
    <message>
        <source>sus derechos: retirar permisos; F8 le entrega sus datos</source>
        <translation>her rights: take permissions back; F8 gives her her data</translation>
    </message>
    <message>
        <source>su comprobante; otra vez lo imprime</source>
        <translation>her slip; again prints it</translation>
    </message>
    <message>
        <source>personas borradas: en qué equipos ya no están (coordinación)</source>
        <translation>people who were erased: on which laptops they are gone (coordinators)</translation>
    </message>
    <message>
        <source>una página arriba; Av Pág abajo</source>
        <translation>a page up; PgDn down</translation>
    </message>
    <message>
        <source>si nadie aparece, registrar ese nombre</source>
        <translation>if nobody appears, register that name</translation>
    </message>
    <message>
        <source>volver a la búsqueda; nada se borra</source>
        <translation>back to the search; nothing is erased</translation>
    </message>
    <message>
        <source>de quién y desde cuándo; Espacio elige</source>
        <translation>whose and since when; Space picks</translation>
    </message>
    <message>
        <source>tablas en vez de gráficos, y al revés</source>
        <translation>tables instead of charts, and back</translation>
    </message>
    <message>
        <source>imprimir esta página</source>
        <translation>print this page</translation>
    </message>
    <message>
        <source>pasar a los periodos y volver</source>
        <translation>to the periods and back</translation>
    </message>
    <message>
        <source>empezar, pausar o seguir</source>
        <translation>start, pause or go on</translation>
    </message>
    <message>
        <source>corregir a quien la sede guarda aparte</source>
        <translation>correct who headquarters holds apart</translation>
    </message>
    <message>
        <source>pasar a los filtros y volver</source>
        <translation>to the filters and back</translation>
    </message>
    <message>
        <source>elegir una respuesta; 3 las dos, 4 escribir otra</source>
        <translation>choose an answer; 3 both, 4 type another</translation>
    </message>
    <message>
        <source>usar la elegida y pasar a la siguiente</source>
        <translation>use the one chosen and go on to the next</translation>
    </message>
    <message>
        <source>misma persona: unir, son dos, después</source>
        <translation>same person: join, two people, later</translation>
    </message>
    <message>
        <source>deshacer lo último</source>
        <translation>undo the last one</translation>
    </message>
    <message>
        <source>dejarlo para después</source>
        <translation>leave it for later</translation>
    </message>
    <message>
        <source>mover en la lista; no abre nada</source>
        <translation>move in the list; opens nothing</translation>
    </message>
    <message>
        <source>abrir la derivación</source>
        <translation>open the referral</translation>
    </message>
    <message>
        <source>marcarla recibida</source>
        <translation>mark it received</translation>
    </message>
    <message>
        <source>la página de la persona</source>
        <translation>the person&apos;s page</translation>
    </message>
    <message>
        <source>cerrar lo que está abierto</source>
        <translation>close what is open</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Conectado. Nada espera en este equipo.</source>
        <translation>Connected. Nothing waits on this laptop.</translation>
    </message>
    <message>
        <source>Conectado. 1 registro está por enviar.</source>
        <translation>Connected. 1 record is to be sent.</translation>
    </message>
    <message>
        <source>Conectado. {n} registros están por enviar.</source>
        <translation>Connected. {n} records are to be sent.</translation>
    </message>
    <message>
        <source>Lo que registres sale solo, sin que hagas nada.</source>
        <translation>What you register goes out by itself.</translation>
    </message>
    <message>
        <source>Todo llegó: {n} con recibo.</source>
        <translation>All arrived: {n} with receipt.</translation>
    </message>
    <message>
        <source>Todo llegó: 1 con recibo.</source>
        <translation>All arrived: 1 with receipt.</translation>
    </message>
    <message>
        <source>Sin conexión desde las {t}. Sigue registrando.</source>
        <translation>Offline since {t}. Keep registering.</translation>
    </message>
    <message>
        <source>Sin conexión. Sigue registrando.</source>
        <translation>Offline. Keep registering.</translation>
    </message>
    <message>
        <source>Todo queda guardado y cifrado aquí. El envío empieza solo cuando haya señal.</source>
        <translation>Everything is saved and encrypted here. Sending starts by itself when there is signal.</translation>
    </message>
    <message>
        <source>Envío en pausa. Sigue registrando.</source>
        <translation>Sending is paused. Keep registering.</translation>
    </message>
    <message>
        <source>Todo queda guardado y cifrado aquí. Nada sale hasta que pulses Seguir.</source>
        <translation>Everything is saved and encrypted here. Nothing leaves until you press Go on.</translation>
    </message>
    <message>
        <source>La sede no responde bien. No es tu equipo.</source>
        <translation>HQ is not answering well. It is not your laptop.</translation>
    </message>
    <message>
        <source>Probamos de nuevo a las {t}. Lo tuyo sigue guardado aquí.</source>
        <translation>Next try at {t}. What is yours stays saved here.</translation>
    </message>
    <message>
        <source>Probamos de nuevo en un momento. Lo tuyo sigue guardado aquí.</source>
        <translation>Next try in a moment. What is yours stays saved here.</translation>
    </message>
    <message>
        <source>Revisa la hora de este equipo. Sigue registrando.</source>
        <translation>Check the time of this laptop. Keep registering.</translation>
    </message>
    <message>
        <source>No coincide con la de la sede. Ponla bien: los registros se envían igual.</source>
        <translation>It differs from headquarters&apos;. Set it right: records are sent all the same.</translation>
    </message>
    <message>
        <source>Ya se usaron los datos de hoy. Sigue registrando.</source>
        <translation>Today&apos;s data is used up. Keep registering.</translation>
    </message>
    <message>
        <source>Lo que falta sale solo con wifi o mañana. Si no puede esperar, pulsa F5.</source>
        <translation>The rest goes by itself with wifi or tomorrow. If it can&apos;t wait, press F5.</translation>
    </message>
    <message>
        <source>Enviando {i} de {n}</source>
        <translation>Sending {i} of {n}</translation>
    </message>
    <message>
        <source>Enviando y recibiendo…</source>
        <translation>Sending and receiving…</translation>
    </message>
    <message>
        <source>{a} KB enviados</source>
        <translation>{a} KB sent</translation>
    </message>
    <message>
        <source>{a} de {b} KB</source>
        <translation>{a} of {b} KB</translation>
    </message>
    <message>
        <source>{kb} · faltan unos {t} s</source>
        <translation>{kb} · about {t} s left</translation>
    </message>
    <message>
        <source>{kb} · faltan unos {t} min</source>
        <translation>{kb} · about {t} min left</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>hoy, {hour}</source>
        <translation>today, {hour}</translation>
    </message>
    <message>
        <source>ayer, {hour}</source>
        <translation>yesterday, {hour}</translation>
    </message>
    <message>
        <source>{day}, {hour}</source>
        <translation>{day}, {hour}</translation>
    </message>
    <message>
        <source>{day}</source>
        <translation>{day}</translation>
    </message>
    <message>
        <source>hoy</source>
        <translation>today</translation>
    </message>
    <message>
        <source>ayer</source>
        <translation>yesterday</translation>
    </message>
</context>
<context>
    <name>NewPhrase</name>
    <message>
        <source>Otra frase para tu archivo</source>
        <translation>Another phrase for your file</translation>
    </message>
    <message>
        <source>Tus registros no se tocan: solo cambia la llave.</source>
        <translation>Your records are not touched: only the key changes.</translation>
    </message>
    <message>
        <source>No se pierde ningún registro</source>
        <translation>No record is lost</translation>
    </message>
    <message>
        <source>Tu oficina ayuda por teléfono</source>
        <translation>Your office helps by telephone</translation>
    </message>
    <message>
        <source>Nadie más conoce tu frase</source>
        <translation>Nobody else knows your phrase</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Continuar</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Revisando…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Olvidé mi frase</source>
        <translation>I forgot my phrase</translation>
    </message>
    <message>
        <source>Llama a tu oficina y dicta este código. No se pierde ningún registro.</source>
        <translation>Call your office and read this code aloud. No record is lost.</translation>
    </message>
    <message>
        <source>Lo que te responde tu oficina</source>
        <translation>What your office answers</translation>
    </message>
    <message>
        <source>27 letras y números, de cuatro en cuatro, como te los dictan.</source>
        <translation>27 letters and digits, in fours, as they are read to you.</translation>
    </message>
    <message>
        <source>Cambiar mi frase</source>
        <translation>Change my phrase</translation>
    </message>
    <message>
        <source>Primero escribe la de ahora. Después eliges otra.</source>
        <translation>First type the present one. Then you choose another.</translation>
    </message>
    <message>
        <source>Tu frase de ahora</source>
        <translation>Your present phrase</translation>
    </message>
    <message>
        <source>Con Ver (Ctrl R) la lees cinco segundos.</source>
        <translation>With Show (Ctrl R) you can read it for five seconds.</translation>
    </message>
    <message>
        <source>Escríbelo aquí y pulsa Enter.</source>
        <translation>Type it here and press Enter.</translation>
    </message>
    <message>
        <source>Tu frase cambió</source>
        <translation>Your phrase has changed</translation>
    </message>
    <message>
        <source>La de antes ya no abre. Apréndela y no la pegues en el equipo.</source>
        <translation>The old one no longer opens. Learn the new one; don&apos;t stick it on the laptop.</translation>
    </message>
    <message>
        <source>Seguir</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Mientras no estabas hubo un intento fallido de abrir tu archivo: {when}.</source>
        <translation>While you were away somebody tried once to open your file and failed: {when}.</translation>
    </message>
    <message>
        <source>Mientras no estabas hubo {n} intentos fallidos de abrir tu archivo; el último: {when}.</source>
        <translation>While you were away there were {n} failed tries to open your file; the last: {when}.</translation>
    </message>
    <message>
        <source>Este equipo lleva {past} días sin hablar con la sede. En {n} días se cierra la lista de personas; registrar y enviar sigue igual. Conéctate antes.</source>
        <translation>This laptop has not spoken to headquarters for {past} days. In {n} days the list of people closes; registering and sending go on. Connect before then.</translation>
    </message>
    <message>
        <source>Mañana se cierra la lista de personas si este equipo no se conecta. Registrar y enviar sigue igual.</source>
        <translation>Tomorrow the list of people closes if this laptop does not connect. Registering and sending go on.</translation>
    </message>
    <message>
        <source>Hoy se cierra la lista de personas si este equipo no se conecta. Registrar y enviar sigue igual, y con señal se abre otra vez.</source>
        <translation>Today the list of people closes if this laptop does not connect. Registering and sending go on, and with a signal it opens again.</translation>
    </message>
    <message>
        <source>La lista de personas está cerrada: 30 días sin contacto. Nada se borró. Registra como siempre; con señal se abre sola.</source>
        <translation>The list of people is closed: 30 days without contact. Nothing was erased. Register as always; with a signal it opens by itself.</translation>
    </message>
    <message>
        <source>Entendido</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Edición {name}</source>
        <translation>Edition {name}</translation>
    </message>
    <message>
        <source>Haz crecer</source>
        <translation>Grow</translation>
    </message>
    <message>
        <source>tu negocio.</source>
        <translation>your business.</translation>
    </message>
    <message>
        <source>Gratis.</source>
        <translation>Free.</translation>
    </message>
    <message>
        <source>{n} semanas por internet, con mentoras y mentores.</source>
        <translation>{n} weeks online, with mentors.</translation>
    </message>
    <message>
        <source>Por internet, con mentoras y mentores.</source>
        <translation>Online, with mentors.</translation>
    </message>
    <message>
        <source>Para quien vende algo</source>
        <translation>For anyone who sells something</translation>
    </message>
    <message>
        <source>En puesto, en la calle, en casa o por internet.</source>
        <translation>At a stall, on the street, at home or online.</translation>
    </message>
    <message>
        <source>Para peruanas, peruanos, migrantes y refugiados</source>
        <translation>For Peruvians, migrants and refugees</translation>
    </message>
    <message>
        <source>Con cualquier documento, o sin documento.</source>
        <translation>With any document, or none.</translation>
    </message>
    <message>
        <source>Tus datos están protegidos</source>
        <translation>Your data are protected</translation>
    </message>
    <message>
        <source>No van a la policía, a Migraciones ni a la SUNAT.</source>
        <translation>They do not go to the police, Migraciones or SUNAT.</translation>
    </message>
    <message>
        <source>Escanea o escribe</source>
        <translation>Scan, or write</translation>
    </message>
    <message>
        <source>«{code}» al WhatsApp</source>
        <translation>&quot;{code}&quot; on WhatsApp to</translation>
    </message>
    <message>
        <source>Muestra este código</source>
        <translation>Show this code</translation>
    </message>
    <message>
        <source>donde te registres</source>
        <translation>where you register</translation>
    </message>
    <message>
        <source>volante</source>
        <translation>flyer</translation>
    </message>
    <message>
        <source>Comprobante de registro · gratis</source>
        <translation>Registration slip · free</translation>
    </message>
    <message>
        <source>Tu código</source>
        <translation>Your code</translation>
    </message>
    <message>
        <source>{name}, ya estás en la lista.</source>
        <translation>{name}, you are on the list.</translation>
    </message>
    <message>
        <source>Ya estás en la lista.</source>
        <translation>You are on the list.</translation>
    </message>
    <message>
        <source>Te escribimos por WhatsApp antes del {day}.</source>
        <translation>We will write to you on WhatsApp before {day}.</translation>
    </message>
    <message>
        <source>Te escribimos por WhatsApp en los próximos días.</source>
        <translation>We will write to you on WhatsApp in the next few days.</translation>
    </message>
    <message>
        <source>No te escribiremos, como pediste: llámanos tú, o vuelve al punto.</source>
        <translation>We will not write to you, as you asked: call us, or come back here.</translation>
    </message>
    <message>
        <source>Las clases duran {n} semanas y no cuestan nada.</source>
        <translation>The classes last {n} weeks and cost nothing.</translation>
    </message>
    <message>
        <source>Las clases son por internet y no cuestan nada.</source>
        <translation>The classes are online and cost nothing.</translation>
    </message>
    <message>
        <source>Guarda este papel: con el código puedes ver, corregir o borrar tus datos.</source>
        <translation>Keep this paper: with the code you can see, correct or delete your data.</translation>
    </message>
    <message>
        <source>El QR solo lleva tu código.</source>
        <translation>The QR holds your code only.</translation>
    </message>
    <message>
        <source>No lleva tus datos.</source>
        <translation>It does not hold your data.</translation>
    </message>
    <message>
        <source>Aceptaste (aviso {version})</source>
        <translation>You agreed (notice {version})</translation>
    </message>
    <message>
        <source>{purpose}: {answer}</source>
        <translation>{purpose}: {answer}</translation>
    </message>
    <message>
        <source>sí</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>¿Dudas o quieres retirarte?</source>
        <translation>Questions, or want to leave?</translation>
    </message>
    <message>
        <source>Llama o escribe al {number}.</source>
        <translation>Call or write to {number}.</translation>
    </message>
    <message>
        <source>Vuelve al punto o llama a tu oficina.</source>
        <translation>Come back to the point or call your office.</translation>
    </message>
    <message>
        <source>Nadie puede cobrarte por esto.</source>
        <translation>Nobody may charge you for this.</translation>
    </message>
    <message>
        <source>Con este código puedes ver, corregir o borrar tus datos.</source>
        <translation>With this code you can see, correct or delete your data.</translation>
    </message>
    <message>
        <source>Enviado a la impresora</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>{printer} · {title}</source>
        <translation>{printer} · {title}</translation>
    </message>
    <message>
        <source>Guardado como PDF en {folder}</source>
        <translation>Saved as PDF in {folder}</translation>
    </message>
    <message>
        <source>{file} · se borra solo en {n} horas</source>
        <translation>{file} · goes by itself in {n} hours</translation>
    </message>
    <message>
        <source>PDF y JSON guardados en {folder}</source>
        <translation>PDF and JSON saved in {folder}</translation>
    </message>
    <message>
        <source>Cópialos ahora a su USB: aquí se borran solos en {n} horas</source>
        <translation>Copy them to her USB now: here they delete themselves in {n} hours</translation>
    </message>
    <message>
        <source>No se pudo imprimir</source>
        <translation>It could not be printed</translation>
    </message>
    <message>
        <source>Anota el código para la persona: {code}</source>
        <translation>Write down the code for the person: {code}</translation>
    </message>
    <message>
        <source>Revisa la impresora o el espacio del equipo, y prueba otra vez.</source>
        <translation>Check the printer or the laptop&apos;s space, and try again.</translation>
    </message>
    <message>
        <source>Papel</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{width} × {height} mm</source>
        <translation>{width} × {height} mm</translation>
    </message>
    <message>
        <source>Así sale: {title}, {size}</source>
        <translation>As it comes out: {title}, {size}</translation>
    </message>
    <message>
        <source>Imprimiendo…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Comprobante</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>Lleva su código, qué sigue y lo que aceptó. Ni documento, ni dirección, ni apellidos.</source>
        <translation>It holds her code, what comes next and what she agreed to. No document, address or surnames.</translation>
    </message>
    <message>
        <source>Dos en A5</source>
        <translation>Two on A5</translation>
    </message>
    <message>
        <source>Rollo 80 mm</source>
        <translation>80 mm roll</translation>
    </message>
    <message>
        <source>Rollo 58 mm</source>
        <translation>58 mm roll</translation>
    </message>
    <message>
        <source>Volante</source>
        <translation>Flyer</translation>
    </message>
    <message>
        <source>Para pegar y repartir en este punto. El código dice de dónde vino cada persona.</source>
        <translation>To post and hand out at this point. The code tells where each person came from.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>DNI</source>
        <translation>DNI</translation>
    </message>
    <message>
        <source>CE</source>
        <translation>CE</translation>
    </message>
    <message>
        <source>PTP</source>
        <translation>PTP</translation>
    </message>
    <message>
        <source>CPP</source>
        <translation>CPP</translation>
    </message>
    <message>
        <source>Pasaporte</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>Cédula VE</source>
        <translation>VE cédula</translation>
    </message>
    <message>
        <source>Solic. refugio</source>
        <translation>Asylum seeker</translation>
    </message>
    <message>
        <source>ACNUR</source>
        <translation>UNHCR</translation>
    </message>
    <message>
        <source>Sin documento</source>
        <translation>No document</translation>
    </message>
    <message>
        <source>Volante</source>
        <translation>Flyer</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Televisión</source>
        <translation>Television</translation>
    </message>
    <message>
        <source>Redes</source>
        <translation>Social media</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Aliado</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Amistad</source>
        <translation>Friend</translation>
    </message>
    <message>
        <source>Otro</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>{version} · {n} de {m}</source>
        <translation>{version} · {n} of {m}</translation>
    </message>
    <message>
        <source>en pantalla; está en este equipo</source>
        <translation>on screen; it is on this laptop</translation>
    </message>
    <message>
        <source>en pantalla; va a la sede</source>
        <translation>on screen; it goes to headquarters</translation>
    </message>
    <message>
        <source>sellada, aún en este equipo</source>
        <translation>sealed, still on this laptop</translation>
    </message>
    <message>
        <source>sellada y enviada</source>
        <translation>sealed and sent</translation>
    </message>
    <message>
        <source>recibida · {moment}</source>
        <translation>received · {moment}</translation>
    </message>
    <message>
        <source>{kind} {detail}</source>
        <translation>{kind} {detail}</translation>
    </message>
    <message>
        <source>Ver</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Ocultar</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Se ve 10 segundos.</source>
        <translation>Shown for 10 seconds.</translation>
    </message>
    <message>
        <source>{kind} {number}</source>
        <translation>{kind} {number}</translation>
    </message>
    <message>
        <source>Documento</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Celular</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>Vive en</source>
        <translation>Lives in</translation>
    </message>
    <message>
        <source>Canal</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Consentimiento</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Firma</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Derivación</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>Camino del registro</source>
        <translation>The record&apos;s way</translation>
    </message>
    <message>
        <source>Historia</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Ficha completa</source>
        <translation>Whole form</translation>
    </message>
    <message>
        <source>{n} de {m}</source>
        <translation>{n} of {m}</translation>
    </message>
    <message>
        <source>Suma a la cuota</source>
        <translation>Counts for quota</translation>
    </message>
    <message>
        <source>Elige a una persona de la lista para ver dónde está su registro.</source>
        <translation>Choose a person from the list to see where her record is.</translation>
    </message>
    <message>
        <source>Falta corregir</source>
        <translation>Needs correcting</translation>
    </message>
    <message>
        <source>Hay dos respuestas para: {field}</source>
        <translation>Two answers were given for: {field}</translation>
    </message>
    <message>
        <source>Hay dos respuestas para: {field} y {n} más</source>
        <translation>Two answers were given for: {field}, and {n} more</translation>
    </message>
    <message>
        <source>Revisar</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Ficha</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Derechos</source>
        <translation>Rights</translation>
    </message>
    <message>
        <source>Comprobante</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Distrito</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Negocio</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>Dónde está su registro</source>
        <translation>Where the record is</translation>
    </message>
    <message>
        <source>Todas {n}</source>
        <translation>All {n}</translation>
    </message>
    <message>
        <source>Por enviar {n}</source>
        <translation>To send {n}</translation>
    </message>
    <message>
        <source>Faltan datos {n}</source>
        <translation>Incomplete {n}</translation>
    </message>
    <message>
        <source>Suman a la cuota {n}</source>
        <translation>Count for quota {n}</translation>
    </message>
    <message>
        <source>Aún no hay registros. F2 para el primero.</source>
        <translation>No records yet. F2 for the first one.</translation>
    </message>
    <message>
        <source>Nadie bajo este filtro.</source>
        <translation>Nobody under this filter.</translation>
    </message>
    <message>
        <source>Nadie con «{q}». ¿Registrar?</source>
        <translation>Nobody with &quot;{q}&quot;. Register?</translation>
    </message>
    <message>
        <source>Leyendo…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>{n} de {m} · por apellido</source>
        <translation>{n} of {m} · by surname</translation>
    </message>
    <message>
        <source>registrar</source>
        <translation>register</translation>
    </message>
    <message>
        <source>mover</source>
        <translation>move</translation>
    </message>
    <message>
        <source>abrir</source>
        <translation>open</translation>
    </message>
    <message>
        <source>ficha</source>
        <translation>form</translation>
    </message>
    <message>
        <source>buscar</source>
        <translation>search</translation>
    </message>
    <message>
        <source>borradas</source>
        <translation>erased</translation>
    </message>
    <message>
        <source>Lista de personas</source>
        <translation>List of people</translation>
    </message>
    <message>
        <source>Nombre, celular, código o documento</source>
        <translation>Name, mobile, code or document</translation>
    </message>
    <message>
        <source>Guardado en este equipo</source>
        <translation>Saved on this laptop</translation>
    </message>
    <message>
        <source>Copia comprobada</source>
        <translation>Copy checked</translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>directo a la sede</source>
        <translation>straight to HQ</translation>
    </message>
    <message>
        <source>Sede</source>
        <translation>Headquarters</translation>
    </message>
    <message>
        <source>Sede y su respaldo</source>
        <translation>Headquarters and its backup</translation>
    </message>
    <message>
        <source>Recibo {number}</source>
        <translation>Receipt {number}</translation>
    </message>
    <message>
        <source>al tener señal</source>
        <translation>when there is signal</translation>
    </message>
    <message>
        <source>La sede la apartó: falta corregir</source>
        <translation>Set apart by HQ: needs correcting</translation>
    </message>
    <message>
        <source>Registrada por {name}</source>
        <translation>Registered by {name}</translation>
    </message>
    <message>
        <source>Cambio de {name}</source>
        <translation>Changed by {name}</translation>
    </message>
    <message>
        <source>Retiró un permiso</source>
        <translation>Withdrew a permission</translation>
    </message>
    <message>
        <source>{point} · edición {edition}</source>
        <translation>{point} · edition {edition}</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Pantalla privada</source>
        <translation>Private screen</translation>
    </message>
    <message>
        <source>Tu registro sigue abierto y guardado.</source>
        <translation>Your record is still open and saved.</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>En 2 min pedirá tu frase.</source>
        <translation>In 2 min it will ask for your phrase.</translation>
    </message>
</context>
<context>
    <name>ProtectionKey</name>
    <message>
        <source>La llave de protección</source>
        <translation>The protection key</translation>
    </message>
    <message>
        <source>Solo quien la tiene abre lo que se contó en confianza.</source>
        <translation>Only who has it opens what was told in confidence.</translation>
    </message>
    <message>
        <source>Queda cerrada dentro de tu archivo</source>
        <translation>It stays closed inside your file</translation>
    </message>
    <message>
        <source>Nadie más en este equipo la usa</source>
        <translation>Nobody else on this laptop uses it</translation>
    </message>
    <message>
        <source>No viaja ni entra en ninguna copia</source>
        <translation>It neither travels nor goes into any copy</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Traer la llave de protección</source>
        <translation>Bring the protection key</translation>
    </message>
    <message>
        <source>Es el archivo que la sede te entregó en mano. Ponlo en este equipo o en una USB.</source>
        <translation>It is the file headquarters handed to you. Put it on this laptop or on a USB.</translation>
    </message>
    <message>
        <source>Archivo de la llave</source>
        <translation>The key&apos;s file</translation>
    </message>
    <message>
        <source>Su nombre termina en .private.pem</source>
        <translation>Its name ends in .private.pem</translation>
    </message>
    <message>
        <source>Falta decir dónde está el archivo.</source>
        <translation>Say where the file is.</translation>
    </message>
    <message>
        <source>Buscar…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Frase de la llave</source>
        <translation>The key&apos;s phrase</translation>
    </message>
    <message>
        <source>Si la llave no tiene frase, déjalo vacío.</source>
        <translation>If the key has no phrase, leave it empty.</translation>
    </message>
    <message>
        <source>Traer la llave</source>
        <translation>Bring the key</translation>
    </message>
    <message>
        <source>Abriendo la llave…</source>
        <translation>Opening the key…</translation>
    </message>
    <message>
        <source>La llave ya está en tu archivo</source>
        <translation>The key is in your file now</translation>
    </message>
    <message>
        <source>Se abre con tu frase y se cierra con el equipo. Guarda el archivo bajo llave.</source>
        <translation>It opens with your phrase and closes with the laptop. Lock the file away.</translation>
    </message>
    <message>
        <source>Ver derivaciones</source>
        <translation>See referrals</translation>
    </message>
    <message>
        <source>En este equipo ya hay una llave</source>
        <translation>There is a key on this laptop already</translation>
    </message>
    <message>
        <source>Puedes traer otra, o quitarla de aquí.</source>
        <translation>You can bring another, or remove it from here.</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>¿Quitarla de este equipo?</source>
        <translation>Remove it from this laptop?</translation>
    </message>
    <message>
        <source>Lo sellado sigue sellado. Para volver a leerlo hará falta el archivo.</source>
        <translation>What is sealed stays sealed. To read it again the file will be needed.</translation>
    </message>
    <message>
        <source>Sí, quitar</source>
        <translation>Yes, remove</translation>
    </message>
</context>
<context>
    <name>Referrals</name>
    <message>
        <source>Elige a una persona de la lista y pulsa Enter. Se abre solo aquí, con tu llave.</source>
        <translation>Choose a person from the list and press Enter. It opens only here, with your key.</translation>
    </message>
    <message>
        <source>Se registró en</source>
        <translation>Registered at</translation>
    </message>
    <message>
        <source>Registró</source>
        <translation>Registered by</translation>
    </message>
    <message>
        <source>Se selló</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Necesita apoyo ahora</source>
        <translation>Needs support now</translation>
    </message>
    <message>
        <source>No quiso decir</source>
        <translation>Preferred not to say</translation>
    </message>
    <message>
        <source>Nota de quien preguntó</source>
        <translation>Note of whoever asked</translation>
    </message>
    <message>
        <source>No dejó ninguna nota.</source>
        <translation>There is no note.</translation>
    </message>
    <message>
        <source>Acepta que llames</source>
        <translation>Agrees that you call</translation>
    </message>
    <message>
        <source>No acepta que llames</source>
        <translation>Does not agree that you call</translation>
    </message>
    <message>
        <source>Respeta su decisión. Marca la derivación como recibida.</source>
        <translation>Respect the decision. Mark the referral as received.</translation>
    </message>
    <message>
        <source>No se preguntó si acepta</source>
        <translation>Whether you may call was not asked</translation>
    </message>
    <message>
        <source>Habla primero con quien registró.</source>
        <translation>Speak first with whoever registered.</translation>
    </message>
    <message>
        <source>Recibida</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Quien registró verá que la recibiste, nada de lo que dice.</source>
        <translation>Whoever registered will see that you received it, nothing of what it says.</translation>
    </message>
    <message>
        <source>Su teléfono está en su página. Queda anotado quién la abre.</source>
        <translation>The telephone is on the person&apos;s page. Who opens it is recorded.</translation>
    </message>
    <message>
        <source>Recibida · {moment}</source>
        <translation>Received · {moment}</translation>
    </message>
    <message>
        <source>Su página</source>
        <translation>Their page</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Dónde</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Sellada</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>por recibir</source>
        <translation>to receive</translation>
    </message>
    <message>
        <source>recibida · {moment}</source>
        <translation>received · {moment}</translation>
    </message>
    <message>
        <source>Derivaciones, primero las que esperan</source>
        <translation>Referrals, those that wait first</translation>
    </message>
    <message>
        <source>Ninguna por recibir</source>
        <translation>None to receive</translation>
    </message>
    <message>
        <source>1 por recibir</source>
        <translation>1 to receive</translation>
    </message>
    <message>
        <source>{n} por recibir</source>
        <translation>{n} to receive</translation>
    </message>
    <message>
        <source>1 se selló con otra llave y no se abre aquí.</source>
        <translation>1 was sealed with another key and does not open here.</translation>
    </message>
    <message>
        <source>{n} se sellaron con otra llave y no se abren aquí.</source>
        <translation>{n} were sealed with another key and do not open here.</translation>
    </message>
    <message>
        <source>Leyendo…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Nada por recibir. Lo que una promotora selle y envíe aparecerá aquí.</source>
        <translation>Nothing to receive. What a promoter seals and sends will appear here.</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>Puedes marcar varias. Enter para seguir.</source>
        <translation>You can mark several. Enter to go on.</translation>
    </message>
    <message>
        <source>Viene de este punto. Cámbialo si trae otro.</source>
        <translation>From this point. Change it if theirs differs.</translation>
    </message>
    <message>
        <source>contándola a ella</source>
        <translation>counting her</translation>
    </message>
    <message>
        <source>contándolo a él</source>
        <translation>counting him</translation>
    </message>
    <message>
        <source>con esta persona</source>
        <translation>with this person</translation>
    </message>
    <message>
        <source>Qué vende o hace</source>
        <translation>What they sell or do</translation>
    </message>
    <message>
        <source>Rubro</source>
        <translation>Line of business</translation>
    </message>
    <message>
        <source>Nombre del negocio</source>
        <translation>Business name</translation>
    </message>
    <message>
        <source>¿Cómo va el negocio?</source>
        <translation>How is the business going?</translation>
    </message>
    <message>
        <source>Desde el año</source>
        <translation>Since year</translation>
    </message>
    <message>
        <source>Trabajan</source>
        <translation>People working</translation>
    </message>
    <message>
        <source>¿Dónde vende?</source>
        <translation>Where do they sell?</translation>
    </message>
    <message>
        <source>¿Tiene RUC?</source>
        <translation>Has RUC?</translation>
    </message>
    <message>
        <source>Número de RUC</source>
        <translation>RUC number</translation>
    </message>
    <message>
        <source>Régimen</source>
        <translation>Tax regime</translation>
    </message>
    <message>
        <source>¿Cómo se enteró del programa?</source>
        <translation>How did they hear of the programme?</translation>
    </message>
    <message>
        <source>Antes de guardar</source>
        <translation>Before saving</translation>
    </message>
    <message>
        <source>Poner</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>Poner: {name}</source>
        <translation>Fill in: {name}</translation>
    </message>
    <message>
        <source>Lee esto en voz alta</source>
        <translation>Read this aloud</translation>
    </message>
    <message>
        <source>¿Está de acuerdo?</source>
        <translation>Do they agree?</translation>
    </message>
    <message>
        <source>¿Cómo lo dijo?</source>
        <translation>How did they say it?</translation>
    </message>
    <message>
        <source>Su firma</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Aviso {version} · desde {day}</source>
        <translation>Notice {version} · since {day}</translation>
    </message>
    <message>
        <source>{n} s en voz alta</source>
        <translation>{n} s aloud</translation>
    </message>
    <message>
        <source>Mostrar a la persona</source>
        <translation>Show to the person</translation>
    </message>
    <message>
        <source>No quiere registrarse</source>
        <translation>Does not want to register</translation>
    </message>
    <message>
        <source>Solo suma 1 a la cuenta anónima.</source>
        <translation>Only adds 1 to the anonymous count.</translation>
    </message>
    <message>
        <source>Volver al registro</source>
        <translation>Back to the form</translation>
    </message>
    <message>
        <source>Aviso {version}</source>
        <translation>Notice {version}</translation>
    </message>
    <message>
        <source>Idioma del aviso</source>
        <translation>Language of the notice</translation>
    </message>
    <message>
        <source>Pasaporte</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>Cédula VE</source>
        <translation>VE cédula</translation>
    </message>
    <message>
        <source>Solic. refugio</source>
        <translation>Asylum seeker</translation>
    </message>
    <message>
        <source>Sin doc.</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Carné de extranjería</source>
        <translation>Foreigner&apos;s card (CE)</translation>
    </message>
    <message>
        <source>Permiso temporal (PTP)</source>
        <translation>Temporary permit (PTP)</translation>
    </message>
    <message>
        <source>Carné de permiso (CPP)</source>
        <translation>Permit card (CPP)</translation>
    </message>
    <message>
        <source>Cédula venezolana</source>
        <translation>Venezuelan cédula</translation>
    </message>
    <message>
        <source>Carné de solicitante de refugio</source>
        <translation>Asylum-seeker card</translation>
    </message>
    <message>
        <source>Carné del ACNUR</source>
        <translation>UNHCR card</translation>
    </message>
    <message>
        <source>Peruana</source>
        <translation>Peruvian</translation>
    </message>
    <message>
        <source>Venezolana</source>
        <translation>Venezuelan</translation>
    </message>
    <message>
        <source>Otra</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Mujer</source>
        <translation>Woman</translation>
    </message>
    <message>
        <source>Hombre</source>
        <translation>Man</translation>
    </message>
    <message>
        <source>Otro</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Prefiere no decir</source>
        <translation>Prefers not to say</translation>
    </message>
    <message>
        <source>Propio</source>
        <translation>Their own</translation>
    </message>
    <message>
        <source>De familia</source>
        <translation>A relative&apos;s</translation>
    </message>
    <message>
        <source>De otra persona</source>
        <translation>Someone else&apos;s</translation>
    </message>
    <message>
        <source>Es una idea</source>
        <translation>An idea</translation>
    </message>
    <message>
        <source>Vende</source>
        <translation>Selling</translation>
    </message>
    <message>
        <source>En pausa</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Cerró</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Puesto</source>
        <translation>Stall</translation>
    </message>
    <message>
        <source>En la calle</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>En casa</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Por internet</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Local propio</source>
        <translation>Own shop</translation>
    </message>
    <message>
        <source>Sí</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>S</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>En trámite</source>
        <translation>In process</translation>
    </message>
    <message>
        <source>Nuevo RUS</source>
        <translation>Nuevo RUS</translation>
    </message>
    <message>
        <source>No sabe</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>Volante</source>
        <translation>Flyer</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>TV</source>
        <translation>TV</translation>
    </message>
    <message>
        <source>Redes</source>
        <translation>Social media</translation>
    </message>
    <message>
        <source>Aliado</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Amistad</source>
        <translation>Friend</translation>
    </message>
    <message>
        <source>Código del volante</source>
        <translation>Flyer code</translation>
    </message>
    <message>
        <source>¿Qué radio?</source>
        <translation>Which radio?</translation>
    </message>
    <message>
        <source>¿Qué canal de TV?</source>
        <translation>Which TV channel?</translation>
    </message>
    <message>
        <source>¿Qué red?</source>
        <translation>Which network?</translation>
    </message>
    <message>
        <source>¿Qué grupo, o de quién?</source>
        <translation>Which group, or whose?</translation>
    </message>
    <message>
        <source>¿Qué aliado?</source>
        <translation>Which partner?</translation>
    </message>
    <message>
        <source>¿Quién le contó?</source>
        <translation>Who told them?</translation>
    </message>
    <message>
        <source>¿Cómo?</source>
        <translation>How?</translation>
    </message>
    <message>
        <source>De palabra, con testigo</source>
        <translation>Spoken, with a witness</translation>
    </message>
    <message>
        <source>Firma</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>No dice</source>
        <translation>Won&apos;t say</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>Número</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Para ubicarla si cambia de número</source>
        <translation>To reach her if the number changes</translation>
    </message>
    <message>
        <source>Para ubicarlo si cambia de número</source>
        <translation>To reach him if the number changes</translation>
    </message>
    <message>
        <source>Para ubicar a esta persona si cambia de número</source>
        <translation>To reach this person if the number changes</translation>
    </message>
    <message>
        <source>Escanear</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Ya lo tiene {name}. Puede ser familiar.</source>
        <translation>{name} has it already. May be a relative.</translation>
    </message>
    <message>
        <source>¿Cuál?</source>
        <translation>Which?</translation>
    </message>
    <message>
        <source>Documento</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Nacionalidad</source>
        <translation>Nationality</translation>
    </message>
    <message>
        <source>País</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Apellido paterno</source>
        <translation>First surname</translation>
    </message>
    <message>
        <source>Apellido materno</source>
        <translation>Second surname</translation>
    </message>
    <message>
        <source>Nombres</source>
        <translation>Given names</translation>
    </message>
    <message>
        <source>Fecha de nacimiento</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Género</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>Tres letras</source>
        <translation>Three letters</translation>
    </message>
    <message>
        <source>Distrito donde vive</source>
        <translation>District of residence</translation>
    </message>
    <message>
        <source>Nombre y teléfono de alguien</source>
        <translation>Name and phone of someone</translation>
    </message>
    <message>
        <source>Celular</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>¿Tiene WhatsApp?</source>
        <translation>Has WhatsApp?</translation>
    </message>
    <message>
        <source>El celular es</source>
        <translation>The mobile is</translation>
    </message>
    <message>
        <source>Contacto alterno</source>
        <translation>Other contact</translation>
    </message>
    <message>
        <source>este punto</source>
        <translation>this point</translation>
    </message>
    <message>
        <source>otro país</source>
        <translation>other country</translation>
    </message>
    <message>
        <source>El DNI solo lleva números.</source>
        <translation>A DNI has digits only.</translation>
    </message>
    <message>
        <source>Un RUC tiene 11 números y empieza con 10, 15, 16, 17 o 20.</source>
        <translation>A RUC has 11 digits and starts with 10, 15, 16, 17 or 20.</translation>
    </message>
    <message>
        <source>Ese RUC no cuadra. Revisa los últimos números.</source>
        <translation>That RUC does not add up. Check the last digits.</translation>
    </message>
    <message>
        <source>Poco común para este documento. Si está así en el papel, sigue.</source>
        <translation>Unusual for this document. If the paper says so, go on.</translation>
    </message>
    <message>
        <source>Poco común para un celular. Si es así, sigue.</source>
        <translation>Unusual for a mobile. If it is so, go on.</translation>
    </message>
    <message>
        <source>Esa fecha aún no llega.</source>
        <translation>That date is in the future.</translation>
    </message>
    <message>
        <source>Tendría {years} años. ¿Está bien?</source>
        <translation>That would be {years} years old. Right?</translation>
    </message>
    <message>
        <source>Escribe día, mes y año, o solo la edad.</source>
        <translation>Type day, month and year, or the age alone.</translation>
    </message>
    <message>
        <source>¿Ese año está bien?</source>
        <translation>Is that year right?</translation>
    </message>
    <message>
        <source>Ningún distrito se llama así. Prueba con 3 letras, o «otro país».</source>
        <translation>No district by that name. Try 3 letters, or &quot;other country&quot;.</translation>
    </message>
    <message>
        <source>¿Ese número está bien?</source>
        <translation>Is that number right?</translation>
    </message>
    <message>
        <source>Es muy largo. Deja lo más importante.</source>
        <translation>It is very long. Keep what matters most.</translation>
    </message>
    <message>
        <source>Falta que diga si está de acuerdo, y cómo lo dijo.</source>
        <translation>Still to say: whether they agree, and how they said it.</translation>
    </message>
    <message>
        <source>Para guardar hace falta un nombre o un apellido.</source>
        <translation>To save, a name or a surname is needed.</translation>
    </message>
    <message>
        <source>Para guardar: un documento, un celular o «Sin doc.».</source>
        <translation>To save: a document, a mobile or &quot;None&quot;.</translation>
    </message>
    <message>
        <source>Falta {missing} número: el DNI tiene 8 y escribiste {typed}.</source>
        <translation>{missing} digit missing: a DNI has 8 and you typed {typed}.</translation>
    </message>
    <message>
        <source>Faltan {missing} números: el DNI tiene 8 y escribiste {typed}.</source>
        <translation>{missing} digits missing: a DNI has 8 and you typed {typed}.</translation>
    </message>
    <message>
        <source>El DNI tiene 8 números y escribiste {typed}.</source>
        <translation>A DNI has 8 digits and you typed {typed}.</translation>
    </message>
    <message>
        <source>Ningún rubro se llama así. Prueba con 3 letras, o «otro».</source>
        <translation>No line of business by that name. Try 3 letters, or &quot;another&quot;.</translation>
    </message>
    <message>
        <source>Ningún país se llama así. Prueba con 3 letras.</source>
        <translation>No country by that name. Try 3 letters.</translation>
    </message>
    <message>
        <source>Esas líneas del documento no cuadran. Léelas otra vez.</source>
        <translation>Those lines of the document do not add up. Read them again.</translation>
    </message>
    <message>
        <source>{n} números. Válido.</source>
        <translation>{n} digits. Valid.</translation>
    </message>
    <message>
        <source>8 números. Válido. En la tarjeta sigue {digit} o {letter}.</source>
        <translation>8 digits. Valid. On the card {digit} or {letter} follows.</translation>
    </message>
    <message>
        <source>Se le da un código interno.</source>
        <translation>An internal code is given.</translation>
    </message>
    <message>
        <source>{n} años</source>
        <translation>{n} years old</translation>
    </message>
    <message>
        <source>Comunidad de acogida.</source>
        <translation>Host community.</translation>
    </message>
    <message>
        <source>Suma a la cuota.</source>
        <translation>Counts for the quota.</translation>
    </message>
    <message>
        <source>Refugio reconocido. Suma a la cuota.</source>
        <translation>Recognised refugee. Counts for the quota.</translation>
    </message>
    <message>
        <source>Solicitante de refugio. Suma a la cuota.</source>
        <translation>Asylum seeker. Counts for the quota.</translation>
    </message>
    <message>
        <source>Volvió a su país.</source>
        <translation>Came back to their country.</translation>
    </message>
    <message>
        <source>Propuesto desde el DNI. Enter lo acepta.</source>
        <translation>Proposed from DNI. Enter accepts.</translation>
    </message>
    <message>
        <source>Propuesto desde el DNI</source>
        <translation>Proposed from the DNI</translation>
    </message>
    <message>
        <source>11 números. Válido.</source>
        <translation>11 digits. Valid.</translation>
    </message>
    <message>
        <source>Falta. Puedes guardar igual.</source>
        <translation>Missing. You can save anyway.</translation>
    </message>
    <message>
        <source>Falta para poder guardar.</source>
        <translation>Needed before saving.</translation>
    </message>
    <message>
        <source>Míralo otra vez.</source>
        <translation>Look at it again.</translation>
    </message>
    <message>
        <source>{trade} · desde {year}</source>
        <translation>{trade} · since {year}</translation>
    </message>
    <message>
        <source>Falta el número</source>
        <translation>Number missing</translation>
    </message>
    <message>
        <source>{document} {number}</source>
        <translation>{document} {number}</translation>
    </message>
    <message>
        <source>RUC</source>
        <translation>RUC</translation>
    </message>
    <message>
        <source>{age} años · {gender}</source>
        <translation>{age} years · {gender}</translation>
    </message>
    <message>
        <source>{age} años</source>
        <translation>{age} years</translation>
    </message>
    <message>
        <source>{phone} · WhatsApp</source>
        <translation>{phone} · WhatsApp</translation>
    </message>
    <message>
        <source>{channel} {detail}</source>
        <translation>{channel} {detail}</translation>
    </message>
    <message>
        <source>mujer</source>
        <translation>woman</translation>
    </message>
    <message>
        <source>hombre</source>
        <translation>man</translation>
    </message>
    <message>
        <source>otro</source>
        <translation>other</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Vive en</source>
        <translation>Lives in</translation>
    </message>
    <message>
        <source>Aviso</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Negocio</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>Cierre</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Borrador guardado {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <source>Recuperamos lo que escribías a las {time}.</source>
        <translation>We recovered what you were typing at {time}.</translation>
    </message>
    <message>
        <source>Corriges {code}</source>
        <translation>Correcting {code}</translation>
    </message>
    <message>
        <source>hoy</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Por completar {n}</source>
        <translation>To complete {n}</translation>
    </message>
    <message>
        <source>Sin nombre</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>{name} · {moment}</source>
        <translation>{name} · {moment}</translation>
    </message>
    <message>
        <source>{n}</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>Canal</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Consentimiento</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>¿Necesita apoyo ahora?</source>
        <translation>Needs support now?</translation>
    </message>
    <message>
        <source>Pregunta solo si nadie más escucha. F9 oculta la pantalla.</source>
        <translation>Ask only if nobody else can hear. F9 hides the screen.</translation>
    </message>
    <message>
        <source>No preguntar hoy</source>
        <translation>Do not ask today</translation>
    </message>
    <message>
        <source>Hoy no se pregunta. Ctrl 0 vuelve a preguntar.</source>
        <translation>Not asked today. Ctrl 0 asks again.</translation>
    </message>
    <message>
        <source>Derivación sellada</source>
        <translation>Sealed referral</translation>
    </message>
    <message>
        <source>¿Acepta que avisemos?</source>
        <translation>May we tell them?</translation>
    </message>
    <message>
        <source>Punto focal de protección</source>
        <translation>Protection focal point</translation>
    </message>
    <message>
        <source>Qué conviene saber para ayudar</source>
        <translation>What helps to know</translation>
    </message>
    <message>
        <source>Al guardar se cierra. Ni tú ni tu oficina podrán volver a leerla.</source>
        <translation>It closes when saved. Neither you nor your office can read it again.</translation>
    </message>
    <message>
        <source>Esta edición no tiene a quién avisar: aquí no se pregunta por apoyo.</source>
        <translation>This edition has nobody to tell: support is not asked about here.</translation>
    </message>
    <message>
        <source>Lo que se preguntó al registrar ya está sellado. Aquí no se vuelve a abrir.</source>
        <translation>What was asked when registering is sealed. It is not opened again here.</translation>
    </message>
    <message>
        <source>Punto focal de protección · {contact}</source>
        <translation>Protection focal point · {contact}</translation>
    </message>
    <message>
        <source>Resumen</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Falta el nombre</source>
        <translation>Name missing</translation>
    </message>
    <message>
        <source>Suma a la cuota</source>
        <translation>Counts for quota</translation>
    </message>
    <message>
        <source>{document} incompleto</source>
        <translation>{document} incomplete</translation>
    </message>
    <message>
        <source>Falta distrito</source>
        <translation>District missing</translation>
    </message>
    <message>
        <source>Falta celular</source>
        <translation>Mobile missing</translation>
    </message>
    <message>
        <source>Falta documento</source>
        <translation>Document missing</translation>
    </message>
    <message>
        <source>Falta edad</source>
        <translation>Age missing</translation>
    </message>
    <message>
        <source>Consentimiento {version}</source>
        <translation>Consent {version}</translation>
    </message>
    <message>
        <source>leído {hour}</source>
        <translation>read {hour}</translation>
    </message>
    <message>
        <source>Cuota de la edición</source>
        <translation>Edition quota</translation>
    </message>
    <message>
        <source>migrante o refugiado</source>
        <translation>migrant or refugee</translation>
    </message>
    <message>
        <source>Falta 1 para llegar al {share}</source>
        <translation>1 more to reach {share}</translation>
    </message>
    <message>
        <source>Faltan {n} para llegar al {share}</source>
        <translation>{n} more to reach {share}</translation>
    </message>
    <message>
        <source>Cuota cumplida: {share}</source>
        <translation>Quota met: {share}</translation>
    </message>
    <message>
        <source>Aún sin registros en esta edición</source>
        <translation>No records in this edition yet</translation>
    </message>
    <message>
        <source>{purpose}: sí</source>
        <translation>{purpose}: yes</translation>
    </message>
    <message>
        <source>{purpose}: no</source>
        <translation>{purpose}: no</translation>
    </message>
    <message>
        <source>{share}</source>
        <translation>{share}</translation>
    </message>
    <message>
        <source>¿Dónde registras hoy?</source>
        <translation>Where are you registering today?</translation>
    </message>
    <message>
        <source>Queda elegido hasta que lo cambies arriba.</source>
        <translation>Stays chosen until you change it above.</translation>
    </message>
    <message>
        <source>Edición</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Punto de difusión</source>
        <translation>Outreach point</translation>
    </message>
    <message>
        <source>Escribe unas letras o elige con ↓</source>
        <translation>Type some letters or choose with ↓</translation>
    </message>
    <message>
        <source>Las ediciones y los puntos llegan de la sede con la primera señal.</source>
        <translation>Editions and points come from headquarters with the first signal.</translation>
    </message>
    <message>
        <source>Guardado: {name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <source>{code} · ya está en este equipo</source>
        <translation>{code} · it is on this laptop</translation>
    </message>
    <message>
        <source>{code} · {where}</source>
        <translation>{code} · {where}</translation>
    </message>
    <message>
        <source>Corregir</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Aún no hay comprobante</source>
        <translation>No slip yet</translation>
    </message>
    <message>
        <source>Sale al guardar; los de antes, en Personas</source>
        <translation>It comes when you save; earlier ones, in People</translation>
    </message>
    <message>
        <source>Anotado: no quiere registrarse</source>
        <translation>Noted: does not want to register</translation>
    </message>
    <message>
        <source>Solo suma 1 a la cuenta anónima</source>
        <translation>Only adds 1 to the anonymous count</translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Guardado para completar después</source>
        <translation>Kept to finish later</translation>
    </message>
    <message>
        <source>Está arriba, en «Por completar»</source>
        <translation>It is above, under &quot;To complete&quot;</translation>
    </message>
    <message>
        <source>El archivo de registros estaba dañado</source>
        <translation>The file of records was damaged</translation>
    </message>
    <message>
        <source>Lo rehicimos de su copia: {n} registros y cambios</source>
        <translation>Rebuilt from its copy: {n} registrations and changes</translation>
    </message>
    <message>
        <source>Nada cambió</source>
        <translation>Nothing changed</translation>
    </message>
    <message>
        <source>Abierta: lo que escribiste la corrige</source>
        <translation>Opened: what you typed corrects it</translation>
    </message>
    <message>
        <source>Abierta: dice lo mismo</source>
        <translation>Opened: it says the same</translation>
    </message>
    <message>
        <source>Sigue como estaba</source>
        <translation>It stays as it was</translation>
    </message>
    <message>
        <source>Lo que tocaste mientras se guardaba no entró</source>
        <translation>What you touched while it was being saved was not taken</translation>
    </message>
    <message>
        <source>siguiente</source>
        <translation>next</translation>
    </message>
    <message>
        <source>volver</source>
        <translation>back</translation>
    </message>
    <message>
        <source>Completar después</source>
        <translation>Finish later</translation>
    </message>
    <message>
        <source>Siguiente: {card}</source>
        <translation>Next: {card}</translation>
    </message>
    <message>
        <source>Seguir</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Guardar y siguiente</source>
        <translation>Save and next</translation>
    </message>
    <message>
        <source>Guardando…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Pasa el documento por el escáner, o lee una foto de su código.</source>
        <translation>Pass the document through the scanner, or read a photo of its code.</translation>
    </message>
    <message>
        <source>Cerrar el panel de escanear</source>
        <translation>Close the scanning panel</translation>
    </message>
    <message>
        <source>Elegir una foto</source>
        <translation>Choose a photo</translation>
    </message>
    <message>
        <source>Pegar una foto</source>
        <translation>Paste a photo</translation>
    </message>
    <message>
        <source>Usar la cámara</source>
        <translation>Use the camera</translation>
    </message>
    <message>
        <source>Apagar la cámara</source>
        <translation>Turn the camera off</translation>
    </message>
    <message>
        <source>Este equipo no lee con cámara. Toma la foto con un celular y pásala aquí.</source>
        <translation>This laptop does not read with a camera. Take the photo with a phone and bring it here.</translation>
    </message>
    <message>
        <source>También puedes soltar la foto sobre esta pantalla.</source>
        <translation>You can also drop the photo on this screen.</translation>
    </message>
    <message>
        <source>estaba: {words}</source>
        <translation>it said: {words}</translation>
    </message>
    <message>
        <source>leído: {words}</source>
        <translation>read: {words}</translation>
    </message>
    <message>
        <source>Dejar lo que estaba</source>
        <translation>Keep what was there</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}: {words}</translation>
    </message>
    <message>
        <source>Leído: pasaporte</source>
        <translation>Read: passport</translation>
    </message>
    <message>
        <source>Leído: tarjeta de identidad</source>
        <translation>Read: identity card</translation>
    </message>
    <message>
        <source>Leído: DNI</source>
        <translation>Read: DNI</translation>
    </message>
    <message>
        <source>Leído: número de documento</source>
        <translation>Read: document number</translation>
    </message>
    <message>
        <source>Leído: RUC</source>
        <translation>Read: RUC</translation>
    </message>
    <message>
        <source>Todo estaba igual</source>
        <translation>Everything was the same</translation>
    </message>
    <message>
        <source>Es el código de un comprobante</source>
        <translation>This is the code of a slip</translation>
    </message>
    <message>
        <source>{code}: ya está registrada. Búscala con F3.</source>
        <translation>{code}: already registered. Find this person with F3.</translation>
    </message>
    <message>
        <source>No es de un documento conocido</source>
        <translation>Not from a document we know</translation>
    </message>
    <message>
        <source>Dice: {text}. Si es un número, elige primero el tipo de documento y pásalo otra vez.</source>
        <translation>It says: {text}. If it is a number, choose the type of document first and scan it again.</translation>
    </message>
    <message>
        <source>No se leyó bien</source>
        <translation>It was not read well</translation>
    </message>
    <message>
        <source>Las líneas no cuadran. Pásalo otra vez, despacio y derecho.</source>
        <translation>The lines do not add up. Scan it again, slowly and straight.</translation>
    </message>
    <message>
        <source>No hay un código que se pueda leer</source>
        <translation>There is no code that can be read</translation>
    </message>
    <message>
        <source>Acércate, con luz y sin reflejos, y toma otra foto.</source>
        <translation>Go closer, with light and no glare, and take another photo.</translation>
    </message>
    <message>
        <source>Eso no es una foto</source>
        <translation>That is not a photo</translation>
    </message>
    <message>
        <source>Elige una foto del código del documento.</source>
        <translation>Choose a photo of the document&apos;s code.</translation>
    </message>
    <message>
        <source>Leyendo…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Puedes seguir escribiendo.</source>
        <translation>You can go on typing.</translation>
    </message>
    <message>
        <source>Primero el aviso</source>
        <translation>First the notice</translation>
    </message>
    <message>
        <source>Nada se llena antes de que la persona diga que sí.</source>
        <translation>Nothing is filled in before the person says yes.</translation>
    </message>
    <message>
        <source>La cámara no responde</source>
        <translation>The camera does not answer</translation>
    </message>
    <message>
        <source>Puede estar en uso por otro programa. Prueba con una foto.</source>
        <translation>Another program may be using it. Try with a photo.</translation>
    </message>
    <message>
        <source>Muestra el código a la cámara</source>
        <translation>Show the code to the camera</translation>
    </message>
    <message>
        <source>Derecho y cerca, hasta que llene el cuadro.</source>
        <translation>Straight and close, until it fills the frame.</translation>
    </message>
    <message>
        <source>Falta la línea de abajo</source>
        <translation>The line below is missing</translation>
    </message>
    <message>
        <source>Pasa también la línea siguiente del documento.</source>
        <translation>Scan the next line of the document too.</translation>
    </message>
    <message>
        <source>Se leyó tarde y no se llenó</source>
        <translation>Read too late and not filled in</translation>
    </message>
    <message>
        <source>Era de la persona anterior. Corrígela con Ctrl U y pásalo otra vez.</source>
        <translation>It was the person before. Correct hers with Ctrl U and pass it again.</translation>
    </message>
    <message>
        <source>Fotos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Foto del código de un documento</source>
        <translation>Photo of a document&apos;s code</translation>
    </message>
    <message>
        <source>Puede estar ya registrada</source>
        <translation>May be registered already</translation>
    </message>
    <message>
        <source>Sin parecidos en este equipo</source>
        <translation>No look-alikes on this laptop</translation>
    </message>
    <message>
        <source>Parecidos: aún sin comparar</source>
        <translation>Look-alikes: not compared yet</translation>
    </message>
    <message>
        <source>Es la misma: abrir</source>
        <translation>Same person: open</translation>
    </message>
    <message>
        <source>Es otra: seguir</source>
        <translation>Someone else: go on</translation>
    </message>
    <message>
        <source>{when} · {where}</source>
        <translation>{when} · {where}</translation>
    </message>
    <message>
        <source>y {n} más que se parecen</source>
        <translation>and {n} more look-alikes</translation>
    </message>
    <message>
        <source>y 1 más que se parece</source>
        <translation>and 1 more look-alike</translation>
    </message>
    <message>
        <source>Puede estar ya registrada: {name}</source>
        <translation>May be registered already: {name}</translation>
    </message>
    <message>
        <source>y {n} más</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>O firma en papel, y sigue.</source>
        <translation>Or sign on paper, and go on.</translation>
    </message>
    <message>
        <source>Ya firmó. Si firma otra vez, vale la nueva.</source>
        <translation>Already signed. If they sign again, the new one holds.</translation>
    </message>
    <message>
        <source>Borrar</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Guardando… Espera un momento para firmar.</source>
        <translation>Saving… Wait a moment to sign.</translation>
    </message>
    <message>
        <source>Ya no entra más. Bórrala y firma otra vez, más corto.</source>
        <translation>No more fits. Clear it and sign again, shorter.</translation>
    </message>
    <message>
        <source>Comprobante</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>Comprobante al guardar</source>
        <translation>Slip on saving</translation>
    </message>
    <message>
        <source>Código</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Por revisar</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>Dos celulares distintos</source>
        <translation>Two different mobiles</translation>
    </message>
    <message>
        <source>Dos documentos distintos</source>
        <translation>Two different documents</translation>
    </message>
    <message>
        <source>Dos fechas de nacimiento</source>
        <translation>Two dates of birth</translation>
    </message>
    <message>
        <source>Dos distritos distintos</source>
        <translation>Two different districts</translation>
    </message>
    <message>
        <source>Dos respuestas: {field}</source>
        <translation>Two answers: {field}</translation>
    </message>
    <message>
        <source>¿Es la misma persona?</source>
        <translation>Is this the same person?</translation>
    </message>
    <message>
        <source>{name} · {code}</source>
        <translation>{name} · {code}</translation>
    </message>
    <message>
        <source>{one} / {other}</source>
        <translation>{one} / {other}</translation>
    </message>
    <message>
        <source>{moment} · parecido {percent}</source>
        <translation>{moment} · {percent} alike</translation>
    </message>
    <message>
        <source>{kind} {number}</source>
        <translation>{kind} {number}</translation>
    </message>
    <message>
        <source>Sin documento</source>
        <translation>No document</translation>
    </message>
    <message>
        <source>{n} de {m}</source>
        <translation>{n} of {m}</translation>
    </message>
    <message>
        <source>{purpose} sí</source>
        <translation>{purpose} yes</translation>
    </message>
    <message>
        <source>{purpose} no</source>
        <translation>{purpose} no</translation>
    </message>
    <message>
        <source>Programa</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>6 meses</source>
        <translation>6 months</translation>
    </message>
    <message>
        <source>aliados</source>
        <translation>partners</translation>
    </message>
    <message>
        <source>fotos</source>
        <translation>photos</translation>
    </message>
    <message>
        <source>Documento</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Apellidos</source>
        <translation>Surnames</translation>
    </message>
    <message>
        <source>Nombres</source>
        <translation>Given names</translation>
    </message>
    <message>
        <source>Nacimiento</source>
        <translation>Birth</translation>
    </message>
    <message>
        <source>Celular</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>Vive en</source>
        <translation>Lives in</translation>
    </message>
    <message>
        <source>Negocio</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>Consentimiento</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Al unir vale lo más protector: {purposes}.</source>
        <translation>Joined, the more protective counts: {purposes}.</translation>
    </message>
    <message>
        <source>{field} de {name}</source>
        <translation>{field} of {name}</translation>
    </message>
    <message>
        <source>Dos personas lo cambiaron sin ver el cambio de la otra. Elige cuál vale; el otro queda en la historia.</source>
        <translation>Two people changed it without seeing each other&apos;s change. Choose which one counts; the other stays in the history.</translation>
    </message>
    <message>
        <source>Antes decía</source>
        <translation>Before it said</translation>
    </message>
    <message>
        <source>o</source>
        <translation>or</translation>
    </message>
    <message>
        <source>Guardar los dos: principal el {n}</source>
        <translation>Keep both: number {n} first</translation>
    </message>
    <message>
        <source>Guardar las dos</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>Escribir otro número</source>
        <translation>Type another number</translation>
    </message>
    <message>
        <source>Escribir otra respuesta</source>
        <translation>Type another answer</translation>
    </message>
    <message>
        <source>Ese número no está completo.</source>
        <translation>That number is not complete.</translation>
    </message>
    <message>
        <source>Escribe la respuesta, o elige una de arriba.</source>
        <translation>Type the answer, or choose one above.</translation>
    </message>
    <message>
        <source>Lo demás se unió solo</source>
        <translation>The rest merged by itself</translation>
    </message>
    <message>
        <source>Historia de este dato</source>
        <translation>History of this answer</translation>
    </message>
    <message>
        <source>Después</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Usar {value}</source>
        <translation>Use {value}</translation>
    </message>
    <message>
        <source>Guardar los dos</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>Usar lo escrito</source>
        <translation>Use what is typed</translation>
    </message>
    <message>
        <source>Seguir</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Ya se resolvió: {value}</source>
        <translation>Already settled: {value}</translation>
    </message>
    <message>
        <source>{who} ya lo resolvió: {value}</source>
        <translation>{who} has settled it: {value}</translation>
    </message>
    <message>
        <source>Este equipo</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <source>Otro equipo</source>
        <translation>Another laptop</translation>
    </message>
    <message>
        <source>{name}, este equipo</source>
        <translation>{name}, this laptop</translation>
    </message>
    <message>
        <source>{name}, otro equipo</source>
        <translation>{name}, another laptop</translation>
    </message>
    <message>
        <source>Apellido paterno</source>
        <translation>Paternal surname</translation>
    </message>
    <message>
        <source>Apellido materno</source>
        <translation>Maternal surname</translation>
    </message>
    <message>
        <source>Nacionalidad</source>
        <translation>Nationality</translation>
    </message>
    <message>
        <source>Cómo se reconoce</source>
        <translation>How she describes herself</translation>
    </message>
    <message>
        <source>Papeles en el Perú</source>
        <translation>Papers in Peru</translation>
    </message>
    <message>
        <source>Año en que llegó</source>
        <translation>Year of arrival</translation>
    </message>
    <message>
        <source>Año de nacimiento</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>Género</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>Lenguas</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Accesibilidad</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>Personas a su cargo</source>
        <translation>Dependants</translation>
    </message>
    <message>
        <source>Correo</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Contacto alterno</source>
        <translation>Other contact</translation>
    </message>
    <message>
        <source>Cómo prefiere que la busquen</source>
        <translation>Preferred contact</translation>
    </message>
    <message>
        <source>Distrito</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Referencia de la casa</source>
        <translation>Address reference</translation>
    </message>
    <message>
        <source>Nombre del negocio</source>
        <translation>Business name</translation>
    </message>
    <message>
        <source>Rubro</source>
        <translation>Trade</translation>
    </message>
    <message>
        <source>Etapa del negocio</source>
        <translation>Business stage</translation>
    </message>
    <message>
        <source>Desde qué año</source>
        <translation>Since what year</translation>
    </message>
    <message>
        <source>Cuántas personas trabajan</source>
        <translation>People working</translation>
    </message>
    <message>
        <source>Dónde vende</source>
        <translation>Where it sells</translation>
    </message>
    <message>
        <source>Tiene RUC</source>
        <translation>Has a RUC</translation>
    </message>
    <message>
        <source>RUC</source>
        <translation>RUC</translation>
    </message>
    <message>
        <source>Régimen</source>
        <translation>Tax regime</translation>
    </message>
    <message>
        <source>Qué usa para vender</source>
        <translation>Tools for selling</translation>
    </message>
    <message>
        <source>Ventas al mes</source>
        <translation>Monthly sales</translation>
    </message>
    <message>
        <source>Qué necesita más</source>
        <translation>What she needs most</translation>
    </message>
    <message>
        <source>Edición</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Punto de difusión</source>
        <translation>Outreach point</translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Quién la registró</source>
        <translation>Registered by</translation>
    </message>
    <message>
        <source>Canal</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Detalle del canal</source>
        <translation>Channel detail</translation>
    </message>
    <message>
        <source>Cuándo puede asistir</source>
        <translation>When she can attend</translation>
    </message>
    <message>
        <source>Equipo que usa</source>
        <translation>Device she uses</translation>
    </message>
    <message>
        <source>Cómo se conecta</source>
        <translation>How she connects</translation>
    </message>
    <message>
        <source>Cómo aceptó</source>
        <translation>How she agreed</translation>
    </message>
    <message>
        <source>Derivación</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>Parecidas que son otras</source>
        <translation>Look-alikes who are others</translation>
    </message>
    <message>
        <source>Reconocida otra vez</source>
        <translation>Recognised again</translation>
    </message>
    <message>
        <source>Notas</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Otro dato</source>
        <translation>Another answer</translation>
    </message>
    <message>
        <source>vacío</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>guardado</source>
        <translation>kept</translation>
    </message>
    <message>
        <source>Sí</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>{first} · {rest}</source>
        <translation>{first} · {rest}</translation>
    </message>
    <message>
        <source>{value}</source>
        <translation>{value}</translation>
    </message>
    <message>
        <source>Aviso {version}</source>
        <translation>Notice {version}</translation>
    </message>
    <message>
        <source>Todo</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Cambios</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Iguales</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>Nada se borra: siempre puedes volver.</source>
        <translation>Nothing is erased: you can go back.</translation>
    </message>
    <message>
        <source>Unir no borra nada y se puede deshacer.</source>
        <translation>Joining erases nothing and can be undone.</translation>
    </message>
    <message>
        <source>La registraron dos promotores. Unir no borra nada y se puede deshacer.</source>
        <translation>Two promoters registered her. Joining erases nothing and can be undone.</translation>
    </message>
    <message>
        <source>Parecido {percent}</source>
        <translation>{percent} alike</translation>
    </message>
    <message>
        <source>{code} · {day} · {point}</source>
        <translation>{code} · {day} · {point}</translation>
    </message>
    <message>
        <source>{code} · {day}</source>
        <translation>{code} · {day}</translation>
    </message>
    <message>
        <source>{label}: {one}; {other}; {sign}</source>
        <translation>{label}: {one}; {other}; {sign}</translation>
    </message>
    <message>
        <source>Así quedaría: {name}</source>
        <translation>It would be: {name}</translation>
    </message>
    <message>
        <source>Valen los dos códigos. El comprobante que ya tiene le sirve.</source>
        <translation>Both codes stay valid. The slip she has still serves.</translation>
    </message>
    <message>
        <source>No sé: después</source>
        <translation>Not sure: later</translation>
    </message>
    <message>
        <source>Son dos personas</source>
        <translation>Two people</translation>
    </message>
    <message>
        <source>Unir las dos</source>
        <translation>Join the two</translation>
    </message>
    <message>
        <source>Ya se decidió en otro equipo. No queda nada por hacer aquí.</source>
        <translation>It was decided on another laptop. Nothing is left to do here.</translation>
    </message>
    <message>
        <source>igual</source>
        <translation>same</translation>
    </message>
    <message>
        <source>casi</source>
        <translation>nearly</translation>
    </message>
    <message>
        <source>distinto</source>
        <translation>different</translation>
    </message>
    <message>
        <source>solo uno</source>
        <translation>one only</translation>
    </message>
    <message>
        <source>Nada por revisar. Buen trabajo.</source>
        <translation>Nothing to review. Good work.</translation>
    </message>
    <message>
        <source>Nada por revisar aquí.</source>
        <translation>Nothing to review here.</translation>
    </message>
    <message>
        <source>Leyendo…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Unidas: valen los dos códigos</source>
        <translation>Joined: both codes stay valid</translation>
    </message>
    <message>
        <source>Anotado: son dos personas</source>
        <translation>Noted: two people</translation>
    </message>
    <message>
        <source>Guardado: se envía con lo demás</source>
        <translation>Saved: it is sent with the rest</translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>{moment} · se ve ahora</source>
        <translation>{moment} · shown now</translation>
    </message>
    <message>
        <source>{key}: {value}. {who}. {moment}</source>
        <translation>{key}: {value}. {who}. {moment}</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Derechos de la persona</source>
        <translation>The person&apos;s rights</translation>
    </message>
    <message>
        <source>Puede retirar cada permiso cuando quiera, gratis. Vale desde hoy, también sin señal.</source>
        <translation>Each permission can be withdrawn any time, free. It counts from today, also without signal.</translation>
    </message>
    <message>
        <source>Aceptó · {moment}</source>
        <translation>Agreed · {moment}</translation>
    </message>
    <message>
        <source>Dijo que no</source>
        <translation>Said no</translation>
    </message>
    <message>
        <source>No se le preguntó</source>
        <translation>Not asked</translation>
    </message>
    <message>
        <source>Retirado · {moment}</source>
        <translation>Withdrawn · {moment}</translation>
    </message>
    <message>
        <source>Retirar</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Retirar «{purpose}» desde hoy.</source>
        <translation>Withdraw &quot;{purpose}&quot; from today.</translation>
    </message>
    <message>
        <source>Nadie más la contactará por esto. No se puede deshacer desde aquí.</source>
        <translation>Nobody will contact her for this again. It can&apos;t be undone here.</translation>
    </message>
    <message>
        <source>Volver a la lista</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Borrar todo lo suyo</source>
        <translation>Erase all of hers</translation>
    </message>
    <message>
        <source>Cuando ella lo pide. Se borra aquí, en la sede y en todos los equipos.</source>
        <translation>When she asks for it. It is erased here, at headquarters and on every laptop.</translation>
    </message>
    <message>
        <source>Borrar para siempre todo lo de {name}.</source>
        <translation>Erase for ever all of {name}.</translation>
    </message>
    <message>
        <source>No queda nada, ni aquí ni en la sede, y nadie puede deshacerlo.</source>
        <translation>Nothing is left, neither here nor at headquarters, and nobody can undo it.</translation>
    </message>
    <message>
        <source>Entregarle sus datos</source>
        <translation>Give her her data</translation>
    </message>
    <message>
        <source>Firmó en pantalla; la firma va a la sede</source>
        <translation>Signed on screen; the signature goes to headquarters</translation>
    </message>
    <message>
        <source>elegir el permiso</source>
        <translation>choose the permission</translation>
    </message>
    <message>
        <source>retirarlo</source>
        <translation>withdraw it</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>1 llegó a la sede</source>
        <translation>1 arrived at headquarters</translation>
    </message>
    <message>
        <source>{n} llegaron a la sede</source>
        <translation>{n} arrived at headquarters</translation>
    </message>
    <message>
        <source>Con recibo firmado.</source>
        <translation>With a signed receipt.</translation>
    </message>
    <message>
        <source>1 cambio recibido</source>
        <translation>1 change received</translation>
    </message>
    <message>
        <source>{n} cambios recibidos</source>
        <translation>{n} changes received</translation>
    </message>
    <message>
        <source>Tu copia ya los tiene.</source>
        <translation>Your copy has them now.</translation>
    </message>
    <message>
        <source>1 necesita que la mires</source>
        <translation>1 needs your attention</translation>
    </message>
    <message>
        <source>{n} necesitan que las mires</source>
        <translation>{n} need your attention</translation>
    </message>
    <message>
        <source>Los demás siguieron.</source>
        <translation>The others went on.</translation>
    </message>
    <message>
        <source>Se cortó la señal. Llegó 1.</source>
        <translation>Signal lost. 1 arrived.</translation>
    </message>
    <message>
        <source>Se cortó la señal. Llegaron {n}.</source>
        <translation>Signal lost. {n} arrived.</translation>
    </message>
    <message>
        <source>El resto espera aquí.</source>
        <translation>The rest wait here.</translation>
    </message>
    <message>
        <source>La sede no respondió bien</source>
        <translation>Headquarters did not answer well</translation>
    </message>
    <message>
        <source>No es tu equipo. Se prueba de nuevo solo.</source>
        <translation>It is not your laptop. It tries again by itself.</translation>
    </message>
    <message>
        <source>Este equipo</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <source>Oficina</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Sede</source>
        <translation>Headquarters</translation>
    </message>
    <message>
        <source>por enviar</source>
        <translation>to send</translation>
    </message>
    <message>
        <source>esperan pasar a la sede</source>
        <translation>wait to go on to HQ</translation>
    </message>
    <message>
        <source>con recibo firmado</source>
        <translation>with signed receipt</translation>
    </message>
    <message>
        <source>{n}</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{post}: {n} {state}</source>
        <translation>{post}: {n} {state}</translation>
    </message>
    <message>
        <source>Qué pasó con cada envío</source>
        <translation>What happened to what was sent</translation>
    </message>
    <message>
        <source>Todavía no hubo envíos desde que abriste.</source>
        <translation>Nothing has been sent since you opened.</translation>
    </message>
    <message>
        <source>Último recibo</source>
        <translation>Last receipt</translation>
    </message>
    <message>
        <source>ninguno todavía</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>Datos móviles de hoy</source>
        <translation>Mobile data today</translation>
    </message>
    <message>
        <source>{a} de {b} MB</source>
        <translation>{a} of {b} MB</translation>
    </message>
    <message>
        <source>{a} MB</source>
        <translation>{a} MB</translation>
    </message>
    <message>
        <source>Hora del equipo</source>
        <translation>This laptop&apos;s clock</translation>
    </message>
    <message>
        <source>bien (±{n} s)</source>
        <translation>right (±{n} s)</translation>
    </message>
    <message>
        <source>no coincide</source>
        <translation>does not match</translation>
    </message>
    <message>
        <source>se compara al enviar</source>
        <translation>checked when sending</translation>
    </message>
    <message>
        <source>Sigue registrando</source>
        <translation>Keep registering</translation>
    </message>
    <message>
        <source>Cada registro queda guardado y cifrado en este equipo.</source>
        <translation>Every record is saved and encrypted on this laptop.</translation>
    </message>
    <message>
        <source>Cuando haya señal, sale solo</source>
        <translation>With signal, it goes by itself</translation>
    </message>
    <message>
        <source>No tienes que hacer nada. Para probar antes, F5.</source>
        <translation>You need do nothing. To try sooner, F5.</translation>
    </message>
    <message>
        <source>Puedes cerrar la tapa</source>
        <translation>You can close the lid</translation>
    </message>
    <message>
        <source>Nada se pierde. Al abrir, lo que falta sigue en la cola.</source>
        <translation>Nothing is lost. When you open it, the rest is still in the queue.</translation>
    </message>
    <message>
        <source>Para enviar, pulsa Seguir</source>
        <translation>To send, press Go on</translation>
    </message>
    <message>
        <source>También con la tecla F5.</source>
        <translation>The F5 key does it too.</translation>
    </message>
    <message>
        <source>No es tu equipo</source>
        <translation>It is not your laptop</translation>
    </message>
    <message>
        <source>La sede tiene un problema. Se prueba de nuevo solo.</source>
        <translation>Headquarters has a problem. It tries again by itself.</translation>
    </message>
    <message>
        <source>Si dura más de un día</source>
        <translation>If it lasts more than a day</translation>
    </message>
    <message>
        <source>Avisa a tu oficina. No borres nada.</source>
        <translation>Tell your office. Erase nothing.</translation>
    </message>
    <message>
        <source>Pon la hora y la fecha</source>
        <translation>Set the time and the date</translation>
    </message>
    <message>
        <source>En los ajustes del equipo, con hora automática si puedes.</source>
        <translation>In the laptop&apos;s settings, with automatic time if you can.</translation>
    </message>
    <message>
        <source>Los registros se envían igual</source>
        <translation>Records are sent all the same</translation>
    </message>
    <message>
        <source>La sede anota su propia hora junto a la tuya.</source>
        <translation>Headquarters notes its own time beside yours.</translation>
    </message>
    <message>
        <source>Con wifi sale solo</source>
        <translation>With wifi it goes by itself</translation>
    </message>
    <message>
        <source>También mañana, cuando el día empieza de cero.</source>
        <translation>Tomorrow too, when the day starts from zero.</translation>
    </message>
    <message>
        <source>El tope se cambia en Ajustes</source>
        <translation>The limit is changed in Settings</translation>
    </message>
    <message>
        <source>Arriba a la derecha, en tus iniciales.</source>
        <translation>Top right, at your initials.</translation>
    </message>
    <message>
        <source>Sin señal: qué puedes hacer</source>
        <translation>No signal: what you can do</translation>
    </message>
    <message>
        <source>En pausa: qué puedes hacer</source>
        <translation>Paused: what you can do</translation>
    </message>
    <message>
        <source>La sede no responde bien</source>
        <translation>HQ is not answering well</translation>
    </message>
    <message>
        <source>Revisa la hora del equipo</source>
        <translation>Check the laptop&apos;s time</translation>
    </message>
    <message>
        <source>Datos de hoy: qué puedes hacer</source>
        <translation>Today&apos;s data: what you can do</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Guardado</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Copia</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>comprobada</source>
        <translation>checked</translation>
    </message>
    <message>
        <source>falta</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>Recibo</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>al tener señal</source>
        <translation>with signal</translation>
    </message>
    <message>
        <source>espera</source>
        <translation>waits</translation>
    </message>
    <message>
        <source>directo a la sede</source>
        <translation>straight to HQ</translation>
    </message>
    <message>
        <source>por corregir</source>
        <translation>to correct</translation>
    </message>
    <message>
        <source>Probar ahora</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Enviar ahora</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Enviar igual</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>Pausar</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Seguir</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>{n} en riesgo</source>
        <translation>{n} at risk</translation>
    </message>
    <message>
        <source>Por enviar {n}</source>
        <translation>To send {n}</translation>
    </message>
    <message>
        <source>Con recibo {n}</source>
        <translation>With receipt {n}</translation>
    </message>
    <message>
        <source>Por corregir {n}</source>
        <translation>To correct {n}</translation>
    </message>
    <message>
        <source>Nada por enviar. Lo que registres aparecerá aquí.</source>
        <translation>Nothing to send. What you register will appear here.</translation>
    </message>
    <message>
        <source>Aún no llega ningún recibo. Lo guardado sigue seguro aquí.</source>
        <translation>No receipt yet. What is saved stays safe here.</translation>
    </message>
    <message>
        <source>Nada por corregir.</source>
        <translation>Nothing to correct.</translation>
    </message>
    <message>
        <source>1 necesita que la mires. Los demás siguieron.</source>
        <translation>1 needs your attention. The others went on.</translation>
    </message>
    <message>
        <source>{n} necesitan que las mires. Los demás siguieron.</source>
        <translation>{n} need your attention. The others went on.</translation>
    </message>
    <message>
        <source>Registros y dónde está cada uno</source>
        <translation>Registrations and where each one is</translation>
    </message>
    <message>
        <source>{name} necesita que la mires</source>
        <translation>{name} needs your attention</translation>
    </message>
    <message>
        <source>Corregir a {name}</source>
        <translation>Correct {name}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Colores</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Tamaño de letra</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Idioma</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Segunda copia, cifrada</source>
        <translation>Second copy, encrypted</translation>
    </message>
    <message>
        <source>En este equipo</source>
        <translation>On this laptop</translation>
    </message>
    <message>
        <source>Datos móviles por día</source>
        <translation>Mobile data per day</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>Sin límite</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>Se bloquea solo después de</source>
        <translation>Locks by itself after</translation>
    </message>
    <message>
        <source>1 minuto</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>{n} minutos</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>Llave de protección…</source>
        <translation>Protection key…</translation>
    </message>
    <message>
        <source>Cambiar mi frase…</source>
        <translation>Change my phrase…</translation>
    </message>
    <message>
        <source>{name} (no está puesta)</source>
        <translation>{name} (not plugged in)</translation>
    </message>
    <message>
        <source>Claro</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Oscuro</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Para el sol</source>
        <translation>For sunlight</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Copiar detalles</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Seguir</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>Esa no es la frase. Lo que escribiste sigue aquí.</source>
        <translation>That is not the phrase. What you typed is still here.</translation>
    </message>
    <message>
        <source>Espera un momento y prueba otra vez. Nada se borra.</source>
        <translation>Wait a moment and try again. Nothing is erased.</translation>
    </message>
    <message>
        <source>El llavero de este equipo no responde. Reinicia el equipo; si sigue igual, pulsa Olvidé mi frase. No se pierde ningún registro.</source>
        <translation>This laptop&apos;s keyring does not answer. Restart the laptop; if nothing changes, press I forgot my phrase. No record is lost.</translation>
    </message>
    <message>
        <source>Falta una letra o no es esa. Pide a tu oficina que la dicte otra vez.</source>
        <translation>A letter is missing or wrong. Ask your office to read it out again.</translation>
    </message>
    <message>
        <source>Tu oficina no puede abrir este archivo por teléfono. No borres nada y llámala.</source>
        <translation>Your office cannot open this file by telephone. Erase nothing and call them.</translation>
    </message>
    <message>
        <source>La lectura está cerrada en este equipo. Lo nuevo se guarda y se envía.</source>
        <translation>Reading is closed on this laptop. What is new is kept and sent.</translation>
    </message>
    <message>
        <source>Ese archivo no es la llave de protección. Busca el que te dio la sede.</source>
        <translation>That file is not the protection key. Look for the one headquarters gave you.</translation>
    </message>
    <message>
        <source>Esa no es la frase de la llave. Lo que escribiste sigue aquí.</source>
        <translation>That is not the key&apos;s phrase. What you typed is still here.</translation>
    </message>
    <message>
        <source>Esa derivación se cerró con otra llave. Pídela a la sede.</source>
        <translation>That referral was sealed with another key. Ask headquarters for it.</translation>
    </message>
    <message>
        <source>Hace falta una frase más larga: cuatro palabras, o 12 letras.</source>
        <translation>A longer phrase is needed: four words, or 12 letters.</translation>
    </message>
    <message>
        <source>Este equipo guarda registros de una versión más nueva de Chasqui. Nada se tocó: abre la versión nueva o llama a tu oficina.</source>
        <translation>This laptop holds records of a newer version of Chasqui. Nothing was touched: open the new version or call your office.</translation>
    </message>
    <message>
        <source>El archivo de registros está dañado. No lo borres: llama a tu oficina.</source>
        <translation>The file of records is damaged. Don&apos;t delete it: call your office.</translation>
    </message>
    <message>
        <source>El archivo de registros y su copia están dañados. No los borres: llama a tu oficina.</source>
        <translation>The file of records and its copy are damaged. Don&apos;t delete them: call your office.</translation>
    </message>
    <message>
        <source>No hay espacio para guardar. Lo escrito sigue aquí: libera espacio y pulsa Ctrl Enter.</source>
        <translation>No room to save. What you typed is still here: free space and press Ctrl Enter.</translation>
    </message>
    <message>
        <source>Este equipo no deja guardar en la carpeta de Chasqui. Llama a tu oficina.</source>
        <translation>This laptop does not let Chasqui save in its folder. Call your office.</translation>
    </message>
    <message>
        <source>Chasqui ya está abierto en este equipo. Usa esa ventana.</source>
        <translation>Chasqui is already open on this laptop. Use that window.</translation>
    </message>
    <message>
        <source>Ya trabajas en este equipo. Vuelve y ábrelo con tu frase.</source>
        <translation>You already work on this laptop. Go back and open it with your phrase.</translation>
    </message>
    <message>
        <source>Sin conexión. Todo queda guardado; se enviará cuando haya señal.</source>
        <translation>Offline. Everything is saved; it will be sent when there is signal.</translation>
    </message>
    <message>
        <source>La señal es muy lenta. Probamos de nuevo en un momento.</source>
        <translation>The signal is very slow. Next try in a moment.</translation>
    </message>
    <message>
        <source>La sede no responde bien. No es tu equipo.</source>
        <translation>Headquarters is not answering well. It is not your laptop.</translation>
    </message>
    <message>
        <source>La sede está ocupada. Probamos de nuevo en un momento.</source>
        <translation>Headquarters is busy. Next try in a moment.</translation>
    </message>
    <message>
        <source>No se entiende lo que responde la sede. No es tu equipo.</source>
        <translation>Headquarters&apos; answer makes no sense. It is not your laptop.</translation>
    </message>
    <message>
        <source>Llegó un recibo que no es de la sede. No lo contamos: llama a tu oficina.</source>
        <translation>A receipt came that is not from headquarters. We don&apos;t count it: call your office.</translation>
    </message>
    <message>
        <source>No es seguro que esa sea la sede. No se envió nada: llama a tu oficina.</source>
        <translation>It is not certain that this is headquarters. Nothing was sent: call your office.</translation>
    </message>
    <message>
        <source>Esa dirección no es segura. Cópiala como te la dio tu oficina.</source>
        <translation>That address is not safe. Copy it as your office gave it to you.</translation>
    </message>
    <message>
        <source>El código venció o no es ese. Pide otro; no se pierde nada.</source>
        <translation>The code expired or is another one. Ask for another; nothing is lost.</translation>
    </message>
    <message>
        <source>Van muchos intentos. Espera un minuto y prueba otra vez.</source>
        <translation>Too many tries. Wait a minute and try again.</translation>
    </message>
    <message>
        <source>La sede no conoce este equipo. Llama a tu oficina.</source>
        <translation>Headquarters does not know this laptop. Call your office.</translation>
    </message>
    <message>
        <source>Eso lo ve solo quien coordina. Pídeselo a tu oficina.</source>
        <translation>Only coordinators see that. Ask your office.</translation>
    </message>
    <message>
        <source>Este equipo fue cerrado por tu oficina. Llama para saber más.</source>
        <translation>Your office closed this laptop. Call to know more.</translation>
    </message>
    <message>
        <source>La sede tiene otra historia de este equipo. Sigue registrando: nada se pierde. Llama a tu oficina.</source>
        <translation>Headquarters holds another history of this laptop. Keep registering: nothing is lost. Call your office.</translation>
    </message>
    <message>
        <source>Una respuesta no cuadra. Ábrela y corrígela.</source>
        <translation>One answer does not add up. Open it and correct it.</translation>
    </message>
    <message>
        <source>La sede la guarda aparte hasta revisarla. Nada se perdió.</source>
        <translation>Headquarters keeps it apart until it is reviewed. Nothing was lost.</translation>
    </message>
    <message>
        <source>Se escribió con la cuenta ya cerrada. La sede la guarda y decide. Nada se perdió.</source>
        <translation>Written after the account was closed. Headquarters keeps it and decides. Nothing is lost.</translation>
    </message>
    <message>
        <source>Algo falló aquí, no fue tu culpa. Lo escrito está a salvo.</source>
        <translation>Something failed here, not your fault. What you typed is safe.</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Registro de campo</source>
        <translation>Field registration</translation>
    </message>
    <message>
        <source>Guerrero Emprendedor</source>
        <translation>Warrior Entrepreneur</translation>
    </message>
    <message>
        <source>Cada registro llega. Con señal o sin señal.</source>
        <translation>Every record arrives. With signal or without.</translation>
    </message>
    <message>
        <source>Funciona sin internet</source>
        <translation>Works without internet</translation>
    </message>
    <message>
        <source>Todo queda cifrado en este equipo</source>
        <translation>Everything stays encrypted on this laptop</translation>
    </message>
    <message>
        <source>Se envía solo cuando hay señal</source>
        <translation>Sends by itself when there is signal</translation>
    </message>
    <message>
        <source>¿Quién registra ahora?</source>
        <translation>Who is registering now?</translation>
    </message>
    <message>
        <source>Sigues donde estabas</source>
        <translation>You go on where you were</translation>
    </message>
    <message>
        <source>Tu frase secreta</source>
        <translation>Your secret phrase</translation>
    </message>
    <message>
        <source>Cuatro palabras. Sin conexión también funciona.</source>
        <translation>Four words. It works offline too.</translation>
    </message>
    <message>
        <source>Parece que Bloq Mayús está puesto.</source>
        <translation>Caps Lock seems to be on.</translation>
    </message>
    <message>
        <source>Escribe tu frase y pulsa Enter.</source>
        <translation>Type your phrase and press Enter.</translation>
    </message>
    <message>
        <source>Espera {n} segundos y prueba otra vez. Nada se borra.</source>
        <translation>Wait {n} seconds and try again. Nothing is erased.</translation>
    </message>
    <message>
        <source>Espera un segundo y prueba otra vez. Nada se borra.</source>
        <translation>Wait one second and try again. Nothing is erased.</translation>
    </message>
    <message>
        <source>Espera {n} minutos y prueba otra vez. Nada se borra.</source>
        <translation>Wait {n} minutes and try again. Nothing is erased.</translation>
    </message>
    <message>
        <source>Ver</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Ocultar</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Olvidé mi frase</source>
        <translation>I forgot my phrase</translation>
    </message>
    <message>
        <source>Abrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Abriendo…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Otra persona</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>{n} registros esperan envío en este equipo. {r} en riesgo.</source>
        <translation>{n} records wait on this laptop. {r} at risk.</translation>
    </message>
    <message>
        <source>1 registro espera envío en este equipo. {r} en riesgo.</source>
        <translation>1 record waits on this laptop. {r} at risk.</translation>
    </message>
    <message>
        <source>Promotoría</source>
        <translation>Promoter</translation>
    </message>
    <message>
        <source>Coordinación</source>
        <translation>Coordinator</translation>
    </message>
    <message>
        <source>Sede</source>
        <translation>Headquarters</translation>
    </message>
    <message>
        <source>Auditoría</source>
        <translation>Auditor</translation>
    </message>
</context>
<context>
    <name>WholeForm</name>
    <message>
        <source>Puedes marcar varias.</source>
        <translation>You can pick several.</translation>
    </message>
    <message>
        <source>Dato sensible: pregunta solo si aceptó. Nunca sale con su nombre.</source>
        <translation>Sensitive: ask only with consent. Never leaves with the name.</translation>
    </message>
    <message>
        <source>¿Cómo se reconoce?</source>
        <translation>How does this person see themself?</translation>
    </message>
    <message>
        <source>De la comunidad de acogida</source>
        <translation>From the host community</translation>
    </message>
    <message>
        <source>Migrante</source>
        <translation>Migrant</translation>
    </message>
    <message>
        <source>Refugiada o refugiado</source>
        <translation>Refugee</translation>
    </message>
    <message>
        <source>Pidió refugio</source>
        <translation>Asked for asylum</translation>
    </message>
    <message>
        <source>Volvió a su país</source>
        <translation>Came back home</translation>
    </message>
    <message>
        <source>Lo propone el documento; decide la persona.</source>
        <translation>The document suggests it; the person decides.</translation>
    </message>
    <message>
        <source>¿Con qué papeles está en el Perú?</source>
        <translation>On which papers in Peru?</translation>
    </message>
    <message>
        <source>Carné o residencia</source>
        <translation>Card or residence</translation>
    </message>
    <message>
        <source>Permiso temporal</source>
        <translation>Temporary permit</translation>
    </message>
    <message>
        <source>Refugio</source>
        <translation>Asylum</translation>
    </message>
    <message>
        <source>Trámite en curso</source>
        <translation>In process</translation>
    </message>
    <message>
        <source>No dice</source>
        <translation>Won&apos;t say</translation>
    </message>
    <message>
        <source>Llegó el año</source>
        <translation>Arrived in</translation>
    </message>
    <message>
        <source>¿Qué lenguas habla?</source>
        <translation>Which languages?</translation>
    </message>
    <message>
        <source>Castellano</source>
        <translation>Spanish</translation>
    </message>
    <message>
        <source>Quechua</source>
        <translation>Quechua</translation>
    </message>
    <message>
        <source>Aimara</source>
        <translation>Aymara</translation>
    </message>
    <message>
        <source>Asháninka</source>
        <translation>Asháninka</translation>
    </message>
    <message>
        <source>Shipibo</source>
        <translation>Shipibo</translation>
    </message>
    <message>
        <source>Criollo haitiano</source>
        <translation>Haitian Creole</translation>
    </message>
    <message>
        <source>Otra</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Personas a su cargo</source>
        <translation>People in their care</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Algo</source>
        <translation>Some</translation>
    </message>
    <message>
        <source>Mucho</source>
        <translation>A lot</translation>
    </message>
    <message>
        <source>No puede</source>
        <translation>Cannot</translation>
    </message>
    <message>
        <source>¿Le cuesta ver, aun con lentes?</source>
        <translation>Difficulty seeing, even with glasses?</translation>
    </message>
    <message>
        <source>¿Le cuesta oír, aun con audífono?</source>
        <translation>Difficulty hearing, even with an aid?</translation>
    </message>
    <message>
        <source>¿Le cuesta caminar o subir gradas?</source>
        <translation>Difficulty walking or climbing steps?</translation>
    </message>
    <message>
        <source>¿Le cuesta recordar o concentrarse?</source>
        <translation>Difficulty remembering?</translation>
    </message>
    <message>
        <source>¿Le cuesta bañarse o vestirse?</source>
        <translation>Difficulty washing or dressing?</translation>
    </message>
    <message>
        <source>¿Le cuesta entender o hacerse entender?</source>
        <translation>Difficulty communicating?</translation>
    </message>
    <message>
        <source>¿Qué usa para vender?</source>
        <translation>What is used to sell?</translation>
    </message>
    <message>
        <source>Yape o Plin</source>
        <translation>Yape or Plin</translation>
    </message>
    <message>
        <source>Nada aún</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>Ventas al mes</source>
        <translation>Sales a month</translation>
    </message>
    <message>
        <source>Menos de S/ 500</source>
        <translation>Under S/ 500</translation>
    </message>
    <message>
        <source>500 a 1,500</source>
        <translation>500 to 1,500</translation>
    </message>
    <message>
        <source>1,500 a 4,000</source>
        <translation>1,500 to 4,000</translation>
    </message>
    <message>
        <source>Más de 4,000</source>
        <translation>Over 4,000</translation>
    </message>
    <message>
        <source>¿Qué necesita más para crecer?</source>
        <translation>What is needed most to grow?</translation>
    </message>
    <message>
        <source>Clientes</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>Dinero</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>Ordenar cuentas</source>
        <translation>Tidy accounts</translation>
    </message>
    <message>
        <source>Formalizarse</source>
        <translation>Formalising</translation>
    </message>
    <message>
        <source>Vender por internet</source>
        <translation>Selling online</translation>
    </message>
    <message>
        <source>Correo electrónico</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>¿Cómo prefiere que la busquen?</source>
        <translation>Preferred way to be reached?</translation>
    </message>
    <message>
        <source>Llamada</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Mensaje de texto</source>
        <translation>Text message</translation>
    </message>
    <message>
        <source>Correo</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Referencia de la casa</source>
        <translation>How to find the house</translation>
    </message>
    <message>
        <source>A media cuadra de…</source>
        <translation>Half a block from…</translation>
    </message>
    <message>
        <source>Solo si quiere. Sirve para visitas.</source>
        <translation>Only if wanted. For visits.</translation>
    </message>
    <message>
        <source>¿Cuándo puede asistir?</source>
        <translation>When can they attend?</translation>
    </message>
    <message>
        <source>Mañana</source>
        <translation>Morning</translation>
    </message>
    <message>
        <source>Tarde</source>
        <translation>Afternoon</translation>
    </message>
    <message>
        <source>Noche</source>
        <translation>Evening</translation>
    </message>
    <message>
        <source>Fin de semana</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>¿Qué equipo puede usar?</source>
        <translation>Which device can be used?</translation>
    </message>
    <message>
        <source>Celular con internet</source>
        <translation>Smartphone</translation>
    </message>
    <message>
        <source>Celular sencillo</source>
        <translation>Basic phone</translation>
    </message>
    <message>
        <source>Computadora</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Uno prestado</source>
        <translation>A borrowed one</translation>
    </message>
    <message>
        <source>Ninguno</source>
        <translation>None</translation>
    </message>
    <message>
        <source>¿Cómo se conecta?</source>
        <translation>How do they connect?</translation>
    </message>
    <message>
        <source>Internet en casa</source>
        <translation>Internet at home</translation>
    </message>
    <message>
        <source>Plan de celular</source>
        <translation>Phone plan</translation>
    </message>
    <message>
        <source>Recargas</source>
        <translation>Top-ups</translation>
    </message>
    <message>
        <source>Wifi público o prestado</source>
        <translation>Public or borrowed wifi</translation>
    </message>
    <message>
        <source>No se conecta</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>Ficha completa</source>
        <translation>Whole form</translation>
    </message>
    <message>
        <source>Cada respuesta se guarda sola</source>
        <translation>Each answer saves itself</translation>
    </message>
    <message>
        <source>Guardando…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Nada de esto hace falta para inscribirse. Se completa con calma, por ejemplo en la llamada.</source>
        <translation>None of this is needed to enrol. Fill it in calmly, for example on the call.</translation>
    </message>
    <message>
        <source>siguiente</source>
        <translation>next</translation>
    </message>
    <message>
        <source>otra sección</source>
        <translation>another section</translation>
    </message>
    <message>
        <source>Volver a la lista</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Listo</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{n} de {m}</source>
        <translation>{n} of {m}</translation>
    </message>
    <message>
        <source>{section}, {progress}</source>
        <translation>{section}, {progress}</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Situación</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Accesibilidad</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>Negocio</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>Ventas</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>Contacto</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Programa</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Coincide con su ficha</source>
        <translation>Same as on this form</translation>
    </message>
    <message>
        <source>Anotado</source>
        <translation>Written down</translation>
    </message>
    <message>
        <source>No es lo que dice su ficha</source>
        <translation>Not what this form says</translation>
    </message>
    <message>
        <source>Leído: {words}</source>
        <translation>Read: {words}</translation>
    </message>
    <message>
        <source>Nada cambió.</source>
        <translation>Nothing changed.</translation>
    </message>
    <message>
        <source>Nada cambió. Si es otra persona, F2.</source>
        <translation>Nothing changed. If it is somebody else, F2.</translation>
    </message>
    <message>
        <source>Nada cambió. Búscalo con F3.</source>
        <translation>Nothing changed. Search for it with F3.</translation>
    </message>
    <message>
        <source>Pásalo otra vez, despacio y derecho.</source>
        <translation>Scan it again, slowly and straight.</translation>
    </message>
    <message>
        <source>Para anotarlo, pásalo otra vez en esa pregunta.</source>
        <translation>To write it down, scan it again at that question.</translation>
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
        <translation>HQ not answering</translation>
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
        <source>Datos de hoy usados</source>
        <translation>Today&apos;s data used</translation>
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
    <message>
        <source>Firma aquí, con el dedo, el lápiz o el ratón</source>
        <translation>Sign here, with finger, pen or mouse</translation>
    </message>
    <message>
        <source>Espacio para firmar</source>
        <translation>Space to sign</translation>
    </message>
    <message>
        <source>Hay una firma. Supr la borra.</source>
        <translation>There is a signature. Delete clears it.</translation>
    </message>
    <message>
        <source>Firma guardada</source>
        <translation>Signature kept</translation>
    </message>
</context>
</TS>
