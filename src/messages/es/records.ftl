# hub.toml
config-form = hub.toml, línea { $line }: { $problem }
config-form-remedy = Compare la línea con el hub.toml que escribe «hubscope new».
config-unknown-key = hub.toml, línea { $line }: clave desconocida «{ $key }».
config-known-keys = Aquí se conocen: { $known }.
config-out-of-range = hub.toml: { $key } = { $found } está fuera de rango.
config-out-of-range-remedy = Se espera: { $expected }.
records-did-you-mean = ¿Quiso decir «{ $nearest }»?

# por qué se rechaza un hub y qué hacer
refused-address = { $path } es una dirección de red; hubscope no abre ninguna conexión.
refused-address-remedy = Descargue los archivos en una carpeta e indique esa carpeta.
refused-missing = { $path } no existe.
refused-missing-remedy = Revise la ruta o comience un hub nuevo con «hubscope new».
refused-single-file = { $path } es un solo archivo; un hub es una carpeta de tablas, un libro de cálculo o un archivo SQLite.
refused-single-file-remedy = Guarde cada tabla en una carpeta como archivo CSV propio (actores.csv, alianzas.csv, …) e indique la carpeta.
refused-no-tables = { $path } no contiene ninguna tabla de un hub.
refused-no-tables-remedy = Agregue alianzas.csv o participaciones.csv; «hubscope new» escribe tablas vacías con sus encabezados.
refused-two-files = { $first } y { $second } podrían ser ambos la tabla { $table }.
refused-two-files-remedy = Quite uno de los dos o indique el correcto en hub.toml, en [tables]: { $table } = "{ $first }".
refused-almost-table = { $file } no es una tabla del hub, pero su nombre es casi el de { $nearest }.
refused-almost-table-remedy = Cámbiele el nombre a { $nearest }, o póngale otro nombre si es otra cosa.
refused-format = { $file }: esta versión no lee este formato.
refused-format-remedy = Guárdelo como libro (xlsx, ods) o como CSV UTF-8 con el mismo nombre.
refused-unreadable = No se puede leer { $file }: { $problem }
refused-unreadable-remedy = Compruebe que el archivo se abre y que usted tiene permiso de lectura; luego guárdelo de nuevo.
refused-empty = { $file } está vacío: no tiene ni encabezado.
refused-empty-remedy = Expórtelo de nuevo o elimine el archivo; una tabla sin filas necesita su línea de encabezado.
refused-binary = { $file } no es un archivo de texto.
refused-binary-remedy = Ábralo en el programa que lo creó y guárdelo como CSV (UTF-8).
refused-encoding = { $file }, línea { $row }: la codificación del texto no se puede reconocer con seguridad, o hay varias.
refused-encoding-remedy = Guárdelo de nuevo como «CSV UTF-8» (en Excel: Guardar como, tipo CSV UTF-8).
refused-long-line = { $file }, línea { $row }: una línea de más de 16 MiB.
refused-long-line-remedy = Busque un salto de línea faltante o unas comillas sin cerrar antes de esa línea y exporte el archivo de nuevo.
refused-open-quote = { $file }, fila { $row }: se abren comillas que nunca se cierran y el resto del archivo queda en una sola celda.
refused-open-quote-remedy = Cierre o elimine las comillas de la fila { $row }.
refused-extra-cells = { $file }, fila { $row }: { $found } celdas, pero el encabezado tiene { $expected }.
refused-extra-cells-remedy = Ponga entre comillas la celda de la fila { $row } que contiene el separador o quite lo que sobra.
refused-cell-type = { $file }, columna { $column }: no se leen celdas de tipo { $found }.
refused-cell-type-remedy = Escriba la columna { $column } como texto (las fechas como 2026-02-13).
refused-missing-column = { $file }: la tabla { $table } necesita una columna «{ $column }». Se encontró: { $headers }.
refused-missing-column-remedy = Agregue la columna o indique en hub.toml, en [columns.{ $table }], cuál es: { $column } = "…".
refused-missing-column-nearest = Si es «{ $nearest }», indíquelo en hub.toml, en [columns.{ $table }]: { $column } = "{ $nearest }".
refused-unknown-mapping = hub.toml, [{ $section }]: no se conoce «{ $key }».
refused-unknown-mapping-remedy = Consulte en el diccionario de datos que escribe «hubscope new» los nombres de tablas, columnas y sectores.
refused-unknown-stakeholder = hub.toml, [hub]: ningún registro nombra a «{ $name }».
refused-unknown-stakeholder-remedy = Escriba operator y staff en [hub] tal como aparecen en los registros, por id o por nombre, o agréguelos a la tabla de actores.
refused-date-order = { $file }, columna «{ $column }»: { $value } (fila { $row }) puede ser día/mes o mes/día, y ninguna otra celda lo aclara.
refused-date-order-remedy = Defina date_order = "day_month" o "month_day" en hub.toml, en [records], o para una sola columna en [records.date_orders]: "tabla.columna" = "day_month".
refused-number-form = { $file }, columna «{ $column }»: el signo en { $value } (fila { $row }) puede ser decimal o de miles, y ninguna otra celda lo aclara.
refused-number-form-remedy = Defina number_form = "point" (1,200.50) o "comma" (1.200,50) en hub.toml, en [records], o para una sola columna en [records.number_forms]: "tabla.columna" = "point".
refused-duplicate-id = { $file }, filas { $first } y { $row }: dos registros distintos con el mismo valor de { $column }, «{ $value }».
refused-duplicate-id-remedy = Asigne a una de las dos filas un valor propio de { $column } o haga que ambas digan lo mismo.
refused-unknown-id = { $file }, fila { $row }, columna «{ $column }»: ninguna tabla declara «{ $value }».
refused-unknown-id-remedy = Agréguelo a su tabla, corrija la celda o defina unknown_ids = "create" en hub.toml, en [records].
refused-ledger-off = { $file }: { $rows } filas, pero el registro de filas da cuenta de { $accounted }. Es un error de hubscope.
refused-ledger-off-remedy = Infórmelo, por favor, con la tabla { $file } si puede compartirla.

