# por qué no se pueden aplicar las decisiones sobre quién es quién y qué hacer
resolve-refused-unknown = { $file }, fila { $row }, columna «{ $column }»: ningún registro nombra a «{ $value }».
resolve-refused-unknown-nearest = Si se trata de «{ $nearest }», escríbalo en la fila { $row }; si los dos ya son uno en sus tablas, elimine la fila.
resolve-refused-unknown-remedy = Corrija la celda, deje vacío el id para que decida el nombre, o elimine la fila { $row } si los dos ya son uno en sus tablas.
resolve-refused-nobody = { $file }, fila { $row }, columna «{ $column }»: la fila está aceptada, pero indica solo uno de los dos.
resolve-refused-kinds = { $file }, fila { $row }: { $person } es una persona y { $organization } no; no pueden ser uno solo.
resolve-refused-kinds-remedy = Escriba rechazar en la fila { $row } o corrija el tipo de uno de los dos en la tabla de actores.
resolve-refused-kept = { $file }, fila { $row }: «{ $value }» no puede ser el que se conserva.
resolve-refused-kept-remedy = Escriba { $a } o { $b } en la columna del que se conserva, o déjela vacía; las filas aceptadas en conjunto no pueden conservarse unas a otras en círculo.
resolve-refused-contradiction = { $file }, fila { $row } mantiene separados a { $a } y { $b }, pero filas aceptadas los hacen uno solo: { $accepted }.
resolve-refused-contradiction-remedy = Escriba aceptar en la fila { $row } de { $file } o rechazar en una de las filas aceptadas.
resolve-refused-circle = { $file }, filas { $rows }, columna «{ $column }»: pertenecen unos a otros en círculo: { $names }.
resolve-refused-circle-remedy = Vacíe la celda del que está por encima de los demás.

# lo que el registro dice de una fila
reason-merged-by-decision = usted decidió que es el mismo que otro
reason-kept-elsewhere = usted decidió que es el mismo que uno nombrado en otra parte, cuyo id y nombre se conservan
reason-own-parent = pertenece a sí mismo: cuenta como vacío
reason-merge-applied = decisión aplicada
reason-merge-undecided = aún sin decidir: no se fusionó nada
reason-nobody-to-keep-apart = ningún registro nombra a uno de los dos: sin efecto

# tablas y columnas
table-resolve = organizaciones y unidades que pueden ser la misma, y lo que usted decidió
table-resolve_people = personas que pueden ser la misma, y lo que usted decidió; privado
column-id_a = El id de uno de los dos.
column-name_a = Su nombre.
column-id_b = El id del otro.
column-name_b = Su nombre.
column-resolve-kind = Qué son los dos.
column-reasons = Por qué pueden ser uno solo.
column-score = Qué tan parecidos son, de 0 a 1; ordena las filas y no es una probabilidad.
column-decision = Lo que usted decide: aceptar o rechazar. Vacío significa todavía no, y no se fusiona nada.
column-kept = El id del que conserva su id y su nombre.
column-note = Sus propias palabras.

# por qué dos pueden ser uno solo
resolve-reason-external-id = misma inscripción en un registro público ({ $id })
resolve-reason-spelling = mismo nombre salvo tildes, mayúsculas, signos o palabras pequeñas
resolve-reason-legal-form = mismo nombre salvo la forma jurídica
resolve-reason-abbreviation = mismo nombre, abreviado o traducido
resolve-reason-word-order = las mismas palabras en otro orden
resolve-reason-acronym = uno es la sigla del otro
resolve-reason-letters = los nombres difieren en pocas letras
resolve-reason-shorter = un nombre omite palabras del otro
resolve-reason-alias = el nombre de uno figura entre los otros nombres del otro
resolve-reason-person-spelling = mismo nombre salvo tildes, mayúsculas, títulos o palabras pequeñas
resolve-reason-person-order = mismo nombre en otro orden
resolve-reason-person-shorter = un nombre omite un segundo nombre o apellido
resolve-reason-person-initial = un nombre lleva una inicial
resolve-reason-person-letters = los nombres difieren en pocas letras
resolve-reason-mailbox = misma dirección de correo
resolve-reason-parent = misma organización superior
resolve-reason-parents-alike = sus organizaciones también pueden ser la misma
resolve-reason-domain = correos en el mismo dominio ({ $domain })

# el comando
resolve-kind-person = persona
resolve-kind-unit = unidad
resolve-kind-organization = organización
resolve-decision-accept = aceptar
resolve-decision-reject = rechazar
resolve-written = { $count ->
    [one] { $count } propuesta
   *[other] { $count } propuestas
} por decidir, { $accepted } aceptadas, { $rejected } rechazadas: { $path }
resolve-nothing = No hay dos organizaciones o unidades que parezcan la misma; no hay nada que escribir.
resolve-nothing-people = No hay dos personas que parezcan la misma.
resolve-how = Escriba aceptar o rechazar en la columna «{ $column }» y guarde el archivo en el hub; la próxima ejecución lo aplica. Antes no se fusiona nada.
resolve-beside = El hub es un solo archivo: agregue las filas como hoja o tabla con el nombre { $table } para que la próxima ejecución las aplique.
resolve-private = PRIVADO: { $path } nombra a personas. Manténgalo lejos de quienes no deben verlo.
resolve-uncompared = Sin comparar todos con todos: { $count } nombres comparten { $what }. Cada uno se comparó con sus vecinos en el alfabeto; quedaron fuera { $pairs } pares.
resolve-uncompared-more = Lo mismo vale para { $count ->
    [one] otra palabra o dominio
   *[other] otras { $count } palabras o dominios
}, { $pairs } pares en total.
resolve-shared-word = «{ $text }»
resolve-shared-domain = el dominio de correo { $text }
resolve-shared-id = la inscripción { $text }
resolve-shared-name = el nombre «{ $text }»
resolve-shared-parent = un nombre dentro de una misma organización
resolve-shared-person = dos palabras del nombre de una persona
resolve-shared-mailbox = una misma dirección de correo
resolve-shared-acronym = la sigla «{ $text }»
resolve-two-files = { $path } sería una segunda tabla de decisiones junto a { $file }
resolve-two-files-hint = indique con --out la ruta de { $file } en CSV, o saque { $file } del hub
check-merged = Fusionados por decisión suya
check-merged-one = { $id } ({ $name }) → { $into } ({ $into_name }); { $file }, fila { $row }: { $reasons }
check-merged-no-reason = sin motivo indicado