# lo que el registro dice de una fila
reason-bad-cell = la celda no se pudo leer y cuenta como vacía
reason-bad-required-cell = una celda indispensable está vacía o no se pudo leer
reason-empty-name = sin nombre: se usa el id
reason-unknown-id-created = no está declarado en su tabla: se creó a partir de esta mención
reason-derived = el hub no tiene una tabla que lo declare: se derivó de esta mención
reason-unknown-id-dropped = no está declarado en su tabla: no se usa
reason-self-tie = ambas partes son la misma
reason-identical-row = igual a otra fila
reason-end-before-start = termina antes de empezar: ambas fechas cuentan como vacías
reason-before-its-event = con fecha anterior a su evento
reason-reversed-duplicate = el mismo par figura en sentido contrario en otra fila; ambas cuentan
reason-strength-not-positive = la fuerza es cero o negativa
reason-broken-encoding = parece texto con la codificación dañada
reason-several-names = nombra a varios en una sola celda y se lee como uno: dé a cada uno su propia fila
reason-blank-row = la fila está en blanco
reason-same-name = mismo nombre que otra fila, con la que se une; lo que dice distinto no se usa
reason-ambiguous-name = varios llevan este nombre y nada indica de cuál se trata

# tablas
table-stakeholders = personas, unidades y organizaciones
table-partnerships = vínculos con fecha entre dos actores
table-participations = quién participó en qué
table-events = en qué participaron
table-adoptions = prácticas adoptadas por una unidad
table-leadership = actos y períodos de conducción desde arriba
table-commitments = lo que prometió el hub, su hoja de ruta o su plan estratégico
table-affiliations = cargos ocupados por personas
table-nominations = quién nombró a quién como promotor o consejero
table-champions = personas de quienes se sabe si son o no promotoras
table-roster = quién podría haber respondido o participado, por ventana
table-actions = lo que propuso el último informe, con su seguimiento

# columnas
column-id = Su id; se forma a partir del contenido si está vacío.
column-name = Su nombre, como se le conoce.
column-stakeholders-kind = Qué es; organización si está vacío.
column-sector = El sector al que pertenece.
column-government_level = Nivel de gobierno.
column-parent_id = La unidad u organización a la que pertenece.
column-city = Ciudad.
column-country = País.
column-role_title = Rol o cargo.
column-appointment = Cómo llegó la persona al cargo.
column-authority = Grado en la jerarquía: 1 es el más alto.
column-term_end = Cuándo termina el mandato.
column-joined = Cuándo ingresó al hub.
column-left = Cuándo dejó el hub.
column-email = Correo electrónico; distingue a personas con el mismo nombre.
column-aliases = Otros nombres y siglas.
column-external_ids = Identificadores en registros públicos, como ror:…, nit:… o rut:….
column-offers = Qué ofrece.
column-needs = Qué necesita.
column-consent = Hasta dónde puede difundirse su nombre; socios si está vacío.
column-profiling = Si se permite elaborar el perfil de la persona.
column-partnerships-source = Una de las partes; quien da, si el vínculo es dirigido. Id o nombre.
column-partnerships-target = La otra parte. Id o nombre.
column-partnerships-kind = Qué tipo de vínculo.
column-function = Para qué sirve.
column-start = Primer día; basta el año o el mes.
column-end = Último día, o una palabra que indique que sigue abierto (vigente). Vacío significa desconocido.
column-last_confirmed = Cuándo se confirmó por última vez que sigue vigente.
column-notice_months = Meses de preaviso.
column-partnerships-owner = Quién del hub se encarga.
column-strength = Cuán fuerte es, mayor que cero; 1 si está vacío.
column-directed = Si va de origen a destino.
column-amount = Dinero asociado.
column-currency = En qué moneda.
column-funder_id = Quién paga. Id o nombre.
column-initiated_by = Quién lo inició. Id o nombre.
column-origin = De dónde surgió la iniciativa.
column-attributed_to = El evento del que surgió. Id o nombre.
column-status = Estado registrado.
column-renewed_from = El id de la alianza que renueva.
column-stakeholder_id = Quién. Id o nombre.
column-event_id = Qué evento. Id o nombre.
column-date = Cuándo.
column-role = En calidad de qué.
column-hours = Durante cuántas horas.
column-invited_by = Quién invitó. Id o nombre.
column-incentive = Qué se ofreció por participar.
column-outcome = Qué resultó.
column-participations-name = El nombre de la persona, si la lista lo trae junto al id.
column-organization = La organización. Id o nombre.
column-component = Qué componente del método.
column-topic = De qué trató.
column-host = Quién fue anfitrión. Id o nombre.
column-prize = El premio.
column-programme = El programa al que pertenece.
column-unit = Quién la adoptó. Id o nombre.
column-practice = Qué práctica.
column-trigger = Qué la detonó.
column-sponsor = Quién la patrocinó. Id o nombre.
column-champion = Quién la impulsó desde adentro; en la tabla de promotores, si la persona lo es.
column-abandoned = Cuándo se abandonó.
column-body = Quién actuó. Id o nombre.
column-leadership-kind = Qué tipo de acto.
column-person_id = La persona que ocupa el cargo. Id o nombre.
column-scope = Unidades, nivel o ciudad que abarca.
column-binding = Si es vinculante.
column-text = Qué se prometió.
column-commitments-kind = Objetivo o acción.
column-indicator = El indicador con que se mide.
column-baseline = El punto de partida.
column-commitments-target = La meta.
column-due = Para cuándo.
column-commitments-owner = Quién responde. Id o nombre.
column-partners = Con quiénes. Ids o nombres.
column-done_on = Cuándo se cumplió.
column-person = La persona. Id o nombre.
column-nominations-source = Quién nombra. Id o nombre.
column-nominations-target = A quién nombra. Id o nombre.
column-question = En respuesta a qué.
column-from = Desde cuándo.
column-until = Hasta cuándo.
column-source = Según quién, o dónde consta.
column-window = Qué ventana, por ejemplo 2025.
column-responded = Si respondió o participó.
column-actions-owner = Quién la lleva a cabo.
column-proposed_on = El último día del informe que la propuso por primera vez.
column-told = Lo escribe el informe para quien lee; solo se vuelve a leer para repetirlo.

# filas de ejemplo de las tablas nuevas, celda por celda en el orden de las columnas
example-stakeholders = ana | Ana Ejemplo | persona | gobierno | municipal | alcaldia | Cali | Colombia | planificadora de transporte | carrera | 3 | | 2024-03 | | ana@ejemplo.org | A. Ejemplo | | datos de movilidad | formación en datos abiertos | socios | sí
example-partnerships = convenio-1 | alcaldia | universidad | convenio | datos de movilidad compartidos | 2024-03-01 | 2026-02-28 | 2025-06 | 3 | Ana Ejemplo | 1 | no | | | | ana | desde abajo | taller-1 | firmado | { "" }
example-participations = ana | taller-1 | 2024-02-15 | facilitadora | 4 | | certificado | | | | | | | planificadora
example-events = taller-1 | Taller de codiseño sobre buses | taller de codiseño | 2024-02-15 | 2024-02-16 | buses | Cali | universidad | ana | desde abajo | certificado | | Hub de movilidad | realizado
example-adoptions = { "" } | alcaldia | horario abierto de buses | 2024-09 | conjunta | propia | alcaldia | ana | Hub de movilidad | 2025-06 | { "" }
example-leadership = { "" } | alcaldia | mandato | 2024-06-01 | vigente | ana | horario abierto de buses | municipal | sí | | Decreto 12 de 2024
example-commitments = { "" } | Publicar el horario de buses como datos abiertos | taller-1 | acción | líneas publicadas | 0 | 40 | 2024-12-31 | alcaldia | universidad | en marcha | { "" }
example-affiliations = ana | alcaldia | planificadora de transporte | carrera | 3 | 2023-01 | vigente
example-nominations = ana | luis | 2025-03 | ¿Quién le ayuda a sacar adelante las cosas?
example-champions = ana | sí | 2024-02 | | evaluación de 2025
example-roster = ana | 2025 | sí

# archivos que escribe «new»
dictionary-file = diccionario-de-datos
dictionary-title = Diccionario de datos
dictionary-intro = Basta con alianzas o participaciones para empezar; cada tabla o columna adicional agrega una respuesta. Los ids son opcionales: bastan los nombres. Borre las filas de ejemplo.
dictionary-head = columna | obligatoria | celdas | qué contiene
cells-text = texto
cells-stakeholder = id o nombre
cells-stakeholders = ids o nombres, separados por ;
cells-event = id o nombre de un evento
cells-date = fecha
cells-end = fecha o «vigente»
cells-number = número
cells-whole = número entero
cells-yes-no = sí o no
cells-list = textos, separados por ;
cells-choice = uno de: { $values }
cells-open-choice = { $values }, u otra palabra
toml-head = Todo aquí es opcional; los valores que se muestran son los predeterminados. Quite el # de una línea para activarla.
toml-hub = quién es el hub: nombre, idioma del informe (en, es), la organización que lo opera, su personal
toml-study = el período de estudio
toml-recording = un cambio en la forma de registrar: desde cuándo, qué fuente, qué cambió
toml-records = cómo se leen las celdas: unknown_ids create, error o drop; date_order auto, day_month o month_day; number_form auto, point o comma; date_orders y number_forms para una sola columna, como { "{" } "partnerships.start" = "day_month" { "}" } (o month_day, serial_1900, serial_1904)
toml-tables = tabla = archivo, si el archivo tiene otro nombre
toml-columns = columna = encabezado, si el archivo tiene otro encabezado
toml-values = palabra en el archivo = valor de hubscope
toml-sectors = sector en el archivo = sector de hubscope
toml-options = la lista declarada de una columna con varios valores por celda
toml-network = cómo se forman los vínculos
toml-government = qué sectores cuentan como gobierno
toml-funding = qué tipos de alianza llevan dinero
toml-gaps = qué sectores debería tener un hub y la proporción aceptada de falsas alarmas
toml-stability = cuándo se reserva un orden y cuántos sorteos hace cada prueba
toml-introductions = pares que nunca se deben presentar y el aviso que se imprime cuando un funcionario se reúne con un privado
toml-plan = horas para acuerdos y presentaciones, y lo que toma cada tipo de tarea
toml-adoption = qué unidades podrían haber adoptado y la diferencia que cuenta como ninguna
toml-champions = para qué son las fichas, quién responde por ellas, desde cuándo lo saben las personas
toml-privacy = dónde está la clave de la edición pública
toml-example-attendee = asistió
